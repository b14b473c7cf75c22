import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ok, type Refusal, type Result } from '@fadu/kernel';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Booted } from '../boot.js';
import { ArchiveWriter, refuse } from './archive.js';
import { copied, sequences, tablesInOrder } from './tables.js';

export interface BackupSummary {
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/** Uploads under way lie here; nothing refers to them. */
const INCOMING = 'incoming';

/**
 * Everything but the keys into one file, as it stood at one moment; people go on working meanwhile. A file is never overwritten.
 * @param version of the program, for whoever restores.
 */
export async function backUp(
  booted: Booted,
  file: string,
  version: string,
  say: (line: string) => void = () => undefined,
): Promise<Result<BackupSummary, Refusal>> {
  if (existsSync(file)) return refuse('exists', `没有备份：${file} 已经存在。请换一个文件名，原有的备份不会被覆盖。`);
  // Not of the pool: a COPY does not go together with queries sent ahead of their answers.
  const client = new pg.Client({ connectionString: booted.database.ownerUrl });
  await client.connect();
  let writer: ArchiveWriter | undefined;
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables = await tablesInOrder(client);
    const { rows: migrations } = await client.query('select name, digest from fadu_migration order by name');
    const { rows: now } = await client.query<{ at: Date }>('select now() as at');
    writer = await ArchiveWriter.begin(file, {
      format: 1,
      version,
      at: now[0]!.at.toISOString(),
      migrations,
      publicKeys: [...booted.keys.publicKeys],
      tables,
    });
    const rows: Record<string, number> = {};
    for (const table of tables) {
      const copy = client.query(copyTo(`copy ${copied(table)} to stdout`));
      await writer.table(table.name, copy);
      rows[table.name] = copy.rowCount;
      if (copy.rowCount > 0) say(`${table.name}：${copy.rowCount}行`);
    }
    // Read after the rows: numbers given out meanwhile are skipped, never given out twice.
    const at = await sequences(client);
    await client.query('commit');
    const files = await addFiles(writer, booted.filesDir);
    say(`附件：${files}个`);
    await writer.finish({ rows, sequences: at });
    const { size } = await stat(file);
    const sum = Object.values(rows).reduce((total, count) => total + count, 0);
    return ok({ file, bytes: size, tables: tables.length, rows: sum, files });
  } catch (error) {
    await writer?.abandon();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') return refuse('full', `没有备份：${file} 所在的磁盘已满。请腾出空间，或者换一个位置。`);
    if (code === 'ENOENT' || code === 'EACCES')
      return refuse('place', `没有备份：不能写入 ${file}（${code === 'ENOENT' ? '目录不存在' : '没有权限'}）。`);
    throw error;
  } finally {
    await client.end();
  }
}

/** Attachments are only ever added, so those the snapshot refers to are there. */
async function addFiles(writer: ArchiveWriter, dir: string): Promise<number> {
  if (!existsSync(dir)) return 0;
  let count = 0;
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(dir, path).split(sep).join('/');
    if (!entry.isFile() || name.startsWith(`${INCOMING}/`)) continue;
    await writer.file(name, path, (await stat(path)).size);
    count += 1;
  }
  return count;
}
