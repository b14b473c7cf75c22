import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoAccounts, demoTickets, leaveDemo, loadDemo } from '@fadu/demo';
import { dayOf } from '@fadu/kernel';
import {
  type Booted,
  boot,
  fillLawBase,
  freePort,
  lawStatus,
  serve as listen,
  logPath,
  unresolvedBases,
} from '@fadu/server';
import { CommandError, DONE, options, print, REFUSED, warn } from './io.js';
import { dataDir } from './platform.js';
import { noteServing } from './serving.js';
import { unresolvedWords } from './unresolved.js';

const DEFAULT_PORT = 8080;
/** Files that an import did not take and that are named when the platform starts. */
const MOST_REFUSED = 10;

/** Runs the platform until it is told to stop; loads the demonstration into an empty one. */
export async function serve(args: readonly string[]): Promise<number> {
  const { values } = options(args, {
    port: { type: 'string' },
    host: { type: 'string' },
    'no-demo': { type: 'boolean' },
  });
  const root = process.env.FADU_ROOT ?? process.cwd();
  const wanted = Number(values.port ?? process.env.PORT ?? DEFAULT_PORT);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_000)
    throw new CommandError(REFUSED, `端口“${values.port ?? process.env.PORT}”不对。`);
  const host = values.host ?? process.env.HOST ?? '127.0.0.1';
  const port = await freePort(wanted, host);
  if (port !== wanted) warn(`端口${wanted}已被占用，改用${port}。`);
  const dir = dataDir();
  const booted = await boot({
    dataDir: dir,
    publicUrl: process.env.FADU_PUBLIC_URL ?? `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/portal`,
    say: warn,
    ...(process.env.DATABASE_URL && { databaseUrl: process.env.DATABASE_URL }),
    ...(process.env.DATABASE_APP_URL && { databaseAppUrl: process.env.DATABASE_APP_URL }),
  }).catch((error: Error) => {
    throw new CommandError(REFUSED, `没有启动：${error.message}`);
  });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const serving = await listen({
    booted,
    port,
    host,
    webDir: join(root, 'apps/web/dist'),
    portalDir: join(root, 'apps/portal/dist'),
    version,
    logFile: logPath(dir),
  });
  // Only of the database in this folder: what another one holds the folder does not tell.
  const takeBack = process.env.DATABASE_URL ? () => undefined : noteServing(dir, serving.url);
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  const withDemo = !values['no-demo'] && process.env.FADU_DEMO !== 'none';
  print(`办案端  ${serving.url}/`);
  print(`公众端  ${serving.url}/portal/`);
  if (withDemo) {
    let shown = false;
    const show = async () => {
      if (!shown) await showAccounts(booted);
      shown = true;
    };
    const loading = loadDemo(booted, warn, show).catch((error: Error) =>
      warn(`演示数据没有载完，下次启动接着载入：${error.message}`),
    );
    await Promise.race([loading.then(show).then(() => showTickets(booted)), stopped]);
  } else await leaveDemo(booted);
  void fillLaws(booted).catch((error: Error) => warn(`法规库没有查完：${error.message}`));
  print('已就绪。按 Ctrl+C 停止。');
  await stopped;
  print('正在停止…');
  takeBack();
  await serving.close();
  await booted.close();
  return DONE;
}

/**
 * FADU_LAWS=DIR: texts that are not in the base yet go in while the platform answers; the page of the law base shows how
 * far it has got. Then one line how to fill an empty base, or what of the lines rests on clauses it does not hold.
 */
async function fillLaws(booted: Booted): Promise<void> {
  const folder = process.env.FADU_LAWS;
  if (folder !== undefined && folder !== '') {
    const outcome = await fillLawBase(booted, folder).catch((error: Error) => {
      warn(`法规没有入完库，下次启动接着入：${error.message}`);
    });
    if (outcome?.kind === 'refused') warn(outcome.why);
    if (outcome?.kind === 'filled') {
      const { stored, refused } = outcome.report;
      warn(`法规库：新入库${stored}个版本，没有入库${refused.length}个。`);
      for (const { path, why } of refused.slice(0, MOST_REFUSED)) warn(`▲ ${path}：${why}`);
      if (refused.length > MOST_REFUSED) warn(`其余${refused.length - MOST_REFUSED}个用 npx fadu law import 查看。`);
    }
  }
  const { laws } = await lawStatus(booted.platform.pool);
  if (laws === 0) {
    warn('法规库还是空的：npx fadu law import 文件夹，或者启动时设FADU_LAWS=文件夹。');
    return;
  }
  const today = dayOf(booted.platform.now());
  const unresolved = await unresolvedBases(booted.platform.pool, booted.platform.lines, today);
  for (const line of unresolvedWords(unresolved)) warn(line);
}

async function showAccounts(booted: Booted): Promise<void> {
  const accounts = await demoAccounts(booted);
  if (accounts.length === 0) return;
  print('演示账号（人员均为虚构）：');
  for (const { username, password, title } of accounts) print(`  ${username.padEnd(14)} ${password}  ${title}`);
}

async function showTickets(booted: Booted): Promise<void> {
  const tickets = await demoTickets(booted);
  if (tickets.length === 0) return;
  print('公众端可以查询的演示申请（收件编号、查询码）：');
  for (const { receipt, queryCode, state } of tickets) print(`  ${receipt}  ${queryCode}  ${state}`);
}
