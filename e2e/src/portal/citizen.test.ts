import type { Receipt } from '@fadu/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overflowsSideways, PHONE, type Stage, startStage } from '../harness.js';
import { fillApplication, fillDay, forward, handlerActs, JPEG, receiptOn, submitApplication, title } from './walk.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());

describe('a citizen with a telephone', () => {
  it('asks whether it is the right way, applies with a photo, follows it, answers a correction notice, withdraws', async () => {
    const page = await stage.visit({ viewport: PHONE });
    await page.goto(`${stage.portal}/`);
    await page.getByText('申请行政复议').click();

    // The guide: nothing chosen is named at the field and in the summary, with the focus on the summary.
    await title(page, '您遇到的是什么事');
    await forward(page);
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('summary');
    expect(await page.title()).toMatch(/^有1处需要修改/);
    await page.getByText('行政机关作出了决定').click();
    await forward(page);
    await title(page, '作出决定的是哪一类机关');
    await page.getByText('市、县政府的部门').click();
    await forward(page);
    await title(page, '您是哪一天收到决定书');
    await fillDay(page, 'main', 20);
    await forward(page);
    await title(page, '决定书上写明');
    await page.getByText('写明了').click();
    await forward(page);
    await title(page, '您就这件事向法院起诉');
    await page.getByText('没有', { exact: true }).click();
    await forward(page);
    await title(page, '还来得及');
    await page.getByText('怎么算的').click();
    expect(await page.locator('.days .counted').count()).toBe(60);
    expect(await page.locator('main').textContent()).toContain('《行政复议法》第二十四条第一款第（一）项');
    expect(await page.locator('main').textContent()).not.toContain('内控日');
    await page.getByRole('button', { name: '开始申请' }).click();

    // The form: what the answers gave is there; a file that is none is refused by its name.
    await fillApplication(page);
    await page.getByRole('button', { name: '添加证据' }).click();
    await page.getByLabel('证据名称').fill('门店照片');
    await page
      .locator('input[type=file]')
      .nth(1)
      .setInputFiles([
        { name: '门店照片.jpg', mimeType: 'image/jpeg', buffer: JPEG },
        { name: '假照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') },
      ]);
    await page.getByText('“假照片.jpg”不是照片，打不开。').waitFor();
    await page.getByText('已上传1个').waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    const receipt = await submitApplication(page);
    expect(receipt.organName).toBe('白城市人民政府');
    expect(await page.locator('main').textContent()).toContain('视为受理');
    expect(page.url()).not.toContain(receipt.queryCode);
    const onDevice = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(onDevice).not.toContain(receipt.queryCode);
    expect(onDevice).not.toContain('13800000000');

    // Tracking: state, days with their counting, the document.
    await page.getByRole('link', { name: '查办理进度' }).click();
    await title(page, '正在审查是否受理');
    expect(await page.locator('main').textContent()).toContain('您提交了行政复议申请');
    await page.getByRole('link', { name: '收件回执' }).click();
    await title(page, '收件回执');
    await page.frameLocator('iframe').getByText('张样例').first().waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/收件回执\.docx$/);

    await page.getByRole('link', { name: '返回' }).click();
    await title(page, '正在审查是否受理');

    // The handler asks for corrections; the applicant reads what and until when, and answers.
    await handlerActs(stage, receipt.receipt, 'askCorrection', {
      issuedOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
      items: '一、补充身份证明；二、写明收到决定书的日期。',
    });
    await page.reload();
    await title(page, '材料需要补正');
    expect(await page.locator('.duty').textContent()).toContain('一、补充身份证明；二、写明收到决定书的日期。');
    expect(await page.locator('.duty').textContent()).toContain('自收到补正通知之日起10个工作日内');
    await page.locator('.duty').getByRole('link').click();
    await title(page, '补正材料');
    await forwardNamed(page, '补正材料');
    await page.getByRole('link', { name: '请填写补正的内容。' }).waitFor();
    await page.getByLabel('补正的内容').fill('身份证明见附件；11月5日收到决定书。');
    await page.getByRole('button', { name: '添加证据' }).click();
    await page.getByLabel('证据名称').fill('身份证明');
    await forwardNamed(page, '补正材料');
    await title(page, '正在审查是否受理');
    expect(await page.locator('.timeline').textContent()).toContain('您补正了材料');
    // What was handed in before is still there: an applicant adds and takes nothing away.
    expect(await evidenceOf(receipt)).toEqual(['门店照片', '身份证明']);

    // Withdrawing shows what it means and asks once more.
    await page.getByRole('link', { name: '申请撤回' }).click();
    await title(page, '申请撤回');
    await page.getByLabel('撤回的理由').fill('双方已经协商解决。');
    await forward(page);
    await title(page, '核对后申请撤回');
    expect(await page.locator('main').textContent()).toContain('不得再以同一事实和理由申请复议');
    await page.getByRole('button', { name: '申请撤回' }).click();
    await page.getByText('您申请撤回').waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await page.context().close();
  });

  it('loses nothing: a closed page, no network, an answer lost on the way', async () => {
    const page = await stage.visit({ viewport: PHONE });
    await page.goto(`${stage.portal}/apply/reconsideration/1`);
    await fillApplication(page);

    // Files chosen without a network wait on the device, also through a closed page, and go out by themselves.
    await page.getByRole('button', { name: '添加证据' }).click();
    await page.getByLabel('证据名称').fill('门店照片');
    const uploads = '**/api/public/files';
    await page.route(uploads, (route) => route.abort());
    await page
      .locator('input[type=file]')
      .nth(1)
      .setInputFiles([{ name: '门店照片.jpg', mimeType: 'image/jpeg', buffer: JPEG }]);
    await page.getByText('未联网，“门店照片.jpg”已存在本机').waitFor();
    await forward(page);
    await page.getByRole('link', { name: '“门店照片.jpg”还没有传完' }).waitFor();
    await page.unroute(uploads);
    await page.goto(`${stage.portal}/`);
    await page.getByRole('link', { name: '接着填' }).click();
    await title(page, '证据材料');
    await page.getByText('已上传1个').waitFor();
    expect(await page.getByLabel('证据名称').inputValue()).toBe('门店照片');

    // The application arrives, the answer does not: pressing again gives the one receipt.
    await forward(page);
    await title(page, '向谁申请');
    await forward(page);
    await title(page, '核对');
    const sending = '**/api/public/lines/*/applications';
    let lost: Receipt | undefined;
    await page.route(sending, async (route) => {
      lost = (await (await route.fetch()).json()) as Receipt;
      await route.abort();
    });
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByText('未联网，没有发出。已填的内容都在本机').waitFor();
    await page.unroute(sending);
    await page.getByRole('button', { name: '提交申请' }).click();
    await title(page, '已收到您的申请');
    expect(await receiptOn(page)).toMatchObject({ receipt: lost?.receipt, queryCode: lost?.queryCode });

    // What is sent is no longer kept.
    await page.goto(`${stage.portal}/apply/reconsideration`);
    await page.getByRole('link', { name: '开始填写' }).waitFor();
    await page.context().close();
  });

  it('is told of a wrong pair in the same words whatever is wrong, and of a malformed one at the field', async () => {
    const page = await stage.visit({ viewport: PHONE });
    await page.goto(`${stage.portal}/track?receipt=2026-ABCD2345`);
    await page.getByLabel('查询码').fill('7QK9-W2HM-4TR0');
    await page.getByRole('button', { name: '查进度' }).click();
    await page.getByRole('link', { name: '查询码里没有数字0、1' }).waitFor();
    await page.getByLabel('查询码').fill('7qk9 w2hm 4trx');
    await page.getByRole('button', { name: '查进度' }).click();
    await page.getByText('收件编号或者查询码不对').waitFor();
    await page.context().close();
  });

  it('too late is not closed: reasons are asked, and the organ decides', async () => {
    const page = await stage.visit({ viewport: PHONE });
    await page.goto(`${stage.portal}/check/reconsideration`);
    await page.getByText('行政机关作出了决定').click();
    await forward(page);
    await page.getByText('市、县政府的部门').click();
    await forward(page);
    await fillDay(page, 'main', 200);
    await forward(page);
    await page.getByText('写明了').click();
    await forward(page);
    await page.getByText('没有', { exact: true }).click();
    await forward(page);
    await title(page, '可能已超过申请期限');
    await page.getByRole('button', { name: '接着申请，写明理由' }).click();
    await fillApplication(page, 200);
    await forward(page);
    await title(page, '向谁申请');
    await forward(page);
    await title(page, '核对');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByLabel('您的理由').fill('住院治疗，有病历为证。');
    await page.getByRole('button', { name: '写明理由，提交申请' }).click();
    await title(page, '已收到您的申请');
    const { receipt } = await receiptOn(page);
    const { rows } = await stage.booted.owner.query('select data from matter where receipt = $1', [receipt]);
    expect(rows[0].data.lateReason).toBe('住院治疗，有病历为证。');
    await page.context().close();
  });
});

const forwardNamed = (page: Awaited<ReturnType<Stage['visit']>>, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

async function evidenceOf(receipt: Receipt): Promise<string[]> {
  const { rows } = await stage.booted.owner.query('select data from matter where receipt = $1', [receipt.receipt]);
  return (rows[0].data.evidence as { name: string }[]).map((one) => one.name);
}
