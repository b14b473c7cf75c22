import { collection, getLine } from '@fadu/lines';
import type { ReturnStatusView, ReturnSum, ReturnView } from '@fadu/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { freshKey, reload, take } from '../testing/stage.js';

const value = (code: string, number: string, more: object = {}) => ({ code, kind: 'value', value: number, ...more });

describe('returns over the API', () => {
  let api: ApiStage;
  beforeAll(async () => {
    api = await raiseApi({ lines: [getLine(collection.line)] }, [
      ['city-reporter', 'returnReporter', 'city'],
      ['city-reviewer', 'returnReviewer', 'city'],
      ['east-reporter', 'returnReporter', 'east'],
      ['west-reporter', 'returnReporter', 'west'],
    ]);
  }, 180_000);
  afterAll(() => api.close());

  const get = async <T>(person: string, path: string): Promise<T> => {
    const answer = await api.as(person, 'GET', `/api/returns${path}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const assign = (person: string, more: object = {}) =>
    api.as(person, 'POST', '/api/returns/assign', {
      to: 'city',
      period: '2024Q1',
      dueOn: '2024-10-20',
      sections: ['mediation', 'legal_aid'],
      units: ['east', 'west'],
      key: freshKey(),
      ...more,
    });
  const status = (person: string, period: string) => get<ReturnStatusView>(person, `/status?org=city&period=${period}`);
  const view = (person: string, unit: string, period: string) =>
    get<ReturnView>(person, `/view?unit=${unit}&period=${period}`);

  it('are asked for by who checks them, each unit for itself, and once', async () => {
    const key = freshKey();
    expect(
      (await assign('city-reviewer', { key, units: ['east', 'west', 'eastbureau', 'nowhere'] })).json(),
    ).toMatchObject({
      done: 2,
      refused: [
        { name: 'eastbureau机关', why: '没有在任的填报人，请先由系统管理员设岗' },
        { name: 'nowhere', why: expect.stringContaining('不能向它布置') },
      ],
    });
    // Sent again, by a nervous finger or a bad line: nothing new.
    expect((await assign('city-reviewer', { key })).json().done).toBe(2);
    expect((await assign('city-reviewer')).json()).toMatchObject({
      done: 0,
      refused: [{ why: expect.stringContaining('同一期间只填一张') }, {}],
    });
    const { units, mayAssign } = await status('city-reviewer', '2024Q1');
    expect(mayAssign).toBe(true);
    expect(units).toMatchObject([
      { unit: 'east', stateName: '填报中', dueOn: '2024-10-20', late: false, filled: 0 },
      { unit: 'west', stateName: '填报中' },
    ]);
    expect(units[0]!.asked).toBe((await view('east-reporter', 'east', '2024Q1')).rows.length);
  });

  it('are asked for by nobody else, and for nothing that is no period', async () => {
    for (const person of ['east-reporter', 'city-reporter', 'west-handler'])
      expect((await assign(person, { period: '2024Q2' })).json().type, person).toBe('urn:fadu:returns.not_yours');
    expect((await assign('city-reviewer', { period: '去年' })).json().type).toBe('urn:fadu:returns.period');
    expect((await assign('city-reviewer', { units: [] })).statusCode).toBe(400);
    expect((await assign('city-reviewer', { period: '2024Q2', dueOn: '10月20日' })).json().refused).toHaveLength(2);
    // The superior opens it through this way only.
    const direct = { line: 'returns', action: 'assign', organ: 'east', input: {}, key: freshKey() };
    expect((await api.as('city-reviewer', 'POST', '/api/matters', direct)).statusCode).toBe(404);
  });

  it('show what was said of the period before, and may be seen by their own only', async () => {
    const opening = { unit: 'east', to: 'city', period: '2023Q1', openedOn: '2024-10-08', dueOn: '2024-10-20' };
    const { id } = (await take(api.stage, 'east-reporter', { line: 'returns', organ: 'east' }, 'begin', opening))
      .matter;
    await take(api.stage, 'east-reporter', id, 'submit', { figures: [value('mediation.cases', '80')] });
    await take(api.stage, 'city-reviewer', id, 'approveFigures');
    const mine = await view('east-reporter', 'east', '2024Q1');
    expect(mine).toMatchObject({
      period: { name: '2024年第一季度' },
      before: { text: '2023Q1', name: '2023年第一季度' },
      matter: { stateName: '填报中', may: { save: 'save', submit: 'submit', approve: null } },
      mayBegin: false,
      earlier: [{ code: 'mediation.cases', value: '80' }],
    });
    expect(mine.rows.find(({ code }) => code === 'mediation.cases')).toMatchObject({ before: '80件', known: null });
    expect(new Set(mine.rows.map(({ domain }) => domain))).toEqual(new Set(['mediation', 'legal_aid']));
    expect((await view('city-reviewer', 'east', '2024Q1')).matter!.may).toMatchObject({ save: null, approve: null });
    for (const person of ['west-reporter', 'west-handler'])
      expect((await api.as(person, 'GET', '/api/returns/view?unit=east&period=2024Q1')).statusCode, person).toBe(404);
    // West is asked by its city for another period: there its own would go too.
    expect(await view('west-reporter', 'west', '2022')).toMatchObject({
      mayBegin: true,
      lastTo: { id: 'city', name: api.stage.platform.directory.nameOf('city') },
    });
    const begin = (person: string, more: object = {}) =>
      api.as(person, 'POST', '/api/returns/begin', {
        unit: 'west',
        to: 'city',
        period: '2022',
        dueOn: '2024-10-30',
        key: 'begin-west-2022',
        ...more,
      });
    for (const answer of [await begin('west-reporter'), await begin('west-reporter')])
      expect(answer.json()).toMatchObject({ matter: { stateName: '填报中' }, before: { text: '2021' } });
    expect((await begin('east-reporter')).statusCode).toBe(404);
    expect((await begin('west-reporter', { key: freshKey() })).json().type).toBe('urn:fadu:returns.another');
    expect((await api.as(null, 'GET', '/api/returns/view?unit=east&period=2024Q1')).statusCode).toBe(401);
    expect((await api.as('east-reporter', 'GET', '/api/returns/view?unit=east&period=Q1')).statusCode).toBe(422);
    expect((await api.as('east-reporter', 'GET', '/api/returns/view?unit=none&period=2024Q1')).statusCode).toBe(404);
  });

  it('are reminded one and all, and it stands in the record', async () => {
    const { units } = await status('city-reviewer', '2024Q1');
    const matters = units.map(({ matter }) => matter);
    const remind = (person: string, more: object = {}) =>
      api.as(person, 'POST', '/api/returns/remind', { matters, key: freshKey(), ...more });
    expect((await remind('city-reviewer', { reminder: '请于明日前报送。' })).json()).toEqual({ done: 2, refused: [] });
    expect((await status('city-reviewer', '2024Q1')).units[0]).toMatchObject({ remindedOn: '2024-10-09' });
    expect((await view('east-reporter', 'east', '2024Q1')).matter).toMatchObject({
      remindedOn: '2024-10-09',
      reminder: '请于明日前报送。',
    });
    expect((await remind('east-reporter')).json()).toMatchObject({ done: 0, refused: [{}, {}] });
  });

  it('add up for the unit above once all below are approved, and say who is waited for', async () => {
    const { units } = await status('city-reviewer', '2024Q1');
    const send = async (unit: string, ...figures: object[]) => {
      const { matter } = units.find((one) => one.unit === unit)!;
      await take(api.stage, `${unit}-reporter`, matter!, 'submit', { figures } as never);
      await take(api.stage, 'city-reviewer', matter!, 'approveFigures');
    };
    await send('east', value('mediation.cases', '100'), value('mediation.succeeded', '90'));
    const partly = await get<ReturnSum>('city-reporter', '/sums?unit=city&period=2024Q1&of=units');
    expect(partly).toMatchObject({ from: ['east机关'], waiting: ['west机关'] });
    expect(partly.rows[0]).toMatchObject({ code: 'mediation.cases', row: null, why: 'west机关没有数' });
    await send('west', value('mediation.cases', '60'), value('mediation.succeeded', '60'));
    const whole = await get<ReturnSum>('city-reporter', '/sums?unit=city&period=2024Q1&of=units');
    expect(whole.waiting).toEqual([]);
    expect(whole.rows).toEqual([
      {
        code: 'mediation.cases',
        name: '人民调解案件数',
        row: { code: 'mediation.cases', kind: 'value', value: '160', origin: 'units' },
        text: '160件',
        why: null,
      },
      expect.objectContaining({ code: 'mediation.succeeded', text: '150件' }),
    ]);
    // A department of the city itself reports what the whole city has: no part of it, and none that is waited for.
    await api.stage.owner.query(
      `insert into org (id, region, name, short, kind, parent, path) values ('citybureau', '990100', '样例局', '样例', 'department', 'city', 'r.city.citybureau')`,
    );
    const parts = await api.as(
      'city-reporter',
      'GET',
      '/api/indicators/mediation.cases/breakdown?org=city&period=2024Q1',
    );
    expect(parts.json()).toMatchObject({
      orgs: [
        { label: 'east机关', text: '100件', rank: 1 },
        { label: 'west机关', text: '60件', rank: 2 },
      ],
      orgSum: '160件',
      orgNote: null,
    });
    expect(parts.json().series.at(-1)).toMatchObject({ key: '2024Q1', text: '160件' });
    await api.stage.owner.query("delete from org where id = 'citybureau'");
    // A year from its quarters: three are missing.
    const year = await get<ReturnSum>('east-reporter', '/sums?unit=east&period=2024&of=periods');
    expect(year).toMatchObject({ from: ['2024年第一季度'], waiting: expect.arrayContaining(['2024年第二季度']) });
    expect(year.rows[0]).toMatchObject({ row: null, why: '2024年第二季度、2024年第三季度、2024年第四季度没有数' });
    expect(
      (await api.as('east-reporter', 'GET', '/api/returns/sums?unit=city&period=2024Q1&of=units')).statusCode,
    ).toBe(404);
  });

  it('may be taken back before they are checked, and not after', async () => {
    const opening = { unit: 'west', to: 'city', period: '2023', openedOn: '2024-10-08', dueOn: '2024-10-20' };
    const { id } = (await take(api.stage, 'west-reporter', { line: 'returns', organ: 'west' }, 'begin', opening))
      .matter;
    await take(api.stage, 'west-reporter', id, 'submit', { figures: [value('mediation.cases', '5')] });
    await take(api.stage, 'west-reporter', id, 'takeBack');
    expect((await reload(api.stage, id)).state).toBe('draft');
    await take(api.stage, 'west-reporter', id, 'submit', { figures: [value('mediation.cases', '6')] });
    await take(api.stage, 'city-reviewer', id, 'approveFigures');
    await expect(take(api.stage, 'west-reporter', id, 'takeBack')).rejects.toThrow('engine.');
  });

  it('go out as a table and come back', async () => {
    const opening = { unit: 'east', to: 'city', period: '2024', openedOn: '2024-10-08', dueOn: '2024-10-20' };
    const { id } = (await take(api.stage, 'east-reporter', { line: 'returns', organ: 'east' }, 'begin', opening))
      .matter;
    const figures = [value('mediation.cases', '12')];
    await take(api.stage, 'east-reporter', id, 'save', { figures });
    const sheet = await api.as('east-reporter', 'GET', `/api/returns/${id}/sheet`);
    expect(sheet.statusCode).toBe(200);
    const boundary = 'x-sheet';
    const sent = (person: string, content: Buffer, key: string) =>
      api.as(person, 'POST', `/api/returns/${id}/sheet?key=${key}`, undefined, {
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: Buffer.concat([
          Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n`),
          content,
          Buffer.from(`\r\n--${boundary}--\r\n`),
        ]),
      });
    const saved = await sent('east-reporter', sheet.rawPayload, 'sheet-again');
    expect(saved.statusCode, saved.body).toBe(200);
    expect((await reload(api.stage, id)).data.figures).toEqual(figures);
    const listed = (await api.as('east-reporter', 'GET', '/api/returns')).json();
    expect(listed).toContainEqual(
      expect.objectContaining({ matter: id, periodName: '2024年', state: '填报中', open: true, check: false }),
    );
    expect((await api.as('west-handler', 'GET', '/api/returns')).json()).not.toContainEqual(
      expect.objectContaining({ matter: id }),
    );
    expect((await sent('east-reporter', Buffer.from('x'), 'sheet-wrong')).json().type).toBe('urn:fadu:returns.file');
    expect((await sent('west-handler', sheet.rawPayload, 'sheet-other')).statusCode).toBe(404);
  });

  it('end without a fault', () => expect(api.faults).toEqual([]));
});
