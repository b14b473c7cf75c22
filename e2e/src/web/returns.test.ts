import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, overflowsSideways, PHONE, type Stage, seriousFindings, startStage } from '../harness.js';
import { daysAgo } from './walk.js';

let stage: Stage;
let quarter = '';
beforeAll(async () => {
  stage = await startStage({ data: 'demo' });
  const { rows } = await stage.booted.owner.query(
    `select data ->> 'period' as period from matter where line = 'returns' and data ->> 'period' like '%Q%' limit 1`,
  );
  quarter = rows[0].period;
}, 400_000);
afterAll(() => stage?.close());

async function open(page: Page, path: string): Promise<void> {
  await page.goto(stage.web + path);
  await page.locator('h1').first().waitFor();
  await expect.poll(() => page.locator('.waiting').count()).toBe(0);
  await page.waitForLoadState('networkidle');
}

const COUNTY = 'd220821_sf';

describe('returns', () => {
  it.each([
    ['at the desk', DESK],
    ['on the phone', PHONE],
  ] as const)(
    '%s: no serious findings, nothing cut, one heading',
    async (_, viewport) => {
      const places: readonly (readonly [account: string, path: string])[] = [
        ['tianbao', '/returns'],
        ['tianbao', `/returns/${quarter}?part=mediation`],
        ['tianbao', '/returns/2023?part=enforcement'],
        ['tianbao', '/returns/2030'],
        ['tianbaohuizong', `/returns/${quarter}`],
        ['tianbaohuizong', `/returns/${quarter}?unit=${COUNTY}&part=mediation`],
        ['tianbaohuizong', '/returns/2030'],
      ];
      const pages = new Map<string, Page>();
      for (const [account, path] of places) {
        const page = pages.get(account) ?? (await stage.visit({ as: account, viewport }));
        pages.set(account, page);
        await open(page, path);
        expect(await seriousFindings(page), path).toEqual([]);
        expect(await overflowsSideways(page), path).toBe(false);
        expect(await page.locator('h1').count(), path).toBe(1);
      }
      for (const page of pages.values()) await page.context().close();
    },
    180_000,
  );

  it('are filled in with what the units below sent, checked while one types, and sent', async () => {
    const page = await stage.visit({ as: 'tianbao' });
    await open(page, `/returns/2024?part=mediation`);
    // What is approved is read.
    expect(await page.locator('#f-mediation\\.cases').count()).toBe(0);
    await open(page, `/returns/${quarter}?part=mediation`);
    await page.getByRole('button', { name: '汇总下级' }).click();
    const sums = page.locator('.sum-panel');
    await sums.getByText('还没有审定的').waitFor();
    expect(await sums.textContent()).toContain('不汇总');
    await sums.getByRole('button', { name: '不填' }).click();

    const amount = page.locator('#f-mediation\\.cases');
    await amount.fill('100');
    await page.locator('#f-mediation\\.succeeded').fill('120');
    await page.getByText('部分不能大于总数').first().waitFor();
    expect(await page.getByRole('button', { name: '报送', exact: true }).isDisabled()).toBe(true);
    // Kept over a reload before it is saved.
    await page.getByText(/草稿已存\d\d:\d\d/).waitFor();
    await page.reload();
    await expect.poll(() => page.locator('#f-mediation\\.succeeded').inputValue()).toBe('120');
    // The list of faults leads to the field, from another part of the catalogue too.
    await page.getByRole('button', { name: /^普法宣传/ }).click();
    await page.locator('.return-faults').getByRole('button').first().click();
    await page.waitForURL(/part=mediation/);
    await page.locator('#f-mediation\\.succeeded').fill('95');
    await expect.poll(() => page.locator('.return-faults').count()).toBe(0);
    // Missing is a word with its reason, never nought.
    await page.getByLabel('重大疑难纠纷数：有无').selectOption({ label: '不适用' });
    await page.getByText('没有数，须写明原因').first().waitFor();
    await page.getByLabel('重大疑难纠纷数：说明').fill('本季度没有。');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存，还没有报送。').waitFor();
    await expect.poll(() => page.locator('.return-tools').textContent()).not.toContain('正在保存');
    expect(await page.getByText('已保存，还没有报送。').isVisible()).toBe(true);
    await page.getByRole('button', { name: '报送', exact: true }).click();
    await page.getByText(/已报送吉林省司法厅/).waitFor();
    await page.getByRole('button', { name: '撤回修改' }).click();
    await page.getByText('已撤回，可以修改后再报送。').waitFor();
    await page.context().close();
  });

  it('of counties are watched by the city: who is late is reminded, who sent is approved, others are asked', async () => {
    const page = await stage.visit({ as: 'tianbaohuizong' });
    await open(page, `/returns/${quarter}`);
    expect(await page.locator('.board-of').textContent()).toMatch(/布置了5个单位：.*逾期1/);
    await page.getByLabel('催报的话（选填）').fill('请今日报送。');
    await page.getByRole('button', { name: '向逾期的1个单位催报' }).click();
    await page.getByText('已向1个单位催报。').waitFor();
    await expect.poll(() => page.locator('tbody tr', { hasText: '逾期' }).textContent()).toContain(daysAgo(0));

    await page.getByRole('link', { name: '镇赉县司法局' }).click();
    await page.getByRole('button', { name: '审定' }).click();
    await page.getByText('已审定，这些数从现在起计入指标。').waitFor();
    // What was done begins a new revision of the form; what was said of it stays.
    await page.locator('.page-head').getByText('已审定', { exact: true }).waitFor();
    expect(await page.getByText('已审定，这些数从现在起计入指标。').isVisible()).toBe(true);
    await page.getByRole('link', { name: '各单位报送情况' }).click();
    await expect.poll(() => page.locator('tbody tr', { hasText: '镇赉县司法局' }).textContent()).toContain('已审定');

    await open(page, '/returns/2030Q1');
    await page.getByRole('button', { name: '布置填报' }).click();
    await page.locator('#assign-due').fill('2030-04-10');
    await page.getByRole('button', { name: '向5个单位布置填报' }).click();
    await page.getByText('已向5个单位布置。').waitFor();
    await expect.poll(() => page.locator('.board-of').textContent()).toContain('布置了5个单位：填报中5');
    await page.context().close();

    const county = await stage.visit({ as: 'xiantianbao', viewport: PHONE });
    await open(county, '/returns');
    await county.getByRole('link', { name: '镇赉县司法局' }).first().click();
    await county.getByText('报送白城市司法局，期限2030年4月10日').waitFor();
    await county.context().close();
  });

  it('show what records give with the way to them, and print whole', async () => {
    const page = await stage.visit({ as: 'tianbao' });
    await open(page, '/returns/2023?part=reconsideration');
    expect(await page.locator('#r-reconsideration\\.accepted').textContent()).toContain('60件');
    expect(await page.locator('#r-reconsideration\\.accepted').textContent()).toContain('平台记录，不用填');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#r-mediation\\.cases').isVisible()).toBe(true);
    expect(await page.locator('.return-tools').isVisible()).toBe(false);
    await page.context().close();
  });

  it('what was approved is put right by its unit, approved, and taken over by the return above in one act', async () => {
    const county = await stage.visit({ as: 'xiantianbao' });
    await open(county, '/returns/2025?part=mediation');
    await county.getByRole('button', { name: '更正', exact: true }).click();
    await county.getByLabel('更正的理由').fill('漏报两个村的调解案件。');
    await county.getByRole('button', { name: '开始更正' }).click();
    const amount = county.locator('#f-mediation\\.cases');
    const before = Number(await amount.inputValue());
    await amount.fill(String(before + 35));
    await county.getByText('审定的数：').waitFor();
    await county.getByRole('button', { name: '报送', exact: true }).click();
    await county.getByText('更正待审核').first().waitFor();

    const reviewer = await stage.visit({ as: 'tianbaohuizong' });
    await open(reviewer, `/returns/2025?unit=${COUNTY}&part=mediation`);
    await reviewer.getByText('多35件').waitFor();
    await reviewer.getByRole('button', { name: '审定更正' }).click();
    await reviewer.getByText('更正已审定').first().waitFor();

    const city = await stage.visit({ as: 'tianbao' });
    await open(city, '/returns');
    expect(await city.getByRole('heading', { name: /下级更正了、等我计入的1张/ }).count()).toBe(1);
    await open(city, '/returns/2025?part=mediation');
    expect(await seriousFindings(city)).toEqual([]);
    await city.setViewportSize(PHONE);
    expect(await overflowsSideways(city)).toBe(false);
    await city.setViewportSize(DESK);
    await city.getByRole('button', { name: /^计入\d+项并报送/ }).click();
    await city.getByText('已计入下级更正并报送').waitFor();
    await city.getByRole('heading', { name: '更正待审核，改了1项' }).waitFor();

    // Until the province has approved it, the figure of the city is the old one and says what is coming.
    const leader = await stage.visit({ as: 'fuyijiguan' });
    await open(leader, '/dashboards/services?period=2025');
    await leader.getByText('有1处更正没有计入，点开看。').first().waitFor();
    await open(leader, '/figures/mediation.cases?period=2025');
    await leader
      .getByText(/报送更正，由\d+件改为\d+件（多35件），等待吉林省司法厅审定/)
      .first()
      .waitFor();
    await leader.locator('#rows').getByRole('link', { name: '白城市司法局' }).waitFor();
    for (const page of [county, reviewer, city, leader]) await page.context().close();
  }, 120_000);
});
