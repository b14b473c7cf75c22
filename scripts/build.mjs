// npm run build: bundles the command line with the server in it (esbuild) and the two web applications (vite).
// A part whose sources have not changed since its last build is left alone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './ensure-install.mjs';

const SKIP = new Set(['node_modules', 'dist', 'data', 'test', 'test-results', 'coverage']);

/** Adds name, size and time of every file below the folder to the list. */
function walk(path, list) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    const name = entry.name;
    if (SKIP.has(name) || name.startsWith('.') || name.includes('.test.')) continue;
    const inner = `${path}/${name}`;
    if (entry.isDirectory()) walk(inner, list);
    else if (entry.isFile()) stamp(inner, list);
  }
}

function stamp(path, list) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat) list.push(`${path.slice(root.length)} ${stat.size} ${stat.mtimeMs}`);
}

/** One short word that changes when any of the sources does; `parts` are folders or files under the root. */
export function sourcesMark(parts) {
  const list = [];
  for (const part of [...parts, 'scripts/build.mjs', 'package-lock.json']) {
    const path = join(root, part);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) walk(path, list);
    else stamp(path, list);
  }
  return createHash('sha1').update(list.sort().join('\n')).digest('hex').slice(0, 16);
}

const mayWrite = (dir) => {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Workspace packages go into the bundle; everything from node_modules stays outside and is found from there. */
const workspaceOnly = (outdir) => ({
  name: 'workspace-only',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async (args) => {
      if (args.pluginData?.seen || args.kind === 'entry-point' || args.path.startsWith('@fadu/')) return undefined;
      if (args.path.startsWith('node:')) return { external: true };
      // Data files are read by the bundler: node would ask for an import attribute that older ones do not know.
      if (args.path.endsWith('.json')) return undefined;
      // A package that one workspace has in a version of its own is not where the bundle would look.
      const own = await build.resolve(args.path, {
        resolveDir: args.resolveDir,
        kind: args.kind,
        importer: args.importer,
        pluginData: { seen: true },
      });
      const shared = `${join(root, 'node_modules')}/`;
      if (own.errors.length > 0 || !own.path.startsWith(root) || own.path.startsWith(shared))
        return { path: args.path, external: true };
      return { path: relative(outdir, own.path), external: true };
    });
  },
});

async function bundle(entry, outdir, half) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: { main: join(root, entry) },
    outdir: half,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunk-[hash]',
    loader: { '.txt': 'text', '.sql': 'text', '.csv': 'text' },
    logLevel: 'warning',
    absWorkingDir: root,
    tsconfigRaw: { compilerOptions: { target: 'ES2023', verbatimModuleSyntax: true } },
    plugins: [workspaceOnly(outdir)],
  });
}

const cliSources = ['packages', 'lines', 'apps/cli/src', 'apps/server/src', 'demo/src', 'demo/package.json'];

/**
 * The bundled command line, made first when there is none for the sources as they are. Each state of the sources has a
 * folder of its own, put in place whole, so that two commands at once and a broken build do no harm.
 */
export async function commandLine(onBuild = () => {}) {
  const mark = sourcesMark(cliSources);
  const home = join(root, 'apps', 'cli', 'dist');
  const user = process.getuid?.() ?? 0;
  const cache = join(
    process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
    'fadu',
    createHash('sha1').update(root).digest('hex').slice(0, 12),
  );
  for (const dir of [home, cache]) {
    const main = join(dir, mark, 'main.mjs');
    // In a folder of the checkout any build is ours; elsewhere only what this user made is run.
    if (existsSync(main) && (dir === home || statSync(main).uid === user)) return main;
  }
  const dir = mayWrite(home) ? home : mayWrite(cache) ? cache : forThisRun();
  onBuild();
  const target = join(dir, mark);
  const half = join(dir, `.${mark}.${process.pid}`);
  try {
    await bundle('apps/cli/src/main.ts', target, half);
    // Outside the checkout the packages are found through a link.
    if (dir !== home) {
      if (!existsSync(join(dir, 'node_modules'))) symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
    }
    try {
      renameSync(half, target);
    } catch (error) {
      if (!existsSync(join(target, 'main.mjs'))) throw error;
    }
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  clearOld(dir, mark);
  return join(target, 'main.mjs');
}

/** Neither the checkout nor the user's cache can be written: the bundle serves this run only. */
function forThisRun() {
  const dir = mkdtempSync(join(tmpdir(), 'fadu-cli-'));
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Removes the bundles of earlier sources that no running command can still be loading. */
function clearOld(dir, mark) {
  for (const name of readdirSync(dir)) {
    if (name === mark || !/^\.?[0-9a-f]{16}(\.\d+)?$/.test(name)) continue;
    const path = join(dir, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 600_000) rmSync(path, { recursive: true, force: true });
  }
}

/** Builds a part whose product lies in `<part>/dist`, unless it is there for these sources. */
async function buildPart(name, part, sources, make) {
  const dist = join(root, part, 'dist');
  const markFile = join(dist, '.sources');
  const mark = sourcesMark(sources);
  if (existsSync(markFile) && readFileSync(markFile, 'utf8') === mark) {
    console.log(`${name}：没有改动，不重新构建`);
    return true;
  }
  if (!mayWrite(join(root, part))) {
    console.error(`${name}：需要构建，但 ${part} 不可写。请由拥有该目录的用户执行 npm run build。`);
    return false;
  }
  const begin = Date.now();
  const half = join(root, part, `dist.${process.pid}`);
  rmSync(half, { recursive: true, force: true });
  try {
    if (!(await make(half, dist))) {
      console.error(`${name}：构建没有成功`);
      return false;
    }
    writeFileSync(join(half, '.sources'), mark);
    rmSync(dist, { recursive: true, force: true });
    renameSync(half, dist);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  console.log(`${name}：已构建（${((Date.now() - begin) / 1000).toFixed(1)} 秒）`);
  return true;
}

const vite = (part) => async (half) =>
  spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
      'build',
      '--logLevel',
      'warn',
      '--outDir',
      half,
      '--emptyOutDir',
    ],
    {
      cwd: join(root, part),
      stdio: ['ignore', 'inherit', 'inherit'],
      // Built from a test run it would be React's development build, half as large again.
      env: { ...process.env, NODE_ENV: 'production' },
    },
  ).status === 0;

/** Builds everything there is; false when a part could not be built. */
export async function buildAll() {
  let fine = true;
  const hasVite = (part) => ['ts', 'js', 'mjs'].some((ext) => existsSync(join(root, part, `vite.config.${ext}`)));
  for (const [name, part] of [
    ['办案端', 'apps/web'],
    ['公众端', 'apps/portal'],
  ]) {
    if (hasVite(part)) fine = (await buildPart(name, part, ['packages', 'lines', part], vite(part))) && fine;
  }
  if (existsSync(join(root, 'apps/cli/src/main.ts'))) {
    try {
      const begin = Date.now();
      let built = false;
      await commandLine(() => {
        built = true;
      });
      const seconds = ((Date.now() - begin) / 1000).toFixed(1);
      console.log(built ? `命令行：已构建（${seconds} 秒）` : '命令行：没有改动，不重新构建');
    } catch {
      console.error('命令行：构建没有成功');
      fine = false;
    }
  }
  return fine;
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  ensureInstalled();
  process.exitCode = (await buildAll()) ? 0 : 1;
}
