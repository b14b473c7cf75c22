import type { BulkRow } from '@fadu/wire';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import type { Stage } from '../testing/stage.js';

let api: ApiStage;
let stage: Stage;
let url = '';
beforeAll(async () => {
  api = await raiseApi({}, [['east-other', 'handler', 'east']]);
  stage = api.stage;
  url = `/api/lines/request/bulk/register`;
});
afterAll(async () => {
  await api.close();
  expect(api.faults).toEqual([]);
});

const at = (more = '') => `${url}${more.startsWith('/') ? more : ''}?organ=east${more.startsWith('&') ? more : ''}`;
const template = async (): Promise<exceljs.Workbook> => {
  const answer = await api.as('east-handler', 'GET', at());
  expect(answer.statusCode).toBe(200);
  const book = new exceljs.Workbook();
  await book.xlsx.load(answer.rawPayload as never);
  return book;
};
/** The table filled in: a row is told by its headers. */
async function table(...rows: readonly Readonly<Record<string, string | number | Date>>[]): Promise<Buffer> {
  const book = await template();
  const sheet = book.worksheets[0]!;
  const headers = (sheet.getRow(1).values as string[]).slice(1);
  for (const [index, row] of rows.entries()) {
    for (const [header, value] of Object.entries(row)) {
      const column = headers.indexOf(header);
      if (column < 0) throw new Error(`no column ${header} among ${headers.join()}`);
      sheet.getCell(index + 3, column + 1).value = value;
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
const good = (no: number, more: Readonly<Record<string, string | number | Date>> = {}) => ({
  序号: no,
  收到日: '2024-10-09',
  申请人·姓名: '赵样例',
  事由: `事由${no}`,
  答复机关: 'eastbureau机关',
  ...more,
});
const send = (person: string, file: Buffer | string, more = '', name = '登记表.xlsx') =>
  api.upload(person, name, file, at(more));
const rowsOf = (answer: { body: string }): BulkRow[] => JSON.parse(answer.body).rows;
const count = async (): Promise<number> =>
  Number((await stage.asSuperuser<{ n: string }>('select count(*) as n from matter'))[0]!.n);

describe('the table to fill in', () => {
  it('has the columns of the form, what may stand in them, and how each is filled in', async () => {
    const book = await template();
    const sheet = book.worksheets[0]!;
    expect((sheet.getRow(1).values as string[]).slice(1)).toEqual([
      '序号',
      '收到日',
      '申请人·姓名',
      '申请人·身份证号',
      '申请人·电话',
      '事由',
      '来文文号',
      '答复机关',
      '继续办理的理由',
    ]);
    expect(sheet.getCell('B2').text).toBe('必填；如2024-05-08，不晚于今天');
    expect(sheet.getCell('C2').text).toContain('有这一项的必填');
    expect(book.getWorksheet('填写说明')!.getCell('A5').text).toContain('表中没有的在登记后补充：附件');
  });

  it('is given to whoever opens such matters there, and to nobody else', async () => {
    expect((await api.as('east-responder', 'GET', at())).statusCode).toBe(403);
    expect((await api.as('west-handler', 'GET', at())).statusCode).toBe(403);
    expect((await api.as(null, 'GET', at())).statusCode).toBe(401);
    expect((await api.as('east-handler', 'GET', `/api/lines/request/bulk/accept?organ=east`)).statusCode).toBe(404);
  });
});

describe('a table sent', () => {
  it('is judged row by row with cell and message, and nothing is written', async () => {
    const before = await count();
    const file = await table(
      good(1),
      good(2, { 收到日: '2024-13-40', 答复机关: '没有这个机关' }),
      good(3, { 事由: '', 收到日: new Date('2024-10-08T00:00:00Z') }),
      { 序号: 4, 申请人·姓名: '钱样例', 收到日: '20241008', 事由: '两人', 答复机关: 'eastbureau机关' },
      { 序号: 4, 申请人·姓名: '<b>孙' },
      good(6, { 申请人·身份证号: 220802199003070000 }),
    );
    const rows = rowsOf(await send('east-handler', file));
    expect(rows.map(({ no, standing }) => [no, standing])).toEqual([
      ['1', 'ready'],
      ['2', 'faulty'],
      ['3', 'faulty'],
      ['4', 'faulty'],
      ['6', 'faulty'],
    ]);
    expect(rows[1]!.faults).toMatchObject([
      { cell: 'B4', column: '收到日', message: expect.stringContaining('不是有效的日期') },
      { cell: 'H4', column: '答复机关', message: '答复机关“没有这个机关”没有找到，请填写机关全称。' },
    ]);
    expect(rows[2]!.faults).toEqual([{ cell: 'F5', column: '事由', message: '请填写事由。' }]);
    // The second applicant stands in the row below.
    expect(rows[3]!.faults).toMatchObject([{ cell: 'C7', column: '申请人·姓名' }]);
    expect(rows[4]!.faults).toMatchObject([
      {
        cell: 'D8',
        column: '申请人·身份证号',
        message: expect.stringContaining('请把单元格改为文本后重填'),
      },
    ]);
    expect(await count()).toBe(before);
    // All or nothing: with a fault in one row none is written.
    expect(rowsOf(await send('east-handler', file, '&confirm=all')).some((row) => row.standing === 'written')).toBe(
      false,
    );
    expect(await count()).toBe(before);
  });

  it('is written when confirmed, every row once, however often and from whatever file it is sent', async () => {
    const before = await count();
    const file = await table(good(11), good(12), good(13, { 事由: '' }));
    const written = rowsOf(await send('east-handler', file, '&confirm=ready'));
    expect(written.map(({ standing }) => standing)).toEqual(['written', 'written', 'faulty']);
    expect(written[0]!.matter!.receipt).toMatch(/^2024-/);
    expect(await count()).toBe(before + 2);
    const again = rowsOf(await send('east-handler', file, '&confirm=ready'));
    expect(again.map(({ standing }) => standing)).toEqual(['done', 'done', 'faulty']);
    expect(again[0]!.matter).toEqual(written[0]!.matter);
    // Put right meanwhile, in another file, with another number and order: only what is new is written.
    const corrected = await table(good(13), good(99, { 事由: '事由12' }), good(11));
    expect(rowsOf(await send('east-handler', corrected)).map(({ standing }) => standing)).toEqual([
      'ready',
      'done',
      'done',
    ]);
    const last = rowsOf(await send('east-handler', corrected, '&confirm=all'));
    expect(last.map(({ standing }) => standing)).toEqual(['written', 'done', 'done']);
    expect(await count()).toBe(before + 3);
    const twice = await Promise.all(
      [1, 2].map(async () => send('east-handler', await table(good(21)), '&confirm=all')),
    );
    expect(twice.map((one) => rowsOf(one)[0]!.matter!.id)).toHaveLength(2);
    expect(new Set(twice.map((one) => rowsOf(one)[0]!.matter!.id)).size).toBe(1);
  });

  it('registered by one of the organ is registered: a colleague who sends the same content is led to it', async () => {
    const file = await table(good(51), good(51.5, { 序号: 52, 事由: '事由51' }));
    const first = rowsOf(await send('east-handler', file, '&confirm=all'));
    expect(first.map(({ standing }) => standing)).toEqual(['written', 'written']);
    const before = await count();
    const judged = rowsOf(await send('east-other', file));
    expect(judged.map(({ standing, matter }) => [standing, matter])).toEqual(
      first.map(({ matter }) => ['done', matter]),
    );
    // The query code was told to the one who registered, once.
    expect(rowsOf(await send('east-other', file, '&confirm=all')).map(({ queryCode }) => queryCode)).toEqual([
      null,
      null,
    ]);
    const both = await Promise.all(
      ['east-handler', 'east-other'].map(async (person) => send(person, await table(good(53)), '&confirm=all')),
    );
    expect(new Set(both.map((one) => rowsOf(one)[0]!.matter!.id)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it('gives back the rows with faults, the faults beside them; put right it is a table to send', async () => {
    const file = await table(good(31), good(32, { 事由: '' }), good(33, { 答复机关: '无' }));
    const answer = await send('east-handler', file, '/faults');
    expect(answer.statusCode).toBe(200);
    const book = new exceljs.Workbook();
    await book.xlsx.load(answer.rawPayload as never);
    const sheet = book.worksheets[0]!;
    expect([3, 4].map((row) => [sheet.getCell(`A${row}`).text, sheet.getCell(`J${row}`).text])).toEqual([
      ['32', '事由：请填写事由。'],
      ['33', '答复机关：答复机关“无”没有找到，请填写机关全称。'],
    ]);
    expect(sheet.getCell('A5').text).toBe('');
    sheet.getCell('F3').value = '事由32';
    sheet.getCell('H4').value = 'eastbureau机关';
    const rows = rowsOf(await send('east-handler', Buffer.from(await book.xlsx.writeBuffer())));
    expect(rows.map(({ standing }) => standing)).toEqual(['ready', 'ready']);
  });

  it('asks for numbers that are not given twice', async () => {
    const rows = rowsOf(await send('east-handler', await table(good(41), good(42), good(41, { 事由: '又一件' }))));
    expect(rows[2]!.faults[0]).toMatchObject({ cell: 'A5', message: '序号41重复。同一件的各行须连在一起。' });
  });

  it('that is none, has other columns, no rows or too many is refused as a whole', async () => {
    const refused = async (file: Buffer | string, name?: string) => {
      const answer = await send('east-handler', file, '', name);
      return [answer.statusCode, answer.json().type];
    };
    expect(await refused('这不是表')).toEqual([422, 'urn:fadu:bulk.not_table']);
    expect(await refused(Buffer.from('PK\u0003\u0004 nothing'))).toEqual([422, 'urn:fadu:bulk.not_table']);
    expect(await refused(await table())).toEqual([422, 'urn:fadu:bulk.empty']);
    const book = await template();
    book.worksheets[0]!.getCell('B1').value = '别的';
    expect(await refused(Buffer.from(await book.xlsx.writeBuffer()))).toEqual([422, 'urn:fadu:bulk.headers']);
    const many = await table(...Array.from({ length: 501 }, (_, index) => good(1000 + index)));
    expect(await refused(many)).toEqual([422, 'urn:fadu:bulk.too_many']);
    expect(await refused(Buffer.alloc(5 * 1024 * 1024 + 1))).toEqual([422, 'urn:fadu:bulk.too_large']);
  });
});
