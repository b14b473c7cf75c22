import { collection, getLine, reporting } from '@fadu/lines';
import type { FindingList, PublicIndicator, PublicReport, PublicReportRow, ReportView } from '@fadu/wire';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWaiting } from '../reading/read-waiting.js';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { freshKey, reload, take } from '../testing/stage.js';
import { indicatorPage, reportListPage, reportTextPage } from './report-page.js';

describe('published reports for everybody', () => {
  let api: ApiStage;
  let matter: string;
  let sheet: string;

  beforeAll(async () => {
    api = await raiseApi({ lines: [getLine(collection.line), getLine(reporting.line)] }, [
      ['city-writer', 'reportWriter', 'city'],
      ['city-checker', 'reportChecker', 'city'],
      ['city-head', 'reportHead', 'city'],
      ['west-writer', 'reportWriter', 'west'],
      ['city-reporter', 'returnReporter', 'city'],
      ['city-reviewer', 'returnReviewer', 'city'],
    ]);
    const { stage } = api;
    const opening = { unit: 'city', to: 'city', period: '2023', openedOn: '2024-10-08', dueOn: '2024-10-20' };
    sheet = (await take(stage, 'city-reporter', { line: 'returns', organ: 'city' }, 'begin', opening)).matter.id;
    const figures = [{ code: 'mediation.cases', kind: 'value', value: '9084' }];
    await take(stage, 'city-reporter', sheet, 'submit', { figures });
    await take(stage, 'city-reviewer', sheet, 'approveFigures');
    const begun = { unit: 'city', year: 2023, openedOn: '2024-10-08' };
    matter = (await take(stage, 'city-writer', { line: 'report', organ: 'city' }, 'begin', begun)).matter.id;
    for (const chapter of ['duty', 'problems', 'next']) {
      const words = { base: 0, text: `${chapter}：<b>样例</b>文字。`, key: `write-${chapter}` };
      await api.as('city-writer', 'POST', `/api/studio/${matter}/chapters/${chapter}`, words);
    }
    const { digest } = (await api.as('city-writer', 'GET', '/api/reports/city/2023')).json();
    const body = { key: 'freeze-public', seen: { version: 3, digest } };
    expect((await api.as('city-writer', 'POST', `/api/reports/${matter}/freeze`, body)).statusCode).toBe(200);
  }, 180_000);
  afterAll(() => api.close());

  const open = async <T>(path: string): Promise<T> => (await api.as(null, 'GET', `/api/public${path}`)).json();
  const status = async (path: string): Promise<number> => (await api.as(null, 'GET', `/api/public${path}`)).statusCode;

  it('are not there before they are public', async () => {
    expect(await open('/reports')).toEqual([]);
    expect(await status('/reports/city/2023')).toBe(404);
    expect(await open('/figures')).toEqual({ years: [], reports: 0 });
    expect((await reportTextPage(api.stage.platform, 'city', '2023')).title).toBe('没有找到这份报告');
    const { stage } = api;
    await take(stage, 'city-checker', matter, 'review', { lawful: true, secrecy: true, checkNote: '内部意见。' });
    await take(stage, 'city-head', matter, 'endorse');
    expect(await status('/reports/city/2023')).toBe(404);
    const published = { publishedOn: '2024-10-09', address: 'https://city.example.invalid/2023' };
    const late = await api.as('city-writer', 'POST', `/api/matters/${matter}/actions`, {
      action: 'publish',
      input: published,
      reasons: { 'report.late': '等待数据核实。' },
      revision: (await reload(stage, matter)).revision,
      key: freshKey(),
    });
    expect(late.statusCode).toBe(200);
  });

  it('are listed with where and when, those published elsewhere too', async () => {
    await api.as('west-writer', 'POST', '/api/disclosure', {
      unit: 'west',
      year: 2023,
      publishedOn: '2024-03-12',
      place: 'site',
      address: 'https://west.example.invalid/2023',
      digest: null,
      fileName: null,
    });
    const rows = await open<PublicReportRow[]>('/reports');
    expect(rows).toMatchObject([
      { unit: 'city', year: 2023, publishedOn: '2024-10-09', here: true },
      { unit: 'west', publishedOn: '2024-03-12', here: false, address: 'https://west.example.invalid/2023' },
    ]);
    expect((await open<{ reports: number }>('/figures')).reports).toBe(2);
    expect((await reportListPage(api.stage.platform)).body).toContain('href="/portal/reports/city/2023"');
  });

  it('are read as they were settled, and say nothing of who checked them', async () => {
    const report = await open<PublicReport>('/reports/city/2023');
    expect(report).toMatchObject({ name: 'city机关', publishedOn: '2024-10-09', code: expect.stringMatching(/^FD-/) });
    expect(report.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(report.figures).toMatchObject([
      { code: 'mediation.cases', written: '调解各类纠纷9084件', source: 'returns', base: null },
    ]);
    expect(report.chapters.map(({ title }) => title)).toEqual([
      '一、依法化解行政争议和矛盾纠纷',
      '二、主要负责人履行推进法治建设第一责任人职责情况',
      '三、存在的问题和不足',
      '四、下一年度工作安排',
    ]);
    expect(JSON.stringify(report)).not.toContain('内部意见');
    for (const path of ['/reports/west/2023', '/reports/city/2022', '/reports/city/x', '/reports/none/2023'])
      expect(await status(path), path).toBe(404);
  });

  it('lead from each figure to its definition, also without script', async () => {
    const { body } = await reportTextPage(api.stage.platform, 'city', '2023');
    expect(body).toContain('<a href="/portal/data/mediation.cases">调解各类纠纷9084件</a>');
    expect(body).toContain('&lt;b&gt;样例&lt;/b&gt;');
    const indicator = await open<PublicIndicator>('/indicators/mediation.cases');
    expect(indicator).toMatchObject({
      name: '人民调解案件数',
      source: 'returns',
      stated: [{ unit: 'city', year: 2023, written: '调解各类纠纷9084件' }],
    });
    expect((await indicatorPage(api.stage.platform, 'mediation.cases')).body).toContain(indicator.counted);
    expect(await status('/indicators/no.such')).toBe(404);
    expect((await open<unknown[]>('/indicators')).length).toBeGreaterThanOrEqual(200);
  });

  it('are put right beside what was published, once whoever answers for the report agrees', async () => {
    const { stage } = api;
    const wrong = { on: '2024-10-09', was: '调解各类纠纷9084件', now: '调解各类纠纷9100件', reason: '<漏计>一个乡。' };
    await take(stage, 'city-writer', matter, 'correctPublished', wrong);
    expect((await open<PublicReport>('/reports/city/2023')).errata).toEqual([]);
    // What has ended waits for whoever is to agree, in the list of what is to be done.
    const mine = async () => (await api.as('city-head', 'GET', '/api/matters?view=mine')).json().rows;
    expect(await mine()).toMatchObject([{ id: matter }]);
    await take(stage, 'city-head', matter, 'approve');
    expect(await mine()).toEqual([]);
    const report = await open<PublicReport>('/reports/city/2023');
    expect(report.errata).toEqual([{ ...wrong, address: null }]);
    // What was published stands as it was, under the digest it had, and its paper is still the one that was issued.
    expect(report.chapters[0]!.paragraphs.join()).toContain('调解各类纠纷9084件');
    const { body } = await reportTextPage(stage.platform, 'city', '2023');
    expect(body).toContain('“调解各类纠纷9084件”更正为“调解各类纠纷9100件”。理由：&lt;漏计&gt;一个乡。');
    const page = await api.as('city-writer', 'GET', '/api/reports/city/2023?as=html');
    expect(page.body).toContain('<h2>公开后的更正</h2>');
    const data = (await api.as('city-writer', 'GET', '/api/reports/city/2023?as=json')).json();
    expect(data).toMatchObject({ errata: [wrong], correct: 'correctPublished', published: true });
    const papers = await stage.asSuperuser<{ template: string }>(
      'select template from document where matter = $1 order by event_seq',
      [matter],
    );
    expect(papers.map(({ template }) => template)).toEqual(['report', 'erratum']);
  });

  it('keep what was settled in every file, though the data have changed since', async () => {
    const { stage } = api;
    const data = async (): Promise<ReportView> =>
      (await api.as('city-writer', 'GET', '/api/reports/city/2023?as=json')).json();
    const before = await data();
    expect(before.chapters[0]!.figures[0]).toMatchObject({ state: 'live', now: null });
    await take(stage, 'city-reviewer', sheet, 'reopen', { correction: '漏报一个乡。', dueOn: '2024-12-01' });
    const figures = [{ code: 'mediation.cases', kind: 'value', value: '9100' }];
    await take(stage, 'city-reporter', sheet, 'submit', { figures });
    await take(stage, 'city-reviewer', sheet, 'approveFigures');
    const after = await data();
    expect([after.digest, after.settledOn]).toEqual([before.digest, before.settledOn]);
    expect(after.digest).toBe((await open<PublicReport>('/reports/city/2023')).digest);
    expect(after.chapters[0]!.figures[0]).toMatchObject({
      text: '调解各类纠纷9084件',
      state: 'stale',
      value: { is: 'count', count: 9084 },
      origin: before.chapters[0]!.figures[0]!.origin,
      now: { value: { is: 'count', count: 9100 }, text: '调解各类纠纷9100件' },
    });
    const file = await api.as('city-writer', 'GET', '/api/reports/city/2023?as=xlsx');
    const book = new exceljs.Workbook();
    await book.xlsx.load(file.rawPayload as never);
    const [head, row] = (book.worksheets[0]!.getSheetValues() as unknown[][]).slice(1);
    const cell = (name: string) => row![head!.indexOf(name)];
    expect(['数值', '报告所写', '状态', '平台现在的数'].map(cell)).toEqual([
      9084,
      '调解各类纠纷9084件',
      '定稿后有变动',
      '调解各类纠纷9100件',
    ]);
  });

  it('are held against a report of the place that is read later', async () => {
    const { stage } = api;
    await stage.asSuperuser("insert into region (code, name) values ('990100', '样例己市')");
    const text = '样例己市人民政府2023年度法治政府建设工作报告\n调解各类纠纷9100件。';
    const { id } = (await api.upload('city-reporter', 'read.txt', text, '/api/reading')).json();
    await readWaiting(stage.platform, stage.filesDir);
    const { against, findings }: FindingList = (await api.as('city-reporter', 'GET', `/api/findings?of=${id}`)).json();
    expect(against).toEqual([{ id: 'report:city/2023', name: 'city机关2023年度法治政府建设工作报告（本平台）' }]);
    expect(findings).toMatchObject([
      {
        kind: 'same_fact_twice',
        severity: 'warning',
        statements: [
          { source: id, n: 0 },
          { source: 'report:city/2023', n: null, sentence: '调解各类纠纷9084件' },
        ],
      },
    ]);
  });

  it('end without a fault', () => expect(api.faults).toEqual([]));
});
