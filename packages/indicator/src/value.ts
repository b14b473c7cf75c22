/**
 * What an indicator says of an organization and a period. A count is whole; a ratio keeps its two parts, so that any
 * rounding happens once, on paper; what is not known is one of four things and never zero.
 */
export type Value =
  | { readonly is: 'count'; readonly count: number; readonly approx?: Rounding }
  /** In fen. */
  | { readonly is: 'money'; readonly fen: number; readonly approx?: Rounding }
  /** A rate or a mean: numerator ÷ denominator, the denominator above zero. */
  | { readonly is: 'ratio'; readonly numerator: number; readonly denominator: number; readonly approx?: Rounding }
  | { readonly is: 'missing'; readonly why: Missing };

/** How far a number that somebody reported is known: 约, 余, 近. */
export type Rounding = 'about' | 'over' | 'under';

export type Missing = 'notRecorded' | 'notApplicable' | 'notYetReported' | 'withheld';

/** As the screen says it. */
export const MISSING_WORDS: Readonly<Record<Missing, string>> = {
  notRecorded: '没有记录',
  notApplicable: '不适用',
  notYetReported: '尚未报送',
  withheld: '不予公布',
};

const whole = (value: number): number => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  return value;
};

export const countOf = (count: number): Value => ({ is: 'count', count: whole(count) });
export const moneyOf = (fen: number): Value => ({ is: 'money', fen: whole(fen) });
export const missing = (why: Missing): Value => ({ is: 'missing', why });

/** A ratio; of an empty base there is none, and it does not become 0 or 100%: 不适用. */
export const ratioOf = (numerator: number, denominator: number): Value =>
  denominator === 0
    ? missing('notApplicable')
    : { is: 'ratio', numerator: whole(numerator), denominator: whole(denominator) };

/**
 * numerator ÷ denominator × `times` with `decimals` places, half away from zero, in whole numbers throughout.
 * decimalText(1702, 1967, 100) is 86.53.
 */
export function decimalText(numerator: number, denominator: number, times = 1, decimals = 2): string {
  if (denominator === 0) throw new RangeError('no ratio of zero');
  const negative = numerator < 0 !== denominator < 0 && numerator !== 0;
  const top = BigInt(Math.abs(whole(numerator))) * BigInt(times) * 10n ** BigInt(decimals);
  const bottom = BigInt(Math.abs(whole(denominator)));
  const digits = ((2n * top + bottom) / (2n * bottom)).toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

/** A whole fraction, to be compared and subtracted without rounding. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** A value as a fraction; an amount in fen. @throws for what is missing, which has no size. */
export function fractionOf(value: Value): Fraction {
  switch (value.is) {
    case 'count':
      return { top: BigInt(value.count), bottom: 1n };
    case 'money':
      return { top: BigInt(value.fen), bottom: 1n };
    case 'ratio':
      return { top: BigInt(value.numerator), bottom: BigInt(value.denominator) };
    case 'missing':
      throw new Error('what is missing has no size');
  }
}

/** The height of a bar: per cent of a rate, yuan of an amount; null for what is missing. */
export function heightOf(value: Value, unit: string): number | null {
  switch (value.is) {
    case 'count':
      return value.count;
    case 'money':
      return value.fen / 100;
    case 'ratio':
      return (value.numerator / value.denominator) * (unit === '%' ? 100 : 1);
    case 'missing':
      return null;
  }
}
