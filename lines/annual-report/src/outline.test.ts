import { CATALOGUE } from '@fadu/indicator';
import { expect, it } from 'vitest';
import { CHAPTERS, codesOf, phraseOf } from './outline.js';

it('gives every indicator of the catalogue one place', () => {
  const codes = CHAPTERS.flatMap(codesOf);
  expect([...codes].sort()).toEqual(CATALOGUE.map((entry) => entry.code).sort());
});

it('names each in words that stand before a number', () => {
  for (const { code } of CATALOGUE) {
    const { verb, noun } = phraseOf(code);
    expect(verb + noun, code).toMatch(/^[\p{Script=Han}0-9（）、“”]+$/u);
  }
  expect(phraseOf('reconsideration.accepted')).toEqual({ verb: '', noun: '受理行政复议案件' });
});
