/**
 * npm run bench [what …]: measures, prints a table, and rewrites the same part of docs/benchmarks.md. Timings of a shared
 * machine vary; ratios are taken within one run.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { measureBundles } from './bundles.js';
import { measureCommit } from './commit.js';
import type { Measured } from './figure.js';
import { measureHttp } from './http.js';
import { measureIndicators } from './indicators.js';
import { measureLaw } from './law.js';
import { measureDeadline, measureStart } from './startup.js';
import { measureFigures, measureLawtext } from './texts.js';

const root = process.env.FADU_ROOT ?? process.cwd();
const measures: Record<string, () => Measured | Promise<Measured>> = {
  commit: () => measureCommit(),
  http: () => measureHttp(),
  indicators: () => measureIndicators(),
  start: () => measureStart(root),
  deadline: () => measureDeadline(root),
  bundles: () => measureBundles(root),
  law: () => measureLaw(root),
  lawtext: measureLawtext,
  figures: measureFigures,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in measures));
if (unknown.length > 0) {
  console.error(`没有测量 ${unknown.join('、')}，现有：${Object.keys(measures).join('、')}。`);
  process.exit(2);
}

const page = join(root, 'docs', 'benchmarks.md');
let text = existsSync(page) ? readFileSync(page, 'utf8') : '# Benchmarks\n';
let broken = 0;
for (const name of wanted.length > 0 ? wanted : Object.keys(measures)) {
  const measured = await measures[name]!();
  const rows = measured.figures.map(({ name: what, value, budget, kept }) => {
    if (kept === false) broken += 1;
    return `| ${what} | ${value} | ${budget ?? '–'} | ${kept === undefined ? '–' : kept ? 'yes' : '**no**'} |`;
  });
  const body = [
    `## ${measured.title}`,
    '',
    measured.note,
    '',
    '| what | measured | budget | kept |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  console.log(`\n${body}`);
  const part = `<!-- bench:${name} -->\n${body}<!-- /bench:${name} -->`;
  const place = new RegExp(`<!-- bench:${name} -->[\\s\\S]*?<!-- /bench:${name} -->`);
  text = place.test(text) ? text.replace(place, () => part) : `${text.trimEnd()}\n\n${part}\n`;
}
const machine = `<!-- bench:machine -->\nLast run: ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}.\n<!-- /bench:machine -->`;
text = /<!-- bench:machine -->/.test(text)
  ? text.replace(/<!-- bench:machine -->[\s\S]*?<!-- \/bench:machine -->/, () => machine)
  : text.replace(
      /^# .*\n/,
      (head) => `${head}\n\`npm run bench\` repeats these figures; \`npm run bench commit\` one part.\n\n${machine}\n`,
    );
writeFileSync(page, text);
process.exit(broken === 0 ? 0 : 1);
