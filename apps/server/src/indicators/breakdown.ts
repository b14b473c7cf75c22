import { FEWEST_FOR_ORDER, type Period, parsePeriod, type Value } from '@fadu/indicator';
import type { FigureBreakdown, FigurePart } from '@fadu/wire';
import type { FigureOrg } from './counting.js';
import { type Asked, textOf, valueAt } from './figure.js';

/** A figure over the months or years of its period, and over the organizations directly below. */
export async function breakdownOf(one: Asked): Promise<FigureBreakdown> {
  const series: FigurePart[] = [];
  for (const period of stepsOf(one.period))
    series.push(partOf(one, period.text, labelOf(period), (await valueAt(one, period)).value));
  const orgs: FigurePart[] = [];
  if (!one.own) {
    for (const org of await orgsBelow(one))
      orgs.push(partOf(one, org.id, org.name, (await valueAt(one, one.period, org)).value));
    if (orgs.length > 0 && one.definition.source.from === 'records')
      orgs.push(
        partOf(one, one.org.id, `${one.org.name}本级`, (await valueAt({ ...one, own: true }, one.period)).value),
      );
  }
  const ordered = ranked(orgs, one.definition.direction === 'down');
  return { series, orgs: ordered, orgNote: noteOf(ordered) };
}

/** Months of a period of at most one year; years of a longer one; nothing below a month. */
export function stepsOf({ from, to }: Period): Period[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (from.slice(0, 7) === to.slice(0, 7)) return [];
  if (first !== last) return Array.from({ length: last - first + 1 }, (_, index) => parsePeriod(`${first + index}`)!);
  const [begin, end] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  return Array.from(
    { length: end - begin + 1 },
    (_, index) => parsePeriod(`${first}-${String(begin + index).padStart(2, '0')}`)!,
  );
}

const labelOf = ({ text }: Period): string => (text.length === 4 ? `${text}年` : `${Number(text.slice(5))}月`);

function partOf({ definition }: Asked, key: string, label: string, value: Value): FigurePart {
  return {
    key,
    label,
    value,
    text: textOf(value, definition.unit),
    parts: value.is === 'ratio' ? `${value.numerator}/${value.denominator}` : null,
    rank: null,
    unranked: null,
  };
}

/** Best first where better has a direction, else largest first; what is missing stands last and has no place. */
export function ranked<T extends Pick<FigurePart, 'value' | 'rank' | 'unranked'>>(
  parts: readonly T[],
  lowest: boolean,
): T[] {
  const why = ({ value }: T): string | null =>
    value.is === 'missing'
      ? ''
      : value.is === 'ratio' && value.denominator < FEWEST_FOR_ORDER
        ? `基数不足${FEWEST_FOR_ORDER}，不排名`
        : null;
  const places = parts.filter((part) => why(part) === null).sort((one, two) => compare(one.value, two.value, lowest));
  const others = parts.filter((part) => why(part) !== null).sort((one, two) => why(two)!.length - why(one)!.length);
  return [
    ...places.map((part) => ({
      ...part,
      rank: 1 + places.findIndex((other) => compare(other.value, part.value, lowest) === 0),
    })),
    ...others.map((part) => ({ ...part, unranked: why(part) })),
  ];
}

function compare(one: Value, two: Value, lowest: boolean): number {
  const [a, b] = [fraction(one), fraction(two)];
  const order = a.top * b.bottom - b.top * a.bottom;
  return (order > 0n ? -1 : order < 0n ? 1 : 0) * (lowest ? -1 : 1);
}

function fraction(value: Value): { top: bigint; bottom: bigint } {
  switch (value.is) {
    case 'count':
      return { top: BigInt(value.count), bottom: 1n };
    case 'money':
      return { top: BigInt(value.fen), bottom: 1n };
    case 'ratio':
      return { top: BigInt(value.numerator), bottom: BigInt(value.denominator) };
    case 'missing':
      throw new Error('no order of what is missing');
  }
}

export function noteOf(parts: readonly Pick<FigurePart, 'value' | 'unranked'>[]): string | null {
  const [gaps, few] = [
    parts.filter((part) => part.value.is === 'missing').length,
    parts.filter((part) => part.unranked !== null && part.unranked !== '').length,
  ];
  const notes = [
    ...(few > 0 ? [`${few}个单位基数不足${FEWEST_FOR_ORDER}，比率一件之差就会变动很大，不参加排名`] : []),
    ...(gaps > 0 ? [`${gaps}个单位没有数`] : []),
  ];
  return notes.length === 0 ? null : `${notes.join('；')}。`;
}

/** Those that were there at some time of the period, as the tree is now. */
async function orgsBelow({ client, org, period }: Asked): Promise<FigureOrg[]> {
  const { rows } = await client.query<FigureOrg>(
    `select id, name, path::text as path, valid_from::text as from, valid_to::text as to from org
     where parent = $1 and valid_from <= $3::date and (valid_to is null or valid_to >= $2::date) order by region, id`,
    [org.id, period.from, period.to],
  );
  return rows;
}
