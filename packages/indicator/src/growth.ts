import { type Fraction, fractionOf, type Value } from './value.js';

/** A comparison with an earlier period: a rate of change, or the difference of two rates in percentage points. */
export type Growth =
  | { readonly is: 'rate'; readonly numerator: bigint; readonly denominator: bigint }
  /** As one fraction, to be shown times a hundred. */
  | { readonly is: 'points'; readonly numerator: bigint; readonly denominator: bigint }
  | { readonly is: 'none'; readonly why: 'fromZero' | 'missing' | 'rounded' | 'notComparable' };

/**
 * now against before. From zero there is no rate: say the number added; of what is only about so much there is none.
 * Percentages are compared as they are written, with two decimals: 39.22% after 38.18% is 1.04 points more, whatever the
 * counts behind would give, so that whoever subtracts finds the same in a report, on a board and in last year's report.
 */
export function growth(now: Value, before: Value, unit: string): Growth {
  if (now.is === 'missing' || before.is === 'missing') return { is: 'none', why: 'missing' };
  if (now.approx || before.approx) return { is: 'none', why: 'rounded' };
  const [later, earlier] = [fractionOf(now), fractionOf(before)];
  if (unit === '%')
    return { is: 'points', numerator: hundredths(later) - hundredths(earlier), denominator: HUNDREDTHS };
  if ((now.is === 'money') !== (before.is === 'money')) return { is: 'none', why: 'notComparable' };
  if (earlier.top === 0n) return { is: 'none', why: 'fromZero' };
  return {
    is: 'rate',
    numerator: later.top * earlier.bottom - earlier.top * later.bottom,
    denominator: earlier.top * later.bottom,
  };
}

/** Of a whole, in a hundredth of a percent. */
const HUNDREDTHS = 10_000n;

const hundredths = ({ top, bottom }: Fraction): bigint => (2n * top * HUNDREDTHS + bottom) / (2n * bottom);
