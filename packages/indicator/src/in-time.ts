import { clockField } from './clock-field.js';
import type { Formula } from './formula.js';

/**
 * The share of what was to be done by a day of the period that was done in time. What no longer applied stands outside: a clock
 * that came to nothing, a duty that was waived.
 * @param codes clocks of the line, of which a matter has at most one
 */
export function doneInTime(line: string, codes: readonly string[]): Extract<Formula, { kind: 'cohort' }> {
  const outcome = clockField(codes, 'outcome');
  return {
    kind: 'cohort',
    whole: {
      line,
      day: { field: clockField(codes, 'legalDue') },
      where: [{ field: outcome, noneOf: ['void', 'waived'] }],
    },
    where: [{ field: outcome, anyOf: ['met'] }],
  };
}
