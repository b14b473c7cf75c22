import { collection, getLine, reporting } from '@fadu/lines';
import type { DisclosureView, NoticeView, ReturnStatusView } from '@fadu/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { freshKey, reload, take } from '../testing/stage.js';
import { remindOfDisclosure } from './disclosure.js';
import { remindOfReturns } from './returns.js';

describe('reminders reach those who answer', () => {
  let api: ApiStage;
  let matter: string;
  beforeAll(async () => {
    api = await raiseApi({ lines: [getLine(collection.line), getLine(reporting.line)] }, [
      ['city-reviewer', 'returnReviewer', 'city'],
      ['east-reporter', 'returnReporter', 'east'],
      ['east-second', 'returnReporter', 'east'],
      ['east-writer', 'reportWriter', 'east'],
      ['west-checker', 'reportChecker', 'west'],
    ]);
    api.stage.at('2024-10-09T02:00:00.000Z');
    const opened = { unit: 'east', to: 'city', period: '2023', openedOn: '2024-10-09', dueOn: '2024-10-20' };
    matter = (await take(api.stage, 'city-reviewer', { line: collection.line, organ: 'east' }, 'assign', opened)).matter
      .id;
  }, 180_000);
  afterAll(() => api.close());

  const mine = async (person: string): Promise<NoticeView[]> => (await api.as(person, 'GET', '/api/notices')).json();
  const returns = (): Promise<number> => remindOfReturns(api.stage.platform);
  const disclosure = (): Promise<number> => remindOfDisclosure(api.stage.platform);
  const seeAll = async (person: string): Promise<void> => {
    for (const { id } of await mine(person)) await api.as(person, 'POST', `/api/notices/${id}/seen`, {});
  };

  it('of a return once when its last day is near, to each who fills it in, and on its record', async () => {
    api.stage.at('2024-10-16T02:00:00.000Z');
    expect(await returns()).toBe(0);
    api.stage.at('2024-10-17T02:00:00.000Z');
    expect(await returns()).toBe(2);
    expect(await returns()).toBe(0);
    expect(await mine('east-second')).toMatchObject([
      {
        title: '2023年填报表',
        message: '2023年填报表应当在2024年10月20日报送，还没有报送。请按时报送。',
        from: null,
        link: `/matters/${matter}`,
      },
    ]);
    expect(await mine('east-writer')).toEqual([]);
    const { data } = await reload(api.stage, matter);
    expect(data).toMatchObject({ remindedOn: '2024-10-17', remindedBy: 'platform' });
    expect(data.remindedTo).toEqual(['east-reporter', 'east-second']);
    const { units } = (
      await api.as('city-reviewer', 'GET', '/api/returns/status?org=city&period=2023')
    ).json() as ReturnStatusView;
    expect(units.find(({ unit }) => unit === 'east')).toMatchObject({
      remindedOn: '2024-10-17',
      remindedWho: ['样例east-reporter', '样例east-second'],
    });
  });

  it('is taken note of by each for themselves', async () => {
    const [notice] = await mine('east-second');
    expect((await api.as('east-reporter', 'POST', `/api/notices/${notice!.id}/seen`, {})).statusCode).toBe(404);
    expect((await api.as('east-second', 'POST', `/api/notices/${notice!.id}/seen`, {})).json()).toEqual([]);
    expect(await mine('east-reporter')).toHaveLength(1);
    expect((await api.as(null, 'GET', '/api/notices')).statusCode).toBe(401);
  });

  it('again once when the day is over, and when the superior reminds', async () => {
    api.stage.at('2024-10-21T02:00:00.000Z');
    expect(await returns()).toBe(2);
    expect(await returns()).toBe(0);
    expect((await mine('east-second'))[0]!.message).toContain('现已超期');
    api.stage.at('2024-10-22T02:00:00.000Z');
    const body = { matters: [matter], reminder: '请于明日前报送。', key: freshKey() };
    expect((await api.as('city-reviewer', 'POST', '/api/returns/remind', body)).json()).toMatchObject({ done: 1 });
    expect((await mine('east-second'))[0]).toMatchObject({ message: '请于明日前报送。', from: 'city机关' });
    await seeAll('east-second');
    const figures = [{ code: 'mediation.cases', kind: 'value', value: '1' }];
    await take(api.stage, 'east-reporter', matter, 'submit', { figures });
    api.stage.at('2024-11-20T02:00:00.000Z');
    expect(await returns()).toBe(0);
  });

  it('of a report not made public: near and late once each, to its writer, else to who has a post of it', async () => {
    api.stage.at('2024-03-20T02:00:00.000Z');
    expect(await disclosure()).toBe(0);
    api.stage.at('2024-03-25T02:00:00.000Z');
    expect(await disclosure()).toBe(2);
    expect(await disclosure()).toBe(0);
    expect(await mine('east-writer')).toMatchObject([
      { title: '2023年度法治政府建设年度报告', from: null, link: '/reports/east/2023' },
    ]);
    expect(await mine('west-checker')).toHaveLength(1);
    expect((await mine('east-reporter')).filter(({ link }) => link.startsWith('/reports'))).toEqual([]);
    const register = async (): Promise<DisclosureView> =>
      (await api.as('city-leader', 'GET', '/api/disclosure?org=city&year=2023')).json();
    const rowOf = async (unit: string) => (await register()).rows.find((row) => row.unit === unit);
    expect(await rowOf('east')).toMatchObject({ reminded: 1, remindedWho: ['样例east-writer'], seenAt: null });
    await seeAll('east-writer');
    expect((await rowOf('east'))!.seenAt).not.toBeNull();
    api.stage.at('2024-04-02T02:00:00.000Z');
    expect(await disclosure()).toBe(2);
    expect((await mine('east-writer'))[0]!.message).toContain('现已逾期');
    expect(await rowOf('east')).toMatchObject({ reminded: 2 });
  });

  it('end without a fault', () => expect(api.faults).toEqual([]));
});
