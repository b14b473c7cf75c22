import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as identifiers from './identifiers.js';
import { plainDate } from './plain-date.js';
import type { Refusal } from './refusal.js';
import type { Result } from './result.js';

const {
  checkCourtCaseNo,
  checkCreditCode,
  checkIdNumber,
  checkPersonName,
  checkPhone,
  courtInstance,
  normaliseDocNumber,
} = identifiers;
const today = plainDate('2026-11-23');
const idNumber = (text: string) => checkIdNumber(text, today);

type Check = (text: string) => Result<string, Refusal>;
const accepts = (check: Check, cases: readonly (readonly [string, string])[]) =>
  it.each(cases)('accepts %s', (text, value) => expect(check(text)).toEqual({ ok: true, value }));
const refuses = (check: Check, cases: readonly (readonly [string, string, string])[]) =>
  it.each(cases)('refuses %j: %s', (text, code, message) => {
    const result = check(text);
    if (result.ok) throw new Error(`accepted ${text}`);
    expect(result.error.code).toBe(`identifier.${code}`);
    expect(result.error.message).toContain(message);
  });

describe('credit code (GB 32100)', () => {
  accepts(checkCreditCode, [
    ['91220800MA0000007B', '91220800MA0000007B'],
    ['11220800000000000T', '11220800000000000T'],
    ['52220802MJY0000011', '52220802MJY0000011'],
    ['９１２２０８００ＭＡ００００００７ｂ', '91220800MA0000007B'],
  ]);
  refuses(checkCreditCode, [
    ['', 'credit_code.empty', '没有填写'],
    ['91220800MA0000007C', 'credit_code.check', '第18位校验不符'],
    ['91220800MA000000IB', 'credit_code.letter', '代码里有字母I。信用代码不用I、O、S、V、Z，可能是数字1。'],
    ['91220800MA0000007', 'credit_code.length', '现有17位'],
    ['91220800MA000-007B', 'credit_code.sign', '“-”'],
    ['9122080AMA0000007B', 'credit_code.region', '第3至8位'],
  ]);
  it('names the body code when only its check digit is wrong', () => {
    const codes = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((sign) => checkCreditCode(`91220800MA0000008${sign}`));
    expect(codes.filter((one) => !one.ok && one.error.code === 'identifier.credit_code.body_check')).toHaveLength(1);
  });
  it('notices every single wrong character', () => {
    const good = '91220800MA0000007B';
    for (let place = 0; place < 18; place++) {
      for (const sign of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        if (sign !== good[place])
          expect(checkCreditCode(good.slice(0, place) + sign + good.slice(place + 1)).ok).toBe(false);
      }
    }
  });
});

describe('identity number (GB 11643)', () => {
  accepts(idNumber, [
    ['220802190001010006', '220802190001010006'],
    ['220802 19000101 009x', '22080219000101009X'],
    ['220802199602290016', '220802199602290016'],
  ]);
  refuses(idNumber, [
    ['220802190002290003', 'id_number.birth_missing', '出生日期不存在'],
    ['220802190001010007', 'id_number.check', '第18位校验不符'],
    ['220802189912310006', 'id_number.birth_early', '早于1900年'],
    ['220802202611240006', 'id_number.birth_future', '晚于今天'],
    ['220802999901010006', 'id_number.birth_future', '晚于今天'],
    ['000802190001010006', 'id_number.region', '地区码不存在'],
    ['220802900101000', 'id_number.old', '15位'],
    ['2208021900010100X6', 'id_number.sign', '前17位'],
  ]);
});

describe('telephone', () => {
  accepts(checkPhone, [
    ['+86 138-0000-0000', '13800000000'],
    ['04360000000', '0436-0000000'],
    ['(010)66000000', '010-66000000'],
  ]);
  refuses(checkPhone, [
    ['1380000000', 'phone.length', '现有10位'],
    ['3200000', 'phone.area', '没有区号'],
    ['138oooo0000', 'phone.sign', '以外的字符'],
    ['23800000000', 'phone.form', '1开头'],
  ]);
});

describe('document number', () => {
  accepts(normaliseDocNumber, [
    ['吉政复〔2024〕105号', '吉政复〔2024〕105号'],
    ['白市监罚（２０２４） 12 号', '白市监罚〔2024〕12号'],
    ['白市监(食)罚[2024]12号', '白市监（食）罚〔2024〕12号'],
  ]);
  refuses(normaliseDocNumber, [
    ['白市监罚[24]012号', 'doc_number.year', '应为四位'],
    ['白市监罚〔2024〕0号', 'doc_number.serial', '从1编起'],
    ['〔2024〕12号', 'doc_number.form', '机关代字'],
    ['<b>〔2024〕12号', 'doc_number.form', '机关代字'],
  ]);
});

describe('court case number', () => {
  accepts(checkCourtCaseNo, [
    ['〔2024〕吉08行终 3 号', '（2024）吉08行终3号'],
    ['（2024）最高法行申1024号', '（2024）最高法行申1024号'],
    ['（2024）吉行再2号之一', '（2024）吉行再2号之一'],
  ]);
  refuses(checkCourtCaseNo, [
    ['（2024）吉0802行15号', 'court_case.instance', '没有审级'],
    ['（24）吉0802行初15号', 'court_case.form', '年份'],
  ]);
  it('tells the instance', () => {
    const cases = {
      '（2024）吉0802行赔初7号': 'first',
      '（2024）吉08行终3号': 'second',
      '（2024）最高法行申1024号': 'retrialReview',
      '（2024）吉行再2号': 'retrial',
    };
    for (const [number, instance] of Object.entries(cases)) expect(courtInstance(number)).toBe(instance);
  });
});

describe('person name', () => {
  accepts(checkPersonName, [
    ['阿依古丽•样例', '阿依古丽·样例'],
    ['𠮷𠮷', '𠮷𠮷'],
    ['张〇', '张〇'],
  ]);
  refuses(checkPersonName, [
    ['𠮷', 'person_name.length', '现有1个字'],
    ['王'.repeat(51), 'person_name.length', '现有51个字'],
    ['王样例１', 'person_name.digit', '数字'],
    ['王\u0000例', 'person_name.control', '控制字符'],
    ['王\u200b例', 'person_name.control', '控制字符'],
    ['<script>', 'person_name.bracket', '尖括号'],
  ]);
});

it('masks nothing short enough to be guessed, and landlines after their area', () => {
  expect(identifiers.maskIdNumber('1234')).toBe('****');
  expect(identifiers.maskPhone('110')).toBe('***');
  expect(identifiers.maskPhone('0436-0000000')).toBe('0436-****000');
  expect(identifiers.maskName('𠮷样')).toBe('𠮷**');
});

it('never throws, whatever is typed', () => {
  const { maskIdNumber, maskName, maskPhone } = identifiers;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const run of [
        checkCreditCode,
        idNumber,
        checkPhone,
        normaliseDocNumber,
        checkCourtCaseNo,
        checkPersonName,
        maskIdNumber,
        maskPhone,
        maskName,
      ])
        run(text);
    }),
    { numRuns: 50 },
  );
});
