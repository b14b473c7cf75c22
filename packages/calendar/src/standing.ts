import { daysBetween, type PlainDate } from '@fadu/kernel';
import type { Deadline } from './deadline.js';
import type { Unit } from './limit.js';
import { type WorkCalendar, workdaysBetween } from './work-calendar.js';

/** Where a running clock stands: units left (the last day counts, today does not), or units overdue (first day after = 1). */
export interface Remaining {
  readonly state: 'normal' | 'today' | 'late';
  readonly amount: number;
}

/** Counting shown is counting done: in working days for such clocks, in calendar days for all others. */
export function remaining(due: Pick<Deadline, 'legalDue'>, unit: Unit, today: PlainDate, calendar: WorkCalendar): Remaining {
  const { legalDue } = due;
  if (today === legalDue) return { state: 'today', amount: 0 };
  const late = today > legalDue;
  const [from, to] = late ? [legalDue, today] : [today, legalDue];
  const amount = unit === 'workday' ? workdaysBetween(from, to, calendar) : daysBetween(from, to);
  return { state: late ? 'late' : 'normal', amount };
}

export type ClockTone = 'normal' | 'soon' | 'today' | 'late';

/** When a clock turns amber: by the length of the limit, or when the internal day has passed. */
export function clockTone(
  due: Pick<Deadline, 'legalDue' | 'targetDue'>,
  limit: { readonly amount: number; readonly unit: Unit },
  today: PlainDate,
  calendar: WorkCalendar,
): ClockTone {
  const left = remaining(due, limit.unit, today, calendar);
  if (left.state !== 'normal') return left.state;
  if (today > due.targetDue) return 'soon';
  return left.amount <= threshold(limit) ? 'soon' : 'normal';
}

function threshold({ amount, unit }: { readonly amount: number; readonly unit: Unit }): number {
  switch (unit) {
    case 'workday':
      return amount <= 5 ? 2 : amount <= 15 ? 3 : 5;
    case 'day':
      return amount <= 30 ? 5 : 10;
    case 'month':
    case 'year':
      return 30;
    case 'hour':
      return 0;
  }
}
