import type { FigureComparison, ReadingDesk, ReadingReceived } from '@fadu/wire';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, overflowsSideways, PHONE, type Stage, seriousFindings, startStage } from '../harness.js';

let stage: Stage;
let office: BrowserContext;

/** An invented report, read and confirmed; its id. */
async function bring(place: string, year: number, body: string): Promise<string> {
  const text = `${place}司法局${year}年度法治政府建设工作报告\n${body}`;
  const file = { name: `${place}${year}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) };
  const sent = await office.request.post(`${stage.web}/api/reading`, {
    multipart: { file },
    headers: { origin: stage.web },
  });
  const { id } = (await sent.json()) as ReadingReceived;
  const at = `${stage.web}/api/reading/${id}`;
  const state = async () => ((await (await office.request.get(at)).json()) as ReadingDesk).report.state;
  while ((await state()) !== 'read') await new Promise((done) => setTimeout(done, 200));
  await office.request.post(`${at}/confirm`, { data: { least: 0.5 }, headers: { origin: stage.web } });
  return id;
}

let one = '';
let two = '';
let other = '';
beforeAll(async () => {
  stage = await startStage();
  office = await stage.signedIn('tianbao');
  one = await bring('样例甲市', 2023, '全市受理行政复议案件86件。全市人民调解组织调解纠纷1000件，调解成功率98.6%。');
  two = await bring('样例乙市', 2023, '全市受理行政复议案件109件。全市人民调解组织调解纠纷2000余件。');
  other = await bring('样例丙市', 2023, '全市收到行政复议申请102件。');
});
afterAll(() => stage?.close());

const address = (view = '') =>
  `${stage.web}/compare?i=reconsideration.accepted&o=f.${one},f.${two},f.${other},g220800&p=2023${view}`;
const row = (page: Page) => page.locator('.compare-table tbody tr').first();

describe('the comparison', () => {
  it('begins with what is there, and takes the usual indicators', async () => {
    const page = await stage.visit({ as: 'tianbao' });
    await page.goto(`${stage.web}/compare`);
    await page.getByRole('button', { name: '比对2023年度的3份报告' }).click();
    await page.locator('.compare-table').waitFor();
    expect(await page.locator('.compare-table tbody th').first().textContent()).toContain('受理行政复议案件数');
    expect(decodeURIComponent(page.url())).toContain(`f.${one}`);
    await page.context().close();
  });

  it('refuses what counts something else, says why, and offers the rest alone', async () => {
    const page = await stage.visit({ as: 'tianbao' });
    await page.goto(address());
    await row(page).waitFor();
    expect(await row(page).locator('td.refused').textContent()).toContain(
      '⊘ 口径不同：样例甲市2023年是受理行政复议案件数，样例丙市2023年是收到行政复议申请数',
    );
    expect(await row(page).locator('th').textContent()).toContain('样例乙市2023年最多，109件');
    expect(await row(page).locator('td').last().textContent()).toMatch(/没有记录|没有可以查看的记录|尚未报送/);
    await row(page).getByRole('button', { name: '只比样例甲市、样例乙市' }).click();
    await expect.poll(() => row(page).locator('td').count()).toBe(2);
    expect(decodeURIComponent(page.url())).not.toContain(other);
    await page.context().close();
  });

  it('draws only what may be compared, with the finding as title, and names what it left out', async () => {
    const page = await stage.visit({ as: 'tianbao' });
    await page.goto(address());
    await page.getByRole('button', { name: '图', exact: true }).click();
    await page.locator('.compare-charts svg').first().waitFor();
    expect(page.url()).toContain('v=chart');
    const panel = page.locator('.compare-charts section').first();
    expect(await panel.locator('h2').textContent()).toBe(
      '受理行政复议案件数：样例乙市2023年最多，109件；样例甲市2023年最少，86件',
    );
    expect(await panel.textContent()).toContain('没有画：样例丙市2023年 102件（口径不同');
    await page.context().close();
  });

  it('leads each figure back to its place in the report', async () => {
    const page = await stage.visit({ as: 'tianbao' });
    await page.goto(address());
    await row(page).getByRole('link', { name: '109件' }).click();
    await page.waitForURL(new RegExp(`/reading/${two}`));
    await expect.poll(() => page.locator('.mark[aria-current]').textContent()).toBe('109件');
    await page.context().close();
  });

  it('goes out as a workbook and as CSV', async () => {
    const query = address().split('?')[1]!;
    const csv = await office.request.get(`${stage.web}/api/compare/file?as=csv&${query}`);
    expect(await csv.text()).toContain('样例丙市,2023年,已读报告');
    const xlsx = await office.request.get(`${stage.web}/api/compare/file?as=xlsx&${query}`);
    expect((await xlsx.body()).subarray(0, 2).toString()).toBe('PK');
    const json = (await (await office.request.get(`${stage.web}/api/compare?${query}`)).json()) as FigureComparison;
    expect(json.columns).toHaveLength(4);
  });
});

describe.each([
  ['at the desk', DESK],
  ['on the phone', PHONE],
] as const)('%s', (_, viewport) => {
  it('every view has no serious findings, one heading of the first level, a title, and fits', async () => {
    const page = await stage.visit({ viewport, as: 'tianbao' });
    for (const place of [
      `${stage.web}/compare`,
      address(),
      address('&v=chart'),
      `${stage.web}/compare?o=nowhere&p=x`,
    ]) {
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
