import type { ReportStatement } from '@fadu/figures';
import { decimalText, type Value } from '@fadu/indicator';
import { phraseOf } from '@fadu/lines';
import type { IndicatorFigure } from '@fadu/wire';

/** In the unit of the catalogue; money in yuan. */
function numberOf(value: Value): number | undefined {
  switch (value.is) {
    case 'count':
      return value.count;
    case 'money':
      return value.fen / 100;
    case 'ratio':
      return Number(decimalText(value.numerator, value.denominator, 1, 2));
    case 'missing':
      return undefined;
  }
}

/** A number as it goes with its unit: of a rate the percent. */
export const inUnit = (value: Value, unit: string): number | undefined =>
  unit === '%' && value.is === 'ratio' ? percent(value)! : numberOf(value);

/** Percent with two decimals; null where it is none. */
const percent = (value: Value): number | null =>
  value.is === 'ratio' ? Number(decimalText(value.numerator, value.denominator, 100)) : null;

export type Stated = Pick<IndicatorFigure, 'code' | 'unit' | 'source' | 'collected'>;

/**
 * What the report says of a figure; undefined when there is nothing to say. `then`: the year before, where it is known
 * exactly; a rounded figure is compared with nothing.
 */
export function statementOf(figure: Stated, value: Value, then?: Value): ReportStatement | undefined {
  const { code, unit, collected, source } = figure;
  const { verb, noun } = phraseOf(code);
  if (unit === '%')
    return value.is === 'ratio'
      ? {
          form: 'rate',
          name: verb + noun,
          numerator: value.numerator,
          denominator: value.denominator,
          before: then ? percent(then) : null,
        }
      : undefined;
  const now = numberOf(value);
  if (now === undefined) return undefined;
  if (unit === '年') return { form: 'duration', years: now, achieved: verb + noun };
  const approx = source === 'returns' ? (collected?.approx ?? 'exact') : 'exact';
  const parts = source === 'returns' ? (collected?.parts ?? []) : [];
  return {
    form: 'count',
    verb,
    noun,
    value: now,
    unit,
    style: { numerals: 'magnitude', approx },
    before: then && then.is === value.is && approx === 'exact' ? (numberOf(then) ?? null) : null,
    // A part that is rounded would be read as an exact one.
    parts: parts.flatMap(({ name, value: part, approx: rounded }) => {
      const amount = numberOf(part);
      return amount === undefined || rounded !== 'exact' ? [] : [{ noun: name, value: amount }];
    }),
  };
}
