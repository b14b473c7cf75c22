import { readFile, writeFile } from 'node:fs/promises';
import { pdfOfPages } from '@fadu/figures/testing';
import type {
  DeskFigure,
  FigureBody,
  FigureStepped,
  FindingList,
  ReadingDesk,
  ReadingPart,
  ReadingQueue,
  ReadingStep,
} from '@fadu/wire';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { freshKey } from '../testing/stage.js';
import { readWaiting } from './read-waiting.js';
import { originalPath } from './receive.js';

// Invented reports of invented places.
const REPORT = `样例甲市司法局2023年度法治政府建设工作报告
2023年,全市受理行政复议案件160件,审结案件120件。办理行政应诉案件18件,胜诉率95%。
全市人民调解组织调解纠纷9000件,其中重大疑难纠纷42件。`;

let api: ApiStage;
const send = (person: string | null, name: string, content: string | Buffer) =>
  api.upload(person, name, content, '/api/reading');
const read = () => readWaiting(api.stage.platform, api.stage.filesDir);
const ask = async <T>(person: string, path: string): Promise<T> =>
  (await api.as(person, 'GET', `/api/reading/${path}`)).json();
type Listed = ReadingQueue['figures'][number];

/** Everything of a report, put together from its parts. */
interface Whole extends ReadingDesk {
  readonly text: string;
  readonly figures: readonly Listed[];
}
async function desk(person: string, id: string): Promise<Whole> {
  const view = await ask<ReadingDesk>(person, id);
  let text = '';
  for (const [at] of view.parts.entries()) text += (await ask<ReadingPart>(person, `${id}/parts/${at}`)).text;
  const figures: Listed[] = [];
  while (figures.length < view.report.counts.all)
    figures.push(
      ...(await ask<ReadingQueue>(person, `${id}/figures?show=all&from=${figures.length}&most=300`)).figures,
    );
  return { ...view, text, figures };
}

/** Sends and reads one file. */
async function bring(person: string, name: string, content: string | Buffer): Promise<Whole> {
  const answer = await send(person, name, content);
  expect(answer.statusCode, answer.body).toBe(201);
  expect(await read()).toBe(1);
  return desk(person, answer.json().id);
}

beforeAll(async () => {
  api = await raiseApi({}, [
    ['east-reader', 'returnReporter', 'east'],
    ['east-second', 'reportWriter', 'east'],
    ['west-reader', 'returnReporter', 'west'],
  ]);
});
afterAll(async () => {
  await api.close();
  expect(api.faults).toEqual([]);
});

const figureNamed = (view: Pick<Whole, 'figures'>, text: string): Listed =>
  view.figures.find((one) => one.text === text)!;
const bodyOf = ({
  start,
  end,
  value,
  valueTo,
  unit,
  approx,
  role,
  polarity,
  basis,
  subject,
  verb,
  scope,
  ...rest
}: Listed): FigureBody => {
  const { indicator, refersTo, of } = rest;
  return {
    start,
    end,
    value,
    valueTo,
    unit,
    approx,
    role,
    polarity,
    basis,
    subject,
    verb,
    scope,
    indicator,
    refersTo,
    of,
  };
};

describe('a report that is brought to the desk', () => {
  it('is read into figures with their places and reasons, and says whose it is', async () => {
    const { report, text, figures } = await bring('east-reader', '甲市.txt', REPORT);
    expect(report).toMatchObject({
      state: 'read',
      format: 'txt',
      title: '样例甲市司法局2023年度法治政府建设工作报告',
      publisher: '样例甲市司法局',
      place: '样例甲市',
      level: 'city',
      year: 2023,
      mayEdit: true,
    });
    for (const one of figures) expect(text.slice(one.start, one.end)).toBe(one.text);
    expect(figureNamed({ figures }, '160件')).toMatchObject({
      value: 160,
      unit: '件',
      role: 'level',
      indicator: 'reconsideration.accepted',
      state: 'open',
      added: false,
    });
    const { n } = figureNamed({ figures }, '160件');
    const looked = await ask<DeskFigure>('east-reader', `${report.id}/figures/${n}`);
    expect(looked.figure.reasons.join()).toContain('指标');
    expect(looked).toMatchObject({
      before: expect.stringMatching(/受理行政复议案件$/),
      after: expect.stringMatching(/^,审结/),
    });
    expect(report.counts).toMatchObject({ all: figures.length, open: figures.length, confirmed: 0 });
  });

  it('is kept once, however often it comes, with its digest; another organization keeps its own', async () => {
    const again = await send('east-second', '又一次.txt', REPORT);
    expect(again.statusCode).toBe(200);
    expect(again.json()).toMatchObject({ again: true });
    expect(await read()).toBe(0);
    const other = await bring('west-reader', '甲市.txt', REPORT);
    expect(other.report.id).not.toBe(again.json().id);
    const original = await api.as('west-reader', 'GET', `/api/reading/${other.report.id}/original`);
    expect(original.body).toBe(REPORT);
    await writeFile(originalPath(api.stage.filesDir, other.report.digest), '改过');
    expect((await api.as('west-reader', 'GET', `/api/reading/${other.report.id}/original`)).statusCode).toBe(409);
    await writeFile(originalPath(api.stage.filesDir, other.report.digest), REPORT);
  });

  it('is seen by its organization and those above, by nobody else, also not through SQL', async () => {
    const { report } = await bring('west-reader', '西.txt', `${REPORT}\n西`);
    expect((await api.as('east-reader', 'GET', `/api/reading/${report.id}`)).statusCode).toBe(404);
    expect((await api.as('east-reader', 'GET', `/api/findings?of=${report.id}`)).statusCode).toBe(404);
    expect((await api.as('east-reader', 'POST', `/api/reading/${report.id}/confirm`, { least: 0.5 })).statusCode).toBe(
      404,
    );
    const list = (await api.as('east-reader', 'GET', '/api/reading')).json() as { id: string }[];
    expect(list.map(({ id }) => id)).not.toContain(report.id);
    const above = await desk('city-leader', report.id);
    expect(above.report).toMatchObject({ id: report.id, mayEdit: false });
    const client = await api.stage.platform.pool.connect();
    try {
      for (const table of ['reading_file', 'reading_figure', 'reading_step', 'reading_finding'])
        expect((await client.query(`select * from ${table}`)).rows).toEqual([]);
      await expect(client.query('delete from reading_step')).rejects.toThrow('permission denied');
      await expect(client.query("update reading_step set note = 'x'")).rejects.toThrow('permission denied');
    } finally {
      client.release();
    }
  });

  it('is taken only from who reports or writes', async () => {
    expect((await send(null, 'a.txt', REPORT)).statusCode).toBe(401);
    const refused = await send('east-handler', 'a.txt', REPORT);
    expect(refused.statusCode).toBe(403);
    expect(refused.json().title).toContain('填报人');
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['a workbook', 'a.xlsx', Buffer.from('PK'), '支持txt、html、docx、pdf'],
    ['an empty file', 'a.txt', Buffer.from(''), '空文件'],
    ['more than is taken in', 'a.txt', Buffer.alloc(50 * 1024 * 1024 + 1, '样'), '超过50 MB'],
  ])('%s is refused at once', async (_, name, content, words) => {
    const answer = await send('east-reader', name, content);
    expect(answer.statusCode).toBe(422);
    expect(answer.json().title).toContain(words);
  });

  it.each([
    ['a broken document', 'a.docx', Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), '已损坏'],
    [
      'bytes that are no text',
      'b.txt',
      Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 37) % 256)),
      '不是文本',
    ],
  ])('%s stays in the list with the reason, and may be sent again', async (_, name, content, words) => {
    const { report, figures } = await bring('east-reader', name, content);
    expect(report).toMatchObject({ state: 'refused', refusal: expect.stringContaining(words) });
    expect(figures).toEqual([]);
    const step = await api.as('east-reader', 'POST', `/api/reading/${report.id}/confirm`, { least: 0.5 });
    expect(step.statusCode).toBe(422);
    expect((await send('east-reader', name, content)).json()).toEqual({ id: report.id, again: true });
    expect(await read()).toBe(1);
  });

  it('a scanned PDF says so', async () => {
    const { report } = await bring('east-reader', '扫描.pdf', pdfOfPages(['', '']));
    expect(report).toMatchObject({ state: 'refused', refusal: expect.stringContaining('扫描图片') });
  });

  it('a PDF of five hundred pages is read with the page of each figure, and lets others in between', async () => {
    // Every line another: what stands on every page is taken for a running title.
    const page = (at: number) => {
      const word = String.fromCodePoint(0x4e10 + at);
      const filler = `${word}地继续推进法治政府建设各项工作，样例文字没有数。`.repeat(6);
      return `${filler}受理行政复议案件${1000 + at}件。${filler}`;
    };
    const pages = Array.from({ length: 500 }, (_, at) => page(at));
    const { id } = (await send('east-reader', '厚.pdf', pdfOfPages(pages))).json();
    const reading = read();
    const seen = new Set<string>();
    for (let over = false; !over; ) {
      over = await Promise.race([reading.then(() => true), new Promise<false>((done) => setTimeout(done, 20, false))]);
      const report = (await api.as('east-reader', 'GET', `/api/reading/${id}/progress`)).json();
      seen.add(report.progress === null ? report.state : `${report.state} of ${report.progress.total}`);
    }
    expect(seen).toContain('reading of 500');
    const { report, figures } = await desk('east-reader', id);
    expect(report.state).toBe('read');
    for (const at of [0, 249, 499])
      expect(figures.find(({ value }) => value === 1000 + at)).toMatchObject({ page: at + 1, unit: '件' });
  });

  it('of a book only what the screen shows is sent, and nothing is left out', async () => {
    const line = (at: number) =>
      `${String.fromCodePoint(0x4e10 + (at % 5000))}地受理行政复议案件${1000 + at}件，样例文字没有数。\n`;
    const text = `样例戊市司法局2019年度法治政府建设工作报告\n${Array.from({ length: 4000 }, (_, at) => line(at)).join('')}`;
    const { id } = (await send('east-reader', '书.txt', text)).json();
    await read();
    const opened = await api.as('east-reader', 'GET', `/api/reading/${id}`);
    const { parts, report }: ReadingDesk = opened.json();
    expect(report.counts.all).toBe(4000);
    expect(parts.length).toBeGreaterThan(4);
    const part = await api.as('east-reader', 'GET', `/api/reading/${id}/parts/1`);
    const queue = await api.as('east-reader', 'GET', `/api/reading/${id}/figures`);
    for (const { body } of [opened, part, queue]) expect(body.length).toBeLessThan(150_000);
    const { start, end, text: own, figures }: ReadingPart = part.json();
    expect({ start, end }).toEqual(parts[1]);
    for (const mark of figures) expect(own.slice(mark.start - start, mark.end - start)).toBe(mark.text);
    expect(queue.json()).toMatchObject({ total: 4000, figures: { length: 60 } });
    expect((await desk('east-reader', id)).text).toBe(text);
    expect((await api.as('east-reader', 'GET', `/api/reading/${id}/parts/${parts.length}`)).statusCode).toBe(404);
    expect((await api.as('west-reader', 'GET', `/api/reading/${id}/parts/0`)).statusCode).toBe(404);
    expect((await api.as('west-reader', 'GET', `/api/reading/${id}/figures`)).statusCode).toBe(404);
    const places = await ask<unknown[]>('east-reader', `${id}/places?words=${encodeURIComponent('1000件')}`);
    expect(places).toMatchObject([{ before: expect.stringMatching(/受理行政复议案件$/) }]);
  });

  it('what waits comes with the least sure first, and goes round', async () => {
    const { report } = await bring('east-reader', '序.txt', `${REPORT}序`);
    const queue = async (show: string) =>
      (await ask<ReadingQueue>('east-reader', `${report.id}/figures?show=${show}`)).figures;
    const open = await queue('open');
    const sure = open.map(({ confidence }) => confidence!);
    expect(sure).toEqual(sure.toSorted((one, two) => one - two));
    const ways = async (show: string, way: 'next' | 'previous', from: number, steps: number): Promise<number[]> => {
      const seen = [from];
      while (seen.length < steps) {
        const looked = await ask<DeskFigure>('east-reader', `${report.id}/figures/${seen.at(-1)}?show=${show}`);
        seen.push(looked[way]!);
      }
      return seen;
    };
    const order = open.map(({ n }) => n);
    expect(await ways('open', 'next', order[0]!, order.length + 1)).toEqual([...order, order[0]]);
    expect(await ways('open', 'previous', order[0]!, order.length)).toEqual([order[0], ...order.slice(1).toReversed()]);
    const text = (await queue('all')).map(({ n, start }) => [start, n]);
    expect(text).toEqual(text.toSorted(([one], [two]) => one! - two!));
    const alone = await ask<DeskFigure>('east-reader', `${report.id}/figures/${order[0]}?show=rejected`);
    expect(alone).toMatchObject({ next: null, previous: null });
  });

  it('a text that is no report is read, and it is said', async () => {
    const { report } = await bring('east-reader', '天气.txt', '今天天气很好，我们一起去公园散步，看见了许多花和树木。');
    expect(report.notes).toEqual(['没有法治政府建设的内容，可能不是这类报告', '没有读出数']);
  });

  it('two encodings in one file are read line by line, and it is said', async () => {
    const mixed = Buffer.concat([
      Buffer.from('全市受理法治政府建设行政复议案件60件。\n'),
      iconv.encode('办理司法行政法律援助案件120件。\n', 'gb18030'),
    ]);
    const { report, figures } = await bring('east-reader', '混.txt', mixed);
    expect(report.notes.join()).toContain('混用两种编码');
    expect(figures.map(({ value }) => value)).toEqual([60, 120]);
  });

  it('a file that ends the server each time is given up', async () => {
    const { id } = (await send('east-reader', '坏.txt', `${REPORT}坏`)).json();
    await api.stage.asSuperuser('update reading_file set tries = 3 where id = $1', [id]);
    expect(await read()).toBe(1);
    expect((await desk('east-reader', id)).report).toMatchObject({
      state: 'refused',
      refusal: expect.stringContaining('几次都没有读完'),
    });
  });
});

describe('a correction', () => {
  let id: string;
  let figure: Listed;
  const step = (n: number, body: object, person = 'east-reader') =>
    api.as(person, 'POST', `/api/reading/${id}/figures/${n}`, body);
  const steps = async (n: number): Promise<ReadingStep[]> =>
    (await api.as('east-reader', 'GET', `/api/reading/${id}/figures/${n}/steps`)).json();
  beforeAll(async () => {
    const view = await bring('east-reader', '改.txt', `${REPORT}\n改`);
    id = view.report.id;
    figure = figureNamed(view, '160件');
  });

  it('is kept with who, when, and what stood before', async () => {
    const view: FigureStepped = (
      await step(figure.n, {
        step: 'correct',
        revision: 1,
        figure: { ...bodyOf(figure), indicator: 'reconsideration.received', scope: '全市' },
        note: '原文说的是收到。',
      })
    ).json();
    expect(view.figure).toMatchObject({
      text: '160件',
      state: 'confirmed',
      indicator: 'reconsideration.received',
      scope: '全市',
      revision: 2,
    });
    expect(await steps(figure.n)).toEqual([
      {
        seq: expect.any(Number),
        n: figure.n,
        kind: 'correct',
        figure: '160件',
        person: '样例east-reader',
        post: expect.any(String),
        at: '2024-10-09T02:00:00.000Z',
        changes: expect.arrayContaining([{ label: '指标', before: '受理行政复议案件数', after: '收到行政复议申请数' }]),
        note: '原文说的是收到。',
      },
    ]);
  });

  it('based on what has changed since is not made, and says who was quicker', async () => {
    const answer = await step(figure.n, { step: 'confirm', revision: 1 }, 'east-second');
    expect(answer.statusCode).toBe(409);
    expect(answer.json().title).toBe('样例east-reader已于10:00改过这个数，没有保存。请看过现在的内容再改。');
  });

  it.each<[string, Partial<FigureBody>, string]>([
    ['outside of the text', { end: 99_999 }, '起止不在原文里'],
    ['of a range upside down', { valueTo: 1 }, '上限小于下限'],
    ['with a direction where nothing changes', { polarity: 'up' }, '只有变化才有升降'],
    ['with a code nobody knows', { indicator: 'no.such' }, '没有指标no.such'],
    ['that is part of itself', { of: 0 }, '不能是自己的一部分'],
    ['of a figure that is not there', { of: 999 }, '不在这份报告里'],
  ])('%s is refused in words', async (_, part, words) => {
    const own = part.of === 0 ? { ...bodyOf(figure), of: figure.n } : { ...bodyOf(figure), ...part };
    const answer = await step(figure.n, { step: 'correct', revision: 2, figure: own });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().title).toContain(words);
  });

  it('rejects and takes up again; a rejected figure is in no check', async () => {
    expect((await step(figure.n, { step: 'reject', revision: 2, note: '是编号。' })).statusCode).toBe(200);
    const view: FigureStepped = (await step(figure.n, { step: 'reopen', revision: 3 })).json();
    expect(view.figure).toMatchObject({ state: 'open', revision: 4 });
    expect((await steps(figure.n)).map(({ kind }) => kind)).toEqual(['reopen', 'reject', 'correct']);
  });

  it('adds what was left out, once for a key', async () => {
    const text = (await desk('east-reader', id)).text;
    const start = text.indexOf('2023年,');
    const added = { ...bodyOf(figure), start, end: start + 5, value: 2023, unit: '年', indicator: null, of: null };
    const key = freshKey();
    const add = async (): Promise<FigureStepped> =>
      (await api.as('east-reader', 'POST', `/api/reading/${id}/figures`, { key, figure: added })).json();
    const first = await add();
    expect(await add()).toEqual(first);
    expect(first.figure).toMatchObject({ text: '2023年', state: 'confirmed', confidence: null, added: true });
    expect((await desk('east-reader', id)).figures.filter((one) => one.added)).toMatchObject([{ n: first.figure.n }]);
  });

  it('confirms many at once, each on the record', async () => {
    const before = (await desk('east-reader', id)).figures.filter(
      (one) => one.state === 'open' && one.confidence! >= 0.9,
    );
    expect(before.length).toBeGreaterThan(1);
    const { sure } = await ask<ReadingDesk>('east-reader', id);
    expect(sure).toEqual({ least: 0.9, count: before.length });
    await api.as('east-reader', 'POST', `/api/reading/${id}/confirm`, { least: 0.9 });
    const view = await desk('east-reader', id);
    expect(view.sure.count).toBe(0);
    for (const { n } of before) {
      expect(view.figures.find((one) => one.n === n)!.state).toBe('confirmed');
      expect((await steps(n))[0]).toMatchObject({ kind: 'confirm', note: '成批确认：把握不低于0.90' });
    }
  });

  it('says whose report it is, with what stood before', async () => {
    const { revision, publishedOn } = (await desk('east-reader', id)).report;
    expect(publishedOn).toBeNull();
    const said = {
      title: '样例',
      publisher: 'east机关',
      place: '样例甲市',
      level: 'city',
      within: '样例省',
      year: 2022,
      url: 'https://example.invalid/2022',
      publishedOn: '2023-03-01',
    };
    const view: ReadingDesk = (
      await api.as('east-reader', 'POST', `/api/reading/${id}/describe`, { revision, ...said })
    ).json();
    expect(view.report).toMatchObject({ ...said, publisherOrg: 'east' });
    const wrong = await api.as('east-reader', 'POST', `/api/reading/${id}/describe`, {
      revision: revision + 1,
      ...said,
      url: 'javascript:alert(1)',
    });
    expect(wrong.statusCode).toBe(400);
  });
});

describe('findings', () => {
  const find = async (of: string, person = 'east-reader'): Promise<FindingList> =>
    (await api.as(person, 'GET', `/api/findings?of=${of}`)).json();

  it('show both sentences, also between reports, and are handled on the record', async () => {
    const one = await bring(
      'east-reader',
      '乙一.txt',
      `样例乙市司法局2021年度法治政府建设工作报告\n全市办理行政应诉案件18件，胜诉率95%。全市办理法律援助案件6560件。`,
    );
    const two = await bring(
      'east-reader',
      '乙二.txt',
      `样例乙市人民政府2021年度法治政府建设工作报告\n全市办理法律援助案件7000件。`,
    );
    const found = await find(one.report.id);
    expect(found.findings.map(({ kind }) => kind)).toEqual(['arithmetic', 'same_fact_twice']);
    const between = found.findings[1]!;
    expect(between.statements.map(({ source, sentence, from, to }) => [source, sentence.slice(from, to)])).toEqual([
      [one.report.id, '6560件'],
      [two.report.id, '7000件'],
    ]);
    const handle = (body: object) =>
      api.as('east-reader', 'POST', `/api/findings/${between.key}`, { of: one.report.id, ...body });
    expect((await handle({ state: 'sentBack', note: '请核对', sentTo: null })).statusCode).toBe(400);
    const after: FindingList = (
      await handle({ state: 'sentBack', note: '请核对口径', sentTo: '样例乙市司法局' })
    ).json();
    expect(after.findings[1]!.handled).toMatchObject([
      {
        state: 'sentBack',
        note: '请核对口径',
        sentTo: '样例乙市司法局',
        person: '样例east-reader',
        at: '2024-10-09T02:00:00.000Z',
      },
    ]);
    // The same finding, seen from the other report.
    expect((await find(two.report.id)).findings.find(({ key }) => key === between.key)!.handled).toHaveLength(1);
    expect(
      (
        await api.as('east-reader', 'POST', '/api/findings/none', {
          of: one.report.id,
          state: 'explained',
          note: '没有',
          sentTo: null,
        })
      ).statusCode,
    ).toBe(409);
  });

  it('of a report without year or place stay within it, and it is said', async () => {
    const view = await bring('east-reader', '丁.txt', '办理法律援助案件6560件。');
    expect(await find(view.report.id)).toMatchObject({
      findings: [],
      against: [],
      notes: ['没有登记年度和地区，没有与其他报告比较。登记后再核查。'],
    });
  });

  it('of the report the platform writes are there for its writers, and not for others', async () => {
    const own = await find('report:east/2023', 'east-second');
    expect(own.of).toEqual({ source: 'report:east/2023', name: expect.stringMatching(/east机关2023年度.*（本平台）/) });
    expect(own.mayHandle).toBe(true);
    for (const of of ['report:east/2023', 'report:nowhere/2023', 'report:x', 'x'])
      expect((await api.as('west-reader', 'GET', `/api/findings?of=${of}`)).statusCode).toBe(404);
  });

  it('look at what a person has corrected', async () => {
    const view = await bring(
      'east-reader',
      '丙.txt',
      '样例丙市司法局2020年度法治政府建设工作报告\n受理行政复议案件60件，其中涉企80件。',
    );
    expect((await find(view.report.id)).findings.map(({ kind }) => kind)).toEqual(['part_larger_than_whole']);
    const part = figureNamed(view, '80件');
    await api.as('east-reader', 'POST', `/api/reading/${view.report.id}/figures/${part.n}`, {
      step: 'reject',
      revision: 1,
    });
    expect((await find(view.report.id)).findings).toEqual([]);
  });
});

it('the original bytes lie under their digest', async () => {
  const [row] = await api.stage.asSuperuser<{ digest: string }>('select digest from reading_file limit 1');
  expect((await readFile(originalPath(api.stage.filesDir, row!.digest))).length).toBeGreaterThan(0);
});
