import { addDays, addMonths, chineseDate, chineseNumeral, daysBetween, type PlainDate } from '@fadu/kernel';
import { type Period, weekNumber } from './period.js';

type Days = Pick<Period, 'from' | 'to'>;

const UNITS = { year: 12, half: 6, quarter: 3, month: 1 } as const;

/** How a period is cut: by the calendar, or by any two days. */
export type PeriodKind = keyof typeof UNITS | 'week' | 'day' | 'years' | 'days';

/** What kind of period it is; `years`: several whole years, as of a plan. */
export function kindOfPeriod({ from, to }: Days): PeriodKind {
  if (from === to) return 'day';
  const whole = from.endsWith('-01') && addDays(to, 1).endsWith('-01');
  if (!whole) return weekNumber({ from, to }) ? 'week' : 'days';
  const months = monthsOf({ from, to });
  const first = Number(from.slice(5, 7)) - 1;
  for (const [kind, length] of Object.entries(UNITS))
    if (months === length && first % length === 0) return kind as keyof typeof UNITS;
  return months % 12 === 0 && first === 0 ? 'years' : 'days';
}

const monthsOf = ({ from, to }: Days): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;

/** The period of the same kind just before it; for any two days, as many days before. */
export function periodBefore(period: Days): Period {
  const kind = kindOfPeriod(period);
  const to = addDays(period.from, -1);
  if (kind === 'day' || kind === 'week' || kind === 'days') {
    const length = daysBetween(period.from, period.to);
    return periodOf(addDays(to, -length), to);
  }
  return periodOf(addMonths(period.from, -monthsOf(period)), to);
}

/** A period from its two days, written in the short form where there is one. */
export function periodOf(from: PlainDate, to: PlainDate): Period {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  switch (kindOfPeriod({ from, to })) {
    case 'year':
      return { text: year, from, to };
    case 'half':
      return { text: `${year}H${month === 1 ? 1 : 2}`, from, to };
    case 'quarter':
      return { text: `${year}Q${(month + 2) / 3}`, from, to };
    case 'month':
      return { text: from.slice(0, 7), from, to };
    case 'week': {
      const week = weekNumber({ from, to })!;
      return { text: `${week.year}W${String(week.number).padStart(2, '0')}`, from, to };
    }
    case 'day':
      return { text: from, from, to };
    case 'years':
      return { text: `${year}..${to.slice(0, 4)}`, from, to };
    case 'days':
      return { text: `${from}..${to}`, from, to };
  }
}

/** As much of a period as has passed on a day: a year that still runs is compared with the same days, not with a whole one. */
export const passedOf = (period: Period, today: PlainDate): Period =>
  period.from <= today && today < period.to ? periodOf(period.from, today) : period;

/** 2023年 · 2023年上半年 · 2023年第二季度 · 2023年3月 · 2023年第10周（2023年3月6日至2023年3月12日） · 2023年3月5日 · “十四五”时期（2021—2025年） · 2021—2022年. */
export function periodName(period: Days): string {
  const { from, to } = period;
  const [year, last] = [from.slice(0, 4), to.slice(0, 4)];
  const month = Number(from.slice(5, 7));
  switch (kindOfPeriod(period)) {
    case 'year':
      return `${year}年`;
    case 'half':
      return `${year}年${month === 1 ? '上' : '下'}半年`;
    case 'quarter':
      return `${year}年第${'一二三四'[(month - 1) / 3]!}季度`;
    case 'month':
      return `${year}年${month}月`;
    case 'week': {
      const week = weekNumber(period)!;
      return `${week.year}年第${week.number}周（${chineseDate(from)}至${chineseDate(to)}）`;
    }
    case 'day':
      return chineseDate(from);
    case 'years': {
      const plan = planOf(Number(year), Number(last));
      return plan === undefined ? `${year}—${last}年` : `“${plan}”时期（${year}—${last}年）`;
    }
    case 'days':
      return `${chineseDate(from)}至${chineseDate(to)}`;
  }
}

/** 十四五 for 2021 to 2025: plans have been counted in fives since 1953, with 1963 to 1965 between the second and third. */
function planOf(first: number, last: number): string | undefined {
  if (last - first !== 4 || (first - 2021) % 5 !== 0) return undefined;
  const number = 14 + (first - 2021) / 5;
  return `${chineseNumeral(number)}五`;
}
