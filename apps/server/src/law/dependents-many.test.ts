import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LawDependentList, LawDependentRow, LawJudgedDependent } from '@fadu/wire';
import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { importLaws } from './index.js';

// Invented texts.
const RULE = `# 示例规程
2020年3月1日样例部公布

<!-- INFO END -->
第一条 请求应当登记。
第二条 请求应当在五日内审查。`;

let api: ApiStage;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fadu-many-'));
  api = await raiseApi();
  const path = join(folder, '部门规章/示例规程(2020-03-01).md');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, RULE);
  await importLaws(api.stage.owner, folder);
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const row = (name: string, text: string, more: Partial<LawDependentRow> = {}): LawDependentRow => ({
  row: 3,
  kind: '权力事项',
  name,
  number: '样-001',
  post: '科长',
  text,
  ...more,
});
const send = async (rows: readonly LawDependentRow[], confirm?: 'all' | 'ready', person = 'east-handler') =>
  (await api.as(person, 'POST', '/api/law/dependents/many', { org: 'east', rows, ...(confirm && { confirm }) })).json<
    LawJudgedDependent[]
  >();
const said = (judged: readonly LawJudgedDependent[]) => judged.map(({ standing, faults }) => [standing, ...faults]);
const registered = async () =>
  (await api.as('east-handler', 'GET', '/api/law/dependents')).json<LawDependentList>().rows.map(({ name }) => name);

it('judges each row and says beside it what is wrong, and writes nothing before it is confirmed', async () => {
  const judged = await send([
    row('样例登记', '《示例规程》第一条'),
    row('样例审查', '《示例规程》第九条'),
    row('样例空', '按规定办理。'),
    row('', '《示例规程》第一条', { kind: '别的', post: '没有的岗位' }),
    row('样例登记', '《示例规程》第二条'),
  ]);
  expect(said(judged)).toEqual([
    ['ready'],
    ['faulty', expect.stringContaining('没有第九条，最后一条是第二条')],
    ['faulty', expect.stringContaining('没有读出引用的法规')],
    [
      'faulty',
      expect.stringContaining('类别：请写规范性文件、权力事项、裁量权基准或者文书格式'),
      expect.stringContaining('名称：'),
      expect.stringContaining('责任岗位：本单位没有“没有的岗位”'),
    ],
    ['faulty', '名称：和上面第3行重复，同类的只登记一次。'],
  ]);
  expect(judged[0]!.checks).toMatchObject([{ verdict: 'ok' }]);
  expect(await registered()).toEqual([]);
});

it('writes all or none, or only what is in order; the same again changes nothing', async () => {
  const rows = [row('样例登记', '《示例规程》第一条', { row: 3 }), row('样例审查', '《示例规程》第九条', { row: 4 })];
  expect(said(await send(rows, 'all')).map(([one]) => one)).toEqual(['ready', 'faulty']);
  expect(await registered()).toEqual([]);
  expect(said(await send(rows, 'ready')).map(([one]) => one)).toEqual(['written', 'faulty']);
  expect(await registered()).toEqual(['样例登记']);
  expect(said(await send(rows, 'ready'))[0]).toEqual(['present']);
  const other = await send([row('样例登记', '《示例规程》第二条')]);
  expect(said(other)).toEqual([['faulty', expect.stringContaining('已经登记过')]]);
  expect((await send(rows, 'ready', 'west-handler')) as unknown).toMatchObject({
    status: 409,
    title: expect.stringContaining('只能登记本单位的'),
  });
  expect(await registered()).toEqual(['样例登记']);
});

it('is filled in as a workbook: the template says how, faults come back beside the rows', async () => {
  const book = async (bytes: Buffer) => {
    const read = new exceljs.Workbook();
    await read.xlsx.load(bytes as never);
    return read;
  };
  const template = await api.as('east-handler', 'GET', '/api/law/dependents/table.xlsx?org=east');
  const sheet = (await book(template.rawPayload)).worksheets[0]!;
  expect((sheet.getRow(1).values as string[]).slice(1)).toEqual([
    '类别',
    '名称',
    '文号或者编码',
    '责任岗位',
    '依据原文',
  ]);
  const filled = new exceljs.Workbook();
  const page = filled.addWorksheet('填写');
  page.addRow(['类别', '名称', '文号或者编码', '责任岗位', '依据原文']);
  page.addRow(['填法']);
  page.addRow(['权力事项', '样例公开', '样-2', '科长', '《示例规程》第二条']);
  page.addRow(['权力事项', '样例错', '', '科长', '《示例规程》第八条']);
  const read = async (name: string, bytes: Buffer, more = '') => {
    const answer = await api.upload('east-handler', name, bytes, `/api/law/dependents/read?org=east${more}`);
    return answer.json();
  };
  const rows: LawDependentRow[] = await read('样例.xlsx', Buffer.from(await filled.xlsx.writeBuffer()));
  expect(rows).toEqual([
    { row: 3, kind: '权力事项', name: '样例公开', number: '样-2', post: '科长', text: '《示例规程》第二条' },
    { row: 4, kind: '权力事项', name: '样例错', number: '', post: '科长', text: '《示例规程》第八条' },
  ]);
  const faults = await api.as('east-handler', 'POST', '/api/law/dependents/table.xlsx', { org: 'east', rows });
  const back = (await book(faults.rawPayload)).worksheets[0]!;
  expect(back.getCell('F1').value).toBe('错误说明');
  expect(back.getCell('B3').value).toBe('样例错');
  expect(back.getCell('F3').value).toContain('没有第八条');
  // What came back can be sent again.
  expect(await read('样例.xlsx', faults.rawPayload)).toHaveLength(1);
  const wrong = new exceljs.Workbook();
  wrong.addWorksheet('x').addRow(['甲', '乙']);
  expect(await read('样例.xlsx', Buffer.from(await wrong.xlsx.writeBuffer()))).toMatchObject({
    status: 422,
    title: expect.stringContaining('第一行不是现行登记表的栏目'),
  });
  expect(await read('样例.xlsx', Buffer.from('x'))).toMatchObject({ status: 422 });
});

it('reads a document itself: its title, its number, and the paragraphs that name a law', async () => {
  const text =
    '白城市样例办法\n白样发〔2024〕3号\n第一条 为了样例，根据《示例规程》第一条，制定本办法。\n第二条 样例应当整洁。\n第三条 本办法自发布之日起施行。';
  const read = (name: string, bytes: Buffer) =>
    api.upload(
      'east-handler',
      name,
      bytes,
      `/api/law/dependents/read?org=east&kind=${encodeURIComponent('规范性文件')}&post=${encodeURIComponent('科长')}`,
    );
  expect((await read('样例办法.txt', Buffer.from(text))).json()).toEqual([
    {
      row: 1,
      kind: '规范性文件',
      name: '白城市样例办法',
      number: '白样发〔2024〕3号',
      post: '科长',
      text: '第一条 为了样例，根据《示例规程》第一条，制定本办法。',
    },
  ]);
  const refused = await read('空.txt', Buffer.alloc(0));
  expect([refused.statusCode, refused.json().title]).toEqual([422, expect.stringContaining('文件是空的')]);
});
