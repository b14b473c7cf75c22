import type { PlainDate } from '@fadu/kernel';
import { type DayDescription, isWeekend, isWorkdayKind, ordinaryDay, type WorkCalendar } from './work-calendar.js';

/** An arrangement entered by hand. Days may reach into a neighbouring year (31 December for New Year). */
export interface Arrangement {
  readonly year: number;
  readonly off: readonly PlainDate[];
  /** Weekend days that work (调休上班). */
  readonly on: readonly PlainDate[];
  /**
   * An addition of a region (放假办法第四条: days of minorities) on top of the national arrangement. It leaves the year
   * as published or unpublished as it was. Default false: the arrangement of the year itself.
   */
  readonly regional?: boolean;
  /** The name its days off carry. Default: the name the base calendar knows, else 放假安排. */
  readonly name?: string;
}

/** The calendar with one more arrangement; what it says wins over the base. */
export function withArrangement(base: WorkCalendar, extra: Arrangement): WorkCalendar {
  const off = new Set(extra.off);
  const on = new Set(extra.on);
  const publishes = extra.regional !== true;
  // The published list replaces what was only assumed of the year.
  const replacesAssumed = publishes && !base.isPublished(extra.year);

  function describe(date: PlainDate): DayDescription {
    if (off.has(date)) return { kind: 'holiday', name: extra.name ?? base.describe(date).name ?? '放假安排' };
    if (on.has(date))
      return isWeekend(date) ? { kind: 'makeup', ...(extra.name && { name: extra.name }) } : { kind: 'workday' };
    if (replacesAssumed && date.startsWith(`${extra.year}-`)) return ordinaryDay(date);
    return base.describe(date);
  }

  return {
    isWorkday: (date) => isWorkdayKind(describe(date).kind),
    isPublished: (year) => (publishes && year === extra.year) || base.isPublished(year),
    describe,
  };
}
