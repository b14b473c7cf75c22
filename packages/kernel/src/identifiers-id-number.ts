import { compact } from './identifiers-text.js';
import { EARLIEST_YEAR, type PlainDate, parsePlainDate } from './plain-date.js';
import { type Refusal, refusal } from './refusal.js';
import { fail, ok, type Result } from './result.js';

/** GB 11643—1999: weights of places 1–17 and the check sign by the sum modulo 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_SIGNS = '10X98765432';
/**
 * The first two digits that exist: provinces (GB/T 2260), 81–83 residence permits of Hong Kong, Macao and Taiwan
 * residents, and 9x permanent residence cards of foreigners. Whether the county existed on the day of birth is for
 * the register of regions.
 */
const PROVINCE = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;

/** 公民身份号码 (GB 11643). The value is without spaces, with a capital X. `today` bounds the date of birth. */
export function checkIdNumber(text: string, today: PlainDate): Result<string, Refusal> {
  const number = compact(text);
  if (number === '') return refuse('identifier.id_number.empty', '没有填写身份证号。请照证件填写18位号码。');
  if (/^\d{15}$/.test(number)) return refuse('identifier.id_number.old', '这是15位旧号码。请照现用证件填写18位号码。');
  if (number.length !== 18)
    return refuse('identifier.id_number.length', `身份证号应为18位，现有${number.length}位。请照证件重填。`);
  if (!/^\d{17}[\dX]$/.test(number))
    return refuse('identifier.id_number.sign', '身份证号前17位应为数字，第18位应为数字或者X。请照证件重填。');
  if (!PROVINCE.test(number))
    return refuse('identifier.id_number.region', `地区码不存在：没有以${number.slice(0, 2)}开头的地区。请核对前6位。`);
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  const written = `${year}年${Number(month)}月${Number(day)}日`;
  if (Number(year) < EARLIEST_YEAR)
    return refuse('identifier.id_number.birth_early', `出生日期${written}早于${EARLIEST_YEAR}年。请核对第7至14位。`);
  const born = parsePlainDate(`${year}-${month}-${day}`);
  // A year far ahead is no day of the platform, but it is a day: it lies in the future.
  if (Number(year) > Number(today.slice(0, 4)) || (born !== undefined && born > today)) {
    return refuse('identifier.id_number.birth_future', `出生日期${written}晚于今天。请核对第7至14位。`);
  }
  if (born === undefined)
    return refuse('identifier.id_number.birth_missing', `出生日期不存在：没有${written}。请核对第7至14位。`);
  if (checkSign(number) !== number[17]) {
    return refuse('identifier.id_number.check', '第18位校验不符。请照证件逐位核对，可能有一位抄错或者两位颠倒。');
  }
  return ok(number);
}

function checkSign(number: string): string {
  return CHECK_SIGNS[WEIGHTS.reduce((sum, weight, place) => sum + weight * Number(number[place]), 0) % 11]!;
}

const refuse = (code: string, message: string) => fail(refusal(code, message));
