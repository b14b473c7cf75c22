import { plainDate } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from './period.js';
import { kindOfPeriod, passedOf, periodBefore, periodName } from './period-kind.js';

const of = (text: string) => parsePeriod(text)!;

describe('periods', () => {
  it.each([
    ['2023', 'year', '2022', '2023年'],
    ['2023H1', 'half', '2022H2', '2023年上半年'],
    ['2023H2', 'half', '2023H1', '2023年下半年'],
    ['2023Q1', 'quarter', '2022Q4', '2023年第一季度'],
    ['2024-03', 'month', '2024-02', '2024年3月'],
    ['2023W10', 'week', '2023W09', '2023年第10周（2023年3月6日至2023年3月12日）'],
    ['2021W01', 'week', '2020W53', '2021年第1周（2021年1月4日至2021年1月10日）'],
    ['2024-03-01', 'day', '2024-02-29', '2024年3月1日'],
    ['2021..2025', 'years', '2016..2020', '“十四五”时期（2021—2025年）'],
    ['2026..2030', 'years', '2021..2025', '“十五五”时期（2026—2030年）'],
    ['2022..2023', 'years', '2020..2021', '2022—2023年'],
    ['2023-01-01..2023-06-30', 'half', '2022H2', '2023年上半年'],
    ['2023-02-01..2023-04-30', 'days', '2022-11-04..2023-01-31', '2023年2月1日至2023年4月30日'],
  ])('%s is a %s, after %s, called %s', (text, kind, before, name) => {
    expect(kindOfPeriod(of(text))).toBe(kind);
    expect(periodBefore(of(text)).text).toBe(before);
    expect(periodName(of(text))).toBe(name);
  });

  it.each([
    ['2023W01', '2023-01-02', '2023-01-08'],
    ['2023-W10', '2023-03-06', '2023-03-12'],
    ['2020W53', '2020-12-28', '2021-01-03'],
    ['2024W01', '2024-01-01', '2024-01-07'],
    ['2025W01', '2024-12-30', '2025-01-05'],
    ['2020W52..2021W01', '2020-12-21', '2021-01-10'],
  ])('the week %s is counted by ISO 8601: %s to %s', (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ text, from, to });
  });

  it('have no week 0, and a week 53 only in years that have one', () => {
    for (const text of ['2023W00', '2023W53', '2021W53', '2023W54', '2023W1', '2023w10'])
      expect(parsePeriod(text), text).toBeUndefined();
    expect(parsePeriod('2015W53')).toMatchObject({ from: '2015-12-28' });
  });

  it('that still run are as long as what has passed of them', () => {
    expect(passedOf(of('2026'), plainDate('2026-11-25'))).toMatchObject({ from: '2026-01-01', to: '2026-11-25' });
    expect(passedOf(of('2025'), plainDate('2026-11-25'))).toEqual(of('2025'));
    expect(passedOf(of('2027'), plainDate('2026-11-25'))).toEqual(of('2027'));
    expect(passedOf(of('2026-11'), plainDate('2026-11-30'))).toEqual(of('2026-11'));
  });

  it('begin and end in order, whatever is asked', () => {
    for (const text of ['2023', '2024Q1', '2024-02', '2024-02-29', '2021..2025', '2023-05-07..2023-09-12']) {
      const before = periodBefore(of(text));
      expect(before.to < of(text).from).toBe(true);
      expect(of(before.text)).toEqual(before);
    }
  });
});
