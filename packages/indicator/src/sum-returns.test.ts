import { describe, expect, it } from 'vitest';
import type { CollectedFigure } from './collected.js';
import { sumReturns } from './sum-returns.js';

const count = { code: 'x', kind: 'count', unit: '件' } as const;
const of = (name: string, ...rows: Omit<CollectedFigure, 'code'>[]) => ({
  name,
  rows: rows.map((row) => ({ code: 'x', ...row })),
});
const number = (name: string, value: string, more: Partial<CollectedFigure> = {}) =>
  of(name, { kind: 'value', value, ...more });

describe('returns added up', () => {
  it('are the sum of all, with where it comes from', () =>
    expect(sumReturns(count, [number('甲', '3'), number('乙', '0')], 'units')).toEqual({
      row: { code: 'x', kind: 'value', value: '3', origin: 'units' },
      why: null,
    }));

  it('have no sum while one is missing, and say who', () => {
    expect(sumReturns(count, [number('甲', '3'), { name: '乙', rows: null }], 'units')).toEqual({
      row: null,
      why: '乙没有数',
    });
    expect(sumReturns(count, [number('甲', '3'), of('丙', { kind: 'notReported' })], 'units').why).toBe('丙没有数');
    expect(sumReturns(count, [of('甲'), { name: '乙', rows: null }], 'units')).toEqual({ row: null, why: null });
  });

  it('are not held up by those who have none of it', () =>
    expect(
      sumReturns(count, [number('甲', '3'), of('乙', { kind: 'notApplicable', reason: '无。' })], 'units').row,
    ).toMatchObject({ value: '3' }));

  it('add parts, and become approximate when one is', () =>
    expect(
      sumReturns(
        count,
        [
          of('甲', { kind: 'value', value: '2', part: '合同' }, { kind: 'value', value: '5', part: '协议' }),
          number('乙', '10', { approx: 'over' }),
        ],
        'units',
      ).row,
    ).toMatchObject({ value: '17', approx: 'about' }));

  it('add rates by their counts and never as rates', () => {
    const rate = { code: 'x', kind: 'rate', unit: '%' } as const;
    const counted = (name: string, numerator: number, denominator: number) =>
      of(name, { kind: 'value', numerator, denominator });
    expect(sumReturns(rate, [counted('甲', 1, 2), counted('乙', 9, 10)], 'units').row).toMatchObject({
      numerator: 10,
      denominator: 12,
    });
    expect(sumReturns(rate, [counted('甲', 1, 2), number('乙', '90')], 'units').why).toContain('比率不能相加');
  });

  it('of periods take the last of what is counted on a day', () => {
    const stock = { code: 'x', kind: 'stock', unit: '个' } as const;
    const quarters = [number('一季度', '7'), number('二季度', '9')];
    expect(sumReturns(stock, quarters, 'periods').row).toMatchObject({ value: '9', origin: 'periods' });
    expect(sumReturns(stock, quarters, 'units').row).toMatchObject({ value: '16' });
  });

  it('add money to the fen, and no lengths of time', () => {
    const money = { code: 'x', kind: 'money', unit: '元' } as const;
    expect(sumReturns(money, [number('甲', '0.1'), number('乙', '0.2')], 'units').row).toMatchObject({ value: '0.30' });
    expect(sumReturns({ ...count, kind: 'duration' }, [number('甲', '3')], 'units').why).toBe('时限不相加');
  });
});
