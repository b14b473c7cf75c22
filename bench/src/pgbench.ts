import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface TpcB {
  /** Transactions a second. */
  readonly rate: number;
  /** The program that measured. */
  readonly by: string;
}

/** pgbench of the system, wherever Debian or the PATH keeps it. */
function findPgbench(): string | undefined {
  const found = spawnSync('sh', ['-c', 'command -v pgbench'], { encoding: 'utf8' }).stdout.trim();
  if (found !== '') return found;
  const debian = '/usr/lib/postgresql';
  if (!existsSync(debian)) return undefined;
  return readdirSync(debian)
    .map((version) => join(debian, version, 'bin', 'pgbench'))
    .find((path) => existsSync(path));
}

/**
 * The server's own TPC-B rate (pgbench's default script, scale 10, `clients` clients) for `seconds`, with pgbench when it is
 * there; else the same five statements sent by this process, which costs the measurer more and flatters our ratio: the
 * answer says which.
 */
export async function tpcB(url: string, clients: number, seconds: number): Promise<TpcB> {
  const program = findPgbench();
  return program ? withProgram(program, url, clients, seconds) : byOurselves(url, clients, seconds);
}

function withProgram(program: string, url: string, clients: number, seconds: number): TpcB {
  const run = (args: string[]) => {
    const done = spawnSync(program, [...args, url], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`pgbench: ${done.stderr}`);
    return done.stdout;
  };
  run(['-i', '-q', '-s', '10']);
  const out = run(['-n', '-c', String(clients), '-j', '2', '-T', String(seconds)]);
  const rate = Number(/tps = ([\d.]+)/.exec(out)?.[1]);
  if (!Number.isFinite(rate)) throw new Error(`pgbench said no rate: ${out}`);
  return { rate, by: 'pgbench' };
}

const SCALE = 10;

async function byOurselves(url: string, clients: number, seconds: number): Promise<TpcB> {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  await pool.query(`
    create table if not exists pgbench_branches (bid int primary key, bbalance int, filler char(88));
    create table if not exists pgbench_tellers (tid int primary key, bid int, tbalance int, filler char(84));
    create table if not exists pgbench_accounts (aid int primary key, bid int, abalance int, filler char(84));
    create table if not exists pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
    truncate pgbench_branches, pgbench_tellers, pgbench_accounts, pgbench_history;
    insert into pgbench_branches select n, 0, '' from generate_series(1, ${SCALE}) n;
    insert into pgbench_tellers select n, (n - 1) / 10 + 1, 0, '' from generate_series(1, ${SCALE * 10}) n;
    insert into pgbench_accounts select n, (n - 1) / 100000 + 1, 0, '' from generate_series(1, ${SCALE * 100_000}) n;`);
  let done = 0;
  let stop = false;
  const client = async (): Promise<void> => {
    const connection = await pool.connect();
    const any = (most: number) => 1 + Math.floor(Math.random() * most);
    while (!stop) {
      const [aid, bid, tid, delta] = [any(SCALE * 100_000), any(SCALE), any(SCALE * 10), any(10_000) - 5000];
      await connection.query('begin');
      await connection.query('update pgbench_accounts set abalance = abalance + $1 where aid = $2', [delta, aid]);
      await connection.query('select abalance from pgbench_accounts where aid = $1', [aid]);
      await connection.query('update pgbench_tellers set tbalance = tbalance + $1 where tid = $2', [delta, tid]);
      await connection.query('update pgbench_branches set bbalance = bbalance + $1 where bid = $2', [delta, bid]);
      await connection.query('insert into pgbench_history values ($1, $2, $3, $4, now())', [tid, bid, aid, delta]);
      await connection.query('commit');
      done += 1;
    }
    connection.release();
  };
  const all = Promise.all(Array.from({ length: clients }, client));
  const begin = Date.now();
  await sleep(seconds * 1000);
  stop = true;
  await all;
  const rate = done / ((Date.now() - begin) / 1000);
  await pool.end();
  return { rate, by: 'the same statements through node-postgres (no pgbench on this machine)' };
}
