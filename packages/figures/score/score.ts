/**
 * npm run figures [DIR] [--errors]: the reader against gold (DIR has NAME.txt and gold/NAME.jsonl; by default the open
 * reports beside the project) and against the invented sentences; rewrites the scores in docs/figures.md.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIDENT, readFigures } from '../src/read.js';
import type { Figure } from '../src/types.js';
import { INDICATOR_CASES } from '../test/indicator-cases.js';
import { bands, type Judged } from './bands.js';
import { benchFigures } from './bench.js';
import { compare, f1, type Score } from './compare.js';
import { table } from './table.js';

const args = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const dir = args[0] ?? join(process.cwd(), '../shared/reports');
const share = (hits: number, of: number): string => (of === 0 ? '–' : (hits / of).toFixed(3));

interface Report {
  readonly name: string;
  readonly gold: readonly Figure[];
  readonly read: readonly Figure[];
  readonly score: Score;
}

function reportsIn(folder: string): Report[] {
  if (!existsSync(join(folder, 'gold'))) return [];
  return readdirSync(join(folder, 'gold'))
    .filter((name) => name.endsWith('.jsonl') && existsSync(join(folder, name.replace('.jsonl', '.txt'))))
    .map((file) => {
      const name = file.replace('.jsonl', '');
      const gold = readFileSync(join(folder, 'gold', file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as Figure);
      const read = readFigures(readFileSync(join(folder, `${name}.txt`), 'utf8'), { confidence: true });
      return { name, gold, read, score: compare(gold, read) };
    });
}

const reports = reportsIn(dir);
const invented = args.length === 0 ? reportsIn(join(process.cwd(), 'packages/figures/test/reports')) : [];
if (reports.length === 0) {
  console.error(`没有对照数据：${dir} 中须有 NAME.txt 和 gold/NAME.jsonl。`);
  process.exit(1);
}

function scoreTable(): string {
  const rows = reports.map(({ name, score: s }) => {
    const of = (hits: number): string => share(hits, s.found);
    const detection = f1(s.found, s.read, s.gold).toFixed(3);
    const code = f1(s.codeHit, s.codeRead, s.codeGold).toFixed(3);
    return [
      name,
      String(s.gold),
      detection,
      ...[s.span, s.unit, s.approx, s.role, s.basis, s.subject, s.verb, s.scope, s.refersTo, s.of].map(of),
      code,
    ];
  });
  return table(
    'report|figures|detection F1, right value|span|unit|approx|role|basis|subject|verb|scope|refers_to|of|indicator F1'.split(
      '|',
    ),
    rows,
  );
}

/** The invented reports carry no subject, verb, scope or links (packages/figures/test/reports). */
function inventedTable(): string {
  const rows = invented.map(({ name, score: s }) => [
    name,
    String(s.gold),
    f1(s.found, s.read, s.gold).toFixed(3),
    ...[s.span, s.unit, s.approx, s.role, s.basis].map((hits) => share(hits, s.found)),
    f1(s.codeHit, s.codeRead, s.codeGold).toFixed(3),
  ]);
  return table('report|figures|detection F1, right value|span|unit|approx|role|basis|indicator F1'.split('|'), rows);
}

/** By role and by approximation: how many of the gold figures are read with value, span, unit, approx and role right. */
function classTable(all: readonly Report[]): string {
  const classes: readonly (readonly [string, (figure: Figure) => boolean])[] = [
    ...['level', 'change', 'previous', 'share', 'rank', 'duration', 'target'].map(
      (role) => [`role ${role}`, (figure: Figure) => figure.role === role] as const,
    ),
    ...['exact', 'about', 'over', 'under'].map(
      (approx) => [`approx ${approx}`, (figure: Figure) => figure.approx === approx] as const,
    ),
  ];
  const rows = classes.flatMap(([name, is]) => {
    let gold = 0;
    let right = 0;
    for (const report of all)
      for (const wanted of report.gold.filter(is)) {
        gold += 1;
        if (
          report.read.some(
            (figure) =>
              figure.start === wanted.start &&
              figure.end === wanted.end &&
              figure.value === wanted.value &&
              figure.unit === wanted.unit &&
              figure.approx === wanted.approx &&
              figure.role === wanted.role,
          )
        )
          right += 1;
      }
    return gold === 0 ? [] : [[name, String(gold), String(right)]];
  });
  return table(['class', 'figures', 'wholly right'], rows);
}

const judged: Judged[] = [...reports, ...invented].flatMap(({ gold, read }) =>
  read.map((figure) => ({
    confidence: figure.confidence ?? 0,
    right: gold.some(
      (wanted) =>
        wanted.start === figure.start && wanted.value === figure.value && wanted.indicator === figure.indicator,
    ),
  })),
);
let codes = { hit: 0, read: 0, wanted: 0 };
for (const [sentence, ...wanted] of INDICATOR_CASES) {
  const got = readFigures(sentence, { confidence: true });
  codes = {
    hit: codes.hit + got.filter((figure, at) => figure.indicator !== null && figure.indicator === wanted[at]).length,
    read: codes.read + got.filter((figure) => figure.indicator !== null).length,
    wanted: codes.wanted + wanted.filter((code) => code !== '-').length,
  };
  got.forEach((figure, at) => {
    judged.push({ confidence: figure.confidence ?? 0, right: (figure.indicator ?? '-') === wanted[at] });
  });
}
const sure = judged.filter(({ confidence }) => confidence >= CONFIDENT);
const speed = benchFigures();

const text = [
  scoreTable(),
  '',
  ...(invented.length > 0 ? [inventedTable(), ''] : []),
  classTable([...reports, ...invented]),
  '',
  `Codes of the ${INDICATOR_CASES.length} invented sentences: F1 ${f1(codes.hit, codes.read, codes.wanted).toFixed(3)} (${codes.wanted} wanted).`,
  '',
  `At the default threshold ${CONFIDENT}: ${sure.length} of ${judged.length} figures, precision ${share(sure.filter(({ right }) => right).length, sure.length)}.`,
  '',
  bands(judged),
].join('\n');
console.log(text);
console.log(
  `\n${speed.megabytesPerSecond.toFixed(1)} MB/s (${speed.figures} figures in ${(speed.bytes / 1e6).toFixed(1)} MB)`,
);
if (process.argv.includes('--errors'))
  for (const { name, score } of reports) for (const line of score.lines) console.log(`${name}: ${line}`);

const page = join(process.cwd(), 'docs', 'figures.md');
const [begin, end] = ['<!-- scores: npm run figures -->', '<!-- end of scores -->'];
if (args.length === 0 && existsSync(page)) {
  const old = readFileSync(page, 'utf8');
  const from = old.indexOf(begin) + begin.length;
  const to = old.indexOf(end);
  if (from < begin.length || to < 0) throw new Error('docs/figures.md has lost the marks of its scores');
  writeFileSync(page, `${old.slice(0, from)}\n\n${text}\n\n${old.slice(to)}`);
}
