/** Value of each digit, 10, 100, 1000 of each unit, BLANK of a blank, 0 of any other character; shifted by one. */
const BLANK = 5000;
const VALUES = new Uint16Array(0x10000);
for (const [characters, value] of [
  ['零○〇Ｏ', 0],
  ['一', 1],
  ['二两', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  [' \u3000\u00a0\u200b\u200c\u200d\u2060\ufeff', BLANK],
] as const) {
  for (const character of characters) VALUES[character.charCodeAt(0)] = value + 1;
}
for (let digit = 0; digit < 10; digit++) {
  VALUES[0x30 + digit] = digit + 1;
  VALUES[0xff10 + digit] = digit + 1;
}

/** Characters a Chinese numeral is written with, for use inside a character class. Zero is written in three ways. */
export const NUMERAL_CLASS = '零○〇一二两三四五六七八九十百千';

/**
 * Value of a numeral as laws write it: 一百三十三, 一千零九十三, positional 一九九三, or digits 12 and １２.
 * Spaces inside are left out of account (第一百二十八 条 keeps its number when a space was lost into it).
 * Undefined when the text holds anything else or nothing.
 */
export function numeralValue(text: string): number | undefined {
  let total = 0;
  let digit = 0;
  let seen = false;
  let hasUnit = false;
  let positional = 0;
  for (let at = 0; at < text.length; at++) {
    const value = VALUES[text.charCodeAt(at)]! - 1;
    if (value === BLANK) continue;
    if (value < 0) return undefined;
    if (value < 10) {
      digit = value;
      positional = positional * 10 + value;
      seen = true;
      continue;
    }
    total += (digit === 0 && !(seen && positional % 10 !== 0) ? (value === 10 ? 1 : digit) : digit) * value;
    digit = 0;
    positional = 0;
    hasUnit = true;
    seen = true;
  }
  if (!seen) return undefined;
  return hasUnit ? total + digit : positional;
}

/** Number of an article as a string: `12`, or `133-1` for 第一百三十三条之一. */
export type ArticleNumber = string;

export const articleNumber = (value: number, sub?: number): ArticleNumber =>
  sub === undefined ? String(value) : `${value}-${sub}`;

/** [133, 1] of `133-1`; sub is 0 when there is none. */
export function articleParts(number: ArticleNumber): readonly [value: number, sub: number] {
  const dash = number.indexOf('-');
  return dash < 0 ? [Number(number), 0] : [Number(number.slice(0, dash)), Number(number.slice(dash + 1))];
}

/** Order of articles in a text: 120, 120-1, 120-2, 121. */
export function compareArticles(a: ArticleNumber, b: ArticleNumber): number {
  const [av, as] = articleParts(a);
  const [bv, bs] = articleParts(b);
  return av - bv || as - bs;
}
