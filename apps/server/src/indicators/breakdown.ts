import { FEWEST_FOR_ORDER, fractionOf, type IndicatorDefinition, standsInOrder, type Value } from '@fadu/indicator';
import { dayOf } from '@fadu/kernel';
import type { FigureBreakdown, FigurePart } from '@fadu/wire';
import type { FigureOrg } from './counting.js';
import { partOfPeriodNote } from './ended.js';
import { type Asked, wordsOf } from './figure.js';
import { valueAt } from './figure-value.js';
import { stepLabel, stepsOf, trendPeriods } from './periods.js';

/**
 * A figure over the months or years of its period, and over the organizations directly below. What is reported is shown
 * beside the periods before it, and over places only: a department reports what its whole place has, which is no part of it.
 */
export async function breakdownOf(one: Asked): Promise<FigureBreakdown> {
  const { from } = one.definition.source;
  const periods = from === 'records' ? stepsOf(one.period) : trendPeriods(one.period, from, dayOf(one.platform.now()));
  const series: FigurePart[] = [];
  for (const period of periods)
    series.push(partOf(one, period.text, stepLabel(period, periods), (await valueAt(one, period)).value));
  const below = one.own ? [] : await orgsBelow(one);
  const parts = from === 'returns' && below.some(({ place }) => place) ? below.filter(({ place }) => place) : below;
  const orgs: FigurePart[] = [];
  const shown: FigureOrg[] = [];
  for (const org of parts) {
    const { value } = await valueAt(one, one.period, org);
    // Of one that was no more only what it left behind.
    if (value.is === 'missing' && org.to !== null && org.to < one.period.from) continue;
    shown.push(org);
    orgs.push(partOf(one, org.id, org.name, value));
  }
  if (orgs.length > 0 && from === 'records')
    orgs.push(partOf(one, one.org.id, `${one.org.name}本级`, (await valueAt({ ...one, own: true }, one.period)).value));
  const ordered = ranked(orgs, one.definition);
  const total = from === 'returns' && ordered.length > 0 ? (await valueAt(one, one.period)).value : undefined;
  const part = partOfPeriodNote(shown, one).map((note) => `${note}。`);
  const notes = [noteOf(ordered), ...part, ...(total ? sumNote(one, ordered, total).map((note) => `${note}。`) : [])];
  return {
    series: series.some(({ value }) => value.is !== 'missing') ? series : [],
    orgs: ordered,
    orgSum: sumOf(one, ordered),
    orgNote: notes.filter((note) => note !== null).join('') || null,
  };
}

/** What the parts have together, with how many have not reported; null for what does not add up. */
function sumOf({ definition: { unit, kind, source } }: Asked, parts: readonly FigurePart[]): string | null {
  const counts = parts.flatMap(({ value }) => (value.is === 'count' ? [value.count] : []));
  if (kind === 'rate' || kind === 'duration' || counts.length === 0) return null;
  const gaps = source.from === 'returns' ? parts.filter(({ value }) => value.is === 'missing').length : 0;
  const about = parts.some(({ value }) => value.is !== 'missing' && value.approx) ? '约' : '';
  return `${about}${counts.reduce((sum, count) => sum + count, 0)}${unit}${gaps > 0 ? `（缺${gaps}个单位）` : ''}`;
}

/**
 * Where places report for themselves, their sum and the figure of the whole may differ: it is said. While some have not
 * reported, only what is too much already.
 */
export function sumNote({ definition }: Asked, parts: readonly Pick<FigurePart, 'value'>[], total: Value): string[] {
  if (definition.source.from === 'records' || total.is !== 'count' || parts.length === 0 || total.approx) return [];
  const known = parts.filter(({ value }) => value.is !== 'missing');
  if (known.some(({ value }) => value.is !== 'count' || value.approx)) return [];
  const sum = known.reduce((all, { value }) => all + (value.is === 'count' ? value.count : 0), 0);
  return sum > total.count || (sum < total.count && known.length === parts.length)
    ? [`各地填报合计${sum}${definition.unit}，本级填报${total.count}${definition.unit}，两者不一致，请核对`]
    : [];
}

function partOf(one: Asked, key: string, label: string, value: Value): FigurePart {
  const { definition } = one;
  return {
    key,
    label,
    value,
    text: wordsOf(one, value, one.period),
    parts: value.is === 'ratio' && definition.unit === '%' ? `${value.numerator}/${value.denominator}` : null,
    rank: null,
    unranked: null,
  };
}

/** Best first where better has a direction, else largest first; what is missing stands last and has no place. */
export function ranked<T extends Pick<FigurePart, 'value' | 'rank' | 'unranked'>>(
  parts: readonly T[],
  { direction, unit }: Pick<IndicatorDefinition, 'direction' | 'unit'>,
): T[] {
  const lowest = direction === 'down';
  const why = ({ value }: T): string | null =>
    value.is === 'missing' ? '' : standsInOrder(value, unit) ? null : `基数不足${FEWEST_FOR_ORDER}，不排名`;
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
  const [a, b] = [fractionOf(one), fractionOf(two)];
  const order = a.top * b.bottom - b.top * a.bottom;
  return (order > 0n ? -1 : order < 0n ? 1 : 0) * (lowest ? -1 : 1);
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

/** Those that were there by the end of the period, as the tree is now; `place`: of another region. */
async function orgsBelow({ client, org, period }: Asked): Promise<(FigureOrg & { readonly place: boolean })[]> {
  const { rows } = await client.query<FigureOrg & { readonly place: boolean }>(
    `select c.id, c.name, c.path::text as path, c.valid_from::text as from, c.valid_to::text as to, c.region <> o.region as place
     from org o join org c on c.parent = o.id
     where o.id = $1 and c.valid_from <= $2::date order by c.region, c.id`,
    [org.id, period.to],
  );
  return rows;
}
