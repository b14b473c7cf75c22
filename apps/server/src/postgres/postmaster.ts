import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, as } from './account.js';
import type { Binaries } from './binaries.js';
import { environment } from './cluster.js';
import { leaveToOwner, type Places } from './places.js';
import { isAlive, isPostmasterOf } from './process-table.js';
import type { PostgresOptions } from './server.js';

export const HOST = '127.0.0.1';
/** Crash recovery of a large cluster takes long; giving up early would help nobody. */
const READY_MS = 600_000;
const STOP_MS = 60_000;
/** How long a postmaster that was killed may still have its number while the system takes it down. */
const DYING_MS = 15_000;
const LOG_LIMIT = 10_000_000;

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** The lines of postmaster.pid: number, cluster, start, port, socket folder, address, memory key, status. */
function postmasterOf(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() };
}

/** The server that runs on the cluster, once it is ready; undefined when none does. */
export async function settled(cluster: string): Promise<Postmaster | undefined> {
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    const found = postmasterOf(cluster);
    if (!found) return undefined;
    if (!isPostmasterOf(found.pid, cluster)) {
      // Left by a crash. PostgreSQL removes it itself unless the number now belongs to another process of the account.
      if (isAlive(found.pid)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (found.status === 'ready') return found;
    await sleep(30);
  }
  throw new Error(`数据库一直没有就绪：${cluster}`);
}

const canListen = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, host: HOST, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });

/** Memory the database keeps pages in: an eighth of the machine's, between PostgreSQL's own default and 1 GB. */
export const sharedMegabytes = (bytes: number): number =>
  Math.round(Math.min(1024, Math.max(128, bytes / 8 / 1_048_576)));

export async function launch(
  cluster: string,
  account: Account | undefined,
  binaries: Binaries,
  places: Places,
  options: PostgresOptions,
  say: (line: string) => void,
): Promise<Postmaster> {
  if (existsSync(places.log) && statSync(places.log).size > LOG_LIMIT) renameSync(places.log, `${places.log}.1`);
  const since = Date.now();
  const until = since + READY_MS;
  let wanted = options.port ?? 0;
  while (true) {
    const port = (await canListen(wanted)) ?? (await canListen(0));
    if (port === undefined) throw new Error('不能启动数据库：本机没有可用端口。');
    if (wanted !== 0 && port !== wanted) say(`端口 ${wanted} 已被占用，数据库改用 ${port}`);
    const settings: Record<string, string> = {
      listen_addresses: HOST,
      unix_socket_directories: '',
      password_encryption: 'scram-sha-256',
      logging_collector: 'off',
      log_timezone: 'Asia/Shanghai',
      timezone: 'Asia/Shanghai',
      shared_buffers: `${options.durable === false ? 128 : sharedMegabytes(totalmem())}MB`,
      ...(options.durable === false ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
      ...options.settings,
      port: String(port),
    };
    const logStart = existsSync(places.log) ? statSync(places.log).size : 0;
    const log = openSync(places.log, 'a', 0o600);
    leaveToOwner(places, places.log);
    // Detached: an interrupt at the terminal reaches Fadu only, which then shuts the database down in order.
    const child = spawn(
      binaries.postgres,
      ['-D', cluster, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
      { ...as(account), cwd: '/', env: environment(), stdio: ['ignore', log, log], detached: true },
    );
    closeSync(log);
    let ended = false;
    let failure = '';
    child.once('error', (error) => {
      ended = true;
      failure = error.message;
    });
    child.once('exit', () => {
      ended = true;
    });
    child.unref();
    while (!ended) {
      const found = postmasterOf(cluster);
      if (found && found.pid === child.pid && found.status === 'ready') return found;
      if (Date.now() > until) throw new Error(`数据库一直没有就绪，见 ${places.log}`);
      await sleep(15);
    }
    const output = readFileSync(places.log).subarray(logStart).toString('utf8');
    const portLost = /could not (bind|create any TCP\/IP sockets)/.test(output);
    // Processes of a postmaster that was killed take a moment to notice and let go of the shared memory.
    const dying = /lock file "postmaster.pid" already exists/.test(output) && Date.now() < since + DYING_MS;
    const notYetFree = dying || /shared memory block .* is still in use/.test(output);
    if ((!portLost && !notYetFree) || Date.now() > until) {
      throw new Error(
        `不能启动数据库，见 ${places.log}：\n${(failure || output).trim().split('\n').slice(-8).join('\n')}`,
      );
    }
    if (portLost) {
      say(`端口 ${port} 已被占用，数据库换一个端口`);
      wanted = 0;
    } else await sleep(200);
  }
}

export async function gone(pid: number): Promise<void> {
  const until = Date.now() + STOP_MS;
  while (isAlive(pid)) {
    if (Date.now() > until) throw new Error(`数据库（进程 ${pid}）没有在 ${STOP_MS / 1000} 秒内停下。`);
    await sleep(15);
  }
}
