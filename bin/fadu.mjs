#!/usr/bin/env node
// npx fadu …: runs the command line, bundled anew when a source has changed.
import { pathToFileURL } from 'node:url';
import { commandLine } from '../scripts/build.mjs';
import { ensureInstalled, root } from '../scripts/ensure-install.mjs';

ensureInstalled();
process.env.FADU_ROOT ??= root;
let main;
try {
  main = await commandLine();
} catch (error) {
  // esbuild has named the place already.
  process.stderr.write(`命令行没有构建成功：${error.message.split('\n')[0]}\n`);
  process.exit(1);
}
// A reader that has seen enough (… | head) is no failure.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const { main: run } = await import(pathToFileURL(main).href);
process.exitCode = await run(process.argv.slice(2));
