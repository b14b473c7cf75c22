import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHONE, type Stage, seriousFindings, startStage } from '../harness.js';
import { acceptance, application, Desk, daysAgo } from './walk.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());

/** As after an update under an open page: its later parts are no longer there, the first `times` they are asked for. */
async function takeAway(page: Page, part: RegExp, times = Number.POSITIVE_INFINITY): Promise<void> {
  let left = times;
  await page.route(part, (route) => {
    left -= 1;
    return left >= 0
      ? route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{}' })
      : route.continue();
  });
}

/** How often the whole page was loaded from now on. */
function loads(page: Page): () => number {
  let count = 0;
  page.on('domcontentloaded', () => {
    count += 1;
  });
  return () => count;
}

describe('a workbench that is updated while it is open', () => {
  it('says so, reloads once and opens the page that was asked for, with what was typed', async () => {
    const handler = await Desk.of(stage, 'chengban');
    const agency = (await Desk.of(stage, 'dafu')).me.posts[0]!.org;
    const { id } = await (await Desk.of(stage, 'denglujian')).open(
      'reconsideration',
      'register',
      application(agency, 1),
    );
    const colleague = (await handler.people('handler')).find((one) => one.id !== handler.me.person.id)!;
    await handler.act(id, 'accept', acceptance([handler.me.person.id, colleague.id]));
    const page = await stage.visit({ as: 'chengban' });
    await page.goto(`${stage.web}/matters/${id}/actions/sendCopy`);
    const field = page.locator('#f-copySentOn');
    await field.fill('今天');
    await takeAway(page, /assets\/CalendarPage-.*\.js/, 1);
    const loaded = loads(page);
    // The calendar of the field lies over the navigation.
    await page.locator('a[href="/calendar"]').first().dispatchEvent('click');
    await page.getByRole('heading', { name: '平台已更新' }).waitFor();
    await page.getByText('已填的内容都在').waitFor();
    await page.locator('main table').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/calendar');
    expect(loaded()).toBe(1);
    await page.goto(`${stage.web}/matters/${id}/actions/sendCopy`);
    await expect.poll(() => field.inputValue()).toBe(daysAgo(0));
    await page.context().close();
  });

  it('does not go in circles when that does not help', async () => {
    const page = await stage.visit({ as: 'denglujian' });
    await page.goto(`${stage.web}/todo`);
    await page.locator('h1').first().waitFor();
    await takeAway(page, /assets\/CalendarPage-.*\.js/);
    const loaded = loads(page);
    await page.locator('a[href="/calendar"]').first().click();
    await page.getByRole('heading', { name: '平台已更新' }).waitFor();
    await page.getByRole('button', { name: '刷新本页' }).waitFor();
    await page.getByText('本页重新打开过，还是没有取到').waitFor();
    expect(loaded()).toBe(1);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '回到待办' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/todo');
    await page.context().close();
  });
});

it('a portal that is updated while it is open says so, reloads once, and not again', async () => {
  const page = await stage.visit({ viewport: PHONE });
  await page.goto(`${stage.portal}/`);
  await page.locator('h1').first().waitFor();
  await takeAway(page, /assets\/OpenData-.*\.js/, 1);
  const loaded = loads(page);
  const open = () =>
    page.evaluate(() => {
      history.pushState(null, '', '/portal/data');
      dispatchEvent(new Event('fadu:address'));
    });
  await open();
  await page.getByRole('heading', { name: '平台已更新' }).waitFor();
  await page.getByRole('heading', { name: '开放数据' }).waitFor();
  expect(loaded()).toBe(1);
  await page.goto(`${stage.portal}/`);
  await page.locator('h1').first().waitFor();
  await takeAway(page, /assets\/OpenData-.*\.js/);
  await open();
  await page.getByText('平台刚刚更新，本页还没有取到。').waitFor();
  expect(loaded()).toBe(2);
  await page.context().close();
});
