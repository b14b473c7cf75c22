import { chineseDate, chineseWeekday, daysBetween, type PlainDate } from '@fadu/kernel';
import type { ClockView } from '@fadu/wire';

/** 10月15日（星期二）; with the year when it is not this one. */
export function dayText(date: string, today: string): string {
  const plain = date as PlainDate;
  const text = chineseDate(plain);
  return `${date.slice(0, 4) === today.slice(0, 4) ? text.slice(5) : text}（${chineseWeekday(plain)}）`;
}

/** 2024年10月9日 */
export const longDate = (date: string): string => chineseDate(date as PlainDate);

/** 2024年9月25日 16:40, in Beijing whatever the device's zone. */
export function momentText(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${chineseDate(local.slice(0, 10) as PlainDate)} ${local.slice(11, 16)}`;
}

/** What is left until a last day, which counts; today does not: 还有6日, 今天24时届满, 已过3日. */
export function leftText(due: string, today: string): string {
  const left = daysBetween(today as PlainDate, due as PlainDate);
  if (left === 0) return '今天24时届满';
  return left > 0 ? `还有${left}日` : `已过${-left}日`;
}

const UNITS: Readonly<Record<ClockView['unit'], string>> = {
  workday: '个工作日',
  day: '日',
  month: '日',
  year: '日',
  hour: '小时',
};

/** How a clock stands, in a citizen's words: 最晚10月15日（星期二），还有5个工作日. */
export function clockText(clock: ClockView, today: string): string {
  const { tone, amount, leftAfterResume } = clock.standing;
  const unit = UNITS[clock.unit];
  if (tone === 'paused') return `已中止${amount}日，恢复后还有${leftAfterResume ?? 0}${unit}`;
  const due = `${clock.provisional ? '暂定' : '最晚'}${dayText(clock.legalDue, today)}`;
  if (tone === 'today') return `${due}，今天24时届满`;
  if (tone === 'late') return `${due}，已过${amount}${unit}`;
  return `${due}，还有${amount}${unit}`;
}

/** Who must act, for the person who asks. */
export const holderText = (clock: ClockView): string => {
  switch (clock.holder) {
    case 'party':
      return '您';
    case 'organ':
      return '办理机关';
    case 'court':
      return '法院';
    default:
      return '对方机关';
  }
};
