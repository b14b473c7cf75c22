import { expect, it } from 'vitest';
import { typedNumber } from './typed-number.js';

it.each([
  ['9084', '件', '9084', undefined],
  ['9,084', '件', '9084', undefined],
  ['９，０８４', '件', '9084', undefined],
  ['2.5万', '元', '25000', undefined],
  ['1.2亿元', '元', '120000000', undefined],
  ['约250件', '件', '250', 'about'],
  ['250余件', '件', '250', 'over'],
  ['250余万元', '元', '2500000', 'over'],
  ['近1亿', '元', '100000000', 'under'],
  ['86.1%', '%', '86.1', undefined],
  ['007', '件', '7', undefined],
  ['0', '件', '0', undefined],
  // Left as typed, for the checks to refuse.
  ['2.50001万', '元', '2.50001万', undefined],
  ['-5', '件', '-5', undefined],
  ['十二', '件', '十二', undefined],
  ['12至15', '件', '12至15', undefined],
  ['8.99E+3', '件', '8.99E+3', undefined],
] as const)('%s in %s is %s, %s', (text, unit, value, approx) =>
  expect(typedNumber(text, unit)).toEqual({ value, ...(approx && { approx }) }),
);
