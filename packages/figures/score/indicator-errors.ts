// Lists the invented sentences whose code is read otherwise, with the reason: npx tsx packages/figures/score/indicator-errors.ts
import { readFigures } from '../src/read.js';
import { INDICATOR_CASES } from '../test/indicator-cases.js';
import { f1 } from './compare.js';

let hits = 0;
let read = 0;
let gold = 0;
for (const [sentence, ...codes] of INDICATOR_CASES) {
  const figures = readFigures(sentence, { explain: true });
  const got = figures.map((figure) => figure.indicator ?? '-');
  gold += codes.filter((code) => code !== '-').length;
  read += got.filter((code) => code !== '-').length;
  hits += got.filter((code, index) => code !== '-' && code === codes[index]).length;
  if (got.join() === codes.join()) continue;
  console.log(sentence);
  for (const [index, figure] of figures.entries()) {
    if (got[index] !== codes[index])
      console.log(`    ${figure.text}: ${got[index]} for ${codes[index]} (${figure.reasons?.join('；')})`);
  }
}
console.log(`indicator F1 ${f1(hits, read, gold).toFixed(3)} (${hits} right, ${read} read, ${gold} wanted)`);
