import { isSpace } from './chars.js';

/**
 * Sentence borders: 。；;！？ and a line end that is not inside a wrapped paragraph. The ; of &nbsp; is no border.
 * Assumptions: a wrapped line does not end in a full stop and the next does not begin with a heading mark or an indent;
 * an empty line ends a paragraph unless the text before it stops at a comma. Known failure: a title without a full stop
 * directly followed by text without heading mark joins the first sentence.
 */
export const HEADING =
  /^(?:第?[一二三四五六七八九十]{1,3}[、章节]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.．、](?![0-9])|[•●■◆▪\-[【]|[①-⑩])/;

function isSentenceEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x3002 || code === 0xff1b || code === 0xff01 || code === 0xff1f) return true;
  if (code === 0x3b) return !isEntity(text, at);
  if (code === 0x2e) return isFullStop(text, at);
  if (code === 10) return isParagraphBreak(text, at);
  return false;
}

/** 同比增长8.9%. and 受理9件.: a report set with the stops of English. */
const isFullStop = (text: string, at: number): boolean =>
  /[\p{Script=Han}）)%％”"]/u.test(text.charAt(at - 1)) && /^(?:$|[\s\p{Script=Han}“"(（])/u.test(text.charAt(at + 1));

function isEntity(text: string, at: number): boolean {
  for (let index = at - 1; index > at - 8 && index >= 0; index -= 1) {
    if (text.charCodeAt(index) === 38) return true;
    if (!/[a-z0-9#]/i.test(text.charAt(index))) return false;
  }
  return false;
}

/** A line end that is not a wrap. */
export function isParagraphBreak(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (isSpace(text.charCodeAt(before)) || text.charCodeAt(before) === 13)) before -= 1;
  const last = text.charAt(before);
  if (before < 0 || last === '\n' || '。；：:！？'.includes(last)) return true;
  if (last === '.' && isFullStop(text, before)) return true;
  let after = at + 1;
  let lines = 1;
  let indent = 0;
  for (; after < text.length; after += 1) {
    const code = text.charCodeAt(after);
    if (code === 10) {
      lines += 1;
      indent = 0;
    } else if (isSpace(code)) indent += code === 0x3000 ? 2 : 1;
    else if (code !== 13) break;
  }
  const next = text.charAt(after);
  if ('，,、。；）)%％'.includes(next)) return false;
  if ('，,、'.includes(last)) return false;
  if (lines > 1) return true;
  if (indent >= 4) return true;
  if (HEADING.test(text.slice(after, after + 6))) return true;
  let start = before;
  while (start > 0 && text.charCodeAt(start - 1) !== 10) start -= 1;
  const line = text.slice(start, before + 1).trimStart();
  const end = text.indexOf('\n', after);
  const following = text.slice(after, end < 0 ? Math.min(text.length, after + 120) : end);
  if (/[\t|｜]/.test(following) || isColumnLine(following) || isColumnLine(line)) return true;
  if (line.includes('\t') || line.includes('|')) return true;
  // 受理120件 | 审结110件: a list whose lines have no full stops; a wrap seldom ends twice in a row in a number with its unit
  if (ITEM_END.test(line) && ITEM_END.test(following.trimEnd())) return true;
  // a line much shorter than the next was not full: the next would have fitted in part
  if (line.length >= 6 && width(following) - width(line) >= 24) return true;
  if (line.length < 80 && /[^\s][ 　]{2,}[^\s]/.test(line) && !/[，,。]/.test(line)) return true;
  return line.length < 42 && HEADING.test(line) && !/[，,。；0-9]/.test(line.slice(2));
}

const ITEM_END =
  /[\d一二三四五六七八九十百千万亿余多](?:人次|件次|场次|户次|家次|人\/次|个?百分点|[件个人场期份部条项家户名起宗卷处所篇册次元天%％])(?:以上|左右|以内)?$/;

/** In half characters. */
const width = (line: string): number => {
  let sum = 0;
  for (let index = 0; index < line.length; index += 1) sum += line.charCodeAt(index) > 0xff ? 2 : 1;
  return sum;
};

/** A row or heading of a table whose columns are parted by single spaces: 法律援助案件（件） 8650 9120 5.4%. */
export function isColumnLine(line: string): boolean {
  if (line.length > 90 || /[。；，：]/.test(line)) return false;
  const cells = line.trim().split(/[ \u00a0\u3000]+/);
  if (cells.length < 3) return false;
  const numbers = cells.filter((cell) => COLUMN_CELL.test(cell)).length;
  return numbers >= 2 && numbers >= cells.length - 3;
}

const COLUMN_CELL =
  /^(?:[-+−＋－↑↓]?[\d,.０-９，．]+(?:万|亿)?[%％‰]?|20\d\d年度?|本年|上年|去年|今年|同比|环比|增减|增长|增幅|增减幅?|变化|数量|合计|单位|增长率|同比增长|同比增减)(?:[（(][^）)]{1,6}[)）])?$/;

export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** The sentence around `at`; never begins before `floor`. A sentence longer than 1200 characters is cut. */
export function sentenceAround(text: string, at: number, floor: number): Sentence {
  let start = at;
  const low = Math.max(floor, at - 600);
  while (start > low && !isSentenceEnd(text, start - 1)) start -= 1;
  let end = at;
  const high = Math.min(text.length, at + 600);
  while (end < high && !isSentenceEnd(text, end)) end += 1;
  return { start, end };
}
