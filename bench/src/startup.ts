import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, temporaryData } from '@fadu/server';
import { type Figure, type Measured, percentile } from './figure.js';

/** Starts `npm start`'s second half and waits for the first page and for the line that says all is ready. */
async function startOnce(root: string, data: string, port: number): Promise<{ page: number; ready: number }> {
  const begin = performance.now();
  const server = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
    cwd: root,
    env: { ...process.env, FADU_DATA: data, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  let page = 0;
  let ready = 0;
  server.stdout.on('data', (text: Buffer) => {
    if (ready === 0 && text.toString().includes('已就绪')) ready = performance.now() - begin;
  });
  while ((page === 0 || ready === 0) && server.exitCode === null && performance.now() - begin < 180_000) {
    if (page === 0) {
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
      if (answer?.ok && (await answer.text()).includes('<html')) page = performance.now() - begin;
    }
    await sleep(20);
  }
  server.kill('SIGTERM');
  await ended;
  if (page === 0 || ready === 0) throw new Error('the server did not start');
  return { page, ready };
}

/** Times of the first page, with the demonstration loading and on existing data (installation aside). */
export async function measureStart(root: string): Promise<Measured> {
  const data = temporaryData('fadu-bench-start-');
  const port = await freePort(18_500, '127.0.0.1');
  try {
    const first = await startOnce(root, data, port);
    const again = await startOnce(root, data, port);
    const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
    const figures: Figure[] = [
      {
        name: 'first page, new data folder, demonstration loading',
        value: seconds(first.page),
        budget: '< 60 s',
        kept: first.page < 60_000,
      },
      { name: 'demonstration loaded', value: seconds(first.ready), budget: '< 60 s', kept: first.ready < 60_000 },
      { name: 'first page, existing data', value: seconds(again.page), budget: '< 10 s', kept: again.page < 10_000 },
    ];
    return { title: 'Start', note: '`npm start`, packages installed and pages built.', figures };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** `npx fadu deadline` as a person types it. */
export function measureDeadline(root: string): Measured {
  const times: number[] = [];
  const args = ['reconsideration/decide', '--from', '2024-09-25', '--extend', '30', '--json'];
  for (let round = 0; round < 12; round += 1) {
    const begin = performance.now();
    const done = spawnSync(process.execPath, [join(root, 'bin', 'fadu.mjs'), 'deadline', ...args], { cwd: root });
    if (done.status !== 0) throw new Error(done.stderr.toString());
    if (round > 1) times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const median = percentile(times, 0.5);
  const bare = Array.from({ length: 6 }, () => {
    const begin = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - begin;
  }).sort((a, b) => a - b);
  return {
    title: 'Command line',
    note: `\`fadu deadline\`, median of ten runs; bare Node takes ${Math.round(percentile(bare, 0.5))} ms on the same machine.`,
    figures: [{ name: 'fadu deadline', value: `${Math.round(median)} ms`, budget: '< 500 ms', kept: median < 500 }],
  };
}
