// npm test: installs what is missing, checks imports and types, runs every test, ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from './ensure-install.mjs';

ensureInstalled();
let passed = 0;
let failed = 0;

/** Runs one check as one counted test. */
function check(name, command, args) {
  process.stdout.write(`\n== ${name}\n`);
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status === 0) passed += 1;
  else {
    failed += 1;
    process.stdout.write(`${name}: 没有通过\n`);
  }
}

const bin = (name) => join(root, 'node_modules', '.bin', name);
check('build', process.execPath, [join(root, 'scripts', 'build.mjs')]);
check('browser', process.execPath, [join(root, 'scripts', 'browser.mjs')]);
check('imports', process.execPath, [join(root, 'scripts', 'check-imports.mjs')]);
check('words', process.execPath, [join(root, 'scripts', 'check-words.mjs')]);
check('types', bin('tsc'), ['--noEmit', '-p', '.']);
check('style', bin('biome'), ['check', '--error-on-warnings', '.']);
check('unused', bin('knip'), ['--no-progress']);

const dir = mkdtempSync(join(tmpdir(), 'fadu-test-'));
const report = join(dir, 'report.json');
const run = spawnSync(
  bin('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  // A file that fails to load has no failed test of its own, yet nothing in it ran.
  if (run.status !== 0 && result.numFailedTests === 0) failed += 1;
} catch {
  failed += 1;
}
rmSync(dir, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
