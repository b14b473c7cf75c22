import { addDays, addMonths, LATEST_YEAR, type PlainDate, yearOf } from '@fadu/kernel';
import type { Unit } from './limit.js';
import type { CountingMethods } from './methods.js';
import { excludedDays, type Stretch } from './suspension.js';
import type { WorkCalendar } from './work-calendar.js';

/** How far a count came. */
export interface Advance {
  /** The nominal end: counted only, not rolled. */
  readonly end: PlainDate;
  /** See `Deadline.counted`. */
  readonly counted: readonly PlainDate[];
  /** Rest days a count of working days passed over, without those suspended. */
  readonly skipped: readonly PlainDate[];
  /** The stretches that took days from this count. */
  readonly excluded: readonly { readonly stretch: Stretch; readonly days: number }[];
}

/** `amount` units after `start`, the start day not counted, suspended days left out. */
export function advance(
  start: PlainDate,
  amount: number,
  unit: Exclude<Unit, 'hour'>,
  calendar: WorkCalendar,
  stretches: readonly Stretch[],
): Advance {
  if (unit === 'workday') return advanceWorkdays(start, amount, calendar, stretches);

  const perUnit = unit === 'year' ? 12 : 1;
  let end = unit === 'day' ? addDays(start, amount) : addMonths(start, amount * perUnit);
  const excluded: { stretch: Stretch; days: number }[] = [];
  for (const stretch of stretches) {
    if (stretch.from > end) break;
    const lost = excludedDays(stretch, start);
    if (lost === 0) continue;
    end = addDays(end, lost);
    excluded.push({ stretch, days: lost });
  }
  const counted = countedDays(start, end, stretches);
  return { end, counted, skipped: [], excluded };
}

/** Working days one by one. Stops beyond the last year any record has; the caller refuses such an end. */
function advanceWorkdays(
  start: PlainDate,
  amount: number,
  calendar: WorkCalendar,
  stretches: readonly Stretch[],
): Advance {
  const counted: PlainDate[] = [];
  const skipped: PlainDate[] = [];
  let day = start;
  while (counted.length < amount && yearOf(day) <= LATEST_YEAR) {
    day = addDays(day, 1);
    if (isSuspended(day, stretches)) continue;
    (calendar.isWorkday(day) ? counted : skipped).push(day);
  }
  const excluded = stretches
    .filter((stretch) => stretch.from <= day)
    .map((stretch) => ({ stretch, days: excludedDays(stretch, start) }))
    .filter((one) => one.days > 0);
  return { end: day, counted, skipped, excluded };
}

/** Days after `start` up to `end` that are not suspended. */
export function countedDays(start: PlainDate, end: PlainDate, stretches: readonly Stretch[]): PlainDate[] {
  const counted: PlainDate[] = [];
  for (let day = addDays(start, 1); day <= end; day = addDays(day, 1))
    if (!isSuspended(day, stretches)) counted.push(day);
  return counted;
}

const isSuspended = (day: PlainDate, stretches: readonly Stretch[]): boolean =>
  stretches.some((one) => one.from <= day && day < one.to);

/**
 * The last day with `amount` full units between it and the event (clear days); by the ordinary method, the day that is
 * the last of them. A count of working days ends on one.
 */
export function goBack(
  event: PlainDate,
  amount: number,
  unit: Exclude<Unit, 'hour'>,
  calendar: WorkCalendar,
  method: CountingMethods['clearDays'],
): Advance {
  const clear = method === 'between' ? 1 : 0;
  if (unit === 'month' || unit === 'year') {
    const perUnit = unit === 'year' ? 12 : 1;
    const end = addDays(addMonths(event, -amount * perUnit), -clear);
    return { end, counted: countedDays(end, addDays(event, -1), []), skipped: [], excluded: [] };
  }
  const counted: PlainDate[] = [];
  const skipped: PlainDate[] = [];
  let day = addDays(event, -1);
  for (; counted.length < amount; day = addDays(day, -1)) {
    (unit === 'day' || calendar.isWorkday(day) ? counted : skipped).unshift(day);
  }
  if (method === 'ordinary') return { end: counted[0]!, counted, skipped, excluded: [] };
  for (; unit === 'workday' && !calendar.isWorkday(day); day = addDays(day, -1)) skipped.unshift(day);
  return { end: day, counted, skipped, excluded: [] };
}
