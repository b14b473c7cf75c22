import { collection, getLine } from '@fadu/lines';
import type {
  DashboardView,
  FigureBreakdown,
  IndicatorFigure,
  NoticeView,
  ReturnListItem,
  ReturnStatusView,
  ReturnSum,
  ReturnView,
} from '@fadu/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellOfAmendments } from '../notices/amendments.js';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { freshKey, reload, take } from '../testing/stage.js';

const CODE = 'mediation.cases';
const PERIOD = '2024Q2';
const value = (number: string, more: object = {}) => ({ code: CODE, kind: 'value', value: number, ...more });
/** Each unit under its superior, from the province down to two townships. */
const TREE = [
  ['province', null, '990000', 'r'],
  ['city', 'province', '990100', 'r.city'],
  ['east', 'city', '990101', 'r.city.east'],
  ['north', 'east', '990101', 'r.city.east.north'],
  ['south', 'east', '990101', 'r.city.east.south'],
] as const;

describe('returns up the tree: township, county, city, province', () => {
  let api: ApiStage;
  beforeAll(async () => {
    api = await raiseApi(
      { lines: [getLine(collection.line)] },
      TREE.flatMap(([org, above]) => [
        [`${org}-reviewer`, 'returnReviewer', org] as const,
        ...(above === null ? [] : [[`${org}-reporter`, 'returnReporter', org] as const]),
      ]),
      async ({ owner }) => {
        for (const [id, parent, region, path] of TREE)
          await owner.query(
            `insert into org (id, region, name, short, kind, parent, path) values ($1, $2, $3, $1, 'government', $4, $5)
             on conflict (id) do update set parent = excluded.parent`,
            [id, region, `样例${id}机关`, parent, path],
          );
      },
    );
  }, 180_000);
  afterAll(() => api.close());

  const get = async <T>(person: string, path: string): Promise<T> => {
    const answer = await api.as(person, 'GET', `/api${path}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const ask = async (above: string, units: readonly string[]) =>
    expect(
      (
        await api.as(`${above}-reviewer`, 'POST', '/api/returns/assign', {
          to: above,
          period: PERIOD,
          dueOn: '2024-10-20',
          sections: ['mediation'],
          units,
          key: freshKey(),
        })
      ).json(),
    ).toMatchObject({ done: units.length, refused: [] });
  const matterOf = async (unit: string, above: string): Promise<string> =>
    (await get<ReturnStatusView>(`${above}-reviewer`, `/returns/status?org=${above}&period=${PERIOD}`)).units.find(
      (one) => one.unit === unit,
    )!.matter!;
  const send = async (unit: string, above: string, figures: readonly object[]) =>
    take(api.stage, `${unit}-reporter`, await matterOf(unit, above), 'submit', { figures } as never);
  const approve = async (unit: string, above: string) =>
    take(api.stage, `${above}-reviewer`, await matterOf(unit, above), 'approveFigures');
  const sum = (unit: string) =>
    get<ReturnSum>(`${unit}-reporter`, `/returns/sums?unit=${unit}&period=${PERIOD}&of=units`);
  const viewOf = (person: string, unit: string) =>
    get<ReturnView>(person, `/returns/view?unit=${unit}&period=${PERIOD}`);
  const figure = (org: string, person: string) =>
    get<IndicatorFigure>(person, `/indicators/${CODE}/figure?org=${org}&period=${PERIOD}`);

  it('each level asks the one below, adds up what it approved, and is approved in its turn', async () => {
    await ask('province', ['city']);
    await ask('city', ['east']);
    await ask('east', ['north', 'south']);
    // Who is asked by another level is not asked again, and nobody asks past the level between.
    const past = await api.as('city-reviewer', 'POST', '/api/returns/assign', {
      to: 'city',
      period: PERIOD,
      dueOn: '2024-10-20',
      sections: [],
      units: ['north'],
      key: freshKey(),
    });
    expect(past.json()).toMatchObject({ done: 0, refused: [{ why: expect.stringContaining('同一期间只填一张') }] });

    await send('north', 'east', [value('30')]);
    await send('south', 'east', [value('12')]);
    // Only the unit that receives it may approve it, and only its own.
    const north = await matterOf('north', 'east');
    await expect(take(api.stage, 'city-reviewer', north, 'approveFigures')).rejects.toThrow();
    await expect(take(api.stage, 'north-reporter', north, 'approveFigures')).rejects.toThrow();

    // Sent back with the reason and another last day, put right, sent again.
    await take(api.stage, 'east-reviewer', north, 'sendBack', {
      returnReason: '与台账不符，请核对。',
      dueOn: '2024-10-25',
    });
    const back = await get<ReturnView>('north-reporter', `/returns/view?unit=north&period=${PERIOD}`);
    expect(back.matter).toMatchObject({
      stateName: '已退回',
      dueOn: '2024-10-25',
      returnReason: '与台账不符，请核对。',
    });
    expect((await sum('east')).waiting).toEqual(['样例north机关', '样例south机关']);
    await send('north', 'east', [value('28')]);
    await approve('north', 'east');
    await approve('south', 'east');

    for (const [unit, above] of [
      ['east', 'city'],
      ['city', 'province'],
    ] as const) {
      const { rows, waiting } = await sum(unit);
      expect(waiting).toEqual([]);
      expect(rows).toMatchObject([{ row: { code: CODE, value: '40', origin: 'units' } }]);
      await send(unit, above, [rows[0]!.row!]);
      expect((await figure(unit, `${above}-reviewer`)).text).toBe('尚未报送');
      await approve(unit, above);
      expect(await figure(unit, `${above}-reviewer`)).toMatchObject({ text: '40件', source: 'returns' });
    }
    // The province reports to nobody here: what its one city has, once that is in.
    const whole = await figure('province', 'province-reviewer');
    expect(whole).toMatchObject({ text: '40件', collected: { from: [{ unit: 'city' }], waiting: [] } });
  });

  it('what the superior asks to put right counts as it was until it is approved', async () => {
    await take(api.stage, 'east-reviewer', await matterOf('north', 'east'), 'reopen', {
      correction: '漏报一个村，退回更正。',
      dueOn: '2024-10-28',
    });
    const asked = await figure('north', 'east-reviewer');
    expect(asked.text).toBe('28件');
    expect(asked.notes).toEqual([
      'east机关2024年10月9日要求样例north机关更正已审定的填报，审定以前仍用原数。理由：漏报一个村，退回更正。',
    ]);
    expect((await figure('east', 'city-reviewer')).notes).toEqual([]);
    await send('north', 'east', [value('35')]);
    const sent = await viewOf('east-reviewer', 'north');
    expect(sent.matter!.amending).toEqual({
      asked: true,
      sent: true,
      reason: '漏报一个村，退回更正。',
      changes: [{ code: CODE, name: '人民调解案件数', was: '28件', is: '35件', difference: '多7件' }],
    });
    // All above are told at once that something is coming; the numbers to those to whom the return was sent.
    for (const [org, person, words] of [
      ['north', 'east-reviewer', '报送更正，由28件改为35件（多7件），等待east机关审定，现在仍用原数'],
      ['east', 'city-reviewer', '样例north机关2024年10月9日报送更正，等待east机关审定，现在仍用原数。'],
      ['province', 'province-reviewer', '样例north机关2024年10月9日报送更正，等待east机关审定'],
    ] as const)
      expect((await figure(org, person)).notes, org).toEqual([expect.stringContaining(words)]);
    await approve('north', 'east');
    expect(await figure('north', 'east-reviewer')).toMatchObject({ text: '35件', notes: [] });
    const { matter } = await viewOf('east-reviewer', 'north');
    expect(matter).toMatchObject({
      amending: null,
      amended: [{ on: '2024-10-09', changes: [{ was: '28件', is: '35件' }] }],
    });
  });

  it('until the return above holds it, every figure above says so, and those who fill it in are told', async () => {
    const waiting = '样例north机关的更正2024年10月9日已审定，east机关的填报还没有计入。';
    expect((await figure('east', 'east-reviewer')).notes).toEqual([
      '样例north机关的更正2024年10月9日已审定，由28件改为35件（多7件），east机关的填报还没有计入。理由：漏报一个村，退回更正。',
    ]);
    for (const [org, person] of [
      ['east', 'city-reviewer'],
      ['city', 'province-reviewer'],
      ['province', 'province-reviewer'],
    ] as const)
      expect(await figure(org, person), org).toMatchObject({ text: '40件', notes: [waiting] });
    const board = await get<DashboardView>('province-reviewer', `/dashboards/services?org=province&period=${PERIOD}`);
    expect(board.figures.find(({ code }) => code === CODE)).toMatchObject({
      text: '40件',
      notes: ['有1处更正没有计入，点开看。'],
    });
    expect(board.panels.find(({ code, kind }) => code === CODE && kind === 'places')?.notes ?? [waiting]).toContain(
      waiting,
    );
    const parts = await get<FigureBreakdown>(
      'east-reviewer',
      `/indicators/${CODE}/breakdown?org=east&period=${PERIOD}`,
    );
    expect(parts.orgNote).toContain('各地填报合计47件，本级填报40件，两者不一致，请核对');

    const view = await viewOf('east-reporter', 'east');
    expect(view.below).toMatchObject([
      { unit: { id: 'north' }, stage: 'approved', changes: [{ difference: '多7件' }] },
    ]);
    expect(view.takeOver).toMatchObject({ may: true, rows: [{ code: CODE, now: '40件', after: '47件', why: null }] });
    expect(await viewOf('city-reviewer', 'east')).toMatchObject({
      takeOver: null,
      below: [{ unit: { id: 'north' }, stage: 'approved', reason: '', changes: [] }],
    });
    const listed = await get<ReturnListItem[]>('east-reporter', '/returns');
    expect(listed.find(({ unitId }) => unitId === 'east')).toMatchObject({ below: 1 });
    await tellOfAmendments(api.stage.platform);
    expect((await get<NoticeView[]>('east-reporter', '/notices')).map(({ message }) => message)).toContainEqual(
      expect.stringContaining('样例north机关的更正已审定，本表还没有计入'),
    );
  });

  it('is taken over in one act, which goes up the tree in its turn', async () => {
    const east = await matterOf('east', 'city');
    const over = (person: string, id: string) =>
      api.as(person, 'POST', `/api/returns/${id}/take-over`, { key: freshKey() });
    for (const person of ['east-reviewer', 'city-reporter', 'north-reporter'])
      expect((await over(person, east)).statusCode, person).toBe(404);
    const done = await over('east-reporter', east);
    expect(done.statusCode, done.body).toBe(200);
    expect(done.json()).toMatchObject({
      below: [],
      takeOver: null,
      matter: {
        stateName: '更正待审核',
        amending: { asked: false, reason: '计入下级更正：样例north机关（漏报一个村，退回更正）' },
      },
    });
    expect((await over('east-reporter', east)).json().type).toBe('urn:fadu:returns.nothing_below');
    // It is not approved yet: the old figure, and what is coming.
    expect(await figure('east', 'city-reviewer')).toMatchObject({
      text: '40件',
      notes: [expect.stringContaining('由40件改为47件（多7件），等待city机关审定')],
    });
    await approve('east', 'city');
    expect(await figure('east', 'city-reviewer')).toMatchObject({ text: '47件', notes: [] });
    expect(await figure('city', 'province-reviewer')).toMatchObject({
      text: '40件',
      notes: [expect.stringContaining('city机关的填报还没有计入')],
    });
    expect((await over('city-reporter', await matterOf('city', 'province'))).statusCode).toBe(200);
    await approve('city', 'province');
    for (const org of ['city', 'province'])
      expect(await figure(org, 'province-reviewer'), org).toMatchObject({ text: '47件', notes: [] });
  });

  it('is kept out with a reason, or kept as it was', async () => {
    await take(api.stage, 'south-reporter', await matterOf('south', 'east'), 'amend', { correction: '重复登记一件。' });
    expect((await figure('south', 'east-reviewer')).notes).toEqual([
      expect.stringContaining('样例south机关2024年10月9日起更正'),
    ]);
    await send('south', 'east', [value('11')]);
    // What is not sent is nobody else's business; what is sent is.
    await approve('south', 'east');
    expect((await figure('east', 'city-reviewer')).notes).toHaveLength(1);
    await take(api.stage, 'east-reporter', await matterOf('east', 'city'), 'settleBelow', {
      belowNote: '本表按案卷统计，已核对。',
    });
    expect(await figure('east', 'city-reviewer')).toMatchObject({ text: '47件', notes: [] });
    expect((await viewOf('east-reporter', 'east')).below).toEqual([]);

    await take(api.stage, 'south-reporter', await matterOf('south', 'east'), 'amend', { correction: '仍应计入。' });
    await send('south', 'east', [value('12')]);
    await take(api.stage, 'east-reviewer', await matterOf('south', 'east'), 'keep', { keptReason: '该件属于2023年。' });
    expect(await figure('south', 'east-reviewer')).toMatchObject({ text: '11件', notes: [] });
    const { data } = await reload(api.stage, await matterOf('north', 'east'));
    expect(data).toMatchObject({ correction: '漏报一个村，退回更正。' });
  });

  it('many at once do not wait for one another: a request takes one connection', async () => {
    const board = (compare: string) =>
      get<DashboardView>('city-reviewer', `/dashboards/services?org=east&period=${PERIOD}&compare=${compare}`);
    const asked = Array.from({ length: 15 }, () => [figure('city', 'province-reviewer'), board('superior')]);
    expect(await Promise.all(asked.flat())).toHaveLength(30);
  }, 60_000);

  it('end without a fault', () => expect(api.faults).toEqual([]));
});
