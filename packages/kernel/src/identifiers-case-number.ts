import { halfWidth } from './identifiers-text.js';
import { type Refusal, refusal } from './refusal.js';
import { fail, ok, type Result } from './result.js';

/** Signs people put around the year instead of 〔〕, after full-width forms have become half-width. */
const OPEN = '[\\[【(〔﹝〖「]';
const CLOSE = '[\\]】)〕﹞〗」]';
const YEAR_IN_BRACKETS = new RegExp(`${OPEN}(\\d+)年?${CLOSE}(?=\\D*\\d+\\D*$)`);

/** 白市监罚〔2024〕12号: agency short form and type word, hexagonal brackets (GB/T 9704 7.2.5), serial without leading zeros. */
const DOC_NUMBER = /^[一-龥()（）]{1,24}〔[12]\d{3}〕[1-9]\d{0,5}号$/;

/**
 * A 文书号 in its one form: brackets become 〔〕, spaces, leading zeros and 第 go, digits become half-width. What cannot be
 * put right with certainty, such as a year of two digits, is refused.
 */
export function normaliseDocNumber(text: string): Result<string, Refusal> {
  const bare = halfWidth(text).replace(/\s/g, '');
  if (bare === '')
    return fail(refusal('identifier.doc_number.empty', '没有填写文号。文号写成“白市监罚〔2024〕12号”。'));
  const number = bare
    .replace(YEAR_IN_BRACKETS, '〔$1〕')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/〕第?0*(\d+)号?$/, '〕$1号');
  if (DOC_NUMBER.test(number)) return ok(number);

  const [, year, serial] = /〔(\d+)〕(\d+)号$/.exec(number) ?? [];
  if (year !== undefined && !/^[12]\d{3}$/.test(year)) {
    return fail(refusal('identifier.doc_number.year', `文号的年份“${year}”应为四位，例如〔2024〕。请补全年份。`));
  }
  if (serial !== undefined && Number(serial) === 0) {
    return fail(refusal('identifier.doc_number.serial', '文号的序号应从1编起。请照文书重填。'));
  }
  return fail(
    refusal(
      'identifier.doc_number.form',
      '文号应写成“白市监罚〔2024〕12号”：机关代字、六角括号、四位年份、序号前不加0。请照文书重填。',
    ),
  );
}

/** （2024）吉0802行初15号. Loose: the court code and the words before the instance are not checked (rule unverified). */
const COURT_CASE = /^（([12]\d{3})）([一-龥]{1,8}\d{0,6}[一-龥]{1,10})(\d{1,6})号((?:之[一二三四五六七八九十]+)?)$/;

export type CourtInstance = 'first' | 'second' | 'retrialReview' | 'retrial';
const INSTANCE: Readonly<Record<string, CourtInstance>> = {
  初: 'first',
  终: 'second',
  申: 'retrialReview',
  再: 'retrial',
};

/** A court's 案号 with its year in （）. Refused when it has no word for the instance. Keep the raw text beside it. */
export function checkCourtCaseNo(text: string): Result<string, Refusal> {
  const bare = halfWidth(text).replace(/\s/g, '');
  if (bare === '') return fail(refusal('identifier.court_case.empty', '没有填写法院案号。请照法院文书填写。'));
  const number = bare.replace(new RegExp(`^${OPEN}(\\d+)年?${CLOSE}`), '（$1）');
  const parts = COURT_CASE.exec(number);
  if (parts === null) {
    return fail(
      refusal(
        'identifier.court_case.form',
        '案号应写成“（2024）吉0802行初15号”：年份、法院代字、案件类型、序号和“号”字。请照法院文书重填。',
      ),
    );
  }
  if (Number(parts[3]) === 0)
    return fail(refusal('identifier.court_case.serial', '案号的序号应从1编起。请照法院文书重填。'));
  if (courtInstance(number) === undefined) {
    return fail(
      refusal(
        'identifier.court_case.instance',
        '案号里没有审级：“号”前的序号应跟在初、终、申或者再之后。请照法院文书核对。',
      ),
    );
  }
  return ok(number);
}

/** 初 first instance, 终 second, 申 review of an application for retrial, 再 retrial; undefined for other words. */
export function courtInstance(caseNo: string): CourtInstance | undefined {
  const word = COURT_CASE.exec(caseNo)?.[2]?.at(-1);
  return word === undefined ? undefined : INSTANCE[word];
}
