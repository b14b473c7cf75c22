import { parsePeriod } from '@fadu/indicator';
import { plainDate } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import { comparedPeriod, stepLabel, trendPeriods } from './periods.js';

const of = (text: string) => parsePeriod(text)!;
const TODAY = plainDate('2026-11-25');

describe('the periods of a trend', () => {
  it.each([
    ['2025', 'records', 12, '1月', '12月'],
    ['2026', 'records', 11, '1月', '11月'],
    ['2025', 'returns', 5, '2021年', '2025年'],
    ['2026H1', 'records', 6, '1月', '6月'],
    ['2026Q3', 'records', 8, '24年四季度', '三季度'],
    ['2026-03', 'records', 12, '25年4月', '3月'],
    ['2026-03-05', 'records', 14, '02-20', '03-05'],
    ['2021..2025', 'returns', 5, '2021年', '2025年'],
    ['2027', 'records', 0, '', ''],
  ] as const)('%s of %s: %i, from %s to %s', (text, source, count, first, last) => {
    const periods = trendPeriods(of(text), source, TODAY);
    expect(periods).toHaveLength(count);
    if (count === 0) return;
    expect(stepLabel(periods[0]!, periods)).toBe(first);
    expect(stepLabel(periods.at(-1)!, periods)).toContain(last);
  });
});

describe('the period compared with', () => {
  it.each([
    ['2025', 'year', '2024'],
    // A year that still runs is not set against a whole one.
    ['2026', 'year', '2025-01-01..2025-11-25'],
    ['2026', 'previous', '2025-01-01..2025-11-25'],
    ['2026Q4', 'previous', '2026-07-01..2026-08-25'],
    ['2026Q4', 'year', '2025-10-01..2025-11-25'],
    ['2026Q3', 'previous', '2026Q2'],
    ['2026-03', 'previous', '2026-02'],
    ['2021..2025', 'previous', '2016..2020'],
    ['2021..2025', 'year', '2016..2020'],
    ['2026..2030', 'year', '2021-01-01..2021-11-25'],
  ] as const)('of %s by %s is %s', (text, compare, expected) =>
    expect(comparedPeriod(of(text), compare, 'records', TODAY).text).toBe(expected),
  );

  it('is whole where figures are reported for the whole', () =>
    expect(comparedPeriod(of('2026'), 'year', 'returns', TODAY).text).toBe('2025'));
});
