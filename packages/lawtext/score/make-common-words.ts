/**
 * Makes src/align/common-words.ts: pairs of characters that stand in at least one of 147 articles of the corpus, with how much
 * they tell. Run again when the corpus grows: npx tsx packages/lawtext/score/make-common-words.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
// Not from the features: those load the very file made here.
import { comparable } from '../src/align/comparable.js';
import { parseLaw } from '../src/parse/parse.js';
import { walk } from '../src/tree/node.js';
import { corpusFiles, readCorpus } from './corpus.js';

/** Least share of the articles; a rarer pair tells as much as one of two thirds of it. */
const LEAST = 1 / 147;
const TELLING = scale((LEAST * 2) / 3);

/** Log of the share, in twentieths of ten. */
function scale(share: number): number {
  return Math.round(-Math.log(share) * 2) / 20;
}

const counts = new Map<string, number>();
let articles = 0;
for (const file of corpusFiles()) {
  const law = parseLaw(readCorpus(file), { fileName: file });
  for (const node of walk(law.tree)) {
    if (node.kind !== 'article') continue;
    articles++;
    const words = comparable(law.source, node);
    const pairs = new Set<string>();
    for (let at = 0; at + 2 <= words.length; at++) pairs.add(words.slice(at, at + 2));
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
}
const steps = new Map<number, string[]>();
for (const [pair, count] of counts) {
  if (count < articles * LEAST) continue;
  const step = scale(count / articles);
  steps.set(step, [...(steps.get(step) ?? []), pair]);
}
writeFileSync(
  join(import.meta.dirname, '../src/align/common-words.ts'),
  `/** Made by score/make-common-words.ts from ${articles} articles; do not edit. Pairs of characters only. */

/** How much a pair of characters tells that stands in few legal texts. */
export const TELLING = ${TELLING};

/** How much the pairs tell that stand in many, written one behind the other. */
export const COMMON: readonly (readonly [tells: number, pairs: string])[] = [
${[...steps]
  .sort(([a], [b]) => a - b)
  .map(([step, pairs]) => `  [${step}, '${pairs.sort().join('')}'],`)
  .join('\n')}
];
`,
);
console.log(articles, [...steps.values()].flat().length);
