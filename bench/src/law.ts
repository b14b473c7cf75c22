import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { PlainDate } from '@fadu/kernel';
import {
  type Booted,
  boot,
  clauseHistory,
  clauseOn,
  impactOf,
  LawIndex,
  rehearse,
  searchLaws,
  temporaryData,
} from '@fadu/server';
import { type Figure, type Measured, milliseconds, percentile } from './figure.js';
import { ANSWERS, type Expected, HELD_OUT, isExpected } from './law-answers.js';

const TODAY = '2026-01-05' as PlainDate;
/** Common and rare words, names, initials, clauses: what people type. */
const QUESTIONS = [
  '行政复议法',
  '复议法48',
  'xzfyf',
  '电动自行车充电',
  '没收违法所得',
  '不可抗力',
  '个人信息处理者',
  '停产停业',
  '工程质量保修',
  '河道采砂许可',
  '未成年人网络保护',
  '处罚法33',
  '消费者七日无理由退货',
  '应当自收到申请之日起',
  '民法典',
];
const WORDS = [
  '处罚 许可 期限 责任 监督 申请 公开 备案 检查 程序 登记 听证 送达 证据 管辖 赔偿 保护 安全 标准 评估',
  '罚款 吊销 撤销 变更 解除 合同 费用 报告 公示 投诉 培训 运输 建设 环境 档案 统计 审计 仲裁 调解 教育',
].flatMap((line) => line.split(' '));
const AT_ONCE = 50;

/**
 * The law base on the reference texts (`FADU_LAWS`, else `shared/laws/corpus` beside the repository): import in three sizes,
 * reading, search, impact; beside them what people would use instead, in the same run.
 */
export async function measureLaw(root: string): Promise<Measured> {
  const corpus = process.env.FADU_LAWS ?? join(dirname(root), 'shared', 'laws', 'corpus');
  if (!existsSync(corpus))
    return { title: 'Law base', note: 'Not measured: set `FADU_LAWS` to a folder of texts.', figures: [] };
  const work = temporaryData('fadu-bench-law-');
  try {
    const paths = textsBelow(corpus);
    const figures: Figure[] = [];
    for (const share of [0.1, 0.3]) {
      const part = join(work, `part-${share}`);
      for (const path of paths.filter((_, index) => index % 10 < share * 10)) {
        mkdirSync(dirname(join(part, path)), { recursive: true });
        cpSync(join(corpus, path), join(part, path));
      }
      const { seconds } = await importInto(root, join(work, `data-${share}`), part);
      figures.push({ name: `import of ${share * 100}% of the texts`, value: `${seconds.toFixed(1)} s` });
    }
    const data = join(work, 'data');
    const { seconds, megabytes } = await importInto(root, data, corpus);
    figures.push(
      {
        name: `import of ${paths.length} texts`,
        value: `${seconds.toFixed(1)} s`,
        budget: '< 40 s',
        kept: seconds < 40,
      },
      { name: 'resident memory of the import', value: `${megabytes} MB`, budget: '< 600 MB', kept: megabytes < 600 },
    );
    const booted = await boot({ dataDir: data, publicUrl: 'http://127.0.0.1/portal' });
    try {
      figures.push(...(await measureReading(booted)), ...(await measureInstead(booted, corpus)));
    } finally {
      await booted.close();
    }
    return {
      title: 'Law base',
      note: `The whole code is 民法典; searches are ${QUESTIONS.length} questions, ${AT_ONCE} people ask one process.`,
      figures,
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function textsBelow(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below)).flatMap((name) => {
    const path = join(below, name);
    if (statSync(join(folder, path)).isDirectory()) return textsBelow(folder, path);
    return /\.(md|txt|html?|docx)$/i.test(name) ? [path] : [];
  });
}

/** `fadu law import` in a process of its own, so that its memory can be told; the database is started and migrated before. */
async function importInto(root: string, data: string, folder: string): Promise<{ seconds: number; megabytes: number }> {
  await (await boot({ dataDir: data, publicUrl: 'http://127.0.0.1/portal' })).close();
  const begin = performance.now();
  const child = spawn(process.execPath, [join(root, 'bin', 'fadu.mjs'), 'law', 'import', folder, '--json'], {
    cwd: root,
    env: { ...process.env, FADU_DATA: data },
    stdio: 'ignore',
  });
  let highest = 0;
  const watch = setInterval(() => {
    highest = Math.max(highest, residentMegabytes(child.pid!));
  }, 200);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`fadu law import ended with ${code}`);
  return { seconds: (performance.now() - begin) / 1000, megabytes: highest };
}

/** Of the process and those it started itself, but not the database's. */
function residentMegabytes(pid: number): number {
  const listed = spawnSync('ps', ['-eo', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' }).stdout ?? '';
  const rows = listed
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const family = new Set([String(pid)]);
  for (const [id, parent, , name] of rows) if (family.has(parent!) && !name!.startsWith('postgres')) family.add(id!);
  const kilobytes = rows.filter(([id]) => family.has(id!)).reduce((sum, [, , rss]) => sum + Number(rss), 0);
  return Math.round(kilobytes / 1024);
}

async function timed(times: number, work: (round: number) => Promise<unknown>): Promise<number[]> {
  for (let round = 0; round < Math.min(times, 20); round += 1) await work(round);
  const measured: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const begin = performance.now();
    await work(round);
    measured.push(performance.now() - begin);
  }
  return measured.sort((a, b) => a - b);
}

/** In seconds, of all threads. */
async function processorTime(work: () => Promise<unknown>): Promise<string> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return `${((user + system) / 1e6).toFixed(1)} s`;
}

const kept = (name: string, sorted: readonly number[], budget: number): Figure => {
  const value = percentile(sorted, 0.95);
  return { name: `${name}, p95`, value: milliseconds(value), budget: `< ${budget} ms`, kept: value < budget };
};

async function measureReading({ platform: { pool, lines } }: Booted): Promise<Figure[]> {
  const { rows: places } = await pool.query(
    "select l.code, c.locator from law_clause c join law l on l.id = c.law join law_version v on v.id = c.version where v.end_on is null and c.locator like 'T%' order by md5(c.identity) limit 300",
  );
  const clause = await timed(300, async (round) => {
    const { code, locator } = places[round % places.length];
    const found = await clauseOn(pool, code, locator, TODAY);
    if (!found.ok) throw new Error(found.error.message);
    await clauseHistory(pool, found.value, TODAY);
  });
  const index = new LawIndex(pool);
  const read = await processorTime(() => index.refresh());
  // As a server does before anybody asks.
  const rehearsed = await processorTime(() => rehearse(index));
  const held = index.segments.reduce((sum, { bytes }) => sum + bytes, 0);
  // Each asks one question after the other; the wait until it is one's turn is part of the answer's time.
  const atOnce = async (
    rounds: number,
    think: number,
    questionOf: (person: number, round: number) => string,
  ): Promise<number[]> => {
    const waits: number[] = [];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, person) => {
        // They do not all begin in the same moment.
        if (think > 0) await sleep((think * person) / AT_ONCE);
        for (let round = 0; round < rounds; round += 1) {
          const begin = performance.now();
          // Others who asked before have their turn first, as when questions come by the network.
          await setImmediate();
          await searchLaws(index, questionOf(person, round));
          waits.push(performance.now() - begin);
          if (think > 0) await sleep(think);
        }
      }),
    );
    return waits.sort((a, b) => a - b);
  };
  // A law or a thing and two aspects of it, other ones each time: nobody asked before.
  const fresh = (thing: number, one: number, other: number, between: string) =>
    `${QUESTIONS[thing % QUESTIONS.length]} ${WORDS[one % WORDS.length]}${between}${WORDS[other % WORDS.length]}`;
  const alone = await timed(100, (round) => searchLaws(index, fresh(round, round, Math.floor(round / 10), '、')));
  // Two thousand questions: a process that has just begun is not what people ask all day.
  const unheard = await atOnce(WORDS.length, 0, (person, round) =>
    fresh(person, round, Math.floor(person / QUESTIONS.length), ' '),
  );
  const thinking = await atOnce(5, 2000, (person, round) =>
    fresh(person, round, Math.floor(person / QUESTIONS.length), '；'),
  );
  await Promise.all(QUESTIONS.map((question) => searchLaws(index, question)));
  const usual = await atOnce(10, 0, (person, round) => QUESTIONS[(person * 7 + round) % QUESTIONS.length]!);
  const obvious = await obviousFirst(index, ANSWERS);
  const heldOut = await obviousFirst(index, HELD_OUT);
  const article = await timed(60, (round) =>
    impactOf(pool, lines, '中华人民共和国行政处罚法', `T00${String((round % 60) + 10)}.00`, TODAY),
  );
  const whole = await timed(10, () => impactOf(pool, lines, '中华人民共和国民法典', null, TODAY));
  return [
    kept('one clause on a day, with citations, history and what cites it', clause, 10),
    kept(`search, ${AT_ONCE} people who each think 2 s between questions, questions nobody asked before`, thinking, 20),
    kept(`search, ${AT_ONCE} at once without a pause, questions nobody asked before`, unheard, 20),
    kept(`search, ${AT_ONCE} at once without a pause, questions that were asked before`, usual, 20),
    { name: 'search, one alone, asked for the first time, p95', value: milliseconds(percentile(alone, 0.95)) },
    { name: 'search: the expected clause is first, among the first three', value: obvious },
    { name: 'the same of questions the ranking was not made with', value: heldOut },
    {
      name: 'search: texts and words read into memory, beside the heap',
      value: `${Math.round(held / 1e6)} MB, ${read} of processor time`,
    },
    { name: 'search: rehearsal behind it, others having their turn', value: `${rehearsed} of processor time` },
    kept('impact of one article', article, 100),
    kept('impact of a whole code', whole, 1000),
  ];
}

/** How often a clause that people expect stands first, and among the first three. */
async function obviousFirst(index: LawIndex, questions: readonly Expected[]): Promise<string> {
  let [first, three] = [0, 0];
  for (const [question, expected] of questions) {
    const { exact, clauses } = await searchLaws(index, question);
    const at = [...(exact ? [exact] : []), ...clauses].findIndex((hit) => isExpected(hit, expected));
    if (at === 0) first += 1;
    if (at >= 0 && at < 3) three += 1;
  }
  return `${first} and ${three} of ${questions.length}`;
}

/** The same words looked for with what is at hand everywhere. */
async function measureInstead({ owner }: Booted, corpus: string): Promise<Figure[]> {
  const words = ['不可抗力', '没收违法所得', '停产停业', '电动自行车'];
  const like = await timed(8, (round) =>
    owner.query('select law, locator from law_clause where body like $1 limit 20', [
      `%${words[round % words.length]}%`,
    ]),
  );
  const figures: Figure[] = [
    { name: 'instead: PostgreSQL LIKE, one alone, p95', value: milliseconds(percentile(like, 0.95)) },
  ];
  const trigrams = await owner.query('create extension if not exists pg_trgm').then(
    () => true,
    () => false,
  );
  if (trigrams) {
    await owner.query('create index if not exists bench_trgm on law_clause using gin (body gin_trgm_ops)');
    const found = await timed(8, (round) =>
      owner.query(
        'select law, locator from law_clause where body like $1 order by similarity(body, $2) desc limit 20',
        [`%${words[round % words.length]}%`, words[round % words.length]],
      ),
    );
    figures.push({ name: 'instead: pg_trgm, one alone, p95', value: milliseconds(percentile(found, 0.95)) });
  } else figures.push({ name: 'instead: pg_trgm', value: 'not in this PostgreSQL' });
  const tool = spawnSync('rg', ['--version']).status === 0 ? 'rg' : 'grep';
  const scan = await timed(4, async (round) => {
    const args = tool === 'rg' ? ['-c'] : ['-rc'];
    try {
      execFileSync(tool, [...args, words[round % words.length]!, corpus], { stdio: 'ignore' });
    } catch (error) {
      // No file has the word: the files were read all the same.
      if ((error as { status?: number }).status !== 1) throw error;
    }
  });
  figures.push({ name: `instead: ${tool} over the files, p95`, value: milliseconds(percentile(scan, 0.95)) });
  return figures;
}
