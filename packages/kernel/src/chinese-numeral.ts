const DIGITS = '零一二三四五六七八九';

/** 0–9999 as in article numbers: 10 十, 11 十一, 20 二十, 101 一百零一, 110 一百一十, 1260 一千二百六十. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new RangeError(`no article number: ${value}`);
  if (value < 10) return DIGITS[value]!;
  const units = ['', '十', '百', '千'];
  const digits = String(value).split('').map(Number);
  let text = '';
  digits.forEach((digit, index) => {
    const unit = units[digits.length - 1 - index]!;
    if (digit !== 0) text += DIGITS[digit]! + unit;
    else if (text !== '' && !text.endsWith('零') && digits.slice(index).some((later) => later !== 0)) text += '零';
  });
  return value < 20 ? text.slice(1) : text;
}
