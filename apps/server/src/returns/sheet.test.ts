import { CATALOGUE, type CollectedFigure } from '@fadu/indicator';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readSheet, writeSheet } from './sheet.js';

const form = CATALOGUE.map(({ code, name, unit, kind, domain, counted }) => ({
  code,
  name,
  unit,
  kind,
  domain,
  counted,
  known: null,
  partial: null,
  kept: null,
  open: null,
  before: null,
  approved: [],
}));
const filled: CollectedFigure[] = [
  { code: 'mediation.cases', kind: 'value', value: '9084' },
  { code: 'mediation.amount', kind: 'value', value: '2500000', approx: 'over' },
  { code: 'decision.contracts_reviewed', kind: 'value', part: '协议', value: '30' },
  { code: 'decision.contracts_reviewed', kind: 'value', part: '合同', value: '60' },
  { code: 'enforcement.exam_pass_rate', kind: 'value', value: '86.1', numerator: 677, denominator: 786 },
  { code: 'litigation.losses', kind: 'value', value: '0' },
  { code: 'notary.cases', kind: 'missing', reason: '台账遗失。' },
  { code: 'lawyer.count', kind: 'withheld', reason: '涉密。' },
];
const order = (rows: readonly { readonly code?: unknown }[]) =>
  [...rows].sort((one, two) => String(one.code).localeCompare(String(two.code)));

/** Sets cells of a row, by column. */
const put =
  (row: number, cells: Readonly<Record<number, string>>) =>
  (sheet: exceljs.Worksheet): void => {
    for (const [column, text] of Object.entries(cells)) sheet.getCell(row, Number(column)).value = text;
  };

async function edited(change: (sheet: exceljs.Worksheet) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  await book.xlsx.load((await writeSheet(form, [])) as never);
  change(book.worksheets[0]!);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('the table of a return', () => {
  it('comes back as it went out', async () => {
    const read = await readSheet(await writeSheet(form, filled), form);
    expect(read.ok ? order(read.value) : read.error).toEqual(order(filled));
  });

  it('takes what people type: a number alone, thousands, a number cell', async () => {
    const rowOf = (code: string) => form.findIndex((row) => row.code === code) + 2;
    const read = await readSheet(
      await edited((sheet) => {
        sheet.getCell(rowOf('mediation.cases'), 8).value = '9,084';
        sheet.getCell(rowOf('litigation.losses'), 8).value = 0;
        sheet.getCell(rowOf('notary.cases'), 7).value = '未报';
      }),
      form,
    );
    expect(read.ok ? order(read.value) : read.error).toEqual([
      { code: 'litigation.losses', kind: 'value', value: '0' },
      { code: 'mediation.cases', kind: 'value', value: '9084' },
      { code: 'notary.cases', kind: 'notReported' },
    ]);
  });

  it.each<[string, (sheet: exceljs.Worksheet) => void]>([
    ['returns.empty', put(2, {})],
    ['returns.head', put(1, { 3: '备注' })],
    ['returns.kind', put(2, { 7: '无' })],
    ['returns.approx', put(2, { 7: '有数', 8: '1', 11: '许多' })],
    ['returns.counts', put(2, { 9: '1.5' })],
    ['returns.unknown_code', put(2, { 1: 'no.such', 8: '1' })],
    ['returns.digits', put(2, { 8: '很多' })],
    ['returns.digits', put(2, { 8: '-3' })],
    ['returns.digits', put(2, { 8: '0.30000000000000004' })],
    ['returns.digits', put(2, { 8: '1'.repeat(40) })],
  ])('is refused with words: %s', async (code, change) => {
    const read = await readSheet(await edited(change), form);
    expect(read.ok ? 'read' : read.error.code).toBe(code);
  });

  it('takes what a formula comes to, and no error for a number', async () => {
    const cell = (value: exceljs.CellValue) => (sheet: exceljs.Worksheet) => {
      sheet.getCell(2, 8).value = value;
    };
    const sum = await readSheet(await edited(cell({ formula: '1+2', result: 3 })), form);
    expect(sum).toMatchObject({ ok: true, value: [{ value: '3' }] });
    for (const wrong of [{ error: '#DIV/0!' }, { formula: '1/0', result: { error: '#DIV/0!' } }])
      expect(await readSheet(await edited(cell(wrong as exceljs.CellValue)), form)).toMatchObject({
        ok: false,
        error: { code: 'returns.digits' },
      });
  });

  it('refuses what the return is not asked for, and what records give', async () => {
    const some = form.map((row) => ({ ...row, known: row.code === form[0]!.code ? '5件' : null }));
    expect(await readSheet(await edited(put(2, { 8: '7' })), some)).toMatchObject({
      error: { code: 'returns.known', faults: [{ field: '第2行' }] },
    });
    expect(await readSheet(await edited(put(3, { 8: '7' })), some.slice(2))).toMatchObject({
      error: { code: 'returns.not_asked' },
    });
  });

  it('says all rows that are wrong at once, and reads none', async () => {
    const read = await readSheet(
      await edited((sheet) => {
        put(2, { 8: '1' })(sheet);
        put(3, { 7: '无' })(sheet);
        put(5, { 8: '约250', 11: '余（多于）' })(sheet);
        put(7, { 9: 'x' })(sheet);
        put(9, { 1: 'no.such', 8: '1' })(sheet);
      }),
      form,
    );
    if (read.ok) throw new Error('read');
    expect(read.error.faults.map(({ field }) => field)).toEqual(['第3行', '第5行', '第7行', '第9行']);
    expect(read.error.message).toMatch(/^表里有4行要改，没有读取：第3行“有无”一栏.*；另有1行。$/);
  });

  it('takes numbers as people write them', async () => {
    const rowOf = (code: string) => form.findIndex((row) => row.code === code) + 2;
    const read = await readSheet(
      await edited((sheet) => {
        sheet.getCell(rowOf('mediation.amount'), 8).value = '250余万元';
        sheet.getCell(rowOf('mediation.cases'), 8).value = '９，０８４';
        sheet.getCell(rowOf('enforcement.exam_pass_rate'), 9).value = '６７７';
        sheet.getCell(rowOf('enforcement.exam_pass_rate'), 10).value = '786';
      }),
      form,
    );
    expect(read.ok ? order(read.value) : read.error).toEqual([
      { code: 'enforcement.exam_pass_rate', kind: 'value', numerator: 677, denominator: 786 },
      { code: 'mediation.amount', kind: 'value', value: '2500000', approx: 'over' },
      { code: 'mediation.cases', kind: 'value', value: '9084' },
    ]);
  });

  it('is refused when it is no workbook', async () => {
    const read = await readSheet(new Uint8Array([1, 2, 3]), form);
    expect(read.ok ? 'read' : read.error.code).toBe('returns.file');
  });
});
