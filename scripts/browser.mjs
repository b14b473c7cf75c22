// Where the browser of the tests is: the system's Chromium, else the one that comes inside a package of the registry, so
// that `npm test` needs no system package. Several processes may ask at once; the first unpacks.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Flags with which the browser stays quiet on a machine without network, and starts as root. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of the browser, and what it needs in its environment. */
export async function findBrowser() {
  const path = process.env.CHROMIUM ?? SYSTEM.find((one) => existsSync(one));
  if (path !== undefined) return { path, env: {}, flags: BROWSER_FLAGS };
  const packed = await unpacked();
  const flags = [...BROWSER_FLAGS, '--no-zygote'];
  if (spawnSync(packed, ['--version'], { timeout: 20_000 }).status === 0) return { path: packed, env: {}, flags };
  // A bare machine lacks the shared libraries of a desktop; the package carries them too.
  return { path: packed, env: { LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') }, flags };
}

/** Unpacks once; a lock folder keeps others waiting, and is ignored when its maker has died. */
async function unpacked() {
  const lock = join(tmpdir(), 'fadu-browser.lock');
  const done = join(tmpdir(), 'chromium');
  for (let waited = 0; ; waited += 1) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 120_000 || waited > 600) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    // The package unpacks its libraries only where it believes to be needed.
    process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = existsSync(done) ? done : await chromium.executablePath();
    return path;
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { path } = await findBrowser();
  console.log(`浏览器：${path}`);
}
