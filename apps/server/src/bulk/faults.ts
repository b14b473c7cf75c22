import { Buffer } from 'node:buffer';
import exceljs from 'exceljs';
import type { JudgedTable } from './enter.js';
import { FAULT, headersOf, sheetOf } from './template.js';

/** The rows with faults as they were sent, what is wrong beside them: put right, it is a table to send again. */
export async function writeFaults({ columns, rows }: JudgedTable): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = sheetOf(book, columns, true);
  const at = headersOf(columns).length + 1;
  for (const { record, view } of rows.filter((one) => one.view.standing === 'faulty')) {
    for (const [index, { no, cells, reason }] of record.rows.entries()) {
      const added = sheet.addRow([no, ...cells, reason, ...(index === 0 ? [said(view.faults)] : [])]);
      if (index === 0) added.getCell(at).alignment = { wrapText: true, vertical: 'top' };
      if (index === 0) added.getCell(at).font = { color: { argb: 'FFB3261E' } };
    }
  }
  sheet.getRow(1).getCell(at).value = FAULT;
  return Buffer.from(await book.xlsx.writeBuffer());
}

const said = (faults: JudgedTable['rows'][number]['view']['faults']): string =>
  faults.map(({ column, message }) => (column === null ? message : `${column}：${message}`)).join('\n');
