import { nationalCalendar, type Suspension } from '@fadu/calendar';
import { type JsonObject, plainDate } from '@fadu/kernel';
import { countClock } from '@fadu/procedure';
import { describe, expect, it } from 'vitest';
import { reconsideration } from './index.js';

interface Options {
  readonly data?: JsonObject;
  readonly suspensions?: readonly Suspension[];
  readonly extension?: number;
}

function count(code: string, from: string, { data = {}, suspensions = [], extension = 0 }: Options = {}) {
  const counted = countClock({
    clock: reconsideration.clocks[code]!,
    data: { $ruleSet: 'fy2023', ...data },
    from: plainDate(from),
    calendar: nationalCalendar,
    suspensions,
    extension,
  });
  if (!counted.ok) throw new Error(counted.error.message);
  return counted.value;
}

const simplified = { data: { procedure: 'simplified' } };
const stretch = (from: string, to: string): Suspension => ({ from: plainDate(from), to: plainDate(to) });

describe('worked dates', () => {
  it.each<[string, string, string, string, Options?]>([
    ['apply', '2024-02-05', '2024-04-05', '2024-04-07'],
    ['review', '2024-02-07', '2024-02-20', '2024-02-20'],
    ['decide', '2024-02-20', '2024-04-20', '2024-04-22'],
    ['correction-notice', '2024-04-25', '2024-05-06', '2024-05-06'],
    ['correction', '2024-05-08', '2024-05-21', '2024-05-21'],
    ['review', '2024-05-21', '2024-05-28', '2024-05-28'],
    ['send-copy', '2024-09-25', '2024-10-10', '2024-10-10'],
    ['reply', '2024-10-10', '2024-10-23', '2024-10-23'],
    ['decide', '2024-09-25', '2024-11-24', '2024-11-25'],
    ['decide', '2024-09-25', '2024-12-24', '2024-12-24', { extension: 30 }],
    ['extend', '2024-11-24', '2024-12-24', '2024-12-24'],
    ['send-copy', '2024-09-30', '2024-10-10', '2024-10-10', simplified],
    ['reply', '2024-10-09', '2024-10-15', '2024-10-15', simplified],
    ['decide', '2024-09-30', '2024-10-30', '2024-10-30', simplified],
    ['decide', '2024-05-08', '2024-08-18', '2024-08-19', { suspensions: [stretch('2024-06-03', '2024-07-15')] }],
    [
      'decide',
      '2024-05-08',
      '2024-08-18',
      '2024-08-19',
      { suspensions: [stretch('2024-06-03', '2024-07-01'), stretch('2024-06-20', '2024-07-15')] },
    ],
    ['suspension-max', '2024-03-04', '2024-05-03', '2024-05-06'],
    ['hearing-notice', '2024-06-18', '2024-06-07', '2024-06-07'],
    ['norm-notify', '2024-08-05', '2024-08-08', '2024-08-08'],
    ['norm-reply', '2024-08-08', '2024-08-22', '2024-08-22'],
    ['norm-handle', '2024-08-05', '2024-09-04', '2024-09-04'],
    ['norm-transfer', '2024-08-05', '2024-08-14', '2024-08-14'],
    ['norm-return', '2024-08-14', '2024-10-13', '2024-10-14'],
    ['opinion-report', '2024-08-06', '2024-10-05', '2024-10-08'],
    ['redo', '2024-08-06', '2024-10-05', '2024-10-08'],
    ['sue', '2024-01-26', '2024-02-10', '2024-02-18'],
    ['agency-forward', '2024-02-08', '2024-02-21', '2024-02-21'],
    ['inaction', '2024-05-10', '2024-09-07', '2024-09-09'],
    ['apply-not-told', '2023-09-16', '2024-09-16', '2024-09-18'],
    ['apply-absolute', '2019-10-02', '2024-10-02', '2024-10-08'],
    ['apply-absolute', '2004-10-09', '2024-10-09', '2024-10-09', { data: { act: { realEstate: true } } }],
    ['raise-transfer', '2026-09-18', '2026-09-24', '2026-09-24', { data: { $ruleSet: 'ft2026' } }],
  ])('%s from %s', (code, from, nominalDue, legalDue, options) => {
    expect(count(code, from, options)).toMatchObject({ nominalDue, legalDue });
  });

  it('lists the days counted, over holidays and make-up days', () => {
    expect(count('send-copy', '2024-09-25').counted).toEqual([
      '2024-09-26',
      '2024-09-27',
      '2024-09-29',
      '2024-09-30',
      '2024-10-08',
      '2024-10-09',
      '2024-10-10',
    ]);
    expect(count('hearing-notice', '2024-06-18').counted).toEqual([
      '2024-06-11',
      '2024-06-12',
      '2024-06-13',
      '2024-06-14',
      '2024-06-17',
    ]);
  });

  it('opens the way to complain of silence after sixty days, after the legal period, or at once', () => {
    expect(count('inaction', '2024-05-10').opensOn).toBe('2024-07-10');
    const data = { act: { dutyDueOn: '2024-05-10' } };
    expect(count('inaction', '2024-05-10', { data })).toMatchObject({ legalDue: '2024-07-09' });
    const urgent = count('inaction', '2024-05-10', { data: { act: { urgent: true } } });
    expect(urgent).toMatchObject({ legalDue: '2024-07-09' });
    expect(urgent.opensOn).toBeUndefined();
  });

  it('counts the answer of the respondent in calendar days under the law of 2017', () => {
    const old = { data: { $ruleSet: 'fy2017', procedure: 'simplified' } };
    expect(count('reply', '2023-09-22', old).legalDue).toBe('2023-10-07');
    expect(count('reply', '2023-09-22').legalDue).toBe('2023-10-12');
    expect(count('decide', '2023-11-01', old).legalDue).toBe('2024-01-02');
  });
});
