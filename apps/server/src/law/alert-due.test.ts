import { nationalCalendar } from '@fadu/calendar';
import type { PlainDate } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import { alertDue } from './alert-due.js';
import { alertWorkdays } from './alert-settings.js';

const day = (text: string) => text as PlainDate;

describe('the last day of an alert', () => {
  // National Day of 2024: 1 to 7 October off, 29 September and 12 October worked.
  it.each([
    [10, '2024-09-20', '2024-10-10'],
    [20, '2024-09-20', '2024-10-23'],
    [60, '2024-09-20', '2024-12-18'],
  ] as const)('leaves %d working days when the change is there already', (left, raised, due) => {
    expect(alertDue(left, day('2024-09-01'), day(raised), nationalCalendar)).toBe(due);
  });

  it('lets the owner work until the day before the change takes effect', () => {
    expect(alertDue(10, day('2025-03-01'), day('2024-09-20'), nationalCalendar)).toBe('2025-02-28');
    // Too near: the working days count.
    expect(alertDue(10, day('2024-09-24'), day('2024-09-20'), nationalCalendar)).toBe('2024-10-10');
  });

  it('counts from the alert when a document was wrong from the beginning', () => {
    expect(alertDue(10, null, day('2024-09-20'), nationalCalendar)).toBe('2024-10-10');
  });
});

describe('the working days of an alert', () => {
  const on = day('2024-09-20');
  it('are ten, twenty and sixty where no region has settled them', () => {
    expect((['high', 'mid', 'low'] as const).map((one) => alertWorkdays(one, () => undefined, on))).toEqual([
      10, 20, 60,
    ]);
  });

  it('are what the region has settled; a value that is none gives way', () => {
    expect(alertWorkdays('high', (code) => (code === 'law/alertHigh' ? 5 : undefined), on)).toBe(5);
    expect(alertWorkdays('high', () => 900, on)).toBe(10);
    expect(alertWorkdays('mid', () => 'soon', on)).toBe(20);
  });
});
