// npm start: installs what is missing, builds what has changed, then runs the server until it is told to stop.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from './ensure-install.mjs';

ensureInstalled();
const { buildAll } = await import('./build.mjs');
if (!(await buildAll())) {
  process.stderr.write('没有启动：构建没有成功，原因见上。\n');
  process.exit(1);
}
console.log('启动服务…');
const server = spawn(
  process.execPath,
  ['--enable-source-maps', join(root, 'bin', 'fadu.mjs'), 'serve', ...process.argv.slice(2)],
  {
    cwd: root,
    env: { ...process.env, FADU_ROOT: root },
    stdio: 'inherit',
  },
);
// At a terminal the interrupt reaches the server by itself; a second one might cut its orderly end short.
process.on('SIGINT', () => process.stdin.isTTY || server.kill('SIGINT'));
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('error', (error) => {
  process.stderr.write(`没有启动：${error.message}\n`);
  process.exit(1);
});
server.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
