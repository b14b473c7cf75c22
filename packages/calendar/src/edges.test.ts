import { addDays, daysBetween, type Instant, type PlainDate, plainDate } from '@fadu/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clearDays,
  clearWorkdays,
  clockTone,
  type DeadlineInput,
  days,
  deadline,
  hours,
  type Limit,
  months,
  nationalCalendar,
  noRoll,
  remaining,
  thenLimit,
  withArrangement,
  workdays,
  years,
} from './index.js';

const count = (limit: Limit, from: string, more: Partial<DeadlineInput> = {}) =>
  deadline({ from: from as PlainDate, limit, calendar: nationalCalendar, ...more });
const due = (limit: Limit, from: string, more: Partial<DeadlineInput> = {}) => {
  const counted = count(limit, from, more);
  if (!counted.ok) throw new Error(counted.error.message);
  return counted.value;
};
const codeOf = (limit: Limit, from: string, more: Partial<DeadlineInput> = {}) => {
  const counted = count(limit, from, more);
  return counted.ok ? 'ok' : counted.error.code;
};
const stop = (from: string, to?: string) => ({ from: plainDate(from), ...(to !== undefined && { to: plainDate(to) }) });

describe('years at the edge', () => {
  it.each([
    ['9999-01-01', days(1)],
    ['1899-12-31', days(1)],
    ['2024-02-30', days(1)],
    ['2199-12-31', days(1)],
    ['2199-12-31', workdays(1)],
    ['2190-01-01', years(10)],
    ['2024-01-01', days(1_000_000)],
    ['2024-01-01', months(1_000_000)],
    ['1900-01-01', clearDays(3)],
  ])('refuses %s with %o', (from, limit) => expect(codeOf(limit, from)).toBe('calendar.out_of_range'));

  it('counts over the turn of a year', () => {
    expect(due(workdays(3), '2024-12-30')).toMatchObject({ legalDue: '2025-01-03', provisional: false });
    expect(due(days(15), '2025-12-18')).toMatchObject({
      nominalDue: '2026-01-02',
      legalDue: '2026-01-04',
      targetDue: '2025-12-31',
    });
  });
  it('knows the legal days of 2027 and says that the rest is provisional', () => {
    const counted = due(days(30), '2027-01-06');
    expect(counted).toMatchObject({ nominalDue: '2027-02-05', legalDue: '2027-02-09', provisional: true });
    expect(counted.explanation.at(-1)!.text).toBe(
      '2027年放假安排没有公布，按周末和已知的法定节假日计算，届满日暂定2027年2月9日；公布后自动重算',
    );
    for (const day of ['02-05', '02-08', '04-05', '06-09', '09-15', '10-01']) {
      expect(nationalCalendar.describe(plainDate(`2027-${day}`)).kind).toBe('holiday');
    }
  });
  it('is firm where no arrangement can change the day: no roll, clear days', () => {
    expect(due(noRoll(days(30)), '2027-01-06')).toMatchObject({ legalDue: '2027-02-05', provisional: false });
    expect(due(clearDays(3), '2027-02-10')).toMatchObject({ legalDue: '2027-02-06', provisional: false });
    expect(due(clearWorkdays(3), '2027-01-06').provisional).toBe(true);
  });
  it('knows only weekends before the first arrangement', () => {
    expect(due(days(1), '2003-09-30')).toMatchObject({ legalDue: '2003-10-01', provisional: true });
  });
});

describe('arrangements entered by hand', () => {
  const day = plainDate('2024-08-08');
  it('a region may add days without making a year published', () => {
    const region = withArrangement(nationalCalendar, {
      year: 2024,
      off: [day],
      on: [plainDate('2024-08-10')],
      regional: true,
      name: '自治州成立纪念日',
    });
    expect(region.describe(day)).toEqual({ kind: 'holiday', name: '自治州成立纪念日' });
    expect(region.describe(plainDate('2024-08-10')).kind).toBe('makeup');
    expect(due(workdays(3), '2024-08-06', { calendar: region }).counted).toEqual([
      '2024-08-07',
      '2024-08-09',
      '2024-08-10',
    ]);
    expect(withArrangement(nationalCalendar, { year: 2027, off: [], on: [], regional: true }).isPublished(2027)).toBe(
      false,
    );
  });
  it('the published list replaces what was assumed', () => {
    const known = withArrangement(nationalCalendar, { year: 2027, off: [plainDate('2027-02-05')], on: [] });
    expect(known.isPublished(2027)).toBe(true);
    expect(known.isWorkday(plainDate('2027-02-08'))).toBe(true);
  });
});

describe('suspensions', () => {
  it('leave working days out of a clock of working days', () => {
    const counted = due(workdays(5), '2024-05-13', { suspensions: [stop('2024-05-15', '2024-05-20')] });
    expect(counted.counted).toEqual(['2024-05-14', '2024-05-20', '2024-05-21', '2024-05-22', '2024-05-23']);
  });
  it('on the start day take one day less, for that day does not count anyway', () => {
    expect(due(days(60), '2024-05-08', { suspensions: [stop('2024-05-08', '2024-05-18')] }).nominalDue).toBe(
      '2024-07-16',
    );
  });
  it('within the extension count, after the end do not', () => {
    const late = { suspensions: [stop('2024-12-02', '2024-12-12')] };
    expect(due(days(60), '2024-09-25', late).legalDue).toBe('2024-11-25');
    expect(due(days(60), '2024-09-25', { ...late, extension: 30 }).nominalDue).toBe('2025-01-03');
  });
  it('on the rolled last day leave one day, that of resumption', () => {
    expect(due(days(60), '2024-09-25', { suspensions: [stop('2024-11-25', '2024-12-10')] }).legalDue).toBe(
      '2024-12-10',
    );
  });
  it('still open run to asOf, and without it exclude nothing yet', () => {
    const open = { suspensions: [stop('2024-06-03')] };
    expect(due(days(60), '2024-05-08', open)).toMatchObject({ nominalDue: '2024-07-07', pausedSince: '2024-06-03' });
    expect(due(days(60), '2024-05-08', { ...open, asOf: plainDate('2024-07-15') }).nominalDue).toBe('2024-08-18');
  });
  it('reach the second stage', () => {
    const counted = due(thenLimit(days(60), days(60)), '2024-05-10', {
      suspensions: [stop('2024-08-01', '2024-08-11')],
      extension: 5,
    });
    expect(counted).toMatchObject({ opensOn: '2024-07-10', nominalDue: '2024-09-22' });
  });
  it('are refused where they cannot be', () => {
    expect(codeOf(days(60), '2024-05-08', { suspensions: [stop('2024-05-07', '2024-05-09')] })).toBe(
      'calendar.bad_suspension',
    );
    expect(codeOf(hours(24), '2024-05-08', { suspensions: [stop('2024-05-08')] })).toBe('calendar.bad_suspension');
    expect(codeOf(clearDays(3), '2024-05-08', { suspensions: [stop('2024-05-08')] })).toBe('calendar.backward_only');
  });
});

it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses an amount of %d', (amount) => {
  for (const limit of [days(amount), workdays(amount), thenLimit(days(1), months(amount))])
    expect(codeOf(limit, '2024-05-08')).toBe('calendar.bad_amount');
  if (amount !== 0) expect(codeOf(days(1), '2024-05-08', { extension: amount })).toBe('calendar.bad_extension');
});

describe('hours', () => {
  it('run through the holiday to the minute', () => {
    const from = '2024-10-01T14:30:00.000Z' as Instant;
    expect(due(hours(24), '2024-10-01', { fromInstant: from })).toMatchObject({
      legalDue: '2024-10-02',
      lapsesAt: '2024-10-02T14:30:00.000Z',
    });
    expect(due(hours(2), '2024-10-01', { fromInstant: from }).legalDue).toBe('2024-10-02');
    expect(codeOf(hours(2), '2024-10-02', { fromInstant: from })).toBe('calendar.bad_instant');
    expect(due(hours(24), '2024-10-01').legalDue).toBe('2024-10-02');
  });
});

describe('standing', () => {
  const at = (text: string) => plainDate(text);
  const tone = (limit: Limit, from: string, today: string) =>
    clockTone(due(limit, from), limit, at(today), nationalCalendar);
  it('never reads 0 but on the last day', () => {
    const legalDue = at('2024-09-27');
    expect(remaining({ legalDue }, 'workday', at('2024-09-28'), nationalCalendar)).toEqual({
      state: 'late',
      amount: 1,
    });
    expect(remaining({ legalDue: at('2024-09-29') }, 'workday', at('2024-09-28'), nationalCalendar)).toEqual({
      state: 'normal',
      amount: 1,
    });
  });
  it('turns at the thresholds of the limit', () => {
    expect(tone(workdays(5), '2024-07-01', '2024-07-03')).toBe('normal');
    expect(tone(workdays(5), '2024-07-01', '2024-07-04')).toBe('soon');
    expect(tone(workdays(15), '2024-07-01', '2024-07-17')).toBe('soon');
    expect(tone(days(30), '2024-07-01', '2024-07-25')).toBe('normal');
    expect(tone(days(30), '2024-07-01', '2024-07-26')).toBe('soon');
    expect(tone(days(60), '2024-07-01', '2024-08-20')).toBe('soon');
    expect(tone(months(6), '2024-01-08', '2024-06-07')).toBe('normal');
    expect(tone(months(6), '2024-01-08', '2024-06-08')).toBe('soon');
    expect(tone(days(30), '2024-07-01', '2024-07-31')).toBe('today');
    expect(tone(days(30), '2024-07-01', '2024-08-01')).toBe('late');
  });
});

describe('properties', () => {
  const date = fc.integer({ min: 0, max: 7900 }).map((offset) => addDays(plainDate('2005-01-01'), offset));
  it('backward and forward: exactly N working days lie between, and the next working day would leave fewer', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 30 }), (event, amount) => {
        const notice = due(clearWorkdays(amount), event).legalDue;
        const forward = due(workdays(amount), notice).legalDue;
        expect(forward < event).toBe(true);
        expect(nationalCalendar.isWorkday(notice)).toBe(true);
        expect(due(workdays(amount), due(workdays(1), notice).legalDue).legalDue >= event).toBe(true);
      }),
    );
  });
  it('clear days are the event less N and one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (event, amount) => {
        expect(daysBetween(due(clearDays(amount), event).legalDue, event)).toBe(amount + 1);
      }),
    );
  });
  it('no suspension brings the end forward, and counted days are never suspended', () => {
    const gap = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 40 }));
    const limit = fc.oneof(
      fc.integer({ min: 1, max: 30 }).map(workdays),
      fc.integer({ min: 1, max: 90 }).map(days),
      fc.integer({ min: 1, max: 6 }).map(months),
    );
    fc.assert(
      fc.property(date, limit, fc.array(gap, { maxLength: 4 }), (from, one, gaps) => {
        const suspensions = gaps.map(([start, length]) => ({
          from: addDays(from, start),
          to: addDays(from, start + length),
        }));
        const counted = due(one, from, { suspensions });
        expect(counted.legalDue >= due(one, from).legalDue).toBe(true);
        expect(counted.counted.some((day) => suspensions.some((gone) => gone.from <= day && day < gone.to))).toBe(
          false,
        );
        if (one.unit !== 'month') expect(counted.counted.length).toBeGreaterThanOrEqual(one.amount);
      }),
    );
  });
});
