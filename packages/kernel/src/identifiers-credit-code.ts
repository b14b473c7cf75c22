import { compact } from './identifiers-text.js';
import { type Refusal, refusal } from './refusal.js';
import { fail, ok, type Result } from './result.js';

/** GB 32100—2015 table 2: digits and capital letters without I, O, S, V, Z. The index is the value of the character. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^(i−1) mod 31 for places 1–17. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714—1997: weights of the eight characters of the body code; its values are those of 0–9, A=10 … Z=35. */
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** What a letter that cannot occur was probably meant to be. */
const MISREAD: Readonly<Record<string, string>> = { I: '数字1', O: '数字0', S: '数字5', V: '字母U', Z: '数字2' };

/** 统一社会信用代码 (GB 32100) with the check digit of its body code (GB 11714). The value is without spaces, upper case. */
export function checkCreditCode(text: string): Result<string, Refusal> {
  const code = compact(text);
  if (code === '') return refuse('identifier.credit_code.empty', '没有填写统一社会信用代码。请照证照填写18位代码。');
  const wrongLetter = [...code].find((sign) => sign in MISREAD);
  if (wrongLetter !== undefined) {
    return refuse(
      'identifier.credit_code.letter',
      `代码里有字母${wrongLetter}。信用代码不用I、O、S、V、Z，可能是${MISREAD[wrongLetter]}。`,
    );
  }
  const wrongSign = [...code].find((sign) => !ALPHABET.includes(sign));
  if (wrongSign !== undefined) {
    return refuse('identifier.credit_code.sign', `代码里有“${wrongSign}”。信用代码只用数字和大写字母。请照证照重填。`);
  }
  if (code.length !== 18) {
    return refuse('identifier.credit_code.length', `信用代码应为18位，现有${code.length}位。请照证照重填。`);
  }
  if (!/^\d{6}$/.test(code.slice(2, 8))) {
    return refuse(
      'identifier.credit_code.region',
      `第3至8位是登记机关所在地的地区码，应为6位数字，现有${code.slice(2, 8)}。请照证照核对。`,
    );
  }
  if (checkSign(code) !== code[17]) {
    return refuse('identifier.credit_code.check', '第18位校验不符。请照证照逐位核对，可能有一位抄错或者两位颠倒。');
  }
  if (bodyCheckSign(code.slice(8, 16)) !== code[16]) {
    return refuse(
      'identifier.credit_code.body_check',
      '第17位校验不符：第9至17位的主体标识码有误。请照证照核对这9位。',
    );
  }
  return ok(code);
}

function checkSign(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * ALPHABET.indexOf(code[place]!), 0);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

function bodyCheckSign(body: string): string {
  const sum = BODY_WEIGHTS.reduce((total, weight, place) => total + weight * Number.parseInt(body[place]!, 36), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

const refuse = (code: string, message: string) => fail(refusal(code, message));
