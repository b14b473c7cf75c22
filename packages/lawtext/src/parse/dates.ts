import { numeralValue } from '../text/numeral.js';

/** A day found in a text. Offsets are half open in the string that was searched. */
export interface FoundDate {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Days as the corpus writes them: 2014年3月1日, `2020年 1 月 1 日`, full-width digits, letter l for 1 (10月l日),
 * and Chinese numerals (一九九三年一月一日, 二○○四年十月一日).
 */
const DATE =
  /([0-9０-９l]{4}|[零○〇ＯO一二三四五六七八九]{4})\s*年\s*([0-9０-９l]{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*([0-9０-９l]{1,2}|[一二三四五六七八九十]{1,3})\s*日/g;

const number = (text: string): number =>
  numeralValue(text.replaceAll('l', '1').replaceAll('O', '0').replaceAll('Ｏ', '零')) ?? 0;

const two = (value: number): string => String(value).padStart(2, '0');

/** Every existing day named in the text, in order. 2月30日 is left out. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const [year, month, day] = [number(match[1]!), number(match[2]!), number(match[3]!)];
    if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) continue;
    found.push({ date: `${year}-${two(month)}-${two(day)}`, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
