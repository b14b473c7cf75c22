import { describe, expect, it } from 'vitest';
import { addMonths, chineseDate, dayOf, type Instant, parsePlainDate, plainDate } from './plain-date.js';

describe('PlainDate', () => {
  it('refuses days that do not exist and years no record has', () => {
    for (const text of ['2024-02-30', '2023-02-29', '2024-13-01', '9999-01-01', '1899-12-31', '2024-1-1', '']) {
      expect(parsePlainDate(text)).toBeUndefined();
    }
  });
  it('ends a month on its last day when the same-numbered day does not exist (民法典第二百零二条)', () => {
    expect(addMonths(plainDate('2023-12-31'), 2)).toBe('2024-02-29');
    expect(addMonths(plainDate('2024-02-29'), 12)).toBe('2025-02-28');
  });
  it('takes the day in Beijing, not in Greenwich', () => {
    expect(dayOf('2024-04-06T16:00:00.000Z' as Instant)).toBe('2024-04-07');
    expect(dayOf('2024-04-06T15:59:59.999Z' as Instant)).toBe('2024-04-06');
  });
  it('writes a day without leading zeros (GB/T 9704 7.3.5.4)', () => {
    expect(chineseDate(plainDate('2024-10-09'))).toBe('2024年10月9日');
  });
});
