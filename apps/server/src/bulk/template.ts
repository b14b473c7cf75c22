import { Buffer } from 'node:buffer';
import type { FieldSpec, Line } from '@fadu/procedure';
import { BULK_LIMITS } from '@fadu/wire';
import exceljs from 'exceljs';
import { type BulkColumn, bulkForm } from './columns.js';

export const NUMBER = '序号';
const REASON = '继续办理的理由';
export const FAULT = '错误说明';
/** Rows above the first record: headers, and how each column is filled in. */
export const HEAD_ROWS = 2;
const LAST_ROW = HEAD_ROWS + BULK_LIMITS.rows;

/** The headers of the table, in order. */
export const headersOf = (columns: readonly BulkColumn[]): string[] => [
  NUMBER,
  ...columns.map(({ header }) => header),
  REASON,
];

/** The table to fill in: columns of the form with their allowed values, and a page that says how. */
export async function writeTemplate(line: Line, action: string): Promise<Buffer> {
  const { columns, leftOut } = bulkForm(line, action);
  const book = new exceljs.Workbook();
  const sheet = sheetOf(book, columns);
  const choices = book.addWorksheet('选项', { state: 'veryHidden' });
  let at = 0;
  for (const [index, { spec }] of columns.entries()) {
    const letter = sheet.getColumn(index + 2).letter;
    const range = `${letter}${HEAD_ROWS + 1}:${letter}${LAST_ROW}`;
    if (spec.kind === 'bool') limit(sheet, range, '"是,否"');
    if (spec.kind !== 'choice') continue;
    at += 1;
    const names = Object.values(spec.options);
    choices.getColumn(at).values = names;
    const own = choices.getColumn(at).letter;
    limit(sheet, range, `选项!$${own}$1:$${own}$${names.length}`);
  }
  explain(book, line.actions[action]!.name, columns, leftOut);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The sheet with its two head rows, everything kept as text so that what is typed is what is read. */
export function sheetOf(book: exceljs.Workbook, columns: readonly BulkColumn[], fault = false): exceljs.Worksheet {
  const sheet = book.addWorksheet('填写', { views: [{ state: 'frozen', xSplit: 1, ySplit: HEAD_ROWS }] });
  const headers = [...headersOf(columns), ...(fault ? [FAULT] : [])];
  sheet.columns = headers.map((header) => ({
    header,
    width: header === FAULT ? 60 : Math.min(30, Math.max(12, header.length * 2 + 2)),
    style: { numFmt: '@' },
  }));
  const hints = sheet.addRow([
    '填法',
    ...columns.map(hintOf),
    '平台要求说明理由时填写',
    ...(fault ? ['改好后再上传'] : []),
  ]);
  hints.font = { color: { argb: 'FF595959' }, size: 9 };
  hints.alignment = { wrapText: true, vertical: 'top' };
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'middle' };
  columns.forEach(({ required }, index) => {
    if (required) head.getCell(index + 2).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF1D6' } };
  });
  return sheet;
}

/** Only these values, from a list, in a range of cells. */
export function limit(sheet: exceljs.Worksheet, range: string, values: string): void {
  // One rule for the whole column; the library names it for single cells only.
  const rules = (sheet as unknown as { dataValidations: { add(range: string, rule: exceljs.DataValidation): void } })
    .dataValidations;
  rules.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [values],
    showErrorMessage: true,
    error: '请从下拉中选。',
  });
}

/** 必填 · 2024-05-08. */
const hintOf = (column: BulkColumn): string =>
  [needOf(column), formatOf(column.spec)].filter((text) => text !== '').join('；');

const needOf = ({ required, list, spec }: BulkColumn): string =>
  required ? (list === null ? '必填' : '有这一项的必填') : spec.when ? '视情况填写' : '选填';

function formatOf(spec: FieldSpec): string {
  switch (spec.kind) {
    case 'date':
      return `如2024-05-08${spec.past ? '，不晚于今天' : ''}`;
    case 'money':
      return '元，最多两位小数';
    case 'integer':
      return spec.unit === undefined ? '整数' : `整数，单位${spec.unit}`;
    case 'bool':
      return '填是或否，空白为否';
    case 'choice':
      return '从下拉中选';
    case 'choices':
      return `可填多项，用“、”隔开：${Object.values(spec.options).join('、')}`;
    case 'organization':
      return '机关全称或者简称';
    case 'persons':
      return '姓名，多名用“、”隔开';
    case 'text':
      return `不超过${spec.max}字`;
    default:
      return '';
  }
}

function explain(
  book: exceljs.Workbook,
  name: string,
  columns: readonly BulkColumn[],
  leftOut: readonly string[],
): void {
  const sheet = book.addWorksheet('填写说明');
  sheet.columns = [{ width: 36 }, { width: 16 }, { width: 40 }, { width: 60 }];
  const lists = [...new Set(columns.flatMap(({ list }) => (list === null ? [] : [list])))];
  const words = [
    `${name}：在“填写”页第${HEAD_ROWS + 1}行起填写，一件一行，一次不超过${BULK_LIMITS.rows}行。不要增删、改动栏目。`,
    '“序号”自行编写，不重复。',
    ...(lists.length > 0 ? ['同一件有多名当事人等多项的，从第二项起写在下一行，序号相同，只填这些栏目。'] : []),
    '上传后先核对，确认以前不写入任何案件。同样内容的行不会登记两次。',
    ...(leftOut.length > 0 ? [`表中没有的在登记后补充：${[...new Set(leftOut)].join('、')}。`] : []),
  ];
  for (const text of words) sheet.addRow([text]);
  sheet.addRow([]);
  sheet.addRow(['栏目', '是否必填', '填法', '说明']).font = { bold: true };
  for (const column of columns)
    sheet.addRow([
      column.header,
      needOf(column),
      column.spec.kind === 'choice' ? Object.values(column.spec.options).join('、') : formatOf(column.spec),
      column.spec.hint ?? '',
    ]);
}
