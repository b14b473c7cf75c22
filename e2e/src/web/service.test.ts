import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { overflowsSideways, PHONE, type Stage, seriousFindings, startStage } from '../harness.js';
import { acceptance, application, choose, Desk, daysAgo, feasible } from './walk.js';

let stage: Stage;
let id = '';
beforeAll(async () => {
  stage = await startStage();
  const desk = await Desk.of(stage, 'denglujian');
  const handler = await Desk.of(stage, 'chengban');
  const respondent = (await Desk.of(stage, 'dafu')).me.posts[0]!.org;
  const people = await handler.people('handler');
  const handlers = [handler.me.person.id, people.find((one) => one.id !== handler.me.person.id)!.id];
  const coRespondents = [{ name: '样例共同被申请机关' }];
  ({ id } = await desk.open('reconsideration', 'register', { ...application(respondent, 1), coRespondents }));
  await handler.act(id, 'accept', acceptance(handlers));
  await handler.act(id, 'sendCopy', { copySentOn: daysAgo(0) });
});
afterAll(() => stage?.close());

const result = (page: Page) => page.locator('p.result');
const card = (page: Page, name: string) => page.locator('.documents > li', { hasText: name }).first();

async function serve(page: Page, to: string): Promise<void> {
  await card(page, '答复通知书').locator('li', { hasText: to }).getByRole('link', { name: '登记送达' }).click();
  await choose(page, 'f-method', '直接送达');
  await page.getByText('直接送达应当附签收的送达回证').waitFor();
  await page.locator('#f-servedOn').fill('今天');
  await page.getByText('不能登记送达：没有送达证明。直接送达应当附签收的送达回证').waitFor();
  await page
    .locator('.action-form input[type=file]')
    .last()
    .setInputFiles({ name: '送达回证.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 sample') });
  await feasible(page);
  // The pointer leaves a field that is being filled in: what is shown on leaving must not move the button from under it.
  await page.locator('#f-place').fill('样例机关收发室');
  await page.locator('.action-form').getByRole('button', { name: '登记送达', exact: true }).click();
}

it('a paper is served on each joint respondent from its card; when all have it the reply runs', async () => {
  const page = await stage.visit({ as: 'chengban' });
  await page.goto(`${stage.web}/matters/${id}`);
  await serve(page, '白城市市场监督管理局');
  expect(await seriousFindings(page)).toEqual([]);
  await expect.poll(() => result(page).textContent()).toContain('已登记送达');
  expect(await card(page, '答复通知书').textContent()).toContain(`${daysAgo(0)}，直接送达`);
  expect(await page.locator('#nearest-clocks').textContent()).not.toContain('被申请人答复');
  await serve(page, '样例共同被申请机关');
  await expect.poll(() => result(page).textContent()).toContain('被申请人答复期限');
  expect(await card(page, '答复通知书').textContent()).toContain('已送达');
  if (process.env.SHOTS) await page.locator('.documents').screenshot({ path: `${process.env.SHOTS}/serve-cards.png` });
  await page.context().close();
});

it('a service found invalid takes back what it started; a paper is corrected by the head, the old one says so', async () => {
  const page = await stage.visit({ as: 'chengban' });
  await page.goto(`${stage.web}/matters/${id}`);
  const row = card(page, '答复通知书').locator('.service-list li', { hasText: '样例共同被申请机关' });
  await row.getByRole('link', { name: '登记送达无效' }).click();
  await page.getByRole('button', { name: '登记送达无效', exact: true }).click();
  await page.getByText('请写明理由。').waitFor();
  await page.getByLabel('理由').fill('签收人不是该机关的工作人员。');
  await page.getByRole('button', { name: '登记送达无效', exact: true }).click();
  await expect.poll(() => result(page).textContent()).toContain('已登记送达无效');
  expect(await row.first().textContent()).toContain('未送达');
  expect(await card(page, '答复通知书').locator('del').count()).toBe(1);
  expect(await page.locator('.page-head, .identity').first().textContent()).not.toContain('待答复');
  await page.context().close();

  const head = await stage.visit({ as: 'fuyijigou', viewport: PHONE });
  await head.goto(`${stage.web}/matters/${id}`);
  await head.locator('#documents summary').click();
  await head.getByRole('link', { name: '更正文书' }).first().click();
  await head.getByLabel('理由').fill('文书中的日期有笔误。');
  await head.getByRole('button', { name: '更正文书', exact: true }).click();
  await expect.poll(() => result(head).textContent()).toContain('已更正文书');
  expect(await head.locator('.documents').textContent()).toContain('已更正，以核验码');
  expect(await overflowsSideways(head)).toBe(false);
  expect(await seriousFindings(head)).toEqual([]);
  if (process.env.SHOTS) await head.screenshot({ path: `${process.env.SHOTS}/serve-390.png`, fullPage: true });
  await head.context().close();
});
