import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fillLawBase, importLaws, raiseAlerts } from '@fadu/server';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, overflowsSideways, PHONE, phantomHeight, type Stage, seriousFindings, startStage } from '../harness.js';
import { application, Desk } from '../web/walk.js';
import { writeTexts } from './texts.js';

let stage: Stage;
let folders: ReturnType<typeof writeTexts>;
let code: string;
let matter: string;

beforeAll(async () => {
  stage = await startStage();
  folders = writeTexts();
  const desk = await Desk.of(stage, 'denglujian');
  const agency = (await Desk.of(stage, 'dafu')).me.posts[0]!.org;
  matter = (await desk.open('reconsideration', 'register', application(agency, 1))).id;
});
afterAll(async () => {
  await stage?.close();
  rmSync(dirname(folders.first), { recursive: true, force: true });
});

const open = async (page: Page, path: string) => {
  await page.goto(stage.web + path);
  await page.waitForLoadState('networkidle');
};

describe('an empty base', () => {
  it('says in one line how to fill it, and is no entry of the portal', async () => {
    const page = await stage.visit({ as: 'chengban' });
    await open(page, '/law');
    await page.locator('main').getByText('npx fadu law import').waitFor();
    await page.goto(stage.portal);
    await page.getByText('验证文书').first().waitFor();
    expect(await page.getByText('查法规').count()).toBe(0);
    await page.context().close();
  });
});

describe('a base with texts', () => {
  beforeAll(async () => {
    const { owner } = stage.booted;
    await importLaws(owner, folders.first);
    await importLaws(owner, folders.second);
    await raiseAlerts(stage.booted);
    code = (await owner.query("select code from law where title like '%样例管理法'")).rows[0].code;
  });

  it('finds a law by its initials while one types, a clause by its number, and words in the text', async () => {
    const page = await stage.visit({ as: 'chengban' });
    await open(page, '/law');
    const field = page.getByRole('combobox', { name: '法规名称、条号或者条文里的词' });
    await field.fill('ylglf3');
    await page.getByRole('option', { name: /样例管理法第三条/ }).waitFor();
    await field.press('ArrowDown');
    await field.press('Enter');
    await page.waitForURL(/at=T0003\.00/);
    expect(await page.locator('.law-article.chosen').textContent()).toContain('七日内答复');
    await open(page, '/law?q=伪造样例');
    expect(await page.locator('.law-hits mark').first().textContent()).toMatch(/伪造|样例/);
    await open(page, '/law?q=收到申请十日内答复&all=1');
    await page.getByText('不再有效', { exact: false }).first().waitFor();
    await page.context().close();
  });

  it('opens a clause from the search over everything, by keys, and lists laws with their number', async () => {
    const page = await stage.visit({ as: 'chengban' });
    await open(page, '/todo');
    await page.getByRole('combobox', { name: /^搜索案号/ }).waitFor();
    await page.keyboard.press('Control+K');
    await page.keyboard.type('ylglf4.1(2)');
    await page.getByRole('option', { name: /^条文.*样例管理法第四条第一款第（二）项/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/at=T0004\.00%2FK01%2FI02/);
    expect(await page.locator('.law-article mark').textContent()).toBe('（二）伪造样例的。');
    await page.keyboard.press('Control+K');
    await page.keyboard.type('样例管理');
    await page.getByRole('option', { name: /^法规 1部.*样例管理法/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    await page.locator('main').getByRole('link', { name: '1部 ›' }).click();
    await page.waitForURL(/\/law\?q=/);
    await page.context().close();
  });

  it('reads the text of a day, shows what changed since, and what a citation leads to', async () => {
    const page = await stage.visit({ as: 'chengban' });
    await open(page, `/law/${code}/T0002.00?on=2015-06-01`);
    expect(await page.locator('.law-article.chosen').textContent()).toContain('十日内');
    await page.locator('.law-bar').getByText('当日有效').waitFor();
    await page.getByText('○仅知沿革，无文本').waitFor();
    await page.getByRole('button', { name: '2020-09-01', exact: true }).click();
    await page.locator('.law-day').getByText('2020年9月1日起施行').waitFor();
    await page.getByLabel('对照').selectOption('2010-07-01');
    await page.getByText('修改3条，新增1条，删去0条').waitFor();
    await page.getByRole('button', { name: '下一处' }).click();
    await page.getByRole('button', { name: '下一处' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('T0003.00');
    expect(await page.locator('#T0003\\.00 del').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('十')]),
    );
    await page.getByRole('button', { name: '结束对照' }).click();
    await page.getByRole('link', { name: '本法第三条' }).hover();
    await page.getByRole('tooltip').getByText('七日内答复').waitFor();
    await page.context().close();
  });

  it('moves through the texts by a slider, by keys and by hand, at the desk and on the phone', async () => {
    const page = await stage.visit({ as: 'chengban' });
    await open(page, `/law/${code}?on=2015-06-01`);
    const slider = page.getByRole('slider', { name: '第1个文本，共2个' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('2010-07-01施行的文本');
    await slider.press('ArrowRight');
    await page.waitForURL(/on=2020-09-01/);
    await page.locator('.law-day').getByText('2020年9月1日起施行').waitFor();
    const later = page.getByRole('slider', { name: '第2个文本，共2个' });
    // The next key goes on from here.
    expect(await later.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/on=2010-07-01/);
    await page.locator('.law-day').getByText('2010年7月1日起施行').waitFor();
    await page.setViewportSize({ ...PHONE });
    const { x, y, width, height } = (await page.getByRole('slider').boundingBox())!;
    expect(height).toBeGreaterThanOrEqual(44);
    await page.mouse.click(x + width - 4, y + height / 2);
    await page.waitForURL(/on=2020-09-01/);
    expect(await overflowsSideways(page)).toBe(false);
    await page.context().close();
  });

  it('pages through all who cite an article, in the workbench and in the portal', async () => {
    const many = 430;
    const page = await stage.visit({ as: 'chengban' });
    // A base of this size takes long to build: the rows are made up on the way, in the order of the pages.
    await page.route(/\/clause\?/, async (route) => {
      const clause = await (await route.fetch()).json();
      const from = Number(new URL(route.request().url()).searchParams.get('from') ?? 0);
      const citedBy = Array.from({ length: Math.min(200, many - from) }, (_, index) => ({
        ...clause.citedBy[0],
        label: `样例第${from + index + 1}处`,
      }));
      await route.fulfill({ json: { ...clause, citedBy, citedByCount: many } });
    });
    await open(page, `/law/${code}?at=T0003.00`);
    const panel = page.getByRole('complementary', { name: '本条' });
    await panel.getByRole('heading', { name: '被引 430' }).waitFor();
    expect(await panel.getByText(/样例第\d+处/).count()).toBe(8);
    await panel.getByRole('button', { name: '全部430处' }).click();
    await panel.getByText('第1页，共3页430处').waitFor();
    await panel.getByRole('button', { name: '后一页' }).click();
    await panel.getByRole('button', { name: /样例第201处$/ }).waitFor();
    await panel.getByRole('button', { name: '后一页' }).click();
    await panel.getByRole('button', { name: /样例第430处$/ }).waitFor();
    expect(await panel.getByText(/样例第\d+处/).count()).toBe(30);
    expect(await panel.getByRole('button', { name: '后一页' }).isDisabled()).toBe(true);
    await page.goto(`${stage.portal}/law/${code}?at=T0003.00`);
    await page.getByText('被引 430').click();
    await page.getByRole('button', { name: '再看200处（还有410处）' }).click();
    await page.getByText('样例第220处').waitFor();
    await page.getByRole('button', { name: '再看200处（还有210处）' }).click();
    await page.getByRole('button', { name: '看其余10处' }).click();
    await page.getByText('样例第430处').waitFor();
    expect(await page.getByRole('button', { name: /^再看|^看其余/ }).count()).toBe(0);
    await page.context().close();
  });

  it('says of an article where it comes from and who cites it, goes on by keys, and tells a wrong address', async () => {
    const page = await stage.visit({ as: 'chengban' });
    await open(page, `/law/${code}?at=T0003.00`);
    const panel = page.getByRole('complementary', { name: '本条' });
    await panel.getByRole('button', { name: '2010-07-01施行的文本第二条' }).waitFor();
    await panel.getByRole('button', { name: '本法 第四条' }).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForURL(/at=T0004\.00/);
    await open(page, `/law/${code}?at=T0004.00%2FK01%2FI02`);
    expect(await page.locator('.law-article mark').textContent()).toBe('（二）伪造样例的。');
    await open(page, `/law/${code}?at=T0099.00`);
    await page.getByText('最后一条是第五条').waitFor();
    await open(page, '/law/没有的法');
    await page.getByRole('heading', { name: '没有找到' }).waitFor();
    await page.context().close();
  });

  it('lets an editor, and nobody else, record what was done about a change', async () => {
    const other = await stage.visit({ as: 'chengban' });
    await open(other, '/law/impact');
    await other.getByText('白城市样例条例').first().waitFor();
    expect(await other.getByRole('button', { name: /^处置/ }).count()).toBe(0);
    await other.context().close();
    const page = await stage.visit({ as: 'fagui' });
    await open(page, '/law/impact');
    const alert = page.locator('.law-alerts > li').filter({ hasText: '白城市样例条例' });
    await alert.getByRole('button', { name: /^处置/ }).click();
    await alert.getByRole('button', { name: '记录处置' }).click();
    await alert.getByText('请选处置结果。').waitFor();
    await alert.getByLabel('已修改').check();
    await alert.getByLabel('理由或者改到哪里').fill('改引第三条。');
    await alert.getByRole('button', { name: '记录处置' }).click();
    await expect.poll(() => alert.count()).toBe(0);
    await page.getByRole('button', { name: '已修改' }).click();
    await page.getByText('已修改：改引第三条。').waitFor();
    const table = await page.context().request.get(`${stage.web}/api/law/alerts.csv?handled=changed`);
    expect(await table.text()).toContain('"白城市样例条例 第一条"');
    await page.context().close();
  });

  it('opens an address in any form, marks the unit, and says which part of a wrong one exists', async () => {
    const page = await stage.visit({ as: 'chengban' });
    await open(page, `/law/${encodeURIComponent('样例管理法')}?at=${encodeURIComponent('第四条第一款第（二）项')}`);
    expect(await page.locator('.law-article.chosen mark').textContent()).toBe('（二）伪造样例的。');
    const panel = page.getByRole('complementary', { name: '本条' });
    await panel.getByRole('heading', { name: '第四条第（二）项 T0004.00/K01/I02' }).waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = async (name: string) => {
      await panel.getByRole('button', { name }).click();
      await panel.getByRole('button', { name: '已复制' }).first().waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied('复制引用')).toBe('《样例管理法》第四条第（二）项');
    expect(await copied('复制编码')).toBe(`${code}@20200901#T0004.00/K01/I02`);
    await open(page, `/law/${code}?at=T0004.00/K05`);
    await panel.getByRole('alert').getByText('第四条只有一款，没有第五款。').waitFor();
    expect(await page.locator('.law-article.chosen').textContent()).toContain('第四条');
    await open(page, `/law/${code}?at=T0099.00`);
    await page.getByRole('alert').getByText('没有第九十九条，最后一条是第五条。', { exact: false }).waitFor();
    await page.goto(`${stage.portal}/law/${code}?at=T0004.00/K05`);
    await page.getByRole('alert').getByText('第四条只有一款，没有第五款。').waitFor();
    await open(page, `/law/${encodeURIComponent('没有的样例法')}`);
    await page.getByRole('link', { name: '搜索“没有的样例法”' }).waitFor();
    expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0);
    await page.context().close();
  });

  it('prints a law or one article of it with state and day, nothing cut off at the side', async () => {
    const page = await stage.visit({ as: 'chengban' });
    await open(page, `/law/${code}?at=T0004.00&vs=2010-07-01`);
    await page.locator('.law-article.chosen').waitFor();
    await page.emulateMedia({ media: 'print' });
    const left = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => one.getBoundingClientRect().left);
    expect(await left('.law-article .law-words')).toBeGreaterThanOrEqual(await left('.law-head h1'));
    expect(await page.getByText('施行的文本比2010-07-01施行的', { exact: false }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '下一处' }).isVisible()).toBe(false);
    await page.evaluate(() => {
      document.documentElement.dataset.print = 'clause';
    });
    expect(await page.locator('.law-article:visible').count()).toBe(1);
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${stage.portal}/law/${code}?at=T0004.00`);
    await page.locator('.law-article.picked').waitFor();
    const lines = await page
      .locator('.law-article.picked .law-words')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(lines.every((top, index) => index === 0 || top > lines[index - 1]!)).toBe(true);
    await page.emulateMedia({ media: 'print' });
    await page.getByText(/读取日\d{4}年/).waitFor();
    await page.context().close();
  });

  it('takes texts at the desk only when another editor releases them', async () => {
    const page = await stage.visit({ as: 'fagui' });
    await open(page, '/law/desk');
    await page.getByLabel('批次名称').fill('样例批次');
    await page.getByLabel('文件', { exact: true }).setInputFiles({
      name: '样例校核法(2021-03-01).md',
      mimeType: 'text/markdown',
      buffer: Buffer.from(
        '# 中华人民共和国样例校核法\n2021年3月1日样例大会通过\n\n<!-- INFO END -->\n第一条 样例应当校核。\n第二条 本法自2021年5月1日起施行。',
      ),
    });
    await page.getByRole('button', { name: '送校' }).click();
    await page.getByText('送校人不能放行自己送校的批次').waitFor();
    await page.getByRole('button', { name: /^第一条/ }).click();
    expect(await page.locator('.law-source .here').textContent()).toContain('第一条 样例应当校核');
    expect(await seriousFindings(page)).toEqual([]);
    const line = page.locator('.law-source p').filter({ hasText: '第二条' });
    await line.getByRole('button', { name: /^校正/ }).click();
    const form = page.getByRole('form', { name: '校正一行' });
    await form.getByLabel('这一行').fill('第二条 校核应当留痕。\n第三条 本法自2021年5月1日起施行。');
    await form.getByRole('button', { name: '校正这一行' }).click();
    await form.getByText('请写明理由', { exact: false }).waitFor();
    await form.getByLabel('理由').fill('对照样例公报第1期');
    await form.getByRole('button', { name: '校正这一行' }).click();
    await page.getByRole('heading', { name: '校正 1处，其中改字1处，只改断行0处' }).waitFor();
    await page.getByRole('button', { name: /^第三条/ }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const address = page.url();
    await page.context().close();
    const other = await stage.visit({ as: 'fagui2' });
    await other.goto(address);
    await other.getByText('改字：对照样例公报第1期', { exact: false }).waitFor();
    expect(await other.getByRole('button', { name: /^校正/ }).count()).toBe(0);
    await other.getByRole('button', { name: '放行入库' }).click();
    await other.getByText('新入库1个文本').waitFor();
    await open(other, '/law?q=样例应当校核');
    await other.locator('.law-hits').getByText('第一条').first().waitFor();
    await other.context().close();
    const stranger = await stage.visit({ as: 'chengban' });
    await open(stranger, '/law/desk');
    await stranger.getByText('只有法规编辑可以送校和放行').waitFor();
    await stranger.context().close();
  });

  it('says of each file that is brought what became of it, keeps none back for another, and takes more later', async () => {
    const page = await stage.visit({ as: 'fagui' });
    await open(page, '/law/desk');
    const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    const law = (title: string) =>
      `# ${title}\n2021年3月1日样例部公布\n\n<!-- INFO END -->\n第一条 样例。\n第二条 本办法自2021年5月1日起施行。`;
    await page
      .getByLabel('文件', { exact: true })
      .setInputFiles([
        file('样例甲办法.md', law('样例甲办法')),
        file('样例空办法.md', ''),
        file('样例乙办法.txt', law('样例乙办法')),
        file('样例照片.jpg', 'x'),
      ]);
    await page.getByText('不送1件，不是md、txt、html、docx：样例照片.jpg。').waitFor();
    await page.getByRole('button', { name: '送校' }).click();
    await page.getByText('请写批次名称，不少于2个字。').waitFor();
    await page.getByLabel('批次名称').fill('样例几件');
    await page.getByRole('button', { name: '送校' }).click();
    const results = page.getByRole('list', { name: '送校结果' }).getByRole('listitem');
    await results.nth(0).getByText('已送：样例甲办法，2021-05-01施行').waitFor();
    await results.nth(1).getByText('已送，不能入库', { exact: false }).waitFor();
    await results.nth(2).getByText('已送：样例乙办法，2021-05-01施行').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '看已经送到的' }).click();
    await page.getByRole('list', { name: '文本' }).getByText('样例乙办法').waitFor();
    await page.getByText('再添文件').click();
    await page.getByLabel('文件', { exact: true }).setInputFiles(file('样例丙办法.md', law('样例丙办法')));
    await page.getByRole('button', { name: '送校' }).click();
    await page.getByRole('list', { name: '文本' }).getByText('样例丙办法').waitFor();
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByText('已撤回', { exact: false }).first().waitFor();
    expect(await page.getByText('再添文件').count()).toBe(0);
    await page.context().close();
  });

  it('shows the clause beside a matter, and leads to the whole law with the way back', async () => {
    const page = await stage.visit({ as: 'chengban' });
    await open(page, `/matters/${matter}`);
    const card = page.locator('.basis-card').filter({ hasText: '行政复议法' }).first();
    await card.getByRole('button', { name: /^看条文/ }).click();
    await card.getByText(/这是样例条文之/).waitFor();
    await card.getByRole('link', { name: /全文和沿革/ }).click();
    await page.waitForURL(/\/law\/.*matter=/);
    await page.locator('.law-article.chosen').waitFor();
    await page.locator('.law-day').getByRole('link').click();
    await page.waitForURL(`**/matters/${matter}**`);
    await page.context().close();
  });

  it('is looked through without words: what changed lately, by kind, by where a text stands', async () => {
    const page = await stage.visit({ as: 'chengban' });
    await open(page, '/law');
    await page.getByRole('heading', { name: '最近施行' }).waitFor();
    await page.getByRole('button', { name: '法律', exact: true }).click();
    await page.waitForURL(/kind=L/);
    await page.getByRole('heading', { name: /^目录/ }).waitFor();
    await page.getByRole('cell', { name: /样例管理法/ }).waitFor();
    await open(page, '/law?state=superseded');
    await page.getByRole('link', { name: /样例管理法/ }).click();
    await page.waitForURL(/on=2010-07-01/);
    await open(page, '/law?kind=B');
    await page.getByText('没有符合筛选', { exact: false }).waitFor();
    // A technical code that was copied opens its place.
    await open(page, '/law');
    const field = page.getByRole('combobox', { name: '法规名称、条号或者条文里的词' });
    await field.fill(`${code}@20100701#T0002.00`);
    await field.press('Enter');
    await page.waitForURL(/on=2010-07-01/);
    expect(await page.locator('.law-article.chosen').textContent()).toContain('十日内');
    await page.goto(`${stage.portal}/law?kind=L`);
    await page.getByRole('link', { name: /样例管理法/ }).waitFor();
    await page.getByLabel('适用的地方').selectOption({ index: 1 });
    await page.waitForURL(/region=/);
    await page.context().close();
  });

  it('leads from a text to the article that had the number when it was written, and says so', async () => {
    const page = await stage.visit({ as: 'chengban' });
    await open(page, `/law/${encodeURIComponent('白城市样例条例')}`);
    const cited = page.locator('.law-cited.then').first();
    await cited.hover();
    const tip = page.getByRole('tooltip');
    await tip.getByText('按引用时有效的文本（2010-07-01施行）。现为第三条，文字不同。').waitFor();
    await cited.click();
    await page.waitForURL(/on=2010-07-01/);
    expect(await page.locator('.law-article.chosen').textContent()).toContain('十日内');
    await open(page, `/law/${code}?at=T0003.00`);
    await page
      .getByRole('complementary', { name: '本条' })
      .getByRole('button', { name: /白城市样例条例/ })
      .waitFor();
    await page.context().close();
  });

  it('registers many at once: pasted rows and documents, what is wrong beside each, put right in its place', async () => {
    const page = await stage.visit({ as: 'dafu' });
    await open(page, '/law/dependents');
    await page.getByRole('button', { name: '一次登记多件' }).click();
    await page
      .getByLabel('依次为类别', { exact: false })
      .fill(
        '权力事项\t样例许可\t样-1\t答复承办人\t《样例管理法》第四条\n权力事项\t样例检查\t\t答复承办人\t《样例管理法》第九条',
      );
    await page.getByRole('button', { name: '加入下表' }).click();
    await page.getByText('共2件：可以登记1件，要改1件。').waitFor();
    await page.getByLabel('可以一次选多件', { exact: false }).setInputFiles({
      name: '样例办法.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(
        '某局样例办法\n第一条 根据《中华人民共和国样例管理法》第四条，制定本办法。\n第二条 样例应当整洁。',
      ),
    });
    await page.getByText('共3件：可以登记2件，要改1件。').waitFor();
    const faulty = page.getByRole('row', { name: /样例检查/ });
    await faulty.getByText('没有第九条', { exact: false }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await faulty.getByRole('button', { name: /^改/ }).click();
    await faulty.getByLabel('依据原文').fill('《样例管理法》第四条');
    await faulty.getByRole('button', { name: '改好' }).click();
    await page.getByText('共3件：可以登记3件。').waitFor();
    await page.getByRole('button', { name: '登记3件' }).click();
    await page.getByText('共3件：已登记3件。').waitFor();
    await page
      .getByRole('cell', { name: /^某局样例办法/ })
      .last()
      .waitFor();
    await page.setViewportSize({ ...PHONE });
    expect(await overflowsSideways(page)).toBe(false);
    await page.context().close();
  });

  it('is read by citizens on a phone, with tools after the words, and without script', async () => {
    const page = await stage.visit({ viewport: PHONE });
    await page.goto(`${stage.portal}/law`);
    await page.getByLabel('法规名称、第几条，或者条文里的词').fill('样例管理法3');
    await page.getByRole('button', { name: '查', exact: true }).click();
    await page
      .getByRole('link', { name: /样例管理法\s*第三条/ })
      .first()
      .click();
    await page.locator('.law-article.picked').getByText('七日内答复').waitFor();
    expect(await page.locator('.law-article .law-tools').count()).toBe(0);
    await page.getByText('沿革 1').click();
    await page.getByRole('link', { name: '2010年7月1日起施行的第二条' }).click();
    await page.getByText('当日有效').waitFor();
    await page.getByText('十日内答复').waitFor();
    await page.getByRole('link', { name: '下一条' }).click();
    await page.waitForURL(/at=T0003\.00/);
    await page.goto(`${stage.portal}/law/${code}`);
    await page.getByText('换日期、看历次文本').click();
    const slider = page.getByRole('slider', { name: '第2个文本，共2个' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('2020年9月1日起施行');
    await slider.press('ArrowLeft');
    await page.getByText('2010年7月1日起施行').first().waitFor();
    await page.waitForURL(/on=2010-07-01/);
    await page.goto(`${stage.portal}/law/${code}`);
    await page.getByText('换日期、看历次文本').click();
    await page.getByRole('link', { name: '和上一个文本对照，看改了什么' }).click();
    await page.getByText('修改3条，新增1条，删去0条', { exact: false }).waitFor();
    const changed = page.locator('.law-changed').filter({ hasText: '第三条（原第二条）　修改' });
    expect(await changed.locator('del').allTextContents()).toEqual([expect.stringContaining('十')]);
    expect(await changed.locator('ins').first().textContent()).toContain('七');
    expect(await overflowsSideways(page)).toBe(false);
    await page.getByRole('button', { name: '看全部5条' }).click();
    expect(await page.locator('.law-changed').count()).toBe(5);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    expect(
      await changed
        .locator('del')
        .first()
        .evaluate((one) => getComputedStyle(one).textDecorationLine),
    ).toBe('line-through');
    await page.emulateMedia({ media: 'screen' });
    const plain = await page.context().request.get(`${stage.portal}/law/${code}?on=2024-01-01&vs=2015-06-01`);
    expect(await plain.text()).toMatch(/<del>十[^<]*<\/del><ins>七/);
    const bare = await page.context().request.get(`${stage.portal}/law/${code}?on=2015-06-01`);
    const html = await bare.text();
    expect(html).toContain('样例机关应当自收到申请之日起十日内答复');
    expect(html).toContain('读取日2015年6月1日');
    const found = await (
      await page.context().request.get(`${stage.portal}/law?q=${encodeURIComponent('样例<b>')}`)
    ).text();
    expect(found).toContain('样例&lt;b&gt;');
    await page.context().close();
  });

  describe.each([
    ['at the desk', DESK],
    ['on the phone', PHONE],
  ] as const)('%s', (_, viewport) => {
    it.each([
      '/law',
      '/law?q=样例',
      '/law?q=没有这样的词',
      '/law?kind=L',
      '/law/CODE?at=T0003.00',
      '/law/CODE?vs=2010-07-01',
      '/law/impact?law=CODE&at=T0003.00',
      '/law/impact',
      '/law/dependents',
      '/todo?view=law',
      '/law/desk',
      '/law/desk/1',
      '/portal/law',
      '/portal/law?q=样例',
      '/portal/law?kind=L',
      '/portal/law/CODE?at=T0003.00',
      '/portal/law/CODE?vs=2010-07-01',
    ])('%s has no serious findings, and fits', async (path) => {
      const page = await stage.visit({ viewport, as: 'fagui' });
      await open(page, path.replace('CODE', code));
      await page.locator('h1').first().waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      expect(await overflowsSideways(page)).toBe(false);
      expect(await phantomHeight(page)).toBeLessThanOrEqual(1);
      expect(await page.locator('h1').count()).toBe(1);
      await page.context().close();
    });
  });

  it('reaches whoever answers for a registered item, in the to-do, and records who did what', async () => {
    const page = await stage.visit({ as: 'dafu' });
    await open(page, '/law/dependents');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByLabel('权力事项').check();
    await page.getByLabel('名称').fill('样例登记');
    await page.getByLabel('责任岗位').selectOption({ label: '答复承办人' });
    await page.getByLabel('依据原文').fill('《中华人民共和国样例管理法》第九条');
    await page.getByText('没有该条款').waitFor();
    await page.getByRole('button', { name: '登记引用' }).click();
    await page.getByText('不能登记：有1处引用不对', { exact: false }).waitFor();
    await page.getByLabel('依据原文').fill('《中华人民共和国样例管理法》第三条');
    await page.getByLabel('引用依据核验').getByText('现行有效', { exact: true }).waitFor();
    await page.getByRole('button', { name: '登记引用' }).click();
    await page.getByRole('cell', { name: '样例登记', exact: true }).waitFor();
    await importLaws(stage.booted.owner, folders.third);
    await raiseAlerts(stage.booted);
    await open(page, '/todo');
    await page.getByRole('button', { name: '法规变动 1' }).click();
    const alert = page.locator('.law-alerts > li').filter({ hasText: '样例登记' });
    await alert.getByText('2024-09-01起修改', { exact: false }).waitFor();
    await alert.getByRole('button', { name: /^处置/ }).click();
    await alert.getByLabel('无须修改').check();
    await alert.getByLabel('理由或者改到哪里').fill('只改了期限，事项不变。');
    await alert.getByRole('button', { name: '记录处置' }).click();
    await page.getByText('没有本岗位要处置的', { exact: false }).waitFor();
    await open(page, '/law/impact?state=noChange&mine=1');
    await page.getByText(/只改了期限，事项不变。（.*答复承办人/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });
});

describe('an import that runs beside', () => {
  it('is seen on the page with how far it has got, and what is in can be searched', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fadu-e2e-import-'));
    for (let n = 0; n < 2500; n += 1)
      writeFileSync(
        join(folder, `样例第${n}号办法.md`),
        `# 样例第${n}号办法\n2021年3月1日样例部公布\n\n<!-- INFO END -->\n第一条 编号样例应当留存。\n第二条 本办法自2021年5月1日起施行。`,
      );
    const page = await stage.visit({ as: 'chengban' });
    // The page is at hand before it begins: an import is over in seconds.
    await open(page, '/law');
    const filled = fillLawBase(stage.booted, folder);
    const begun = async () => (await page.context().request.get(`${stage.web}/api/public/law/status`)).json();
    await expect.poll(async () => (await begun()).importing !== null, { interval: 20, timeout: 10_000 }).toBe(true);
    await page.reload();
    await page.getByText(/正在入库：入库 [\d,]+\/2,500。入完库的已经可以查。/).waitFor();
    await filled;
    await page.goto(`${stage.web}/law`);
    await page.getByText(/现有法规2,5\d\d部/).waitFor();
    expect(await page.getByText('正在入库').count()).toBe(0);
    await page.goto(`${stage.web}/law?q=编号样例`);
    await page.locator('.law-hits').getByText('第一条').first().waitFor();
    await page.context().close();
    rmSync(folder, { recursive: true, force: true });
  });
});
