import type { ClockView } from '@fadu/wire';
import { describe, expect, it } from 'vitest';
import { clockText, dayText, leftText, momentText } from './words.js';

const TODAY = '2024-10-09';
const clock = (standing: ClockView['standing'], more: Partial<ClockView> = {}) =>
  ({ legalDue: '2024-10-15', unit: 'workday', provisional: false, standing, ...more }) as ClockView;

describe('words for the applicant', () => {
  it('a day has its weekday, and its year only when it is another', () => {
    expect(dayText('2024-10-15', TODAY)).toBe('10月15日（星期二）');
    expect(dayText('2025-01-06', TODAY)).toBe('2025年1月6日（星期一）');
  });
  it('never says 还有0', () => {
    expect(leftText(TODAY, TODAY)).toBe('今天24时届满');
    expect(leftText('2024-10-15', TODAY)).toBe('还有6日');
    expect(leftText('2024-10-08', TODAY)).toBe('已过1日');
  });
  it('counts a clock in its own unit', () => {
    expect(clockText(clock({ tone: 'normal', amount: 4 }), TODAY)).toBe('最晚10月15日（星期二），还有4个工作日');
    expect(clockText(clock({ tone: 'paused', amount: 58, leftAfterResume: 18 }, { unit: 'day' }), TODAY)).toBe(
      '已中止58日，恢复后还有18日',
    );
    expect(clockText(clock({ tone: 'normal', amount: 61 }, { provisional: true, unit: 'day' }), TODAY)).toBe(
      '暂定10月15日（星期二），还有61日',
    );
  });
  it('a moment reads in Beijing', () => expect(momentText('2024-09-25T08:40:00.000Z')).toBe('2024年9月25日 16:40'));
});
