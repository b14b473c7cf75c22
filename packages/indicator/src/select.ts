import { clockOf, clockText } from './clock-field.js';
import type { Selection, Where } from './formula.js';

/** Takes a value of the statement; returns its place in the text. */
export type Give = (value: unknown) => string;

/** The text of a field by its place (`outcome.0.code`), as SQL; null where there is none. */
export type Read = (field: string) => string;

/** Reads from a jsonb column; of the clocks of a matter from the column `clocks`. @throws RangeError where there are none. */
export const readFrom =
  (data: string, give: Give, clocks?: string): Read =>
  (field) => {
    const clock = clockOf(field);
    if (clock === undefined) return `${data} #>> ${pathOf(field, give)}`;
    if (clocks === undefined) throw new RangeError(`no clocks here: ${field}`);
    return clockText(clock, (path) => `${clocks} #>> ${give(path)}::text[]`);
  };

/**
 * region, matter, item, on_day, data, clocks of what a selection holds. `from` null: everything up to the end of the period.
 * `place` says of which matters `m`; `matters` may be only some of the table.
 */
export function selected(
  { line, day, where = [] }: Selection,
  period: { readonly from: string | null; readonly to: string },
  place: string,
  give: Give,
  matters = 'matter m',
): string {
  const ofMatter = readFrom('m.data', give, 'm.clocks');
  const upTo = (expression: string): string => `${expression} <= ${give(period.to)}::date`;
  const during = (expression: string): string =>
    `${period.from === null ? '' : `${expression} >= ${give(period.from)}::date and `}${upTo(expression)}`;
  const base = `m.line = ${give(line)} and ${place}`;
  if ('field' in day) {
    const on = dayAt(day.field, ofMatter);
    const holds = where.map((one) => ` and ${condition(one, ofMatter, give)}`).join('');
    return `select m.region, m.id as matter, '' as item, ${on} as on_day, m.data, m.clocks from ${matters} where ${base} and ${during(on)}${holds}`;
  }
  if ('during' in day) {
    const on = dayAt(day.during, ofMatter);
    const until = period.from === null ? '' : dayAt(day.until, ofMatter);
    const still =
      period.from === null ? '' : ` and (${until} is null or greatest(${until}, ${on}) >= ${give(period.from)}::date)`;
    const holds = where.map((one) => ` and ${condition(one, ofMatter, give)}`).join('');
    return `select m.region, m.id as matter, '' as item, ${on} as on_day, m.data, m.clocks from ${matters} where ${base} and ${upTo(on)}${still}${holds}`;
  }
  if ('actions' in day) {
    const holds = where.map((one) => ` and ${condition(one, ofMatter, give)}`).join('');
    return `select m.region, m.id as matter, e.seq::text as item, e.on_day, m.data, m.clocks from event e join ${matters} on m.region = e.region and m.id = e.matter where ${base} and e.action = any(${give(day.actions)}::text[]) and ${during('e.on_day')}${holds}`;
  }
  const ofItem = readFrom('i.value', give);
  const key = day.key.map(ofItem);
  const on = dayAt(day.on, ofItem);
  const holds = where.map((one) => condition(one, ofItem, give)).join(' and ');
  const list = `m.data #> ${pathOf(day.list, give)}`;
  return `select region, matter, item, on_day, data, clocks from (select m.region, m.id as matter, concat_ws('/', ${key.join(', ')}) as item, max(${on}) as on_day, m.data, m.clocks, ${holds === '' ? 'true' : `bool_and((${holds}) is true)`} as held from ${matters} cross join lateral ${elements(list)} as i(value) where ${base} group by m.region, m.id, concat_ws('/', ${key.join(', ')}), m.data, m.clocks) as items where held and ${during('on_day')}`;
}

/** The items of a list; none where there is no list. */
export const elements = (list: string): string =>
  `jsonb_array_elements(case when jsonb_typeof(${list}) = 'array' then ${list} else '[]'::jsonb end)`;

export const pathOf = (field: string, give: Give): string => `${give(field.split('.'))}::text[]`;

export const dayAt = (field: string, read: Read): string => `nullif(${read(field)}, '')::date`;

export function condition(where: Where, read: Read, give: Give): string {
  if ('any' in where) return `(${where.any.map((one) => condition(one, read, give)).join(' or ')})`;
  if ('noneOf' in where) return `(${read(where.field)} = any(${give(where.noneOf.map(String))}::text[])) is not true`;
  if ('anyOf' in where) return `${read(where.field)} = any(${give(where.anyOf.map(String))}::text[])`;
  if ('given' in where) return `nullif(${read(where.field)}, '') is ${where.given ? 'not ' : ''}null`;
  return `${dayAt(where.field, read)} <= ${dayAt(where.notAfter, read)}`;
}
