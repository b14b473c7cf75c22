import type { JsonObject } from '@fadu/kernel';
import { collection, getLine, reporting } from '@fadu/lines';
import type { FindingList, ReportComparison, ReportVersion, ReportView, StudioChapter, StudioView } from '@fadu/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWaiting } from '../reading/read-waiting.js';
import { freezeReport } from '../reports/freeze.js';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { official, reload, take } from '../testing/stage.js';
import { watched } from '../testing/watched-pool.js';

const WRITER = 'city-writer';
/** Of the county of the east: asked for one chapter, otherwise a stranger here. */
const HELPER = 'east-helper';

describe('the studio of a report', () => {
  let api: ApiStage;
  let matter: string;
  let keys = 0;

  beforeAll(async () => {
    api = await raiseApi({ lines: [getLine(collection.line), getLine(reporting.line)] }, [
      [WRITER, 'reportWriter', 'city'],
      ['city-writer2', 'reportWriter', 'city'],
      ['city-checker', 'reportChecker', 'city'],
      [HELPER, 'returnReporter', 'east'],
      ['city-reporter', 'returnReporter', 'city'],
      ['city-reviewer', 'returnReviewer', 'city'],
    ]);
    const { stage } = api;
    await stage.asSuperuser("insert into region (code, name) values ('990100', '样例己市')");
    const sent = async (period: string, figures: JsonObject[]) => {
      const opening = { unit: 'city', to: 'city', period, openedOn: '2024-10-08', dueOn: '2024-10-20' };
      const { id } = (await take(stage, 'city-reporter', { line: 'returns', organ: 'city' }, 'begin', opening)).matter;
      await take(stage, 'city-reporter', id, 'submit', { figures });
      await take(stage, 'city-reviewer', id, 'approveFigures');
    };
    await sent('2022', [{ code: 'governance.meetings', kind: 'value', value: '4' }]);
    await sent('2023', [
      { code: 'governance.meetings', kind: 'value', value: '5' },
      { code: 'mediation.cases', kind: 'value', value: '9084' },
      { code: 'mediation.succeeded', kind: 'value', value: '8992' },
      { code: 'legal_aid.accepted', kind: 'value', value: '1798' },
      { code: 'enforcement.exam_pass_rate', kind: 'value', value: '93.75', numerator: 15, denominator: 16 },
    ]);
    const begun = { unit: 'city', year: 2023, openedOn: '2024-10-08' };
    matter = (await take(stage, WRITER, { line: 'report', organ: 'city' }, 'begin', begun)).matter.id;
  }, 180_000);
  afterAll(() => api.close());

  const at = (path = '') => `/api/studio/${matter}${path}`;
  const view = async (person = WRITER): Promise<StudioView> => (await api.as(person, 'GET', at())).json();
  const chapter = async (key: string): Promise<StudioChapter> =>
    (await view()).chapters.find((one) => one.key === key)!;
  const save = (person: string, key: string, base: number, text: string, sent = `save-key-${++keys}`) =>
    api.as(person, 'POST', at(`/chapters/${key}`), { base, text, key: sent });

  /** What the writer has on the screen. */
  const seen = async () => {
    const report: ReportView = (await api.as(WRITER, 'GET', '/api/reports/city/2023')).json();
    return { version: (await view()).version, digest: report.digest };
  };
  const freezeAs = (had: { version: number; digest: string }, key = `freeze-${++keys}`) =>
    api.as(WRITER, 'POST', `/api/reports/${matter}/freeze`, { key, seen: had });

  it('shows the usual chapters, what is asked of each, and the way to publication', async () => {
    const studio = await view();
    expect(studio).toMatchObject({ year: 2023, state: '编制中', version: 0, may: { write: true } });
    expect(studio.chapters.find(({ key }) => key === 'problems')).toMatchObject({ required: true, stage: 'unwritten' });
    expect(studio.chapters.find(({ key }) => key === 'disputes')).toMatchObject({ required: false, stage: 'idle' });
    expect(studio.steps).toEqual([
      { name: '数据定稿', state: 'now', who: '年报撰稿人' },
      { name: '合法性审核和保密审查', state: 'later', who: '年报审核人' },
      { name: '审定', state: 'later', who: '年报审定人' },
      { name: '公开', state: 'later', who: '年报撰稿人' },
    ]);
    expect((await api.as('west-handler', 'GET', at())).statusCode).toBe(404);
    expect((await api.as(HELPER, 'GET', at())).statusCode).toBe(404);
    expect((await api.as(null, 'GET', at())).statusCode).toBe(401);
    expect((await api.as(WRITER, 'GET', '/api/studio/none')).statusCode).toBe(404);
  });

  it('keeps every version with who wrote it, once for each key', async () => {
    const first = await save(WRITER, 'problems', 0, '一是力量不足。\n二是统计靠人工。\n三是培训不够。  ', 'save-once');
    expect(first.json()).toMatchObject({ version: 1 });
    expect((await save(WRITER, 'problems', 0, '别的', 'save-once')).json()).toMatchObject({ version: 1 });
    expect(await chapter('problems')).toMatchObject({
      text: '一是力量不足。\n二是统计靠人工。\n三是培训不够。',
      stage: 'writing',
      by: { person: WRITER, org: 'city机关' },
    });
    // The same words again are no new version.
    const same = await save(WRITER, 'problems', 1, '一是力量不足。\n二是统计靠人工。\n三是培训不够。\n');
    expect(same.json()).toMatchObject({ version: 1 });
  });

  it('tells the second of two who write one chapter what changed, and puts both together where it can', async () => {
    const { text, version } = await chapter('problems');
    const mine = text.replace('力量不足', '基层力量不足');
    expect((await save('city-writer2', 'problems', version, text.replace('培训不够', '培训不够系统'))).statusCode).toBe(
      200,
    );
    const late = await save(WRITER, 'problems', version, mine);
    expect(late.statusCode).toBe(409);
    const { conflict, title } = late.json();
    expect(title).toContain('样例city-writer2');
    expect(conflict).toMatchObject({
      by: { person: 'city-writer2' },
      merged: '一是基层力量不足。\n二是统计靠人工。\n三是培训不够系统。',
    });
    expect(conflict.changes).toContainEqual({ kind: 'added', text: '系统' });
    expect((await save(WRITER, 'problems', conflict.version, conflict.merged)).statusCode).toBe(200);
    // The same paragraph: nothing is guessed.
    const again = await chapter('problems');
    await save('city-writer2', 'problems', again.version, again.text.replace('统计', '数据'));
    const both = await save(WRITER, 'problems', again.version, again.text.replace('统计', '汇总'));
    expect(both.json().conflict.merged).toBeNull();
    expect((await chapter('problems')).text).toContain('数据靠人工');
  });

  it('of two saves at one moment takes one', async () => {
    const { version } = await chapter('next');
    const answers = await Promise.all(
      [WRITER, 'city-writer2', WRITER, 'city-writer2'].map((person, index) =>
        save(person, 'next', version, `第${index + 1}种写法。`),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409, 409]);
  });

  it('compares any two versions word by word, and says who changed what', async () => {
    const versions: ReportVersion[] = (await api.as(WRITER, 'GET', at('/versions'))).json();
    expect(versions.map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
    expect(versions.at(-2)).toMatchObject({
      title: '存在的问题和不足',
      by: { person: 'city-writer2' },
      added: 2,
      removed: 0,
    });
    const compared: ReportComparison = (await api.as(WRITER, 'GET', at('/compare?from=3&to=1'))).json();
    expect(compared).toMatchObject({ from: 1, to: 3, chapters: [{ key: 'problems' }] });
    expect(compared.chapters[0]!.hands.map(({ version, by }) => [version, by.person])).toEqual([
      [2, 'city-writer2'],
      [3, WRITER],
    ]);
    expect(compared.chapters[0]!.runs.filter(({ kind }) => kind === 'added')).toEqual([
      { kind: 'added', text: '基层' },
      { kind: 'added', text: '系统' },
    ]);
  });

  it('lets those who were asked for a chapter write that one and no other', async () => {
    const asked = { org: 'east', post: 'returnReporter', dueOn: '2024-10-01' };
    expect((await api.as(HELPER, 'POST', at('/chapters/services/asked'), asked)).statusCode).toBe(404);
    const nobody = await api.as(WRITER, 'POST', at('/chapters/services/asked'), { ...asked, post: 'reportHead' });
    expect(nobody.json().type).toBe('urn:fadu:report.nobody');
    expect((await api.as(WRITER, 'POST', at('/chapters/services/asked'), asked)).statusCode).toBe(200);
    expect((await chapter('services')).asked).toMatchObject({
      orgName: 'east机关',
      late: true,
      people: ['样例east-helper'],
    });
    const theirs = await view(HELPER);
    expect(theirs.may.write).toBe(false);
    expect(theirs.chapters.filter(({ mayWrite }) => mayWrite).map(({ key }) => key)).toEqual(['services']);
    expect((await api.as(HELPER, 'GET', '/api/reports/city/2023')).statusCode).toBe(200);
    expect((await api.as(HELPER, 'GET', '/api/reports/city/2022')).statusCode).toBe(404);
    expect((await save(HELPER, 'problems', 0, '越界。')).json().type).toBe('urn:fadu:report.not_yours');
    expect((await save(HELPER, 'services', 0, '受理法律援助案件1789件，及时回应群众需求。')).statusCode).toBe(200);
    const { version } = await chapter('services');
    const move = (person: string, body: object) => api.as(person, 'POST', at('/chapters/services/stage'), body);
    expect((await move(HELPER, { move: 'confirm', version })).json().type).toBe('urn:fadu:report.not_yours');
    expect((await move(HELPER, { move: 'submit', version })).statusCode).toBe(200);
    expect(await chapter('services')).toMatchObject({ stage: 'submitted', stageBy: { person: HELPER } });
    expect((await move(WRITER, { move: 'return', version })).json().type).toBe('urn:fadu:report.reason');
    await move(WRITER, { move: 'return', version, reason: '数与填报不一致。' });
    expect(await chapter('services')).toMatchObject({ stage: 'returned', returnedReason: '数与填报不一致。' });
  });

  it('takes comments on a chapter or a figure, with answers, settled by who may', async () => {
    const say = (person: string, body: object) =>
      api.as(person, 'POST', at('/comments'), {
        chapter: 'services',
        code: null,
        answers: null,
        key: `comment-${++keys}`,
        ...body,
      });
    const question = { code: 'legal_aid.accepted', text: '与上年口径一致吗？', key: 'sent-again' };
    await say('city-checker', question);
    // Sent again after a broken line: there once.
    await say('city-checker', question);
    const [asked, ...more] = (await view()).comments;
    expect(more).toEqual([]);
    expect(asked).toMatchObject({ code: 'legal_aid.accepted', by: { person: 'city-checker' }, resolved: null });
    await say(HELPER, { answers: asked!.id, text: '一致，都按受理日。' });
    const settle = (person: string, path = 'settle') =>
      api.as(person, 'POST', at(`/comments/${asked!.id}/${path}`), {});
    expect((await settle(HELPER)).json().type).toBe('urn:fadu:report.not_yours');
    expect((await settle('city-checker')).statusCode).toBe(200);
    const [settled] = (await view()).comments;
    expect(settled).toMatchObject({ resolved: { by: '样例city-checker' }, answers: [{ text: '一致，都按受理日。' }] });
    expect((await chapter('services')).open).toBe(0);
    await settle(WRITER, 'reopen');
    expect((await chapter('services')).open).toBe(1);
    expect((await say('west-handler', { text: '外人。' })).statusCode).toBe(404);
  });

  it('marks a number put by hand, with the reason, and takes it back', async () => {
    const put = (person: string, value: string | null, reason = '来函口径。') =>
      api.as(person, 'POST', at('/overrides'), {
        code: 'legal_aid.accepted',
        value,
        reason,
        key: `override-${++keys}`,
      });
    expect((await put(HELPER, '1799')).json().type).toBe('urn:fadu:report.not_yours');
    expect((await put(WRITER, '1799', '')).json().type).toBe('urn:fadu:report.override_reason');
    expect((await put(WRITER, '约一千')).json().type).toBe('urn:fadu:report.override_value');
    expect((await put(WRITER, '1799')).json().overrides).toMatchObject([{ code: 'legal_aid.accepted', value: '1799' }]);
    const figures = async () =>
      (await api.as(WRITER, 'GET', '/api/reports/city/2023'))
        .json()
        .chapters.flatMap(
          (one: { figures: { code: string; state: string; text: string; why: string }[] }) => one.figures,
        );
    expect(await figures()).toContainEqual(
      expect.objectContaining({ state: 'overridden', text: '受理法律援助案件1799件', why: '来函口径。' }),
    );
    await put(WRITER, null);
    expect(await figures()).toContainEqual(
      expect.objectContaining({ code: 'legal_aid.accepted', state: 'live', text: '受理法律援助案件1798件' }),
    );
  });

  it('puts the statements of a chapter in order, leaves some out, and tells versions apart by them', async () => {
    const chapterNow = async () =>
      ((await api.as(WRITER, 'GET', '/api/reports/city/2023')).json() as ReportView).chapters.find(
        ({ key }) => key === 'disputes',
      )!;
    const codes = async () => (await chapterNow()).figures.map(({ code }) => code);
    const seen = await codes();
    expect(seen.length).toBeGreaterThanOrEqual(3);
    const put = (person: string, body: object) =>
      api.as(person, 'POST', at('/chapters/disputes/order'), { seen, leftOut: [], key: `order-${++keys}`, ...body });
    const turned = seen.toReversed();
    expect((await put(HELPER, { order: turned })).json().type).toBe('urn:fadu:report.not_yours');
    for (const order of [['legal_aid.accepted'], [seen[0], seen[0]]])
      expect((await put(WRITER, { order })).json().type).toBe('urn:fadu:report.order');
    const first = (await put(WRITER, { order: turned })).json() as StudioView;
    expect(await codes()).toEqual(turned);
    // Somebody who still sees the old order moves nothing.
    expect((await put(WRITER, { order: seen })).json().type).toBe('urn:fadu:report.order_moved');
    const [gone, ...rest] = turned;
    await put(WRITER, { seen: turned, order: rest, leftOut: [gone] });
    expect(await codes()).toEqual(rest);
    expect((await chapterNow()).leftOut).toMatchObject([{ code: gone }]);
    const last = (await view()).version;
    const compare = async (from: number, to: number | 'now'): Promise<ReportComparison['chapters'][number]> =>
      ((await api.as(WRITER, 'GET', at(`/compare?from=${from}&to=${to}`))).json() as ReportComparison).chapters.find(
        ({ key }) => key === 'disputes',
      )!;
    expect((await compare(first.version, last)).statements).toMatchObject([
      { code: gone, change: 'removed', before: { source: 'returns', state: 'live' }, after: null },
    ]);
    expect((await compare(first.version, last)).runs).toEqual([]);
    // Before the first version stands the outline.
    const start = (await compare(first.version - 1, first.version)).statements!;
    expect(start.every(({ change }) => change === 'moved')).toBe(true);
    expect(start).toHaveLength(seen.length - 1);
    const changed = { code: rest[0], value: '77', reason: '来函口径。', key: `override-${++keys}` };
    await api.as(WRITER, 'POST', at('/overrides'), changed);
    expect((await compare(last, 'now')).statements).toMatchObject([
      { code: rest[0], change: 'changed', before: { state: 'live' }, after: { state: 'overridden', value: '77' } },
    ]);
    await api.as(WRITER, 'POST', at('/overrides'), { ...changed, value: null, key: `override-${++keys}` });
    const versions: ReportVersion[] = (await api.as(WRITER, 'GET', at('/versions'))).json();
    expect(versions.slice(0, 2).map(({ kind, added }) => [kind, added])).toEqual([
      ['order', 0],
      ['order', 0],
    ]);
    // Only what is in the chapter is told another way.
    expect((await put(WRITER, { seen: rest, order: rest, movements: [gone] })).json().type).toBe(
      'urn:fadu:report.order',
    );
    // Words are written on the chapter as it was before it was put in order: nothing of them is lost.
    await put(WRITER, { seen: rest, order: seen });
    expect(await codes()).toEqual(seen);
  });

  it('tells a statement of which both years are known by the difference, or as a movement', async () => {
    const statement = async () => {
      const { chapters }: ReportView = (await api.as(WRITER, 'GET', '/api/reports/city/2023')).json();
      return chapters.flatMap(({ figures }) => figures).find(({ code }) => code === 'governance.meetings')!;
    };
    const [usual, movement] = ['召开法治建设工作调度会议5次，同比增长25%', '召开法治建设工作调度会议由4次增加至5次'];
    expect(await statement()).toMatchObject({ text: usual, asMovement: false, wordings: { usual, movement } });
    const key = `order-${++keys}`;
    const order = ['governance.meetings'];
    const body = { seen: order, order, leftOut: [], movements: order, key };
    expect((await api.as(WRITER, 'POST', at('/chapters/lead/order'), body)).statusCode).toBe(200);
    expect(await statement()).toMatchObject({ text: movement, asMovement: true, state: 'live' });
    // Words saved later leave it so.
    await save(WRITER, 'lead', (await chapter('lead')).version, '加强统筹。');
    expect(await statement()).toMatchObject({ text: movement, state: 'live' });
  });

  const OWN = 'report:city/2023';
  const checks = async (person = WRITER): Promise<FindingList> =>
    (await api.as(person, 'GET', `/api/findings?of=${OWN}`)).json();
  const handle = (person: string, key: string, state: string, note: string) =>
    api.as(person, 'POST', `/api/findings/${key}`, { of: OWN, state, note, sentTo: null });
  const bring = (role: string, name: string, text: string) => {
    const boundary = 'x-source';
    return api.as(WRITER, 'POST', at(`/sources?role=${role}`), undefined, {
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${text}\r\n--${boundary}--\r\n`,
      ),
    });
  };

  it('holds the words against the data, last year and the superior, both sentences side by side', async () => {
    const before = await checks();
    expect(before.notes).toEqual(['没有与上年报告和上级报告比较：平台上没有，可以上传。']);
    expect(before.findings).toMatchObject([
      {
        kind: 'typed_differs',
        severity: 'warning',
        statements: [
          { source: OWN, n: null, chapter: 'services', sentence: expect.stringContaining('1789件') },
          { chapter: 'services', sentence: '受理法律援助案件1798件' },
        ],
      },
    ]);
    for (const { sentence, from, to } of before.findings[0]!.statements)
      expect(sentence.slice(from, to)).toMatch(/^17(89|98)件$/);
    expect((await bring('before', '空.txt', '没有数字。')).json().type).toBe('urn:fadu:report.source_empty');
    await bring('before', 'last.txt', '示例市2022年法治政府建设年度报告\n调解各类纠纷2000件。');
    const brought = (await view()).sources;
    expect(brought).toMatchObject([{ name: 'last.txt' }]);
    const source = (way: string) => api.as(WRITER, 'POST', at(`/sources/${brought[0]!.id}/${way}`), {});
    expect((await source('drop')).json().sources).toEqual([]);
    expect((await source('restore')).json().sources).toEqual(brought);
    await bring('superior', 'above.txt', '示例省2023年法治政府建设年度报告\n调解各类纠纷8000件。');
    const after = await checks();
    expect(after.notes).toEqual([]);
    expect(after.against.map(({ name }) => name)).toEqual(['last.txt', 'above.txt']);
    const jump = after.findings.find(({ kind }) => kind === 'large_jump');
    expect(jump?.statements).toMatchObject([
      { name: 'last.txt', chapter: null, sentence: '调解各类纠纷2000件' },
      { source: OWN, chapter: 'disputes', sentence: '调解各类纠纷9084件' },
    ]);
    expect(after.findings[0]).toMatchObject({ kind: 'part_larger_than_whole', severity: 'error' });
  });

  it('asks about a rate that its own numbers cannot give', async () => {
    const put = (code: string, value: string | null) =>
      api.as(WRITER, 'POST', at('/overrides'), { code, value, reason: '来函口径。', key: `override-${++keys}` });
    const told = async () =>
      (await checks()).findings.flatMap(({ kind, severity, message }) =>
        kind === 'arithmetic' ? [[severity, message]] : [],
      );
    expect(await told()).toEqual([]);
    await put('enforcement.exam_pass_rate', '95');
    await put('mediation.succeeded', '9000');
    expect(await told()).toEqual([
      ['error', '调解成功率写98.99%，按本报告所写是9000÷9084＝99.08%。'],
      ['warning', '行政执法资格考试通过率手改为95%：分母是16，任何整数都得不到这个比率，最接近的是15÷16＝93.75%。'],
    ]);
    // One that can be is not asked about.
    await put('enforcement.exam_pass_rate', '87.5');
    await put('mediation.succeeded', null);
    expect(await told()).toEqual([]);
    await put('enforcement.exam_pass_rate', null);
  });

  it('holds it against reports of the place that were read', async () => {
    await api.upload(
      'city-reporter',
      'read.txt',
      `样例己市司法局2023年度法治政府建设工作报告\n全市受理法律援助案件1798件。调解各类纠纷9000件。`,
      '/api/reading',
    );
    await readWaiting(api.stage.platform, api.stage.filesDir);
    const { findings, against } = await checks();
    expect(against).toHaveLength(3);
    const twice = findings.filter(({ kind }) => kind === 'same_fact_twice');
    expect(twice.map(({ severity, statements }) => [severity, statements.map(({ sentence }) => sentence)])).toEqual([
      ['warning', ['调解各类纠纷9084件', '调解各类纠纷9000件']],
      ['agree', ['受理法律援助案件1798件', '全市受理法律援助案件1798件']],
    ]);
    expect(twice[1]!.statements.map(({ n, chapter }) => [n, chapter])).toEqual([
      [null, 'services'],
      [0, null],
    ]);
  });

  it('is settled only when chapters asked for are confirmed and what cannot be is explained', async () => {
    await save(WRITER, 'duty', 0, '听取汇报两次。');
    const freeze = async () => freezeAs(await seen());
    expect((await freeze()).json().type).toBe('urn:fadu:report.unconfirmed');
    const written = await chapter('services');
    await save(WRITER, 'services', written.version, written.text.replace('1789', '1798'));
    const { version } = await chapter('services');
    const confirm = (seen: number) =>
      api.as(WRITER, 'POST', at('/chapters/services/stage'), { move: 'confirm', version: seen });
    expect((await confirm(written.version)).json().type).toBe('urn:fadu:report.seen');
    expect((await confirm(version)).statusCode).toBe(200);
    expect((await freeze()).json().type).toBe('urn:fadu:report.impossible');
    const [found] = (await checks()).findings;
    expect(await checks('city-checker')).toMatchObject({ mayHandle: true, mayExplain: false });
    const refused = await handle('city-checker', found!.key, 'explained', '没有关系。');
    expect(refused.json().type).toBe('urn:fadu:finding.writer');
    expect((await handle('city-checker', found!.key, 'toCorrect', '请核对。')).statusCode).toBe(200);
    expect((await freeze()).json().type).toBe('urn:fadu:report.impossible');
    const explained = await handle(WRITER, found!.key, 'explained', '上级报告只含省本级。');
    expect(explained.json().findings.find((one: { key: string }) => one.key === found!.key).handled).toMatchObject([
      { state: 'explained', note: '上级报告只含省本级。', post: '年报撰稿人' },
      { state: 'toCorrect', note: '请核对。' },
    ]);
    // What somebody else wrote since is not settled unseen, nor a number that has changed.
    const had = await seen();
    const { version: before } = await chapter('next');
    expect((await save('city-writer2', 'next', before, '又一种写法。')).statusCode).toBe(200);
    expect((await freezeAs(had)).json()).toMatchObject({
      type: 'urn:fadu:report.moved',
      title: expect.stringContaining('文字又有变动'),
    });
    expect((await freezeAs({ ...(await seen()), digest: 'a'.repeat(64) })).json().title).toContain('数据又有变动');
    // One saves between what is put together and what is written: it is not lost, and not settled unseen.
    const { platform } = api.stage;
    let saved = 0;
    const pool = watched(platform.pool, async (statement) => {
      if (!statement.includes('pg_advisory_xact_lock') || saved > 0) return;
      saved = (await save(WRITER, 'next', (await chapter('next')).version, '最后一种写法。')).statusCode;
    });
    const by = { ...official(api.stage, WRITER), key: 'freeze-race', seen: await seen() };
    const late = await freezeReport({ ...platform, pool }, by, matter);
    expect([saved, late]).toMatchObject([200, { ok: false, error: { refusal: { code: 'report.moved' } } }]);
    expect(await reload(api.stage, matter)).toMatchObject({ state: 'writing' });
    const last = await seen();
    expect((await freezeAs(last, 'freeze-once')).statusCode).toBe(200);
    expect((await freezeAs(last, 'freeze-once')).statusCode).toBe(200);
    const { data } = await reload(api.stage, matter);
    expect(data.texts).toContainEqual({ chapter: 'duty', text: '听取汇报两次。' });
    const settled = data.figures as unknown as { code: string; value: string; unit: string }[];
    expect(settled.find(({ code }) => code === 'mediation.success_rate')).toMatchObject({ value: '98.99', unit: '%' });
    expect(data.textVersion).toBe((await view()).version);
    // Told as a movement it is as live as by the difference.
    const { chapters }: ReportView = (await api.as(WRITER, 'GET', '/api/reports/city/2023')).json();
    expect(chapters[0]!.figures).toMatchObject([{ code: 'governance.meetings', state: 'live', asMovement: true }]);
  });

  it('once settled takes no more words, and says to whom to turn', async () => {
    const { version } = await chapter('duty');
    expect((await save(WRITER, 'duty', version, '改。')).json().type).toBe('urn:fadu:report.settled');
    expect((await view()).steps.map(({ state }) => state)).toEqual(['done', 'now', 'later', 'later']);
    await take(api.stage, 'city-checker', matter, 'revise', { returnReason: '请补充。' });
    expect((await save(WRITER, 'duty', version, '听取汇报三次。')).statusCode).toBe(200);
  });

  it('end without a fault', () => expect(api.faults).toEqual([]));
});
