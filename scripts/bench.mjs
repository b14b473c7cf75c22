// npm run bench: installs what is missing, then runs the measurements in bench/src/main.ts.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './ensure-install.mjs';

ensureInstalled();
const main = join(root, 'bench', 'src', 'main.ts');
if (!existsSync(main)) {
  process.stderr.write('没有测量程序 bench/src/main.ts。\n');
  process.exit(1);
}
console.log('运行性能测量 bench/src/main.ts …');
const done = spawnSync(process.execPath, ['--import', 'tsx', main, ...process.argv.slice(2)], {
  cwd: root,
  env: { ...process.env, FADU_ROOT: root },
  stdio: 'inherit',
});
process.exit(done.status ?? 1);
