import { expect, it } from 'vitest';
import { moved, placeAt, putBack, reworded, sameOrder, without } from './statement-order.js';

const all = { order: ['a', 'b', 'c'], leftOut: [], movements: [] };

it('puts a statement at another place, and no further than the ends', () => {
  expect(moved(all, 'a', 1).order).toEqual(['b', 'a', 'c']);
  expect(moved(all, 'a', 9).order).toEqual(['b', 'c', 'a']);
  expect(moved(all, 'c', -1).order).toEqual(['c', 'a', 'b']);
});

it('leaves out and puts back', () => {
  const less = without(all, 'b');
  expect(less).toEqual({ order: ['a', 'c'], leftOut: ['b'], movements: [] });
  expect(putBack(less, 'b').order).toEqual(['a', 'c', 'b']);
  expect(sameOrder(all, putBack(without(all, 'c'), 'c'))).toBe(true);
  expect(sameOrder(all, less)).toBe(false);
});

it('tells a statement the other way and back, and none that is left out', () => {
  const other = reworded(all, 'b');
  expect(other.movements).toEqual(['b']);
  expect(sameOrder(all, other)).toBe(false);
  expect(sameOrder(all, reworded(other, 'b'))).toBe(true);
  expect(moved(other, 'b', 0).movements).toEqual(['b']);
  expect(without(other, 'b').movements).toEqual([]);
});

it('finds the place under a pointer', () => {
  expect([0, 15, 25, 99].map((y) => placeAt([10, 20, 30], y))).toEqual([0, 1, 2, 2]);
});
