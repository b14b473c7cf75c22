import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainDate } from '@fadu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Booted, boot } from '../boot.js';
import { temporaryData } from '../postgres/temporary.js';
import { addText, answerText, openBatch, releaseBatch, sourceOf, viewBatch } from './desk.js';
import { correctText, undoCorrection } from './desk-corrections.js';
import { clauseOn, importLaws, lawInForce } from './index.js';
import { storeReleased } from './store-released.js';

// Invented texts: no such laws exist.
const head = (title: string, made: string) => `# ${title}\n${made}样例部公布\n\n<!-- INFO END -->\n`;
const text = (title: string, lines: readonly string[], made = '2021年3月1日') =>
  Buffer.from(head(title, made) + lines.join('\n'));
const HELD = text('样例基本规定', ['第一条 样例应当真实。', '样例应当准确。', '第二条 伪造样例的，处警告。']);
const ENDED = text('样例旧规定', ['第一条 样例应当公开。'], '2010年3月1日');
const ENDING = text(
  '样例新规定',
  ['第一条 样例应当公开。', '第二条 本规定自2020年5月1日起施行。《样例旧规定》《样例早规定》同时废止。'],
  '2020年3月1日',
);

let booted: Booted;
let root: string;
beforeAll(async () => {
  root = temporaryData('fadu-corrections-');
  booted = await boot({ dataDir: join(root, 'data'), publicUrl: 'http://127.0.0.1/portal', durable: false, lines: [] });
  await booted.owner.query("insert into person (id, name) values ('p1', '甲样例'), ('p2', '乙样例')");
  const folder = mkdtempSync(join(root, 'laws-'));
  for (const [name, bytes] of [
    ['样例基本规定(2021-03-01).md', HELD],
    ['样例旧规定(2010-03-01).md', ENDED],
    ['样例新规定(2020-03-01).md', ENDING],
  ] as const)
    writeFileSync(join(folder, name), bytes);
  await importLaws(booted.owner, folder);
});
afterAll(async () => {
  await booted.close();
  rmSync(root, { recursive: true, force: true });
});

const brought = async (name: string, bytes: Buffer): Promise<number> => {
  const id = await openBatch(booted.platform.pool, `${name}批次`, 'p1');
  await addText(booted.platform, id, `部门规章/${name}(2021-03-01).md`, bytes, 'p1');
  return id;
};
const look = async (id: number) => (await viewBatch(booted.platform.pool, id, 'p2'))!;
const codes = async (id: number) =>
  (await look(id)).texts[0]!.diagnostics.filter(({ code }) => code.includes('LW')).map(({ code, message }) => [
    code,
    message,
  ]);

describe('citations of a text at the desk', () => {
  it('hold it when they lead nowhere: E-LW-05 here and in other laws, E-LW-06 of a law that ended', async () => {
    const id = await brought(
      '样例引用规定',
      text('样例引用规定', [
        '第一条 根据《样例基本规定》第一条第三款、《样例旧规定》第一条，制定本规定。',
        '第二条 违反本规定第九条的，依照《样例基本规定》第二条处理。',
        '第三条 《不在库中的规定》第一条另有规定的，从其规定。',
      ]),
    );
    expect(await codes(id)).toEqual([
      ['E-LW-05', expect.stringContaining('没有第九条，最后一条是第三条')],
      ['E-LW-05', expect.stringContaining('第一条只有二款')],
      ['E-LW-06', expect.stringContaining('《样例旧规定》已自2020年5月1日起废止（《样例新规定》）')],
    ]);
    expect((await look(id)).batch.blocked).toBe(1);
    const { source } = (await sourceOf(booted.platform.pool, id, 1, 'p1'))!;
    const { diagnostics } = (await look(id)).texts[0]!;
    expect(diagnostics.map(({ start, end }) => source.slice(start, end))).toEqual(
      expect.arrayContaining(['本规定第九条', '《样例基本规定》第一条第三款']),
    );
    await answerText(booted.platform.pool, id, 1, '公布的文本即如此。');
    expect((await look(id)).notReleased).toBeNull();
  });

  it('do not hold a text for what it repeals itself, and say when the text itself has been repealed', async () => {
    const repealing = await brought(
      '样例再废规定',
      text('样例再废规定', ['第一条 样例应当公开。', '第二条 本规定自2021年5月1日起施行。《样例旧规定》同时废止。']),
    );
    expect(await codes(repealing)).toEqual([]);
    const early = await brought('样例早规定', text('样例早规定', ['第一条 样例应当公开。'], '2009年3月1日'));
    expect(await codes(early)).toEqual([
      ['E-LW-06', expect.stringContaining('《样例早规定》已由《样例新规定》自2020年5月1日起废止')],
    ]);
  });
});

describe('what is put right at the desk', () => {
  it('is read anew, keeps the text as it came, and can be taken back; each step stays with its reason', async () => {
    const id = await brought(
      '样例断行规定',
      text('样例断行规定', ['第一条 样例应当真实。第二务 样例应当', '准确。', '第三条 本规定自公布之日起施行。']),
    );
    const { platform } = booted;
    const source = async () => (await sourceOf(platform.pool, id, 1, 'p1'))!;
    const fix = async (was: string, now: string, reason = '对照公报', person = 'p1') =>
      correctText(platform, id, 1, { from: (await source()).source.indexOf(was), was, now, reason }, person);
    const original = (await source()).original;
    expect((await look(id)).texts[0]!.counts.articles).not.toBe(3);
    expect(await fix('真实。第二务', '真实。\n第二条')).toEqual({ ok: true, value: true });
    expect((await look(id)).texts[0]).toMatchObject({ counts: { articles: 3 }, corrections: 1 });
    expect(await fix('应当\n准确', '应当准确')).toEqual({ ok: true, value: true });
    expect(await fix('公布', '发布')).toEqual({ ok: true, value: true });
    expect(await undoCorrection(platform, id, 1, 'p1')).toEqual({ ok: true, value: true });
    const now = await source();
    expect(now.original).toBe(original);
    expect(now.source).toContain('第二条 样例应当准确。\n第三条 本规定自公布之日起施行。');
    expect(now.corrections.map(({ was, words, by, reason, undoneBy }) => [was, words, by, reason, undoneBy])).toEqual([
      ['真实。第二务', true, '甲样例', '对照公报', null],
      ['应当\n准确', false, '甲样例', '对照公报', null],
      ['公布', true, '甲样例', '对照公报', '甲样例'],
    ]);
    // A text may be corrected again after something was taken back.
    expect(await fix('真实。', '真实')).toEqual({ ok: true, value: true });
    expect(await undoCorrection(platform, id, 1, 'p1')).toEqual({ ok: true, value: true });

    await releaseBatch(platform.pool, id, 'p2');
    expect(await storeReleased(booted)).toBe(1);
    const clause = await clauseOn(booted.owner, '样例断行规定', '第二条', '2024-01-01' as PlainDate);
    expect(clause.ok && clause.value.text).toBe('样例应当准确。');
    const { version } = (await lawInForce(booted.owner, '样例断行规定', '2024-01-01' as PlainDate))!;
    const { rows } = await booted.owner.query('select corrections from law_version where id = $1', [version.id]);
    expect(rows[0].corrections).toMatchObject([
      { was: '真实。第二务', now: '真实。\n第二条', reason: '对照公报', by: '甲样例' },
      { was: '应当\n准确' },
    ]);
  });

  it('is the affair of whoever brought the batch, while it is open, of what stands there, and of a change', async () => {
    const id = await brought('样例他人规定', text('样例他人规定', ['第一条 样例应当真实。']));
    const { platform } = booted;
    const at = (await sourceOf(platform.pool, id, 1, 'p1'))!.source.indexOf('真实');
    const fix = (person: string, was: string, now: string) =>
      correctText(platform, id, 1, { from: at, was, now, reason: '对照公报' }, person);
    expect(await fix('p2', '真实', '真切')).toMatchObject({
      ok: false,
      error: expect.stringContaining('由送校人校正'),
    });
    expect(await fix('p1', '真切', '真实')).toMatchObject({ ok: false, error: expect.stringContaining('已经变了') });
    expect(await fix('p1', '真实', '真实')).toMatchObject({ ok: false, error: expect.stringContaining('一样') });
    expect(await undoCorrection(platform, id, 1, 'p1')).toMatchObject({ ok: false });
    expect((await sourceOf(platform.pool, id, 1, 'p2'))!.mayCorrect).toBe(false);
    await releaseBatch(platform.pool, id, 'p2');
    expect(await fix('p1', '真实', '真切')).toMatchObject({ ok: false, error: expect.stringContaining('已经放行') });
  });

  it('takes what was said of the problems away: they must be looked at again', async () => {
    const id = await brought('样例缺条规定', text('样例缺条规定', ['第一条 样例应当真实。', '第三条 样例应当准确。']));
    await answerText(booted.platform.pool, id, 1, '公布的文本即如此。');
    expect((await look(id)).notReleased).toBeNull();
    const from = (await sourceOf(booted.platform.pool, id, 1, 'p1'))!.source.indexOf('准确');
    await correctText(booted.platform, id, 1, { from, was: '准确', now: '准 确', reason: '对照公报' }, 'p1');
    expect((await look(id)).notReleased).not.toBeNull();
  });
});
