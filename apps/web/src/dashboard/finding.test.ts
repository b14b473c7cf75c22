import type { Tally } from '@fadu/wire';
import { expect, it } from 'vitest';
import { monthFinding } from './finding.js';

const months = (...counts: number[]): Tally[] =>
  counts.map((count, index) => ({ key: `2026-${index + 1}`, label: `${index + 1}月`, count, query: {} }));

it('names the fullest month with its share', () => {
  expect(monthFinding(months(1, 6, 3))).toBe('2月收件最多，6件，占近12个月的60%');
  expect(monthFinding(months(4, 1, 4, 1))).toBe('1月、3月收件最多，各4件，共占近12个月的80%');
});
it('does not make a peak of what is even, nor of nothing', () => {
  expect(monthFinding(months(2, 2, 2, 2))).toBe('近12个月收件8件，各月相差不大');
  expect(monthFinding(months(0, 0))).toBe('近12个月没有收件');
});
