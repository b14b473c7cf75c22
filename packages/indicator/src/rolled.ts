import type { PlainDate } from '@fadu/kernel';
import { addDays } from '@fadu/kernel';
import type { Sql } from './compile.js';
import type { Formula } from './formula.js';
import type { Side } from './moment.js';
import type { Period } from './period.js';
import { bitOf } from './recorded.js';
import type { Give } from './select.js';

/**
 * The value of a formula from what was rolled up: whole months from `indicator_month`, what is left at both ends of the
 * period from `indicator_record`. Both hold the same records, those that `compile` finds.
 */

/** Numbers in `indicator_place`: the units that records stand under, and the places under which their sums stand. */
export interface RolledWithin {
  /** `all`: what lies under the root of the tree. */
  readonly units: readonly number[] | 'all';
  readonly places: readonly number[];
}

/** What is left open, in place of the month of its end. */
export const NOT_ENDED = 999_999;

/** 2023-07-05 in 202307. */
const monthOf = (day: PlainDate): number => Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));

const firstOf = (day: PlainDate): PlainDate => `${day.slice(0, 8)}01` as PlainDate;
const isFirst = (day: PlainDate): boolean => day.endsWith('-01');
/** The last day of the month before. */
const lastBefore = (day: PlainDate): PlainDate => addDays(firstOf(day), -1);
const isLast = (day: PlainDate): boolean => isFirst(addDays(day, 1));
const lastOf = (day: PlainDate): PlainDate => addDays(firstOf(addDays(firstOf(day), 31)), -1);

/** From which day on a stay must not have ended; undefined for what has one day. */
export function aliveSince({ stay }: Side, period: Period): PlainDate | undefined {
  if (stay === 'point') return undefined;
  return stay === 'span' ? period.from : addDays(period.to, 1);
}

/** Months that count whole, by the month of the day and the month of the end; undefined where there is none. */
export interface WholeMonths {
  readonly from: number | null;
  readonly to: number;
  /** Ended in this month or later. */
  readonly ended: number | null;
  /** Whether nothing is left at the ends of the period. */
  readonly exact: boolean;
}

export function wholeMonths(side: Side, period: Period): WholeMonths | undefined {
  const since = aliveSince(side, period);
  const upTo = isLast(period.to) ? period.to : lastBefore(period.to);
  if (since !== undefined)
    return {
      from: null,
      to: monthOf(upTo),
      ended: monthOf(isFirst(since) ? since : addDays(lastOf(since), 1)),
      exact: isFirst(since) && isLast(period.to),
    };
  const from = isFirst(period.from) ? period.from : addDays(lastOf(period.from), 1);
  if (from > upTo) return undefined;
  return { from: monthOf(from), to: monthOf(upTo), ended: null, exact: isFirst(period.from) && isLast(period.to) };
}

/** `by`: the sums told apart by a field, whose value is their bucket. */
export const cellsText = (
  { moment, bit }: Side,
  { from, to, ended }: WholeMonths,
  { places }: RolledWithin,
  give: Give,
  by?: FieldOf,
): string =>
  `from indicator_month where place = any(${give(places)}::int[]) and moment = ${by?.id ?? moment.id}::smallint and month <= ${to}${from === null ? '' : ` and month >= ${from}`}${ended === null ? '' : ` and bucket >= ${ended}`} and counts & ${bitOf(bit)} <> 0`;

const unitsText = (units: RolledWithin['units'], give: Give): string =>
  units === 'all' ? '' : ` and unit = any(${give(units)}::int[])`;

/** `from`: `indicator_record`, or for sums alone `indicator_counted`, with what is joined to it. */
export const recordsText = ({ moment, bit }: Side, { units }: RolledWithin, give: Give, from: string): string =>
  `from ${from} where moment = ${moment.id}::smallint and counts & ${bitOf(bit)} <> 0${unitsText(units, give)}`;

/** A field by which the sums of a moment are told apart: their number, and its place among the keys of a record. */
export interface FieldOf {
  readonly id: number;
  readonly index: number;
}

/** Undefined where sums are not told apart by the field. */
export function fieldOf({ moment }: Side, field: string): FieldOf | undefined {
  const index = moment.by.findIndex((one) => one.field === field);
  return index < 0 ? undefined : { id: moment.by[index]!.id, index };
}

/** bucket, n, amount, counts of all records of a side: each record or each sum of a month a row; `by` a field, the value is the bucket. */
export function partsText(side: Side, period: Period, within: RolledWithin, give: Give, by?: FieldOf): string {
  const parts: string[] = [];
  const day = (value: PlainDate): string => `${give(value)}::date`;
  const [bucket, source] =
    by === undefined
      ? ['coalesce(amount, 0)', 'indicator_counted']
      : ['fadu_key(e.key)', `indicator_counted cross join lateral fadu_keys(keys -> ${by.index}) as e(key)`];
  const record = (): string =>
    `select ${bucket} as bucket, 1::bigint as n, amount, counts ${recordsText(side, within, give, source)}`;
  const whole = wholeMonths(side, period);
  if (whole !== undefined) parts.push(`select bucket, n, amount, counts ${cellsText(side, whole, within, give, by)}`);
  const since = aliveSince(side, period);
  const { from, to } = period;
  if (since === undefined) {
    const between = (first: PlainDate, last: PlainDate): void => {
      parts.push(`${record()} and on_day between ${day(first)} and ${day(last)}`);
    };
    if (whole === undefined) between(from, to);
    else {
      if (!isFirst(from)) between(from, lastOf(from));
      if (!isLast(to)) between(firstOf(to), to);
    }
  } else {
    const upTo = isLast(to) ? to : lastBefore(to);
    if (!isLast(to))
      parts.push(`${record()} and on_day between ${day(firstOf(to))} and ${day(to)} and ended_day >= ${day(since)}`);
    if (!isFirst(since))
      parts.push(
        `${record()} and on_day <= ${day(upTo)} and ended_day between ${day(since)} and ${day(lastOf(since))}`,
      );
  }
  return parts.join(' union all ');
}

/** The same columns as the value of `compile`: numerator, denominator. */
export function rolledValue(formula: Formula, sides: readonly Side[], period: Period, within: RolledWithin): Sql {
  const values: unknown[] = [];
  const give: Give = (value) => `$${values.push(value)}`;
  const parts = (side: number): string => partsText(sides[side]!, period, within, give);
  return { text: valueText(formula, sides, parts), values };
}

/** As a whole number; 0 of none. */
export const summed = (column: string): string => `coalesce(sum(${column}), 0)::bigint`;

function valueText(formula: Formula, sides: readonly Side[], parts: (side: number) => string): string {
  switch (formula.kind) {
    case 'count':
    case 'stock':
      return `select ${summed('n')} as numerator, null::bigint as denominator from (${parts(0)}) as parts`;
    case 'sum':
      return `select ${summed('amount')} as numerator, null::bigint as denominator from (${parts(0)}) as parts`;
    case 'cohort':
      return `select ${summed(`n * (counts & ${bitOf(sides[0]!.bit)} <> 0)::int`)} as numerator, ${summed('n')} as denominator from (${parts(1)}) as parts`;
    case 'ratio':
      return `select (select ${summed('n')} from (${parts(0)}) as part) as numerator, (select ${summed('n')} from (${parts(1)}) as whole) as denominator`;
    case 'days': {
      const ranks =
        formula.at === 'median'
          ? ['ceil(total / 2.0)', 'total + 1 - ceil(total / 2.0)']
          : [`greatest(1, ceil(${formula.at} / 100.0::double precision * total))`];
      const at = (rank: string): string => `(select min(bucket) from upto where reached >= ${rank})`;
      return `with each as (select bucket, sum(n) as n from (${parts(0)}) as parts group by bucket), upto as (select bucket, sum(n) over (order by bucket) as reached, sum(n) over () as total from each) select coalesce(${ranks.map(at).join(' + ')}, 0)::bigint as numerator, case when exists (select from upto) then ${ranks.length} else 0 end::bigint as denominator`;
    }
  }
}

/** kept: whether there is any record of the moments by the end of the period. */
export function rolledKept(moments: readonly number[], { to }: Period, { units, places }: RolledWithin): Sql {
  const whole = `exists (select from indicator_month where place = any($1::int[]) and moment = any($2::smallint[]) and month <= $3 and n > 0)`;
  if (isLast(to)) return { text: `select ${whole} as kept`, values: [places, moments, monthOf(to)] };
  const values: unknown[] = [places, moments, monthOf(lastBefore(to)), firstOf(to), to];
  const among = unitsText(units, (value) => `$${values.push(value)}`);
  return {
    text: `select ${whole} or exists (select from indicator_counted where moment = any($2::smallint[]) and on_day between $4::date and $5::date and counts <> 0${among}) as kept`,
    values,
  };
}
