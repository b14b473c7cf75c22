import { describe, expect, it } from 'vitest';
import { partsOf, placesOf } from './text.js';

describe('the text of a report', () => {
  it('of a book is shown in parts that end with a line and leave nothing out', () => {
    const text = `${'一'.repeat(99)}\n`.repeat(500);
    const parts = partsOf(text);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(parts.every(({ end }) => text[end - 1] === '\n')).toBe(true);
    expect(partsOf('一'.repeat(50_000)).map(({ start, end }) => end - start)).toEqual([20_000, 20_000, 10_000]);
  });
  it('is searched for every place of some words', () => {
    expect(placesOf('受理60件，办结60件。', '60件')).toEqual([
      { start: 2, end: 5, before: '受理', after: '，办结60件。' },
      { start: 8, end: 11, before: '受理60件，办结', after: '。' },
    ]);
    expect(placesOf('受理', '')).toEqual([]);
  });
});
