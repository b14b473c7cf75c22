import { expect, it } from 'vitest';
import { chineseNumeral } from './chinese-numeral.js';
import { shortBasisText, statute } from './legal-basis.js';

it('writes article numbers as laws do', () => {
  const cases: [number, string][] = [
    [0, '零'],
    [8, '八'],
    [10, '十'],
    [14, '十四'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
    [1001, '一千零一'],
    [1260, '一千二百六十'],
  ];
  for (const [value, text] of cases) expect(chineseNumeral(value)).toBe(text);
});
it('writes a clause with its place', () => {
  expect(shortBasisText(statute('中华人民共和国行政复议法')(30, 1, 3))).toBe('《行政复议法》第三十条第一款第（三）项');
});
