import type { Value } from './value.js';

/** A comparison with an earlier period: a rate of change, or the difference of two rates in percentage points. */
export type Growth =
  | { readonly is: 'rate'; readonly numerator: number; readonly denominator: number }
  /** (a/b − c/d) as one fraction, to be shown times a hundred. */
  | { readonly is: 'points'; readonly numerator: bigint; readonly denominator: bigint }
  | { readonly is: 'none'; readonly why: 'fromZero' | 'missing' | 'notComparable' };

/** now against before. From zero there is no rate: say the number added. */
export function growth(now: Value, before: Value): Growth {
  if (now.is === 'missing' || before.is === 'missing') return { is: 'none', why: 'missing' };
  if (now.is === 'ratio' && before.is === 'ratio') {
    const [a, b, c, d] = [now.numerator, now.denominator, before.numerator, before.denominator].map(BigInt) as [
      bigint,
      bigint,
      bigint,
      bigint,
    ];
    return { is: 'points', numerator: a * d - c * b, denominator: b * d };
  }
  const [later, earlier] = [amountOf(now), amountOf(before)];
  if (later === undefined || earlier === undefined || now.is !== before.is) return { is: 'none', why: 'notComparable' };
  if (earlier === 0) return { is: 'none', why: 'fromZero' };
  return { is: 'rate', numerator: later - earlier, denominator: earlier };
}

const amountOf = (value: Value): number | undefined =>
  value.is === 'count' ? value.count : value.is === 'money' ? value.fen : undefined;
