import exceljs from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { overflowsSideways, PHONE, type Stage, seriousFindings, startStage } from '../harness.js';
import { daysAgo } from './walk.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());

type Row = Readonly<Record<string, string>>;
const row = (no: string, more: Row = {}): Row => ({
  序号: no,
  提交方式: '当面',
  收到日: daysAgo(1),
  申请人·类型: '公民',
  申请人·姓名或名称: '张样例',
  申请人·住所: '吉林省白城市洮北区样例街1号',
  申请人·联系电话: '13800000000',
  被申请人: '白城市市场监督管理局',
  被申请人类型: '县级以上地方政府的工作部门',
  被复议行政行为·种类: '行政处罚',
  被复议行政行为·名称: '行政处罚决定',
  被复议行政行为·文号: `白市监罚〔2026〕9${no}号`,
  被复议行政行为·作出日: daysAgo(25),
  被复议行政行为·送达日: daysAgo(20),
  被复议行政行为·知道或者应当知道之日: daysAgo(20),
  '被复议行政行为·决定书告知了复议权利、机关和期限': '是',
  被复议行政行为·涉及金额: '5,000.00',
  复议请求: '撤销、变更',
  事实和理由: '处罚所依据的事实不清，进货单据没有采信。',
  ...more,
});

/** The table as it is downloaded, filled in. */
async function table(page: Page, rows: readonly Row[]): Promise<Buffer> {
  const address = await page.getByRole('link', { name: '下载登记收件表' }).getAttribute('href');
  const answer = await page.request.get(stage.web + address);
  const book = new exceljs.Workbook();
  await book.xlsx.load((await answer.body()) as never);
  const sheet = book.worksheets[0]!;
  const headers = (sheet.getRow(1).values as string[]).slice(1);
  for (const [index, one] of rows.entries())
    for (const [header, value] of Object.entries(one)) {
      if (!headers.includes(header)) throw new Error(`no ${header} among ${headers.join('、')}`);
      sheet.getCell(index + 3, headers.indexOf(header) + 1).value = value;
    }
  return Buffer.from(await book.xlsx.writeBuffer());
}
const give = (page: Page, buffer: Buffer) =>
  page.getByLabel('上传登记表').setInputFiles({
    name: '登记表.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  });

it('enters matters from a table: judged row by row, put right, confirmed, and not twice', async () => {
  const page = await stage.visit({ as: 'denglujian' });
  await page.goto(`${stage.web}/lines/reconsideration`);
  await page.getByRole('link', { name: '批量登记' }).click();
  const wrong = row('2', { 申请人·联系电话: '123', 被申请人: '没有这个局' });
  const file = await table(page, [row('1'), wrong, row('3', { 申请人·姓名或名称: '李样例' })]);
  await give(page, file);
  const told = page.locator('[role=status]', { hasText: '件' });
  await expect.poll(() => told.textContent()).toBe('共3件，1件要改，全部没有登记。');
  const first = page.locator('.bulk-table tbody tr').first();
  expect(await first.textContent()).toContain('被申请人“没有这个局”没有找到');
  expect(await first.textContent()).toMatch(/[A-Z]+4/);
  expect(await seriousFindings(page)).toEqual([]);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/bulk-faults.png`, fullPage: true });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载要改的1件' }).click();
  expect((await saved).suggestedFilename()).toBe('行政复议登记表（要改的行）.xlsx');
  // Put right, everything is confirmed at once.
  const right = await table(page, [row('1'), row('2'), row('3', { 申请人·姓名或名称: '李样例' })]);
  await give(page, right);
  await page.getByRole('button', { name: '确认登记3件' }).click();
  await expect.poll(() => told.textContent()).toBe('已登记3件。');
  expect(await page.locator('.bulk-table').textContent()).toMatch(/收件\d{4}-[0-9A-Z]+　查询码/);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/bulk-done.png`, fullPage: true });
  await give(page, right);
  await expect
    .poll(() => told.textContent())
    .toBe('共3件，没有要登记的。3件本机构已按相同内容登记过，不再登记，可以点开核对。');
  await page.locator('.bulk-table a').first().click();
  await page.getByText('待审查').first().waitFor();
  await page.context().close();
});

it('says on a phone what is wrong with a file that is no table, without scrolling sideways', async () => {
  const page = await stage.visit({ as: 'denglujian', viewport: PHONE });
  await page.goto(`${stage.web}/lines/reconsideration/bulk/register`);
  await give(page, Buffer.from('不是表'));
  await page.getByText('这个文件不是Excel工作簿').waitFor();
  await give(page, await table(page, [row('7', { 申请人·联系电话: '1' })]));
  await page.getByText('1件要改').waitFor();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/bulk-390.png`, fullPage: true });
  expect(await overflowsSideways(page)).toBe(false);
  await page.context().close();
});
