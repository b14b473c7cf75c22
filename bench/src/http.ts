import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_PASSWORD, seedDirectory } from '@fadu/demo';
import { boot, freePort, serve, temporaryData } from '@fadu/server';
import type { Figure, Measured } from './figure.js';
import { milliseconds, percentile } from './figure.js';
import { fillMatters } from './http-data.js';
import type { Round } from './http-users.js';
import { repliedMatters } from './matters.js';

const USERS = 50;
const SECONDS = 10;
const PAUSE_MS = 1000;
/** Matters of one handler who opens and acts; each user has its own. */
const EACH = 8;
const MATTERS = Number(process.env.FADU_BENCH_MATTERS ?? 1_000_000);

/**
 * Fifty people at work at once over a million matters: they open one, act in one, and narrow, sort and search the list of
 * the whole province. They ask over HTTP, each about once a second, from a process of their own.
 */
export async function measureHttp(): Promise<Measured> {
  const dataDir = temporaryData('fadu-bench-http-');
  const host = '127.0.0.1';
  const port = await freePort(18_600, host);
  const booted = await boot({ dataDir, publicUrl: `http://${host}:${port}/portal` });
  const serving = await serve({
    booted,
    port,
    host,
    version: 'bench',
    logFile: join(dataDir, 'bench.log'),
    jobs: false,
  });
  const users = fork(new URL('./http-users.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  try {
    await seedDirectory(booted);
    await booted.platform.directory.refresh(true);
    const ids = await repliedMatters(booted, USERS * EACH, 8);
    await fillMatters(booted, ids[0]!, MATTERS);
    const { url } = serving;
    const [handler, province] = [await signIn(url, 'chengban'), await signIn(url, 'sheng')];
    const own = (user: number) => ids.slice(user * EACH, (user + 1) * EACH);
    const each = (one: (user: number) => Round['users'][number]) =>
      Array.from({ length: USERS }, (_, user) => one(user));
    const open = { cookie: handler, users: each((user) => own(user).map((id) => ({ path: `/api/matters/${id}` }))) };
    const act = {
      cookie: handler,
      users: each((user) =>
        own(user).flatMap((id) => [
          { path: `/api/matters/${id}`, first: true } as const,
          { path: `/api/matters/${id}/actions`, body: OPINION },
        ]),
      ),
    };
    const lists = { cookie: province, users: each(listsOf) };
    const measure = async (name: string, what: Pick<Round, 'cookie' | 'users'>, budgetMs: number): Promise<Figure> => {
      const ask = (pauseMs: number, seconds: number) => asked(users, { url, pauseMs, seconds, ...what });
      await ask(PAUSE_MS, 3);
      const times = await ask(PAUSE_MS, SECONDS);
      const hurried = await ask(0, SECONDS);
      const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share)) as [number, number, number];
      return {
        name,
        value: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}, p99 ${milliseconds(p99)}; without a pause ${Math.round(hurried.length / SECONDS)}/s`,
        budget: `p95 < ${budgetMs} ms`,
        kept: p95 < budgetMs,
      };
    };
    const figures = [
      await measure('open a matter', open, 50),
      await measure('act in a matter (听取意见, with a document)', act, 50),
      await measure(
        `list of the province, narrowed, sorted and searched, ${MATTERS.toLocaleString('en')} matters`,
        lists,
        100,
      ),
    ];
    figures.push({
      name: 'resident memory of server and clients of the measurement',
      value: `${Math.round(process.memoryUsage.rss() / 1_048_576)} MB`,
    });
    return {
      title: 'Fifty people at work',
      note: `${USERS} users over HTTP, one request each about every second; then the same users without a pause. Durable commits.`,
      figures,
    };
  } finally {
    users.kill();
    await serving.close();
    await booted.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const OPINION = JSON.stringify({
  action: 'hearOpinions',
  revision: '{revision}',
  key: 'bench-opinion-{n}',
  input: {
    party: '申请人',
    how: 'phone',
    on: new Date().toISOString().slice(0, 10),
    record: '第{n}次听取意见，坚持原请求。',
  },
});

/** Lists as a provincial office asks for them: words that many, few and no matters have, with filters and orders. */
function listsOf(user: number): Round['users'][number] {
  const words = [
    '样例商贸',
    '赵城东',
    '政府信息公开',
    '工伤认定',
    '褚新立屯样例农机',
    '市场监督',
    '幸福大街示例餐饮',
    '不存在',
  ];
  const narrow = [
    '',
    '&stage=open',
    '&stage=ended&where=act.kind%3Apenalty',
    '&where=procedure%3Asimplified',
    '&from=2022-01-01&to=2023-12-31',
  ];
  const sorts = ['due', 'opened', '-opened', 'number'];
  return Array.from({ length: 40 }, (_, at) => {
    const n = user * 7 + at;
    const q = n % 3 === 0 ? '' : `&q=${encodeURIComponent(words[n % words.length]!)}`;
    return {
      path: `/api/matters?line=reconsideration&sort=${sorts[n % sorts.length]}${narrow[n % narrow.length]}${q}`,
    };
  });
}

async function signIn(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  });
  if (!answer.ok) throw new Error(`sign-in of ${username}: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/** Sorted times of one round, in milliseconds. */
function asked(users: ReturnType<typeof fork>, round: Round): Promise<number[]> {
  return new Promise((resolve, reject) => {
    users.once('message', ({ times, error }: { times?: number[]; error?: string }) =>
      times ? resolve(times.sort((a, b) => a - b)) : reject(new Error(error)),
    );
    users.send(round);
  });
}
