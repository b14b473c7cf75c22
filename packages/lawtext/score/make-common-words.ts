/**
 * Makes src/align/common-words.ts: pairs of characters that stand in at least one of 147 articles of the corpus, and single
 * characters that stand in one of 500, with how much they tell. Run again when the corpus grows: npx tsx packages/lawtext/score/make-common-words.ts
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
const LEAST_SINGLE = 1 / 500;

/** Log of the share, in twentieths of ten. */
function scale(share: number): number {
  return Math.round(-Math.log(share) * 2) / 20;
}

/** Log of the share, in quarters. */
function scaleSingle(share: number): number {
  return Math.round(-Math.log(share) * 4) / 4;
}

const counts = new Map<string, number>();
const singles = new Map<string, number>();
let articles = 0;
for (const file of corpusFiles()) {
  const law = parseLaw(readCorpus(file), { fileName: file });
  for (const node of walk(law.tree)) {
    if (node.kind !== 'article') continue;
    articles++;
    const words = comparable(law.source, node);
    const pairs = new Set<string>();
    for (let at = 0; at + 2 <= words.length; at++) pairs.add(words.slice(at, at + 2));
    for (const single of new Set(words)) singles.set(single, (singles.get(single) ?? 0) + 1);
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
}

/** What stands in at least that share of the articles, by how much it tells. */
function table(from: ReadonlyMap<string, number>, least: number, tells: (share: number) => number): string {
  const steps = new Map<number, string[]>();
  for (const [words, count] of from) {
    if (count < articles * least) continue;
    const step = tells(count / articles);
    steps.set(step, [...(steps.get(step) ?? []), words]);
  }
  return [...steps]
    .sort(([a], [b]) => a - b)
    .map(([step, words]) => `  [${step}, '${words.sort().join('')}'],`)
    .join('\n');
}

writeFileSync(
  join(import.meta.dirname, '../src/align/common-words.ts'),
  `/** Made by score/make-common-words.ts from ${articles} articles; do not edit. */

/** How much a pair of characters tells that stands in few legal texts. */
export const TELLING = ${TELLING};

/** How much the pairs tell that stand in many, written one behind the other. */
export const COMMON: readonly (readonly [tells: number, pairs: string])[] = [
${table(counts, LEAST, scale)}
];

/** The same of single characters. */
export const TELLING_CHARACTER = ${scaleSingle(LEAST_SINGLE)};
export const COMMON_CHARACTERS: readonly (readonly [tells: number, characters: string])[] = [
${table(singles, LEAST_SINGLE, scaleSingle)}
];
`,
);
