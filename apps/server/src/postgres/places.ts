import { createHash } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, canEnter, isRoot } from './account.js';

/** A folder outside the checkout that every account can enter; used only when running as root. */
export function stableFolder(): string {
  for (const parent of ['/var/lib', tmpdir()]) {
    try {
      accessSync(parent, constants.W_OK);
      const dir = join(parent, 'fadu');
      mkdirSync(dir, { recursive: true, mode: 0o755 });
      return dir;
    } catch {
      // A read-only /var/lib: the next one.
    }
  }
  throw new Error('不能启动数据库：/var/lib 和临时目录都不可写。');
}

/** Where the files of one database lie. `home` is `<dir>/postgres`. */
export interface Places {
  readonly home: string;
  readonly secrets: string;
  readonly log: string;
  readonly owner: string;
  readonly lock: string;
  readonly pointer: string;
}

export function placesIn(dir: string): Places {
  const home = join(dir, 'postgres');
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    accessSync(home, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
    throw new Error(
      `不能启动数据库：当前用户不能写入数据目录 ${home}。可以由建立该目录的用户（或 root）运行，或由管理员把它改给当前用户：chown -R ${process.getuid?.() ?? ''} ${dir}`,
    );
  }
  const real = realpathSync(home);
  return {
    home: real,
    secrets: join(real, 'secrets.json'),
    log: join(real, 'postgres.log'),
    owner: join(real, 'owner.json'),
    lock: join(real, 'start.lock'),
    pointer: join(real, 'location.json'),
  };
}

/** What root makes in a folder of another user stays usable for that user. */
export function leaveToOwner(places: Places, path: string): void {
  if (!isRoot()) return;
  const { uid, gid } = statSync(places.home);
  if (uid !== 0) chownSync(path, uid, gid);
}

/** The cluster that exists already, in the data folder or where the pointer says. A lost cluster is an error, never a new one. */
export function existingCluster(places: Places): string | undefined {
  if (existsSync(places.pointer)) {
    const { cluster } = JSON.parse(readFileSync(places.pointer, 'utf8')) as { cluster: string };
    if (!existsSync(cluster)) {
      throw new Error(
        `不能启动数据库：${places.pointer} 指向的数据 ${cluster} 不存在。请恢复该目录；确认不要这些数据时，删除该指向文件后再启动。`,
      );
    }
    return cluster;
  }
  const here = join(places.home, 'cluster');
  return existsSync(here) ? here : undefined;
}

/** Where a new cluster goes: into the data folder, or outside when the account cannot enter that (checkout under /root). */
export function newClusterPlace(places: Places, account: Account | undefined, say: (line: string) => void): string {
  if (canEnter(account, places.home)) return join(places.home, 'cluster');
  const id = createHash('sha256').update(places.home).digest('hex').slice(0, 12);
  const cluster = join(stableFolder(), `cluster-${id}`);
  say(`用户 ${account?.name} 进不了 ${places.home}，数据放在 ${cluster}（记在 location.json）`);
  return cluster;
}

export function pointTo(places: Places, cluster: string): void {
  if (cluster !== join(places.home, 'cluster')) writeFileSync(places.pointer, `${JSON.stringify({ cluster })}\n`);
}
