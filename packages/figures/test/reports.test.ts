import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compare, f1 } from '../score/compare.js';
import { readFigures } from '../src/read.js';
import type { Figure } from '../src/types.js';

const dir = fileURLToPath(new URL('reports/', import.meta.url));

/** Whole invented reports (reports/README.md): what is reached may not fall. */
describe('invented reports', () => {
  const names = readdirSync(`${dir}gold`).map((file) => file.replace('.jsonl', ''));

  test.each(names)('%s', (name) => {
    const gold = readFileSync(`${dir}gold/${name}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Figure);
    const score = compare(gold, readFigures(readFileSync(`${dir}${name}.txt`, 'utf8')));
    const faults = score.lines.filter((line) => !/^(refersTo|of) /.test(line)).join('\n');
    expect(f1(score.found, score.read, score.gold), faults).toBeGreaterThanOrEqual(0.98);
    for (const right of [score.span, score.unit, score.approx, score.role])
      expect(right / score.found, faults).toBeGreaterThanOrEqual(0.98);
    expect(f1(score.codeHit, score.codeRead, score.codeGold), faults).toBeGreaterThanOrEqual(0.91);
  });
});
