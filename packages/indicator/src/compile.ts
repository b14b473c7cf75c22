import type { Formula, Quantile, Selection, Where } from './formula.js';
import type { Period } from './period.js';

/** A statement with its values; nothing from outside stands in the text. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Whose records: those of an organ, or of an organ and all below it (ltree path). */
export type Within = { readonly organ: string } | { readonly path: string };

/**
 * A formula as SQL over the tables `matter` and `event`, twice: `rows` lists the records, `value` counts that very list,
 * so the two cannot disagree. Every row has region, matter, on_day, counted, base (whether it is in numerator and
 * denominator), amount (fen, days or null). Row security applies to both.
 */
export function compile(formula: Formula, period: Period, within: Within): { readonly value: Sql; readonly rows: Sql } {
  const values: unknown[] = [];
  const give = (value: unknown): string => `$${values.push(value)}`;
  const rows = rowsOf(formula, period, within, give);
  return {
    rows: { text: `${rows} order by on_day, matter`, values },
    value: { text: `select ${aggregate(formula)} from (${rows}) as rows`, values },
  };
}

type Give = (value: unknown) => string;

const NONE = 'null::bigint as amount';

function rowsOf(formula: Formula, period: Period, within: Within, give: Give): string {
  switch (formula.kind) {
    case 'count':
      return `select region, matter, on_day, true as counted, false as base, ${NONE} from (${selected(formula.of, period, within, give)}) as s`;
    case 'sum': {
      const amount = `(data #>> ${pathOf(formula.amount, give)})::bigint`;
      return `select region, matter, on_day, true as counted, false as base, ${amount} as amount from (${selected(formula.of, period, within, give)}) as s`;
    }
    case 'ratio': {
      const part = selected(formula.part, period, within, give);
      const whole = selected(formula.whole, period, within, give);
      return `select region, matter, max(on_day) as on_day, bool_or(counted) as counted, bool_or(base) as base, ${NONE} from (select region, matter, item, on_day, true as counted, false as base from (${part}) as p union all select region, matter, item, on_day, false, true from (${whole}) as w) as joined group by region, matter, item`;
    }
    case 'cohort': {
      const holds = formula.where.map((where) => condition(where, 'data', give)).join(' and ');
      return `select region, matter, on_day, (${holds}) is true as counted, true as base, ${NONE} from (${selected(formula.whole, period, within, give)}) as s`;
    }
    case 'stock': {
      const until = dayAt(formula.until, 'data', give);
      const all = selected(formula.of, { ...period, from: null }, within, give);
      return `select region, matter, on_day, true as counted, false as base, ${NONE} from (${all}) as s where ${until} is null or ${until} > ${give(period.to)}::date`;
    }
    case 'days': {
      const [from, to] = [dayAt(formula.from, 'data', give), dayAt(formula.to, 'data', give)];
      return `select region, matter, on_day, true as counted, false as base, (${to} - ${from})::bigint as amount from (${selected(formula.of, period, within, give)}) as s where ${from} is not null and ${to} is not null`;
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

/** region, matter, item, on_day, data of what a selection holds. `from` null: everything up to the end of the period. */
function selected(
  { line, day, where = [] }: Selection,
  period: { readonly from: string | null; readonly to: string },
  within: Within,
  give: Give,
): string {
  const place = 'organ' in within ? `m.organ = ${give(within.organ)}` : `m.path <@ ${give(within.path)}::ltree`;
  const during = (expression: string): string =>
    `${period.from === null ? '' : `${expression} >= ${give(period.from)}::date and `}${expression} <= ${give(period.to)}::date`;
  const base = `m.line = ${give(line)} and ${place}`;
  if ('field' in day) {
    const on = dayAt(day.field, 'm.data', give);
    const holds = where.map((one) => ` and ${condition(one, 'm.data', give)}`).join('');
    return `select m.region, m.id as matter, '' as item, ${on} as on_day, m.data from matter m where ${base} and ${during(on)}${holds}`;
  }
  if ('during' in day) {
    const [on, until] = [dayAt(day.during, 'm.data', give), dayAt(day.until, 'm.data', give)];
    const still = period.from === null ? '' : ` and (${until} is null or ${until} >= ${give(period.from)}::date)`;
    const holds = where.map((one) => ` and ${condition(one, 'm.data', give)}`).join('');
    return `select m.region, m.id as matter, '' as item, ${on} as on_day, m.data from matter m where ${base} and ${on} <= ${give(period.to)}::date${still}${holds}`;
  }
  if ('actions' in day) {
    const holds = where.map((one) => ` and ${condition(one, 'm.data', give)}`).join('');
    return `select m.region, m.id as matter, e.seq::text as item, e.on_day, m.data from event e join matter m on m.region = e.region and m.id = e.matter where ${base} and e.action = any(${give(day.actions)}::text[]) and ${during('e.on_day')}${holds}`;
  }
  const key = day.key.map((part) => `i.value #>> ${pathOf(part, give)}`);
  const on = dayAt(day.on, 'i.value', give);
  const holds = where.map((one) => condition(one, 'i.value', give)).join(' and ');
  return `select region, matter, item, on_day, data from (select m.region, m.id as matter, concat_ws('/', ${key.join(', ')}) as item, max(${on}) as on_day, m.data, ${holds === '' ? 'true' : `bool_and((${holds}) is true)`} as held from matter m cross join lateral jsonb_array_elements(case when jsonb_typeof(m.data #> ${pathOf(day.list, give)}) = 'array' then m.data #> ${pathOf(day.list, give)} else '[]'::jsonb end) as i(value) where ${base} group by m.region, m.id, concat_ws('/', ${key.join(', ')}), m.data) as items where held and ${during('on_day')}`;
}

const pathOf = (field: string, give: Give): string => `${give(field.split('.'))}::text[]`;

const dayAt = (field: string, data: string, give: Give): string =>
  `nullif(${data} #>> ${pathOf(field, give)}, '')::date`;

function condition(where: Where, data: string, give: Give): string {
  if ('any' in where) return `(${where.any.map((one) => condition(one, data, give)).join(' or ')})`;
  if ('noneOf' in where)
    return `(${data} #>> ${pathOf(where.field, give)} = any(${give(where.noneOf.map(String))}::text[])) is not true`;
  if ('anyOf' in where)
    return `${data} #>> ${pathOf(where.field, give)} = any(${give(where.anyOf.map(String))}::text[])`;
  if ('given' in where)
    return `nullif(${data} #>> ${pathOf(where.field, give)}, '') is ${where.given ? 'not ' : ''}null`;
  return `${dayAt(where.field, data, give)} <= ${dayAt(where.notAfter, data, give)}`;
}
