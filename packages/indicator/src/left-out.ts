import type { Sql, Within } from './compile.js';
import type { Selection } from './formula.js';
import type { Period } from './period.js';
import { condition, readFrom, selected } from './select.js';

/**
 * Records dated like those of a selection, as one row: `all`, and `after`, how many are left after each of its conditions in
 * turn. `percent`: only of so many matters in a hundred, taken by the page of the table.
 */
export function leftOut({ where = [], ...of }: Selection, period: Period, within: Within, percent?: number): Sql {
  const values: unknown[] = [];
  const give = (value: unknown): string => `$${values.push(value)}`;
  const place = 'organ' in within ? `m.organ = ${give(within.organ)}` : `m.path <@ ${give(within.path)}::ltree`;
  const matters = percent === undefined ? 'matter m' : `matter m tablesample system (${give(percent)}) repeatable (1)`;
  const dated = selected(of, period, place, give, matters);
  const read = readFrom('data', give, 'clocks');
  const met = where.map((one) => `(${condition(one, read, give)}) is true`);
  const after = met.map((_, index) => `count(*) filter (where ${met.slice(0, index + 1).join(' and ')})`);
  return {
    text: `select count(*) as all, array[${after.join(', ')}]::bigint[] as after from (${dated}) as dated`,
    values,
  };
}
