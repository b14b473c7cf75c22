import { expect, it } from 'vitest';
import { recognise } from './recognise.js';

it.each([
  ['fd 4t8w 63hc', 'code', 'FD-4T8W-63HC'],
  ['ＦＤ－４Ｔ８Ｗ－６３ＨＣ', 'code', 'FD-4T8W-63HC'],
  ['https://example.invalid/portal/verify/FD-4T8W-63HC', 'code', 'FD-4T8W-63HC'],
  ['2026-abcd2345', 'receipt', '2026-ABCD2345'],
  ['https://example.invalid/portal/track?receipt=2026-ABCD2345', 'receipt', '2026-ABCD2345'],
])('%s is a %s', (typed, kind, text) => expect(recognise(typed)).toEqual({ kind, text }));

it('says what is wrong with the rest', () => {
  expect(recognise('FD-4T8W-63').text).toBe('核验码是FD后面8位，现有6位。请对照文书核对。');
  expect(recognise('7QK9-W2HM-4TRX').text).toContain('查询码');
  expect(recognise('  ').text).toContain('请填写');
  expect(recognise('张样例').kind).toBe('neither');
});
