import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LawStatus } from '@fadu/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Booted, boot } from '../boot.js';
import { freePort } from '../serve.js';
import { fillLawBase, lawStatus } from './index.js';

const fadu = join(import.meta.dirname, '../../../../bin/fadu.mjs');
// Invented texts: no such laws exist.
const text = (title: string, words: string, articles = 1) =>
  `# ${title}\n2021年3月1日样例部公布\n\n<!-- INFO END -->\n第一条 根据《样例总则》第一条，制定本规定。\n${Array.from(
    { length: articles },
    (_, index) => `第${'二三四五六七八九'[index]}条 ${words}应当真实、准确，不得伪造。`,
  ).join('\n')}`;

describe('FADU_LAWS at start', () => {
  const root = mkdtempSync(join(tmpdir(), 'fadu-fill-'));
  const folder = join(root, 'laws');
  let booted: Booted;
  beforeAll(async () => {
    chmodSync(root, 0o755);
    booted = await boot({
      dataDir: join(root, 'data'),
      publicUrl: 'http://127.0.0.1/portal',
      durable: false,
      lines: [],
    });
  });
  afterAll(async () => {
    await booted.close();
    rmSync(root, { recursive: true, force: true });
  });

  it.each([
    ['is not there', join(root, 'nowhere'), '不存在'],
    ['is a file', import.meta.filename, '不是文件夹'],
    ['holds no texts', join(root, 'data'), '没有法规文本'],
  ])('says plainly that the folder %s, and on the page without its path', async (_, wrong, words) => {
    const outcome = await fillLawBase(booted, wrong);
    expect(outcome).toMatchObject({ kind: 'refused', why: expect.stringContaining(words) });
    expect(outcome).toMatchObject({ why: expect.stringContaining(wrong) });
    const { trouble, importing } = await lawStatus(booted.platform.pool);
    expect([trouble?.includes(wrong), trouble?.startsWith('没有自动入库'), importing]).toEqual([false, true, null]);
  });

  it('stores the folder once, does nothing at the next start, and takes what is added later', async () => {
    mkdirSync(join(folder, '部门规章'), { recursive: true });
    writeFileSync(join(folder, '部门规章/样例总则(2021-03-01).md'), text('样例总则', '样例'));
    writeFileSync(join(folder, '部门规章/坏的.md'), '');
    const first = await fillLawBase(booted, folder);
    expect(first).toMatchObject({ kind: 'filled', report: { stored: 1, refused: [{ path: '部门规章/坏的.md' }] } });
    expect((await lawStatus(booted.platform.pool)).trouble).toBeNull();
    expect(await fillLawBase(booted, folder)).toEqual({ kind: 'unchanged' });
    writeFileSync(join(folder, '部门规章/样例规定(2021-03-01).md'), text('样例规定', '登记'));
    expect(await fillLawBase(booted, folder)).toMatchObject({ kind: 'filled', report: { stored: 1, same: 1 } });
    // The same words, written again later: read, and nothing new.
    utimesSync(join(folder, '部门规章/样例规定(2021-03-01).md'), new Date(), new Date(Date.now() + 60_000));
    expect(await fillLawBase(booted, folder)).toMatchObject({ kind: 'filled', report: { stored: 0, same: 2 } });
  });
});

describe('a server killed while it fills the base', () => {
  const root = mkdtempSync(join(tmpdir(), 'fadu-fill-kill-'));
  const dataDir = join(root, 'data');
  const folder = join(root, 'laws', '部门规章');
  const MANY = 400;
  const started: ChildProcess[] = [];
  let port: number;
  beforeAll(async () => {
    chmodSync(root, 0o755);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '样例总则(2021-03-01).md'), text('样例总则', '样例'));
    for (let index = 1; index < MANY; index += 1)
      writeFileSync(join(folder, `样例规定${index}(2021-03-01).md`), text(`样例规定${index}`, `第${index}号登记`, 8));
    port = await freePort(30_000 + (process.pid % 10_000), '127.0.0.1');
  });
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    rmSync(root, { recursive: true, force: true });
  });

  const start = (laws = join(root, 'laws')) => {
    const child = spawn(process.execPath, [fadu, 'serve', '--no-demo'], {
      env: { ...process.env, FADU_DATA: dataDir, FADU_LAWS: laws, PORT: String(port) },
    });
    started.push(child);
    const said = { text: '' };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said.text += chunk;
      });
    return { child, said };
  };
  const status = async (): Promise<LawStatus | undefined> => {
    try {
      return (await (await fetch(`http://127.0.0.1:${port}/api/public/law/status`)).json()) as LawStatus;
    } catch {
      return undefined;
    }
  };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let waited = 0; !(await holds()); waited += 1) {
      if (waited > 6000) throw new Error('it did not happen');
      await sleep(10);
    }
  };
  const gone = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

  it('goes on where it stopped: nothing lost, nothing double, all citations linked; then does nothing', async () => {
    const first = start();
    await until(async () => {
      const now = await status();
      return now !== undefined && now.laws > 0 && now.importing?.stage === 'storing';
    });
    first.child.kill('SIGKILL');
    await gone(first.child);

    const second = start();
    await until(async () => second.said.text.includes('新入库'));
    const now = (await status())!;
    expect([now.laws, now.versions, now.importing, now.trouble]).toEqual([MANY, MANY, null, null]);
    const clause = await fetch(`http://127.0.0.1:${port}/api/public/law/works/样例总则/clause?at=第一条`);
    expect((await clause.json()).citedByCount).toBe(MANY - 1);
    second.child.kill('SIGTERM');
    await gone(second.child);
    expect(second.said.text).not.toContain(`新入库${MANY}个版本`);

    const third = start();
    await until(async () => third.said.text.includes('已就绪'));
    await until(async () => (await status())?.importing === null);
    expect(third.said.text).not.toContain('新入库');
    third.child.kill('SIGTERM');
    await gone(third.child);

    const base = await boot({ dataDir, publicUrl: 'http://127.0.0.1/portal', durable: false, lines: [] });
    const { rows } = await base.owner.query(
      `select (select count(*)::int from law_citation where target is null) as loose,
        (select count(*)::int from law_version where not linked) as unlinked,
        (select count(*)::int from law_version v where not exists (select 1 from law_version_words w where w.version = v.id)) as wordless,
        (select count(*)::int from pg_indexes where indexname in ('law_citation_articles', 'law_citation_from')) as indexes`,
    );
    await base.close();
    expect(rows[0]).toMatchObject({ loose: 0, unlinked: 0, wordless: 0, indexes: 2 });
  }, 180_000);
});
