// Installs the packages when they are missing or older than the lock file. Used by start, test and the command line.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Installs unless node_modules is at least as new as package-lock.json: exactly what the lock says on a fresh checkout, a
 * repair of what is there otherwise. Output goes to stderr.
 */
export function ensureInstalled() {
  const stamp = join(root, 'node_modules', '.fadu-installed');
  const lock = join(root, 'package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stderr.write('安装依赖（首次约1分钟）…\n');
  const fresh = !existsSync(join(root, 'node_modules'));
  const done = spawnSync('npm', [fresh ? 'ci' : 'install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) {
    process.stderr.write('依赖安装没有完成。请检查网络和磁盘空间，然后再运行一次。\n');
    process.exit(1);
  }
  writeFileSync(stamp, new Date().toISOString());
}
