import { expect, it } from 'vitest';
import { DISCLOSURE, mustPublish } from './disclosure.js';

it('the report of a year is public before the first of April of the next (article 24)', () => {
  expect(DISCLOSURE.before(2023)).toBe('2024-04-01');
  expect(DISCLOSURE.upward.before(2023)).toBe('2024-03-01');
  expect(DISCLOSURE.soonFrom(2023)).toBe('2024-03-25');
});

it.each([
  ['government', '样例市人民政府', true],
  ['department', '样例市司法局', true],
  ['township', '样例县示例镇人民政府', true],
  ['township', '样例区示例街道办事处', false],
  ['court', '样例市中级人民法院', false],
])('%s %s: %s', (kind, name, publishes) => expect(mustPublish({ kind, name })).toBe(publishes));
