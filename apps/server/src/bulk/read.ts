import { fail, ok, type Refusal, type Result, refusal, unpackedBytes } from '@fadu/kernel';
import { BULK_LIMITS } from '@fadu/wire';
import exceljs from 'exceljs';
import type { BulkColumn } from './columns.js';
import { FAULT, HEAD_ROWS, headersOf } from './template.js';

/** A row of the table in which something stands; texts by column, from 0. */
export interface RawRow {
  readonly row: number;
  readonly no: string;
  readonly cells: readonly string[];
  readonly reason: string;
}

/** A workbook of the permitted size never unpacks to more. */
const MOST_UNPACKED = 100 * 1024 * 1024;

const no = (code: string, message: string): { ok: false; error: Refusal } => fail(refusal(`bulk.${code}`, message));

/** A row of any table with fixed headers, texts by column. */
export interface TableRow {
  readonly row: number;
  readonly texts: readonly string[];
}

/**
 * The rows of a workbook whose first line has just these headers, below the line that says how to fill them in. What cannot
 * be read as such a table is refused as a whole.
 * @param after header of a column that may follow: what was wrong the last time
 */
export async function readTable(
  bytes: Uint8Array,
  headers: readonly string[],
  after: string,
  most: number,
): Promise<Result<TableRow[], Refusal>> {
  if (bytes.length > BULK_LIMITS.bytes)
    return no('too_large', `文件超过${BULK_LIMITS.bytes / 1024 / 1024}兆，没有读取。可以分成几份上传。`);
  const notTable = no('not_table', '这个文件不是Excel工作簿（.xlsx），没有读取。可以下载登记表，填好后再上传。');
  const unpacked = unpackedBytes(bytes);
  if (unpacked === undefined) return notTable;
  if (unpacked > MOST_UNPACKED) return no('too_large', '文件展开后过大，没有读取。可以只保留填写的行后再上传。');
  const book = new exceljs.Workbook();
  try {
    await book.xlsx.load(bytes as never);
  } catch {
    return notTable;
  }
  const sheet = book.worksheets[0];
  const found = headers.map((_, index) => (sheet ? textOf(sheet.getCell(1, index + 1)) : ''));
  const next = sheet ? textOf(sheet.getCell(1, headers.length + 1)) : '';
  if (!sheet || found.join('\n') !== headers.join('\n') || (next !== '' && next !== after))
    return no('headers', '第一行不是现行登记表的栏目，没有读取。可以重新下载登记表，不增删栏目，填好后再上传。');
  const rows: TableRow[] = [];
  sheet.eachRow((line, row) => {
    if (row <= HEAD_ROWS) return;
    const texts = headers.map((_, index) => textOf(line.getCell(index + 1)));
    if (texts.some((text) => text !== '')) rows.push({ row, texts });
  });
  if (rows.length === 0) return no('empty', `表里没有填写任何一行。可以从第${HEAD_ROWS + 1}行起填写后再上传。`);
  if (rows.length > most)
    return no('too_many', `表里有${rows.length}行，一次不超过${most}行，没有读取。可以分成几份上传。`);
  return ok(rows);
}

/** The rows of a filled-in table of matters. */
export async function readRows(bytes: Uint8Array, columns: readonly BulkColumn[]): Promise<Result<RawRow[], Refusal>> {
  const table = await readTable(bytes, headersOf(columns), FAULT, BULK_LIMITS.rows);
  if (!table.ok) return table;
  return ok(
    table.value.map(({ row, texts }) => ({
      row,
      no: texts[0]!,
      cells: texts.slice(1, -1),
      reason: texts.at(-1)!,
    })),
  );
}

/** What stands in a cell, as a person reads it; a day as 2024-05-08. */
function textOf(cell: exceljs.Cell): string {
  const { value } = cell;
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'object') {
    if ('richText' in value)
      return value.richText
        .map(({ text }) => text)
        .join('')
        .trim();
    if ('result' in value || 'formula' in value || 'sharedFormula' in value) {
      const { result } = value as exceljs.CellFormulaValue;
      if (result instanceof Date) return result.toISOString().slice(0, 10);
      return result === undefined || typeof result === 'object' ? '#公式没有结果' : String(result).trim();
    }
    if ('error' in value) return String(value.error);
    return 'text' in value ? String(value.text).trim() : '';
  }
  // Beyond fifteen digits the program has rounded: what stands there is no number of anybody any more.
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return value.toExponential();
  return String(value).trim();
}
