import { statSync } from 'node:fs';
import { dayOf, markedTitle, type PlainDate, parsePlainDate } from '@fadu/kernel';
import { addressCode, parseAddress } from '@fadu/lawtext';
import {
  type Booted,
  clauseOn,
  impactOf,
  importLaws,
  KIND_NAMES,
  lawIndexOf,
  lawInForce,
  RELATION_NAMES,
  raiseAlerts,
  SEVERITY_NAMES,
  searchLaws,
  toldWrittenFor,
  unresolvedBases,
  VALIDITY_NAMES,
} from '@fadu/server';
import { CommandError, DONE, options, print, printJson, REFUSED, WRONG_USAGE, warn } from './io.js';
import { dataDir, withPlatform } from './platform.js';
import { askServing } from './serving.js';
import { unresolvedWords } from './unresolved.js';

const need = (value: string | undefined, what: string): string => {
  if (value === undefined || value.trim() === '') throw new CommandError(WRONG_USAGE, `须给出${what}。`);
  return value;
};

function dayOption(value: string | undefined): PlainDate {
  if (value === undefined) return dayOf(new Date());
  const day = parsePlainDate(value);
  if (!day) throw new CommandError(WRONG_USAGE, `没有“${value}”这一天，写作 2024-09-25。`);
  return day;
}

/** `law import DIR`: parses and stores a folder of texts; run again, it changes nothing. */
export async function importFolder(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, { json: { type: 'boolean' } });
  const folder = need(positionals[0], '文件夹');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CommandError(REFUSED, `没有文件夹 ${folder}。`);
  return withPlatform(async (booted) => {
    const words = { reading: '读取', storing: '入库', linking: '连接引用' } as const;
    let last = '';
    const report = await importLaws(booted.owner, folder, ({ stage, done, of }) => {
      const line = `${words[stage]} ${done}/${of}`;
      if (line !== last) warn(line);
      last = line;
    });
    const alerts = await raiseAlerts(booted);
    const unresolved = await unresolvedBases(booted.owner, booted.platform.lines, dayOf(new Date()));
    if (values.json)
      printJson({ ...report, alerts, unresolved: unresolved.map(({ line, place, why }) => ({ line, place, why })) });
    else {
      print(
        `${report.files}个文件：新入库${report.stored}个版本（${report.clauses}条，引用${report.citations}处），已有或者相同${report.same}个，没有入库${report.refused.length}个。`,
      );
      for (const { path, why } of report.refused) print(`▲ ${path}：${why}`);
      if (alerts > 0) print(`影响提示${alerts}条，见影响处置。`);
      for (const line of unresolvedWords(unresolved)) print(line);
    }
    return DONE;
  });
}

/** `law search QUERY`. */
export async function search(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, {
    json: { type: 'boolean' },
    all: { type: 'boolean' },
    limit: { type: 'string' },
  });
  const question = need(positionals.join(' '), '要找的词、法规名称或者条号');
  const limit = Math.min(Number(values.limit ?? 20) || 20, MOST_HITS);
  const query = new URLSearchParams({ q: question, limit: String(limit), ...(values.all && { all: '1' }) });
  const served = process.env.DATABASE_URL
    ? undefined
    : ((await askServing(dataDir(), `/api/public/law/search?${query}`)) as Answer | undefined);
  if (served) return showAnswer(served, values.json ?? false);
  return withPlatform(async ({ platform }) => {
    const index = lawIndexOf(platform.pool, platform.now);
    return showAnswer(await searchLaws(index, question, { all: values.all ?? false, limit }), values.json ?? false);
  });
}

type Answer = Awaited<ReturnType<typeof searchLaws>>;

/** As many as the server gives. */
const MOST_HITS = 100;

function showAnswer(answer: Answer, json: boolean): number {
  if (json) printJson({ ...answer, clauses: answer.clauses.map((one) => ({ ...one, excerpt: plain(one.excerpt) })) });
  else {
    if (answer.corrected !== null) print(`没有叫这个名称的法规，按“${answer.corrected}”查找：`);
    if (answer.missing !== null) print(answer.missing);
    if (answer.exact) print(`${answer.exact.title}${answer.exact.label}　${plain(answer.exact.excerpt)}`);
    for (const law of answer.laws) print(`${markedTitle(law.title)}　${KIND_NAMES[law.kind] ?? law.kind}　${law.code}`);
    if (answer.meant.length > 0) print(`按条文用语${answer.meant.map((text) => `“${text}”`).join('、')}查找：`);
    if (answer.loose) print('没有同时含这些词的条文，以下含其中一些词：');
    for (const one of answer.clauses) print(`${one.title}${one.label}　${plain(one.excerpt)}`);
  }
  return answer.exact || answer.laws.length > 0 || answer.clauses.length > 0 ? DONE : REFUSED;
}

const plain = (text: string): string => text.replaceAll(/[\u0002\u0003]/g, '');

/** `law show TITLE [ARTICLE] --on DATE`. */
export async function show(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, { json: { type: 'boolean' }, on: { type: 'string' } });
  const name = need(positionals[0], '法规名称或者编码');
  const on = dayOption(values.on);
  return withPlatform(async ({ platform: { pool } }) => {
    if (positionals[1] === undefined) return showLaw(pool, name, on, values.json ?? false);
    const clause = await clauseOn(pool, name, positionals[1], on);
    if (!clause.ok) {
      if (values.json) printJson({ error: clause.error });
      else warn(clause.error.message);
      return REFUSED;
    }
    const { found, locator, identity, label, text, citations } = clause.value;
    const { law, version, validity } = found;
    if (values.json)
      printJson({
        code: law.code,
        title: law.title,
        on,
        locator,
        identity,
        label,
        text,
        validity,
        effective_on: version.effectiveOn,
        effective_basis: version.effectiveBasis,
        end_on: version.endOn,
        citations: await toldWrittenFor(pool, version.effectiveOn, on, citations),
      });
    else {
      print(
        `${markedTitle(law.title)}${label}　${VALIDITY_NAMES[validity]}（${version.effectiveOn}施行的文本，读取日${on}）　${locator}`,
      );
      print(text);
    }
    return DONE;
  });
}

async function showLaw(pool: Booted['owner'], name: string, on: PlainDate, json: boolean): Promise<number> {
  const found = await lawInForce(pool, name, on);
  if (!found) {
    if (json) printJson({ error: { code: 'law.unknown', message: `库中没有“${name}”。` } });
    else warn(`库中没有“${name}”。请核对全称，或者先入库：npx fadu law import 文件夹`);
    return REFUSED;
  }
  const { law, version, validity, coming, versions } = found;
  if (json) printJson({ ...law, on, validity, version, coming, versions });
  else {
    print(`${markedTitle(law.title)}　${KIND_NAMES[law.kind] ?? law.kind}　${law.code}　${VALIDITY_NAMES[validity]}`);
    for (const one of versions)
      print(`${one.id === version.id ? '◉' : '●'} ${one.effectiveOn}施行${one.endOn ? `，至${one.endOn}` : ''}`);
    if (coming) print(`另有${coming.effectiveOn}起施行的文本。`);
  }
  return DONE;
}

/** Lines that a screen shows; with --json all. */
const MOST_AFFECTED = 200;

/** `law impact TITLE [ARTICLE]`: what cites it and is in force. */
export async function impact(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, { json: { type: 'boolean' }, on: { type: 'string' } });
  const name = need(positionals[0], '法规名称或者编码');
  const on = dayOption(values.on);
  let locator: string | null = null;
  if (positionals[1] !== undefined) {
    const address = parseAddress(positionals[1]);
    if (!address.ok) throw new CommandError(WRONG_USAGE, `${address.error.message}。`);
    locator = addressCode({ article: address.value.article });
  }
  return withPlatform(async ({ platform }) => {
    const clause = positionals[1] === undefined ? null : await clauseOn(platform.pool, name, positionals[1], on);
    if (clause && !clause.ok && clause.error.code === 'law.address') {
      if (values.json) printJson({ error: clause.error });
      else warn(clause.error.message);
      return REFUSED;
    }
    const found = await impactOf(platform.pool, platform.lines, name, locator, on);
    if (!found) {
      if (values.json) printJson({ error: { code: 'law.unknown', message: `库中没有“${name}”。` } });
      else warn(`库中没有“${name}”。`);
      return REFUSED;
    }
    if (values.json) printJson({ code: found.law.code, title: found.law.title, locator, on, affected: found.affected });
    else {
      const label = clause?.ok ? clause.value.label : '';
      print(`${markedTitle(found.law.title)}${label}：涉及${found.affected.length}处`);
      for (const one of found.affected.slice(0, MOST_AFFECTED))
        print(`${SEVERITY_NAMES[one.severity]}\t${RELATION_NAMES[one.relation]}\t${one.name} ${one.place}\t${one.raw}`);
      if (found.affected.length > MOST_AFFECTED) print(`列出前${MOST_AFFECTED}处；全部用 --json，或者在影响处置里看。`);
    }
    return DONE;
  });
}
