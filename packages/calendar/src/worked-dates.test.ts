import { addDays, plainDate } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import {
  clearWorkdays,
  type DeadlineInput,
  days,
  deadline,
  type Limit,
  months,
  nationalCalendar,
  noRoll,
  thenLimit,
  workdays,
  years,
} from './index.js';

const due = (limit: Limit, from: string, more: Partial<DeadlineInput> = {}) => {
  const counted = deadline({ from: plainDate(from), limit, calendar: nationalCalendar, ...more });
  if (!counted.ok) throw new Error(counted.error.message);
  return counted.value;
};
const suspended = (from: string, to: string): Partial<DeadlineInput> => ({
  suspensions: [{ from: plainDate(from), to: plainDate(to) }],
});

/** Name, limit, start, nominal, legal, target, other input. */
type Row = readonly [string, Limit, string, string, string, string, Partial<DeadlineInput>?];
const table = (rows: readonly Row[]) => {
  for (const [name, limit, from, nominalDue, legalDue, targetDue, more] of rows) {
    it(name, () =>
      expect(due(limit, from, more)).toMatchObject({ nominalDue, legalDue, targetDue, provisional: false }),
    );
  }
};

describe('worked dates of enforcement (2024)', () => {
  table([
    ['1 decide', days(90), '2024-01-15', '2024-04-14', '2024-04-15', '2024-04-12'],
    ['2 decide, nominal on a holiday', days(90), '2024-07-03', '2024-10-01', '2024-10-08', '2024-09-30'],
    [
      '3 evidence registration ends on a make-up Saturday',
      workdays(7),
      '2024-04-29',
      '2024-05-11',
      '2024-05-11',
      '2024-05-11',
    ],
    [
      '3 evidence registration: New Year’s Eve of 2024 works',
      workdays(7),
      '2024-02-06',
      '2024-02-21',
      '2024-02-21',
      '2024-02-21',
    ],
    ['4 hearing request', workdays(5), '2024-04-30', '2024-05-10', '2024-05-10', '2024-05-10'],
    ['5 hearing notice', clearWorkdays(7), '2024-05-24', '2024-05-14', '2024-05-14', '2024-05-14'],
    ['6 serve', workdays(7), '2024-09-27', '2024-10-12', '2024-10-12', '2024-10-12'],
    ['7 pay', days(15), '2024-09-18', '2024-10-03', '2024-10-08', '2024-09-30'],
    ['8 seizure', noRoll(days(30)), '2024-04-10', '2024-05-10', '2024-05-10', '2024-05-10'],
    [
      '8 seizure with 12 days of testing',
      noRoll(days(30)),
      '2024-04-10',
      '2024-05-22',
      '2024-05-22',
      '2024-05-22',
      suspended('2024-04-15', '2024-04-27'),
    ],
    [
      '8 seizure extended ends on a Sunday',
      noRoll(days(30)),
      '2024-04-10',
      '2024-06-09',
      '2024-06-09',
      '2024-06-07',
      { extension: 30 },
    ],
    ['9 freeze: serve the party', workdays(3), '2024-09-30', '2024-10-10', '2024-10-10', '2024-10-10'],
    ['11 demand: may apply from the day after', workdays(10), '2024-07-15', '2024-07-29', '2024-07-29', '2024-07-29'],
    ['12 time bar', noRoll(years(2)), '2022-05-10', '2024-05-10', '2024-05-10', '2024-05-10'],
    ['13 withdraw publicity', workdays(3), '2024-09-13', '2024-09-19', '2024-09-19', '2024-09-19'],
    ['14 market publicity', workdays(20), '2024-09-27', '2024-10-30', '2024-10-30', '2024-10-30'],
    ['15 transfer', days(3), '2024-06-07', '2024-06-10', '2024-06-11', '2024-06-07'],
  ]);
  it('10 remedies end, then three months to apply to the court', () => {
    expect(due(thenLimit(months(6), months(3)), '2024-01-10')).toMatchObject({
      opensOn: '2024-07-11',
      legalDue: '2024-10-10',
    });
  });
  it('shows the days between notice and hearing', () => {
    const between = ['15', '16', '17', '20', '21', '22', '23'].map((day) => `2024-05-${day}`);
    expect(due(clearWorkdays(7), '2024-05-24').counted).toEqual(between);
  });
});

describe('worked dates of supervision (2024)', () => {
  table([
    ['1 ends on a make-up Sunday', days(30), '2024-08-30', '2024-09-29', '2024-09-29', '2024-09-29'],
    ['2 rolls to a make-up Sunday', days(30), '2024-01-12', '2024-02-11', '2024-02-18', '2024-02-09'],
    ['3 received on a holiday', days(30), '2024-04-05', '2024-05-05', '2024-05-06', '2024-04-30'],
    ['4 report execution', days(30), '2024-09-06', '2024-10-06', '2024-10-08', '2024-09-30'],
    ['5 apply for recheck', workdays(10), '2024-09-20', '2024-10-10', '2024-10-10', '2024-10-10'],
    ['6 decide recheck', workdays(15), '2024-10-11', '2024-10-31', '2024-10-31', '2024-10-31'],
    ['7 feedback', workdays(10), '2024-02-05', '2024-02-23', '2024-02-23', '2024-02-23'],
    ['8 law report', thenLimit(noRoll(years(1)), days(30)), '2023-07-01', '2024-07-31', '2024-07-31', '2024-07-31'],
  ]);
});

describe('nominal ends of reconsideration', () => {
  table([
    ['1 apply', days(60), '2024-02-05', '2024-04-05', '2024-04-07', '2024-04-03'],
    ['6 decide', days(60), '2024-09-25', '2024-11-24', '2024-11-25', '2024-11-22'],
    [
      '6 decide, extended from the nominal end',
      days(60),
      '2024-09-25',
      '2024-12-24',
      '2024-12-24',
      '2024-12-24',
      { extension: days(30) },
    ],
    [
      '8 decide with suspension',
      days(60),
      '2024-05-08',
      '2024-08-18',
      '2024-08-19',
      '2024-08-16',
      suspended('2024-06-03', '2024-07-15'),
    ],
  ]);
  it('explains the suspended decision so that it can be checked', () => {
    const texts = due(days(60), '2024-05-08', {
      ...suspended('2024-06-03', '2024-07-15'),
      startEvent: '受理',
    }).explanation.map((one) => one.text);
    expect(texts).toEqual([
      '受理之日2024年5月8日不计入，次日起算',
      '期间为60日',
      '2024年6月3日中止，2024年7月15日恢复，扣除42日',
      '第60日为2024年8月18日（星期日），名义届满',
      '2024年8月18日（星期日）是周末，顺延到2024年8月19日（星期一）',
      '内控日为2024年8月16日（星期五）：名义届满日当日或者之前最后一个工作日',
    ]);
  });
  it('explains which days of a working-day clock count and why others do not', () => {
    const texts = due(workdays(5), '2024-02-07').explanation.map((one) => one.text);
    expect(texts).toContain('不计入：2024年2月10日至17日（春节）');
    expect(texts.find((text) => text.startsWith('计入'))).toContain('2024年2月18日（春节调休上班）');
  });
});

describe('the official arrangements', () => {
  const year = (of: number, list: string) => list.split(' ').map((day) => plainDate(`${of}-${day}`));
  const range = (from: string, to: string) => {
    const all = [];
    for (let day = plainDate(from); day <= plainDate(to); day = addDays(day, 1)) all.push(day);
    return all;
  };
  it.each([
    [
      2024,
      [
        ['01-01', '01-01'],
        ['02-10', '02-17'],
        ['04-04', '04-06'],
        ['05-01', '05-05'],
        ['06-10', '06-10'],
        ['09-15', '09-17'],
        ['10-01', '10-07'],
      ],
      '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
    ],
    [
      2025,
      [
        ['01-01', '01-01'],
        ['01-28', '02-04'],
        ['04-04', '04-06'],
        ['05-01', '05-05'],
        ['05-31', '06-02'],
        ['10-01', '10-08'],
      ],
      '01-26 02-08 04-27 09-28 10-11',
    ],
    [
      2026,
      [
        ['01-01', '01-03'],
        ['02-15', '02-23'],
        ['04-04', '04-06'],
        ['05-01', '05-05'],
        ['06-19', '06-21'],
        ['09-25', '09-27'],
        ['10-01', '10-07'],
      ],
      '01-04 02-14 02-28 05-09 09-20 10-10',
    ],
  ] as const)('of %i are those of the notice', (of, off, on) => {
    const all = range(`${of}-01-01`, `${of}-12-31`);
    const kind = (wanted: string) => all.filter((day) => nationalCalendar.describe(day).kind === wanted);
    expect(kind('holiday')).toEqual(off.flatMap(([from, to]) => range(`${of}-${from}`, `${of}-${to}`)));
    expect(kind('makeup')).toEqual(year(of, on));
    if (of > 2024) expect(all.filter((day) => nationalCalendar.isWorkday(day))).toHaveLength(248);
  });
  it('keep half-day holidays working (8 March, 4 May 2023, 1 August)', () => {
    for (const day of ['2024-03-08', '2023-05-04', '2024-08-01'])
      expect(nationalCalendar.isWorkday(plainDate(day))).toBe(true);
  });
});
