import { addDays, daysBetween, type LegalBasis, type PlainDate } from '@fadu/kernel';

/**
 * A time that does not count (中止, 鉴定 …). The day of suspension is not counted, the day of resumption is, so
 * `to − from` days are excluded. The laws are silent on these two days; this is the platform's convention.
 */
export interface Suspension {
  readonly from: PlainDate;
  /** The day of resumption. Absent: still suspended. */
  readonly to?: PlainDate;
  readonly reason?: string;
  readonly basis?: LegalBasis;
}

/** A stretch that is not counted: `from` is out, `to` is in. Stretches of one list do not touch each other. */
export interface Stretch {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reasons: readonly string[];
  readonly basis?: LegalBasis;
}

/**
 * The union, by date: days suspended twice are excluded once. An open suspension runs to `asOf`, as if resumed on that
 * day; without `asOf` it excludes nothing yet.
 */
export function mergeSuspensions(suspensions: readonly Suspension[], asOf?: PlainDate): readonly Stretch[] {
  const sorted = suspensions
    .map((one) => ({ ...one, to: one.to ?? (asOf !== undefined && asOf > one.from ? asOf : one.from) }))
    .filter((one) => one.to > one.from)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const merged: Stretch[] = [];
  for (const { from, to, reason, basis } of sorted) {
    const reasons = reason === undefined ? [] : [reason];
    const last = merged.at(-1);
    if (last && from <= last.to) {
      const known = basis ?? last.basis;
      merged[merged.length - 1] = {
        from: last.from,
        to: later(last.to, to),
        reasons: [...new Set([...last.reasons, ...reasons])],
        ...(known && { basis: last.basis ?? known }),
      };
    } else merged.push({ from, to, reasons, ...(basis && { basis }) });
  }
  return merged;
}

/**
 * Days the stretch takes from a count whose first day is the day after `start`. The start day is not counted anyway, so
 * a suspension on that very day takes one day less.
 */
export function excludedDays(stretch: Stretch, start: PlainDate): number {
  const first = addDays(start, 1);
  return Math.max(0, daysBetween(later(stretch.from, first), stretch.to));
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  if (a > b) return a;
  return b;
}
