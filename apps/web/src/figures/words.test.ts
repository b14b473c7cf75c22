import type { FigurePart } from '@fadu/wire';
import { expect, it } from 'vitest';
import { baseOf, seriesFinding, yearsUpTo } from './words.js';

const part = (label: string, value: FigurePart['value'], text: string): FigurePart => ({
  key: label,
  label,
  value,
  text,
  parts: null,
  rank: null,
  unranked: null,
});

it('gives the base of a rate and of nothing else', () => {
  expect(baseOf({ value: { is: 'ratio', numerator: 8992, denominator: 9084 }, unit: '%' })).toBe('8,992/9,084');
  expect(baseOf({ value: { is: 'count', count: 60 }, unit: '件' })).toBeNull();
  // The middle of an even number of days is half a day: no rate.
  expect(baseOf({ value: { is: 'ratio', numerator: 89, denominator: 2 }, unit: '日' })).toBeNull();
});

it('makes the finding of a period its title', () => {
  const months = [part('1月', { is: 'count', count: 3 }, '3件'), part('2月', { is: 'count', count: 9 }, '9件')];
  expect(seriesFinding('行政复议受理数', months, '件')).toBe('2月行政复议受理数最高，9件');
  expect(seriesFinding('受理数', [part('1月', { is: 'missing', why: 'notRecorded' }, '没有记录')], '件')).toContain(
    '没有数',
  );
  expect(seriesFinding('受理数', [part('1月', { is: 'count', count: 0 }, '0件')], '件')).toContain('都是0');
});

it('calls no month the highest whose rate is of few cases', () => {
  const rate = (label: string, numerator: number, denominator: number) =>
    part(label, { is: 'ratio', numerator, denominator }, `${((100 * numerator) / denominator).toFixed(2)}%`);
  expect(seriesFinding('调解率', [rate('1月', 3, 4), rate('2月', 6, 12)], '%')).toBe('2月调解率最高，50.00%');
  expect(seriesFinding('调解率', [rate('1月', 3, 4), rate('2月', 1, 5)], '%')).toBe(
    '调解率：各期基数都不足10，不比高低',
  );
});

it('offers this year and five before', () => {
  expect(yearsUpTo('2024-10-09')).toEqual(['2024', '2023', '2022', '2021', '2020', '2019']);
});
