import { randomUUID } from 'node:crypto';
import { collection, lines } from '@fadu/lines';
import type { FigureByField, IndicatorFigure, IndicatorList, IndicatorRows } from '@fadu/wire';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { take } from '../testing/stage.js';

const CODE = 'reconsideration.accepted';
const RATE = 'reconsideration.settlement_rate';

describe('indicators over the API', () => {
  let api: ApiStage;
  beforeAll(async () => {
    api = await raiseApi({ lines }, [
      ['east-reporter', 'returnReporter', 'east'],
      ['city-reviewer', 'returnReviewer', 'city'],
    ]);
    const matters = [
      ...Array.from({ length: 60 }, (_, index) => ({
        organ: 'east',
        outcome: index % 4 === 0 ? 'MEDIATION' : 'UPHOLD',
      })),
      ...Array.from({ length: 5 }, () => ({ organ: 'west', outcome: 'UPHOLD' })),
    ];
    for (const { organ, outcome } of matters) {
      const id = randomUUID();
      const data = { receivedOn: '2023-05-04', acceptedOn: '2023-05-08', concludedOn: '2023-07-03', outcome };
      await api.stage.owner.query(
        `insert into matter (region, id, line, line_version, rule_set, organ, path, orgs, receipt, state, revision, data, clocks,
           assignees, flags, title, words, opened_on, waits_for, people)
         values ($1, $2, 'reconsideration', '1', 'r1', $3, $4, array[$3], $5, 'closed', 1, $6, '{}', '{}', '{}', '样例', '', '2023-05-04', '{}', '{}')`,
        [organ === 'east' ? '990101' : '990102', id, organ, `r.city.${organ}`, id, JSON.stringify(data)],
      );
    }
    const opening = { unit: 'east', to: 'city', period: '2023', openedOn: '2024-10-08', dueOn: '2024-10-20' };
    const { id } = (await take(api.stage, 'east-reporter', { line: collection.line, organ: 'east' }, 'begin', opening))
      .matter;
    await take(api.stage, 'east-reporter', id, 'submit', {
      figures: [
        { code: 'mediation.amount', kind: 'withheld', reason: '涉密。' },
        { code: 'notary.cases', kind: 'missing', reason: '台账遗失。' },
        { code: 'forensic.cases', kind: 'notApplicable', reason: '辖区内没有机构。' },
        { code: 'lawyer.count', kind: 'notReported' },
        { code: 'legal_aid.accepted', kind: 'value', value: '0' },
      ],
    });
    await take(api.stage, 'city-reviewer', id, 'approveFigures');
  }, 180_000);
  afterAll(() => api.close());

  const get = async <T>(path: string, person = 'city-leader'): Promise<T> => {
    const answer = await api.as(person, 'GET', `/api/indicators${path}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const figure = (code: string, query = 'org=city&period=2023', person = 'city-leader') =>
    get<IndicatorFigure>(`/${code}/figure?${query}`, person);

  it('are the national catalogue and what lines count besides, each with where its figures come from', async () => {
    const { domains, indicators } = await get<IndicatorList>('');
    expect(indicators.filter(({ own }) => !own)).toHaveLength(200);
    expect(indicators.find(({ code }) => code === 'reconsideration.pending')).toMatchObject({
      own: true,
      source: 'records',
    });
    expect(indicators.find(({ code }) => code === CODE)).toMatchObject({ source: 'records', unit: '件' });
    expect(indicators.find(({ code }) => code === 'mediation.cases')).toMatchObject({ source: 'returns', base: null });
    const part = await get<IndicatorFigure[]>('/domains/reconsideration?org=city&period=2023');
    expect(part.map(({ code }) => code)).toContain(CODE);
    expect(domains.every(({ name }) => name !== '')).toBe(true);
  });

  it('give a figure whose records, page by page, add up to it', async () => {
    expect(await figure(CODE)).toMatchObject({ text: '65件', source: 'records', notes: [] });
    const found: string[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page: IndicatorRows = await get(`/${CODE}/rows?org=city&period=2023&after=${after}`);
      found.push(...page.rows.map(({ matter }) => matter));
      after = page.next;
    }
    expect(new Set(found).size).toBe(65);
    const rate = await figure(RATE);
    expect(rate.value).toEqual({ is: 'ratio', numerator: 15, denominator: 65 });
    const { rows } = await get<IndicatorRows>(`/${RATE}/rows?org=city&period=2023`);
    expect(rows).toHaveLength(50);
  });

  it('say why, and divide by a field of the records, but by no other', async () => {
    const why = await get<{ formula: { text: string }[]; versions: object[] }>(`/${RATE}/why?org=city&period=2023`);
    expect(why.formula.map(({ text }) => text.split('：')[0])).toEqual(['15', '65']);
    expect(why.versions.length).toBeGreaterThan(0);
    const divided = await get<FigureByField>(`/${CODE}/by/outcome?org=city&period=2023`);
    expect(divided).toMatchObject({ head: '结果', several: false });
    const counts = divided.groups.map(({ value }) => (value.is === 'count' ? value.count : Number.NaN));
    expect(counts).toEqual([50, 15]);
    for (const field of ['applicants', 'applicants.0.name', 'nothing', 'facts'])
      expect((await api.as('city-leader', 'GET', `/api/indicators/${CODE}/by/${field}?org=city`)).json().type).toBe(
        'urn:fadu:indicator.field',
      );
    const names = await api.as('city-leader', 'GET', `/api/indicators/${CODE}/rows?org=city&by=applicants.0.name&is=x`);
    expect(names.statusCode).toBe(400);
  });

  it('keep the four kinds of nothing apart, and nought from all of them', async () => {
    const said = async (code: string) => (await figure(code, 'org=east&period=2023')).text;
    expect(await said('mediation.amount')).toBe('不予公布');
    expect(await said('notary.cases')).toBe('没有记录');
    expect(await said('forensic.cases')).toBe('不适用');
    expect(await said('lawyer.count')).toBe('尚未报送');
    expect(await said('mediation.cases')).toBe('尚未报送');
    expect(await said('legal_aid.accepted')).toBe('0件');
    // A rate of nobody is none.
    expect((await figure(RATE, 'org=east&period=2023-08')).text).toBe('不适用');
    // Nobody is late with what the records will give.
    expect((await figure(CODE, 'org=east&period=2030')).text).toBe('期间未到');
    expect((await figure(CODE, 'org=east&period=2019')).text).toBe('没有记录');
  });

  it('show a post what it may see, and say that it is not all', async () => {
    const east = await figure(CODE, 'org=city&period=2023', 'east-handler');
    expect(east).toMatchObject({ text: '60件', notes: ['只统计本岗位可以查看的案件，不是全部。'] });
    expect((await figure(CODE, 'org=west&period=2023', 'east-handler')).text).toBe('没有可以查看的记录');
    const { rows } = await get<IndicatorRows>(`/${CODE}/rows?org=west&period=2023`, 'east-handler');
    expect(rows).toEqual([]);
    // Where nothing is asked: the post's own place, this year.
    expect(await figure(CODE, '', 'east-handler')).toMatchObject({ org: { id: 'east' }, period: { text: '2024' } });
  });

  it('refuse what they do not understand, with what would be', async () => {
    const answer = async (path: string, person: string | null = 'city-leader') => {
      const got = await api.as(person, 'GET', `/api/indicators/${path}`);
      return [got.statusCode, got.json().type];
    };
    expect(await answer('no.such/figure')).toEqual([404, 'urn:fadu:indicator.unknown']);
    expect(await answer(`${CODE}/figure?org=nowhere`)).toEqual([404, 'urn:fadu:indicator.org']);
    for (const period of ['2023Q5', '2023-13', '20230101', '2024..2023', '%00', "2023' or 1=1"])
      expect(await answer(`${CODE}/figure?org=city&period=${encodeURIComponent(period)}`), period).toEqual([
        400,
        'urn:fadu:indicator.period',
      ]);
    expect(await answer(`${CODE}/figure?org=city&own=2`)).toEqual([400, 'urn:fadu:malformed']);
    expect(await answer(`${CODE}/rows?org=city&after=-1`)).toEqual([400, 'urn:fadu:malformed']);
    expect(await answer(`${CODE}/figure?org=${'x'.repeat(100)}`)).toEqual([400, 'urn:fadu:malformed']);
    for (const route of ['figure', 'rows', 'why', 'breakdown', 'excel', 'by/outcome'])
      expect(await answer(`${CODE}/${route}`, null), route).toEqual([401, 'urn:fadu:signed-out']);
  });

  it('take every way of writing a period', async () => {
    for (const [period, text] of [
      ['2023', '65件'],
      ['2023H1', '65件'],
      ['2023Q2', '65件'],
      ['2023-05', '65件'],
      ['2023-05-08', '65件'],
      ['2023-05-09', '0件'],
      ['2023W19', '65件'],
      ['2023-W20', '0件'],
      ['2021..2025', '65件'],
      ['2023-05-01..2023-05-31', '65件'],
    ])
      expect((await figure(CODE, `org=city&period=${period}`)).text, period).toBe(text);
  });

  it('go out as a workbook with every record', async () => {
    const file = await api.as('city-leader', 'GET', `/api/indicators/${CODE}/excel?org=city&period=2023`);
    const book = new exceljs.Workbook();
    await book.xlsx.load(file.rawPayload as never);
    expect(book.getWorksheet('明细')!.rowCount).toBe(66);
  });

  it('stand in the API document as they are, with every part of a figure', async () => {
    const document = (await api.as(null, 'GET', '/api/openapi.json')).json();
    const { parameters } = document.paths['/api/indicators/{code}/figure'].get;
    expect(parameters.map((one: { name: string; in: string }) => `${one.in}:${one.name}`)).toEqual([
      'path:code',
      'query:org',
      'query:period',
      'query:own',
    ]);
    const { required } = document.components.schemas.IndicatorFigure;
    expect([...required].sort()).toEqual(Object.keys(await figure(CODE)).sort());
  });

  it('end without a fault', () => expect(api.faults).toEqual([]));
});
