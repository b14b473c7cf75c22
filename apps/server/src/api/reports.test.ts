import { collection, getLine, reporting } from '@fadu/lines';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { reload, take } from '../testing/stage.js';

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
    const begun = { unit: 'east', year: 2023, openedOn: '2024-10-08', dueOn: '2025-03-31' };
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
    const freeze = (key: string) => api.as('east-writer', 'POST', `/api/reports/${matter}/freeze`, { key });
    expect((await freeze('freeze-early')).json().type).toBe('urn:fadu:report.chapters');
    for (const chapter of ['duty', 'problems', 'next']) {
      const words = { base: 0, text: '样例文字。', key: `write-${chapter}` };
      await api.as('east-writer', 'POST', `/api/studio/${matter}/chapters/${chapter}`, words);
    }
    const typed = { figures: [{ code: 'mediation.cases' }], key: 'freeze-typed' };
    expect((await api.as('east-writer', 'POST', `/api/reports/${matter}/freeze`, typed)).statusCode).toBe(400);
    expect((await freeze('freeze-now')).statusCode).toBe(200);
    expect((await freeze('freeze-now')).statusCode).toBe(200);
    expect(
      (await api.as('west-handler', 'POST', `/api/reports/${matter}/freeze`, { key: 'freeze-west' })).statusCode,
    ).toBe(404);
  });

  it('say what is to be filled in, and who is late', async () => {
    const form = (await api.as('east-reporter', 'GET', '/api/returns/form?unit=east&period=2024')).json();
    expect(form.find((row: { code: string }) => row.code === 'mediation.cases')).toMatchObject({
      known: null,
      before: '9084件',
    });
    const late = (await api.as('city-leader', 'GET', '/api/returns/late?org=city&period=2024')).json();
    expect(late).toMatchObject([{ unit: 'east', state: null }]);
    expect((await api.as('city-leader', 'GET', '/api/returns/late?org=city&period=last')).statusCode).toBe(422);
  });

  it('take a return as a table and give it as one', async () => {
    const opening = { unit: 'east', to: 'city', period: '2024Q1', openedOn: '2024-10-08', dueOn: '2024-10-20' };
    const { id } = (await take(api.stage, 'east-reporter', { line: 'returns', organ: 'east' }, 'begin', opening))
      .matter;
    const figures = [{ code: 'mediation.cases', kind: 'value', value: '12' }];
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
      expect.objectContaining({ matter: id, period: '2024Q1', state: '填报中', open: true }),
    );
    expect((await api.as('west-handler', 'GET', '/api/returns')).json()).toEqual([]);
    expect((await sent('east-reporter', Buffer.from('x'), 'sheet-wrong')).json().type).toBe('urn:fadu:returns.file');
    expect((await sent('west-handler', sheet.rawPayload, 'sheet-other')).statusCode).toBe(404);
  });

  it('end without a fault', () => expect(api.faults).toEqual([]));
});
