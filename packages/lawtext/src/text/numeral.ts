const VALUES: Readonly<Record<string, number>> = {
  零: 0,
  '○': 0,
  〇: 0,
  Ｏ: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

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
  for (const char of text) {
    if (char === ' ' || char === '\u3000' || char === '\u00a0') continue;
    const code = char.charCodeAt(0);
    const value =
      code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : VALUES[char];
    if (value !== undefined) {
      digit = value;
      positional = positional * 10 + value;
      seen = true;
      continue;
    }
    const unit = UNITS[char];
    if (unit === undefined) return undefined;
    total += (digit === 0 && !(seen && positional % 10 !== 0) ? (unit === 10 ? 1 : digit) : digit) * unit;
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
