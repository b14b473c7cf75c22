import { isDigit } from './chars.js';
import { unitAt } from './units.js';

const DASH = '-—－–~～至到/';

/**
 * If the Arabic number [start, end) begins a date, a year or a span of years, the offset after it; else -1.
 * 2023年 · 2023年3月5日 · 3月 · 2016—2020年 · 1—10月 · 2023-03-15 · 2024.3.15 · 10:30. 连续11年 is no date (see mentions).
 */
export function dateEnd(text: string, start: number, end: number): number {
  const length = end - start;
  const next = text.charAt(end);
  const year = length === 4 && /^(19|20)/.test(text.slice(start, start + 2).normalize('NFKC'));
  if (next === '年' && year) return afterYear(text, end + 1);
  if (next === '年' && length <= 2 && (text.charAt(end + 1) === '来' || text.charAt(end + 1) === '度')) return end + 2;
  if (next === '月') return afterMonth(text, end + 1);
  if (next === '日' && text.charAt(start - 1) === '月') return end + 1;
  if (year && '-./／'.includes(next) && isDigit(text.charCodeAt(end + 1))) {
    let index = end;
    while (
      isDigit(text.charCodeAt(index)) ||
      ('-./:／'.includes(text.charAt(index)) && isDigit(text.charCodeAt(index + 1)))
    )
      index += 1;
    const parts = text.slice(end, index).split(/[-./／]/).length - 1;
    if (
      parts < 2 &&
      !/[年月]/.test(text.charAt(index)) &&
      !(next !== '.' && /^.(19|20)\d\d$|^.\d{1,2}$/.test(text.slice(end, index)))
    )
      return -1;
    return text.charAt(index) === '年'
      ? afterYear(text, index + 1)
      : text.charAt(index) === '月'
        ? afterMonth(text, index + 1)
        : index;
  }
  if ((DASH.includes(next) && next !== '') || next === '、') {
    let index = end + 1;
    while (DASH.includes(text.charAt(index)) && index < end + 3) index += 1;
    const from = index;
    while (isDigit(text.charCodeAt(index))) index += 1;
    if (index > from && year && text.charAt(index) === '年') return afterYear(text, index + 1);
    if (index > from && index - from <= 2 && length <= 2 && text.charAt(index) === '月')
      return afterMonth(text, index + 1);
    // 2016—2020 is a span of years, 1900—1901件 a range
    if (index > from && year && index - from === 4 && /^(19|20)/.test(text.slice(from, from + 2)))
      return unitAt(text, index, true) === null ? index : -1;
  }
  if (
    (next === ':' || next === '：') &&
    length <= 2 &&
    isDigit(text.charCodeAt(end + 1)) &&
    isDigit(text.charCodeAt(end + 2)) &&
    !isDigit(text.charCodeAt(end + 3)) &&
    Number(text.slice(start, end)) < 24 &&
    !/[例比]/.test(text.slice(start - 4, start))
  ) {
    return end + 3;
  }
  return -1;
}

function afterYear(text: string, at: number): number {
  let index = at;
  while (isDigit(text.charCodeAt(index)) && index < at + 2) index += 1;
  if (index > at && text.charAt(index) === '月') return afterMonth(text, index + 1);
  if (index > at && DASH.includes(text.charAt(index))) {
    const end = dateEnd(text, at, index);
    if (end > 0) return end;
  }
  return at;
}

function afterMonth(text: string, at: number): number {
  let index = at;
  if (text.charAt(index) === '份') return index + 1;
  while (isDigit(text.charCodeAt(index)) && index < at + 2) index += 1;
  if (index > at && /[日号]/.test(text.charAt(index))) {
    // 12月4日至10日
    const until = /^[-—－–~～至到]{1,2}\d{1,2}[日号]/.exec(text.slice(index + 1, index + 7));
    return index + 1 + (until?.[0].length ?? 0);
  }
  if (index > at && DASH.includes(text.charAt(index))) {
    let next = index + 1;
    while (isDigit(text.charCodeAt(next))) next += 1;
    if (/[日号]/.test(text.charAt(next))) return next + 1;
  }
  return at;
}
