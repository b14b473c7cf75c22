import { expect, test } from 'vitest';
import { f1 } from '../score/compare.js';
import { readFigures } from '../src/read.js';
import { INDICATOR_CASES } from './indicator-cases.js';

/** The invented sentences as a whole: single lines may be wrong, the accuracy may not fall. */
test('codes of invented sentences', () => {
  let hits = 0;
  let read = 0;
  let gold = 0;
  const wrong: string[] = [];
  for (const [sentence, ...codes] of INDICATOR_CASES) {
    const got = readFigures(sentence).map((figure) => figure.indicator ?? '-');
    gold += codes.filter((code) => code !== '-').length;
    read += got.filter((code) => code !== '-').length;
    hits += got.filter((code, index) => code !== '-' && code === codes[index]).length;
    if (got.join() !== codes.join()) wrong.push(`${sentence} ${got.join()}`);
  }
  expect(f1(hits, read, gold), wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
});
