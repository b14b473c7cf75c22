import { type PlainDate, yearOf } from '@fadu/kernel';
import arrangements from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { type DayDescription, isWeekend, isWorkdayKind, ordinaryDay, type WorkCalendar } from './work-calendar.js';

/** Values are `Spring Festival,春节,4`: English name, Chinese name, legal days. */
type NamedDays = Readonly<Record<string, string>>;
const OFF: NamedDays = arrangements.holidays;
const ON: NamedDays = arrangements.workdays;

const FULL_NAMES: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

/** Years with an arrangement by the State Council. A stray day of a neighbouring year does not make a year known. */
const PUBLISHED: ReadonlySet<number> = new Set(
  Object.keys(OFF)
    .filter((day) => day.endsWith('-10-01'))
    .map((day) => Number(day.slice(0, 4))),
);
const FIRST_PUBLISHED = Math.min(...PUBLISHED);

/** 全国年节及纪念日放假办法 (2024-11-10) 第二条: the days off by law that have a fixed date. */
const LEGAL_DAYS: NamedDays = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};

/** The same article, days of the lunar calendar and 清明, for years without an arrangement as yet. */
const LUNAR_LEGAL_DAYS: NamedDays = {
  '2027-02-05': '春节',
  '2027-02-06': '春节',
  '2027-02-07': '春节',
  '2027-02-08': '春节',
  '2027-04-05': '清明节',
  '2027-06-09': '端午节',
  '2027-09-15': '中秋节',
};

/**
 * The national calendar: official arrangements where published (2004 on). Later years: weekends and the days off by
 * law; earlier years: weekends only; both give provisional dates.
 */
export const nationalCalendar: WorkCalendar = {
  isWorkday: (date) => isWorkdayKind(describe(date).kind),
  isPublished: (year) => PUBLISHED.has(year),
  describe,
};

function describe(date: PlainDate): DayDescription {
  const off = OFF[date];
  if (off !== undefined) return { kind: 'holiday', name: chineseName(off) };
  const on = ON[date];
  if (on !== undefined) return { kind: isWeekend(date) ? 'makeup' : 'workday', name: chineseName(on) };
  const year = yearOf(date);
  if (year > FIRST_PUBLISHED && !PUBLISHED.has(year)) {
    const name = LUNAR_LEGAL_DAYS[date] ?? LEGAL_DAYS[date.slice(5)];
    if (name !== undefined) return { kind: 'holiday', name };
  }
  return ordinaryDay(date);
}

function chineseName(value: string): string {
  const name = value.split(',')[1] ?? value;
  return FULL_NAMES[name] ?? name;
}
