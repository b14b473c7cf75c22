import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, overflowsSideways, PHONE, phantomHeight, type Stage, seriousFindings, startStage } from '../harness.js';
import { acceptance, application, Desk, daysAgo } from './walk.js';

let stage: Stage;
const places: Record<string, string> = {};

beforeAll(async () => {
  stage = await startStage();
  const desk = await Desk.of(stage, 'denglujian');
  const handler = await Desk.of(stage, 'chengban');
  const agency = (await Desk.of(stage, 'dafu')).me.posts[0]!.org;
  const people = (await handler.people('handler')).slice(0, 2).map((one) => one.id);
  const handlers = [...new Set([handler.me.person.id, ...people])].slice(0, 2);
  const { id: fresh } = await desk.open('reconsideration', 'register', application(agency, 1));
  const { id } = await desk.open('reconsideration', 'register', application(agency, 2));
  await handler.act(id, 'accept', acceptance(handlers));
  const sent = await handler.act(id, 'sendCopy', { copySentOn: daysAgo(0) });
  const { id: waiting } = await desk.open('reconsideration', 'register', application(agency, 3));
  await handler.act(waiting, 'accept', acceptance(handlers));
  await handler.act(waiting, 'extend', {
    extendBy: 30,
    extensionReason: '案情复杂。',
    extensionNotifiedOn: daysAgo(0),
  });
  Object.assign(places, {
    'to-do': '/todo',
    drafts: '/todo?view=drafts',
    list: '/lines/reconsideration?stage=open&due=later',
    'empty list': '/lines/reconsideration?q=没有这个人',
    matter: `/matters/${id}`,
    'request for approval': `/matters/${waiting}`,
    action: `/matters/${fresh}/actions/accept`,
    'refused action': `/matters/${fresh}/actions/decide`,
    document: `/matters/${id}/documents/${sent.documents[0]!.id}`,
    'new matter': '/lines/reconsideration/new/register',
    intake: '/intake',
    calendar: '/calendar',
    dashboard: '/dashboards/reconsideration',
    search: '/search?q=样例申请人',
    'my page': '/me',
    people: '/people',
    settings: '/settings',
    'a setting': '/settings?code=calendar/clearDays',
    'no such matter': '/matters/01900000-0000-7000-8000-000000000000',
    'no such page': '/nowhere',
  });
});
afterAll(() => stage?.close());

/** One page for each person and screen: signing in costs a second. */
const pages = new Map<string, Page>();
async function pageOf(viewport: typeof DESK | typeof PHONE, account: string): Promise<Page> {
  const key = `${account}/${viewport.width}`;
  const page = pages.get(key) ?? (await stage.visit({ viewport, as: account }));
  pages.set(key, page);
  return page;
}

const accounts: Readonly<Record<string, string>> = {
  'request for approval': 'fuyijigou',
  people: 'fuyijigou',
  'a setting': 'guize',
};

const KINDS = [
  'to-do',
  'drafts',
  'list',
  'empty list',
  'matter',
  'request for approval',
  'action',
  'refused action',
  'document',
  'new matter',
  'intake',
  'calendar',
  'dashboard',
  'search',
  'my page',
  'people',
  'settings',
  'a setting',
  'no such matter',
  'no such page',
];

describe.each([
  ['at the desk', DESK],
  ['on the phone', PHONE],
] as const)('%s', (_, viewport) => {
  it('the sign-in has no serious findings and fits', async () => {
    const page = await stage.visit({ viewport });
    await page.goto(stage.web);
    await page.getByLabel('账号').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    await page.context().close();
  });

  it.each(KINDS)('the %s has no serious findings, one heading of the first level, a title, and fits', async (kind) => {
    const page = await pageOf(viewport, accounts[kind] ?? 'chengban');
    await page.goto(stage.web + places[kind]!);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    await expect.poll(() => page.locator('.waiting').count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    expect(await phantomHeight(page)).toBeLessThanOrEqual(1);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.title()).toMatch(/法度$/);
  });
});

it('a page that unseen words make longer is known as such', async () => {
  const page = await stage.visit();
  const box = (position: string) =>
    `<!doctype html><div style="height:50px;overflow:auto;position:${position}"><p style="height:5000px">长</p><span style="position:absolute;clip-path:inset(50%)">听</span></div>`;
  await page.setContent(box('static'));
  expect(await phantomHeight(page)).toBeGreaterThan(3_000);
  await page.setContent(box('relative'));
  expect(await phantomHeight(page)).toBe(0);
  await page.context().close();
});

it('prints a matter with number, person and address, and without navigation', async () => {
  const page = await stage.visit({ as: 'chengban' });
  await page.goto(stage.web + places.matter!);
  await page.locator('.timeline').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('nav.side').isVisible()).toBe(false);
  expect(await page.locator('.actions').isVisible()).toBe(false);
  const foot = await page.locator('.print-foot').textContent();
  expect(foot).toMatch(/法度·案件·.*复〔\d{4}〕\d+号.*打印人 .*（承办人）.*\d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
  await page.context().close();
});

it('lists its keys under F1 and skips to the content', async () => {
  const page = await stage.visit({ as: 'chengban' });
  await page.goto(`${stage.web}/todo`);
  await page.locator('h1').waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  await page.keyboard.press('F1');
  await page.getByRole('dialog', { name: '快捷键' }).getByText('Ctrl+K').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+3');
  await page.waitForURL(/intake/);
  await page.context().close();
});
