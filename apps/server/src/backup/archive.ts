import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { fail, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import tar from 'tar-stream';
import { z } from 'zod';

/**
 * A back-up is a gzipped tar that any tool opens: `backup.json` first, what it is of; `tables/NAME/000001` …, the rows of a
 * table as PostgreSQL's COPY text, in pieces, since tar must know a size before it comes; `files/…`, attachments as they lie in
 * the data folder; `manifest.json` last, the digest of each entry. Without the last the back-up was cut short.
 */
const HEAD = 'backup.json';
const MANIFEST = 'manifest.json';
/** Bytes of a piece of a table. */
const PIECE = 8 * 1024 * 1024;

const headSchema = z.object({
  format: z.literal(1),
  version: z.string(),
  /** When the snapshot was taken. */
  at: z.string(),
  migrations: z.array(z.object({ name: z.string(), digest: z.string() })),
  /** Public keys of the ledger; the private ones, and those of personal data, are kept apart. */
  publicKeys: z.array(z.string()).min(1),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
const manifestSchema = z.object({
  /** SM3 of every entry before, hexadecimal. */
  digests: z.record(z.string(), z.string()),
  rows: z.record(z.string(), z.number()),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
});
export type Head = z.infer<typeof headSchema>;
export type Manifest = z.infer<typeof manifestSchema>;

/** One entry while it is read: its bytes must be taken, or drained, before the next. */
export interface Entry {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export class ArchiveWriter {
  readonly #pack = tar.pack();
  readonly #digests: Record<string, string> = {};
  readonly #written: Promise<void>;

  #failure: Error | undefined;

  private constructor(
    private readonly path: string,
    private readonly part: string,
    out: FileHandle,
  ) {
    this.#written = pipeline(
      this.#pack as unknown as Readable,
      createGzip({ level: 3 }),
      out.createWriteStream({ flush: true }),
    );
    this.#written.catch((error: Error) => {
      this.#failure = error;
    });
  }

  /** Writes beside the path; the name is given to what is whole. @throws Error of the file system. */
  static async begin(path: string, head: Head): Promise<ArchiveWriter> {
    const part = `${path}.part`;
    await rm(part, { force: true });
    const writer = new ArchiveWriter(path, part, await open(part, 'wx', 0o600));
    await writer.#add(HEAD, Buffer.from(JSON.stringify(head, null, 1)));
    return writer;
  }

  /** Rows of a table as they come. */
  async table(name: string, rows: AsyncIterable<Buffer>): Promise<void> {
    let piece: Buffer[] = [];
    let size = 0;
    let number = 0;
    const flush = async () => {
      number += 1;
      await this.#add(`tables/${name}/${String(number).padStart(6, '0')}`, Buffer.concat(piece));
      [piece, size] = [[], 0];
    };
    for await (const bytes of rows) {
      piece.push(bytes);
      size += bytes.length;
      if (size >= PIECE) await flush();
    }
    if (size > 0) await flush();
  }

  async file(name: string, path: string, size: number): Promise<void> {
    const hash = createHash('sm3');
    const entry = this.#pack.entry({ name: `files/${name}`, size });
    const bytes = createReadStream(path);
    bytes.on('data', (chunk) => hash.update(chunk));
    await this.#told(pipeline(bytes, entry as unknown as NodeJS.WritableStream));
    this.#digests[`files/${name}`] = hash.digest('hex');
  }

  async finish(rest: Omit<Manifest, 'digests'>): Promise<void> {
    await this.#add(MANIFEST, Buffer.from(JSON.stringify({ digests: this.#digests, ...rest })));
    this.#pack.finalize();
    await this.#written;
    await rename(this.part, this.path);
  }

  /** Takes back what was written. */
  async abandon(): Promise<void> {
    this.#pack.destroy();
    await this.#written.catch(() => undefined);
    await rm(this.part, { force: true });
  }

  async #add(name: string, bytes: Buffer): Promise<void> {
    this.#digests[name] = createHash('sm3').update(bytes).digest('hex');
    await this.#told(
      new Promise<void>((resolve, reject) => {
        // A full disk ends the pipe; then nobody calls back.
        this.#written.catch(reject);
        this.#pack.entry({ name }, bytes, (error) => (error ? reject(error) : resolve()));
      }),
    );
  }

  /** What ended the pipe, rather than that it has ended. */
  async #told(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      throw this.#failure ?? error;
    }
  }
}

/** The entries in their order. @throws Error when the file is no gzipped tar, or ends early. */
export async function* entriesOf(path: string): AsyncGenerator<Entry> {
  const extract = tar.extract();
  const read = pipeline(createReadStream(path), createGunzip(), extract as unknown as NodeJS.WritableStream);
  read.catch((error: Error) => extract.destroy(error));
  for await (const entry of extract) {
    yield { name: entry.header.name, bytes: entry as AsyncIterable<Uint8Array> };
    entry.resume();
  }
  await read;
}

/** Reads the whole back-up and holds it against its manifest, before anything is written anywhere. */
export async function readThrough(path: string): Promise<Result<{ head: Head; manifest: Manifest }, Refusal>> {
  const digests = new Map<string, string>();
  let [head, manifest]: [string | undefined, string | undefined] = [undefined, undefined];
  try {
    for await (const { name, bytes } of entriesOf(path)) {
      const hash: Hash = createHash('sm3');
      const kept: Uint8Array[] = [];
      for await (const chunk of bytes) {
        hash.update(chunk);
        if (name === HEAD || name === MANIFEST) kept.push(chunk);
      }
      digests.set(name, hash.digest('hex'));
      if (name === HEAD) head = Buffer.concat(kept).toString();
      if (name === MANIFEST) manifest = Buffer.concat(kept).toString();
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return refuse('missing', `没有文件 ${path}。请核对文件名。`);
    return refuse('damaged', `不能恢复：${path} 不是完整的备份文件（${message}）。请改用另一份备份。`);
  }
  const [first, last] = [parsed(headSchema, head), parsed(manifestSchema, manifest)];
  if (!first) return refuse('foreign', `不能恢复：${path} 不是本平台的备份文件。`);
  if (!last) return refuse('cut', `不能恢复：${path} 没有写完，缺少清单。请改用另一份备份。`);
  const expected = Object.entries(last.digests);
  const bad = expected.find(([name, digest]) => digests.get(name) !== digest);
  if (bad)
    return refuse('damaged', `不能恢复：备份中的 ${bad[0]} 与清单不符，文件已经损坏或者被改动。请改用另一份备份。`);
  const strange = [...digests.keys()].find((name) => name !== MANIFEST && !Object.hasOwn(last.digests, name));
  if (strange) return refuse('damaged', `不能恢复：备份中的 ${strange} 不在清单内，文件被改动过。请改用另一份备份。`);
  return ok({ head: first, manifest: last });
}

function parsed<T>(schema: z.ZodType<T>, text: string | undefined): T | undefined {
  try {
    return schema.parse(JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}

export const refuse = (code: string, message: string) => fail(refusal(`backup.${code}`, message));
