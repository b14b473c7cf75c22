import { expect, test } from 'vitest';
import { type Piece, pageText } from './pdf-lines.js';
import { readFigures } from './read.js';

/** A piece of text at a place, twelve points high; a Chinese character is as wide as it is high, a digit half of that. */
function at(x: number, y: number, str: string, hasEOL = false): Piece {
  const width = [...str].reduce((sum, char) => sum + (char < '\u2000' ? 6 : 12), 0);
  return { str, hasEOL, transform: [12, 0, 0, 12, x, y], width, height: 12 };
}

test('a heading broken over three lines of a narrow column is one cell', () => {
  const page = [
    at(36, 700, '全市受理行政复议案件320件。', true),
    at(36, 640, '县区', true),
    at(110, 656, '受理行政', true),
    at(110, 640, '复议案件', true),
    at(116, 624, '（件）', true),
    at(180, 656, '办理法律', true),
    at(180, 640, '援助案件', true),
    at(186, 624, '（件）', true),
    at(36, 600, '样例县及', true),
    at(36, 584, '开发区', false),
    at(110, 592, '1,204', false),
    at(180, 592, '430', true),
    at(36, 560, '示范区', false),
    at(110, 560, '96', false),
    at(180, 560, '388', true),
    at(36, 500, '注：截至年底。', true),
  ];
  const text = pageText(page);
  expect(text).toBe(
    '全市受理行政复议案件320件。\n县区\t受理行政复议案件（件）\t办理法律援助案件（件）\n样例县及开发区\t1,204\t430\n示范区\t96\t388\n注：截至年底。\n',
  );
  expect(readFigures(text).map(({ value, unit, indicator }) => [value, unit, indicator])).toEqual([
    [320, '件', 'reconsideration.accepted'],
    [1204, '件', 'reconsideration.accepted'],
    [430, '件', 'legal_aid.handled'],
    [96, '件', 'reconsideration.accepted'],
    [388, '件', 'legal_aid.handled'],
  ]);
});

test('two columns of a page, and lines set wide, are no table', () => {
  const columns = [
    at(36, 700, '全年受理行政复议案', true),
    at(36, 680, '件60件，审结58', true),
    at(36, 660, '件，调解20件。', true),
    at(320, 700, '开展普法宣传活动80', true),
    at(320, 680, '场，受众3万人次。', true),
  ];
  expect(pageText(columns)).toBe(
    '全年受理行政复议案\n件60件，审结58\n件，调解20件。\n开展普法宣传活动80\n场，受众3万人次。\n',
  );
  const wide = [700, 680].flatMap((y) =>
    [...'法治政府'].map((char, index) => at(36 + index * 20, y, char, index === 3)),
  );
  expect(pageText(wide)).toBe('法治政府\n法治政府\n');
});
