// npm run corpus: reads every text of ../shared/laws/corpus and compares with the last accepted report (--accept takes the new one).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './ensure-install.mjs';

ensureInstalled();
const main = join(root, 'packages', 'lawtext', 'score', 'corpus-report.ts');
const done = spawnSync(process.execPath, ['--import', 'tsx', main, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(done.status ?? 1);
