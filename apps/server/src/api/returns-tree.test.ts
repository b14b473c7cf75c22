import { collection, getLine } from '@fadu/lines';
import type { FigureBreakdown, IndicatorFigure, ReturnStatusView, ReturnSum, ReturnView } from '@fadu/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  it('what was put right after approval does not creep upward: it is said where the two no longer agree', async () => {
    await take(api.stage, 'east-reviewer', await matterOf('north', 'east'), 'reopen', {
      correction: '漏报一个村，退回更正。',
      dueOn: '2024-10-28',
    });
    expect((await figure('north', 'east-reviewer')).text).toBe('尚未报送');
    expect((await figure('east', 'city-reviewer')).text).toBe('40件');
    await send('north', 'east', [value('35')]);
    await approve('north', 'east');
    const parts = await get<FigureBreakdown>(
      'east-reviewer',
      `/indicators/${CODE}/breakdown?org=east&period=${PERIOD}`,
    );
    expect(parts.orgNote).toContain('各地填报合计47件，本级填报40件，两者不一致，请核对');
    const { data } = await reload(api.stage, await matterOf('north', 'east'));
    expect(data).toMatchObject({ correction: '漏报一个村，退回更正。' });
  });

  it('end without a fault', () => expect(api.faults).toEqual([]));
});
