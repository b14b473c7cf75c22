import { expect, it } from 'vitest';
import { figureParagraphs } from './paragraphs.js';

const told = (...codes: readonly string[]): string[] =>
  figureParagraphs(codes.map((code) => ({ code }))).map((one) => one.map(({ code }) => code).join(' '));

it('breaks the figures of a chapter where the subject changes, and leaves no paragraph of one or two before it', () => {
  expect(told()).toEqual([]);
  expect(told('a.1', 'b.1', 'c.1')).toEqual(['a.1 b.1 c.1']);
  expect(told('a.1', 'a.2', 'a.3', 'a.4', 'a.5', 'b.1', 'b.2', 'c.1', 'c.2', 'd.1')).toEqual([
    'a.1 a.2 a.3 a.4 a.5',
    'b.1 b.2 c.1 c.2',
    'd.1',
  ]);
});
