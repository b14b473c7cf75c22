import { describe, expect, it } from 'vitest';
import { parseLaw } from './parse.js';
import { termOf } from './term.js';

// Invented texts.
const ending = (last: string, more = '') =>
  termOf(
    parseLaw(`# 样例办法
2021年3月1日样例市人民政府公布

<!-- INFO END -->
第一条 为了样例，制定本办法。
第二条 样例许可证有效期为三年，有效期至届满日止。${more}
第三条 ${last}`),
  );

describe('what a text says of its own end', () => {
  it.each([
    ['本办法自2021年5月1日起施行，有效期五年。', 60],
    ['本办法自2021年5月1日起施行。有效期为5年。', 60],
    ['本办法自2021年5月1日起施行，有效期限为两年。', 24],
    ['本办法自公布之日起施行，有效期6个月。', 6],
    ['本办法自印发之日起施行，本办法有效期为十年。', 120],
    ['本办法自2021年5月1日起试行，试行期二年，期满自动失效。', 24],
  ])('reads the term of %s', (last, months) => {
    expect(ending(last)).toMatchObject({ kind: 'for', months });
  });

  it.each([
    ['本办法自2021年5月1日起施行，有效期至2026年4月30日。', '2026-04-30'],
    ['本办法自2021年5月1日起施行，至2023年12月31日止。', '2023-12-31'],
    ['本办法自2021年5月1日起施行，有效期截至二〇二六年四月三十日。', '2026-04-30'],
    ['本办法自2021年5月1日起施行，至2022年12月31日自动失效。', '2022-12-31'],
  ])('reads the last day of %s', (last, day) => {
    expect(ending(last)).toMatchObject({ kind: 'until', day });
  });

  it.each([
    '本办法自2021年5月1日起施行。',
    '本办法自2021年5月1日起试行，试行期一年。',
    '本办法施行前取得的许可证，有效期至2026年4月30日的，继续有效。本办法自2021年5月1日起施行。',
    '本办法自2021年5月1日起施行。样例证有效期五年。',
    '本办法自2021年5月1日起施行，原登记有效期五年的，重新登记。',
    '本办法自2021年5月1日起施行。2015年公布的《样例规定》至2021年4月30日废止。',
  ])('does not take %s for its end', (last) => {
    expect(ending(last)).toBeNull();
  });

  it('is not read from an article in the middle, nor from an annex', () => {
    expect(ending('本办法自2021年5月1日起施行。\n\n附件\n本表自2021年5月1日起执行，有效期五年。')).toBeNull();
  });
});
