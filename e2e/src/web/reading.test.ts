import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, overflowsSideways, PHONE, type Stage, seriousFindings, startStage } from '../harness.js';

// An invented report of an invented place.
const REPORT = `样例丁市司法局2023年度法治政府建设工作报告
全市收到行政复议申请102件，受理行政复议案件109件。受理的案件中，12%转入诉讼。
全市人民调解组织调解纠纷7840件。建成三大普法阵地、6类服务窗口。`;

let stage: Stage;
let address = '';
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());

const bring = (page: Page, name: string, content: string) =>
  page.locator('#reading-files').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
const counts = (page: Page) => page.locator('.reading-counts').first();
const panel = (page: Page) => page.getByRole('region', { name: '这个数' });

describe('the reading desk', () => {
  it('reads a file that is brought, marks its figures, and shows the least sure first with its reasons', async () => {
    const page = await stage.visit({ as: 'tianbao' });
    await page.goto(`${stage.web}/reading`);
    await page.getByText('还没有报告').waitFor();
    await bring(page, '丁市.txt', REPORT);
    await page.waitForURL(/\/reading\/[0-9a-f-]{36}/);
    address = page.url();
    await counts(page).waitFor();
    expect(await page.locator('h1').textContent()).toBe('样例丁市司法局2023年度法治政府建设工作报告');
    expect(await counts(page).textContent()).toMatch(/^数字6 · 已核0 · 待核6/);
    expect(await page.locator('.mark').allTextContents()).toEqual(['102件', '109件', '12%', '7840件', '三大', '6类']);
    const sure = await page.locator('.reading-queue li .meta').allTextContents();
    const shares = sure.map((words) => Number(/把握(\d+)%/.exec(words)![1]));
    expect(shares).toEqual(shares.toSorted((one, two) => one - two));
    expect(await panel(page).locator('details li').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('is worked with the keyboard: next, confirm, reject, correct; each step is on the record', async () => {
    const page = await stage.visit({ as: 'tianbao' });
    await page.goto(address);
    await panel(page).waitFor();
    const first = await page.locator('.mark[aria-current]').textContent();
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('.mark[aria-current]').textContent()).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => page.locator('.mark[aria-current]').textContent()).toBe(first);
    await page.keyboard.press('Enter');
    await expect.poll(() => counts(page).textContent()).toContain('已核1 · 待核5');
    await page.keyboard.press('x');
    await expect.poll(() => counts(page).textContent()).toContain('不是数字1');
    // Whichever stand first, the third is one that nobody has looked at.
    const third = (await page.locator('.mark[aria-current]').textContent())!;
    await page.keyboard.press('e');
    await page.getByLabel('范围（选填）').fill('样例丁市');
    await page.getByLabel('理由').fill('本市口径');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => counts(page).textContent()).toContain('已核2');
    await page.getByRole('button', { name: '核对记录', exact: true }).click();
    const record = page.getByRole('region', { name: '核对记录' });
    await record.getByText('本市口径').waitFor();
    expect(await record.locator('li').count()).toBe(3);
    expect(await record.locator('li').first().textContent()).toMatch(
      new RegExp(`康试例（填报人） 更正 ${third}：本市口径范围 (?:全市 )?.*样例丁市`),
    );
    await page.context().close();
  });

  it('takes a figure that was left out, and asks which of several places is meant', async () => {
    const page = await stage.visit({ as: 'tianbao' });
    await page.goto(`${address.split('?')[0]}?form=add`);
    const form = page.getByRole('form', { name: '补一个数' });
    await form.getByRole('button', { name: '补录这个数' }).click();
    await form.getByText('有2处需要修改').waitFor();
    await form.getByLabel('原文', { exact: true }).fill('受理');
    await expect.poll(() => form.getByRole('radio').count()).toBe(2);
    await form.getByLabel('原文', { exact: true }).fill('2023年');
    await expect.poll(() => form.getByRole('radio').count()).toBe(0);
    await form.getByLabel('数值').fill('２，０２３');
    await form.getByRole('button', { name: '补录这个数' }).click();
    await expect.poll(() => page.locator('.mark').first().textContent()).toBe('2023年');
    await page.context().close();
  });

  it('keeps a file once, and says of what cannot be read why', async () => {
    const page = await stage.visit({ as: 'tianbao' });
    await page.goto(`${stage.web}/reading`);
    await bring(page, '又是丁市.txt', REPORT);
    await page.getByText('“又是丁市.txt”已经上传过，没有重复保存。').waitFor();
    await bring(page, '表.xlsx', 'x');
    await page.getByRole('alert').getByText('支持txt、html、docx、pdf').waitFor();
    await bring(page, '坏.docx', 'x');
    await page.getByRole('alert').getByText('扩展名须与内容一致').waitFor();
    await page.goto(`${stage.web}/reading`);
    await page.getByRole('cell', { name: '不能读取' }).waitFor();
    expect(await page.locator('.reading-list tbody tr').count()).toBe(2);
    await page.context().close();
  });

  it('lists contradictions with both places, and keeps what is done about them', async () => {
    const page = await stage.visit({ as: 'tianbao' });
    await page.goto(`${address.split('?')[0]}?view=findings`);
    const finding = page.locator('.finding-error').first();
    await finding.waitFor();
    expect(await finding.locator('mark').allTextContents()).toEqual(['102件', '109件']);
    await finding.getByRole('button', { name: '退回', exact: true }).click();
    await finding.getByRole('button', { name: '记为已退回' }).click();
    await finding.getByText('请写明退回给哪个机关。').waitFor();
    await finding.getByLabel('退回给').fill('样例丁市司法局');
    await finding.getByLabel('情况').fill('受理数大于收到数，请核对。');
    await finding.getByRole('button', { name: '记为已退回' }).click();
    await finding.getByRole('list', { name: '处置记录' }).waitFor();
    expect(await finding.getByRole('list', { name: '处置记录' }).textContent()).toMatch(
      /康试例（填报人） 已退回样例丁市司法局：受理数大于收到数，请核对。/,
    );
    await finding.locator('mark').first().click();
    await page.waitForURL(/[?&]n=0(&|$)/);
    await page.context().close();
  });

  it('is closed to other organizations', async () => {
    const page = await stage.visit({ as: 'tashichengban' });
    await page.goto(address);
    await page.getByText('没有找到这份报告，或者本岗位不能查看').waitFor();
    await page.context().close();
  });
});

describe.each([
  ['at the desk', DESK],
  ['on the phone', PHONE],
] as const)('%s', (_, viewport) => {
  it('every view has no serious findings, one heading of the first level, a title, and fits', async () => {
    const page = await stage.visit({ viewport, as: 'tianbao' });
    const file = address.split('?')[0]!;
    const views = ['', '?n=3', '?form=edit', '?form=add', '?view=report', '?view=findings', '?view=record'];
    for (const place of [`${stage.web}/reading`, ...views.map((view) => file + view)]) {
      await page.goto(place);
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      await expect.poll(() => page.locator('.waiting').count()).toBe(0);
      expect(await seriousFindings(page), place).toEqual([]);
      expect(await overflowsSideways(page), place).toBe(false);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.title()).toMatch(/法度$/);
    }
    await page.context().close();
  });
});
