import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { PublicMatter } from '@fadu/wire';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, overflowsSideways, PHONE, phantomHeight, type Stage, seriousFindings, startStage } from '../harness.js';
import { fillApplication, submitApplication, title } from './walk.js';

let stage: Stage;
let applicant: Page;
let matter: PublicMatter;
let ticket: { receipt: string; queryCode: string };

beforeAll(async () => {
  stage = await startStage();
  applicant = await stage.visit({ viewport: PHONE });
  await applicant.goto(`${stage.portal}/apply/reconsideration/1`);
  await fillApplication(applicant);
  const { receipt, queryCode } = await submitApplication(applicant);
  ticket = { receipt, queryCode };
  const answer = await applicant.request.post(`${stage.web}/api/public/track`, { data: ticket });
  matter = (await answer.json()) as PublicMatter;
});
afterAll(() => stage?.close());

describe('a document anyone may verify', () => {
  const code = () => matter.documents[0]!.code;

  it('is genuine by its code, with a proof that is checked on the device', async () => {
    const page = await stage.visit({ viewport: PHONE });
    await page.goto(`${stage.portal}/`);
    await page.getByLabel('收件编号、文书核验码').fill(code().toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: '查', exact: true }).click();
    await title(page, '这份文书是真实的');
    // The ledger records within seconds; until then the page says so.
    await expect
      .poll(
        async () => {
          await page.reload();
          await title(page, '这份文书是真实的');
          return page.getByRole('button', { name: '在本机核验证明' }).count();
        },
        { timeout: 20_000, interval: 1000 },
      )
      .toBe(1);
    await expect.poll(() => waitsForRecord(page), { timeout: 20_000, interval: 1000 }).toBe(false);
    await page.getByRole('button', { name: '在本机核验证明' }).click();
    await page.getByText('签名与平台公布的公钥相符').waitFor();

    // The bundle as a file, whole and then with one letter of the record changed.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载证明包' }).click(),
    ]);
    const proof = readFileSync(await download.path(), 'utf8');
    await page.goto(`${stage.portal}/verify`);
    const pick = page.locator('.proof input[type=file]');
    await pick.setInputFiles([{ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(proof) }]);
    await page.getByText('记录真实').waitFor();
    const bent = JSON.stringify({ ...JSON.parse(proof), content: JSON.parse(proof).content.replace(/\d/, 'x') });
    await pick.setInputFiles([{ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(bent) }]);
    await page.getByText('内容被改动').waitFor();
    await page.context().close();
  });

  it('as a file is compared letter by letter: the one issued, and one with a byte changed', async () => {
    const page = await stage.visit({ viewport: PHONE });
    const answer = await page.request.post(`${stage.web}/api/public/documents/${matter.documents[0]!.id}`, {
      data: ticket,
    });
    const issued = await answer.body();
    const altered = Buffer.from(issued);
    altered[altered.length - 30]! ^= 1;
    await page.goto(`${stage.portal}/verify/${code()}`);
    await title(page, '这份文书是真实的');
    const pick = page.locator('#compare');
    await pick.setInputFiles([{ name: '回执.docx', mimeType: 'application/octet-stream', buffer: issued }]);
    await page.getByText('“回执.docx”与签发的文书一字不差').waitFor();
    await pick.setInputFiles([{ name: '改过.docx', mimeType: 'application/octet-stream', buffer: altered }]);
    await page.getByText('“改过.docx”与签发的文书不同').waitFor();
    await page.context().close();
  });

  it('that is unknown is neither called false nor true', async () => {
    const page = await stage.visit({ viewport: PHONE });
    await page.goto(`${stage.portal}/verify/FD-ABCD-2345`);
    await title(page, '没有查到这个核验码');
    expect(await page.locator('main').textContent()).toContain('查不到不等于是假的');
    await page.context().close();
  });

  it('is verified without script too, and the home page names its entries and the telephone', async () => {
    const at = async (path: string) => (await applicant.request.get(`${stage.portal}${path}`)).text();
    expect(await at(`/verify/${code()}`)).toContain('<h1>这份文书是真实的</h1>');
    const home = await at('/');
    expect(home).toContain('tel:12348');
    expect(home).toContain('<strong>申请行政复议</strong>');
    expect(home).not.toContain('fadu:body');
  });
});

/** Each kind of page: its address and the words that show it is there. */
const pages = (): readonly (readonly [string, string])[] => [
  ['/', '您要办什么事'],
  ['/check/reconsideration', '您遇到的是什么事'],
  ['/check/reconsideration/result', '还来得及'],
  ['/apply/reconsideration', '申请行政复议'],
  ['/apply/reconsideration/1', '谁来申请'],
  ['/apply/reconsideration/3', '对什么行为不服'],
  ['/apply/reconsideration/7', '证据材料'],
  ['/apply/reconsideration/organ', '向谁申请'],
  ['/apply/reconsideration/review', '核对'],
  ['/apply/reconsideration/receipt', '已收到您的申请'],
  ['/track', '正在审查是否受理'],
  ['/track/do/submitMaterial', '补充材料'],
  [`/track/document/${matter.documents[0]!.id}`, '收件回执'],
  [`/verify/${matter.documents[0]!.code}`, '这份文书是真实的'],
  ['/verify', '验证文书'],
  ['/verify/FD-ABCD-2345', '没有查到'],
  ['/care', '关怀版'],
  ['/accessibility', '无障碍声明'],
  ['/sitemap', '网站地图'],
  ['/nowhere', '没有这个页面'],
];

describe('every kind of page', () => {
  it.each([
    ['390 px', PHONE, false],
    ['1440 px', DESK, false],
    ['390 px in 关怀版', PHONE, true],
  ] as const)(
    '%s: no serious finding of axe, one h1, nothing sideways, 12348',
    async (_, viewport, care) => {
      const page = await opened(viewport);
      if (care) await page.goto(`${stage.portal}/care`).then(() => title(page, '关怀版'));
      const found: string[] = [];
      for (const [path, words] of pages()) {
        if (path === '/care' && !care) continue;
        await page.goto(stage.portal + path);
        await title(page, words);
        // The paper stands in a frame that runs no script, so axe cannot look inside it.
        await page.evaluate(() => document.querySelector('iframe')?.remove());
        for (const finding of await seriousFindings(page)) found.push(`${path} ${finding}`);
        if ((await page.locator('h1').count()) !== 1) found.push(`${path} has not one h1`);
        if (await overflowsSideways(page)) found.push(`${path} moves sideways`);
        if ((await phantomHeight(page)) > 1) found.push(`${path} is longer than what it shows`);
        if ((await page.locator('footer a[href="tel:12348"]').count()) !== 1) found.push(`${path} has no telephone`);
        for (const small of await smallTargets(page, 44)) found.push(`${path} small target: ${small}`);
      }
      expect(found).toEqual([]);
      await page.context().close();
    },
    180_000,
  );

  it('320 px: nothing sideways', async () => {
    const page = await opened({ width: 320, height: 640 });
    const wide: string[] = [];
    for (const [path, words] of pages()) {
      if (path === '/care') continue;
      await page.goto(stage.portal + path);
      await title(page, words);
      if (await overflowsSideways(page)) wide.push(path);
    }
    expect(wide).toEqual([]);
    await page.context().close();
  });

  it('home and verification load under 90 kB of script, an application under 150 kB, nothing from elsewhere', async () => {
    const page = await opened(PHONE);
    const scripts = new Map<string, number>();
    const elsewhere: string[] = [];
    page.on('response', async (response) => {
      const url = response.url();
      if (!url.startsWith(stage.web) && !/^(data|blob):/.test(url)) elsewhere.push(url);
      if (response.status() === 200 && /\.js$/.test(new URL(url).pathname))
        scripts.set(url, gzipSync(await response.body()).length);
    });
    const total = () => [...scripts.values()].reduce((sum, size) => sum + size, 0);
    await page.goto(`${stage.portal}/`, { waitUntil: 'networkidle' });
    expect(total()).toBeGreaterThan(1000);
    expect(total()).toBeLessThan(90_000);
    await page.goto(`${stage.portal}/apply/reconsideration/1`, { waitUntil: 'networkidle' });
    expect(total()).toBeLessThan(150_000);
    expect(elsewhere).toEqual([]);
    await page.context().close();
  });
});

/** A page on which the matter is open and the receipt is kept, as in the window of the one who applied. */
async function opened(viewport: { width: number; height: number }): Promise<Page> {
  const page = await stage.visit({ viewport });
  const knewOn = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
  const answers = { matter: 'decision', respondentKind: 'department', knewOn, told: 'yes', sued: 'no' };
  const kept = {
    ...(await applicant.evaluate(() => Object.fromEntries(Object.entries(sessionStorage)))),
    'fadu.guide.reconsideration': JSON.stringify(answers),
  };
  await page.addInitScript((values) => {
    for (const [name, value] of Object.entries(values)) sessionStorage.setItem(name, value);
  }, kept);
  return page;
}

const waitsForRecord = async (page: Page): Promise<boolean> => {
  await page.reload();
  await title(page, '这份文书是真实的');
  return (await page.locator('main').textContent())?.includes('正在存证') ?? true;
};

/** Things to press that are smaller than they should be; links inside a sentence excepted (WCAG 2.5.8). */
const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(
    (size) =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'main button, main a, main .option, main input[type=text], main select',
        ),
      ]
        .filter((element) => {
          const inSentence = element.matches('p a, li a, p button') && getComputedStyle(element).display === 'inline';
          const { width, height } = element.getBoundingClientRect();
          return !inSentence && height > 0 && (height < size - 0.5 || width < size - 0.5);
        })
        .map((element) => `${element.tagName} ${element.textContent?.slice(0, 12)}`),
    least,
  );
