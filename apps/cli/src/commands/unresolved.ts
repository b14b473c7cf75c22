import type { UnresolvedBasis } from '@fadu/server';

type Told = Pick<UnresolvedBasis, 'lineName' | 'name' | 'why'>;

/** Reasons that are told one by one; one missing law is one thing to do, however many places rest on it. */
const MOST = 20;

/** What of the lines rests on clauses that the base does not hold, a line for each reason; empty when nothing does. */
export function unresolvedWords(unresolved: readonly Told[]): string[] {
  if (unresolved.length === 0) return [];
  const places = new Map<string, string[]>();
  for (const { lineName, name, why } of unresolved)
    places.set(why, [...(places.get(why) ?? []), `${lineName} ${name}`]);
  const reasons = [...places].sort(([, a], [, b]) => b.length - a.length);
  return [
    `法规库：条线定义有${unresolved.length}处依据没有查到，收入或者更正以下法规后再查：`,
    ...reasons
      .slice(0, MOST)
      .map(
        ([why, [first, ...others]]) =>
          `▲ ${why.replace(/。$/, '')}：${first}${others.length > 0 ? `等${others.length + 1}处` : ''}以它为依据`,
      ),
    ...(reasons.length > MOST ? [`另有${reasons.length - MOST}项原因。`] : []),
  ];
}
