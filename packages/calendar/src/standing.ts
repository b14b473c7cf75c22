import { daysBetween, type Instant, type PlainDate } from '@fadu/kernel';
import type { Deadline } from './deadline.js';
import { type Limit, lastStage, type Unit } from './limit.js';
import { type WorkCalendar, workdaysBetween } from './work-calendar.js';

/** Where a running clock stands: units left (the last day counts, today does not), or units overdue (first day after = 1). */
export interface Remaining {
  readonly state: 'normal' | 'today' | 'late';
  readonly amount: number;
}

const HOUR_MS = 3_600_000;

/**
 * Counting shown is counting done: in working days for such clocks, in calendar days for days, months and years. On a
 * rest day nothing elapses for a clock of working days, yet a day that is not the last never reads 0. Hours need the
 * minute of lapse and `now`; without them each day is 24.
 */
export function remaining(
  due: Pick<Deadline, 'legalDue' | 'lapsesAt'>,
  unit: Unit,
  today: PlainDate,
  calendar: WorkCalendar,
  now?: Instant,
): Remaining {
  const { legalDue, lapsesAt } = due;
  if (unit === 'hour' && lapsesAt !== undefined && now !== undefined) {
    const left = (Date.parse(lapsesAt) - Date.parse(now)) / HOUR_MS;
    return { state: left < 0 ? 'late' : today === legalDue ? 'today' : 'normal', amount: Math.ceil(Math.abs(left)) };
  }
  if (today === legalDue) return { state: 'today', amount: 0 };
  const late = today > legalDue;
  const [from, to] = late ? [legalDue, today] : [today, legalDue];
  const amount =
    unit === 'workday'
      ? Math.max(1, workdaysBetween(from, to, calendar))
      : daysBetween(from, to) * (unit === 'hour' ? 24 : 1);
  return { state: late ? 'late' : 'normal', amount };
}

export type ClockTone = 'normal' | 'soon' | 'today' | 'late';

/** When a clock turns amber: by the length of the limit, or when the internal day has passed. */
export function clockTone(
  due: Pick<Deadline, 'legalDue' | 'targetDue' | 'lapsesAt'>,
  limit: Limit,
  today: PlainDate,
  calendar: WorkCalendar,
  now?: Instant,
): ClockTone {
  const left = remaining(due, lastStage(limit).unit, today, calendar, now);
  if (left.state !== 'normal') return left.state;
  if (today > due.targetDue) return 'soon';
  return left.amount <= threshold(limit) ? 'soon' : 'normal';
}

/** Units left from which a clock is near its end; for months and years, days. A two-stage limit goes by its last stage. */
function threshold(limit: Limit): number {
  const { amount, unit } = lastStage(limit);
  switch (unit) {
    case 'workday':
      return amount <= 5 ? 2 : amount <= 15 ? 3 : 5;
    case 'day':
      return amount <= 30 ? 5 : 10;
    case 'month':
    case 'year':
      return 30;
    case 'hour':
      return 4;
  }
}
