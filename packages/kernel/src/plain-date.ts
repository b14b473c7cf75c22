import type { Brand } from './brand.js';

/**
 * A calendar day as `YYYY-MM-DD`, in Asia/Shanghai, without time or zone.
 * The brand keeps a day from being compared with an instant: "2024-04-07" and
 * "2024-04-06T16:00:00Z" are the same day in Beijing and must never meet in one comparison.
 */
export type PlainDate = Brand<string, 'PlainDate'>;

/** A moment as RFC 3339 in UTC with milliseconds, `2024-10-09T01:12:00.000Z`. */
export type Instant = Brand<string, 'Instant'>;

const DAY_MS = 86_400_000;
const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** Years outside this span are refused: nothing the platform records lies there, and "9999" is a slip of the pen. */
export const EARLIEST_YEAR = 1900;
export const LATEST_YEAR = 2199;

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;
const toUtc = (date: PlainDate): number =>
  Date.UTC(
    digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3),
    digit(date, 5) * 10 + digit(date, 6) - 1,
    digit(date, 8) * 10 + digit(date, 9),
  );

/** Names of days already written, by days since 1900: a count of years writes the same few thousand names again and again. */
const NAMES: PlainDate[] = [];
const FIRST_DAY = Date.UTC(EARLIEST_YEAR, 0, 1) / DAY_MS;
const LAST_DAY = Date.UTC(LATEST_YEAR, 11, 31) / DAY_MS;
const written = (day: number): PlainDate => new Date(day * DAY_MS).toISOString().slice(0, 10) as PlainDate;
function fromUtc(ms: number): PlainDate {
  const day = Math.floor(ms / DAY_MS);
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) return written(day);
  NAMES[day - FIRST_DAY] ??= written(day);
  return NAMES[day - FIRST_DAY]!;
}

/** The day, or undefined when the text is not `YYYY-MM-DD`, the day does not exist, or the year is out of range. */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (!FORM.test(text)) return undefined;
  const date = text as PlainDate;
  const year = yearOf(date);
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return undefined;
  // A day that does not exist comes back under another name.
  return fromUtc(toUtc(date)) === date ? date : undefined;
}

/** The day. @throws RangeError when the text is no day: for literals in definitions and tests. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new RangeError(`not a calendar day: ${text}`);
  return date;
}

export const addDays = (date: PlainDate, days: number): PlainDate => fromUtc(toUtc(date) + days * DAY_MS);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => (toUtc(to) - toUtc(from)) / DAY_MS;

/**
 * The same-numbered day `months` later, or the last day of that month when it has no such day (民法典第二百零二条).
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index % 12;
  const lastDay = new Date(Date.UTC(targetYear, targetMonth + 1, 0)).getUTCDate();
  return fromUtc(Date.UTC(targetYear, targetMonth, Math.min(day, lastDay)));
}

/** 0 Sunday … 6 Saturday. */
export const weekday = (date: PlainDate): number => new Date(toUtc(date)).getUTCDay();

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

/** The day in Asia/Shanghai (UTC+8, no daylight saving since 1991) on which an instant falls. */
export const dayOf = (instant: Instant | Date): PlainDate =>
  fromUtc((instant instanceof Date ? instant.getTime() : Date.parse(instant)) + 8 * 3_600_000);

export const toInstant = (date: Date): Instant => date.toISOString() as Instant;

/** `2024年10月9日`, as documents write it (GB/T 9704 7.3.5.4: no leading zeros). */
export function chineseDate(date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 星期三 */
export const chineseWeekday = (date: PlainDate): string => `星期${'日一二三四五六'[weekday(date)]}`;
