import type { Formula, Quantile } from './formula.js';
import type { Period } from './period.js';
import { condition, dayAt, type Give, readFrom, selected } from './select.js';

/** A statement with its values; nothing from outside stands in the text. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Whose records: those of an organ, or of an organ and all below it (ltree path). */
export type Within = { readonly organ: string } | { readonly path: string };

/**
 * A formula as SQL over the tables `matter` and `event`, twice: `rows` lists the records, `value` counts that very list,
 * so the two cannot disagree. Every row has region, matter, item, on_day, counted, base (whether it is in numerator and
 * denominator), amount (fen, days or null). Row security applies to both.
 */
export function compile(formula: Formula, period: Period, within: Within): { readonly value: Sql; readonly rows: Sql } {
  const values: unknown[] = [];
  const give = (value: unknown): string => `$${values.push(value)}`;
  const place = 'organ' in within ? `m.organ = ${give(within.organ)}` : `m.path <@ ${give(within.path)}::ltree`;
  const rows = rowsOf(formula, period, place, give);
  return {
    rows: { text: `${rows} order by base desc, on_day, matter, item`, values },
    value: { text: `select ${aggregate(formula)} from (${rows}) as rows`, values },
  };
}

const NONE = 'null::bigint as amount';

function rowsOf(formula: Formula, period: Period, place: string, give: Give): string {
  const read = readFrom('data', give, 'clocks');
  switch (formula.kind) {
    case 'count':
      return `select region, matter, item, on_day, true as counted, false as base, ${NONE} from (${selected(formula.of, period, place, give)}) as s`;
    case 'sum': {
      const amount = `(${read(formula.amount)})::bigint`;
      return `select region, matter, item, on_day, true as counted, false as base, ${amount} as amount from (${selected(formula.of, period, place, give)}) as s`;
    }
    case 'ratio': {
      const part = selected(formula.part, period, place, give);
      const whole = selected(formula.whole, period, place, give);
      return `select region, matter, item, coalesce(max(on_day) filter (where base), max(on_day)) as on_day, bool_or(counted) as counted, bool_or(base) as base, ${NONE} from (select region, matter, item, on_day, true as counted, false as base from (${part}) as p union all select region, matter, item, on_day, false, true from (${whole}) as w) as joined group by region, matter, item`;
    }
    case 'cohort': {
      const holds = formula.where.map((where) => condition(where, read, give)).join(' and ');
      return `select region, matter, item, on_day, (${holds}) is true as counted, true as base, ${NONE} from (${selected(formula.whole, period, place, give)}) as s`;
    }
    case 'stock': {
      const until = dayAt(formula.until, read);
      const all = selected(formula.of, { ...period, from: null }, place, give);
      return `select region, matter, item, on_day, true as counted, false as base, ${NONE} from (${all}) as s where ${until} is null or ${until} > ${give(period.to)}::date`;
    }
    case 'days': {
      const [from, to] = [dayAt(formula.from, read), dayAt(formula.to, read)];
      return `select region, matter, item, on_day, true as counted, false as base, (${to} - ${from})::bigint as amount from (${selected(formula.of, period, place, give)}) as s where ${from} is not null and ${to} is not null`;
    }
  }
}

/** Columns `numerator` and `denominator` (null for a plain number). */
function aggregate(formula: Formula): string {
  switch (formula.kind) {
    case 'count':
    case 'stock':
      return 'count(*) as numerator, null::bigint as denominator';
    case 'sum':
      return 'coalesce(sum(amount), 0)::bigint as numerator, null::bigint as denominator';
    case 'ratio':
    case 'cohort':
      return 'count(*) filter (where counted) as numerator, count(*) filter (where base) as denominator';
    case 'days':
      return `${quantileOf(formula.at)} as numerator, case when count(*) = 0 then 0 else ${formula.at === 'median' ? 2 : 1} end::bigint as denominator`;
  }
}

/** The two middle values added (over 2), or the value at the nearest rank. */
function quantileOf(at: Quantile): string {
  if (at === 'median')
    return 'coalesce(percentile_disc(0.5) within group (order by amount) + percentile_disc(0.5) within group (order by amount desc), 0)::bigint';
  if (!Number.isInteger(at) || at < 1 || at > 100) throw new RangeError(`no percentile: ${at}`);
  return `coalesce(percentile_disc(${at} / 100.0::double precision) within group (order by amount), 0)::bigint`;
}
