import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOWHERE, Postings } from './postings.js';

const SIZE = 1000;

describe('the list of a word', () => {
  it('finds every clause where a search from the beginning does, however many hold the word', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(SIZE - 1)), fc.nat(SIZE - 1), fc.nat(SIZE), (held, clause, end) => {
        const clauses = Uint32Array.from(held).sort();
        const list = new Postings(
          clauses,
          Uint8Array.from(clauses, (one) => (one % 7) + 1),
          SIZE,
        );
        expect(list.from(clause)).toBe(clauses.filter((one) => one < clause).length);
        expect(list.has(clause)).toBe(held.includes(clause));
        expect(list.timesIn(clause)).toBe(held.includes(clause) ? (clause % 7) + 1 : 0);
        expect(list.hasIn(clause, end)).toBe(held.some((one) => one >= clause && one < end));
      }),
    );
  });

  it('is empty for a word that no clause holds', () => {
    expect([NOWHERE.has(0), NOWHERE.timesIn(1_000_000), NOWHERE.from(149_000)]).toEqual([false, 0, 0]);
  });
});
