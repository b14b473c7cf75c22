// Scores the reader against gold: npx tsx packages/figures/score/score.ts [DIR] [--errors]. DIR has NAME.txt and gold/NAME.jsonl.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIDENT, readFigures } from '../src/read.js';
import type { Figure } from '../src/types.js';
import { compare, f1 } from './compare.js';

const args = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const dir = args[0] ?? join(process.cwd(), '../shared/reports');
const percent = (value: number): string => value.toFixed(3);
for (const file of readdirSync(join(dir, 'gold')).filter((name) => name.endsWith('.jsonl'))) {
  const name = file.replace('.jsonl', '');
  if (!existsSync(join(dir, `${name}.txt`))) continue;
  const gold = readFileSync(join(dir, 'gold', file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Figure);
  const text = readFileSync(join(dir, `${name}.txt`), 'utf8');
  const figures = readFigures(text, { confidence: true });
  const score = compare(gold, figures);
  const of = (hits: number): string => percent(hits / score.found);
  console.log(`${name}: gold ${score.gold}, read ${score.read}, right value ${score.found}`);
  console.log(
    `  detection P ${percent(score.found / score.read)} R ${percent(score.found / score.gold)} F1 ${percent(f1(score.found, score.read, score.gold))}`,
  );
  console.log(
    `  span ${of(score.span)} unit ${of(score.unit)} approx ${of(score.approx)} role ${of(score.role)} polarity ${of(score.polarity)} basis ${of(score.basis)}`,
  );
  console.log(
    `  subject ${of(score.subject)} verb ${of(score.verb)} scope ${of(score.scope)} refers_to ${of(score.refersTo)} of ${of(score.of)}`,
  );
  console.log(
    `  indicator P ${percent(score.codeHit / score.codeRead)} R ${percent(score.codeHit / score.codeGold)} F1 ${percent(f1(score.codeHit, score.codeRead, score.codeGold))}`,
  );
  const sure = figures.filter((figure) => figure.indicator !== null && (figure.confidence ?? 0) >= CONFIDENT);
  const right = sure.filter((figure) =>
    gold.some(
      (wanted) =>
        wanted.start === figure.start && wanted.indicator === figure.indicator && wanted.value === figure.value,
    ),
  );
  console.log(
    `  at confidence ${CONFIDENT}: ${sure.length} figures with a code, precision ${percent(right.length / sure.length)}`,
  );
  const roles = [...new Set(gold.map((figure) => figure.role))].map((role) => {
    const wanted = gold.filter((figure) => figure.role === role);
    const hit = wanted.filter((one) => figures.some((figure) => figure.start === one.start && figure.role === role));
    return `${role} ${hit.length}/${wanted.length}`;
  });
  console.log(`  by role: ${roles.join(', ')}`);
  if (process.argv.includes('--errors')) for (const line of score.lines) console.log(`    ${line}`);
}
