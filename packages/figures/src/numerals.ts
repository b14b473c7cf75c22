import { digitValue, isDigit } from './chars.js';

/**
 * Numerals in Chinese prose: 1,234 · １２３４ · 1.2 · 二百六十 · 4.2万 · 1亿2000万 · 3千.
 * Assumptions: a comma groups thousands only between 1–3 and exactly 3 digits; 〇 and positional 二〇二三 are years, not
 * counts. Known failure: 一千五 in speech (1500) is read 1005-like forms only with 零.
 */
export interface Numeral {
  readonly end: number;
  readonly value: number;
  readonly chinese: boolean;
  /** Value before the last magnitude, for ranges that share it (3至5万). */
  readonly raw: number;
  readonly magnitude: number;
  /** 余, 多, 来, 几 stood inside: 300余万. */
  readonly vague: '' | 'over' | 'about';
  /** Digits of the literal, to refuse numbers no double can hold. */
  readonly digits: number;
}

const CHINESE_DIGIT: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
/** Old words for tens: 廿八 is 28. */
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };
const BIG: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** 万亿, 千万, 亿 … at `at`: the factor and its length, or factor 1 and length 0. */
export function magnitudeAt(text: string, at: number): { factor: number; length: number } {
  let factor = 1;
  let length = 0;
  for (;;) {
    const char = text.charAt(at + length);
    const next = BIG[char] ?? SMALL[char];
    if (
      next === undefined ||
      (char === '百' && text.startsWith('分点', at + length + 1)) ||
      (char === '十' && length === 0 && factor === 1 && text.charAt(at + 1) !== '万' && text.charAt(at + 1) !== '亿')
    )
      break;
    factor *= next;
    length += 1;
  }
  if (length > 0 && text.charAt(at) === '千' && length === 1 && /[克米瓦]/.test(text.charAt(at + 1)))
    return { factor: 1, length: 0 };
  return { factor, length };
}

const vagueWord = (char: string): '' | 'over' | 'about' =>
  char === '余' || char === '多' || char === '几' ? 'over' : char === '来' ? 'about' : '';

/** Binary fractions must not show: 61.9 × 10000 is 619000. */
export const times = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toPrecision(15));

/** 3 560万元: thousands parted by single spaces, only before a word, since columns of a table are parted so too. */
function spaceGroups(text: string, at: number): number {
  let end = at;
  while (SPACES.includes(text.charAt(end)) && /^\d{3}(?!\d)/.test(text.slice(end + 1, end + 5))) end += 4;
  return end > at && /[\p{Script=Han}]/u.test(text.charAt(end)) ? end : at;
}
const SPACES = ' \u00a0\u2009\u202f';

function arabicLiteral(text: string, at: number): { end: number; value: number; digits: number } {
  let end = at;
  let literal = '';
  while (isDigit(text.charCodeAt(end))) literal += digitValue(text.charCodeAt(end++));
  if (literal.length <= 3) {
    for (;;) {
      const sign = text.charCodeAt(end);
      if (sign !== 44 && sign !== 0xff0c) break;
      if (
        !isDigit(text.charCodeAt(end + 1)) ||
        !isDigit(text.charCodeAt(end + 2)) ||
        !isDigit(text.charCodeAt(end + 3)) ||
        isDigit(text.charCodeAt(end + 4))
      )
        break;
      for (let index = 1; index <= 3; index += 1) literal += digitValue(text.charCodeAt(end + index));
      end += 4;
    }
  }
  if (literal.length <= 3) {
    const grouped = spaceGroups(text, end);
    if (grouped > end) {
      literal += text.slice(end, grouped).replace(/\D/g, '');
      end = grouped;
    }
  }
  const digits = literal.length;
  const point = text.charCodeAt(end);
  if ((point === 46 || point === 0xff0e) && isDigit(text.charCodeAt(end + 1))) {
    literal += '.';
    end += 1;
    while (isDigit(text.charCodeAt(end))) literal += digitValue(text.charCodeAt(end++));
  }
  return { end, value: Number(literal), digits };
}

/** 1千3百余万, 2千5百: digits and the smaller magnitudes in turn. */
const MIXED = /^\d{1,2}千(\d)百(?:(\d)十)?([余多几])?([万亿])?/;

function mixedThousands(text: string, at: number, thousands: number): Numeral | null {
  const match = MIXED.exec(text.slice(at, at + 10));
  if (match === null) return null;
  const [whole, hundreds, tens, vague, big] = match;
  // 2千5百余件: the word stands before the unit, not before a magnitude
  const end = at + whole.length - (big === undefined && vague !== undefined ? 1 : 0);
  const raw = thousands * 1000 + Number(hundreds) * 100 + Number(tens ?? 0) * 10;
  const magnitude = big === undefined ? 1 : BIG[big]!;
  return {
    end,
    value: times(raw, magnitude),
    chinese: false,
    raw,
    magnitude,
    vague: vague === undefined || big === undefined ? '' : 'over',
    digits: whole.length,
  };
}

/** 1.2个亿, 5个多亿: 个 stands between the number and its magnitude. */
const SPOKEN = /^个([多余]?)亿/;

/** An Arabic numeral at `at` (a digit) with its magnitudes. */
export function arabicNumeral(text: string, at: number): Numeral {
  const first = arabicLiteral(text, at);
  let { end, value } = first;
  const mixed = text.charAt(end) === '千' ? mixedThousands(text, at, first.value) : null;
  if (mixed !== null) return mixed;
  const spoken = text.charAt(end) === '个' ? SPOKEN.exec(text.slice(end, end + 3)) : null;
  if (spoken !== null)
    return {
      end: end + spoken[0].length,
      value: times(value, 1e8),
      chinese: false,
      raw: value,
      magnitude: 1e8,
      vague: spoken[1] === '' ? '' : 'over',
      digits: first.digits,
    };
  let vague = vagueWord(text.charAt(end));
  if (vague !== '') {
    const after = magnitudeAt(text, end + 1);
    if (after.length === 0)
      return { end, value, chinese: false, raw: value, magnitude: 1, vague: '', digits: first.digits };
    end += 1;
  }
  const magnitude = magnitudeAt(text, end);
  const raw = value;
  value = times(value, magnitude.factor);
  end += magnitude.length;
  // 1亿零500万
  const zero = text.charAt(end) === '零' && isDigit(text.charCodeAt(end + 1)) ? 1 : 0;
  if (vague === '' && magnitude.length > 0 && magnitude.factor >= 1000 && isDigit(text.charCodeAt(end + zero))) {
    const rest = arabicLiteral(text, end + zero);
    const smaller = magnitudeAt(text, rest.end);
    if (
      rest.value * smaller.factor < magnitude.factor &&
      (smaller.factor > 1 || (rest.digits >= 3 && magnitude.factor > 1000))
    ) {
      end = rest.end + smaller.length;
      let part = times(rest.value, smaller.factor);
      const infix = vagueWord(text.charAt(end));
      const after = infix === '' ? { factor: 1, length: 0 } : magnitudeAt(text, end + 1);
      if (after.length > 0) {
        // 1亿2千余万: the word stands between the thousand and its ten thousand
        vague = infix;
        part = times(part, after.factor);
        end += 1 + after.length;
      }
      value += part;
    }
  }
  return { end, value, chinese: false, raw, magnitude: magnitude.factor, vague, digits: first.digits };
}

/** A Chinese numeral at `at`, or null: positional years (二〇二三) and lone magnitudes are not numerals here. */
export function chineseNumeralAt(text: string, at: number): Numeral | null {
  let end = at;
  let total = 0;
  let section = 0;
  let digit = -1;
  let raw = 0;
  let magnitude = 1;
  let vague: '' | 'over' | 'about' = '';
  let units = 0;
  for (; ; end += 1) {
    const char = text.charAt(end);
    const number = CHINESE_DIGIT[char];
    if (number !== undefined) {
      if (digit > 0 && number !== 0) return null;
      digit = number;
      continue;
    }
    const tens = TENS[char];
    if (tens !== undefined) {
      if (digit > 0) return null;
      section += tens;
      digit = -1;
      continue;
    }
    const small = SMALL[char];
    if (small !== undefined) {
      if (digit === -1 && char !== '十') return end === at ? null : finish();
      section += (digit === -1 ? 1 : digit) * small;
      digit = -1;
      units += 1;
      continue;
    }
    const big = BIG[char];
    if (big !== undefined) {
      if (section === 0 && digit <= 0 && total === 0) return null;
      const part = section + Math.max(digit, 0);
      raw = part;
      magnitude = big;
      if (part === 0) total *= big;
      else total += part * big;
      section = 0;
      digit = -1;
      units += 1;
      continue;
    }
    if ((char === '余' || char === '多' || char === '几') && end > at && BIG[text.charAt(end + 1)] !== undefined) {
      vague = 'over';
      continue;
    }
    break;
  }
  return finish();

  function finish(): Numeral | null {
    if (end === at) return null;
    if (digit === 0 && end - at === 1) return null;
    let value = total + section + Math.max(digit, 0);
    // 一万五, 三千二: the last digit stands one magnitude below
    if (digit > 0 && units > 0) {
      const before = text.charAt(end - 2);
      const scale = BIG[before] ?? SMALL[before];
      if (scale !== undefined && scale >= 100) value += digit * (scale / 10 - 1);
    }
    if (magnitude === 1) raw = value;
    const decimals =
      magnitude === 1
        ? /^点([零〇一二三四五六七八九]{1,4})(?=个?百分点|[万亿倍%％])/.exec(text.slice(end, end + 8))
        : null;
    if (decimals !== null) {
      // 三点二个百分点, 一点五万件
      const fraction = [...decimals[1]!].map((char) => CHINESE_DIGIT[char]).join('');
      const point = end + decimals[0].length;
      const after = magnitudeAt(text, point);
      const whole = Number(`${value}.${fraction}`);
      return {
        end: point + after.length,
        value: times(whole, after.factor),
        chinese: true,
        raw: whole,
        magnitude: after.factor,
        vague,
        digits: end - at,
      };
    }
    return { end, value, chinese: true, raw, magnitude, vague, digits: end - at };
  }
}
