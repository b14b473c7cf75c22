import type { MatterView } from '@fadu/wire';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage } from '../harness.js';
import { choose, Desk, daysAgo, feasible } from './walk.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());

const matterIdOf = (page: Page): string => /matters\/([\w-]+)/.exec(page.url())?.[1] ?? '';
const result = (page: Page) => page.locator('p.result');

describe('one application through the office', () => {
  let id = '';

  it('the desk writes down what was handed in, from the definition alone', async () => {
    const page = await stage.visit({ as: 'denglujian' });
    await page.goto(`${stage.web}/intake`);
    await page.locator('.intake').getByRole('link', { name: '登记收件', exact: true }).click();
    await choose(page, 'f-channel', '当面');
    await page.locator('#f-receivedOn').fill(daysAgo(1).replaceAll('-', ''));
    await choose(page, 'f-applicants-0-kind', '公民');
    await page.locator('#f-applicants-0-name').fill('张样例');
    await page.locator('#f-applicants-0-address').fill('吉林省白城市洮北区样例街1号');
    await page.locator('#f-applicants-0-phone').fill('13800000000');
    await choose(page, 'f-respondent', '白城市市场监督管理局', '白城市市场监督');
    await choose(page, 'f-respondentKind', '县级以上地方政府的工作部门');
    await choose(page, 'f-act-kind', '行政处罚');
    await page.locator('#f-act-name').fill('行政处罚决定');
    await page.locator('#f-act-docNumber').fill('白市监罚[2026]801号');
    await page.locator('#f-act-knewOn').fill(daysAgo(20));
    await page.getByText('决定书告知了复议权利').click();
    await page.locator('#f-act-amount').fill('5万');
    await page.getByText('50,000元 · 人民币伍万元整').waitFor();
    await page.getByText('撤销', { exact: true }).click();
    // What is still missing is said in the summary and at the field, in the same words.
    await page.getByRole('button', { name: '登记收件', exact: true }).click();
    const missing = page.locator('.error-summary li');
    await expect.poll(() => missing.count()).toBe(1);
    expect(await page.locator('#f-facts-fault').textContent()).toBe(await missing.first().textContent());
    await page.locator('#f-facts').fill('处罚所依据的事实不清，进货单据没有采信，请求撤销。');
    await feasible(page);
    await page.getByRole('button', { name: '登记收件', exact: true }).click();
    await result(page).waitFor();
    expect(await result(page).textContent()).toMatch(/已登记收件，收件编号2026-|已登记收件，收件编号\d{4}-/);
    id = matterIdOf(page);
    // Brackets are put right, and the clock says what happens when it runs out.
    expect(await page.locator('h1').textContent()).toContain('白市监罚〔2026〕801号');
    expect(await page.locator('#nearest-clocks').textContent()).toContain('届满视为受理');
    await page.context().close();
  });

  it('the handler accepts and sends the copy, seeing the letter before it is sent', async () => {
    const page = await stage.visit({ as: 'chengban' });
    await page.goto(`${stage.web}/todo`);
    await page.locator('.todo li', { hasText: '张样例' }).getByRole('link', { name: '受理', exact: true }).click();
    await page.waitForURL(/actions\/accept/);
    await choose(page, 'f-examination-subject', '属于复议范围');
    for (const box of ['申请人与行政行为有利害关系', '有具体的复议请求和理由', '属于本机关管辖'])
      await page.getByLabel(box).check();
    await page.locator('#f-examination-acts').fill('1');
    await page.getByText('普通程序', { exact: true }).click();
    const desk = await Desk.of(stage, 'chengban');
    const others = (await desk.people('handler')).filter((one) => one.id !== desk.me.person.id);
    await choose(page, 'f-handlers', desk.me.person.name);
    await choose(page, 'f-handlers', others[0]!.name);
    await page.keyboard.press('Escape');
    await feasible(page);
    await page.frameLocator('iframe.sheet').getByText('受理', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: '受理', exact: true }).click();
    await result(page).waitFor();
    expect(await result(page).textContent()).toContain('复议决定期限');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('fresh');

    await page.getByRole('link', { name: '发送副本', exact: true }).first().click();
    await page.locator('#f-copySentOn').fill('今天');
    await feasible(page);
    expect(await page.locator('.outcome').textContent()).toContain('待送达副本');
    await page.getByRole('button', { name: '发送副本', exact: true }).click();
    await expect.poll(() => result(page).textContent()).toContain('已发送副本');
    expect(await page.locator('#documents').textContent()).toMatch(/FD-[2-9A-Z]{4}-[2-9A-Z]{4}/);
    await page.context().close();
  });

  it('the agency sees its own clock and what was served on it, and answers with a numbered list', async () => {
    const page = await stage.visit({ as: 'dafu' });
    await page.goto(`${stage.web}/matters/${id}`);
    await page.getByText('本页只列送达本机关的材料').waitFor();
    // Its period runs from receipt, which it signs for itself.
    await page.getByRole('link', { name: '签收副本', exact: true }).first().click();
    await feasible(page);
    await page.getByRole('button', { name: '签收副本', exact: true }).click();
    await expect.poll(() => result(page).textContent()).toContain('被申请人答复期限');
    expect(await page.locator('#nearest-clocks').textContent()).toContain('被申请人答复');
    const outline = await page.locator('.outline').textContent();
    expect(outline).not.toContain('审查');
    await page.getByRole('link', { name: '提交答复', exact: true }).first().click();
    await page.locator('#f-replyText').fill('处罚事实清楚、证据确凿，请求维持。');
    await page.locator('#f-replyBasis').fill('《中华人民共和国产品质量法》第五十条');
    for (const [index, name] of ['检验报告', '现场检查笔录'].entries()) {
      await page.getByRole('button', { name: '增加证据', exact: true }).click();
      await page.locator(`#f-replyEvidence-${index}-name`).fill(name);
      await page.locator(`#f-replyEvidence-${index}-source`).fill('执法案卷');
      await page.locator(`#f-replyEvidence-${index}-obtainedOn`).fill(daysAgo(40));
      await page.locator(`#f-replyEvidence-${index}-pages`).fill('3');
      await page.locator(`#f-replyEvidence-${index}-proves`).fill('当日现场情况');
    }
    await page.getByRole('button', { name: /上移\s*证据2/ }).click();
    expect(await page.locator('#f-replyEvidence-0-name').inputValue()).toBe('现场检查笔录');
    await feasible(page);
    await page.getByRole('button', { name: '提交答复', exact: true }).click();
    await result(page).waitFor();
    const rows = page.locator('#evidence tbody tr');
    expect(await rows.first().textContent()).toContain('1现场检查笔录');
    await page.context().close();
  });

  it('the handler asks for more time, the leader sees why and what happens without it, and agrees', async () => {
    const page = await stage.visit({ as: 'chengban' });
    await page.goto(`${stage.web}/matters/${id}/actions/extend`);
    await page.locator('#f-extendBy').fill('30');
    await page.locator('#f-extensionReason').fill('案情复杂，需要补充调查。');
    await page.locator('#f-extensionNotifiedOn').fill('今天');
    await page.getByText('须复议机构负责人批准').waitFor();
    await page.getByRole('button', { name: '提请延期', exact: true }).click();
    await expect.poll(() => result(page).textContent()).toContain('等待审批');

    const leader = await stage.visit({ as: 'fuyijigou' });
    await leader.goto(`${stage.web}/todo`);
    const row = leader.locator('.todo li', { hasText: '张样例' });
    expect(await row.locator('.todo-why').textContent()).toMatch(
      /提请延期，须经批准（《行政复议法》第六十二条.*不批的，复议决定期限仍在/,
    );
    await row.getByRole('link', { name: '审批延期' }).click();
    // To return it needs a reason.
    await leader.getByRole('button', { name: '退回，附理由' }).click();
    await leader.getByRole('button', { name: '退回延期', exact: true }).click();
    await leader.getByText('请写明退回的理由。').waitFor();
    await leader.getByRole('button', { name: '不退回' }).click();
    await leader.getByText('预览').first().waitFor();
    await leader.getByRole('button', { name: '同意延期', exact: true }).click();
    await expect.poll(() => result(leader).textContent()).toContain('已同意延期');
    expect(await leader.locator('#clocks').textContent()).toContain('延长30日');
    await page.context().close();
    await leader.context().close();
  });

  it('the leader gives the case to somebody else, seeing what each has in hand', async () => {
    const page = await stage.visit({ as: 'fuyijigou' });
    await page.goto(`${stage.web}/matters/${id}/actions/reassign`);
    const rows = page.locator('fieldset.people tbody tr');
    await rows.first().waitFor();
    expect(await page.getByRole('columnheader', { name: '在办（件）' }).count()).toBe(1);
    const fresh = page.locator('fieldset.people tbody tr', { hasText: '没有参与' }).first();
    const name = await fresh.locator('label').textContent();
    await fresh.locator('input').check();
    await page.getByRole('button', { name: '转办', exact: true }).click();
    await expect.poll(() => result(page).textContent()).toContain(`${name}`);
    await page.context().close();
  });

  it('a wrong date is corrected: the old one stays, struck through, with the reason', async () => {
    const page = await stage.visit({ as: 'fuyijigou' });
    await page.goto(`${stage.web}/matters/${id}/actions/correct`);
    await choose(page, 'correct-field', '被申请人收到副本日', '收到副本日');
    await page.locator('#f-copyReceivedOn').fill(daysAgo(1));
    await page.locator('#correct-reason').fill('收件回执上的日期写错了。');
    // The copy was sent today: what the step would have refused, the correction refuses.
    await page.getByText('不能更正：收到日').waitFor();
    await page.locator('.ant-select-selection-item-remove').click();
    await choose(page, 'correct-field', '收到日', '收到日');
    await page.locator('#f-receivedOn').fill(daysAgo(2));
    await feasible(page);
    await page.getByRole('button', { name: '更正', exact: true }).click();
    await expect.poll(() => result(page).textContent()).toContain('已更正收到日');
    expect(await page.locator('.timeline del').count()).toBe(1);
    expect(await page.locator('.timeline').textContent()).toContain('收件回执上的日期写错了');
    // The papers that print the day are to be looked at, and are no longer once somebody has said what was found.
    const flag = page.locator('p.note', { hasText: '已制作的“受理通知书”须核对' });
    await flag.getByRole('link', { name: '登记核对' }).click();
    await page.locator('#flag-note').fill('通知书写的是受理日，相符。');
    await page.getByRole('button', { name: '已核对' }).click();
    await expect.poll(() => result(page).textContent()).toContain('已核对');
    await flag.waitFor({ state: 'detached' });
    expect(await page.locator('.timeline').textContent()).toContain('通知书写的是受理日，相符');
    await page.context().close();
  });

  it('the draft goes up, and the head of the organ decides', async () => {
    const desk = await Desk.of(stage, 'fuyijigou');
    await desk.act(id, 'hearOpinions', await opinion(desk)).catch((error: Error) => {
      throw error;
    });
    const handler = await handlerOf(desk);
    const page = await stage.visit({ as: handler });
    await page.goto(`${stage.web}/matters/${id}/actions/draft`);
    await choose(page, 'f-proposed', '维持');
    await choose(page, 'f-outcomeGround', '事实清楚，证据确凿', '事实清楚，证据确凿');
    for (const box of ['f-factsFound', 'f-reasons', 'f-operative'])
      await page.locator(`#${box}`).fill('经审理查明，处罚事实清楚，证据确凿。');
    await feasible(page);
    await page.getByRole('button', { name: '提交决定草案', exact: true }).click();
    await result(page).waitFor();
    const head = await stage.visit({ as: 'fuyijiguan' });
    await head.goto(`${stage.web}/matters/${id}/actions/decide`);
    await feasible(head);
    await head.getByRole('button', { name: '作出决定', exact: true }).click();
    await expect.poll(() => result(head).textContent()).toContain('已作出决定');
    await page.context().close();
    await head.context().close();
  });

  async function opinion(desk: Desk) {
    const line = await desk.get<{
      actions: Record<string, { form: Record<string, { kind: string; options?: object }> }>;
    }>('/lines/reconsideration');
    const form = line.actions.hearOpinions!.form;
    return Object.fromEntries(
      Object.entries(form).map(([key, spec]) => [
        key,
        spec.kind === 'date'
          ? daysAgo(0)
          : spec.kind === 'choice'
            ? Object.keys(spec.options!)[0]!
            : spec.kind === 'bool'
              ? false
              : spec.kind === 'persons'
                ? [desk.me.person.id]
                : '申请人坚持申请书的意见。',
      ]),
    );
  }

  /** Whoever has the case now, by account. */
  async function handlerOf(desk: Desk): Promise<string> {
    const { assignees } = await desk.get<MatterView>(`/matters/${id}`);
    for (const username of ['chengban', 'chengban2']) {
      const one = await Desk.of(stage, username);
      if (assignees.handler?.includes(one.me.person.id)) return username;
    }
    throw new Error('no account has the case');
  }
});
