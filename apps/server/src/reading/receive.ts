import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import type { ReadingReceived } from '@fadu/wire';
import { uuidv7 } from 'uuidv7';
import type { Scope } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';

const READABLE = /\.(txt|html?|docx|pdf)$/i;

/** Kept by its digest (SM3), apart from the files of matters, and never changed. */
export const originalPath = (filesDir: string, digest: string): string =>
  join(filesDir, 'reading', digest.slice(0, 2), digest);

export interface Sender {
  readonly person: string;
  readonly org: string;
  readonly scope: Scope;
}

/**
 * Keeps a file and puts it in the row of those to be read; the same bytes again lead to the report that is there.
 * A file that was refused before is tried again. Refused in words: a kind that is not read, an empty file.
 */
export async function receiveReport(
  platform: Platform,
  filesDir: string,
  sender: Sender,
  name: string,
  content: Readable & { readonly truncated?: boolean },
): Promise<Result<ReadingReceived, Refusal>> {
  if (!READABLE.test(name)) {
    content.resume();
    return no('kind', `不能读取：“${name}”不是可以读的报告文件。支持txt、html、docx、pdf。可以另存为其中一种再上传。`);
  }
  const temporary = join(filesDir, 'incoming', uuidv7());
  await mkdir(join(filesDir, 'incoming'), { recursive: true });
  try {
    const { digest, size } = await keep(content, temporary);
    // The route stops taking in after so many bytes, and says so here.
    if (content.truncated) return no('too_large', `不能读取：“${name}”超过50 MB。请压缩或者分册上传。`);
    if (size === 0) return no('empty', `不能读取：“${name}”是空文件。请重新下载后再上传。`);
    const path = originalPath(filesDir, digest);
    await mkdir(join(path, '..'), { recursive: true });
    await rename(temporary, path);
    return ok(await enter(platform, sender, name, digest, size));
  } finally {
    await rm(temporary, { force: true });
  }
}

async function enter(
  platform: Platform,
  { person, org: orgId, scope }: Sender,
  name: string,
  digest: string,
  size: number,
): Promise<ReadingReceived> {
  const org = platform.directory.getOrg(orgId);
  const id = uuidv7();
  return scoped(platform.pool, scope, async (client) => {
    const added = await client.query(
      `insert into reading_file (region, id, org, path, name, size, digest, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (region, org, digest) do nothing returning id`,
      [org.region, id, org.id, org.path, name, size, digest, person, platform.now()],
    );
    if (added.rowCount === 1) return { id, again: false };
    const { rows } = await client.query<{ id: string }>(
      `update reading_file set state = case state when 'refused' then 'waiting' else state end,
         tries = case state when 'refused' then 0 else tries end, refusal = null
       where region = $1 and org = $2 and digest = $3 returning id`,
      [org.region, org.id, digest],
    );
    return { id: rows[0]!.id, again: true };
  });
}

async function keep(content: Readable, path: string): Promise<{ digest: string; size: number }> {
  const hash = createHash('sm3');
  let size = 0;
  const watch = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(content, watch, createWriteStream(path, { mode: 0o600 }));
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { digest: hash.digest('hex'), size };
}

/** The original as it came; undefined when its bytes are not those that were kept. */
export async function originalOf(filesDir: string, digest: string): Promise<Buffer | undefined> {
  const hash = createHash('sm3');
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(originalPath(filesDir, digest))) {
    hash.update(chunk as Buffer);
    chunks.push(chunk as Buffer);
  }
  return hash.digest('hex') === digest ? Buffer.concat(chunks) : undefined;
}

const no = (code: string, message: string): { ok: false; error: Refusal } => fail(refusal(`reading.${code}`, message));
