import { expect, test } from 'vitest';
import { PageReader, type Piece, pageText } from './pdf-lines.js';
import { readFigures } from './read.js';

/** A piece of text twelve points high, its middle at `x`. */
function at(x: number, y: number, str: string): Piece {
  const width = [...str].reduce((sum, char) => sum + (char < '\u2000' ? 6.6 : 12), 0);
  return { str, hasEOL: true, transform: [12, 0, 0, 12, x - width / 2, y], width, height: 12 };
}
const row = (y: number, xs: readonly number[], cells: readonly string[]): Piece[] =>
  cells.flatMap((cell, index) => (cell === '' ? [] : [at(xs[index]!, y, cell)]));
const read = (text: string): unknown[] =>
  readFigures(text).map(({ value, unit, role, indicator }) => [value, unit, role, indicator]);

const XS = [60, 150, 220, 290, 360, 430];

test('years over two and three columns, a place over both lines; neither caption nor unit is a heading', () => {
  const text = pageText([
    at(245, 740, '行政复议案件情况统计表'),
    at(430, 722, '单位：件'),
    at(XS[0]!, 688, '地区'),
    at(185, 700, '2022年'),
    at(360, 700, '2023年'),
    ...row(676, XS.slice(1), ['受理案件', '审结案件', '受理案件', '审结案件', '调解结案']),
    ...row(650, XS, ['样例县', '120', '110', '150', '141', '30']),
    ...row(630, XS, ['示例区', '88', '', '95', '90', '12']),
    ...row(610, XS, ['合计', '208', '190', '245', '231', '42']),
  ]);
  expect(text.split('\n')).toEqual([
    '行政复议案件情况统计表',
    '单位：件',
    '地区\t2022年受理案件\t2022年审结案件\t2023年受理案件\t2023年审结案件\t2023年调解结案',
    '样例县\t120\t110\t150\t141\t30',
    '示例区\t88\t\t95\t90\t12',
    '合计\t208\t190\t245\t231\t42',
    '',
  ]);
  expect(readFigures(text).map(({ value, role }) => `${role} ${value}`)).toEqual(
    [120, 110, 150, 141, 30, 88, 95, 90, 12, 208, 190, 245, 231, 42].map(
      (value) => `${[120, 110, 88, 208, 190].includes(value) ? 'previous' : 'level'} ${value}`,
    ),
  );
});

test('a measure over its years; the year before without this year keeps its code', () => {
  const xs = [60, 150, 220, 320, 390];
  const text = pageText([
    at(60, 688, '地区'),
    at(185, 700, '受理行政复议案件（件）'),
    at(355, 700, '办理法律援助案件（件）'),
    ...row(676, xs.slice(1), ['2022年', '2023年', '2022年', '2023年']),
    ...row(650, xs, ['样例县', '120', '150', '310', '330']),
    ...row(630, xs, ['示例区', '88', '95', '260', '281']),
    ...row(610, xs, ['样本区', '61', '', '204', '250']),
  ]);
  expect(read(text).slice(0, 4)).toEqual([
    [120, '件', 'previous', 'reconsideration.accepted'],
    [150, '件', 'level', 'reconsideration.accepted'],
    [310, '件', 'previous', 'legal_aid.handled'],
    [330, '件', 'level', 'legal_aid.handled'],
  ]);
  expect(read(text).slice(8)).toEqual([
    [61, '件', 'previous', 'reconsideration.accepted'],
    [204, '件', 'previous', 'legal_aid.handled'],
    [250, '件', 'level', 'legal_aid.handled'],
  ]);
});

test('a heading set so close that its cells come as one piece', () => {
  const xs = [60, 150, 246, 342];
  const heads = ['行政处罚案件（件）', '调解各类纠纷（件）', '办理公证案件（件）'];
  const close: Piece = { ...at(246, 676, heads.join(' ')), width: 3 * 108 };
  const text = pageText([
    at(60, 688, '单位名称'),
    at(246, 700, '执法和服务'),
    { ...close, transform: [12, 0, 0, 12, 246 - 162, 676] },
    ...row(650, xs, ['样例局', '20', '300', '12']),
    ...row(630, xs, ['示例局', '31', '412', '8']),
  ]);
  expect(text.split('\n')[0]).toBe(`单位名称\t${heads.map((head) => `执法和服务${head}`).join('\t')}`);
  expect(read(text).map((figure) => (figure as unknown[])[3])).toEqual([
    'enforcement.penalty_cases',
    'mediation.cases',
    'notary.cases',
    'enforcement.penalty_cases',
    'mediation.cases',
    'notary.cases',
  ]);
});

const HEAD = ['地区', '受理行政复议案件（件）', '办理法律援助案件（件）'];

test('a table cut by the end of a page or of a column goes on, be it by one row', () => {
  const xs = [60, 200, 360];
  const reader = new PageReader();
  const first = reader.read([...row(100, xs, HEAD), ...row(80, xs, ['样例县', '120', '310']), at(300, 30, '— 1 —')]);
  const second = reader.read([
    at(60, 800, '示例市司法局'),
    ...row(780, xs, ['示例区', '88', '260']),
    at(60, 700, '注。'),
  ]);
  expect(`${first}${second}`.split('\n')).toEqual([
    HEAD.join('\t'),
    '样例县\t120\t310',
    '— 1 —',
    '示例市司法局',
    '示例区\t88\t260',
    '注。',
    '',
  ]);
  const moved = xs.map((x) => x / 2 + 290);
  const columns = pageText([
    ...row(140, [40, 110, 200], ['地区', '受理（件）', '办理（件）']),
    ...row(120, [40, 110, 200], ['样例县', '120', '310']),
    ...row(100, [40, 110, 200], ['示例区', '88', '260']),
    ...row(700, [340, 410, 500], ['样本区', '61', '204']),
  ]);
  expect(columns).toContain('样本区\t61\t204\n');
  // elsewhere a line of numbers is no row
  expect(pageText(row(700, moved, ['样本区', '61', '204']))).not.toContain('\t');
});
