import type { Sql } from './compile.js';
import { type Formula, type Selection, selectionsOf } from './formula.js';
import type { Period } from './period.js';
import { condition, dayAt, type Give, pathOf, selected } from './select.js';

/**
 * A formula over what has been rolled up: `indicator_record` (the records, one by one) and `indicator_day` (their sums by
 * place and day). Both are filled from the selections that `compile` uses, so that they say what it says.
 */

/** How records of one side come into a period: on a day of it, there at some time of it, or there at its end. */
type Stay = 'point' | 'span' | 'stock';

/** Part and whole of a ratio are two sides; every other formula has one. */
interface Side {
  readonly of: Selection;
  readonly stay: Stay;
}

/** Undefined for a formula whose sums over days do not give its value: it is computed from the records each time. */
export function sidesOf(formula: Formula): readonly Side[] | undefined {
  const sides = selectionsOf(formula).map((of): Side => ({ of, stay: 'during' in of.day ? 'span' : 'point' }));
  if (formula.kind === 'stock') return sides[0]!.stay === 'span' ? undefined : [{ of: formula.of, stay: 'stock' }];
  const additive = formula.kind === 'count' || formula.kind === 'ratio';
  return additive || sides.every((side) => side.stay === 'point') ? sides : undefined;
}

/**
 * The records that matters of `table` give to a formula, whatever the period: region, matter, side, item, organ,
 * place, on_day, ended_day, counted, amount. One select for each side.
 */
export function contributions(formula: Formula, table: string, give: Give): readonly string[] {
  return (sidesOf(formula) ?? []).map(({ of, stay }, side) => {
    const ended =
      stay === 'point' ? undefined : formula.kind === 'stock' ? formula.until : 'until' in of.day ? of.day.until : '';
    const until = ended === undefined ? undefined : dayAt(ended, 'data', give);
    const endedDay =
      until === undefined ? 'null::date' : `case when ${until} is null then null else greatest(${until}, on_day) end`;
    const [counted, amount, only] = measured(formula, give);
    return `select region, matter, ${side}::smallint as side, item, organ, path::text || '.' as place, on_day, ${endedDay} as ended_day, ${counted} as counted, ${amount} as amount from (${selected(of, { from: null, to: null }, 'true', give, table)}) as s${only}`;
  });
}

function measured(formula: Formula, give: Give): readonly [counted: string, amount: string, only: string] {
  switch (formula.kind) {
    case 'sum':
      return ['true', `(data #>> ${pathOf(formula.amount, give)})::bigint`, ''];
    case 'cohort':
      return [
        `(${formula.where.map((where) => condition(where, 'data', give)).join(' and ')}) is true`,
        'null::bigint',
        '',
      ];
    case 'days': {
      const [from, to] = [dayAt(formula.from, 'data', give), dayAt(formula.to, 'data', give)];
      return ['true', `(${to} - ${from})::bigint`, ` where ${from} is not null and ${to} is not null`];
    }
    default:
      return ['true', 'null::bigint', ''];
  }
}

/** Of an organ itself, or of everything that was opened under a path. */
export type RolledWithin = { readonly organ: string } | { readonly path: string };

/**
 * The same two statements as `compile`, with the same columns, over what was rolled up under the number `id`.
 * @throws RangeError for a formula that is not rolled up.
 */
export function compileRolled(
  formula: Formula,
  id: number,
  period: Period,
  within: RolledWithin,
): { readonly value: Sql; readonly rows: Sql } {
  const sides = sidesOf(formula);
  if (sides === undefined) throw new RangeError('not rolled up');
  const [value, rows] = [statement(), statement()];
  const [own, at] = 'organ' in within ? [true, within.organ] : [false, within.path];
  const place = `formula = ${value.give(id)} and own = ${value.give(own)} and at = ${value.give(at)}`;
  const to = `${value.give(period.to)}::date`;
  // A statement may not have a value that it does not use.
  const from = (): string => `${value.give(period.from)}::date`;
  const sum = (side: number, column = 'n'): string => {
    const all = `from indicator_day where ${place} and side = ${side} and day <= ${to}`;
    const stay = sides[side]!.stay;
    if (stay === 'point') return `(select coalesce(sum(${column}), 0)::bigint ${all} and day >= ${from()})`;
    if (stay === 'stock') return `(select coalesce(sum(n - ended), 0)::bigint ${all})`;
    return `(select coalesce(sum(n) - sum(case when day < ${from()} then ended else 0 end), 0)::bigint ${all})`;
  };
  return {
    value: value.done(valueText(formula, sum, { place, from, to })),
    rows: rows.done(rowsText(formula, sides, id, period, within, rows.give)),
  };
}

function valueText(
  formula: Formula,
  sum: (side: number, column?: string) => string,
  { place, from, to }: { readonly place: string; readonly from: () => string; readonly to: string },
): string {
  switch (formula.kind) {
    case 'count':
    case 'stock':
      return `select ${sum(0)} as numerator, null::bigint as denominator`;
    case 'sum':
      return `select ${sum(0, 'amount')} as numerator, null::bigint as denominator`;
    case 'ratio':
      return `select ${sum(0)} as numerator, ${sum(1)} as denominator`;
    case 'cohort':
      return `select ${sum(0, 'counted')} as numerator, ${sum(0)} as denominator`;
    case 'days': {
      const ranks =
        formula.at === 'median'
          ? ['ceil(total / 2.0)', 'total + 1 - ceil(total / 2.0)']
          : [`greatest(1, ceil(${formula.at} / 100.0::double precision * total))`];
      const at = (rank: string): string => `(select min(bucket) from upto where reached >= ${rank})`;
      return `with each as (select bucket, sum(n) as n from indicator_day where ${place} and side = 0 and day >= ${from()} and day <= ${to} group by bucket), upto as (select bucket, sum(n) over (order by bucket) as reached, sum(n) over () as total from each) select coalesce(${ranks.map(at).join(' + ')}, 0)::bigint as numerator, case when exists (select from upto) then ${ranks.length} else 0 end::bigint as denominator`;
    }
  }
}

function rowsText(
  formula: Formula,
  sides: readonly Side[],
  id: number,
  period: Period,
  within: RolledWithin,
  give: Give,
): string {
  // The range of one index; a point ends each name, so that r.city.east does not begin r.city.eastern.
  const place =
    'organ' in within
      ? `organ = ${give(within.organ)}`
      : `place >= ${give(`${within.path}.`)} and place < ${give(`${within.path}/`)}`;
  const of = `from indicator_record where formula = ${give(id)} and ${place} and on_day <= ${give(period.to)}::date`;
  const during = ({ stay }: Side): string => {
    if (stay === 'point') return `on_day >= ${give(period.from)}::date`;
    if (stay === 'stock') return `(ended_day is null or ended_day > ${give(period.to)}::date)`;
    return `(ended_day is null or ended_day >= ${give(period.from)}::date)`;
  };
  if (formula.kind === 'ratio')
    return `select region, matter, max(on_day) as on_day, bool_or(side = 0) as counted, bool_or(side = 1) as base, null::bigint as amount ${of} and (side = 0 and ${during(sides[0]!)} or side = 1 and ${during(sides[1]!)}) group by region, matter, item order by on_day, matter`;
  return `select region, matter, on_day, counted, ${formula.kind === 'cohort'} as base, amount ${of} and side = 0 and ${during(sides[0]!)} order by on_day, matter`;
}

function statement(): { readonly give: Give; readonly done: (text: string) => Sql } {
  const values: unknown[] = [];
  return { give: (value) => `$${values.push(value)}`, done: (text) => ({ text, values }) };
}
