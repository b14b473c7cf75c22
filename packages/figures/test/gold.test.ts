import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compare, f1 } from '../score/compare.js';
import { readFigures } from '../src/read.js';
import type { Figure } from '../src/types.js';

const dir = fileURLToPath(new URL('../../../../shared/reports/', import.meta.url));
const present = existsSync(`${dir}gold/README.md`);
if (!present && process.env.CI !== 'true') console.warn(`skipped: no open gold reports at ${dir}`);

/** The accuracy reached on the open reports must not fall. */
describe.skipIf(!present && process.env.CI !== 'true')('open gold reports', () => {
  const insert = (
    text: string,
    gold: readonly Figure[],
    piece: string,
    every: number,
  ): { text: string; gold: Figure[] } => {
    const inside = new Set(
      gold.flatMap((figure) =>
        Array.from({ length: figure.end - figure.start - 1 }, (_, index) => figure.start + index + 1),
      ),
    );
    const map: number[] = [];
    let out = '';
    let column = 0;
    for (let index = 0; index < text.length; index += 1) {
      const char = text.charAt(index);
      if (column >= every && !inside.has(index) && text.charAt(index - 1) !== '\n' && /\p{Script=Han}/u.test(char)) {
        out += piece;
        column = 0;
      }
      map[index] = out.length;
      out += char;
      column = char === '\n' ? 0 : column + 1;
    }
    return {
      text: out,
      gold: gold.map((figure) => ({ ...figure, start: map[figure.start]!, end: map[figure.end - 1]! + 1 })),
    };
  };

  test.each([
    ['\n', 37],
    ['\n', 20],
    ['&nbsp;', 50],
  ])('the same with %j every %i characters', (piece, every) => {
    const name = 'jilin-government-2023';
    const gold = readFileSync(`${dir}gold/${name}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Figure);
    const broken = insert(readFileSync(`${dir}${name}.txt`, 'utf8'), gold, piece, every);
    const score = compare(broken.gold, readFigures(broken.text));
    expect([score.found, score.span, score.role, score.read]).toEqual([60, 60, 60, 60]);
    expect(f1(score.codeHit, score.codeRead, score.codeGold)).toBeGreaterThanOrEqual(0.95);
  });

  test.each(['jilin-justice-2023', 'jilin-government-2023', 'baicheng-justice-2023'])('%s', (name) => {
    const text = readFileSync(`${dir}${name}.txt`, 'utf8');
    const gold = readFileSync(`${dir}gold/${name}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Figure);
    const score = compare(gold, readFigures(text));
    expect(f1(score.found, score.read, score.gold)).toBe(1);
    expect(score.span).toBe(score.found);
    expect(score.unit).toBe(score.found);
    expect(score.approx).toBe(score.found);
    expect(score.role).toBe(score.found);
    expect(f1(score.codeHit, score.codeRead, score.codeGold)).toBeGreaterThanOrEqual(0.96);
  });
});
