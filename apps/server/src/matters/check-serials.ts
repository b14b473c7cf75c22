import type { Line } from '@fadu/procedure';
import { EVERYTHING } from '../access/scope.js';
import { scoped, snapshot } from '../storage/scoped.js';
import { nextSerial, type Platform } from './execute.js';

export interface SerialFault {
  /** The numbering scope, or the number that was given twice. */
  readonly matter: string;
  readonly message: string;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A regular expression that finds the serial in numbers of a rule and year. */
const serialPattern = (template: string, year: string): string =>
  `^${template
    .split(/(\{organ\}|\{year\}|\{serial\})/)
    .map((part) => ({ '{organ}': '.*', '{year}': year, '{serial}': '(\\d+)' })[part] ?? escaped(part))
    .join('')}$`;

/** Numbers given twice, and serials that no number and no recorded reason accounts for, of matters and documents. */
export async function checkSerials(platform: Platform): Promise<SerialFault[]> {
  return snapshot(platform.pool, EVERYTHING, async (client) => {
    const twice = await client.query(
      `select number, count(*)::int as n from matter where number is not null group by line, organ, number having count(*) > 1
       union all select d.number, count(*)::int from document d join matter m on m.region = d.region and m.id = d.matter
         where d.number is not null and d.successor is null group by m.line, m.organ, d.template, d.number having count(*) > 1`,
    );
    const faults: SerialFault[] = twice.rows.map(({ number, n }) => ({
      matter: number,
      message: `文号${number}重复${n}次`,
    }));
    const { rows: scopes } = await client.query('select region, scope, value from serial order by region, scope');
    for (const { region, scope, value } of scopes) {
      const [code, key, organ, year] = (scope as string).split('/') as [string, string, string, string];
      const line = platform.lineOf(code);
      const rule = line?.numbers[key];
      if (!line || !rule) continue;
      const { rows } = await client.query(
        `select (regexp_match(number, $4))[1]::int as n from (
           select number from matter where region = $1 and line = $2 and organ = $3 and number is not null and $5
           union all select d.number from document d join matter m on m.region = d.region and m.id = d.matter
             where m.region = $1 and m.line = $2 and m.organ = $3 and d.template = any($6)) t where number ~ $4
         union all select value from serial_void where region = $1 and scope = $7`,
        [
          region,
          code,
          organ,
          serialPattern(rule.template, year),
          numbersMatters(line, key),
          documentsOf(line, key),
          scope,
        ],
      );
      const known = new Set(rows.map((row) => row.n));
      for (let n = 1; n <= value; n += 1)
        if (!known.has(n)) faults.push({ matter: scope, message: `序号${n}没有使用，也没有作废的理由` });
    }
    return faults;
  });
}

const numbersMatters = (line: Line, key: string): boolean =>
  Object.values(line.actions).some((action) => action.number === key);
const documentsOf = (line: Line, key: string): string[] =>
  Object.entries(line.documents).flatMap(([template, { number }]) => (number === key ? [template] : []));

/**
 * Takes the next serial of a scope out of use and keeps the reason, e.g. for a number written on paper while the
 * platform could not be reached.
 * @returns the serial that will be given to nothing.
 */
export async function voidSerial(
  platform: Platform,
  given: { readonly region: string; readonly scope: string; readonly reason: string },
): Promise<number> {
  return scoped(platform.pool, EVERYTHING, async (client) => {
    const value = await nextSerial(client, given.region, given.scope);
    await client.query('insert into serial_void (region, scope, value, reason) values ($1, $2, $3, $4)', [
      given.region,
      given.scope,
      value,
      given.reason,
    ]);
    return value;
  });
}
