import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { sequence } from '../ledger/sequencer.js';
import { verifyLedger } from '../ledger/verify-ledger.js';
import { checkRecords } from '../matters/check.js';
import { isAlive } from '../postgres/process-table.js';
import { freePort } from '../serve.js';
import { PASSWORD, userName } from './account.js';
import { raise, type Stage, sampleInput } from './stage.js';

const dataDir = mkdtempSync(join(tmpdir(), 'fadu-kill-'));
chmodSync(dataDir, 0o755);
const started: ChildProcess[] = [];
let stage: Stage | undefined;
let postmaster: number | undefined;
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await stage?.close();
  // A test that failed half-way left the database of the last server running: its owner was killed.
  if (!stage && postmaster !== undefined && isAlive(postmaster)) process.kill(postmaster, 'SIGINT');
  rmSync(dataDir, { recursive: true, force: true });
});

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
  readonly postmaster: number;
}

async function start(port: number): Promise<Server> {
  const script = join(import.meta.dirname, 'run-server.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: import.meta.dirname,
  });
  started.push(child);
  let output = '';
  for await (const chunk of child.stdout!) {
    output += chunk;
    if (output.includes('\n')) break;
  }
  const ready = JSON.parse(output) as { url: string; postmaster: number };
  postmaster = ready.postmaster;
  return { child, ...ready };
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: userName('east-handler'), password: PASSWORD }),
  });
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/** What the server said it had done: the matter, and how far it was then. */
interface Acknowledged {
  readonly id: string;
  readonly revision: number;
  readonly number: string | null;
}

let keys = 0;
/** One clerk: registers and accepts matters one after the other until the server is gone. */
async function work(server: Server, cookie: string, acknowledged: Acknowledged[], going: () => boolean): Promise<void> {
  const post = async (path: string, body: object): Promise<Acknowledged> => {
    const answer = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ ...body, key: `kill-test-${++keys}` }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    const { id, revision, number } = (await answer.json()) as Acknowledged;
    acknowledged.push({ id, revision, number });
    return { id, revision, number };
  };
  while (going()) {
    try {
      const opened = await post('/api/matters', {
        line: 'request',
        organ: 'east',
        action: 'register',
        input: sampleInput(),
      });
      await post(`/api/matters/${opened.id}/actions`, { action: 'accept', input: {}, revision: 1 });
    } catch {
      if (going()) await sleep(20);
    }
  }
}

async function killUnderLoad(
  port: number,
  kill: (server: Server) => Promise<void>,
  acknowledged: Acknowledged[],
): Promise<void> {
  const server = await start(port);
  const cookie = await signIn(server.url);
  let going = true;
  const before = acknowledged.length;
  const clerks = Array.from({ length: 200 }, () => work(server, cookie, acknowledged, () => going));
  for (let waited = 0; acknowledged.length < before + 60 && waited < 20_000; waited += 20) await sleep(20);
  expect(acknowledged.length).toBeGreaterThan(before);
  await kill(server);
  going = false;
  await Promise.all(clerks);
}

async function murder(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  for (let waited = 0; isAlive(pid) && waited < 5000; waited += 20) await sleep(20);
}

it('every acknowledged action is there, none half, after kill -9 of server and PostgreSQL under 200 at once', async () => {
  const port = await freePort(20_000 + (process.pid % 20_000), '127.0.0.1');
  const acknowledged: Acknowledged[] = [];
  await killUnderLoad(port, ({ child }) => murder(child.pid!), acknowledged);
  await killUnderLoad(
    port,
    async ({ child, postmaster, url }) => {
      await murder(postmaster);
      // The server outlives its database: it answers that it cannot, with no word of its inside.
      const answer = await fetch(`${url}/api/health`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        500,
        expect.stringContaining('problem+json'),
      ]);
      expect(await answer.text()).not.toMatch(/ECONN|postgres|at .*:\d+/i);
      await murder(child.pid!);
    },
    acknowledged,
  );

  stage = await raise({ dataDir, durable: true });
  const rows = await stage.asSuperuser<{ id: string; revision: number; number: string | null; events: number }>(
    'select id, revision, number, (select count(*)::int from event e where e.matter = m.id) as events from matter m',
  );
  const kept = new Map(rows.map((row) => [row.id, row]));
  for (const { id, revision, number } of acknowledged) {
    const row = kept.get(id);
    expect(row?.revision, id).toBeGreaterThanOrEqual(revision);
    if (number !== null) expect(row?.number).toBe(number);
  }
  for (const row of rows) expect(row.events).toBe(row.revision);
  const serials = rows.flatMap((row) => (row.number === null ? [] : [Number(/〕(\d+)号/.exec(row.number)![1])]));
  serials.sort((a, b) => a - b);
  expect(serials).toEqual(Array.from({ length: serials.length }, (_, index) => index + 1));
  expect((await checkRecords(stage.platform)).faults).toEqual([]);
  await sequence(stage.platform.pool, stage.keys.signing, () => new Date());
  const logs = await verifyLedger(stage.platform.pool, stage.platform.publicKeys);
  expect(logs.map(({ report, stray }) => [report.fault, stray])).toEqual(logs.map(() => [null, 0]));
  const [{ events }] = (await stage.asSuperuser('select count(*)::int as events from event')) as [{ events: number }];
  expect(logs.find(({ log }) => log === '990101')!.report.size).toBe(events);
}, 120_000);
