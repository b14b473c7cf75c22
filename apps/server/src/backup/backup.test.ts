import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot } from '../boot.js';
import { sequence } from '../ledger/sequencer.js';
import { verifyLedger } from '../ledger/verify-ledger.js';
import { checkRecords } from '../matters/check.js';
import { startPostgres } from '../postgres/index.js';
import { temporaryData } from '../postgres/temporary.js';
import { followup, request } from '../testing/sample-lines.js';
import { populate, raise, register, type Stage, take } from '../testing/stage.js';
import { backUp } from './backup.js';
import { restore } from './restore.js';
import { tablesInOrder } from './tables.js';

let stage: Stage;
let dir: string;
let file: string;
const attachment = Buffer.from('样例附件');
const digest = createHash('sm3').update(attachment).digest('hex');

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'fadu-backup-'));
  file = join(dir, 'all.fadu');
  stage = await raise();
  await populate(stage);
  for (let round = 0; round < 3; round += 1) await take(stage, 'east-handler', (await register(stage)).id, 'accept');
  await sequence(stage.platform.pool, stage.keys.signing, stage.platform.now);
  mkdirSync(join(stage.filesDir, digest.slice(0, 2)), { recursive: true });
  writeFileSync(join(stage.filesDir, digest.slice(0, 2), digest), attachment);
  mkdirSync(join(stage.filesDir, 'incoming'), { recursive: true });
  writeFileSync(join(stage.filesDir, 'incoming', 'half'), '未传完');
});
afterAll(async () => {
  await stage.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Rows of every table, as text, to be held against each other. */
async function everything(ownerUrl: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const held: Record<string, string[]> = {};
    for (const { name } of await tablesInOrder(client)) {
      const { rows } = await client.query(`select t::text as row from "${name}" t order by 1`);
      held[name] = rows.map(({ row }) => row as string);
    }
    return held;
  } finally {
    await client.end();
  }
}

/** Restores into a folder of its own and hands over what is there. */
async function restored(
  from: string,
  keys: string | undefined,
  look: (dataDir: string) => Promise<void>,
): Promise<void> {
  const dataDir = temporaryData('fadu-restore-');
  try {
    const done = await restore({ dataDir, durable: false }, from, keys);
    if (!done.ok) throw new Error(done.error.message);
    await look(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const keysOf = (): string => join(stage.dataDir, 'keys.json');

/** What a refused restore says; the folder is looked at before it goes. */
async function refused(from: string, keys: string | undefined, look?: (dataDir: string) => void): Promise<string> {
  const dataDir = temporaryData('fadu-restore-');
  try {
    const done = await restore({ dataDir, durable: false }, from, keys);
    look?.(dataDir);
    return done.ok ? 'restored' : `${done.error.code} ${done.error.message}`;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

describe('a back-up', () => {
  it('holds every row and attachment, and comes back as it was; the record and the ledger hold', async () => {
    const done = await backUp(stage, file, '0.0.0-test');
    expect(done).toMatchObject({ ok: true, value: { files: 1 } });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.part`)).toBe(false);
    const before = await everything(stage.database.ownerUrl);
    await restored(file, keysOf(), async (dataDir) => {
      const booted = await boot({
        dataDir,
        publicUrl: 'http://127.0.0.1/portal',
        lines: [request, followup],
        durable: false,
      });
      try {
        expect(await everything(booted.database.ownerUrl)).toEqual(before);
        expect(readFileSync(join(booted.filesDir, digest.slice(0, 2), digest))).toEqual(attachment);
        expect(existsSync(join(booted.filesDir, 'incoming', 'half'))).toBe(false);
        expect(await checkRecords(booted.platform)).toMatchObject({ matters: 3, events: 6, faults: [] });
        const logs = await verifyLedger(booted.platform.pool, booted.platform.publicKeys);
        expect(logs.map(({ report }) => report.fault)).toEqual([null, null]);
        // Work goes on: numbers and the ledger follow those that were given.
        const again = { ...booted, dataDir } as unknown as Stage;
        await take(again, 'east-handler', (await register(again)).id, 'accept');
        expect(await checkRecords(booted.platform)).toMatchObject({ matters: 4, faults: [] });
      } finally {
        await booted.close();
      }
    });
  });

  it('is not written over another file, nor half', async () => {
    const kept = readFileSync(file);
    expect(await backUp(stage, file, 'x')).toMatchObject({ ok: false, error: { code: 'backup.exists' } });
    expect(readFileSync(file).equals(kept)).toBe(true);
    const nowhere = join(dir, 'nowhere', 'all.fadu');
    expect(await backUp(stage, nowhere, 'x')).toMatchObject({ ok: false, error: { code: 'backup.place' } });
  });

  it('is of one moment, though people go on working', async () => {
    const busy = join(dir, 'busy.fadu');
    let stop = false;
    const work = (async () => {
      while (!stop) await register(stage);
    })();
    await backUp(stage, busy, 'x');
    stop = true;
    await work;
    await restored(busy, keysOf(), async (dataDir) => {
      const lines = [request, followup];
      const booted = await boot({ dataDir, publicUrl: 'http://127.0.0.1/portal', lines, durable: false });
      try {
        expect((await checkRecords(booted.platform)).faults).toEqual([]);
      } finally {
        await booted.close();
      }
    });
  });
});

it('a restore leaves alone what others keep in the same database', async () => {
  const dataDir = temporaryData('fadu-restore-');
  const inside = async (sql: string): Promise<unknown[]> => {
    const server = await startPostgres({ dir: dataDir, durable: false });
    const client = new pg.Client({ connectionString: server.ownerUrl() });
    try {
      await client.connect();
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
      await server.stop();
    }
  };
  try {
    await inside('create table of_others as select 7 as n');
    const done = await restore({ dataDir, durable: false }, file, keysOf());
    expect(done.ok).toBe(true);
    expect(await inside('select n from of_others')).toEqual([{ n: 7 }]);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

describe('a restore is refused', () => {
  it('of a file that was damaged, cut short, changed, or is something else; nothing is written', async () => {
    const whole = readFileSync(file);
    const bad = join(dir, 'bad.fadu');
    const untouched = (dataDir: string) => expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    const say = (bytes: Uint8Array) => {
      writeFileSync(bad, bytes);
      return refused(bad, keysOf(), untouched);
    };
    expect(await say(whole.subarray(0, whole.length - 2000))).toMatch(/^backup\.damaged/);
    const changed = gunzipSync(whole);
    const at = changed.indexOf('east-handler\t样例east-handler');
    expect(at).toBeGreaterThan(0);
    changed.write('w', at);
    expect(await say(gzipSync(changed))).toMatch(/^backup\.damaged .*tables\/person\/000001/);
    expect(await say(Buffer.from('不是备份'))).toMatch(/^backup\.damaged/);
    expect(await say(gzipSync(Buffer.alloc(1024)))).toMatch(/^backup\.foreign/);
    expect(await refused(join(dir, 'none.fadu'), keysOf(), untouched)).toMatch(/^backup\.missing/);
    // The manifest comes last; without it something may be missing that nobody can tell.
    const manifest = gunzipSync(whole).indexOf('manifest.json');
    const cut = Buffer.concat([gunzipSync(whole).subarray(0, manifest), Buffer.alloc(1024)]);
    expect(await say(gzipSync(cut))).toMatch(/^backup\.cut/);
  });

  it('without the keys of the platform, or with those of another', async () => {
    expect(await refused(file, undefined)).toMatch(/^backup\.keys 不能恢复：没有密钥/);
    const other = temporaryData('fadu-keys-');
    const { keptKeys } = await import('../keys.js');
    keptKeys(other);
    expect(await refused(file, join(other, 'keys.json'))).toContain('不是这份备份的密钥');
    writeFileSync(join(other, 'broken.json'), '{');
    expect(await refused(file, join(other, 'broken.json'))).toContain('不是本平台的密钥文件');
    rmSync(other, { recursive: true, force: true });
  });

  it('where there is work already, and of a newer program', async () => {
    const dataDir = temporaryData('fadu-restore-');
    try {
      copyFileSync(keysOf(), join(dataDir, 'keys.json'));
      expect(await restore({ dataDir, durable: false }, file, undefined)).toMatchObject({ ok: true });
      expect(await restore({ dataDir, durable: false }, file, undefined)).toMatchObject({
        ok: false,
        error: { code: 'backup.not_empty' },
      });
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
    const newer = join(dir, 'newer.fadu');
    await stage.owner.query("insert into fadu_migration (name, digest) values ('9999-later', 'x')");
    try {
      await backUp(stage, newer, '9.0.0');
    } finally {
      await stage.owner.query("delete from fadu_migration where name = '9999-later'");
    }
    expect(await refused(newer, keysOf())).toMatch(/^backup\.version .*9\.0\.0.*9999-later/);
  });
});
