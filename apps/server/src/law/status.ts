import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '@fadu/kernel';
import type { LawStatus } from '@fadu/wire';
import type pg from 'pg';
import type { Booted } from '../boot.js';
import { raiseAlerts } from './alerts.js';
import { type ImportReport, importLaws } from './import.js';
import { filesBelow } from './reading.js';

/** The import that this process runs, if any: what a page shows while the base is being filled. */
const running: { current: LawStatus['importing']; trouble: string | null } = { current: null, trouble: null };

/** What the base holds, and how far an import has got. */
export async function lawStatus(pool: pg.Pool): Promise<LawStatus> {
  const { rows } = await pool.query({
    name: 'law_status',
    text: `select (select count(*)::int from law) as laws, (select count(*)::int from law_version) as versions,
      (select coalesce(sum((counts->>'articles')::int), 0)::int from law_version) as clauses`,
  });
  return { ...rows[0], importing: running.current, trouble: running.trouble };
}

export type FillOutcome =
  | { readonly kind: 'filled'; readonly report: ImportReport; readonly alerts: number }
  /** Every file is as it was when the folder went in. */
  | { readonly kind: 'unchanged' }
  /** The folder cannot be taken; the sentence names it, for whoever runs the server. */
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Fills the base from a folder while the platform answers already; the page of the law base shows how far it has got. What
 * went wrong is kept for the page; what was stored stays, and another start goes on from there.
 */
export async function fillLawBase(booted: Booted, folder: string): Promise<FillOutcome> {
  running.trouble = null;
  const listing = await listFolder(folder);
  if (!listing.ok) {
    running.trouble = '没有自动入库：启动时设定的法规文件夹不能读，或者里面没有法规文本。请系统管理员改正后重新启动。';
    return { kind: 'refused', why: listing.error };
  }
  const { rows } = await booted.owner.query('select 1 from law_fill where folder = $1 and digest = $2', [
    folder,
    listing.value,
  ]);
  if (rows.length > 0) return { kind: 'unchanged' };
  running.current = { stage: 'reading', done: 0, of: 0 };
  try {
    const report = await importLaws(booted.owner, folder, (progress) => {
      running.current = progress;
    });
    const alerts = await raiseAlerts(booted);
    await booted.owner.query(
      'insert into law_fill (folder, digest) values ($1, $2) on conflict (folder) do update set digest = excluded.digest, at = now()',
      [folder, listing.value],
    );
    return { kind: 'filled', report, alerts };
  } catch (error) {
    running.trouble = '法规没有入完库，已入库的不受影响。请系统管理员核对文件夹后重新启动，接着入库。';
    throw error;
  } finally {
    running.current = null;
  }
}

/** Names, sizes and times of the texts as one digest; else why the folder cannot be taken. */
async function listFolder(folder: string): Promise<Result<string, string>> {
  try {
    if (!(await stat(folder)).isDirectory())
      return fail(`FADU_LAWS指的不是文件夹：${folder}。请改为存放法规文本的文件夹。`);
    const paths = await filesBelow(folder);
    if (paths.length === 0)
      return fail(`FADU_LAWS指的文件夹里没有法规文本：${folder}。可以是md、txt、html、docx，或者Akoma Ntoso的xml。`);
    const digest = createHash('sm3');
    for (const path of paths) {
      const { size, mtimeMs } = await stat(join(folder, path));
      digest.update(`${path}\0${size}\0${mtimeMs}\n`);
    }
    return ok(digest.digest('hex'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return fail(`FADU_LAWS指的文件夹不存在：${folder}。请核对路径后重新启动。`);
    if (code === 'EACCES' || code === 'EPERM')
      return fail(`FADU_LAWS指的文件夹没有读取权限：${folder}。请给运行平台的账号读取权限。`);
    throw error;
  }
}
