import { randomUUID } from 'node:crypto';
import { dashboards, lines } from '@fadu/lines';
import type { BoardPanel, DashboardView } from '@fadu/wire';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { take } from '../testing/stage.js';

/** Matters as the roll-up and row security see them; how they came about is the lines' own test. */
const SAMPLES = [
  ...many(12, 'east', '990101', 'r.city.east', '2024-03-04', { act: { kind: 'penalty' }, outcome: 'MEDIATION' }),
  ...many(3, 'east', '990101', 'r.city.east', '2024-07-09', { act: { kind: 'licence' } }),
  ...many(4, 'west', '990102', 'r.city.west', '2024-03-05', { act: { kind: 'penalty' } }),
  ...many(2, 'city', '990100', 'r.city', '2024-05-06', {}),
  ...many(8, 'east', '990101', 'r.city.east', '2023-03-06', { act: { kind: 'penalty' } }),
  // After the day on which the year of the test stands.
  ...many(5, 'east', '990101', 'r.city.east', '2023-11-20', { act: { kind: 'penalty' } }),
];

function many(count: number, organ: string, region: string, path: string, on: string, data: object) {
  return Array.from({ length: count }, () => ({
    id: randomUUID(),
    organ,
    region,
    path,
    on,
    data: { receivedOn: on, acceptedOn: on, respondent: `${organ}bureau`, ...data },
  }));
}

describe('boards over the API', () => {
  let api: ApiStage;
  beforeAll(async () => {
    api = await raiseApi({ lines }, [
      ['east-reporter', 'returnReporter', 'east'],
      ['city-reviewer', 'returnReviewer', 'city'],
    ]);
    for (const { id, organ, region, path, on, data } of SAMPLES)
      await api.stage.owner.query(
        `insert into matter (region, id, line, line_version, rule_set, organ, path, orgs, receipt, state, revision, data, clocks,
           assignees, flags, title, words, opened_on, waits_for, people)
         values ($1, $2, 'reconsideration', '1', 'r1', $3, $4, array[$3], $5, 'accepted', 1, $6, '{}', '{}', '{}', '样例', '', $7, '{}', '{}')`,
        [region, id, organ, path, id, JSON.stringify(data), on],
      );
  }, 180_000);
  afterAll(() => api.close());

  const board = async (query = '', person = 'city-leader', key = 'disputes'): Promise<DashboardView> => {
    const answer = await api.as(person, 'GET', `/api/dashboards/${key}?${query}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const panel = (view: DashboardView, kind: string, code: string): BoardPanel =>
    view.panels.find((one) => one.kind === kind && one.code === code)!;

  it('are listed, and are not there for those who are not signed in', async () => {
    expect((await api.as('city-leader', 'GET', '/api/dashboards')).json()).toHaveLength(dashboards.length);
    const paths = ['', '/overview', '/overview/excel'].map((path) => `/api/dashboards${path}`);
    for (const path of [...paths, '/api/workload'])
      expect((await api.as(null, 'GET', path)).statusCode, path).toBe(401);
  });

  it.each(dashboards.map(({ key }) => key))(
    '%s of years without any records says so, and nothing is 0',
    async (key) => {
      for (const period of ['2001', '2001..2005', '2031', '2001-02']) {
        const answer = await api.as('city-leader', 'GET', `/api/dashboards/${key}?org=city&period=${period}`);
        expect(answer.statusCode, `${period}: ${answer.body}`).toBe(200);
        const view: DashboardView = answer.json();
        for (const { text } of view.figures) expect(text, period).toMatch(/没有记录|尚未报送|不适用|期间未到/);
        for (const { rows } of view.panels)
          expect(
            rows.filter(({ value }) => value.is !== 'missing'),
            period,
          ).toEqual([]);
      }
    },
  );

  it('give each figure with its base, and what it is compared with', async () => {
    const view = await board('org=city&period=2023');
    const of = (code: string) => view.figures.find((one) => one.code === code)!;
    expect(of('reconsideration.accepted')).toMatchObject({ text: '13件', base: null });
    const year = await board('org=city&period=2024');
    expect(year.figures.find(({ code }) => code === 'reconsideration.settlement_rate')).toMatchObject({
      text: '57.14%',
      base: '12/21',
      basedOn: '期内受理的案件',
      compared: { text: '0%', change: '同比上升57.14个百分点', better: true },
      open: { code: 'reconsideration.settlement_rate', org: 'city', period: '2024' },
    });
    // The platform stands on 9 October 2024: of the year before only the same days count, 8 of 13.
    expect(year.compare.name).toBe('2023年1月1日至2023年10月9日');
    expect(year.figures.find(({ code }) => code === 'reconsideration.accepted')!.compared).toMatchObject({
      text: '8件',
      change: '同比增长162.50%',
    });
  });

  it('keep what is missing apart from nought', async () => {
    const view = await board('org=city&period=2024', 'city-leader', 'services');
    expect(view.figures.map(({ text }) => text)).toEqual(view.figures.map(() => '尚未报送'));
    expect(view.figures[0]!.compared).toMatchObject({ change: '' });
    const before = await board('org=city&period=2019');
    expect(before.figures[0]).toMatchObject({ text: '没有记录', value: { is: 'missing' } });
  });

  it('divide a figure over places and the organ itself, and they add up', async () => {
    const { rows, others, total, finding } = panel(
      await board('org=city&period=2024'),
      'places',
      'reconsideration.accepted',
    );
    expect(rows.map(({ key, text, rank }) => [key, text, rank])).toEqual([
      ['east', '15件', 1],
      ['west', '4件', 2],
    ]);
    expect(others.map(({ text }) => text)).toEqual(['2件']);
    expect(total).toBe('21件');
    expect(finding).toContain('最多，15件，占79%');
    const rates = panel(await board('org=city&period=2024'), 'places', 'reconsideration.correction_rate');
    expect(rates.rows.every(({ rank }) => rank === null)).toBe(true);
    expect(rates.finding).toBe('行政复议纠错率：下级都没有数');
  });

  it('divide a figure by a field, and each group opens to exactly its records', async () => {
    const view = await board('org=city&period=2024');
    const { rows, total, head } = panel(view, 'field', 'reconsideration.received');
    expect([head, total]).toEqual(['种类', '21件']);
    expect(rows.map(({ label, text }) => [label, text])).toEqual([
      ['行政处罚', '16件'],
      ['行政许可', '3件'],
      ['没有填写', '2件'],
    ]);
    for (const { open, value } of rows) {
      const { code, ...search } = open;
      const query = new URLSearchParams(search as Record<string, string>);
      const page = (await api.as('city-leader', 'GET', `/api/indicators/${code}/rows?${query}`)).json();
      expect(page.rows).toHaveLength(value.is === 'count' ? value.count : -1);
      expect(page.only).toMatch(/^种类：/);
    }
  });

  it('show a course, beside the year before', async () => {
    const { rows, beforeName } = panel(await board('org=city&period=2024'), 'trend', 'reconsideration.received');
    expect(beforeName).toBe('上年同期');
    // No bar for months that have not begun.
    expect(rows.map(({ label }) => label)).toEqual([
      '1月',
      '2月',
      '3月',
      '4月',
      '5月',
      '6月',
      '7月',
      '8月',
      '9月',
      '10月',
    ]);
    expect(rows[2]).toMatchObject({ text: '16件', before: { text: '8件', change: '同比增长100.00%' } });
    expect(rows[6]!.open).toMatchObject({ period: '2024-07' });
  });

  it('mark what was collected before a line kept records of it', async () => {
    const opening = { unit: 'east', to: 'city', period: '2022', openedOn: '2024-10-08', dueOn: '2024-10-20' };
    const { id } = (await take(api.stage, 'east-reporter', { line: 'returns', organ: 'east' }, 'begin', opening))
      .matter;
    await take(api.stage, 'east-reporter', id, 'submit', {
      figures: [{ code: 'reconsideration.received', kind: 'value', value: '11' }],
    });
    await take(api.stage, 'city-reviewer', id, 'approveFigures');
    const { rows, notes } = panel(await board('org=east&period=2022..2024'), 'trend', 'reconsideration.received');
    expect(rows.map(({ label, text }) => [label, text])).toEqual([
      ['2022年', '11件'],
      ['2023年', '13件'],
      ['2024年', '15件'],
    ]);
    expect(notes).toEqual(['2022年是填报的数，那时还没有记录；其余由记录计算']);
  });

  it('compare with the places of the same level, but never so that one of them is known', async () => {
    const of = async (person: string) =>
      (await board('org=east&period=2024&compare=superior', person)).figures.find(
        ({ code }) => code === 'reconsideration.accepted',
      )!.compared;
    // Who may see both is told the mean of 15 and 4.
    expect(await of('city-leader')).toMatchObject({ text: '9.5件', change: '高于平均57.89%' });
    // The head of one county would know the other from it.
    expect(await of('east-head')).toMatchObject({ text: '没有平均', change: '有数的同级单位不足3个，不作平均' });
    for (const place of ['north', 'south', 'middle'])
      await api.stage.owner.query(
        `insert into org (id, region, name, short, kind, parent, path) values ($1, '990109', $1, $1, 'government', 'city', ('r.city.' || $1)::ltree)`,
        [place],
      );
    // Places with records of the line, though none of this year, have noughts.
    expect((await of('east-head')).change).toBe('有数的同级单位不足3个，不作平均');
  });

  it('say that a post sees only a part', async () => {
    const view = await board('org=city&period=2024', 'east-head');
    expect(view.notes).toEqual(['只统计本岗位可以查看的案件，不是全部。']);
    expect(view.figures[1]!.text).toBe('15件');
  });

  it('refuse what they do not understand, and say what would be', async () => {
    const answer = async (path: string) => {
      const { statusCode, json } = await api.as('city-leader', 'GET', `/api/dashboards/${path}`);
      return [statusCode, json().type];
    };
    expect(await answer('nothing')).toEqual([404, 'urn:fadu:not-found']);
    expect(await answer('overview?org=nowhere')).toEqual([404, 'urn:fadu:indicator.org']);
    expect(await answer('overview?period=2024-13')).toEqual([400, 'urn:fadu:indicator.period']);
    expect(await answer('overview?compare=neighbour')).toEqual([400, 'urn:fadu:malformed']);
  });

  it('go out as a workbook with the numbers of every panel', async () => {
    const file = await api.as('city-leader', 'GET', '/api/dashboards/disputes/excel?org=city&period=2024');
    expect(file.statusCode).toBe(200);
    const book = new exceljs.Workbook();
    await book.xlsx.load(file.rawPayload as never);
    const [first, ...panels] = book.worksheets;
    expect(panels).toHaveLength(dashboards.find(({ key }) => key === 'disputes')!.panels.length);
    expect(first!.getCell('A3').text).toBe('受理行政复议案件数');
    expect(first!.getCell('B3').text).toBe('21件');
  });

  it('say what is in hand, by line', async () => {
    const workload = (await api.as('city-leader', 'GET', '/api/workload')).json();
    expect(workload).toMatchObject([{ line: 'reconsideration', open: SAMPLES.length }]);
    expect(workload[0].byDue.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
      SAMPLES.length,
    );
  });

  it('end without a fault', () => expect(api.faults).toEqual([]));
});
