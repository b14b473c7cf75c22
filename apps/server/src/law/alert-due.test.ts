import { nationalCalendar } from '@fadu/calendar';
import type { PlainDate } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import { alertDue } from './alert-due.js';

const day = (text: string) => text as PlainDate;

describe('the last day of an alert', () => {
  // National Day of 2024: 1 to 7 October off, 29 September and 12 October worked.
  it.each([
    ['high', '2024-09-20', '2024-10-10'],
    ['mid', '2024-09-20', '2024-10-23'],
    ['low', '2024-09-20', '2024-12-18'],
  ] as const)('leaves %s its working days when the change is there already', (severity, raised, due) => {
    expect(alertDue(severity, day('2024-09-01'), day(raised), nationalCalendar)).toBe(due);
  });

  it('lets the owner work until the day before the change takes effect', () => {
    expect(alertDue('high', day('2025-03-01'), day('2024-09-20'), nationalCalendar)).toBe('2025-02-28');
    // Too near: the working days count.
    expect(alertDue('high', day('2024-09-24'), day('2024-09-20'), nationalCalendar)).toBe('2024-10-10');
  });

  it('counts from the alert when a document was wrong from the beginning', () => {
    expect(alertDue('high', null, day('2024-09-20'), nationalCalendar)).toBe('2024-10-10');
  });
});
