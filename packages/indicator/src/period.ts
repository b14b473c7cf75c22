import { addDays, addMonths, daysBetween, type PlainDate, parsePlainDate, plainDate, weekday } from '@fadu/kernel';

/** Days from `from` to `to`, both included. */
export interface Period {
  /** As written: 2023, 2023H1, 2023Q2, 2023-03, 2023W10 or 2023-W10, 2023-03-05, 2021..2025, 2023-01-01..2023-11-30. */
  readonly text: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const YEAR = /^((?:19|20)\d\d)$/;
const PART = /^((?:19|20)\d\d)(H[12]|Q[1-4])$/;
const WEEK = /^((?:19|20)\d\d)-?W(\d\d)$/;
const MONTH = /^((?:19|20)\d\d)-(0[1-9]|1[0-2])$/;

/** A period from its short form; undefined when it is none. */
export function parsePeriod(text: string): Period | undefined {
  const year = YEAR.exec(text);
  if (year) return { text, from: plainDate(`${text}-01-01`), to: plainDate(`${text}-12-31`) };
  const part = PART.exec(text);
  if (part) {
    const months = part[2]!.startsWith('H') ? 6 : 3;
    const first = addMonths(plainDate(`${part[1]}-01-01`), months * (Number(part[2]!.slice(1)) - 1));
    return { text, from: first, to: addDays(addMonths(first, months), -1) };
  }
  if (MONTH.test(text)) {
    const first = plainDate(`${text}-01`);
    return { text, from: first, to: addDays(addMonths(first, 1), -1) };
  }
  const week = WEEK.exec(text);
  if (week) return weekOf(text, Number(week[1]), Number(week[2]));
  const [one, two, ...rest] = text.split('..');
  if (two !== undefined && rest.length === 0) {
    const [begin, end] = [parsePeriod(one!), parsePeriod(two)];
    return begin && end && begin.from <= end.to ? { text, from: begin.from, to: end.to } : undefined;
  }
  const day = parsePlainDate(text);
  return day === undefined ? undefined : { text, from: day, to: day };
}

/** Monday to Sunday by ISO 8601 (GB/T 7408): a year's first week is that of its 4 January; some years have 53. */
function weekOf(text: string, year: number, number: number): Period | undefined {
  const from = addDays(mondayOf(plainDate(`${year}-01-04`)), 7 * (number - 1));
  return number > 0 && weekYear(from) === year ? { text, from, to: addDays(from, 6) } : undefined;
}

const mondayOf = (day: PlainDate): PlainDate => addDays(day, -((weekday(day) + 6) % 7));

/** The year a week is counted in: that of its Thursday. */
const weekYear = (monday: PlainDate): number => Number(addDays(monday, 3).slice(0, 4));

/** Year and number of a week by ISO 8601; undefined when the days are no week. */
export function weekNumber({ from, to }: Pick<Period, 'from' | 'to'>): { year: number; number: number } | undefined {
  if (weekday(from) !== 1 || addDays(from, 6) !== to) return undefined;
  const year = weekYear(from);
  const first = mondayOf(plainDate(`${year}-01-04`));
  return { year, number: daysBetween(first, from) / 7 + 1 };
}

/** The same days a year earlier: what 同比 compares with. A 29 February becomes the 28th. */
export const yearBefore = (period: Period): Period => ({
  text: `${period.text} 上年同期`,
  from: addMonths(period.from, -12),
  to: addMonths(period.to, -12),
});
