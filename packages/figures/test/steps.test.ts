import { readdirSync, readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readFigures, readFiguresInSteps } from '../src/read.js';
import { BROKEN } from './genre/broken.js';
import { DEPARTMENTS } from './genre/departments.js';
import { DISPUTES_AND_SERVICES } from './genre/disputes-and-services.js';
import { GOVERNMENT } from './genre/government.js';
import { HARD_FORMS } from './genre/hard-forms.js';
import { JUSTICE } from './genre/justice.js';
import { LISTS_AND_AIMS } from './genre/lists-and-aims.js';

const dir = fileURLToPath(new URL('reports/', import.meta.url));
const GENRE = [
  ...DISPUTES_AND_SERVICES,
  ...GOVERNMENT,
  ...DEPARTMENTS,
  ...JUSTICE,
  ...HARD_FORMS,
  ...BROKEN,
  ...LISTS_AND_AIMS,
];
const REPORTS = readdirSync(dir)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => [name, readFileSync(`${dir}${name}`, 'utf8')] as const);
const LONG = REPORTS.map(([, text]) => text).join('\n');
const FULL = { explain: true, confidence: true };

describe('reading in steps', () => {
  it.each<readonly [name: string, text: string]>([
    ...REPORTS,
    ['all genre sentences as one report', GENRE.map(([sentence]) => sentence).join('\n')],
    ['all genre sentences as one paragraph', GENRE.map(([sentence]) => sentence).join('')],
    ['all reports', LONG],
    ['no figure at all', '坚持依法行政。'.repeat(2000)],
    ['nothing', ''],
  ])('gives the same figures as reading in one go: %s', async (_name, text) => {
    for (const options of [{}, FULL])
      expect(await readFiguresInSteps(text, options, turn)).toEqual(readFigures(text, options));
  });

  it('gives each of several readings that take turns its own figures', async () => {
    const texts = REPORTS.map(([, text]) => text.repeat(4));
    const together = await Promise.all(texts.map((text) => readFiguresInSteps(text, FULL, turn)));
    expect(together).toEqual(texts.map((text) => readFigures(text, FULL)));
  });

  it.each([
    ['a long report', LONG.repeat(4)],
    ['a sentence without end', Array.from({ length: 3000 }, (_, n) => `办结行政复议案件${n + 1}件`).join('，')],
    ['pages without a figure', '坚持依法行政，增强法治意识。'.repeat(5000)],
  ])('lets others in between: %s', async (_name, text) => {
    let [turns, reading] = [0, true];
    const other = (): void => {
      if (!reading) return;
      turns += 1;
      setImmediate(other);
    };
    setImmediate(other);
    await readFiguresInSteps(text, {}, turn);
    reading = false;
    expect(turns).toBeGreaterThanOrEqual(Math.floor(text.length / 5000));
    expect(turns).toBeGreaterThan(5);
  });
});
