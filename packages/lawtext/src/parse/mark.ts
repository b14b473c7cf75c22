import { isBlank } from '../text/lines.js';
import { articleNumber, NUMERAL_CLASS, numeralValue } from '../text/numeral.js';
import type { DivisionKind } from '../tree/node.js';

/** How an enumeration is printed. First-level and second-level lists of one text differ in style. */
export type ListStyle = '（一）' | '（1）' | '1.' | '①' | '一、' | '第一、';

/** What a line begins with. `end` is the offset after the mark and the blanks that follow it. */
export type Mark =
  | {
      readonly kind: 'article';
      readonly value: number;
      readonly sub: number;
      readonly number: string;
      readonly end: number;
      readonly labelEnd: number;
      readonly spaced: boolean;
      readonly damaged: boolean;
      readonly quoted: boolean;
    }
  | {
      readonly kind: 'heading';
      readonly level: DivisionKind;
      readonly value: number;
      readonly end: number;
      readonly labelEnd: number;
    }
  | {
      readonly kind: 'list';
      readonly style: ListStyle;
      readonly value: number;
      readonly end: number;
      readonly labelEnd: number;
    };

const N = NUMERAL_CLASS;
const ORDINAL = new RegExp(
  `[第笫]\\s*([${N}\\d０-９](?:[${N}\\d０-９ 　]*[${N}\\d０-９])?)\\s*(分编|[条编章节])(?:\\s*之\\s*([${N}]+))?`,
  'y',
);
const BRACKET = new RegExp(`[（(]\\s*([${N}]{1,4}|[\\d０-９]{1,3})\\s*[）)]`, 'y');
const COMMA = new RegExp(`([${N}]{1,4})[、．.]`, 'y');
const DOT = /([\d０-９]{1,3})\s*(?:[.．](?![\d０-９])|、)/y;

const LEVELS: Readonly<Record<string, DivisionKind>> = { 编: 'part', 分编: 'subpart', 章: 'chapter', 节: 'section' };

/** Characters that go on with a reference (第十二条规定的, 第三条、第四条) and so rule out a label without a blank. */
const REFERENCE_GOES_ON = new Set('规第、和至的所或及，中之有与以内外前后。；');

/** The mark at an offset, or undefined when ordinary text begins there. Reads at most a few characters. */
export function markAt(source: string, start: number, end: number): Mark | undefined {
  let at = start;
  let code = source.charCodeAt(at);
  let quoted = false;
  if (code === 0x201c || code === 0x22 || code === 0x300c) {
    quoted = true;
    code = source.charCodeAt(++at);
  }
  if (code === 0x7b2c || code === 0x7b2b) return ordinalAt(source, at, end, quoted);
  if (quoted) return undefined;
  if (code === 0xff08 || code === 0x28) {
    const found = sticky(BRACKET, source, at);
    const value = found ? numeralValue(found[1]!) : undefined;
    if (!found || value === undefined) return undefined;
    const style = /[\d０-９]/.test(found[1]!) ? '（1）' : '（一）';
    return listMark(source, style, value, at + found[0].length, end);
  }
  if (code >= 0x2460 && code <= 0x2473) return listMark(source, '①', code - 0x245f, at + 1, end);
  if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) {
    const found = sticky(DOT, source, at);
    return found ? listMark(source, '1.', numeralValue(found[1]!)!, at + found[0].length, end) : undefined;
  }
  if (N.includes(source[at] ?? ' ')) {
    const found = sticky(COMMA, source, at);
    const value = found ? numeralValue(found[1]!) : undefined;
    return found && value ? listMark(source, '一、', value, at + found[0].length, end) : undefined;
  }
  return undefined;
}

function ordinalAt(source: string, at: number, end: number, quoted: boolean): Mark | undefined {
  const found = sticky(ORDINAL, source, at);
  const labelEnd = found ? at + found[0].length : at;
  const value = found ? numeralValue(found[1]!) : undefined;
  if (!found || value === undefined || labelEnd > end) return undefined;
  const spaced = labelEnd === end || isBlank(source.charCodeAt(labelEnd));
  const after = skipBlanks(source, labelEnd, end);
  if (found[2] === '条') {
    if (!spaced && REFERENCE_GOES_ON.has(source[labelEnd]!)) return undefined;
    const sub = found[3] ? (numeralValue(found[3]) ?? 0) : 0;
    const damaged = !spaced || source[at] !== '第' || /[\s]/.test(found[0]);
    return {
      kind: 'article',
      value,
      sub,
      number: articleNumber(value, sub || undefined),
      end: after,
      labelEnd,
      spaced,
      damaged,
      quoted,
    };
  }
  if (quoted) return undefined;
  return { kind: 'heading', level: LEVELS[found[2]!]!, value, end: after, labelEnd };
}

function listMark(source: string, style: ListStyle, value: number, labelEnd: number, end: number): Mark | undefined {
  if (value < 1 || value > 199) return undefined;
  return { kind: 'list', style, value, labelEnd, end: skipBlanks(source, labelEnd, end) };
}

export function skipBlanks(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(source.charCodeAt(at))) at++;
  return at;
}

function sticky(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
