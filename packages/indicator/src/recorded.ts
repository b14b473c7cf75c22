import { clockOf, clockText } from './clock-field.js';
import type { Where } from './formula.js';
import type { Count, Moment } from './moment.js';
import { condition, dayAt, elements, type Give, pathOf, type Read, readFrom } from './select.js';

/**
 * SQL that finds the records of matters, as `compile` would: each field is taken out of the matter once, whatever the number
 * of formulas that look at it.
 */

/** Moments of one line. */
export interface LineMoments {
  readonly line: string;
  /** Dated by a field or by an item of a list. */
  readonly dated: readonly Moment[];
  /** One record for each time one of the actions was taken. */
  readonly acted: readonly (Moment & { readonly at: { readonly actions: readonly string[] } })[];
}

export function byLine(moments: readonly Moment[]): readonly LineMoments[] {
  return [...new Set(moments.map(({ line }) => line))].map((line) => {
    const own = moments.filter((moment) => moment.line === line);
    return {
      line,
      dated: own.filter(({ at }) => !('actions' in at)),
      acted: own.flatMap((moment) => ('actions' in moment.at ? [{ ...moment, at: moment.at }] : [])),
    };
  });
}

/**
 * region, matter, unit and the fields that the moments of a line ask for, of the matters `m` that `from` gives. A place is
 * where the matter was opened, whatever becomes of its organ.
 */
export function fieldsText(moments: LineMoments, from: string, give: Give): string {
  const { types, clocks } = readsOf(moments);
  const columns = [...types].map(([name, type]) => `"${name}" ${type}`).join(', ');
  const fields = columns === '' ? '' : ` cross join lateral jsonb_to_record(m.data) as x(${columns})`;
  return `select m.region, m.id as matter, p.id as unit${columns === '' ? '' : ', x.*'}${clocks ? ', m.clocks as "$clock"' : ''} from ${from} join indicator_place p on p.organ = m.organ and p.path = m.path${fields} where m.line = ${give(moments.line)}`;
}

/** What the moments of a line read of a matter: fields by their first names, each as text or taken apart further; and its clocks. */
interface Reads {
  readonly types: ReadonlyMap<string, 'text' | 'jsonb'>;
  readonly clocks: boolean;
}

/** An event that changes none of this leaves the records of its matter as they are, unless its action is counted itself. */
export function readsOf({ dated, acted }: LineMoments): Reads {
  const types = new Map<string, 'text' | 'jsonb'>();
  const named = [...dated, ...acted].flatMap(fieldsOf);
  const ofMatter = named.filter((one) => clockOf(one) === undefined);
  for (const field of ofMatter) {
    const [name = '', ...inner] = field.split('.');
    if (!/^\w+$/.test(name)) throw new RangeError(`no name of a field: ${field}`);
    if (inner.length > 0) types.set(name, 'jsonb');
    else if (!types.has(name)) types.set(name, 'text');
  }
  return { types, clocks: ofMatter.length < named.length };
}

/** moment, item, on_day, ended_day, counts, amount, keys of one row `f` of `fieldsText`: a lateral table, called `k`. */
export function datedText(moments: LineMoments, give: Give): string {
  const read = readOf(moments, give);
  const each: string[] = [];
  for (const moment of moments.dated) {
    const { id, at } = moment;
    if ('field' in at) {
      const on = dayAt(at.field, read);
      each.push(
        `select ${id}::smallint as moment, ''::text as item, ${on} as on_day, ${endedText(moment, on, read)} as ended_day, ${countsText(moment, read, give)} as counts, ${amountText(moment, read)} as amount, ${keysText(moment, give)} as keys`,
      );
    } else if ('list' in at) {
      const ofItem = readFrom('i.value', give);
      const on = `max(${dayAt(at.on, ofItem)})`;
      each.push(
        `select ${id}::smallint as moment, concat_ws('/', ${at.key.map(ofItem).join(', ')}) as item, ${on} as on_day, ${endedText(moment, on, read)} as ended_day, ${countsText(moment, read, give, ofItem)} as counts, ${amountText(moment, read)} as amount, ${NO_KEYS} as keys from ${elements(jsonText(at.list, give))} as i(value) group by 2`,
      );
    }
  }
  // One select each: of VALUES, PostgreSQL would prepare every expression again for every matter.
  return `lateral (select * from (${each.join(' union all ')}) as each where on_day is not null and counts <> 0) as k`;
}

/** ended_day, counts, amount, keys of a record `a` of an action, whose matter is a row `f` of `fieldsText`. */
export function actedText(moments: LineMoments, give: Give): string {
  const read = readOf(moments, give);
  const each = (text: (moment: Moment) => string): string =>
    `case a.moment ${moments.acted.map((moment) => `when ${moment.id} then ${text(moment)}`).join(' ')} end`;
  return [
    each((moment) => endedText(moment, 'a.on_day', read)),
    each((moment) => countsText(moment, read, give)),
    each((moment) => amountText(moment, read)),
    NO_KEYS,
  ].join(', ');
}

/** A stay that ended before it began, as people type it, ended on the day it began; one that has not ended, at infinity. */
function endedText({ until }: Moment, on: string, read: Read): string {
  if (until === undefined) return 'null::date';
  const day = dayAt(until, read);
  return `case when ${day} is null then 'infinity'::date else greatest(${day}, ${on}) end`;
}

function amountText({ measure }: Moment, read: Read): string {
  if (measure === undefined) return 'null::bigint';
  if ('amount' in measure) return `(${read(measure.amount)})::bigint`;
  return `(${dayAt(measure.to, read)} - ${dayAt(measure.from, read)})::bigint`;
}

const NO_KEYS = 'null::jsonb';

/** The values of the fields by which sums are told apart, as they stand in the matter. */
const keysText = ({ by }: Moment, give: Give): string =>
  by.length === 0 ? NO_KEYS : `jsonb_build_array(${by.map(({ field }) => jsonText(field, give)).join(', ')})`;

/** `ofItem`: conditions of the selection speak of the items of one key, and hold when they hold for all of them. */
function countsText({ counts, measure }: Moment, read: Read, give: Give, ofItem?: Read): string {
  const days = measure !== undefined && 'from' in measure ? [measure.from, measure.to] : [];
  const given = days.map((field) => `${dayAt(field, read)} is not null`);
  return counts
    .map(({ where, holds }, bit) => {
      const ofMatter = (ofItem === undefined ? [...where, ...holds] : holds).map((one) => condition(one, read, give));
      const ofItems =
        ofItem === undefined || where.length === 0
          ? []
          : [`bool_and((${where.map((one) => condition(one, ofItem, give)).join(' and ')}) is true)`];
      const all = [...given, ...ofMatter, ...ofItems];
      return all.length === 0 ? bitOf(bit) : `case when ${all.join(' and ')} then ${bitOf(bit)} else 0 end`;
    })
    .join(' + ');
}

/** The bit of a count, as SQL. */
export const bitOf = (bit: number): string => `${(1n << BigInt(bit)).toString()}::bigint`;

/** A field of a row `f`: a column, or within one that was left as jsonb. */
function readOf(moments: LineMoments, give: Give): Read {
  const nested = new Set(
    [...moments.dated, ...moments.acted]
      .flatMap(fieldsOf)
      .flatMap((field) => (field.includes('.') ? [field.split('.')[0]!] : [])),
  );
  return (field) => {
    const clock = clockOf(field);
    if (clock !== undefined) return clockText(clock, (path) => `f."$clock" #>> ${give(path)}::text[]`);
    const [name = '', ...inner] = field.split('.');
    if (!nested.has(name)) return `f."${name}"`;
    return `f."${name}" #>> ${inner.length === 0 ? "'{}'::text[]" : pathOf(inner.join('.'), give)}`;
  };
}

/** A field of a row `f` as jsonb. */
function jsonText(field: string, give: Give): string {
  const [name, ...inner] = field.split('.');
  return inner.length === 0 ? `f."${name}"` : `f."${name}" #> ${pathOf(inner.join('.'), give)}`;
}

/** Fields of the matter that a moment looks at; not those of an item. */
function fieldsOf({ at, until, measure, counts, by }: Moment): string[] {
  const ofMatter = ({ where, holds }: Count): readonly Where[] => ('list' in at ? holds : [...where, ...holds]);
  return [
    ...('field' in at ? [at.field] : []),
    // Lists, and what may be one, are taken whole.
    ...('list' in at ? [`${at.list}.0`] : []),
    ...by.map(({ field }) => `${field}.0`),
    ...(until === undefined ? [] : [until]),
    ...(measure === undefined ? [] : 'amount' in measure ? [measure.amount] : [measure.from, measure.to]),
    ...counts.flatMap(ofMatter).flatMap(fieldsIn),
  ];
}

function fieldsIn(where: Where): string[] {
  if ('any' in where) return where.any.flatMap(fieldsIn);
  return 'notAfter' in where ? [where.field, where.notAfter] : [where.field];
}
