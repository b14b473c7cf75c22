import type { ReadFigure, ReadingDesk, ReadReport } from '@fadu/wire';
import { describe, expect, it } from 'vitest';
import { neighbour, partsOf, piecesOf, placesOf, queueOf, withFigure } from './queue.js';

const figure = (
  n: number,
  start: number,
  confidence: number | null,
  state: ReadFigure['state'] = 'open',
): ReadFigure => ({
  n,
  start,
  end: start + 2,
  confidence,
  state,
  text: '',
  value: 0,
  valueTo: null,
  unit: null,
  approx: 'exact',
  role: 'level',
  polarity: null,
  basis: null,
  subject: null,
  verb: null,
  scope: null,
  indicator: null,
  refersTo: null,
  of: null,
  page: null,
  indicatorName: null,
  reasons: [],
  added: false,
  revision: 1,
});
const numbers = (figures: readonly ReadFigure[]) => figures.map(({ n }) => n);

describe('the queue', () => {
  const all = [
    figure(0, 0, 0.9),
    figure(1, 4, 0.6),
    figure(2, 8, 0.6),
    figure(3, 12, 0.5, 'confirmed'),
    figure(4, 16, null),
  ];
  it('has what waits with the least sure first, what is equally sure by its place', () => {
    expect(numbers(queueOf(all, 'open'))).toEqual([1, 2, 0, 4]);
  });
  it('has everything else in the order of the text', () => {
    expect(numbers(queueOf(all, 'all'))).toEqual([0, 1, 2, 3, 4]);
    expect(numbers(queueOf(all, 'confirmed'))).toEqual([3]);
  });
  it('goes round, and begins anew when the figure has left it', () => {
    const queue = queueOf(all, 'open');
    expect(neighbour(queue, 4, 1)!.n).toBe(1);
    expect(neighbour(queue, 1, -1)!.n).toBe(4);
    expect(neighbour(queue, 3, 1)!.n).toBe(1);
    expect(neighbour([], 3, 1)).toBeUndefined();
  });
});

it('after a step the figure stands where it now is in the text', () => {
  const desk = { figures: [figure(0, 0, 1), figure(1, 4, 1)], text: '' } as unknown as ReadingDesk;
  const report = { id: 'x' } as ReadReport;
  expect(numbers(withFigure(desk, { report, figure: figure(0, 9, 1) }).figures)).toEqual([1, 0]);
  expect(numbers(withFigure(desk, { report, figure: figure(2, 2, 1) }).figures)).toEqual([0, 2, 1]);
});

describe('the text', () => {
  it('of a book is shown in parts that end with a line and leave nothing out', () => {
    const text = `${'一'.repeat(99)}\n`.repeat(500);
    const parts = partsOf(text);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(parts.every(({ end }) => text[end - 1] === '\n')).toBe(true);
    expect(partsOf('一'.repeat(50_000)).map(({ start, end }) => end - start)).toEqual([20_000, 20_000, 10_000]);
  });
  it('is cut into figures and what stands between; of two that overlap the later is left out', () => {
    const pieces = piecesOf({ start: 0, end: 10 }, [figure(0, 2, 1), figure(1, 3, 1), figure(2, 8, 1)]);
    expect(pieces.map(({ start, end, figure: own }) => [start, end, own?.n ?? null])).toEqual([
      [0, 2, null],
      [2, 4, 0],
      [4, 8, null],
      [8, 10, 2],
    ]);
  });
  it('is searched for every place of some words', () => {
    expect(placesOf('受理60件，办结60件。', '60件')).toEqual([
      { start: 2, end: 5, before: '受理', after: '，办结60件。' },
      { start: 8, end: 11, before: '受理60件，办结', after: '。' },
    ]);
    expect(placesOf('受理', '')).toEqual([]);
  });
});
