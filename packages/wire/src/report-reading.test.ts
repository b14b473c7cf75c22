import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reportPieces } from './report-reading.js';

const figures = [
  { code: 'a', written: '受理行政复议案件60件' },
  { code: 'b', written: '受理行政复议案件60件，同比增长20%' },
  { code: 'c', written: '' },
];

it('cuts a paragraph at what its figures say, the longer first', () => {
  expect(reportPieces('全年受理行政复议案件60件，同比增长20%；又受理行政复议案件60件。', figures)).toEqual([
    { text: '全年', code: null },
    { text: '受理行政复议案件60件，同比增长20%', code: 'b' },
    { text: '；又', code: null },
    { text: '受理行政复议案件60件', code: 'a' },
    { text: '。', code: null },
  ]);
});

it('loses no character, whatever the text', () => {
  const text = fc.array(fc.constantFrom('受理', '案件', '60', '件', '，')).map((words) => words.join(''));
  fc.assert(
    fc.property(text, fc.array(text), (paragraph, written) => {
      const pieces = reportPieces(
        paragraph,
        written.map((one, index) => ({ code: String(index), written: one })),
      );
      expect(pieces.map((piece) => piece.text).join('')).toBe(paragraph);
    }),
  );
});
