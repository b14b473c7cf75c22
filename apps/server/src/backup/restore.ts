import { createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ok, type Refusal, type Result } from '@fadu/kernel';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrateAccounts } from '../access/accounts.js';
import { type BootOptions, findDatabase } from '../boot.js';
import { readKeys } from '../keys.js';
import { migrate, migrationsKnown } from '../storage/migrate.js';
import { openPool } from '../storage/pool.js';
import { entriesOf, type Head, type Manifest, readThrough, refuse } from './archive.js';
import { copied, quoted, type Table, tablesInOrder } from './tables.js';

export interface RestoreSummary {
  readonly at: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/** Nobody works on a platform in which none of these has a row. */
const SIGNS_OF_WORK = ['org', 'person', 'matter', 'law', 'user'];

/**
 * Puts a back-up into a data folder without data. The file is first read through and held against its manifest; the database is filled
 * in one transaction, so that a restore cut short leaves it as empty as it was and can be begun again.
 * @param keys the `keys.json` of the platform that was backed up, unless it lies in the data folder already.
 */
export async function restore(
  options: Pick<BootOptions, 'dataDir' | 'databaseUrl' | 'databaseAppUrl' | 'say' | 'durable'>,
  file: string,
  keys: string | undefined,
): Promise<Result<RestoreSummary, Refusal>> {
  const say = options.say ?? (() => undefined);
  const through = await readThrough(file);
  if (!through.ok) return through;
  const { head, manifest } = through.value;
  say(`备份完好：${head.at}，${head.tables.length}张表，程序版本${head.version}`);
  const unfit = unknownMigration(head) ?? (await placeKeys(options.dataDir, keys, head));
  if (unfit) return unfit;
  const database = await findDatabase(options, say);
  const owner = openPool(database.ownerUrl, 2);
  try {
    const prepared = await prepare(owner, head);
    if (prepared) return prepared;
    const loaded = await load(database.ownerUrl, file, { head, manifest }, join(options.dataDir, 'files'), say);
    if (loaded.ok) await owner.query('analyze');
    return loaded;
  } finally {
    await owner.end();
    await database.server?.stop();
  }
}

function unknownMigration(head: Head): ReturnType<typeof refuse> | undefined {
  const known = migrationsKnown();
  const foreign = head.migrations.find(({ name, digest }) => known.get(name) !== digest);
  if (!foreign) return undefined;
  return refuse(
    'version',
    `不能恢复：备份由程序版本${head.version}制作，数据结构（${foreign.name}）是本程序不认识的。请用制作备份的版本或者更新的版本恢复。`,
  );
}

/** The keys are the ones of the back-up: others could not read its personal data, nor go on with its record. */
async function placeKeys(
  dataDir: string,
  given: string | undefined,
  head: Head,
): Promise<ReturnType<typeof refuse> | undefined> {
  const place = join(dataDir, 'keys.json');
  const source = given ?? place;
  if (!existsSync(source))
    return refuse(
      'keys',
      `不能恢复：没有密钥 ${source}。备份不含密钥；请把另外保管的 keys.json 用 --keys 给出，没有它，加密的个人信息不能读，存证不能接续。`,
    );
  let known: readonly string[];
  try {
    known = readKeys(source).publicKeys;
  } catch {
    return refuse('keys', `不能恢复：${source} 不是本平台的密钥文件。`);
  }
  if (!known.includes(head.publicKeys[0]!))
    return refuse('keys', `不能恢复：${source} 不是这份备份的密钥。请找出制作备份的平台的 keys.json。`);
  if (source === place) return undefined;
  if (existsSync(place))
    return refuse('keys', `不能恢复：${place} 已经有密钥。请换一个空的数据目录，或者不用 --keys。`);
  await mkdir(dataDir, { recursive: true });
  await copyFile(source, `${place}.new`);
  await rename(`${place}.new`, place);
  return undefined;
}

/** The schema as the back-up had it; refused where somebody has worked already. */
async function prepare(owner: pg.Pool, head: Head): Promise<ReturnType<typeof refuse> | undefined> {
  const client = await owner.connect();
  try {
    const before = new Set(
      (await client.query("select to_regclass('fadu_migration') is not null as there")).rows[0].there
        ? (await client.query('select name from fadu_migration')).rows.map((row) => row.name as string)
        : [],
    );
    const wanted = new Set(head.migrations.map(({ name }) => name));
    for (const table of SIGNS_OF_WORK) {
      const { rows } = await client.query('select to_regclass($1) is not null as there', [quoted(table)]);
      if (!rows[0].there) continue;
      const { rows: some } = await client.query(`select exists(select from ${quoted(table)}) as some`);
      if (some[0].some)
        return refuse(
          'not_empty',
          '不能恢复：数据目录或者数据库中已经有数据，恢复会与之相混。请用空的数据目录，设 FADU_DATA。',
        );
    }
    if ([...before].some((name) => !wanted.has(name)))
      return refuse(
        'not_empty',
        '不能恢复：数据库的结构比备份新。请用空的数据目录或者空的数据库，设 FADU_DATA 或者 DATABASE_URL。',
      );
    await migrate(client, wanted);
  } finally {
    client.release();
  }
  await migrateAccounts(owner);
  return undefined;
}

async function load(
  ownerUrl: string,
  file: string,
  { head, manifest }: { head: Head; manifest: Manifest },
  filesDir: string,
  say: (line: string) => void,
): Promise<Result<RestoreSummary, Refusal>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const here = await tablesInOrder(client);
    const lacking = head.tables.find((table) => !here.some((one) => fits(table, one)));
    if (lacking)
      return refuse('version', `不能恢复：备份中的表 ${lacking.name} 与本程序的不同。请用制作备份的版本恢复。`);
    // Only what comes back: a database that was given may hold tables of others.
    await client.query(`truncate ${head.tables.map(({ name }) => quoted(name)).join(', ')}`);
    // What a trigger would follow up is in the back-up itself.
    for (const { name } of head.tables) await client.query(`alter table ${quoted(name)} disable trigger user`);
    const loading = new Loading(client, head.tables);
    let files = 0;
    for await (const { name, bytes } of entriesOf(file)) {
      const [kind, ...rest] = name.split('/');
      if (kind === 'tables') await loading.take(rest[0]!, bytes);
      if (kind !== 'files') continue;
      await loading.end();
      await writeFile(filesDir, rest, bytes);
      files += 1;
    }
    await loading.end();
    for (const { name } of head.tables) await client.query(`alter table ${quoted(name)} enable trigger user`);
    for (const { name, value, called } of manifest.sequences)
      await client.query('select setval($1::regclass, $2, $3)', [quoted(name), value, called]);
    for (const [name, rows] of Object.entries(manifest.rows))
      if ((loading.rows.get(name) ?? 0) !== rows) throw new Error(`${name}: ${loading.rows.get(name)} rows of ${rows}`);
    await client.query('commit');
    const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
    say(`已写入：${rows}行，附件${files}个`);
    return ok({ at: head.at, tables: head.tables.length, rows, files });
  } finally {
    await client.end();
  }
}

const fits = (wanted: Table, here: Table): boolean =>
  wanted.name === here.name && wanted.columns.every((column) => here.columns.includes(column));

/** Feeds the pieces of a table into one COPY after the other. */
class Loading {
  readonly rows = new Map<string, number>();
  #open: { readonly name: string; readonly copy: ReturnType<typeof copyFrom> } | undefined;

  constructor(
    private readonly client: pg.Client,
    private readonly tables: readonly Table[],
  ) {}

  async take(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    if (this.#open?.name !== name) {
      await this.end();
      const table = this.tables.find((one) => one.name === name);
      if (!table) throw new Error(`rows of an unknown table ${name}`);
      this.#open = { name, copy: this.client.query(copyFrom(`copy ${copied(table)} from stdin`)) };
    }
    await pipeline(Readable.from(bytes), this.#open.copy, { end: false });
  }

  async end(): Promise<void> {
    if (!this.#open) return;
    const { name, copy } = this.#open;
    this.#open = undefined;
    const done = finished(copy);
    copy.end();
    await done;
    this.rows.set(name, copy.rowCount);
  }
}

/** Names are checked by the manifest already; a path out of the folder is never followed all the same. */
async function writeFile(dir: string, parts: readonly string[], bytes: AsyncIterable<Uint8Array>): Promise<void> {
  if (parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\\')))
    throw new Error(`a file outside the data folder: ${parts.join('/')}`);
  const path = join(dir, ...parts);
  await mkdir(dirname(path), { recursive: true });
  await pipeline(Readable.from(bytes), createWriteStream(`${path}.new`, { mode: 0o600 }));
  await rename(`${path}.new`, path);
}
