import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const fadu = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..', 'bin', 'fadu.mjs');
const dir = mkdtempSync(join(tmpdir(), 'fadu-law-test-'));

const run = (...args: string[]) => {
  const done = spawnSync(process.execPath, [fadu, 'law', ...args], { cwd: dir, encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
};

const TEXT = [
  '某市园林条例',
  '（2020年1月2日某市人民代表大会常务委员会通过）',
  '第一条 为了保护𬬭园林，依照《中华人民共和国森林法》第三条制定。',
  '第二条 有下列行为的，依照前条处理：',
  '（一）甲；',
  '乙。',
  '第三条 本条例自2020年3月1日起施行。',
].join('\n');

describe('fadu law', () => {
  beforeAll(() => {
    writeFileSync(join(dir, 'law.txt'), TEXT);
    writeFileSync(join(dir, 'new.txt'), TEXT.replace('第三条 本', '第三条 园林由市管理。\n第四条 本'));
    run();
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('parse prints the structure with counts, units, history, dates, tree and diagnostics', () => {
    const { code, out } = run('parse', 'law.txt', '--json');
    const read = JSON.parse(out);
    expect(code).toBe(0);
    expect(read).toMatchObject({
      title: '某市园林条例',
      promulgation_date: '2020-01-02',
      effective_date: '2020-03-01',
      effective_source: 'article:3',
      history: [{ date: '2020-01-02', event: '通过' }],
      counts: { articles: 3, paragraphs: 3, items: 2 },
      units: [
        ['1', 1, 0, 0],
        ['2', 1, 2, 0],
        ['3', 1, 0, 0],
      ],
      extra: { items_unmarked: 1 },
      diagnostics: [{ code: 'item.lost', severity: 'warning' }],
    });
    const [first] = read.tree;
    expect([...TEXT].slice(first.start, first.end).join('')).toContain('第一条');
  });

  it('cite prints citations whose offsets count characters', () => {
    const citations = JSON.parse(run('cite', 'law.txt', '--json').out);
    expect(citations).toEqual([
      {
        start: expect.any(Number),
        end: expect.any(Number),
        text: '《中华人民共和国森林法》第三条',
        target_title: '中华人民共和国森林法',
        targets: [{ article: '3', paragraph: null, item: null, subitem: null }],
        kind: 'explicit',
      },
      {
        start: expect.any(Number),
        end: expect.any(Number),
        text: '前条',
        target_title: 'self',
        targets: [{ article: '1', paragraph: null, item: null, subitem: null }],
        kind: 'relative',
      },
    ]);
    for (const { start, end, text } of citations) expect([...TEXT].slice(start, end).join('')).toBe(text);
  });

  it('align prints a row for each article of either version', () => {
    const rows = JSON.parse(run('align', 'law.txt', 'new.txt', '--json').out);
    expect(rows.map(({ old, new: to, also, change }: Record<string, unknown>) => [old, to, also, change])).toEqual([
      ['1', ['1'], [], 'same'],
      ['2', ['2'], [], 'same'],
      ['3', ['4'], [], 'moved'],
      [null, ['3'], [], 'new'],
    ]);
  });

  it('refuses with code 1 and one JSON value: what happened and in words', () => {
    const error = (done: { out: string }) => JSON.parse(done.out).error;
    writeFileSync(join(dir, 'empty.txt'), '');
    writeFileSync(join(dir, 'wide.txt'), Buffer.from(`\ufeff${TEXT}`, 'utf16le'));
    const empty = run('parse', 'empty.txt', '--json');
    expect(empty.code).toBe(1);
    expect(error(empty)).toEqual({ code: expect.stringMatching(/^law/), message: empty.err.trim() });
    expect(run('parse', 'empty.txt')).toMatchObject({ code: 1, out: '' });
    const wide = run('cite', 'wide.txt', '--json');
    expect(wide.code).toBe(1);
    expect(error(wide).message).toContain('UTF-16LE');
    const missing = run('align', 'law.txt', 'missing.txt', '--json');
    expect(missing.code).toBe(1);
    expect(error(missing)).toMatchObject({ code: 'file.unreadable' });
  });

  it('answers wrong usage with code 2', () => {
    expect(run('parse').code).toBe(2);
    expect(run('align', 'law.txt').code).toBe(2);
    expect(run('nothing').code).toBe(2);
  });
});
