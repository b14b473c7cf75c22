import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** The operating-system account the database runs under; undefined means: the account of this process. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

interface PasswdEntry extends Account {}

function passwd(): readonly PasswdEntry[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }));
}

/**
 * PostgreSQL refuses to run as root. A cluster that exists is run by the account that owns it; a new one by
 * `postgres`, else by `nobody`.
 */
export function databaseAccount(cluster: string | undefined): Account | undefined {
  if (!isRoot()) return undefined;
  const entries = passwd();
  if (cluster !== undefined) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return entries.find((entry) => entry.uid === uid) ?? { name: String(uid), uid, gid };
  }
  const found = entries.find((entry) => entry.name === 'postgres') ?? entries.find((entry) => entry.name === 'nobody');
  if (!found) {
    throw new Error(
      '不能启动数据库：正以 root 运行，系统中没有 postgres 或 nobody 用户。可以先执行 useradd --system postgres，或改用普通用户运行。',
    );
  }
  return found;
}

/** The spawn options that make a child run under the account. */
export const as = (account: Account | undefined): { uid?: number; gid?: number } =>
  account ? { uid: account.uid, gid: account.gid } : {};

/** Whether the account can enter the folder: asks the system, so that ancestors and access lists count. */
export function canEnter(account: Account | undefined, dir: string): boolean {
  if (!account) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', dir], { ...as(account), cwd: '/', stdio: 'ignore' }).status === 0
  );
}
