import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compare, f1 } from '../score/compare.js';
import { readFigures } from '../src/read.js';
import type { Figure } from '../src/types.js';

const dir = fileURLToPath(new URL('../../../../shared/reports/', import.meta.url));
const present = existsSync(`${dir}gold/README.md`);
if (!present && process.env['CI'] !== 'true') console.warn(`skipped: no open gold reports at ${dir}`);

/** The accuracy reached on the open reports must not fall. */
describe.skipIf(!present && process.env['CI'] !== 'true')('open gold reports', () => {
  test.each(['jilin-justice-2023', 'jilin-government-2023', 'baicheng-justice-2023'])('%s', (name) => {
    const text = readFileSync(`${dir}${name}.txt`, 'utf8');
    const gold = readFileSync(`${dir}gold/${name}.jsonl`, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Figure);
    const score = compare(gold, readFigures(text));
    expect(f1(score.found, score.read, score.gold)).toBe(1);
    expect(score.span).toBe(score.found);
    expect(score.unit).toBe(score.found);
    expect(score.approx).toBe(score.found);
    expect(score.role / score.found).toBeGreaterThanOrEqual(0.97);
    expect(f1(score.codeHit, score.codeRead, score.codeGold)).toBeGreaterThanOrEqual(0.9);
  });
});
