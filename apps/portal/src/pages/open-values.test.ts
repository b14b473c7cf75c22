import { expect, it } from 'vitest';
import { openText } from './open-values.js';

const figure = (
  numerator: number | null,
  denominator: number | null = null,
  status: 'published' | 'withheld' = 'published',
) => ({
  code: 'a',
  name: '样例',
  unit: '件',
  region: '990100',
  org: '样例市人民政府',
  year: '2023',
  status,
  numerator,
  denominator,
});

it.each([
  [figure(9084), { unit: '件', kind: 'count' }, '9,084件'],
  [figure(0), { unit: '件', kind: 'count' }, '0件'],
  [figure(15, 60), { unit: '%', kind: 'rate' }, '25.00%（15/60）'],
  [figure(60, 60), { unit: '%', kind: 'rate' }, '100%（60/60）'],
  [figure(0, 60), { unit: '%', kind: 'rate' }, '0%（0/60）'],
  // Half up: 1/800 is 0.125%.
  [figure(1, 800), { unit: '%', kind: 'rate' }, '0.13%（1/800）'],
  [figure(125, 2), { unit: '日', kind: 'duration' }, '62.50日'],
  [figure(123_456), { unit: '元', kind: 'money' }, '1,234.56元'],
  [figure(null, null, 'withheld'), { unit: '件', kind: 'count' }, '不公开'],
] as const)('%o of %o: %s', (value, indicator, text) => expect(openText(value, indicator)).toBe(text));
