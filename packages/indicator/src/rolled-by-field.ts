import type { Sql } from './compile.js';
import type { Formula } from './formula.js';
import type { Side } from './moment.js';
import type { Period } from './period.js';
import { bitOf } from './recorded.js';
import { fieldOf, partsText, type RolledWithin, summed } from './rolled.js';
import type { Give } from './select.js';

/**
 * key, numerator, denominator of a formula for each value of a field; undefined where its sums are not told apart by the
 * field. Sums keep values as numbers (`fadu_key`): `keys` is a query of the values there may be, with what it needs given by
 * `give`; of a value that is not among them the key is null.
 */
export function rolledByField(
  formula: Formula,
  sides: readonly Side[],
  field: string,
  period: Period,
  within: RolledWithin,
  keys: (give: Give) => string,
): Sql | undefined {
  const fields = sides.map((side) => fieldOf(side, field));
  if (fields.some((one) => one === undefined)) return undefined;
  const values: unknown[] = [];
  const give: Give = (value) => `$${values.push(value)}`;
  const parts = (side: number): string => partsText(sides[side]!, period, within, give, fields[side]);
  const sums = sumsText(formula, sides, parts);
  if (sums === undefined) return undefined;
  return {
    text: `select k.key, s.numerator, s.denominator from (${sums}) as s left join (${keys(give)}) as k(key) on fadu_key(k.key) = s.bucket`,
    values,
  };
}

/** bucket, numerator, denominator; undefined for what is no sum. */
function sumsText(formula: Formula, sides: readonly Side[], parts: (side: number) => string): string | undefined {
  switch (formula.kind) {
    case 'count':
    case 'sum':
      return `select bucket, ${summed(formula.kind === 'sum' ? 'amount' : 'n')} as numerator, null::bigint as denominator from (${parts(0)}) as parts group by bucket having sum(n) <> 0`;
    case 'cohort':
      return `select bucket, ${summed(`n * (counts & ${bitOf(sides[0]!.bit)} <> 0)::int`)} as numerator, ${summed('n')} as denominator from (${parts(1)}) as parts group by bucket having sum(n) <> 0`;
    case 'ratio':
      return `select bucket, ${summed('part')} as numerator, ${summed('whole')} as denominator from (
        select bucket, n as part, 0 as whole from (${parts(0)}) as part union all select bucket, 0, n from (${parts(1)}) as whole) as both_sides
        group by bucket having sum(part + whole) <> 0`;
    case 'stock':
    case 'days':
      return undefined;
  }
}
