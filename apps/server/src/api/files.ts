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
import type { Scope } from '../access/scope.js';
import { NOTHING } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';
import { HttpProblem, notFound } from './problem.js';
import { officialOf } from './session.js';

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
    const region = platform.directory.findOrg(viewer.actor.posts[0]?.org ?? '')?.region ?? '000000';
    return reply.status(201).send(await receive(request, region, viewer.actor.person));
  });
  app.post(
    '/api/public/files',
    { config: { rateLimit: { max: 60, timeWindow: '10 minutes' } } },
    async (request, reply) => {
      const { region = '000000' } = request.query as { region?: string };
      if (!/^\d{6,9}$/.test(region)) throw new HttpProblem(400, { code: 'query', title: '地区不正确。' });
      return reply.status(201).send(await receive(request, region, null));
    },
  );
  app.get('/api/files/:id', async (request, reply) => {
    const viewer = await officialOf(platform, accounts, request);
    return send(viewer.scope, (request.params as { id: string }).id, reply);
  });

  async function receive(request: FastifyRequest, region: string, person: string | null): Promise<FileRow> {
    const part = await request.file();
    if (!part) throw new HttpProblem(400, { code: 'file.none', title: '没有收到文件，请重新选择。' });
    const name = part.filename.replaceAll(/[\u0000-\u001f\\/]/g, '_').slice(-120) || '未命名';
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
      const handle = await open(temporary);
      await handle.sync();
      await handle.close();
      await rename(temporary, join(dir, digest.slice(0, 2), digest));
      const row: FileRow = { id: uuidv7(), name, type: kind.type, size, digest };
      await platform.pool.query(
        'insert into file (region, id, name, type, size, digest, uploaded_by) values ($1, $2, $3, $4, $5, $6, $7)',
        [region, row.id, name, row.type, size, digest, person],
      );
      return row;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async function send(scope: Scope, id: string, reply: FastifyReply) {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw notFound();
    const { rows } = await scoped(platform.pool, scope ?? NOTHING, (client) =>
      client.query('select name, type, size, digest from file where id = $1', [id]),
    );
    const row = rows[0];
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
}
