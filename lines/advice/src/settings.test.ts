import { nationalCalendar } from '@fadu/calendar';
import { plainDate } from '@fadu/kernel';
import { countClock, settingsOn } from '@fadu/procedure';
import { expect, it } from 'vitest';
import { advice } from './index.js';

function due(code: string, from: string, settled: Record<string, number>): string {
  const $setting = settingsOn(advice, (one) => settled[one], plainDate(from));
  const counted = countClock({
    clock: advice.clocks[code]!,
    data: { $setting },
    from: plainDate(from),
    calendar: nationalCalendar,
  });
  if (!counted.ok) throw new Error(counted.error.message);
  return counted.value.legalDue;
}

it('otherPeriod: two months from 5 August 2024 by default, one where so settled', () => {
  // 5 October is a holiday; 5 September is a Thursday.
  expect(due('other', '2024-08-05', {})).toBe('2024-10-08');
  expect(due('other', '2024-08-05', { 'advice/otherPeriod': 1 })).toBe('2024-09-05');
});

it('afterReminder: seven working days from 27 September 2024 by default, three where so settled', () => {
  // 29, 30 September, 8 to 12 October; the holiday of the first week of October does not count.
  expect(due('reminder', '2024-09-27', {})).toBe('2024-10-12');
  expect(due('reminder', '2024-09-27', { 'advice/afterReminder': 3 })).toBe('2024-10-08');
});
