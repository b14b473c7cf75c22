import { isDigit, isHan, isSpace } from './chars.js';
import { plainChar } from './radicals.js';
import { HEADING, isColumnLine, isParagraphBreak } from './sentences.js';

/**
 * The text without the accidents of its setting: line ends and indents inside a wrapped paragraph and &nbsp; are
 * dropped, full-width digits become ASCII, radicals and the numerals of cheques the characters they stand for. `at(index)` gives the offset in the text as it was.
 * Lines with tabs or bars stay as they are, since they may be table rows.
 */
export interface Folded {
  readonly text: string;
  readonly at: (index: number) => number;
}

const NEEDED =
  /[\u4e00-\u9fff][ \u00a0][0-9]|[0-9%％][ \u00a0][\u4e00-\u9fff]|[\u2e80-\u2fd5\uf900-\ufaff]|&nbsp;|[０-９．％]|[壹贰叁肆伍陆柒捌玖拾佰仟]{2}|[^\s。；：:！？][ \t\u00a0　\r]*\n/;

export function fold(text: string): Folded {
  if (!NEEDED.test(text)) return { text, at: (index) => index };
  const map = new Int32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  let run = 0;
  const keep = (from: number, to: number): void => {
    if (to <= from) return;
    parts.push(text.slice(from, to));
    for (let index = from; index < to; index += 1) map[length++] = index;
  };
  const cheque = /[壹贰叁肆伍陆柒捌玖拾佰仟]{2}/.test(text);
  let columns = { end: -1, are: false };
  const inColumns = (index: number): boolean => {
    if (index > columns.end) {
      const start = text.lastIndexOf('\n', index) + 1;
      const end = text.indexOf('\n', index);
      const line = text.slice(start, end < 0 ? text.length : end);
      columns = { end: end < 0 ? text.length : end, are: /[\t|｜]/.test(line) || isColumnLine(line) };
    }
    return columns.are;
  };
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 38 && text.startsWith('&nbsp;', index)) {
      keep(run, index);
      run = index + 6;
      index += 5;
    } else if ((code === 32 || code === 0xa0) && isLooseSpace(text, index) && !inColumns(index)) {
      keep(run, index);
      run = index + 1;
    } else if (code === 10 && pageMark(text, index) > 0) {
      let before = index;
      while (before > run && (isSpace(text.charCodeAt(before - 1)) || text.charCodeAt(before - 1) === 13)) before -= 1;
      keep(run, before);
      run = index + pageMark(text, index);
      index = run - 1;
    } else if (code === 10 && (isTornNumber(text, index) || !isParagraphBreak(text, index))) {
      let before = index;
      while (before > run && (isSpace(text.charCodeAt(before - 1)) || text.charCodeAt(before - 1) === 13)) before -= 1;
      keep(run, before);
      let after = index + 1;
      while (
        after < text.length &&
        (isSpace(text.charCodeAt(after)) || text.charCodeAt(after) === 10 || text.charCodeAt(after) === 13)
      )
        after += 1;
      run = after;
      index = after - 1;
    } else if ((code >= 0x2e80 && code <= 0x2fd5) || (code >= 0xf900 && code <= 0xfaff)) {
      keep(run, index);
      parts.push(plainChar(text.charAt(index)));
      map[length++] = index;
      run = index + 1;
    } else if (code >= 0xff05 && code <= 0xff19 && (code >= 0xff10 || code === 0xff05 || code === 0xff0e)) {
      keep(run, index);
      parts.push(String.fromCharCode(code - 0xfee0));
      map[length++] = index;
      run = index + 1;
    } else if (cheque && code >= 0x4e00) {
      const plain = chequeDigit(text, index);
      if (plain === null) continue;
      keep(run, index);
      parts.push(plain);
      map[length++] = index;
      run = index + 1;
    }
  }
  keep(run, text.length);
  map[length] = text.length;
  return { text: parts.join(''), at: (index) => map[index]! };
}

const PAGE_MARK =
  /^\n(?:[ \t　\r]*\n){0,3}[ \t　]*(?:[-—–－]{1,2} ?\d{1,4} ?[-—–－]{1,2}|第 ?\d{1,4} ?页(?:[ ，,/]?共 ?\d{1,4} ?页)?|\d{1,3} ?\/ ?\d{1,3})[ \t　\r]*\n(?:[ \t　\r]*\n){0,3}/;

/** How long the foot of a page is that stands within a paragraph (… | — 3 — | …), or 0. */
function pageMark(text: string, at: number): number {
  const last = text
    .slice(Math.max(0, at - 3), at)
    .trimEnd()
    .slice(-1);
  if (last === '' || '。；：:！？|\t'.includes(last)) return 0;
  const mark = PAGE_MARK.exec(text.slice(at, at + 80));
  if (mark === null) return 0;
  const next = text.slice(at + mark[0].length, at + mark[0].length + 8);
  if (/^(?:$|　|\s{2})/.test(next) || HEADING.test(next)) return 0;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim();
  return line.length < 12 || (HEADING.test(line) && !/[，。；]/.test(line)) || isColumnLine(line) ? 0 : mark[0].length;
}

/** 申请1,8 | 26件 and 挽回3. | 07万元: the line ends within a number, however short it is. */
function isTornNumber(text: string, at: number): boolean {
  const before = /(?:[\d０-９][,，]([\d０-９]{0,2})|\p{Script=Han}[\d０-９]+[.．])\r?$/u.exec(
    text.slice(Math.max(0, at - 12), at),
  );
  if (before === null) return false;
  const after = /^\s{0,8}([\d０-９]+)(?=\s?\p{Script=Han})/u.exec(text.slice(at + 1, at + 20));
  return after !== null && (before[1] === undefined || before[1].length + after[1]!.length === 3);
}

/** 壹佰贰拾件: the numerals of cheques, where two stand together (陆 and 伍 are names, 拾 is an act). */
const CHEQUE = '壹贰叁肆伍陆柒捌玖拾佰仟';
const PLAIN = '一二三四五六七八九十百千';
function chequeDigit(text: string, at: number): string | null {
  const index = CHEQUE.indexOf(text.charAt(at));
  if (index < 0) return null;
  const near = (char: string): boolean => char !== '' && `${CHEQUE}万亿零`.includes(char);
  return near(text.charAt(at - 1)) || near(text.charAt(at + 1)) ? PLAIN.charAt(index) : null;
}

/** 约 3000 件, 连续 3 年: one space between a digit and a character, as some editors set it. */
function isLooseSpace(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at + 1)];
  const number = (code: number): boolean => isDigit(code) || code === 0x25 || code === 0xff05;
  return (isHan(before) && isDigit(after)) || (number(before) && isHan(after));
}
