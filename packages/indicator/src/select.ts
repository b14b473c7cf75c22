import type { Selection, Where } from './formula.js';

/** Takes a value of the statement; returns its place in the text. */
export type Give = (value: unknown) => string;

/**
 * region, matter, item, on_day, data, organ, path of what a selection holds. `from`
 * null: everything up to the end of the period; `to` null: everything that has a day. `place` says of which matters `m`,
 * `table` where they stand.
 */
export function selected(
  { line, day, where = [] }: Selection,
  period: { readonly from: string | null; readonly to: string | null },
  place: string,
  give: Give,
  table = 'matter',
): string {
  const upTo = (expression: string): string =>
    period.to === null ? `${expression} is not null` : `${expression} <= ${give(period.to)}::date`;
  const during = (expression: string): string =>
    `${period.from === null ? '' : `${expression} >= ${give(period.from)}::date and `}${upTo(expression)}`;
  const base = `m.line = ${give(line)} and ${place}`;
  if ('field' in day) {
    const on = dayAt(day.field, 'm.data', give);
    const holds = where.map((one) => ` and ${condition(one, 'm.data', give)}`).join('');
    return `select m.region, m.id as matter, '' as item, ${on} as on_day, m.data, m.organ, m.path from ${table} m where ${base} and ${during(on)}${holds}`;
  }
  if ('during' in day) {
    const on = dayAt(day.during, 'm.data', give);
    const until = period.from === null ? '' : dayAt(day.until, 'm.data', give);
    const still =
      period.from === null ? '' : ` and (${until} is null or greatest(${until}, ${on}) >= ${give(period.from)}::date)`;
    const holds = where.map((one) => ` and ${condition(one, 'm.data', give)}`).join('');
    return `select m.region, m.id as matter, '' as item, ${on} as on_day, m.data, m.organ, m.path from ${table} m where ${base} and ${upTo(on)}${still}${holds}`;
  }
  if ('actions' in day) {
    const holds = where.map((one) => ` and ${condition(one, 'm.data', give)}`).join('');
    return `select m.region, m.id as matter, e.seq::text as item, e.on_day, m.data, m.organ, m.path from event e join ${table} m on m.region = e.region and m.id = e.matter where ${base} and e.action = any(${give(day.actions)}::text[]) and ${during('e.on_day')}${holds}`;
  }
  const key = day.key.map((part) => `i.value #>> ${pathOf(part, give)}`);
  const on = dayAt(day.on, 'i.value', give);
  const holds = where.map((one) => condition(one, 'i.value', give)).join(' and ');
  return `select region, matter, item, on_day, data, organ, path from (select m.region, m.id as matter, concat_ws('/', ${key.join(', ')}) as item, max(${on}) as on_day, m.data, m.organ, m.path, ${holds === '' ? 'true' : `bool_and((${holds}) is true)`} as held from ${table} m cross join lateral jsonb_array_elements(case when jsonb_typeof(m.data #> ${pathOf(day.list, give)}) = 'array' then m.data #> ${pathOf(day.list, give)} else '[]'::jsonb end) as i(value) where ${base} group by m.region, m.id, concat_ws('/', ${key.join(', ')}), m.data, m.organ, m.path) as items where held and ${during('on_day')}`;
}

export const pathOf = (field: string, give: Give): string => `${give(field.split('.'))}::text[]`;

export const dayAt = (field: string, data: string, give: Give): string =>
  `nullif(${data} #>> ${pathOf(field, give)}, '')::date`;

export function condition(where: Where, data: string, give: Give): string {
  if ('any' in where) return `(${where.any.map((one) => condition(one, data, give)).join(' or ')})`;
  if ('noneOf' in where)
    return `(${data} #>> ${pathOf(where.field, give)} = any(${give(where.noneOf.map(String))}::text[])) is not true`;
  if ('anyOf' in where)
    return `${data} #>> ${pathOf(where.field, give)} = any(${give(where.anyOf.map(String))}::text[])`;
  if ('given' in where)
    return `nullif(${data} #>> ${pathOf(where.field, give)}, '') is ${where.given ? 'not ' : ''}null`;
  return `${dayAt(where.field, data, give)} <= ${dayAt(where.notAfter, data, give)}`;
}
