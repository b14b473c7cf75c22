import { describe, expect, it } from 'vitest';
import { scoreAlignment } from '../score/alignment.js';
import { scoreCitations } from '../score/citations.js';
import { corpusPresent } from '../score/corpus.js';
import { scoreStructure } from '../score/structure.js';

const present = corpusPresent();

it('finds the reference texts when run by the continuous check', () => {
  if (!present) console.warn('../shared/laws is absent: accuracy on the open gold is not tested');
  expect(present || !process.env.CI).toBe(true);
});

describe.skipIf(!present)('accuracy on the open gold does not fall', () => {
  it('reads the structure', () => {
    const score = scoreStructure();
    expect(score.unitsRight / score.units).toBeGreaterThanOrEqual(0.998);
    expect(score.filesRight).toBe(score.files);
    expect(score.fieldsRight).toBe(score.fields);
  });
  it('finds and resolves citations', () => {
    const score = scoreCitations();
    expect(score.f1).toBeGreaterThanOrEqual(0.99);
    expect(score.resolvedShare).toBeGreaterThanOrEqual(0.99);
  });
  it('aligns versions', () => {
    const score = scoreAlignment();
    expect(score.mainRight / score.rows).toBeGreaterThanOrEqual(0.99);
    expect(score.right / score.rows).toBeGreaterThanOrEqual(0.96);
  });
});
