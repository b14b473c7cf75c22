import { plainDate } from '@fadu/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Growth, growth } from './growth.js';
import { parsePeriod, yearBefore } from './period.js';
import { quantile, stockAt } from './statistics.js';
import { countOf, decimalText, heightOf, missing, moneyOf, ratioOf } from './value.js';

describe('values', () => {
  test('a ratio of an empty base is not applicable, never zero or one', () => {
    expect(ratioOf(0, 0)).toEqual({ is: 'missing', why: 'notApplicable' });
    expect(ratioOf(0, 5)).toEqual({ is: 'ratio', numerator: 0, denominator: 5 });
  });

  test('a bar keeps what is missing apart from nought', () => {
    expect(heightOf(missing('notRecorded'), '件')).toBeNull();
    expect(heightOf(countOf(0), '件')).toBe(0);
    expect(heightOf(ratioOf(15, 60), '%')).toBe(25);
    expect(heightOf(moneyOf(1_250), '元')).toBe(12.5);
  });

  test('only whole numbers are counted', () => {
    expect(() => countOf(1.5)).toThrow(RangeError);
    expect(() => moneyOf(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
  });

  test.each([
    [1702, 1967, 100, 2, '86.53'],
    [15, 60, 100, 2, '25.00'],
    [93, 108, 100, 2, '86.11'],
    [1, 800, 100, 2, '0.13'],
    [-1, 800, 100, 2, '-0.13'],
    [-1, 3_000_000, 100, 2, '0.00'],
    [5, 2, 1, 1, '2.5'],
    [7, 2, 1, 0, '4'],
  ])('%i ÷ %i × %i with %i places is %s', (numerator, denominator, times, decimals, text) => {
    expect(decimalText(numerator, denominator, times, decimals)).toBe(text);
  });

  test('rounded half away from zero, within half a unit of the last place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (numerator, denominator) => {
        const shown = BigInt(decimalText(numerator, denominator, 100, 2).replace('.', ''));
        const twice = 2n * (shown * BigInt(denominator) - BigInt(numerator) * 10_000n);
        return twice > -BigInt(denominator) && twice <= BigInt(denominator);
      }),
    );
  });
});

describe('growth', () => {
  test('counts by a rate, rates by points, from zero by nothing', () => {
    expect(growth(countOf(4034), countOf(2212), '件')).toEqual({ is: 'rate', numerator: 1822n, denominator: 2212n });
    expect(growth(ratioOf(1, 2), ratioOf(1, 4), '%')).toEqual({
      is: 'points',
      numerator: 2500n,
      denominator: 10_000n,
    });
    expect(growth(countOf(5), countOf(0), '件')).toEqual({ is: 'none', why: 'fromZero' });
    expect(growth(countOf(5), missing('notYetReported'), '件')).toEqual({ is: 'none', why: 'missing' });
    expect(growth({ ...countOf(5), approx: 'over' } as ReturnType<typeof countOf>, countOf(4), '件')).toEqual({
      is: 'none',
      why: 'rounded',
    });
    expect(growth(countOf(5), moneyOf(5), '元')).toEqual({ is: 'none', why: 'notComparable' });
  });

  test('percentages are subtracted as they are written: 39.22 after 38.18 is 1.04 more', () =>
    expect(growth(ratioOf(40, 102), ratioOf(21, 55), '%')).toMatchObject({ numerator: 104n, denominator: 10_000n }));

  test('what has decimals and is no percentage grows by a rate: 4.5天 after 3天 is a half more', () => {
    const { numerator, denominator } = growth(ratioOf(45, 10), countOf(3), '天') as Extract<Growth, { is: 'rate' }>;
    expect(2n * numerator).toBe(denominator);
  });
});

describe('periods', () => {
  test.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['1998', '1998-01-01', '1998-12-31'],
    ['2023H2', '2023-07-01', '2023-12-31'],
    ['2024Q1', '2024-01-01', '2024-03-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-03-05', '2023-03-05', '2023-03-05'],
    ['2021..2025', '2021-01-01', '2025-12-31'],
    ['2023-01..2023-11', '2023-01-01', '2023-11-30'],
  ])('%s', (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ text, from, to });
  });

  test.each(['', '23', '2023Q5', '2023-13', '2023-02-30', '2025..2021', '2021..2022..2023', '上年'])(
    '%j is none',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  test('a year before a leap day is the 28th', () => {
    expect(yearBefore(parsePeriod('2024-02')!)).toMatchObject({ from: '2023-02-01', to: '2023-02-28' });
  });
});

describe('statistics', () => {
  test('the median of an even number lies between; of none there is none', () => {
    expect(quantile([3, 1, 2], 'median')).toEqual(ratioOf(4, 2));
    expect(quantile([4, 1, 2, 3], 'median')).toEqual(ratioOf(5, 2));
    expect(quantile([], 'median')).toEqual(missing('notApplicable'));
  });

  test('a percentile by nearest rank is one of the values', () => {
    expect(quantile([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 90)).toEqual(ratioOf(90, 1));
    expect(quantile([7], 90)).toEqual(ratioOf(7, 1));
    expect(() => quantile([7], 0)).toThrow(RangeError);
  });

  test('what ends on a day is no longer there at its end', () => {
    const spans = [
      { from: plainDate('2023-01-10') },
      { from: plainDate('2023-05-01'), until: plainDate('2023-12-31') },
      { from: plainDate('2024-01-01') },
    ];
    expect(stockAt(spans, plainDate('2023-12-30'))).toBe(2);
    expect(stockAt(spans, plainDate('2023-12-31'))).toBe(1);
  });
});
