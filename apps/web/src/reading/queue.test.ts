import type { MarkedFigure } from '@fadu/wire';
import { describe, expect, it } from 'vitest';
import { partAt, piecesOf } from './queue.js';

const figure = (n: number, start: number): MarkedFigure => ({
  n,
  start,
  end: start + 2,
  state: 'open',
  text: '',
  name: null,
});

describe('the text', () => {
  it('is cut into figures and what stands between; of two that overlap the later is left out', () => {
    const pieces = piecesOf({ start: 0, end: 10, figures: [figure(0, 2), figure(1, 3), figure(2, 8)] });
    expect(pieces.map(({ start, end, figure: own }) => [start, end, own?.n ?? null])).toEqual([
      [0, 2, null],
      [2, 4, 0],
      [4, 8, null],
      [8, 10, 2],
    ]);
  });
  it('of a book is opened at the part where a figure stands', () => {
    const parts = [
      { start: 0, end: 10 },
      { start: 10, end: 20 },
    ];
    expect([0, 9, 10, 25].map((at) => partAt(parts, at))).toEqual([0, 0, 1, 1]);
    expect(partAt([], 5)).toBe(0);
  });
});
