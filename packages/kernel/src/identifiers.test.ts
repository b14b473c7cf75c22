import { describe, expect, it } from 'vitest';
import {
  checkCourtCaseNo,
  checkCreditCode,
  checkIdNumber,
  checkPersonName,
  checkPhone,
  maskIdNumber,
  maskName,
  maskPhone,
  normaliseDocNumber,
} from './identifiers.js';
import { plainDate } from './plain-date.js';

const today = plainDate('2024-10-09');
const message = (result: { ok: boolean; error?: { message: string } }) =>
  result.ok ? undefined : result.error?.message;

describe('统一社会信用代码 (GB 32100)', () => {
  it.each(['91220800MA0000007B', '11220800000000000T', '52220802MJY0000011', ' 91220800ma0000007b '])(
    'takes %s',
    (code) => {
      expect(checkCreditCode(code).ok).toBe(true);
    },
  );
  it('names the fault', () => {
    expect(message(checkCreditCode('91220800MA0000007C'))).toContain('第18位校验不符');
    expect(message(checkCreditCode('91220800MA000000IB'))).toContain('字母I');
    expect(message(checkCreditCode('91220800'))).toContain('18位，现有8位');
  });
});

describe('公民身份号码 (GB 11643)', () => {
  it.each(['220802190001010006', '22080219000101009X', '220802199602290016', '22080219000101009x'])(
    'takes %s',
    (id) => {
      expect(checkIdNumber(id, today).ok).toBe(true);
    },
  );
  it('names the fault', () => {
    expect(message(checkIdNumber('220802190002290003', today))).toContain('出生日期不存在');
    expect(message(checkIdNumber('220802190001010007', today))).toContain('第18位');
    expect(message(checkIdNumber('220802202502290016', today))).toBeDefined();
    expect(message(checkIdNumber('2208021900', today))).toContain('18位');
  });
});

it('puts document numbers right in any brackets, and refuses short years and bare numbers', () => {
  for (const text of [
    '白市监罚〔2024〕12号',
    '白市监罚[2024]12号',
    '白市监罚【2024】012号',
    '白市监罚(2024)12号',
    '白市监罚（2024）第12号',
  ]) {
    expect(normaliseDocNumber(text)).toEqual({ ok: true, value: '白市监罚〔2024〕12号' });
  }
  expect(normaliseDocNumber('白市监罚[24]012号').ok).toBe(false);
  expect(normaliseDocNumber('12号').ok).toBe(false);
});

it('reads court case numbers with either brackets', () => {
  expect(checkCourtCaseNo('(2024)吉0802行初15号')).toEqual({ ok: true, value: '（2024）吉0802行初15号' });
  expect(checkCourtCaseNo('吉0802行初15号').ok).toBe(false);
});

it('takes rare characters and parts in names, refuses code and digits', () => {
  expect(checkPersonName('阿依古丽·买买提').ok).toBe(true);
  expect(checkPersonName('王\u{20BB7}').ok).toBe(true);
  expect(checkPersonName('<script>alert(1)</script>').ok).toBe(false);
  expect(checkPersonName('王5').ok).toBe(false);
});

it('knows telephones', () => {
  expect(checkPhone('138 0000 0000').ok).toBe(true);
  expect(checkPhone('0436-0000000')).toEqual({ ok: true, value: '0436-0000000' });
  expect(checkPhone('12345').ok).toBe(false);
});

it('masks', () => {
  expect(maskName('王示例')).toBe('王**');
  expect(maskIdNumber('220802190001010006')).toBe('**************0006');
  expect(maskPhone('13800000000')).toBe('138****0000');
});
