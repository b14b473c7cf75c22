/**
 * Reads the whole corpus and compares with the last accepted report: npm run corpus [-- --accept].
 * A report has one line per file with its counts, diagnostics and unresolved citations; it holds no words of the texts.
 * Fails on a crash, a lost character, an article label of corpus-index.csv that was not found, or a text that reads
 * otherwise after it was printed as it should be read.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { citeLaw, parseLaw, renderLaw, renderSource } from '../src/index.js';
import { corpusFiles, corpusPresent, LAWS, readCorpus } from './corpus.js';

interface FileReport {
  articles: number;
  paragraphs: number;
  items: number;
  citations: number;
  diagnostics: Record<string, number>;
  unresolved: Record<string, number>;
}

const FOLDER = join(import.meta.dirname, '../../../data/corpus');
/** The last accepted report, one line per file; figures and file names only. */
const accepted = join(import.meta.dirname, 'accepted.csv');
const COLUMNS = 'file,articles,paragraphs,items,citations,diagnostics,unresolved';

const words = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join('; ');

const csvLine = (file: string, row: FileReport): string =>
  [
    `"${file}"`,
    row.articles,
    row.paragraphs,
    row.items,
    row.citations,
    words(row.diagnostics),
    words(row.unresolved),
  ].join();

if (!corpusPresent()) {
  console.error(`没有语料：${LAWS}。可以用 FADU_LAWS_REFERENCE 指定位置。`);
  process.exit(process.env.CI ? 1 : 0);
}

const tally = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

/** Articles per path from the index; the last column, the path may be quoted. */
function indexedArticles(): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of readFileSync(join(LAWS, 'corpus-index.csv'), 'utf8').split('\n').slice(1)) {
    const path = line.startsWith('"') ? line.slice(1, line.indexOf('"', 1)) : line.slice(0, line.indexOf(','));
    if (path !== '') found.set(path, Number(line.slice(line.lastIndexOf(',') + 1)));
  }
  return found;
}

const indexed = indexedArticles();
const report: Record<string, FileReport> = {};
const faults: string[] = [];
for (const file of corpusFiles()) {
  try {
    const law = parseLaw(readCorpus(file), { fileName: file });
    if (renderSource(law) !== law.source) faults.push(`${file}：文字有出入`);
    const again = parseLaw(renderLaw(law), { fileName: file });
    if (JSON.stringify([again.units, again.counts]) !== JSON.stringify([law.units, law.counts]))
      faults.push(`${file}：重新排印后读出的结构不同`);
    const citations = citeLaw(law);
    const wanted = indexed.get(file) ?? 0;
    const quoted = law.title.includes('修正案');
    if (law.counts.articles < wanted && !quoted)
      faults.push(`${file}：索引有${wanted}条，读出${law.counts.articles}条`);
    report[file] = {
      articles: law.counts.articles,
      paragraphs: law.counts.paragraphs,
      items: law.counts.items,
      citations: citations.length,
      diagnostics: tally(law.diagnostics.map(({ code }) => code)),
      unresolved: tally(citations.flatMap(({ unresolved }) => unresolved ?? [])),
    };
  } catch (error) {
    faults.push(`${file}：${(error as Error).message}`);
  }
}

mkdirSync(FOLDER, { recursive: true });
writeFileSync(join(FOLDER, 'report.json'), JSON.stringify(report, null, 1));
const lines = Object.entries(report).map(([file, row]) => csvLine(file, row));
if (existsSync(accepted)) {
  const before = new Set(readFileSync(accepted, 'utf8').split('\n').slice(1, -1));
  const now = new Set(lines);
  const gone = [...before].filter((line) => !now.has(line));
  const come = lines.filter((line) => !before.has(line));
  console.log(`与上次接受的报告相比，${come.length}件有变化`);
  for (const line of [...gone.map((one) => `- ${one}`), ...come.map((one) => `+ ${one}`)].sort(byFile).slice(0, 100))
    console.log(`  ${line}`);
}
if (process.argv.includes('--accept') || !existsSync(accepted))
  writeFileSync(accepted, [COLUMNS, ...lines, ''].join('\n'));
const rows = Object.values(report);
const total = (of: (row: FileReport) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
console.log(
  `${rows.length}件，${total((row) => row.articles)}条，${total((row) => row.paragraphs)}款，${total((row) => row.items)}项，${total((row) => row.citations)}处引用，其中位置不明${total((row) => Object.values(row.unresolved).reduce((a, b) => a + b, 0))}处`,
);
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);

/** Lines of one file together, the old one first. */
function byFile(a: string, b: string): number {
  const [x, y] = [a.slice(2), b.slice(2)].map((line) => line.slice(0, line.indexOf('"', 1)));
  return x === y ? (a < b ? 1 : -1) : x! < y! ? -1 : 1;
}
