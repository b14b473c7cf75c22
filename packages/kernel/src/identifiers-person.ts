import { compact, halfWidth } from './identifiers-text.js';
import { type Refusal, refusal } from './refusal.js';
import { fail, ok, type Result } from './result.js';

/** 2–50 code points: 𠮷 counts as one, and rare characters (GB 18030—2022) are accepted. */
const NAME_LENGTH = { least: 2, most: 50 };
/** Dots people type in names of minorities and foreigners; the name is kept with U+00B7. */
const MIDDLE_DOTS = /[•‧∙・･．]/g;

/** A person's name, trimmed, with · as the dot inside it. */
export function checkPersonName(text: string): Result<string, Refusal> {
  const name = text.trim().replace(MIDDLE_DOTS, '·');
  const length = [...name].length;
  if (length === 0) return refuse('identifier.person_name.empty', '没有填写姓名。请照证件填写。');
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) {
    return refuse(
      'identifier.person_name.control',
      '姓名里有看不见的控制字符，可能是从别处复制带来的。请直接输入姓名。',
    );
  }
  if (/[<>＜＞]/.test(name))
    return refuse('identifier.person_name.bracket', '姓名里有尖括号。姓名不用“<”“>”。请照证件填写。');
  if (/\p{Nd}/u.test(name)) return refuse('identifier.person_name.digit', '姓名里有数字。请照证件填写。');
  if (!/\p{L}/u.test(name)) return refuse('identifier.person_name.sign', '姓名里没有文字。请照证件填写。');
  if (length < NAME_LENGTH.least || length > NAME_LENGTH.most) {
    return refuse(
      'identifier.person_name.length',
      `姓名应为${NAME_LENGTH.least}至${NAME_LENGTH.most}个字，现有${length}个字。请照证件填写。`,
    );
  }
  return ok(name);
}

const MOBILE = /^1\d{10}$/;
/** 010 and 02x have three digits, the others four; local numbers seven or eight. */
const LANDLINE = /^(010|02\d|0[3-9]\d{2})-?(\d{7,8})$/;

/** A mobile number (11 digits beginning with 1) or a landline as `0436-0000000`. +86 and spaces are removed. */
export function checkPhone(text: string): Result<string, Refusal> {
  const bare = compact(text).replace(/[—–－()]/g, '-');
  if (bare === '') return refuse('identifier.phone.empty', '没有填写电话。请填写手机号，或者带区号的固定电话。');
  const mobile = bare.replace(/^(\+86|0086|86(?=1\d{2}-?\d{4}-?\d{4}$))-?/, '').replace(/-/g, '');
  if (MOBILE.test(mobile)) return ok(mobile);
  const landline = LANDLINE.exec(
    bare
      .replace(/^(\+86|0086)-?(?=[1-9])/, '0')
      .replace(/^-+/, '')
      .replace(/-+/g, '-'),
  );
  if (landline) return ok(`${landline[1]}-${landline[2]}`);
  if (/[^\d-]/.test(bare.replace(/^\+/, '')))
    return refuse('identifier.phone.sign', '电话里有数字和“-”以外的字符。请填写手机号，或者带区号的固定电话。');
  if (/^1/.test(mobile))
    return refuse('identifier.phone.length', `手机号应为11位，现有${mobile.length}位。请重新填写。`);
  if (/^\d{7,8}$/.test(bare)) return refuse('identifier.phone.area', '固定电话没有区号。请写成“0436-0000000”。');
  return refuse(
    'identifier.phone.form',
    '电话应为1开头的11位手机号，或者“0436-0000000”这样带区号的固定电话。请重新填写。',
  );
}

/** A landline in the form `checkPhone` returns, split for masking. */
export const landlineParts = (phone: string): readonly [area: string, local: string] | undefined => {
  const parts = LANDLINE.exec(halfWidth(phone));
  return parts ? [parts[1]!, parts[2]!] : undefined;
};

const refuse = (code: string, message: string) => fail(refusal(code, message));
