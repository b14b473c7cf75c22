import {
  CATALOGUE,
  COLLECTED_APPROX,
  COLLECTED_KINDS,
  type CollectedFigure,
  decimalOf,
  typedNumber,
} from '@fadu/indicator';
import { fail, type JsonObject, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import type { ReturnFormRow } from '@fadu/wire';
import exceljs from 'exceljs';

const HEAD = [
  '指标编码',
  '指标',
  '单位',
  '上年',
  '已有记录',
  '其中',
  '有无',
  '数值',
  '分子',
  '分母',
  '约数',
  '说明',
] as const;
const WIDTHS = [36, 30, 8, 14, 14, 18, 10, 16, 10, 10, 12, 40];
/** More rows than the catalogue has, with parts, are no return. */
const MOST_ROWS = 1000;

/** The form of a return as a table: one row an indicator, what is filled in already in its place; rows of parts below. */
export async function writeSheet(form: readonly ReturnFormRow[], filled: readonly CollectedFigure[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('填报', { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
  sheet.columns = HEAD.map((header, index) => ({ header, width: WIDTHS[index]! }));
  sheet.getRow(1).font = { bold: true };
  for (const { code, name, unit, before, known } of form) {
    const rows = filled.filter((row) => row.code === code);
    for (const row of rows.length > 0 ? rows : [undefined])
      sheet.addRow([
        code,
        name,
        unit,
        before,
        known,
        row?.part,
        row && COLLECTED_KINDS[row.kind],
        row?.value,
        row?.numerator,
        row?.denominator,
        row?.approx && COLLECTED_APPROX[row.approx],
        row?.reason,
      ]);
  }
  const choices = (words: Readonly<Record<string, string>>) => ({
    type: 'list' as const,
    allowBlank: true,
    formulae: [`"${Object.values(words).join(',')}"`],
  });
  for (let at = 2; at <= sheet.rowCount; at += 1) {
    sheet.getCell(at, 7).dataValidation = choices(COLLECTED_KINDS);
    sheet.getCell(at, 11).dataValidation = choices(COLLECTED_APPROX);
    // As text, so that what is typed is what is read: no rounding, no 8.99E+3.
    sheet.getCell(at, 8).numFmt = '@';
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** What is wrong with a table, and in which rows: all of it at once, so that it is put right once. */
export interface SheetRefusal extends Refusal {
  readonly faults: readonly { readonly field: string; readonly message: string }[];
}

const no = (code: string, message: string, faults: SheetRefusal['faults'] = []): { ok: false; error: SheetRefusal } =>
  fail({ ...refusal(`returns.${code}`, message), faults });

/** Rows named in the message; all of them stand in `faults`. */
const NAMED = 3;

/**
 * The rows of a filled-in table, as the form takes them; rows in which nothing stands are left out. Judging them is the
 * business of the line. Nothing is read while a row cannot be.
 */
export async function readSheet(
  bytes: Uint8Array,
  form: readonly Pick<ReturnFormRow, 'code' | 'known'>[],
): Promise<Result<JsonObject[], SheetRefusal>> {
  const book = new exceljs.Workbook();
  try {
    await book.xlsx.load(bytes as never);
  } catch {
    return no('file', '这个文件不是Excel工作簿（.xlsx），没有读取。请下载填报表，填好后再上传。');
  }
  const sheet = book.worksheets[0];
  const head = HEAD.map((_, index) => sheet?.getCell(1, index + 1).text ?? '');
  if (sheet === undefined || head.join() !== HEAD.join())
    return no('head', '第一行不是填报表的表头，没有读取。请用下载的填报表填写，不要增删栏目。');
  if (sheet.rowCount > MOST_ROWS) return no('rows', `超过${MOST_ROWS}行，不是一张填报表。请核对文件。`);
  const rows: JsonObject[] = [];
  const faults: { code: string; field: string; message: string }[] = [];
  for (let at = 2; at <= sheet.rowCount; at += 1) {
    const read = readRow((index) => textOf(sheet.getCell(at, index)), form);
    if (read === undefined) continue;
    if (read.ok) rows.push(read.value);
    else faults.push({ code: read.error.code, field: `第${at}行`, message: read.error.message });
  }
  const [first] = faults;
  if (first !== undefined) {
    const named = faults.slice(0, NAMED).map(({ field, message }) => `${field}${message}`);
    const more = faults.length > NAMED ? `；另有${faults.length - NAMED}行` : '';
    const told = faults.map(({ field, message }) => ({ field, message }));
    return no(first.code, `表里有${faults.length}行要改，没有读取：${named.join('；')}${more}。`, told);
  }
  return rows.length > 0 ? ok(rows) : no('empty', '表里没有填写任何数据。请填写后再上传；没有数的选明是哪一种。');
}

/** What a person sees in a cell; a formula as its result. */
const textOf = (cell: exceljs.Cell): string => {
  const shown: unknown = cell.type === exceljs.ValueType.Formula ? cell.result : cell.text;
  const text = shown instanceof Date ? cell.text : typeof shown === 'object' ? cell.text : String(shown ?? '');
  return text.trim();
};

/** One row, from the text of its cells; undefined where nothing stands in it. */
function readRow(
  cell: (index: number) => string,
  form: readonly Pick<ReturnFormRow, 'code' | 'known'>[],
): Result<JsonObject, { code: string; message: string }> | undefined {
  const [code, part, kind, typed] = [cell(1), cell(6), cell(7), cell(8)];
  const [numerator, denominator, approx, reason] = [cell(9), cell(10), cell(11), cell(12)];
  if ([kind, typed, numerator, denominator, reason].every((text) => text === '')) return undefined;
  const wrong = (fault: string, message: string) => fail({ code: fault, message });
  const entry = CATALOGUE.find((one) => one.code === code);
  if (entry === undefined) return wrong('unknown_code', `的指标编码“${code.slice(0, 40)}”目录里没有，编码一栏不要改动`);
  const row = form.find((one) => one.code === code);
  if (row === undefined) return wrong('not_asked', `的“${entry.name}”不在这张表的填报范围内，不用填`);
  if (row.known !== null) return wrong('known', `的“${entry.name}”由平台记录取得，不用填，请清空`);
  // A number without a word beside it is a number.
  const kindCode = kind === '' && (typed !== '' || numerator !== '') ? 'value' : keyOf(COLLECTED_KINDS, kind);
  if (kindCode === undefined) return wrong('kind', `“有无”一栏须从${Object.values(COLLECTED_KINDS).join('、')}中选填`);
  const { value, approx: said } = typedNumber(typed, entry.unit);
  if (value !== '' && decimalOf(value) === undefined)
    return wrong('digits', `的数值“${typed.slice(0, 20)}${typed.length > 20 ? '……' : ''}”无法计算，只填数字`);
  const approxCode = approx === '' ? said : keyOf(COLLECTED_APPROX, approx);
  if (approx !== '' && approxCode === undefined)
    return wrong('approx', `“约数”一栏须从${Object.values(COLLECTED_APPROX).join('、')}中选填`);
  if (said !== undefined && said !== approxCode)
    return wrong('approx', `“数值”写了“${typed.slice(0, 20)}”，与“约数”一栏的“${approx}”不一致`);
  const counts = [numerator, denominator].map((text) =>
    text === '' ? undefined : Number(text.normalize('NFKC').replaceAll(/[,\s]/g, '')),
  );
  if (counts.some((count) => count !== undefined && !(Number.isSafeInteger(count) && count >= 0)))
    return wrong('counts', '的分子、分母须是整数');
  return ok({
    code,
    kind: kindCode,
    ...(part !== '' && { part }),
    ...(value !== '' && { value }),
    ...(counts[0] !== undefined && { numerator: counts[0] }),
    ...(counts[1] !== undefined && { denominator: counts[1] }),
    ...(approxCode !== undefined && { approx: approxCode }),
    ...(reason !== '' && { reason }),
  });
}

const keyOf = (words: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.keys(words).find((key) => words[key] === word);
