import type { Writable } from 'node:stream';
import { type BoardPanel, type BoardRow, COMPARISONS, type DashboardView } from '@fadu/wire';
import exceljs from 'exceljs';
import { type Cells, sheetsIn } from '../indicators/sheets.js';

/** A board as a workbook: the key figures, and a sheet for each panel with its finding and the rows behind its chart. */
export async function writeDashboardExcel(view: DashboardView, out: Writable): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const sheetOf = sheetsIn(book);
  sheetOf(
    '主要数据',
    [34, 16, 18, 44, 16, 26],
    ['指标', '数值', '分子/分母', '基数', COMPARISONS[view.compare.with], '变化'],
    [
      ...view.figures.map(
        (one): Cells => [one.name, one.text, one.base ?? '', one.basedOn ?? '', one.compared.text, one.compared.change],
      ),
      [],
      ['范围', `${view.org.name}及下级，${view.period.name}`],
      ['对比', `${COMPARISONS[view.compare.with]}：${view.compare.name}`],
      ['数据截至', view.asOf],
      ...view.notes.map((note): Cells => ['说明', note]),
      ...view.figures.flatMap(({ name, notes }) => notes.map((note): Cells => [name, note])),
    ],
  );
  view.panels.forEach((panel, index) => {
    sheetOf(
      `${index + 1}${panel.name}`.replaceAll(/[\\/*?:[\]]/g, '').slice(0, 31),
      [10, 34, 18, 16, 18, 26, 26],
      ['名次', panel.head, `数值（${panel.unit}）`, '分子/分母', panel.beforeName ?? '', '变化', '说明'],
      rowsOf(panel),
    );
  });
  await book.commit();
}

const rowsOf = (panel: BoardPanel): Cells[] => [
  ...[...panel.rows, ...panel.others].map(cells),
  ...(panel.total === null ? [] : [['', '合计', panel.total] as Cells]),
  [],
  ['', panel.finding],
  ['', panel.caption],
  ...panel.notes.map((note): Cells => ['', note]),
];

const cells = ({ rank, label, text, parts, before, unranked }: BoardRow): Cells => [
  rank ?? '',
  label,
  text,
  parts ?? '',
  before?.text ?? '',
  before?.change ?? '',
  unranked ?? '',
];
