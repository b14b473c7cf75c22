import { chineseDate, chineseWeekday, type LegalBasis, type PlainDate, statute } from '@fadu/kernel';
import type { CountingMethods } from './methods.js';
import type { WorkCalendar } from './work-calendar.js';

/**
 * One sentence an official can check. `note` says what the law leaves open; `method` names the point of counting on
 * which the sentence rests.
 */
export interface ExplanationStep {
  readonly text: string;
  readonly basis?: LegalBasis;
  readonly note?: string;
  readonly method?: keyof CountingMethods;
}

const MF = statute('中华人民共和国民法典');
const MS = statute('中华人民共和国民事诉讼法');
const FJ = statute('全国年节及纪念日放假办法');

/** Clauses of counting. 民事诉讼法第八十五条 says the same and reaches litigation and reconsideration by reference. */
export const CLAUSES = {
  startDay: MF(201, 1),
  hours: MF(201, 2),
  sameNumberedDay: MF(202),
  roll: MF(203, 1),
  procedural: MS(85),
  arrangement: FJ(7),
} as const;

export const step = (text: string, basis?: LegalBasis, note?: string): ExplanationStep => ({
  text,
  ...(basis && { basis }),
  ...(note !== undefined && { note }),
});

/** A sentence that rests on a point the law leaves open; what follows from it is shown with ※. */
export const openStep = (
  text: string,
  method: keyof CountingMethods,
  how = '',
  basis?: LegalBasis,
): ExplanationStep => ({ ...step(text, basis, `${how}法律没有规定，按平台设置计算`), method });

/** 2024年8月18日（星期日） */
export const dayText = (date: PlainDate): string => `${chineseDate(date)}（${chineseWeekday(date)}）`;

/** Why nobody works: 周末, 国庆节. For a working day: 工作日, 调休上班. */
export function reasonText(date: PlainDate, calendar: WorkCalendar): string {
  const { kind, name } = calendar.describe(date);
  if (kind === 'holiday') return name ?? '法定休假日';
  if (kind === 'weekend') return '周末';
  return kind === 'makeup' ? `${name ?? ''}调休上班` : '工作日';
}

/**
 * Runs of days with their reason: 2024年5月11日（春节调休上班）、2024年10月1日至7日（国庆节）.
 * `items` ascend; days not adjacent, or with another reason, start a new run.
 */
export function runsText(items: readonly { readonly date: PlainDate; readonly reason: string }[]): string {
  const runs: { from: PlainDate; to: PlainDate; reason: string }[] = [];
  for (const { date, reason } of items) {
    const last = runs.at(-1);
    if (last && last.reason === reason && Date.parse(date) - Date.parse(last.to) === 86_400_000) last.to = date;
    else runs.push({ from: date, to: date, reason });
  }
  return runs.map(({ from, to, reason }) => `${spanText(from, to)}（${reason}）`).join('、');
}

/** 2024年10月1日至7日, 2024年4月30日至5月5日, 2024年12月30日至2025年1月2日 */
function spanText(from: PlainDate, to: PlainDate): string {
  if (from === to) return chineseDate(from);
  const [year, month, day] = to.split('-').map(Number);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${chineseDate(from)}至${day}日`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${chineseDate(from)}至${month}月${day}日`;
  return `${chineseDate(from)}至${year}年${month}月${day}日`;
}
