import type { Receipt } from '@fadu/wire';
import type { APIRequestContext, Page } from 'playwright-core';
import type { Stage } from '../harness.js';

/** A picture of one grey point: a real JPEG, small. */
export const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////2wBDAf//////////////////////////////////////////////////////////////////////////////////////wAARCAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKAA/9k=',
  'base64',
);

export const title = (page: Page, text: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: text }).waitFor();
export const forward = (page: Page): Promise<void> => page.getByRole('button', { name: '继续', exact: true }).click();

/** Fills the three fields of a day. */
export async function fillDay(page: Page, scope: string, daysAgo: number): Promise<void> {
  const day = new Date(Date.now() - daysAgo * 86_400_000);
  const inputs = page.locator(`${scope} .date input`);
  await inputs.nth(0).fill(String(day.getFullYear()));
  await inputs.nth(1).fill(String(day.getMonth() + 1));
  await inputs.nth(2).fill(String(day.getDate()));
}

/** From 谁来申请 to 证据材料, as somebody fined by a bureau of the city would fill it in. */
export async function fillApplication(page: Page, knownDaysAgo = 20): Promise<void> {
  await title(page, '谁来申请');
  await page.getByText('公民', { exact: true }).click();
  await page.getByLabel('姓名或名称').fill('张样例');
  await page.getByLabel('住所').fill('吉林省白城市洮北区样例街1号');
  await page.getByLabel('联系电话').fill('13800000000');
  await forward(page);
  await title(page, '对哪个机关不服');
  await page.getByLabel('被申请人', { exact: true }).fill('白城市场监督');
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByText('白城市市场监督管理局').click();
  await page.getByText('县级以上地方政府的工作部门').click();
  await forward(page);
  await title(page, '对什么行为不服');
  await page.getByLabel('种类').selectOption({ label: '行政处罚' });
  await page.getByLabel('名称').fill('行政处罚决定');
  await page.getByLabel('文号').fill('白市监罚〔2026〕12号');
  await fillDay(page, '#f-act-knewOn', knownDaysAgo);
  await page.getByLabel('决定书告知了复议权利').check();
  await forward(page);
  await title(page, '您希望怎么处理');
  await page.getByText('撤销', { exact: true }).click();
  await forward(page);
  await title(page, '事实和理由');
  await page.getByLabel('事实和理由').fill('处罚决定认定的事实不清：样例商行当日没有营业。');
  await forward(page);
  await title(page, '其他参加的人');
  await forward(page);
  await title(page, '证据材料');
}

/** From 证据材料 to the receipt. */
export async function submitApplication(page: Page): Promise<Receipt> {
  await forward(page);
  await title(page, '向谁申请');
  await forward(page);
  await title(page, '核对');
  await page.getByRole('button', { name: '提交申请' }).click();
  await title(page, '已收到您的申请');
  return receiptOn(page);
}

export const receiptOn = (page: Page): Promise<Receipt> =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem('fadu.receipt.reconsideration') ?? 'null') as Receipt);

/** The handler's side, by the same API as the workbench. */
export async function handlerActs(
  stage: Stage,
  receipt: string,
  action: string,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { request } = await stage.signedIn('chengban');
  const id = await matterOf(stage, request, receipt);
  const { revision } = (await (await request.get(`${stage.web}/api/matters/${id}`)).json()) as { revision: number };
  const answer = await request.post(`${stage.web}/api/matters/${id}/actions`, {
    data: { action, input, revision, key: `e2e-${receipt}-${action}` },
    headers: { origin: stage.web },
  });
  if (!answer.ok()) throw new Error(`${action}: ${answer.status()} ${await answer.text()}`);
}

async function matterOf(stage: Stage, request: APIRequestContext, receipt: string): Promise<string> {
  const { rows } = await stage.booted.owner.query('select id from matter where receipt = $1', [receipt]);
  const id = rows[0]?.id as string | undefined;
  if (!id || !(await request.get(`${stage.web}/api/matters/${id}`)).ok()) throw new Error(`no matter ${receipt}`);
  return id;
}
