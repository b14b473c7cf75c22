import { collection, getLine, reporting } from '@fadu/lines';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { take } from '../testing/stage.js';

describe('reports and returns over the API', () => {
  let api: ApiStage;
  let matter: string;
  beforeAll(async () => {
    api = await raiseApi({ lines: [getLine(collection.line), getLine(reporting.line)] }, [
      ['east-writer', 'reportWriter', 'east'],
      ['east-reporter', 'returnReporter', 'east'],
      ['city-reviewer', 'returnReviewer', 'city'],
    ]);
    const { stage } = api;
    const opening = { unit: 'east', to: 'city', period: '2023', openedOn: '2024-10-08', dueOn: '2024-10-20' };
    const sheet = (await take(stage, 'east-reporter', { line: 'returns', organ: 'east' }, 'begin', opening)).matter.id;
    const figures = [{ code: 'mediation.cases', kind: 'value', value: '9084' }];
    await take(stage, 'east-reporter', sheet, 'submit', { figures });
    await take(stage, 'city-reviewer', sheet, 'approveFigures');
    const begun = { unit: 'east', year: 2023, openedOn: '2024-10-08' };
    matter = (await take(stage, 'east-writer', { line: 'report', organ: 'east' }, 'begin', begun)).matter.id;
  }, 180_000);
  afterAll(() => api.close());

  it('give the report as data, page, paper and table to those who write it, and to nobody else', async () => {
    const data = await api.as('east-writer', 'GET', '/api/reports/east/2023');
    expect(data.json().chapters[0].figures).toMatchObject([{ code: 'mediation.cases', text: '调解各类纠纷9084件' }]);
    for (const as of ['html', 'docx', 'xlsx']) {
      const file = await api.as('east-writer', 'GET', `/api/reports/east/2023?as=${as}`);
      expect(file.statusCode, as).toBe(200);
      expect(file.rawPayload.length, as).toBeGreaterThan(1000);
    }
    expect((await api.as('east-writer', 'GET', '/api/reports/west/2023')).statusCode).toBe(404);
    expect((await api.as('west-handler', 'GET', '/api/reports/east/2023')).statusCode).toBe(404);
    expect((await api.as('city-leader', 'GET', '/api/reports/east/2023')).statusCode).toBe(200);
    expect((await api.as(null, 'GET', '/api/reports/east/2023')).statusCode).toBe(401);
    expect((await api.as('east-writer', 'GET', '/api/reports/east/1')).json().type).toBe('urn:fadu:report.year');
  });

  it('settle the figures as the platform computes them, once the report is written', async () => {
    const freeze = async (key: string) => {
      const report = (await api.as('east-writer', 'GET', '/api/reports/east/2023')).json();
      const { version } = (await api.as('east-writer', 'GET', `/api/studio/${matter}`)).json();
      const seen = { version, digest: report.digest };
      return api.as('east-writer', 'POST', `/api/reports/${matter}/freeze`, { key, seen });
    };
    expect((await freeze('freeze-early')).json().type).toBe('urn:fadu:report.chapters');
    for (const chapter of ['duty', 'problems', 'next']) {
      const words = { base: 0, text: '样例文字。', key: `write-${chapter}` };
      await api.as('east-writer', 'POST', `/api/studio/${matter}/chapters/${chapter}`, words);
    }
    const seen = { version: 0, digest: 'a'.repeat(64) };
    const typed = { figures: [{ code: 'mediation.cases' }], key: 'freeze-typed', seen };
    expect((await api.as('east-writer', 'POST', `/api/reports/${matter}/freeze`, typed)).statusCode).toBe(400);
    expect((await freeze('freeze-now')).statusCode).toBe(200);
    expect((await freeze('freeze-now')).statusCode).toBe(200);
    expect(
      (await api.as('west-handler', 'POST', `/api/reports/${matter}/freeze`, { key: 'freeze-west', seen })).statusCode,
    ).toBe(404);
  });

  it('are begun once for a unit and a year, also by several at one moment', async () => {
    const begin = (key: string) =>
      api.as('east-writer', 'POST', '/api/matters', {
        line: 'report',
        organ: 'east',
        action: 'begin',
        input: { unit: 'east', year: 2022, openedOn: '2024-10-08' },
        key,
      });
    const answers = await Promise.all(['begin-one', 'begin-two', 'begin-three', 'begin-four'].map(begin));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 422, 422, 422]);
    const refused = answers.filter(({ statusCode }) => statusCode === 422);
    expect(refused.every((answer) => answer.json().type === 'urn:fadu:report.another')).toBe(true);
  });

  it('end without a fault', () => expect(api.faults).toEqual([]));
});
