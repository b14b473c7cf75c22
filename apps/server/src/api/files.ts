import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileRow } from '@fadu/wire';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import type { Accounts } from '../access/accounts.js';
import type { Platform } from '../matters/execute.js';
import { filesIn } from '../matters/files-in.js';
import { cutData, cutFor } from '../matters/served.js';
import { isUuid } from '../matters/uuid.js';
import { scoped } from '../storage/scoped.js';
import { HttpProblem, notFound } from './problem.js';
import { type Official, officialOf } from './session.js';

export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** Kinds that are taken, told by their first bytes, not by their names. */
const KINDS: readonly {
  readonly type: string;
  readonly names: RegExp;
  readonly starts: readonly (readonly number[])[];
  readonly word: string;
}[] = [
  { type: 'application/pdf', names: /\.pdf$/i, starts: [[0x25, 0x50, 0x44, 0x46]], word: 'PDF' },
  { type: 'image/jpeg', names: /\.jpe?g$/i, starts: [[0xff, 0xd8, 0xff]], word: '照片' },
  { type: 'image/png', names: /\.png$/i, starts: [[0x89, 0x50, 0x4e, 0x47]], word: '图片' },
  { type: 'image/webp', names: /\.webp$/i, starts: [[0x52, 0x49, 0x46, 0x46]], word: '图片' },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    names: /\.docx$/i,
    starts: [[0x50, 0x4b, 3, 4]],
    word: 'Word文档',
  },
  { type: 'application/ofd', names: /\.ofd$/i, starts: [[0x50, 0x4b, 3, 4]], word: 'OFD' },
  {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    names: /\.xlsx$/i,
    starts: [[0x50, 0x4b, 3, 4]],
    word: 'Excel文档',
  },
  { type: 'application/msword', names: /\.(doc|wps)$/i, starts: [[0xd0, 0xcf, 0x11, 0xe0]], word: 'Word文档' },
];

/** Attachments: content-addressed files on disk, rows in the database. */
export function fileRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts, dir: string): void {
  app.post('/api/files', async (request, reply) => {
    const viewer = await officialOf(platform, accounts, request);
    return reply.status(201).send(await receive(request, viewer.actor.person));
  });
  app.post(
    '/api/public/files',
    { config: { rateLimit: { max: 400, timeWindow: '10 minutes' } } },
    async (request, reply) => reply.status(201).send(await receive(request, null)),
  );
  app.get('/api/files/:id', async (request, reply) => {
    const viewer = await officialOf(platform, accounts, request);
    return send(viewer, (request.params as { id: string }).id, reply);
  });

  async function receive(request: FastifyRequest, person: string | null): Promise<FileRow> {
    const part = await request.file();
    if (!part) throw new HttpProblem(400, { code: 'file.none', title: '没有收到文件，请重新选择。' });
    const name = tidyName(part.filename);
    const kind = KINDS.find((one) => one.names.test(name));
    const temporary = join(dir, 'incoming', uuidv7());
    await mkdir(join(dir, 'incoming'), { recursive: true });
    const hash = createHash('sm3');
    let size = 0;
    let head = Buffer.alloc(0);
    const watch = new Transform({
      transform(chunk: Buffer, _, done) {
        size += chunk.length;
        hash.update(chunk);
        if (head.length < 16) head = Buffer.concat([head, chunk]).subarray(0, 16);
        done(null, chunk);
      },
    });
    try {
      await pipeline(part.file, watch, createWriteStream(temporary, { mode: 0o600 }));
      if (part.file.truncated)
        throw new HttpProblem(413, {
          code: 'file.too_large',
          title: `“${name}”超过50 MB，没有上传。请压缩或者分开上传。`,
        });
      if (size === 0) throw new HttpProblem(422, { code: 'file.empty', title: `“${name}”是空文件，没有上传。` });
      if (!kind)
        throw new HttpProblem(422, {
          code: 'file.kind',
          title: `“${name}”不能上传。请用照片、PDF、OFD、Word或者Excel文件。`,
        });
      if (!kind.starts.some((start) => start.every((byte, index) => head[index] === byte))) {
        throw new HttpProblem(422, {
          code: 'file.not_what_it_says',
          title: `“${name}”不是${kind.word}，打不开。请重新拍照或者选PDF、OFD、Word。`,
        });
      }
      const digest = hash.digest('hex');
      await mkdir(join(dir, digest.slice(0, 2)), { recursive: true });
      await settle(temporary);
      await rename(temporary, join(dir, digest.slice(0, 2), digest));
      await settle(join(dir, digest.slice(0, 2)));
      const row: FileRow = { id: uuidv7(), name, type: kind.type, size, digest };
      await platform.pool.query(
        'insert into upload (id, name, type, size, digest, uploaded_by) values ($1, $2, $3, $4, $5, $6)',
        [row.id, name, row.type, size, digest, person],
      );
      return row;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async function send(viewer: Official, id: string, reply: FastifyReply) {
    if (!isUuid(id)) throw notFound();
    const row = (await findAttached(viewer, id)) ?? (await findUpload(viewer, id));
    if (!row) throw notFound();
    const path = join(dir, row.digest.slice(0, 2), row.digest);
    await stat(path);
    return reply
      .header('content-type', row.type)
      .header('content-length', row.size)
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(row.name)}`)
      .header('content-security-policy', "default-src 'none'; img-src 'self'; object-src 'self'; sandbox")
      .send(createReadStream(path));
  }

  /** A file of a matter the viewer sees; a participant gets what stands in the part that was served on it, and its own. */
  async function findAttached(viewer: Official, id: string): Promise<StoredFile | undefined> {
    const { rows } = await scoped(platform.pool, viewer.scope, (client) =>
      client.query(
        'select f.name, f.type, f.size, f.digest, f.uploaded_by, m.line, m.organ, m.path::text as path, m.data from file f join matter m on m.region = f.region and m.id = f.matter where f.id = $1',
        [id],
      ),
    );
    return rows.find((row) => {
      const line = platform.lineOf(row.line);
      if (!line) return false;
      const cut = cutFor(viewer, line, row);
      return (
        cut === null ||
        row.uploaded_by === viewer.actor.person ||
        filesIn(line.fields, cutData(row.data, cut)).ids.includes(id)
      );
    });
  }

  async function findUpload(viewer: Official, id: string): Promise<StoredFile | undefined> {
    const { rows } = await platform.pool.query(
      'select name, type, size, digest from upload where id = $1 and uploaded_by = $2',
      [id, viewer.actor.person],
    );
    return rows[0];
  }
}

interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly size: string;
  readonly digest: string;
}

/**
 * The name a person gave, without what no file name may hold: path separators, control characters, characters that turn
 * the direction of writing (附件gpj.exe), bytes that were no UTF-8. The end is kept, since it tells the kind.
 */
export const tidyName = (given: string | undefined): string =>
  [...(given ?? '').replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd\\/]/gu, '_')]
    .slice(-120)
    .join('')
    .trim() || '未命名';

/** Sees to it that a file, or the entries of a folder, outlive a loss of power. */
async function settle(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
