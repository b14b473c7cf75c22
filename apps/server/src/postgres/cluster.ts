import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, as, isRoot } from './account.js';
import type { Binaries } from './binaries.js';
import { newClusterPlace, type Places, pointTo } from './places.js';
import { SUPERUSER } from './roles.js';
import type { Secrets } from './secrets.js';

/** Nothing of the caller's environment may change the server: no PG* variables, no foreign libraries, fixed language. */
export const environment = (): NodeJS.ProcessEnv => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' });

export function checkOwner(cluster: string | undefined): void {
  if (cluster === undefined || isRoot() || process.getuid === undefined) return;
  const { uid } = statSync(cluster);
  if (uid === process.getuid()) return;
  throw new Error(
    `不能启动数据库：${cluster} 属于另一个用户（uid ${uid}），当前用户 uid ${process.getuid()}。可以仍由原来的用户（或 root）运行，或由管理员把整个数据目录改给当前用户：chown -R ${process.getuid()} ${dirname(dirname(cluster))}`,
  );
}

export function checkVersion(cluster: string, binaries: Binaries): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === binaries.major) return;
  throw new Error(
    `不能启动数据库：数据由 PostgreSQL ${made} 建立，程序为 ${binaries.major}。可以先用原版本导出，再导入新版本；数据没有改动。`,
  );
}

export function makeCluster(
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

/** Puts the superuser's new password in, in single-user mode: the cluster stays usable when secrets.json was lost. */
export function resetSuperuser(
  binaries: Binaries,
  account: Account | undefined,
  cluster: string,
  secrets: Secrets,
): void {
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
