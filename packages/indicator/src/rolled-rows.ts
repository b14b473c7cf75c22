import { addDays, addMonths, type PlainDate, plainDate } from '@fadu/kernel';
import type { Sql } from './compile.js';
import type { Formula } from './formula.js';
import type { Side } from './moment.js';
import type { Period } from './period.js';
import { bitOf } from './recorded.js';
import {
  aliveSince,
  cellsText,
  fieldOf,
  type RolledWithin,
  recordsText,
  type WholeMonths,
  wholeMonths,
} from './rolled.js';
import type { Give } from './select.js';

/**
 * The records behind a rolled-up figure, in blocks one after the other: of a rate first those of its base, then those that
 * are in its part only; each by day, matter and item. The columns and the order are those of `compile`.
 */
export interface RolledBlock {
  /** month, n: how many there are by the month of their day; undefined where sums do not tell. */
  readonly months: Sql | undefined;
  /** n: how many there are. */
  readonly count: Sql;
  rows(page: RowsPage): Sql;
  /** The same in a statement whose values `give` takes. */
  text(give: Give, page: RowsPage): string;
}

/** Without months and numbers: all. `skip` counts from the first month. */
interface RowsPage {
  /** As in `months`, both included. */
  readonly fromMonth?: number | undefined;
  readonly toMonth?: number | undefined;
  readonly skip?: number;
  readonly count?: number;
}

/** With up to so many units, records are looked for unit by unit; with more, day by day. */
const FEW = 250;

/** One value of a field. */
export interface OnlyOf {
  readonly field: string;
  readonly key: string;
}

/** `only`: those with one value of a field; undefined where records are not told apart by it. */
export function rolledRows(
  formula: Formula,
  sides: readonly Side[],
  period: Period,
  within: RolledWithin,
): readonly RolledBlock[];
export function rolledRows(
  formula: Formula,
  sides: readonly Side[],
  period: Period,
  within: RolledWithin,
  only: OnlyOf | undefined,
): readonly RolledBlock[] | undefined;
export function rolledRows(
  formula: Formula,
  sides: readonly Side[],
  period: Period,
  within: RolledWithin,
  only?: OnlyOf,
): readonly RolledBlock[] | undefined {
  if (only !== undefined && sides.some((side) => fieldOf(side, only.field) === undefined)) return undefined;
  const block = (of: BlockOf): RolledBlock => blockOf(of, period, within, only);
  const [part, whole] = [sides[0]!, sides[1]];
  switch (formula.kind) {
    case 'count':
    case 'stock':
      return [block({ of: part, counted: 'true', base: false })];
    case 'sum':
    case 'days':
      return [block({ of: part, counted: 'true', base: false, amount: true })];
    case 'cohort':
      return [block({ of: whole!, counted: `r.counts & ${bitOf(part.bit)} <> 0`, base: true })];
    case 'ratio': {
      if (part.moment === whole!.moment && part.stay === 'point' && whole!.stay === 'point')
        return [
          block({ of: whole!, counted: `r.counts & ${bitOf(part.bit)} <> 0`, base: true }),
          block({ of: part, counted: 'true', base: false, but: whole!.bit }),
        ];
      return [
        block({ of: whole!, counted: (give) => `exists (${otherText(part, period, give)})`, base: true }),
        block({ of: part, counted: 'true', base: false, without: whole! }),
      ];
    }
  }
}

/** All records as one statement, in no order. */
export const rolledRowsText = (blocks: readonly RolledBlock[]): Sql =>
  statement((give) => blocks.map((block) => `(${block.text(give, {})})`).join(' union all '));

interface BlockOf {
  readonly of: Side;
  readonly counted: string | ((give: Give) => string);
  readonly base: boolean;
  readonly amount?: boolean;
  /** Not those with this bit of the same record. */
  readonly but?: number;
  /** Not those that this side has too. */
  readonly without?: Side;
}

function blockOf(
  { of, counted, base, amount, but, without }: BlockOf,
  period: Period,
  within: RolledWithin,
  only: OnlyOf | undefined,
): RolledBlock {
  const by = only && fieldOf(of, only.field);
  const having = (give: Give): string =>
    by === undefined
      ? ''
      : ` and exists (select from fadu_keys(keys -> ${by.index}) as e(key) where e.key = ${give(only!.key)})`;
  const cells = (whole: WholeMonths, give: Give): string =>
    `${cellsText(of, whole, within, give, by)}${by === undefined ? '' : ` and bucket = fadu_key(${give(only!.key)})`}${not}`;
  const not = but === undefined ? '' : ` and counts & ${bitOf(but)} = 0`;
  const months = wholeMonths(of, period);
  const tell = months?.exact === true && without === undefined ? months : undefined;
  const all = (give: Give, { fromMonth, toMonth }: RowsPage): string => {
    const between = [
      ...(fromMonth === undefined ? [] : [` and on_day >= ${give(firstDay(fromMonth))}::date`]),
      ...(toMonth === undefined ? [] : [` and on_day <= ${give(lastDay(toMonth))}::date`]),
    ];
    // Few units: their records, put in order afterwards; many: in the order of the days until the page is full.
    const fence = within.units !== 'all' && within.units.length <= FEW ? ' offset 0' : '';
    const lacking = without === undefined ? '' : ` where not exists (${otherText(without, period, give)})`;
    return `(select region, matter, item, on_day, counts, amount ${recordsText(of, within, give, 'indicator_record')}${not}${having(give)} and ${inPeriod(of, period, '', give)}${between.join('')}${fence}) as r${lacking}`;
  };
  const text = (give: Give, page: RowsPage): string => {
    const offset = page.skip === undefined ? '' : ` offset ${Math.trunc(page.skip)}`;
    const limit = page.count === undefined ? '' : ` limit ${Math.trunc(page.count)}`;
    const rows = `select r.* from ${all(give, page)} order by r.on_day, r.matter, r.item${offset}${limit}`;
    const is = typeof counted === 'string' ? counted : counted(give);
    return `select r.region, r.matter, r.item, r.on_day, ${is} as counted, ${base} as base, ${amount === true ? 'r.amount' : 'null::bigint as amount'} from (${rows}) as r order by r.on_day, r.matter, r.item`;
  };
  return {
    months:
      tell &&
      statement(
        (give) => `select month, sum(n)::int as n ${cells(tell, give)} group by month having sum(n) > 0 order by month`,
      ),
    count: statement((give) =>
      tell
        ? `select coalesce(sum(n), 0)::int as n ${cells(tell, give)}`
        : `select count(*)::int as n from ${all(give, {})}`,
    ),
    rows: (page) => statement((give) => text(give, page)),
    text,
  };
}

/** The first day of 202307. */
const firstDay = (month: number): PlainDate =>
  plainDate(`${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}-01`);

const lastDay = (month: number): PlainDate => addDays(addMonths(firstDay(month), 1), -1);

/** The record of the other side of a rate, of the same matter and item as `r`. */
const otherText = (side: Side, period: Period, give: Give): string =>
  `select from indicator_record o where o.region = r.region and o.matter = r.matter and o.moment = ${side.moment.id}::smallint and o.item = r.item and o.counts & ${bitOf(side.bit)} <> 0 and ${inPeriod(side, period, 'o.', give)}`;

function inPeriod(side: Side, period: Period, of: string, give: Give): string {
  const day = (value: PlainDate): string => `${give(value)}::date`;
  const since = aliveSince(side, period);
  if (since === undefined) return `${of}on_day between ${day(period.from)} and ${day(period.to)}`;
  return `${of}on_day <= ${day(period.to)} and ${of}ended_day >= ${day(since)}`;
}

function statement(text: (give: Give) => string): Sql {
  const values: unknown[] = [];
  return { text: text((value) => `$${values.push(value)}`), values };
}
