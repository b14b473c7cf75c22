/** Classes of characters, looked up by UTF-16 code: the scanner touches every character once. */
export const OTHER = 0;
export const DIGIT = 1;
/** A Chinese digit or magnitude that may begin a numeral. */
export const CHINESE = 2;
/** A character that may begin a form without a numeral: 无一件, 未发生一起, 持平, 翻番, 首位. */
const OPENER = 3;

const table = new Uint8Array(65536);
for (const char of '0123456789０１２３４５６７８９') table[char.charCodeAt(0)] = DIGIT;
for (const char of '零〇一二三四五六七八九十百千万亿两廿卅') table[char.charCodeAt(0)] = CHINESE;
for (const char of '无未没持翻首') table[char.charCodeAt(0)] = OPENER;

export const classOf = (code: number): number => table[code]!;
export const isDigit = (code: number): boolean => table[code] === DIGIT;

/** 0–9 of an ASCII or full-width digit; anything else is out of range. */
export const digitValue = (code: number): number => (code >= 0xff10 ? code - 0xff10 : code - 48);

export const isLatin = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xff21 && code <= 0xff3a);

export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

export const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 0xa0 || code === 0x3000;

const clause = new Uint8Array(65536);
for (const char of '，,；;。：:！？!?\n\r') clause[char.charCodeAt(0)] = 1;
/** Ends a clause; 、 does not, because a list shares its verb. */
export const isClauseEnd = (code: number): boolean => clause[code] === 1;
