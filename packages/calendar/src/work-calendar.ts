import { addDays, type PlainDate, weekday, yearOf } from '@fadu/kernel';

/**
 * workday: a weekday that works · makeup: a weekend day that works (调休上班) · weekend: a weekend day off ·
 * holiday: a day off by law or arrangement, also when it is a Saturday or Sunday.
 */
export type DayKind = 'workday' | 'makeup' | 'weekend' | 'holiday';

export interface DayDescription {
  readonly kind: DayKind;
  /** The holiday, or the holiday for which a weekend day works: 春节, 国庆节. */
  readonly name?: string;
}

/** Working days of a region. Half-day and part-of-population holidays (放假办法第三条) are working days. */
export interface WorkCalendar {
  isWorkday(date: PlainDate): boolean;
  /** Whether the arrangement of the year is known; without it dates are provisional. */
  isPublished(year: number): boolean;
  describe(date: PlainDate): DayDescription;
}

export const isWorkdayKind = (kind: DayKind): boolean => kind === 'workday' || kind === 'makeup';

/** What a day is when no arrangement says otherwise. */
export const ordinaryDay = (date: PlainDate): DayDescription => ({ kind: isWeekend(date) ? 'weekend' : 'workday' });

export const isWeekend = (date: PlainDate): boolean => weekday(date) === 0 || weekday(date) === 6;

/** The first working day on or after the date. */
export function nextWorkday(date: PlainDate, calendar: WorkCalendar): PlainDate {
  let day = date;
  while (!calendar.isWorkday(day)) day = addDays(day, 1);
  return day;
}

/** The last working day on or before the date. */
export function previousWorkday(date: PlainDate, calendar: WorkCalendar): PlainDate {
  let day = date;
  while (!calendar.isWorkday(day)) day = addDays(day, -1);
  return day;
}

/** Working days after `from`, up to and including `to`. */
export function workdaysBetween(from: PlainDate, to: PlainDate, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkday(day)) count++;
  return count;
}

/** The first year between the two days, both included, whose arrangement is not published. */
export function unpublishedYear(from: PlainDate, to: PlainDate, calendar: WorkCalendar): number | undefined {
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!calendar.isPublished(year)) return year;
  return undefined;
}
