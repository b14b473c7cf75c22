// Megabytes of UTF-8 text read in a second: npx tsx packages/figures/score/speed.ts FILE…
import { readFileSync } from 'node:fs';
import { readFigures } from '../src/read.js';

const texts = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
const big = texts.join('\n').repeat(Math.ceil(3e6 / Buffer.byteLength(texts.join('\n'))));
for (let round = 0; round < 4; round += 1) {
  const start = performance.now();
  const count = readFigures(big).length;
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${(Buffer.byteLength(big) / 1e6 / seconds).toFixed(1)} MB/s, ${count} figures, ${(Buffer.byteLength(big) / 1e6).toFixed(1)} MB`,
  );
}
