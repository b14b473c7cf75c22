import { percentOf, type ReportStatement, readFigures, writeStatement } from '@fadu/figures';
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

/**
 * The same as a movement: 行政诉讼败诉率由23.66%下降至12.03%. Undefined where it did not move, where the year before is not
 * known, where more is said than the two numbers, and where it would be read as another indicator.
 */
export function movementOf(code: string, statement: ReportStatement): ReportStatement | undefined {
  const movement = asMovement(statement);
  if (movement === undefined) return undefined;
  const now = readFigures(writeStatement(movement)).find(({ role }) => role === 'level');
  return now?.indicator === code ? movement : undefined;
}

function asMovement(statement: ReportStatement): ReportStatement | undefined {
  if (statement.form === 'rate') {
    const now = percentOf(statement.numerator, statement.denominator);
    return statement.before === null || statement.before === now
      ? undefined
      : { form: 'movement', noun: statement.name, before: statement.before, now, unit: '%' };
  }
  if (statement.form !== 'count' || statement.before === null || statement.before === statement.value) return undefined;
  if (statement.parts.length > 0 || (statement.style?.approx ?? 'exact') !== 'exact') return undefined;
  const { verb, noun, before, value, unit } = statement;
  return { form: 'movement', noun: verb + noun, before, now: value, unit };
}
