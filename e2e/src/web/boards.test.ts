import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, overflowsSideways, PHONE, type Stage, seriousFindings, startStage } from '../harness.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ data: 'demo' });
}, 400_000);
afterAll(() => stage?.close());

async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await expect.poll(() => page.locator('.waiting, .dimmed').count()).toBe(0);
  await page.waitForLoadState('networkidle');
}

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(stage.web + path);
  await settled(page);
};

const numberIn = (text: string | null): number =>
  Number(/[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', '') ?? Number.NaN);

describe('boards for leaders', () => {
  it.each([
    ['at the desk', DESK],
    ['on the phone', PHONE],
  ] as const)(
    '%s: no serious findings, nothing cut, one heading, findings as titles',
    async (_, viewport) => {
      const page = await stage.visit({ as: 'fuyijigou', viewport });
      for (const path of [
        '/dashboards',
        '/dashboards/disputes?period=2025&compare=previous',
        '/dashboards/services?period=2025',
        '/dashboards/enforcement?period=2021..2025',
        '/dashboards/overview?period=2025Q3&org=g220802&compare=superior',
        '/dashboards/nothing',
      ]) {
        await open(page, path);
        expect(await seriousFindings(page), path).toEqual([]);
        expect(await overflowsSideways(page), path).toBe(false);
        expect(await page.locator('h1').count(), path).toBe(1);
        expect(await page.title()).toMatch(/法度$/);
      }
      await page.context().close();
    },
    180_000,
  );

  it('every number opens to the records behind it, and they add up', async () => {
    const page = await stage.visit({ as: 'fuyijigou' });
    await open(page, '/dashboards/overview?period=2023');
    const card = page.locator('.key-figures li', { hasText: '受理行政复议案件数' });
    expect(await card.locator('strong').textContent()).toBe('60件');
    await card.getByRole('link').click();
    await page.waitForURL(/figures\/reconsideration\.accepted\?/);
    await expect.poll(async () => numberIn(await page.locator('.figure-value').textContent())).toBe(60);
    await page.goBack();
    await settled(page);
    const panel = page.locator('.panel', { hasText: '行政处罚最多' });
    await panel.getByRole('button', { name: '表' }).click();
    const counts = await panel.locator('tbody td:nth-child(2)').allTextContents();
    expect(counts.map(numberIn).reduce((sum, one) => sum + one, 0)).toBe(60);
    const fines = numberIn(counts[0]!);
    await panel.locator('tbody a').first().click();
    await page.getByText('只列种类：行政处罚').waitFor();
    await expect.poll(() => page.locator('.figure-rows tbody tr').count()).toBe(Math.min(50, fines));
    await page.getByRole('link', { name: '列全部记录' }).click();
    await expect.poll(() => page.locator('.figure-rows tbody tr').count()).toBe(50);
    await page.context().close();
  });

  it('place, period and comparison stand in the address', async () => {
    const page = await stage.visit({ as: 'fuyijigou' });
    await open(page, '/dashboards/disputes');
    const choose = async (box: string, option: string) => {
      await page.getByRole('combobox', { name: box }).click();
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click();
      await settled(page);
    };
    await choose('年份', '2025年');
    await choose('期间', '三季度');
    await choose('对比', '上一期');
    const address = new URL(page.url()).searchParams;
    expect([address.get('period'), address.get('compare')]).toEqual(['2025Q3', 'previous']);
    expect(await page.locator('.board-of').textContent()).toContain('2025年第三季度。对比：2025年第二季度');
    await choose('年份', '十四五');
    expect(await page.locator('.board-of').textContent()).toContain('“十四五”时期（2021—2025年）');
    await page.context().close();
  });

  it('a chart goes out as a picture that stands by itself, a board as a workbook', async () => {
    const page = await stage.visit({ as: 'fuyijigou' });
    await open(page, '/dashboards/overview?period=2025');
    const panel = page.locator('.panel').first();
    const finding = await panel.locator('h2').textContent();
    const saved = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        panel.getByRole('button', { name }).click(),
      ]);
      return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
    };
    const svg = await saved('存图（SVG）');
    expect(svg.name).toBe(`${finding}.svg`);
    expect(svg.content.toString()).toContain('数据截至');
    const png = await saved('存图（PNG）');
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    expect(png.content.length).toBeGreaterThan(5000);
    const [book] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出Excel' }).click(),
    ]);
    expect(book.suggestedFilename()).toBe('白城市人民政府法治政府建设看板2025年.xlsx');
    await page.context().close();
  });

  it('prints with the tables behind the charts and without what is pressed', async () => {
    const page = await stage.visit({ as: 'fuyijigou' });
    await open(page, '/dashboards/disputes?period=2025');
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['nav.side', '.board-tabs', '.filters', '.panel-save'])
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    expect(await page.locator('.panel table').first().isVisible()).toBe(true);
    expect(await page.locator('.panel .chart svg').first().isVisible()).toBe(true);
    expect(await page.locator('.print-foot').textContent()).toMatch(/行政争议化解看板.*打印人/);
    // Paper is narrower than the screen for which a chart was drawn, and no event tells it: the picture shrinks by itself.
    const beyond = await page.locator('.chart').evaluateAll((boxes) =>
      boxes.filter((box) => {
        (box as HTMLElement).style.width = '300px';
        return (box.querySelector('svg')?.getBoundingClientRect().width ?? 0) > 301;
      }),
    );
    expect(beyond).toHaveLength(0);
    await page.context().close();
  });

  it('opens for a county with its own numbers', async () => {
    const page = await stage.visit({ as: 'fuyijigou' });
    await open(page, '/dashboards/services?period=2025');
    const panel = page.locator('.panel', { hasText: '受理法律援助案件数最多' });
    await panel.getByRole('button', { name: '表' }).click();
    const row = panel.locator('tbody tr').first();
    const [name, count] = [
      await row.locator('td').nth(1).textContent(),
      numberIn(await row.locator('td').nth(2).textContent()),
    ];
    await row.getByRole('link').click();
    await page.waitForURL(/figures\/legal_aid\.accepted/);
    await expect.poll(async () => numberIn(await page.locator('.figure-value').textContent())).toBe(count);
    expect(await page.locator('.figure-of').textContent()).toContain(name);
    await page.context().close();
  });
});
