import {
  kindOfPeriod,
  type Period,
  parsePeriod,
  passedOf,
  periodBefore,
  periodName,
  periodOf,
  yearBefore,
} from '@fadu/indicator';
import { addDays, addMonths, chineseDate, daysBetween, type PlainDate } from '@fadu/kernel';
import { AGAINST_PERIOD, AGAINST_YEAR, type ChangeWords } from './change-text.js';

/** How many periods of the same kind a trend shows where there is nothing to divide the period into. */
const BACK = { quarter: 8, month: 12, week: 12, day: 14 } as const;
const YEARS_BACK = 5;

/**
 * The periods of a trend, the last one last, none that has not begun. A year is divided into its months; what is
 * reported by the year is shown beside the years before it.
 */
export function trendPeriods(period: Period, source: 'records' | 'returns', today: PlainDate): Period[] {
  const kind = kindOfPeriod(period);
  const back = (count: number): Period[] => {
    const found = [period];
    while (found.length < count) found.unshift(periodBefore(found[0]!));
    return found;
  };
  const periods =
    kind === 'quarter' || kind === 'month' || kind === 'week' || kind === 'day'
      ? back(BACK[kind])
      : source === 'returns' && kind !== 'years'
        ? back(YEARS_BACK)
        : stepsOf(period);
  return periods.filter(({ from }) => from <= today);
}

/** Months of a period of at most one year; years of a longer one; nothing below a month. */
export function stepsOf({ from, to }: Period): Period[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (from.slice(0, 7) === to.slice(0, 7)) return [];
  if (first !== last) return Array.from({ length: last - first + 1 }, (_, index) => parsePeriod(`${first + index}`)!);
  const [begin, end] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  return Array.from(
    { length: end - begin + 1 },
    (_, index) => parsePeriod(`${first}-${String(begin + index).padStart(2, '0')}`)!,
  );
}

/** 1月 in a year of months; else with the year: 2025年, 25年11月, 25年三季度, 03-06起一周, 11-25. */
export function stepLabel(period: Period, among: readonly Period[]): string {
  const oneYear = new Set(among.map(({ from }) => from.slice(0, 4))).size === 1;
  const [year, month] = [period.from.slice(2, 4), Number(period.from.slice(5, 7))];
  switch (kindOfPeriod(period)) {
    case 'month':
      return oneYear ? `${month}月` : `${year}年${month}月`;
    case 'quarter':
      return `${oneYear ? '' : `${year}年`}${'一二三四'[(month - 1) / 3]!}季度`;
    case 'half':
      return `${oneYear ? '' : `${year}年`}${month === 1 ? '上' : '下'}半年`;
    case 'week':
      return `${period.from.slice(5)}起一周`;
    case 'day':
      return period.from.slice(5);
    case 'year':
    case 'years':
    case 'days':
      return periodName(period);
  }
}

/** The days a period is compared with. What still runs is compared with as many days, as far as records give the figure. */
export function comparedPeriod(
  period: Period,
  compare: 'year' | 'previous',
  source: 'records' | 'returns',
  today: PlainDate,
): Period {
  const passed = source === 'records' ? passedOf(period, today) : period;
  // Five years are set against the five before: a year earlier would be four of the same.
  if (kindOfPeriod(period) === 'years') {
    const months = 12 * (Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4)) + 1);
    return periodOf(addMonths(passed.from, -months), addMonths(passed.to, -months));
  }
  if (compare === 'year' || kindOfPeriod(period) === 'year') {
    const { from, to } = yearBefore(passed);
    return periodOf(from, to);
  }
  const before = periodBefore(period);
  if (passed.to === period.to) return before;
  const to = addDays(before.from, daysBetween(passed.from, passed.to));
  return periodOf(before.from, to < before.to ? to : before.to);
}

/** What a period is compared with where nothing else is asked, and how the difference is told. */
export function comparedWords(period: Period): { readonly name: string; readonly words: ChangeWords } {
  return kindOfPeriod(period) === 'years'
    ? { name: '上一时期', words: AGAINST_PERIOD }
    : { name: '上年同期', words: AGAINST_YEAR };
}

/** A whole period by its name, else its two days. */
export const daysWords = (period: Period): string =>
  kindOfPeriod(period) === 'days' ? `${chineseDate(period.from)}至${chineseDate(period.to)}` : periodName(period);
