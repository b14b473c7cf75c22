import { collection, getLine, reporting } from '@fadu/lines';
import type { DisclosureView, ReportList } from '@fadu/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusOf } from '../disclosure/register.js';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';

it.each([
  ['2024-03-31', '2024-03-12', false, 'onTime'],
  ['2024-04-02', '2024-03-31', false, 'onTime'],
  ['2024-04-02', '2024-04-01', false, 'late'],
  ['2024-03-31', null, false, 'pending'],
  ['2024-04-01', null, false, 'overdue'],
  ['2024-04-01', null, true, 'ended'],
])('on %s, published %s, ended %s: %s', (today, publishedOn, ended, status) =>
  expect(statusOf(publishedOn === null ? undefined : { publishedOn }, today, 2023, ended)).toBe(status),
);

/** Of the office that speaks for the city government. */
const COORDINATOR = 'office-writer';

describe('the register of publications', () => {
  let api: ApiStage;

  beforeAll(async () => {
    const lines = [getLine(collection.line), getLine(reporting.line)];
    const people: [string, string, string][] = [
      [COORDINATOR, 'reportWriter', 'office'],
      ['east-writer', 'reportWriter', 'east'],
      ['west-reporter', 'returnReporter', 'west'],
    ];
    api = await raiseApi({ lines }, people, async ({ owner }) => {
      const org = (id: string, name: string, kind: string, parent: string, path: string, to: string | null) =>
        owner.query(
          'insert into org (id, region, name, short, kind, parent, path, valid_to) values ($1, $2, $3, $1, $4, $5, $6, $7)',
          [id, id === 'street' ? '990101001' : '990100', name, kind, parent, path, to],
        );
      await org('office', '样例市司法局', 'department', 'city', 'r.city.office', null);
      await org('street', '示例街道办事处', 'township', 'east', 'r.city.east.street', null);
      await org('gone', '样例市法制办公室', 'department', 'city', 'r.city.gone', '2023-06-30');
    });
    // Ten days before the first of April 2024.
    api.stage.at('2024-03-22T02:00:00.000Z');
  }, 180_000);
  afterAll(() => api.close());

  const register = async (person = COORDINATOR, query = 'org=city&year=2023'): Promise<DisclosureView> =>
    (await api.as(person, 'GET', `/api/disclosure?${query}`)).json();
  const enter = (person: string, more: object) =>
    api.as(person, 'POST', '/api/disclosure', {
      unit: 'east',
      year: 2023,
      publishedOn: '2024-03-12',
      place: 'site',
      address: 'https://east.example.invalid/2023.html',
      digest: null,
      fileName: null,
      ...more,
    });

  it('names every government and department below, and no others', async () => {
    const { rows, tallies, before, basis, mayRemind } = await register();
    expect(rows.map(({ unit }) => unit).toSorted()).toEqual(
      ['city', 'east', 'eastbureau', 'gone', 'office', 'west', 'westbureau'].toSorted(),
    );
    expect(rows.find(({ unit }) => unit === 'gone')).toMatchObject({
      status: 'ended',
      note: '2023-06-30撤并，由承接的机关公开',
    });
    expect(tallies).toEqual([
      { level: '市级', due: 2, onTime: 0, late: 0, open: 2 },
      { level: '县级', due: 4, onTime: 0, late: 0, open: 4 },
    ]);
    expect([before, mayRemind]).toEqual(['2024-04-01', true]);
    expect(basis).toContain('第二十四条');
  });

  it('is seen by who coordinates, by the unit for itself and by those above, not by others', async () => {
    const status = async (person: string, query: string) =>
      (await api.as(person, 'GET', `/api/disclosure?${query}`)).statusCode;
    expect(await status('east-writer', 'org=east')).toBe(200);
    expect(await status('east-writer', 'org=city')).toBe(404);
    expect(await status('city-leader', 'org=city')).toBe(200);
    expect(await status('west-handler', 'org=west')).toBe(404);
    expect((await register('city-leader')).mayRemind).toBe(false);
    expect((await register('east-writer', 'year=2023')).org.id).toBe('east');
  });

  it('takes what was published elsewhere, with day, place and digest, and refuses what cannot be', async () => {
    const code = async (person: string, more: object) => (await enter(person, more)).json().type;
    expect(await code('west-handler', {})).toBe('urn:fadu:report.not_yours');
    expect(await code('east-writer', { unit: 'west' })).toBe('urn:fadu:report.not_yours');
    expect(await code('east-writer', { publishedOn: '2024-03-23' })).toBe('urn:fadu:report.future');
    expect(await code('east-writer', { publishedOn: '2023-12-31' })).toBe('urn:fadu:report.early');
    expect(await code('east-writer', { publishedOn: '3月' })).toBe('urn:fadu:report.day');
    expect(await code('east-writer', { address: '政府网' })).toBe('urn:fadu:report.address');
    expect((await enter('east-writer', { digest: 'a'.repeat(64), fileName: '2023.pdf' })).statusCode).toBe(200);
    expect(
      (await enter(COORDINATOR, { unit: 'eastbureau', place: 'press', address: '样例日报第3版' })).statusCode,
    ).toBe(200);
    const { rows, tallies } = await register();
    expect(rows.find(({ unit }) => unit === 'east')).toMatchObject({
      status: 'onTime',
      place: '政府网站',
      digest: 'a'.repeat(64),
      source: 'entered',
      enteredBy: '样例east-writer',
    });
    expect(tallies[1]).toMatchObject({ due: 4, onTime: 2, open: 2 });
    for (let sent = 0; sent < 2; sent += 1) await enter('east-writer', { publishedOn: '2024-03-13' });
    expect(
      await api.stage.asSuperuser(
        "select published_on::text as on from report_disclosure where unit = 'east' order by at",
      ),
    ).toEqual([{ on: '2024-03-12' }, { on: '2024-03-13' }]);
    expect((await register()).rows.find(({ unit }) => unit === 'east')).toMatchObject({ publishedOn: '2024-03-13' });
  });

  it('reminds those who have not published, once each, and shows who has read it', async () => {
    let keys = 0;
    const remind = (person: string, units: readonly string[], key = `remind-${++keys}`) =>
      api.as(person, 'POST', '/api/disclosure/remind', { org: 'city', year: 2023, units, message: '', key });
    expect((await remind('city-leader', ['west'])).json().type).toBe('urn:fadu:report.not_yours');
    expect((await remind(COORDINATOR, ['east'])).json().type).toBe('urn:fadu:report.nobody_open');
    // Sent again after a broken line, nobody is reminded twice.
    for (let sent = 0; sent < 2; sent += 1)
      expect((await remind(COORDINATOR, ['east', 'west'], 'remind-again')).json()).toEqual({ reminded: 1 });
    const waiting = async () => (await api.as('west-reporter', 'GET', '/api/me')).json().reportsWaiting;
    expect(await waiting()).toBe(1);
    const mine: ReportList = (await api.as('west-reporter', 'GET', '/api/reports')).json();
    expect(mine.reminders).toMatchObject([
      { from: '样例市司法局', seen: false, message: expect.stringContaining('2024年4月1日之前公开，请按时公开') },
    ]);
    await api.as('west-reporter', 'POST', `/api/disclosure/reminders/${mine.reminders[0]!.id}/seen`, {});
    expect(await waiting()).toBe(0);
    const row = (await register()).rows.find(({ unit }) => unit === 'west');
    expect(row).toMatchObject({ reminded: 1, seenAt: expect.any(String) });
    api.stage.at('2024-04-01T02:00:00.000Z');
    await remind(COORDINATOR, ['west']);
    const late: ReportList = (await api.as('west-reporter', 'GET', '/api/reports')).json();
    expect(late.reminders[0]!.message).toContain('现已逾期');
    expect((await register()).rows[0]).toMatchObject({ status: 'overdue' });
  });

  it('tells a unit what it owes: upward before March, to everybody before April', async () => {
    api.stage.at('2024-03-22T02:00:00.000Z');
    const due = async (): Promise<ReportList['due']> => (await api.as(COORDINATOR, 'GET', '/api/reports')).json().due;
    expect(await due()).toMatchObject([
      { unit: 'office', year: 2023, upwardBefore: '2024-03-01', before: '2024-04-01', standing: 'open' },
    ]);
    api.stage.at('2024-03-25T02:00:00.000Z');
    expect((await due())[0]).toMatchObject({ standing: 'soon' });
    api.stage.at('2024-04-01T02:00:00.000Z');
    expect((await due())[0]).toMatchObject({ standing: 'late', basis: expect.stringContaining('第二十六条') });
    await enter(COORDINATOR, { unit: 'office', publishedOn: '2024-03-30' });
    expect(await due()).toEqual([]);
  });

  it('goes out as a table', async () => {
    const file = await api.as(COORDINATOR, 'GET', '/api/disclosure/excel?org=city&year=2023');
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('end without a fault', () => expect(api.faults).toEqual([]));
});
