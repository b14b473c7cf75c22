import { type PlainDate, plainDate } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import { type DeadlineInput, deadline } from './deadline.js';
import { clearDays, clearWorkdays, days, workdays } from './limit.js';
import type { CountingMethods } from './methods.js';
import { nationalCalendar } from './national-calendar.js';

const day = (text: string): PlainDate => plainDate(text);

function due(input: Omit<DeadlineInput, 'calendar'>): PlainDate {
  const counted = deadline({ ...input, calendar: nationalCalendar });
  if (!counted.ok) throw new Error(counted.error.message);
  return counted.value.legalDue;
}

describe('the days before a hearing', () => {
  const hearing = { from: day('2024-06-18'), limit: clearWorkdays(5) };

  it('lie in full between notice and hearing by default', () => {
    expect(due(hearing)).toBe('2024-06-07');
    expect(due({ ...hearing, methods: { clearDays: 'between' } })).toBe('2024-06-07');
  });

  it('include the day of the notice by the ordinary method: 17, 14, 13, 12, 11 June', () => {
    expect(due({ ...hearing, methods: { clearDays: 'ordinary' } })).toBe('2024-06-11');
    expect(due({ from: day('2024-10-09'), limit: clearDays(3), methods: { clearDays: 'ordinary' } })).toBe(
      '2024-10-06',
    );
  });
});

describe('the two days of a suspension', () => {
  // Sixty days from Wednesday 8 May 2024 end on Sunday 7 July; suspended from 3 June, resumed on 15 July.
  const decide = {
    from: day('2024-05-08'),
    limit: days(60),
    suspensions: [{ from: day('2024-06-03'), to: day('2024-07-15') }],
  };
  const cases: [CountingMethods['suspensionDays'], string][] = [
    ['from', '2024-08-19'], // 42 days: Sunday 18 August
    ['to', '2024-08-19'], // 42 days
    ['both', '2024-08-19'], // 43 days: Monday 19 August
    ['neither', '2024-08-19'], // 41 days: Saturday 17 August
  ];
  it.each(cases)('%s: the last day is %s', (suspensionDays, last) => {
    expect(due({ ...decide, methods: { suspensionDays } })).toBe(last);
  });

  it('change the nominal end by a day each way', () => {
    const nominal = (suspensionDays: CountingMethods['suspensionDays']) => {
      const counted = deadline({ ...decide, calendar: nationalCalendar, methods: { suspensionDays } });
      return counted.ok ? counted.value.nominalDue : undefined;
    };
    expect([nominal('from'), nominal('to'), nominal('both'), nominal('neither')]).toEqual([
      '2024-08-18',
      '2024-08-18',
      '2024-08-19',
      '2024-08-17',
    ]);
  });

  it('decide which working day counts: Monday of the suspension or Wednesday of the resumption', () => {
    // Three working days from Friday 7 June 2024 (10 June is a holiday): 11, 12, 13 June.
    const reply = {
      from: day('2024-06-07'),
      limit: workdays(3),
      suspensions: [{ from: day('2024-06-11'), to: day('2024-06-13') }],
    };
    expect(due({ ...reply, methods: { suspensionDays: 'from' } })).toBe('2024-06-17'); // 13, 14, 17
    expect(due({ ...reply, methods: { suspensionDays: 'to' } })).toBe('2024-06-17'); // 11, 14, 17
    expect(due({ ...reply, methods: { suspensionDays: 'both' } })).toBe('2024-06-18'); // 14, 17, 18
    expect(due({ ...reply, methods: { suspensionDays: 'neither' } })).toBe('2024-06-14'); // 11, 13, 14
  });

  it('leave nothing out when resumed the next day and both days count', () => {
    const suspensions = [{ from: day('2024-06-03'), to: day('2024-06-04') }];
    expect(due({ ...decide, suspensions, methods: { suspensionDays: 'neither' } })).toBe('2024-07-08');
  });

  it('are named in the explanation as they happened, with the method', () => {
    const counted = deadline({ ...decide, calendar: nationalCalendar, methods: { suspensionDays: 'both' } });
    const step = counted.ok && counted.value.explanation.find((one) => one.method === 'suspensionDays');
    expect(step).toMatchObject({
      text: '2024年6月3日中止，2024年7月15日恢复，扣除43日',
      note: '中止当日和恢复当日都不计入，法律没有规定，按平台设置计算',
    });
  });
});

describe('an extension', () => {
  // Accepted on 25 September 2024: sixty days end nominally on Sunday 24 November, by law on Monday the 25th.
  const decide = { from: day('2024-09-25'), limit: days(60), extension: 30 };
  it('goes on from the nominal end by default, from the rolled one where so settled', () => {
    expect(due(decide)).toBe('2024-12-24');
    expect(due({ ...decide, methods: { extendFrom: 'legal' } })).toBe('2024-12-25');
  });
});
