import { rmSync } from 'node:fs';
import type { PlainDate } from '@fadu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Booted, boot } from '../boot.js';
import { temporaryData } from '../postgres/temporary.js';
import {
  addText,
  answerText,
  listBatches,
  openBatch,
  releaseBatch,
  sourceOf,
  viewBatch,
  withdrawBatch,
} from './desk.js';
import { compareAtDesk } from './desk-compare.js';
import { clauseOn } from './index.js';
import { storeReleased } from './store-released.js';

// Invented texts: no such laws exist.
const text = (second: string, third = '第三条 本法自2021年5月1日起施行。') =>
  Buffer.from(
    `# 中华人民共和国样例校核法\n2021年3月1日样例大会通过\n\n<!-- INFO END -->\n第一条 为了样例，制定本法。\n第二条 ${second}\n${third}`,
  );
const PATH = '法律/样例校核法(2021-03-01).md';

let booted: Booted;
let dataDir: string;
beforeAll(async () => {
  dataDir = temporaryData('fadu-desk-');
  booted = await boot({ dataDir, publicUrl: 'http://127.0.0.1/portal', durable: false, lines: [] });
  await booted.owner.query("insert into person (id, name) values ('p1', '甲样例'), ('p2', '乙样例')");
});
afterAll(async () => {
  await booted.close();
  rmSync(dataDir, { recursive: true, force: true });
});
const clause = () => clauseOn(booted.owner, '样例校核法', '第二条', '2024-01-01' as PlainDate);

describe("the editors' desk", () => {
  it('shows nothing before a second person has released it', async () => {
    const { pool } = booted.platform;
    const id = await openBatch(pool, '样例批次', 'p1');
    expect(await addText(booted.platform, id, PATH, text('样例应当真实。'), 'p2')).toMatchObject({ ok: false });
    expect(await addText(booted.platform, id, PATH, text('样例应当真实。'), 'p1')).toMatchObject({
      ok: true,
      value: { title: '中华人民共和国样例校核法', refusal: null },
    });
    // Sent again after a line that broke it stays one; another text of that name does not take its place.
    expect(await addText(booted.platform, id, PATH, text('样例应当真实。'), 'p1')).toMatchObject({ ok: true });
    const other = await addText(booted.platform, id, PATH, text('样例应当准确。'), 'p1');
    expect(other).toMatchObject({ ok: false, error: expect.stringContaining('内容不同，没有替换') });
    expect((await viewBatch(pool, id, 'p1'))!).toMatchObject({ mayAdd: true, texts: [{ path: PATH }] });
    expect((await viewBatch(pool, id, 'p2'))!.mayAdd).toBe(false);
    expect((await viewBatch(pool, id, 'p1'))!.notReleased).toContain('另一名法规编辑');
    expect(await releaseBatch(pool, id, 'p1')).toMatchObject({ ok: false });
    await expect(pool.query("update law_batch set released_by = 'p1' where id = $1", [id])).rejects.toThrow(
      'two_persons',
    );
    expect(await storeReleased(booted)).toBe(0);
    expect((await clause()).ok).toBe(false);
    expect(await releaseBatch(pool, id, 'p2')).toEqual({ ok: true, value: true });
    expect(await storeReleased(booted)).toBe(1);
    const stored = await clause();
    expect(stored.ok && stored.value.text).toBe('样例应当真实。');
    expect((await listBatches(pool))[0]).toMatchObject({
      state: 'stored',
      createdBy: '甲样例',
      releasedBy: '乙样例',
      report: { stored: 1, refused: [] },
    });
    expect(await withdrawBatch(pool, id, 'p1')).toBe(false);
  });

  it('shows what a later text changes, before it is released', async () => {
    const { pool } = booted.platform;
    const id = await openBatch(pool, '修订', 'p1');
    const later = text('样例应当真实、准确。', '第三条 样例应当公开。\n第四条 本法自2022年5月1日起施行。')
      .toString()
      .replace('2021年3月1日样例大会通过', '2021年3月1日样例大会通过\n2022年3月1日样例大会修订');
    await addText(booted.platform, id, '法律/样例校核法(2022-03-01).md', Buffer.from(later), 'p1');
    const { older, rows } = (await compareAtDesk(pool, id, 1))!;
    expect(older).toBe('2021-05-01');
    expect(rows.map(({ change, old, new: now }) => [change, old?.label, now?.label])).toEqual([
      ['same', '第一条', '第一条'],
      ['modified', '第二条', '第二条'],
      ['new', undefined, '第三条'],
      ['modified', '第三条', '第四条'],
    ]);
    expect(rows[1]!.runs).toContainEqual({ kind: 'added', text: '、准确' });
    const fresh = await openBatch(pool, '新的', 'p1');
    await addText(
      booted.platform,
      fresh,
      '法律/样例新法(2022-03-01).md',
      Buffer.from(later.replaceAll('校核法', '新法')),
      'p1',
    );
    expect(await compareAtDesk(pool, fresh, 1)).toEqual({ code: null, older: null, rows: [] });
    expect(await compareAtDesk(pool, fresh, 9)).toBeUndefined();
  });

  it('does not take a second text of the same day (E-LW-01), and says what cannot be read', async () => {
    const { pool } = booted.platform;
    const id = await openBatch(pool, '重复的', 'p1');
    await addText(booted.platform, id, PATH, text('样例应当准确。'), 'p1');
    await addText(booted.platform, id, '图.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'p1');
    await addText(booted.platform, id, '大.txt', Buffer.alloc(17 * 1024 * 1024, '样'), 'p1');
    const view = (await viewBatch(pool, id, 'p2'))!;
    expect(view.texts[2]!.refusal).toContain('超过16MB');
    expect(view.texts[0]!.refusal).toContain('E-LW-01');
    expect(view.texts[1]!.refusal).not.toBeNull();
    expect(view.notReleased).toContain('有3件');
    expect(await withdrawBatch(pool, id, 'p2')).toBe(false);
    expect(await withdrawBatch(pool, id, 'p1')).toBe(true);
  });

  it('holds a text whose articles have a gap until somebody says that the source is so (E-LW-02)', async () => {
    const { pool } = booted.platform;
    const id = await openBatch(pool, '有缺条', 'p1');
    const path = '法律/样例缺条法(2021-03-01).md';
    const gap = text('样例应当真实。', '第五条 本法自2022年5月1日起施行。')
      .toString()
      .replace('样例校核法', '样例缺条法');
    await addText(booted.platform, id, path, Buffer.from(gap), 'p1');
    const { texts, batch } = (await viewBatch(pool, id, 'p2'))!;
    expect(batch.blocked).toBe(1);
    expect(texts[0]!.diagnostics).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'label.gap' })]));
    const { source, nodes } = (await sourceOf(pool, id, 1, 'p1'))!;
    const second = nodes.find(({ name }) => name.startsWith('第二条'))!;
    expect(source.slice(second.start)).toMatch(/^第二条/);
    expect(await answerText(pool, id, 1, '公布的文本即如此。')).toBe(true);
    expect((await viewBatch(pool, id, 'p2'))!.notReleased).toBeNull();
  });
});
