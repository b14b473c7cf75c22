import { type PlainDate, parsePlainDate } from './plain-date.js';
import { type Refusal, refusal } from './refusal.js';
import { fail, ok, type Result } from './result.js';

type Checked = Result<string, Refusal>;
const wrong = (code: string, message: string) => fail(refusal(`identifier.${code}`, message));

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const BODY = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** 统一社会信用代码 (GB 32100—2015), with the body code inside (GB 11714). Lower case and spaces are accepted. */
export function checkCreditCode(text: string): Checked {
  const code = text.replaceAll(/\s/g, '').toUpperCase();
  const strange = [...code].find((letter) => !CREDIT.includes(letter));
  if (strange !== undefined) {
    const digit = { I: '1', O: '0', S: '5', V: 'U', Z: '2' }[strange];
    return wrong(
      'credit_code',
      digit ? `代码里有字母${strange}。信用代码不用I、O、S、V、Z，可能是${/\d/.test(digit) ? '数字' : '字母'}${digit}。` : `代码里有“${strange}”。信用代码只用数字和大写字母。`,
    );
  }
  if (code.length !== 18) return wrong('credit_code', `信用代码应当是18位，现有${code.length}位。`);
  const body = code.slice(8, 17);
  const bodySum = BODY_WEIGHTS.reduce((sum, weight, index) => sum + weight * BODY.indexOf(body[index]!), 0);
  const bodyCheck = 11 - (bodySum % 11);
  if (body[8] !== (bodyCheck === 10 ? 'X' : bodyCheck === 11 ? '0' : String(bodyCheck))) {
    return wrong('credit_code', '第9至17位（主体标识码）校验不符，请核对是否抄错。');
  }
  const sum = CREDIT_WEIGHTS.reduce((total, weight, index) => total + weight * CREDIT.indexOf(code[index]!), 0);
  if (code[17] !== CREDIT[(31 - (sum % 31)) % 31]) return wrong('credit_code', '第18位校验不符，请核对是否抄错。');
  return ok(code);
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 公民身份号码 (GB 11643—1999). Spaces and a lower-case x are accepted. @param today birth lies on or before it. */
export function checkIdNumber(text: string, today: PlainDate): Checked {
  const id = text.replaceAll(/[\s-]/g, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(id)) return wrong('id_number', '身份证号码应当是18位：17位数字，末位是数字或者X。');
  const birth = parsePlainDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`);
  if (birth === undefined) return wrong('id_number', '出生日期不存在，请核对第7至14位。');
  if (birth > today) return wrong('id_number', '出生日期晚于今天，请核对第7至14位。');
  if (!/^[1-8]/.test(id)) return wrong('id_number', '地区码不存在，请核对前6位。');
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  if (id[17] !== '10X98765432'[sum % 11]) return wrong('id_number', '第18位校验不符，请核对是否抄错。');
  return ok(id);
}

/** A mobile number (11 digits from 1) or a land line with its area code. */
export function checkPhone(text: string): Checked {
  const number = text.replaceAll(/[\s()（）]/g, '').replace(/^(\+?86)(?=1)/, '');
  if (/^1[3-9]\d{9}$/.test(number)) return ok(number);
  const line = /^(0\d{2,3})-?(\d{7,8})$/.exec(number);
  if (line) return ok(`${line[1]}-${line[2]}`);
  return wrong('phone', '电话应当是11位手机号，或者“区号-号码”，例如0436-0000000。');
}

const DOC_NUMBER = /^[一-龥()（）]{1,24}〔[12]\d{3}〕[1-9]\d{0,5}号$/;

/** 文号: any bracket form is put right to 〔〕; four-digit year, serial without leading zero. */
export function normaliseDocNumber(text: string): Checked {
  const number = text
    .replaceAll(/\s/g, '')
    .replace(/[[【(（〔](\d{2,4})[\]】)）〕]/, '〔$1〕')
    .replace(/〕第?0*(\d+)号?$/, '〕$1号');
  if (DOC_NUMBER.test(number)) return ok(number);
  return wrong('doc_number', '文号应写成“白市监罚〔2024〕12号”：六角括号、四位年份、序号前不加0。');
}

/** 法院案号, loosely: year in brackets and a type word; kept with full-width brackets. */
export function checkCourtCaseNo(text: string): Checked {
  const number = text.replaceAll(/\s/g, '').replace(/^[[【(〔](\d{4})[\]】)〕]/, '（$1）');
  if (/^（[12]\d{3}）[一-龥\d]{2,20}[初终申再监执赔保][字]?[第]?\d{1,6}号(之[一二三四五六七八九十]+)?$/.test(number)) return ok(number);
  return wrong('court_case', '案号应写成“（2024）吉0802行初15号”。');
}

/** A person's name: 2–50 characters, · between parts, rare characters welcome; no digits, no marks of code. */
export function checkPersonName(text: string): Checked {
  const name = text.trim().replaceAll(/[•・．]/g, '·');
  const length = [...name].length;
  if (/[<>&"'\\/{}[\]|`$%^*=+~]/.test(name)) return wrong('name', '姓名里有不能使用的符号，请只填姓名。');
  if (/\d|[０-９]/.test(name)) return wrong('name', '姓名里不能有数字。');
  if (length < 2 || length > 50) return wrong('name', '姓名应当是2至50字。');
  return ok(name);
}

/** 王** */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.max(1, Math.min(rest.length, 2)));
};
/** The last four digits. */
export const maskIdNumber = (id: string): string => '*'.repeat(Math.max(0, id.length - 4)) + id.slice(-4);
/** 138****0000; a land line keeps area code and last two digits. */
export const maskPhone = (phone: string): string =>
  /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : phone.replace(/\d(?=\d{2})/g, (digit, at: number) => (at < 4 ? digit : '*'));
