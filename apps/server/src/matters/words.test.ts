import { expect, it } from 'vitest';
import { queryOf, wordsAsked, wordsOf } from './words.js';

it('keeps Chinese as pairs, letters and digits as they stand together', () => {
  expect(wordsOf(['赵样例不服A12号', '甲'])).toBe('赵样 样例 例不 不服 服号 a12 甲');
});

it('asks for pairs as they are, for letters and digits by their beginning', () => {
  expect(queryOf('样例a1')).toBe("'样例' & 'a1':*");
  expect(queryOf("o'hara")).toBe("'o':* & 'hara':*");
});

it('takes words typed apart for words apart', () => {
  expect(wordsAsked('赵样例 处罚')).toEqual(['赵样', '样例', '处罚']);
  expect(wordsAsked('赵样例　处罚')).toEqual(['赵样', '样例', '处罚']);
});

it('asks for a single character only when there is nothing else', () => {
  expect(queryOf('赵')).toBe("'赵':*");
  expect(wordsAsked('样例复〔2026〕 3 号')).toEqual(['样例', '例复', '2026', '3']);
});

it('finds every part of what is kept', () => {
  const kept = wordsOf(['样例复〔2026〕3号']).split(' ');
  for (const typed of ['样例复', '2026', '样例复〔2026〕3号', '样例复 〔2026〕 3 号'])
    expect(wordsAsked(typed).every((word) => kept.some((one) => one === word || one.startsWith(word)))).toBe(true);
});
