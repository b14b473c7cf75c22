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
