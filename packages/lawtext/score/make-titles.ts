/**
 * Makes src/cite/names/national-titles.ts: names of national laws and regulations (names only, no text) from the corpus
 * index and from titles cited with 中华人民共和国 at least twice, and the repeal clauses of national texts
 * (《X》同时废止) as pairs of old and new name. Run again when the corpus grows: npx tsx packages/lawtext/score/make-titles.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// Not from the index: that one loads the very file made here.
import { parseLaw } from '../src/parse/parse.js';
import { corpusFiles, LAWS, readCorpus } from './corpus.js';

const STATE = '中华人民共和国';
const NAME = /(法|法典|条例|办法|规定|细则|规则|章程|税则|通则|总则|修正案(（.+）)?|（试行）)$/;
const own = new Set<string>();
const plain = new Set<string>();
const cited = new Map<string, number>();
const repealed = new Map<string, string>();

for (const file of corpusFiles()) {
  const text = readCorpus(file);
  const local = file.startsWith('地方');
  const title = parseLaw(text, { fileName: file }).title.split(' ')[0]!;
  if (!local) (title.startsWith(STATE) ? own : plain).add(title.replace(STATE, ''));
  for (const [, name] of text.matchAll(/[《〈]中华人民共和国([^《》〈〉\n]{1,40})[》〉]/g))
    cited.set(name!, (cited.get(name!) ?? 0) + 1);
  if (local || !/(法|法典|条例|细则|办法)$/.test(title)) continue;
  for (const [sentence] of text.matchAll(/[^。\n]*(?:同时废止|即行废止|同时停止施行)/g)) {
    for (const [, old] of sentence.matchAll(/《中华人民共和国([^《》]{2,40})》/g)) {
      if (STATE + old! !== title && NAME.test(old!)) repealed.set(old!, title);
    }
  }
}
for (const name of [...repealed.keys()]) if (own.has(name)) repealed.delete(name);
const names = new Set([...own].filter((name) => NAME.test(name)));
for (const [name, count] of cited) if (count >= 2 && NAME.test(name) && !plain.has(name)) names.add(name);
for (const name of repealed.keys()) names.add(name);

const index = readFileSync(join(LAWS, 'corpus-index.csv'), 'utf8').length;
writeFileSync(
  join(import.meta.dirname, '../src/cite/names/national-titles.ts'),
  `/**
 * Made by score/make-titles.ts from the names in the corpus index (${index} characters) and the repeal clauses of national
 * texts; do not edit. Names of statutes only.
 */

/** Official titles that begin with 中华人民共和国, written without it. */
export const NATIONAL_TITLES = \`
${[...names].sort().join('\n')}
\`;

/** Repealed titles (without 中华人民共和国) and the title that repealed them. Not complete. */
export const REPEALED_TITLES = \`
${[...repealed]
  .sort()
  .map(([old, now]) => `${old}|${now}`)
  .join('\n')}
\`;
`,
);
console.log(names.size, repealed.size);
