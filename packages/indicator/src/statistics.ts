import type { PlainDate } from '@fadu/kernel';
import type { Quantile } from './formula.js';
import { missing, ratioOf, type Value } from './value.js';

/**
 * The figures of compile.ts over lists in memory: the model against which the SQL is tested, and what is shown where the
 * records are at hand.
 */

/** The median of days as a fraction (two middle ones give a half), or a percentile by nearest rank; of none 不适用. */
export function quantile(days: readonly number[], at: Quantile): Value {
  if (days.length === 0) return missing('notApplicable');
  const sorted = [...days].sort((one, two) => one - two);
  if (at === 'median') {
    const middle = sorted.length / 2;
    return ratioOf(sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!, 2);
  }
  if (!(at > 0 && at <= 100)) throw new RangeError(`no percentile: ${at}`);
  return ratioOf(sorted[Math.max(0, Math.ceil((sorted.length * at) / 100) - 1)]!, 1);
}

export interface Span {
  readonly from: PlainDate;
  /** The day it ended; on that day it is no longer there. */
  readonly until?: PlainDate;
}

/** How many are there at the end of a day. */
export const stockAt = (spans: readonly Span[], day: PlainDate): number =>
  spans.filter(({ from, until }) => from <= day && (until === undefined || until > day)).length;
