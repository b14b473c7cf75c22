import type { CompareCell, CompareColumn, CompareRow, FigureComparison } from '@fadu/wire';
import exceljs from 'exceljs';

const SOURCES = { records: '平台记录', returns: '填报', report: '已读报告' } as const;

const HEAD = [
  '指标',
  '编码',
  '单位',
  '地区',
  '期间',
  '来源',
  '报告或者机构',
  '原文或者数值',
  '数值',
  '口径',
  '范围',
  '分母',
  '可比',
  '不可比的原因',
  '与首列相比',
  '说明',
] as const;

/** One line for each cell: what a machine, or a person with a filter, works with. */
function lineOf(row: CompareRow, column: CompareColumn, cell: CompareCell): (string | number)[] {
  const notes = [...cell.notes, ...(cell.unchecked > 0 ? [`另有${cell.unchecked}个待核`] : [])];
  return [
    row.name,
    row.code,
    row.unit,
    column.place,
    column.periodWords,
    cell.source ? SOURCES[cell.source] : '',
    column.title,
    cell.text,
    cell.value ?? '',
    cell.other ?? (cell.version === null ? row.name : `${row.name}（第${cell.version}版）`),
    cell.extent ?? '',
    cell.base ?? '',
    cell.drawn ? '是' : cell.refused ? '否' : '',
    cell.refused ?? '',
    cell.relation ?? '',
    notes.join('；'),
  ];
}

const linesOf = ({ rows, columns }: FigureComparison): (string | number)[][] =>
  rows.flatMap((row) => row.cells.map((cell, at) => lineOf(row, columns[at]!, cell)));

/** RFC 4180, with the mark by which spreadsheets know UTF-8. What would start a formula is made a text. */
export function comparisonCsv(comparison: FigureComparison): string {
  const field = (value: string | number): string => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${[[...HEAD], ...linesOf(comparison)].map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}

/** A sheet as on the screen, and one with a line for each figure. */
export async function comparisonSheet(comparison: FigureComparison): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const { columns, rows } = comparison;
  const add = (
    name: string,
    widths: readonly number[],
    head: readonly string[],
    lines: readonly (string | number)[][],
  ) => {
    const sheet = book.addWorksheet(name, {
      views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      headerFooter: { oddFooter: '第&P页共&N页' },
    });
    sheet.columns = widths.map((width) => ({ width }));
    sheet.addRow([...head]).font = { bold: true };
    for (const line of lines) sheet.addRow(line);
    sheet.eachRow((row) => {
      row.alignment = { vertical: 'top', wrapText: true };
    });
  };
  add(
    '比对',
    [30, ...columns.map(() => 22), 40],
    ['指标', ...columns.map(({ place, periodWords, title }) => `${place}${periodWords}\n${title}`), '不可比'],
    rows.map((row) => [
      `${row.name}（${row.unit}）`,
      ...row.cells.map((cell) => (cell.refused ? `⊘ ${cell.text}` : cell.text)),
      [...new Set(row.cells.flatMap(({ refused }) => refused ?? []))].join('；'),
    ]),
  );
  add(
    '明细',
    HEAD.map((_, at) => (at === 0 || at === 6 || at === 13 ? 32 : 14)),
    HEAD,
    linesOf(comparison),
  );
  add(
    '说明',
    [16, 80],
    ['项目', '内容'],
    [
      ['数据截至', comparison.asOf],
      ['来源', '平台记录：由案件计算；填报：下级或者本单位报送，经审定；已读报告：别处公布，经人核对。'],
      ['不可比', '口径、单位、范围、分母、期间、口径版本不同的，不比较，原因在“明细”。'],
      ...comparison.notes.map((note): [string, string] => ['说明', note]),
    ],
  );
  return Buffer.from(await book.xlsx.writeBuffer());
}
