import { describe, expect, it } from 'vitest';
import { arranged } from './arrange.js';

const put = (items: string, order: string): string =>
  arranged(
    [...items].map((code) => ({ code })),
    [...order],
  )
    .map(({ code }) => code)
    .join('');

describe('the statements of a chapter', () => {
  it('stand as the outline has them until somebody puts them otherwise', () => {
    expect(put('abc', '')).toBe('abc');
    expect(put('abc', 'cab')).toBe('cab');
  });
  it('that came later stand after what they follow in the outline; those that went leave no gap', () => {
    expect(put('abcd', 'cb')).toBe('acdb');
    expect(put('ac', 'cba')).toBe('ca');
  });
});
