import { BOLD, isBlank } from '../text/lines.js';
import { articleNumber, NUMERAL_CLASS, numeralValue } from '../text/numeral.js';
import type { DivisionKind } from '../tree/node.js';

/** How an enumeration is printed. First-level and second-level lists of one text differ in style. */
export type ListStyle = '（一）' | '（1）' | '1.' | '①' | '一、' | '第一、' | '甲、';

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
/** Blanks of every kind that may have got into a label, those without width too; for use inside a character class. */
const B = '\\s\\u200b-\\u200d\\u2060\\ufeff';
/** A dash inside a numeral is a badly read 一 (第三十－条). */
const ORDINAL = new RegExp(
  `[第笫][${B}]*([${N}\\d０-９](?:[${N}\\d０-９－—–ー${B}]*[${N}\\d０-９－—–ー])?)[${B}]*(分编|[条编章节])(?:[${B}]*之[${B}]*([${N}]+))?`,
  'y',
);
/** Not （一）至（三）项, （四）、（五）项: those are references at the start of a broken line. */
const BRACKET = new RegExp(
  `[（(][${B}]*([${N}](?:[${B}]*[${N}]){0,3}|[\\d０-９]{1,3})[${B}]*[）)](?!至|或者|项(?:所|规定|的|情形|至|和|或)|[、和及][第（(])`,
  'y',
);
const COMMA = new RegExp(`([${N}]{1,4})[、．.]`, 'y');
/** The rest of 一、二级 or 二、三、四类, which name degrees and number nothing. */
const DEGREES = new RegExp(`([${N}]{1,3})(?:、|级|类|等|种|档|期|线)`, 'y');
const DOT = /([\d０-９]{1,3})\s*(?:[.．](?![\d０-９])|、)/y;

/** Marks printed as one character: ①…⑳, ⑴…⒇, ⒈…⒛, ㈠…㈩. */
const SINGLE_CHARACTERS: readonly (readonly [first: number, last: number, style: ListStyle])[] = [
  [0x2460, 0x2473, '①'],
  [0x2474, 0x2487, '（1）'],
  [0x2488, 0x249b, '1.'],
  [0x3220, 0x3229, '（一）'],
];

const STEMS = '甲乙丙丁戊己庚辛壬癸';

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
  // “（一） in quoted wording, of which each line begins with a quotation mark
  if (quoted && code !== 0xff08 && code !== 0x28) return undefined;
  if (code === 0xff08 || code === 0x28) {
    const found = sticky(BRACKET, source, at);
    const value = found ? numeralValue(found[1]!) : undefined;
    if (!found || value === undefined) return undefined;
    const style = /[\d０-９]/.test(found[1]!) ? '（1）' : '（一）';
    return listMark(source, style, value, at + found[0].length, end);
  }
  for (const [first, last, style] of SINGLE_CHARACTERS) {
    if (code >= first && code <= last) return listMark(source, style, code - first + 1, at + 1, end);
  }
  if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) {
    const found = sticky(DOT, source, at);
    return found ? listMark(source, '1.', numeralValue(found[1]!)!, at + found[0].length, end) : undefined;
  }
  const stem = source[at + 1] === '、' ? STEMS.indexOf(source[at]!) : -1;
  // 甲、乙双方 names two parties
  if (stem >= 0 && !STEMS.includes(source[at + 2]!)) return listMark(source, '甲、', stem + 1, at + 2, end);
  if (N.includes(source[at] ?? ' ')) {
    const found = sticky(COMMA, source, at);
    const value = found ? numeralValue(found[1]!) : undefined;
    if (!found || !value) return undefined;
    const next = sticky(DEGREES, source, at + found[0].length);
    if (next && numeralValue(next[1]!) === value + 1) return undefined;
    return listMark(source, '一、', value, at + found[0].length, end);
  }
  return undefined;
}

function ordinalAt(source: string, at: number, end: number, quoted: boolean): Mark | undefined {
  const found = sticky(ORDINAL, source, at);
  const labelEnd = found ? at + found[0].length : at;
  const value = found ? numeralValue(found[1]!.replace(/[－—–ー]/g, '一')) : undefined;
  if (!found || value === undefined || labelEnd > end) return undefined;
  const bold = source.startsWith(BOLD, labelEnd);
  const spaced = bold || labelEnd === end || isBlank(source.charCodeAt(labelEnd));
  const after = skipBlanks(source, bold ? labelEnd + BOLD.length : labelEnd, end);
  if (found[2] === '条') {
    if (!spaced && REFERENCE_GOES_ON.has(source[labelEnd]!)) return undefined;
    const sub = found[3] ? (numeralValue(found[3]) ?? 0) : 0;
    const damaged = !spaced || source[at] !== '第' || /[\s－—–ー]/.test(found[0]);
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
  if (value < 1 || value > 199 || labelEnd > end) return undefined;
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
