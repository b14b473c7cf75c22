import { Buffer } from 'node:buffer';
import {
  AFFECTED_NAMES,
  DEPENDENT_COLUMNS,
  DEPENDENT_KINDS,
  type LawDependentPlace,
  type LawJudgedDependent,
  MOST_DEPENDENTS,
} from '@fadu/wire';
import exceljs from 'exceljs';
import { FAULT, HEAD_ROWS, limit } from '../bulk/template.js';

const HINTS = ['必填；从下拉中选', '必填', '选填', '必填；从下拉中选', '必填；照原文，法规用全称，写明条、款、项'];
const WIDTHS = [14, 36, 22, 18, 80];

/** The table to fill in; or the rows that are to be put right, with what is wrong beside them. */
export async function dependentTable(
  { posts }: LawDependentPlace,
  faulty: readonly LawJudgedDependent[] = [],
): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('填写', { views: [{ state: 'frozen', ySplit: HEAD_ROWS }] });
  const headers = [...DEPENDENT_COLUMNS, ...(faulty.length > 0 ? [FAULT] : [])];
  sheet.columns = headers.map((header, index) => ({ header, width: WIDTHS[index] ?? 60, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  const hints = sheet.addRow([...HINTS, ...(faulty.length > 0 ? ['改好后再上传'] : [])]);
  hints.font = { color: { argb: 'FF595959' }, size: 9 };
  hints.alignment = { wrapText: true, vertical: 'top' };
  for (const { row, faults } of faulty) {
    const added = sheet.addRow([row.kind, row.name, row.number, row.post, row.text, faults.join('\n')]);
    added.alignment = { wrapText: true, vertical: 'top' };
    added.getCell(headers.length).font = { color: { argb: 'FFB3261E' } };
  }
  const choices = book.addWorksheet('选项', { state: 'veryHidden' });
  const last = HEAD_ROWS + MOST_DEPENDENTS;
  for (const [at, column, names] of [
    [1, 'A', DEPENDENT_KINDS.map((kind) => AFFECTED_NAMES[kind])],
    [2, 'D', posts.map(({ name }) => name)],
  ] as const) {
    choices.getColumn(at).values = [...names];
    const own = choices.getColumn(at).letter;
    if (names.length > 0)
      limit(sheet, `${column}${HEAD_ROWS + 1}:${column}${last}`, `选项!$${own}$1:$${own}$${names.length}`);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
