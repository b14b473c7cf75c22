import { plainDate } from '@fadu/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clearDays,
  clearWorkdays,
  type DeadlineInput,
  days,
  deadline,
  type Limit,
  months,
  nationalCalendar,
  remaining,
  thenLimit,
  withArrangement,
  workdays,
  years,
} from './index.js';

const due = (limit: Limit, from: string, more: Partial<DeadlineInput> = {}) => {
  const counted = deadline({ from: plainDate(from), limit, calendar: nationalCalendar, ...more });
  if (!counted.ok) throw new Error(counted.error.message);
  return counted.value;
};
const span = (from: string, to: string) => ({ from: plainDate(from), to: plainDate(to) });

describe('worked dates of reconsideration (2024)', () => {
  const cases: [string, Limit, string, string, Partial<DeadlineInput>?][] = [
    ['apply: nominal on 清明, rolls to a make-up Sunday', days(60), '2024-02-05', '2024-04-07'],
    ['review over the Spring Festival', workdays(5), '2024-02-07', '2024-02-20'],
    ['decide after deemed acceptance', days(60), '2024-02-20', '2024-04-22'],
    ['correction notice over 1 May', workdays(5), '2024-04-25', '2024-05-06'],
    ['correction counts a make-up Saturday', workdays(10), '2024-05-08', '2024-05-21'],
    ['new review', workdays(5), '2024-05-21', '2024-05-28'],
    ['send copy over the National Day', workdays(7), '2024-09-25', '2024-10-10'],
    ['reply', workdays(10), '2024-10-10', '2024-10-23'],
    ['decide', days(60), '2024-09-25', '2024-11-25'],
    ['decide extended from the nominal end', days(60), '2024-09-25', '2024-12-24', { extension: 30 }],
    ['simplified: copy', workdays(3), '2024-09-30', '2024-10-10'],
    ['simplified: reply', workdays(5), '2024-10-09', '2024-10-15'],
    ['simplified: decide', days(30), '2024-09-30', '2024-10-30'],
    [
      'decide with suspension',
      days(60),
      '2024-05-08',
      '2024-08-19',
      { suspensions: [span('2024-06-03', '2024-07-15')] },
    ],
    ['suspension-max', days(60), '2024-03-04', '2024-05-06'],
    ['hearing notice, five clear working days', clearWorkdays(5), '2024-06-18', '2024-06-07'],
    ['norm-notify', workdays(3), '2024-08-05', '2024-08-08'],
    ['norm-reply', workdays(10), '2024-08-08', '2024-08-22'],
    ['norm-handle', days(30), '2024-08-05', '2024-09-04'],
    ['norm-transfer', workdays(7), '2024-08-05', '2024-08-14'],
    ['opinion report', days(60), '2024-08-06', '2024-10-08'],
    ['sue', days(15), '2024-01-26', '2024-02-18'],
    ['agency-forward', workdays(5), '2024-02-08', '2024-02-21'],
  ];
  it.each(cases)('%s', (_, limit, from, expected, more) => {
    expect(due(limit, from, more).legalDue).toBe(expected);
  });
  it('inaction: two stretches, the second from the end of the first', () => {
    const counted = due(thenLimit(days(60), days(60)), '2024-05-10');
    expect([counted.opensOn, counted.nominalDue, counted.legalDue]).toEqual(['2024-07-10', '2024-09-07', '2024-09-09']);
  });
  it('gives the counted days of the review', () => {
    expect(due(workdays(5), '2024-02-07').counted).toEqual([
      '2024-02-08',
      '2024-02-09',
      '2024-02-18',
      '2024-02-19',
      '2024-02-20',
    ]);
  });
});

describe('worked dates of litigation (2024), calendar days', () => {
  it.each<[string, Limit, string, string]>([
    ['respond', days(15), '2024-09-20', '2024-10-08'],
    ['respond: holidays count', days(15), '2024-02-08', '2024-02-23'],
    ['sue directly', months(6), '2024-03-15', '2024-09-18'],
    ['appeal a judgment', days(15), '2024-04-19', '2024-05-06'],
    ['appeal a ruling', days(10), '2024-04-25', '2024-05-06'],
    ['first instance', months(6), '2024-04-30', '2024-10-30'],
    ['simplified', days(45), '2024-03-21', '2024-05-06'],
    ['second instance', months(3), '2024-07-01', '2024-10-08'],
    ['retrial', months(6), '2024-04-01', '2024-10-08'],
    ['sue when not told', years(1), '2023-09-16', '2024-09-18'],
    ['advice: no 31 February', months(2), '2023-12-31', '2024-02-29'],
    ['advice, urgent', days(15), '2024-09-20', '2024-10-08'],
    ['advice on a norm', days(60), '2024-08-05', '2024-10-08'],
    ['hearing notice, three clear days, a Saturday stays', clearDays(3), '2024-10-09', '2024-10-05'],
  ])('%s', (_, limit, from, expected) => {
    expect(due(limit, from).legalDue).toBe(expected);
  });
  it('duty: two months, then six', () => {
    const counted = due(thenLimit(months(2), months(6)), '2024-07-17');
    expect([counted.opensOn, counted.legalDue]).toEqual(['2024-09-19', '2025-03-18']);
  });
});

describe('arrangements of 2026', () => {
  it.each<[Limit, string, string]>([
    [workdays(7), '2026-02-09', '2026-02-25'],
    [days(15), '2026-02-02', '2026-02-24'],
    [workdays(7), '2026-09-18', '2026-09-29'],
    [workdays(5), '2026-09-24', '2026-10-09'],
    [workdays(20), '2026-09-18', '2026-10-22'],
    [days(30), '2026-09-01', '2026-10-08'],
  ])('%o from %s', (limit, from, expected) => {
    expect(due(limit, from).legalDue).toBe(expected);
  });
});

it('is provisional into a year without an arrangement, and firm once it is entered', () => {
  const before = due(workdays(10), '2026-12-28');
  expect(before.provisional).toBe(true);
  expect(due(workdays(2), '2026-12-28').provisional).toBe(false);
  const calendar = withArrangement(nationalCalendar, {
    year: 2027,
    off: [plainDate('2027-01-01'), plainDate('2027-01-04')],
    on: [plainDate('2027-01-02')],
  });
  const after = due(workdays(10), '2026-12-28', { calendar });
  expect(after.provisional).toBe(false);
  expect(after.counted).toContain('2027-01-02');
  expect(after.counted).not.toContain('2027-01-04');
});

it('refuses a resumption before the suspension, and limits no statute knows', () => {
  const base = { from: plainDate('2024-05-08'), limit: days(60), calendar: nationalCalendar };
  expect(deadline({ ...base, suspensions: [span('2024-07-15', '2024-06-03')] })).toMatchObject({
    ok: false,
    error: { code: 'calendar.bad_suspension' },
  });
  expect(deadline({ ...base, limit: days(0) })).toMatchObject({ ok: false, error: { code: 'calendar.bad_amount' } });
  expect(deadline({ ...base, extension: -1 })).toMatchObject({ ok: false, error: { code: 'calendar.bad_extension' } });
});

it('shows what is left as it was counted: today excluded, the last day included', () => {
  const legalDue = plainDate('2024-10-10');
  expect(remaining({ legalDue }, 'workday', plainDate('2024-10-09'), nationalCalendar)).toEqual({
    state: 'normal',
    amount: 1,
  });
  expect(remaining({ legalDue }, 'workday', plainDate('2024-09-30'), nationalCalendar)).toEqual({
    state: 'normal',
    amount: 3,
  });
  expect(remaining({ legalDue }, 'day', plainDate('2024-10-10'), nationalCalendar)).toEqual({
    state: 'today',
    amount: 0,
  });
  expect(
    remaining({ legalDue: plainDate('2024-09-27') }, 'workday', plainDate('2024-10-09'), nationalCalendar),
  ).toEqual({ state: 'late', amount: 4 });
});

describe('laws of counting', () => {
  const date = fc
    .integer({ min: 0, max: 8000 })
    .map((offset) => plainDate(new Date(Date.UTC(2005, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10)));
  const limit = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map(workdays),
    fc.integer({ min: 1, max: 120 }).map(days),
    fc.integer({ min: 1, max: 12 }).map(months),
  );
  it('never ends on a rest day, and never before the nominal end', () => {
    fc.assert(
      fc.property(date, limit, (from, one) => {
        const counted = due(one, from);
        expect(nationalCalendar.isWorkday(counted.legalDue)).toBe(true);
        expect(counted.legalDue >= counted.nominalDue).toBe(true);
        expect(counted.targetDue <= counted.nominalDue).toBe(true);
      }),
    );
  });
  it('counts exactly as many working days as the limit says', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (from, amount) => {
        expect(due(workdays(amount), from).counted).toHaveLength(amount);
      }),
    );
  });
  it('grows with the start and with the amount', () => {
    fc.assert(
      fc.property(date, limit, (from, one) => {
        const next = plainDate(new Date(Date.parse(from) + 86_400_000).toISOString().slice(0, 10));
        expect(due(one, next).legalDue >= due(one, from).legalDue).toBe(true);
        expect(due({ ...one, amount: one.amount + 1 }, from).legalDue >= due(one, from).legalDue).toBe(true);
      }),
    );
  });
  it('counts overlapping suspensions once', () => {
    const base = '2024-03-01';
    const offset = fc.integer({ min: 1, max: 80 });
    fc.assert(
      fc.property(offset, offset, offset, offset, (a, b, c, d) => {
        const at = (days: number) =>
          plainDate(new Date(Date.UTC(2024, 2, 1) + days * 86_400_000).toISOString().slice(0, 10));
        const [first, second] = [
          [Math.min(a, b), Math.max(a, b)],
          [Math.min(c, d), Math.max(c, d)],
        ] as const;
        const both = [span(at(first[0]!), at(first[1]!)), span(at(second[0]!), at(second[1]!))];
        const union =
          first[1]! >= second[0]! && second[1]! >= first[0]!
            ? [span(at(Math.min(first[0]!, second[0]!)), at(Math.max(first[1]!, second[1]!)))]
            : both;
        expect(due(days(60), base, { suspensions: both }).nominalDue).toBe(
          due(days(60), base, { suspensions: union }).nominalDue,
        );
      }),
    );
  });
});
