import { describe, expect, it } from 'vitest';
import { chineseNumeral } from './chinese-numeral.js';
import { readOn, shortBasesText, shortBasisText, statute } from './legal-basis.js';

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
it('writes titles within a title in single marks', () => {
  const interpretation = statute('最高人民法院关于适用《中华人民共和国行政诉讼法》的解释');
  expect(shortBasisText(interpretation(34))).toBe(
    '《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第三十四条',
  );
});
it('writes a clause with its place', () => {
  expect(shortBasisText(statute('中华人民共和国行政复议法')(30, 1, 3))).toBe('《行政复议法》第三十条第一款第（三）项');
});

describe('an edition that is meant', () => {
  const law = statute('中华人民共和国行政复议法');
  const of2017 = { ...law(23, 1), edition: { name: '2017年修正', until: '2023-12-31' } };

  it('stands in the words, once for clauses in one breath', () => {
    expect(shortBasisText(of2017)).toBe('《行政复议法》（2017年修正）第二十三条第一款');
    const second = { ...law(24), edition: of2017.edition };
    expect(shortBasesText([of2017, second])).toBe('《行政复议法》（2017年修正）第二十三条第一款、第二十四条');
    expect(shortBasesText([law(34), statute('中华人民共和国行政诉讼法')(45)])).toBe(
      '《行政复议法》第三十四条，《行政诉讼法》第四十五条',
    );
    expect(shortBasesText([of2017, law(48)])).toBe(
      '《行政复议法》（2017年修正）第二十三条第一款，《行政复议法》第四十八条',
    );
  });

  it('is read on a day on which it was in force', () => {
    expect(readOn(of2017, '2024-03-01')).toBe('2023-12-31');
    expect(readOn(of2017, '2023-06-01')).toBe('2023-06-01');
    expect(readOn({ ...law(38), edition: { name: '2026年', from: '2026-07-01' } }, '2026-06-01')).toBe('2026-07-01');
    expect(readOn(law(23), '2024-03-01')).toBe('2024-03-01');
  });
});
