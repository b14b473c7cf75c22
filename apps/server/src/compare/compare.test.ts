import type { CompareCell, FigureComparison } from '@fadu/wire';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWaiting } from '../reading/read-waiting.js';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';

let api: ApiStage;
const ids: Record<string, string> = {};

/** Sends, reads, confirms and describes an invented report. */
async function bring(name: string, place: string, year: number, body: string, by = '司法局'): Promise<void> {
  const text = `${place}${by}${year}年度法治政府建设工作报告\n${body}`;
  const { id } = (await api.upload('east-reader', `${name}.txt`, text, '/api/reading')).json();
  await readWaiting(api.stage.platform, api.stage.filesDir);
  await api.as('east-reader', 'POST', `/api/reading/${id}/confirm`, { least: 0.5 });
  ids[name] = `f.${id}`;
}

beforeAll(async () => {
  api = await raiseApi({}, [
    ['east-reader', 'returnReporter', 'east'],
    ['west-reader', 'returnReporter', 'west'],
  ]);
  await bring('甲23', '样例甲市', 2023, '全市受理行政复议案件86件。全市人民调解组织调解纠纷1000件，调解成功率98.6%。');
  await bring('甲22', '样例甲市', 2022, '全市受理行政复议案件71件。');
  await bring('乙23', '样例乙市', 2023, '全市受理行政复议案件109件。建立法律服务团队12个，办理法律援助案件300余件。');
  await bring(
    '丙23',
    '样例丙市',
    2023,
    '全市收到行政复议申请102件。审查对外框架合作协议26件、合同48份。办理法律援助案件200件。',
  );
  await bring('甲府23', '样例甲市', 2023, '全市受理行政复议案件88件。', '人民政府');
  await bring('丁22', '样例丁市', 2022, '全市受理行政复议案件50件。');
});
afterAll(async () => {
  await api.close();
  expect(api.faults).toEqual([]);
});

async function compared(
  query: { i?: string; o?: string; p?: string },
  person = 'east-reader',
): Promise<FigureComparison> {
  const answer = await api.as(person, 'GET', `/api/compare?${new URLSearchParams(query)}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const of = (...names: string[]) => names.map((name) => ids[name]).join(',');
const accepted = 'reconsideration.accepted';
const short = ({ text, drawn, refused }: CompareCell) => [text, drawn, refused];

describe('reports side by side', () => {
  it('of several places in one year are compared, with the finding as a sentence', async () => {
    const { rows, columns } = await compared({ i: accepted, o: of('甲23', '乙23') });
    expect(columns.map(({ place, periodWords }) => place + periodWords)).toEqual(['样例甲市2023年', '样例乙市2023年']);
    expect(rows[0]!.cells.map(short)).toEqual([
      ['86件', true, null],
      ['109件', true, null],
    ]);
    expect(rows[0]!.finding).toBe('受理行政复议案件数：样例乙市2023年最多，109件；样例甲市2023年最少，86件');
    expect(rows[0]!.cells[1]!.relation).toBe('为样例甲市2023年的126.74%');
  });

  it('of one place over the years too', async () => {
    const { rows } = await compared({ i: accepted, o: of('甲22', '甲23') });
    expect(rows[0]!.finding).toBe('受理行政复议案件数：样例甲市由71件升到86件');
    expect(rows[0]!.cells[1]!.relation).toBe('比样例甲市2022年多21.13%');
  });

  it('of places and years at once: most and least are those of one period, and nobody is set against another place in another year', async () => {
    const { rows } = await compared({ i: accepted, o: of('甲22', '甲23', '乙23') });
    expect(rows[0]!.finding).toBe('受理行政复议案件数：样例乙市2023年最多，109件；样例甲市2023年最少，86件');
    expect(rows[0]!.cells.map(({ relation }) => relation)).toEqual([
      null,
      '比样例甲市2022年多21.13%',
      '为样例甲市2023年的126.74%',
    ]);
  });

  it('of one place and year are told apart by who published them', async () => {
    const { rows, columns } = await compared({ i: accepted, o: of('甲23', '甲府23') });
    expect(columns.map(({ place }) => place)).toEqual(['样例甲市司法局', '样例甲市人民政府']);
    expect(rows[0]!.finding).toBe(
      '受理行政复议案件数：样例甲市人民政府2023年最多，88件；样例甲市司法局2023年最少，86件',
    );
  });

  it('that count something else are shown and refused', async () => {
    const { rows } = await compared({ i: accepted, o: of('甲23', '乙23', '丙23') });
    expect(rows[0]!.cells[2]).toMatchObject({
      text: '102件',
      drawn: false,
      other: '收到行政复议申请数',
      refused: '口径不同：样例甲市2023年是受理行政复议案件数，样例丙市2023年是收到行政复议申请数',
    });
  });

  it('of another measure are never drawn in place of the one asked for, but offered', async () => {
    const { rows } = await compared({ i: 'legal_aid.accepted', o: of('乙23', '丙23') });
    expect(rows[0]).toMatchObject({ finding: null, others: [{ code: 'legal_aid.handled', columns: [0, 1] }] });
    expect(rows[0]!.cells[0]).toMatchObject({
      drawn: false,
      refused: '口径不同：所选指标是受理法律援助案件数，样例乙市2023年是办理法律援助案件数',
    });
  });

  it('of another place and another year are refused', async () => {
    const { rows } = await compared({ i: accepted, o: of('甲23', '丁22') });
    expect(rows[0]!.finding).toBeNull();
    expect(rows[0]!.cells.map(({ drawn }) => drawn)).toEqual([false, false]);
    expect(rows[0]!.cells[1]!.refused).toBe('地区和期间都不同：样例甲市是2023年，样例丁市是2022年');
  });

  it('with two figures of one code give neither the sum nor one of them', async () => {
    const { rows } = await compared({ i: 'decision.contracts_reviewed', o: of('丙23') });
    expect(rows[0]!.cells[0]).toMatchObject({
      text: '26件、48份',
      value: null,
      refused: expect.stringContaining('不能相加也不能任选'),
    });
  });

  it('that are rounded are compared, and it is said', async () => {
    const { rows } = await compared({ i: 'legal_aid.handled', o: of('乙23', '丙23') });
    expect(rows[0]!.doubts).toEqual(['样例乙市2023年是约数']);
    expect(rows[0]!.cells[1]!.relation).toMatch(/^为样例乙市2023年的约/);
  });

  it('use what a person has checked only', async () => {
    const answer = await api.upload(
      'east-reader',
      '未核.txt',
      '样例戊市司法局2023年度法治政府建设工作报告\n受理行政复议案件44件。',
      '/api/reading',
    );
    await readWaiting(api.stage.platform, api.stage.filesDir);
    const object = `f.${answer.json().id}`;
    const { rows } = await compared({ i: accepted, o: object });
    expect(rows[0]!.cells[0]).toMatchObject({ text: '待核', value: null, unchecked: 1 });
  });

  it('take the usual indicators where none is asked for', async () => {
    const { rows } = await compared({ o: of('甲23', '甲22', '乙23') });
    expect(rows[0]!.code).toBe(accepted);
  });

  it('are kept from those who may not see them', async () => {
    const { columns, notes } = await compared({ i: accepted, o: of('甲23') }, 'west-reader');
    expect(columns).toEqual([]);
    expect(notes).toEqual(['有一份报告没有找到，或者本岗位不能查看。']);
  });
});

describe('beside them the figures of the platform', () => {
  it('stand with base, version and what limits them; missing is a word, never zero', async () => {
    const { rows, columns } = await compared({ i: accepted, o: `east,${of('甲23')}`, p: '2023,2019' });
    expect(columns.map(({ source, period }) => [source, period])).toEqual([
      ['platform', '2023'],
      ['platform', '2019'],
      ['report', '2023'],
    ]);
    for (const cell of rows[0]!.cells.slice(0, 2)) expect(cell).toMatchObject({ value: null, drawn: false });
    expect(rows[0]!.cells[0]!.text).toBe('没有可以查看的记录');
  });

  it('says what of the address it did not understand', async () => {
    const { notes, rows } = await compared({ i: 'no.such', o: 'nowhere,east', p: 'x' });
    expect(rows).toEqual([]);
    expect(notes).toEqual([
      '没有机构“nowhere”。',
      '“x”不是期间，写2023、2023H1、2023Q2或者2023-03。',
      '没有指标no.such。',
    ]);
  });

  it('never fails, whatever the address', async () => {
    for (const o of ['f.x', `f.${'0'.repeat(36)}`, ',,,', '%00', "'"])
      expect(
        (await api.as('east-reader', 'GET', `/api/compare?o=${encodeURIComponent(o)}&p=2023&i=${accepted}`)).statusCode,
      ).toBe(200);
  });
});

describe('as a file', () => {
  const file = (as: string, query: Record<string, string>) =>
    api.as('east-reader', 'GET', `/api/compare/file?${new URLSearchParams({ as, ...query })}`);

  it('a CSV has a line for each figure, with the reason where it is refused', async () => {
    const { body } = await file('csv', { i: accepted, o: of('甲23', '丙23') });
    const lines = body.replace('\ufeff', '').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('受理行政复议案件数,reconsideration.accepted,件,样例甲市,2023年,已读报告');
    expect(lines[2]).toContain('口径不同');
  });

  it('a workbook has the table, the figures and what is meant', async () => {
    const { rawPayload } = await file('xlsx', { i: accepted, o: of('甲23', '乙23') });
    const book = new exceljs.Workbook();
    await book.xlsx.load(rawPayload as never);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['比对', '明细', '说明']);
    expect(book.worksheets[0]!.getRow(2).getCell(2).value).toBe('86件');
  });
});
