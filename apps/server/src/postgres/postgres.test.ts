import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectExternal, createDatabase, onConnection, type PostgresServer, startPostgres } from './index.js';
import { sharedMegabytes } from './postmaster.js';
import { isAlive } from './process-table.js';

const silent = (): void => undefined;
const one = (url: string, sql: string) =>
  onConnection(url, async (client) => Object.values((await client.query(sql)).rows[0])[0]);
const run = (url: string, sql: string) => onConnection(url, (client) => client.query(sql));

async function untilGone(pid: number): Promise<void> {
  for (let i = 0; i < 400 && isAlive(pid); i += 1) await sleep(25);
}

describe('the embedded PostgreSQL', () => {
  const base = mkdtempSync(join(tmpdir(), 'fadu-pg-'));
  chmodSync(base, 0o755);
  const dir = join(base, 'data');
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres({ dir, say: silent });
  });
  afterAll(async () => {
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
    rmSync(base, { recursive: true, force: true });
  });

  it('is a PostgreSQL 18 on the loopback address, run by an account that is not root', async () => {
    expect(await one(server.superuserUrl, `select current_setting('server_version_num')::int / 10000`)).toBe(18);
    expect(await one(server.superuserUrl, `select current_setting('listen_addresses')`)).toBe('127.0.0.1');
    expect(statSync(server.dataDir).uid).not.toBe(0);
    expect(statSync(join(dir, 'postgres', 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('keeps pages in an eighth of the memory, within bounds', () => {
    const GB = 1_073_741_824;
    expect([0.5, 2, 4, 24].map((size) => sharedMegabytes(size * GB))).toEqual([128, 256, 512, 1024]);
  });

  it('wants the password of each role', async () => {
    const wrong = new URL(server.appUrl('fadu'));
    wrong.password = 'wrong';
    await expect(run(wrong.toString(), 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('has an owner that makes tables and a working role that may not', async () => {
    await run(server.ownerUrl('fadu'), 'create table kept (text text); grant select on kept to fadu_app');
    await run(server.ownerUrl('fadu'), `insert into kept values ('行政复议')`);
    expect(await one(server.appUrl('fadu'), 'select text from kept')).toBe('行政复议');
    await expect(run(server.appUrl('fadu'), 'create table other (id int)')).rejects.toThrow(/permission denied/);
    const rights = `select bool_or(rolsuper or rolbypassrls or rolcreaterole or rolcreatedb) from pg_roles where rolname in ('fadu_owner', 'fadu_app')`;
    expect(await one(server.superuserUrl, rights)).toBe(false);
  });

  it('has trees and the search of Chinese text, sorted by code point', async () => {
    expect(await one(server.appUrl('fadu'), `select 'a.b'::ltree @> 'a.b.c'::ltree`)).toBe(true);
    expect(await one(server.appUrl('fadu'), `select cardinality(show_trgm('行政复议')) > 0`)).toBe(true);
    expect(await one(server.appUrl('fadu'), `select 'B' < 'a' and lower('Ä') = 'ä'`)).toBe(true);
  });

  it('makes further databases, as the tests of other parts need', async () => {
    await createDatabase(server, 'second');
    await run(server.ownerUrl('second'), 'create table t (path ltree)');
  });

  it('is used again by a second start, which does not stop it', async () => {
    const second = await startPostgres({ dir, say: silent });
    expect(second.pid).toBe(server.pid);
    await second.stop();
    expect(await one(server.appUrl('fadu'), 'select count(*)::int from kept')).toBe(1);
  });

  it('has all data after the postmaster was killed', async () => {
    await run(server.ownerUrl('fadu'), `insert into kept values ('second')`);
    process.kill(server.pid, 'SIGKILL');
    await untilGone(server.pid);
    const before = server.pid;
    server = await startPostgres({ dir, say: silent });
    expect(server.pid).not.toBe(before);
    expect(await one(server.appUrl('fadu'), 'select count(*)::int from kept')).toBe(2);
  });

  it('is taken over from a Fadu that was killed, and then stopped', async () => {
    await server.stop();
    const script = `import { startPostgres } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
      const s = await startPostgres({ dir: ${JSON.stringify(dir)}, say() {} }); console.log(s.pid); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: process.cwd(),
    });
    const pid = await new Promise<number>((resolve) => child.stdout.once('data', (text) => resolve(Number(text))));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(isAlive(pid)).toBe(true);
    const heir = await startPostgres({ dir, say: silent });
    expect(heir.pid).toBe(pid);
    await heir.stop();
    expect(isAlive(pid)).toBe(false);
    server = await startPostgres({ dir, say: silent });
  });

  it('stops with the process that started it, also on a signal', async () => {
    await server.stop();
    const script = `import { startPostgres } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
      const s = await startPostgres({ dir: ${JSON.stringify(dir)}, say() {} }); console.log(s.pid); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: process.cwd(),
    });
    const pid = await new Promise<number>((resolve) => child.stdout.once('data', (text) => resolve(Number(text))));
    child.kill('SIGTERM');
    await untilGone(pid);
    expect(isAlive(pid)).toBe(false);
    server = await startPostgres({ dir, say: silent });
    expect(await one(server.appUrl('fadu'), 'select count(*)::int from kept')).toBe(2);
  });

  it('takes another port, and says so, when the wanted one is in use', async () => {
    await server.stop();
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    const said: string[] = [];
    server = await startPostgres({ dir, port, say: (line) => said.push(line) });
    other.close();
    expect(server.port).not.toBe(port);
    expect(said.join()).toContain(`端口 ${port} 已被占用`);
    expect(await one(server.appUrl('fadu'), 'select count(*)::int from kept')).toBe(2);
  });

  it('opens again after its passwords were lost', async () => {
    rmSync(join(dir, 'postgres', 'secrets.json'));
    server = await startPostgres({ dir, say: silent });
    expect(await one(server.appUrl('fadu'), 'select count(*)::int from kept')).toBe(2);
  });

  it('can be given as an external database, by a superuser or by an owner that may not make roles', async () => {
    const whole = await connectExternal(new URL('/second', server.superuserUrl).toString(), { dir: join(base, 'ext') });
    if (!whole.ok) throw new Error(whole.error.message);
    expect(await one(whole.value.ownerUrl(), 'select current_user::text')).toBe('fadu_owner');
    expect(await one(whole.value.appUrl(), 'select current_user::text')).toBe('fadu_app');

    const poor = await connectExternal(whole.value.ownerUrl(), { dir: join(base, 'ext2') });
    expect(poor.ok ? '' : poor.error.message).toContain('create role fadu_app login');
    const helped = await connectExternal(whole.value.ownerUrl(), {
      dir: join(base, 'ext2'),
      appUrl: whole.value.appUrl(),
    });
    expect(helped.ok).toBe(true);
    const same = await connectExternal(whole.value.ownerUrl(), {
      dir: join(base, 'ext2'),
      appUrl: whole.value.ownerUrl(),
    });
    expect(same.ok ? '' : same.error.code).toBe('database.working-role');
    const nobody = await connectExternal('postgres://a:b@127.0.0.1:1/x', { dir: base });
    expect(nobody.ok ? '' : nobody.error.code).toBe('database.unreachable');
  });
});

describe.runIf(process.getuid?.() === 0)('a data folder that only root can enter', () => {
  it('keeps the cluster outside and finds it again', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'fadu-closed-'));
    mkdirSync(join(closed, 'data'));
    const said: string[] = [];
    const server = await startPostgres({ dir: join(closed, 'data'), durable: false, say: (line) => said.push(line) });
    try {
      await run(server.ownerUrl('fadu'), 'create table kept (id int)');
      await server.stop();
      expect(said.join()).toContain(server.dataDir);
      expect(JSON.parse(readFileSync(join(closed, 'data', 'postgres', 'location.json'), 'utf8'))).toEqual({
        cluster: server.dataDir,
      });
      const again = await startPostgres({ dir: join(closed, 'data'), durable: false, say: silent });
      expect(await one(again.appUrl('fadu'), `select count(*)::int from pg_tables where tablename = 'kept'`)).toBe(1);
      await again.stop();
    } finally {
      rmSync(server.dataDir, { recursive: true, force: true });
      rmSync(closed, { recursive: true, force: true });
    }
  });
});
