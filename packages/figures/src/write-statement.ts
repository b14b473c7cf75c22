import type { Approx, Polarity, Role } from './types.js';
import { percentOf, roundedDown, type WriteStyle, writeChange, writeFigure, writeMovement } from './write.js';

/**
 * A sentence of the annual report with its figures, written as officials write it and read back as the same figures:
 * readFigures(writeStatement(s)) gives figuresOf(s), a property test over random numbers (write-statement.test.ts).
 */
export type ReportStatement =
  /** 受理行政复议案件4034件，同比增长82.37%，其中涉企案件45件。 */
  | {
      readonly form: 'count';
      readonly verb: string;
      readonly noun: string;
      readonly value: number;
      readonly unit: string;
      readonly style?: WriteStyle;
      /** The year before; null writes no comparison. */
      readonly before: number | null;
      readonly parts: readonly { readonly noun: string; readonly value: number }[];
    }
  /** 整改率100%，同比上升3.2个百分点。 `numerator` and `denominator` are whole numbers. */
  | {
      readonly form: 'rate';
      readonly name: string;
      readonly numerator: number;
      readonly denominator: number;
      /** The rate of the year before in percent. */
      readonly before: number | null;
    }
  /** 行政诉讼败诉率由23.66%下降至12.03%。 */
  | {
      readonly form: 'movement';
      readonly noun: string;
      readonly before: number;
      readonly now: number;
      readonly unit: string;
    }
  /** 涉企案件占全部案件的28.3%。 */
  | {
      readonly form: 'share';
      readonly noun: string;
      readonly whole: string;
      readonly numerator: number;
      readonly denominator: number;
    }
  /** 法治建设满意度居全省第2位。 */
  | { readonly form: 'rank'; readonly noun: string; readonly scope: string; readonly place: number }
  /** 连续11年实现安全稳定。 */
  | { readonly form: 'duration'; readonly years: number; readonly achieved: string }
  /** 每村培育法律明白人3—5名。 */
  | {
      readonly form: 'range';
      readonly verb: string;
      readonly noun: string;
      readonly from: number;
      readonly to: number;
      readonly unit: string;
    };

/** What must be read back: the facts of a figure without its place in the text. */
export interface StatedFigure {
  readonly value: number;
  readonly valueTo?: number;
  readonly unit: string | null;
  readonly approx: Approx;
  readonly role: Role;
  /** Of a change: which way. */
  readonly polarity: Polarity | null;
}

export function writeStatement(statement: ReportStatement): string {
  switch (statement.form) {
    case 'count': {
      const { verb, noun, value, unit, style, before, parts } = statement;
      const change = before === null ? '' : `，${writeChange(value, before, unit)}`;
      const inner = parts.map((part) => `${part.noun}${writeFigure(part.value, unit, { numerals: 'exact' })}`);
      return `${verb}${noun}${writeFigure(value, unit, style)}${change}${parts.length === 0 ? '' : `，其中${inner.join('、')}`}。`;
    }
    case 'rate': {
      const now = rateOf(statement);
      const change = statement.before === null ? '' : `，${writeChange(now, statement.before, '%')}`;
      return `${statement.name}${writeFigure(now, '%')}${change}。`;
    }
    case 'movement':
      return `${statement.noun}${writeMovement(statement.before, statement.now, statement.unit)}。`;
    case 'share':
      return `${statement.noun}占${statement.whole}的${writeFigure(rateOf(statement), '%')}。`;
    case 'rank':
      return `${statement.noun}居${statement.scope}第${statement.place}位。`;
    case 'duration':
      return `连续${statement.years}年${statement.achieved}。`;
    case 'range':
      return `${statement.verb}${statement.noun}${statement.from}—${writeFigure(statement.to, statement.unit, { numerals: 'exact' })}。`;
  }
}

const rateOf = (statement: { readonly numerator: number; readonly denominator: number }): number =>
  percentOf(statement.numerator, statement.denominator);

/** The figures a statement tells, in the order of the text. */
export function figuresOf(statement: ReportStatement): StatedFigure[] {
  const level = (value: number, unit: string | null, approx: Approx = 'exact'): StatedFigure => ({
    value,
    unit,
    approx,
    role: 'level',
    polarity: null,
  });
  switch (statement.form) {
    case 'count': {
      const { value, unit, style, before, parts } = statement;
      const approx = style?.approx ?? 'exact';
      const told = style?.numerals === 'rounded' && approx === 'exact' ? roundedDown(value) : value;
      return [
        level(told, unit, told === value ? approx : 'over'),
        ...(before === null ? [] : [changeOf(value, before, unit)]),
        ...parts.map((part) => level(part.value, unit)),
      ];
    }
    case 'rate': {
      const now = rateOf(statement);
      return [level(now, '%'), ...(statement.before === null ? [] : [changeOf(now, statement.before, '%')])];
    }
    case 'movement':
      return [{ ...level(statement.before, statement.unit), role: 'previous' }, level(statement.now, statement.unit)];
    case 'share':
      return [{ ...level(rateOf(statement), '%'), role: 'share' }];
    case 'rank':
      return [{ ...level(statement.place, '位'), role: 'rank' }];
    case 'duration':
      return [{ ...level(statement.years, '年'), role: 'duration' }];
    case 'range':
      return [{ ...level(statement.from, statement.unit), valueTo: statement.to }];
  }
}

function changeOf(now: number, before: number, unit: string): StatedFigure {
  const change = (value: number, own: string | null): StatedFigure => ({
    value,
    unit: own,
    approx: 'exact',
    role: 'change',
    polarity: value === 0 ? null : now > before ? 'up' : 'down',
  });
  if (now === before) return change(0, null);
  if (unit === '%') {
    const difference = Number(Math.abs(now - before).toFixed(2));
    return difference === 0 ? change(0, null) : change(difference, '个百分点');
  }
  if (before === 0) return change(now, unit);
  const rate = Math.abs(percentOf(now - before, before));
  return rate === 0 ? change(Number(Math.abs(now - before).toPrecision(12)), unit) : change(rate, '%');
}
