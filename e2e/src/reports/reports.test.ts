import type { StudioView } from '@fadu/wire';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, overflowsSideways, PHONE, type Stage, seriousFindings, startStage } from '../harness.js';
import { acceptance, application, Desk, daysAgo } from '../web/walk.js';

const YEAR = Number(daysAgo(0).slice(0, 4));
/** The year is settled when it is over. */
const AFTER = `${YEAR + 1}-01-08`;

let stage: Stage;
let writer: Desk;
let unit: string;
let matter: string;

const words = (chapter: string, text: string, base = 0) =>
  writer.post<StudioView>(`/studio/${matter}/chapters/${chapter}`, { base, text, key: `e2e-${chapter}-${base}` });

beforeAll(async () => {
  stage = await startStage();
  const clerk = await Desk.of(stage, 'denglujian');
  const handler = await Desk.of(stage, 'chengban');
  const agency = (await Desk.of(stage, 'dafu')).me.posts[0]!.org;
  const people = (await handler.people('handler')).slice(0, 2).map((one) => one.id);
  const { id } = await clerk.open('reconsideration', 'register', application(agency, 1));
  await handler.act(id, 'accept', acceptance([...new Set([handler.me.person.id, ...people])].slice(0, 2)));
  writer = await Desk.of(stage, 'tianbao');
  unit = writer.me.posts[0]!.org;
  const opened = { unit, year: YEAR, openedOn: daysAgo(0) };
  matter = (await writer.open('report', 'begin', opened)).id;
  await words('problems', '一是力量不足。\n二是统计靠人工。');
  for (const chapter of ['duty', 'next']) await words(chapter, '样例文字。');
});
afterAll(() => stage?.close());

/** One page for each person and screen: signing in costs a second. */
const pages = new Map<string, Page>();
async function pageOf(viewport: typeof DESK | typeof PHONE, as?: string): Promise<Page> {
  const key = `${as ?? 'public'}/${viewport.width}`;
  const page = pages.get(key) ?? (await stage.visit({ viewport, ...(as !== undefined && { as }) }));
  pages.set(key, page);
  return page;
}

const studio = (query = '') => `${stage.web}/reports/${unit}/${YEAR}${query}`;

describe('two who write one chapter', () => {
  it('the second is told what changed, and loses nothing', async () => {
    const [one, two] = await Promise.all([stage.visit({ as: 'tianbao' }), stage.visit({ as: 'tianbao' })]);
    const write = async (page: Page) => {
      await page.goto(studio('?chapter=problems&write=1'));
      await page.getByLabel('“存在的问题和不足”的文字').waitFor();
    };
    await write(one);
    await write(two);
    const box = (page: Page) => page.getByLabel('“存在的问题和不足”的文字');
    await box(one).fill('一是基层力量不足。\n二是统计靠人工。');
    await one.getByRole('button', { name: '保存为新版' }).click();
    await one.getByText('一是基层力量不足。').first().waitFor();
    await box(two).fill('一是力量不足。\n二是统计仍靠人工。');
    await two.getByRole('button', { name: '保存为新版' }).click();
    const told = two.getByRole('alert');
    await told.getByText('所写的内容都在上面').waitFor();
    expect(await told.locator('ins').allTextContents()).toEqual([expect.stringContaining('基层')]);
    expect(await box(two).inputValue()).toBe('一是力量不足。\n二是统计仍靠人工。');
    expect(await seriousFindings(two)).toEqual([]);
    await two.getByRole('button', { name: '合并两人所改' }).click();
    expect(await box(two).inputValue()).toBe('一是基层力量不足。\n二是统计仍靠人工。');
    await two.getByRole('button', { name: '保存为新版' }).click();
    await two.getByText('二是统计仍靠人工。').first().waitFor();
    await Promise.all([one.context().close(), two.context().close()]);
  });

  it('a closed window keeps what was typed', async () => {
    const page = await stage.visit({ as: 'tianbao' });
    await page.goto(studio('?chapter=next&write=1'));
    await page.getByLabel('“下一年度工作安排”的文字').fill('没有保存的话。');
    await page.getByText('草稿已存').waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('“下一年度工作安排”的文字').inputValue()).toBe('没有保存的话。');
    await page.context().close();
  });
});

it('a figure opens beside the text, and a comment is asked, answered and settled', async () => {
  const page = await stage.visit({ as: 'tianbao' });
  await page.goto(studio());
  await page.getByRole('link', { name: '受理行政复议案件1件' }).first().click();
  await page.locator('.report-numbers .chosen').waitFor();
  await page.getByRole('button', { name: '写批注' }).click();
  await page.getByLabel('对哪里').selectOption({ label: '受理行政复议案件数' });
  await page.locator('.report-say textarea').fill('口径一致吗？');
  await page.locator('.report-say').getByRole('button', { name: '写批注' }).click();
  await page.getByText('批注（未了结1）').waitFor();
  await page.getByRole('button', { name: '答复' }).first().click();
  await page.locator('.report-comment textarea').fill('一致。');
  await page.locator('.report-say').getByRole('button', { name: '答复' }).click();
  await page.locator('.report-answer').waitFor();
  await page.getByRole('button', { name: '了结' }).click();
  await page.getByText('已了结1条').waitFor();
  await page.context().close();
});

it.each([
  ['at the desk', DESK],
  ['on the phone', PHONE],
] as const)('statements are put in order by keys and by pointer, left out and taken back, %s', async (_, viewport) => {
  const page = await stage.visit({ as: 'tianbao', viewport });
  await page.goto(studio('?chapter=disputes'));
  await page.locator('#chapter-disputes').getByRole('button', { name: '调整各句' }).click();
  const rows = page.locator('.report-order ol .report-order-text');
  await rows.first().waitFor();
  const before = await rows.allTextContents();
  expect(before.length).toBeGreaterThan(2);
  const [one, two, three, ...rest] = before;
  await page.locator('.report-handle').first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await rows.allTextContents()).toEqual([two, one, three, ...rest]);
  // The row that moved keeps the focus, so that it can be moved on.
  await page.keyboard.press('ArrowDown');
  expect(await rows.allTextContents()).toEqual([two, three, one, ...rest]);
  await page.getByText(`已移到第3句，共${before.length}句`).waitFor();
  const [from, to] = [await page.locator('.report-handle').nth(2).boundingBox(), await rows.first().boundingBox()];
  await page.mouse.move(from!.x + from!.width / 2, from!.y + from!.height / 2);
  await page.mouse.down();
  await page.mouse.move(from!.x + 10, to!.y + 4, { steps: 4 });
  await page.mouse.up();
  expect(await rows.allTextContents()).toEqual([one, two, three, ...rest]);
  // Where the place is out of sight, the page moves along while the row is held at its edge.
  await page.setViewportSize({ width: viewport.width, height: 560 });
  const [held, top] = [page.locator('.report-handle').first(), await page.evaluate(() => window.scrollY)];
  await held.scrollIntoViewIfNeeded();
  const handle = (await held.boundingBox())!;
  await page.mouse.move(handle.x + 8, handle.y + 8);
  await page.mouse.down();
  await page.mouse.move(handle.x + 8, 555, { steps: 3 });
  await expect.poll(() => rows.last().textContent()).toBe(one);
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(top);
  await page.mouse.up();
  await page.getByText(`已移到第${before.length}句，共${before.length}句`).waitFor();
  expect(await rows.allTextContents()).toEqual([two, three, ...rest, one]);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.setViewportSize(viewport);
  await page.locator('.report-order').getByRole('button', { name: '不写入' }).first().click();
  expect(await rows.allTextContents()).toEqual([two, three, ...rest]);
  await page.getByRole('button', { name: '撤销' }).click();
  expect(await rows.allTextContents()).toEqual(before);
  await page.getByRole('button', { name: '下移' }).first().click();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await overflowsSideways(page)).toBe(false);
  await page.getByRole('button', { name: '保存调整' }).click();
  const clauses = page.locator('#chapter-disputes .report-figure');
  await clauses.first().waitFor();
  await expect.poll(() => clauses.first().textContent()).toBe(two);
  await page.goto(studio('/versions'));
  await page.locator('.report-changes').getByText('移动').first().waitFor();
  await page.context().close();
});

it('is settled, checked, approved and published, and then anybody reads it', async () => {
  const desk = await stage.visit({ as: 'tianbao' });
  await desk.goto(studio());
  await desk.getByRole('button', { name: '数据定稿' }).click();
  await desk.getByText(`${YEAR}年度还没有结束，数据不完整`).waitFor();
  stage.setNow(new Date(`${AFTER}T10:00:00+08:00`));
  await desk.getByRole('button', { name: '数据定稿' }).click();
  await desk.getByText(`${AFTER}定稿`).waitFor();
  await desk.context().close();
  await (await Desk.of(stage, 'nianbaoshenhe')).act(matter, 'review', { lawful: true, secrecy: true });
  await (await Desk.of(stage, 'nianbaoshending')).act(matter, 'endorse');
  await writer.act(matter, 'publish', { publishedOn: AFTER, address: 'https://example.invalid/report' });
  const page = await stage.visit({ viewport: PHONE });
  await page.goto(`${stage.portal}/`);
  await page.getByRole('link', { name: /年度报告/ }).click();
  await page.getByRole('link', { name: new RegExp(`${YEAR}年度报告`) }).click();
  await page.getByRole('link', { name: '受理行政复议案件1件' }).click();
  await page.getByText('由办案记录计算，不由人填写').waitFor();
  expect(await page.locator('.note').textContent()).toContain('受理行政复议案件1件');
  await page.context().close();
});

it('what is wrong in it is put right beside it, once whoever answers for it agrees', async () => {
  const page = await stage.visit({ as: 'tianbao' });
  await page.goto(studio());
  await page.getByRole('link', { name: '发布更正' }).click();
  await page.getByLabel('公布更正之日').fill(AFTER.replaceAll('-', ''));
  await page.getByLabel('更正为').fill('受理行政复议案件2件');
  await page.getByLabel('更正的理由').fill('漏计一件。');
  await page.getByLabel('公开时所写').fill('受理行政复议案件9件');
  await page.getByText('公开的报告里没有“受理行政复议案件9件”').first().waitFor();
  await page.getByLabel('公开时所写').fill('受理行政复议案件1件');
  const asked = page.waitForResponse((answer) => answer.url().endsWith(`/matters/${matter}/actions`));
  await page.getByRole('button', { name: '提请发布更正' }).click();
  expect((await asked).ok()).toBe(true);
  await page.context().close();

  const head = await stage.visit({ as: 'nianbaoshending' });
  await head.goto(`${stage.web}/todo`);
  await head.getByText(`${YEAR}年度法治政府建设报告`).first().waitFor();
  await head.goto(`${stage.web}/matters/${matter}`);
  await head.getByRole('button', { name: '同意发布更正' }).click();
  await head.getByText('年度报告更正公告').first().waitFor();
  await head.context().close();

  const reader = await stage.visit({ viewport: PHONE });
  await reader.goto(`${stage.portal}/reports/${unit}/${YEAR}`);
  const errata = reader.locator('.report-errata');
  await errata.waitFor();
  expect(await errata.textContent()).toContain('受理行政复议案件1件更正为受理行政复议案件2件。理由：漏计一件。');
  // Below, it stands as it was published.
  await reader.getByRole('link', { name: '受理行政复议案件1件' }).waitFor();
  await reader.context().close();
});

describe.each([
  ['at the desk', DESK],
  ['on the phone', PHONE],
] as const)('%s', (_, viewport) => {
  const pageKind = async (page: Page, address: string): Promise<void> => {
    await page.goto(address);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    await expect.poll(() => page.locator('.waiting').count()).toBe(0);
    expect(await seriousFindings(page), address).toEqual([]);
    expect(await overflowsSideways(page), address).toBe(false);
    expect(await page.locator('h1').count(), address).toBe(1);
  };

  it.each([
    ['list of reports', () => '/reports'],
    ['studio', () => `/reports/${unit}/${YEAR}?chapter=disputes`],
    ['checks', () => `/reports/${unit}/${YEAR}/checks`],
    ['versions', () => `/reports/${unit}/${YEAR}/versions`],
    ['register', () => '/reports/disclosure'],
    ['register of those who published', () => `/reports/disclosure?year=${YEAR}&only=done`],
  ])('the %s has no serious findings and fits', async (_kind, path) => {
    await pageKind(await pageOf(viewport, 'tianbao'), stage.web + path());
  });

  it.each([
    ['list of reports', () => '/reports'],
    ['report', () => `/reports/${unit}/${YEAR}`],
    ['report that is not there', () => '/reports/nowhere/2001'],
    ['open data', () => '/data'],
    ['definition', () => '/data/reconsideration.accepted'],
    ['definition that is not there', () => '/data/no.such'],
  ])('the %s of the portal has no serious findings and fits', async (_kind, path) => {
    await pageKind(await pageOf(viewport), stage.portal + path());
  });
});
