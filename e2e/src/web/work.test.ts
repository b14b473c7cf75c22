import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHONE, type Stage, startStage } from '../harness.js';
import { acceptance, application, choose, Desk, daysAgo, feasible } from './walk.js';

let stage: Stage;
let desk: Desk;
let handler: Desk;
let respondent = '';
let handlers: string[] = [];
let serial = 0;

beforeAll(async () => {
  stage = await startStage();
  desk = await Desk.of(stage, 'denglujian');
  handler = await Desk.of(stage, 'chengban');
  respondent = (await Desk.of(stage, 'dafu')).me.posts[0]!.org;
  const people = await handler.people('handler');
  handlers = [handler.me.person.id, people.find((one) => one.id !== handler.me.person.id)!.id];
});
afterAll(() => stage?.close());

/** A matter received yesterday; accepted, when wanted. */
async function received(accepted = false): Promise<string> {
  serial += 1;
  const { id } = await desk.open('reconsideration', 'register', application(respondent, serial));
  if (accepted) await handler.act(id, 'accept', acceptance(handlers));
  return id;
}

describe('nothing typed is lost', () => {
  it('keeps a draft over a reload and lists it', async () => {
    const id = await received(true);
    const page = await stage.visit({ as: 'chengban' });
    await page.goto(`${stage.web}/matters/${id}/actions/sendCopy`);
    await page.locator('#f-copySentOn').fill('今天');
    await page.getByText(/草稿已存\d\d:\d\d/).waitFor();
    await page.reload();
    await expect.poll(() => page.locator('#f-copySentOn').inputValue()).toBe(daysAgo(0));
    await page.keyboard.press('Escape');
    await page.goto(`${stage.web}/todo?view=drafts`);
    expect(await page.locator('.drafts').textContent()).toContain('发送副本（白政复〔');
    await page.getByRole('link', { name: '接着填' }).click();
    await expect.poll(() => page.locator('#f-copySentOn').inputValue()).toBe(daysAgo(0));
    await page.context().close();
  });

  it('shows what another computer replaced, and takes it instead', async () => {
    const id = await received(true);
    const typeAs = async (words: string) => {
      const page = await stage.visit({ as: 'chengban' });
      await page.goto(`${stage.web}/matters/${id}/actions/suspend`);
      await page.locator('#f-suspensionDetail').fill(words);
      await page.getByText(/草稿已存/).waitFor();
      await page.waitForResponse(
        (answer) => answer.url().endsWith('/api/drafts') && answer.request().method() === 'POST',
      );
      return page;
    };
    const office = await typeAs('办公室电脑上写的情况。');
    await office.context().close();
    const home = await typeAs('家里电脑上写的情况。');
    await home.goto(`${stage.web}/todo?view=drafts`);
    await home.getByText('另一台电脑存过1份旧版').click();
    await home.getByText('办公室电脑上写的情况。').waitFor();
    await home.getByRole('button', { name: '换用这一份' }).click();
    await home.getByText('家里电脑上写的情况。').waitFor();
    await home.goto(`${stage.web}/matters/${id}/actions/suspend`);
    expect(await home.locator('#f-suspensionDetail').inputValue()).toBe('办公室电脑上写的情况。');
    await home.context().close();
  });

  it('keeps address and draft when the sign-in has run out', async () => {
    const id = await received(true);
    const page = await stage.visit({ as: 'chengban' });
    await page.goto(`${stage.web}/matters/${id}/actions/sendCopy`);
    await page.locator('#f-copySentOn').fill('昨天');
    await page.context().clearCookies();
    await page.locator('#f-copySentOn').fill('今天');
    await page.getByText('登录已失效，请重新登录。').waitFor();
    await page.getByText(/草稿“发送副本（.*”已保存到\d\d:\d\d/).waitFor();
    await page.getByLabel('账号').fill('chengban');
    await page.getByLabel('口令', { exact: true }).fill(stage.accounts[0]!.password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect.poll(() => page.locator('#f-copySentOn').inputValue()).toBe(daysAgo(0));
    expect(page.url()).toContain('/actions/sendCopy');
    await page.context().close();
  });

  it('tells the second of two what the first has done, and keeps the input', async () => {
    const id = await received(true);
    const page = await stage.visit({ as: 'chengban' });
    await page.goto(`${stage.web}/matters/${id}/actions/suspend`);
    await page.locator('#f-suspensionGround').waitFor({ timeout: 15_000 });
    await choose(page, 'f-suspensionGround', '不可抗力');
    // Meanwhile a colleague sends the copy, and the page reads itself anew.
    await handler.act(id, 'sendCopy', { copySentOn: daysAgo(0) });
    await page.waitForTimeout(5500);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForLoadState('networkidle');
    for (const box of await page.locator('.action-form textarea:visible').all())
      await box.fill('申请人住院，不能参加。');
    for (const box of await page.locator('.day-input input.ant-input:visible').all()) await box.fill('今天');
    await page.getByRole('button', { name: /中止$/ }).first().click();
    const panel = page.locator('.conflict');
    await panel.waitFor();
    expect(await panel.textContent()).toContain('发送副本');
    await panel.getByRole('button', { name: '用新的接着填' }).click();
    expect(await page.locator('.action-form').textContent()).toContain('不可抗力');
    await page.context().close();
  });
});

describe('personal data', () => {
  it('stay masked until a reason is given, and the look is recorded', async () => {
    const id = await received();
    const page = await stage.visit({ as: 'chengban' });
    await page.goto(`${stage.web}/matters/${id}`);
    const phone = page.locator('#parties dd', { hasText: '138****0000' });
    await phone.getByRole('button', { name: '查看完整信息' }).click();
    const look = page.getByRole('button', { name: '查看，留痕' });
    expect(await look.isDisabled()).toBe(true);
    await page.getByRole('button', { name: '联系当事人' }).click();
    await look.click();
    await page.getByText('13800000000').waitFor();
    await page.getByText('本次查看已记录').waitFor();
    const { rows } = await stage.booted.owner.query('select detail from access_log where matter = $1 and what = $2', [
      id,
      'reveal',
    ]);
    expect(rows[0].detail).toMatchObject({ reason: '联系当事人' });
    await page.context().close();
  });
});

describe('files', () => {
  it('are refused by name when they are not what they claim', async () => {
    const page = await stage.visit({ as: 'denglujian' });
    await page.goto(`${stage.web}/lines/reconsideration/new/register`);
    await page.getByRole('button', { name: '增加证据', exact: true }).click();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        { name: '照片1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') },
        { name: '决定书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 sample') },
      ]);
    await page.getByText(/“照片1\.jpg”不是/).waitFor();
    await page.getByRole('link', { name: /决定书\.pdf/ }).waitFor();
    // A draft opened again still calls it by its name.
    await page.getByText(/草稿已存/).waitFor();
    await page.reload();
    await page.getByRole('link', { name: /决定书\.pdf/ }).waitFor();
    await page.context().close();
  });
});

describe('finding', () => {
  it('opens a number typed in other brackets, and finds parties by name', async () => {
    const id = await received(true);
    const { number } = await handler.get<{ number: string }>(`/matters/${id}`);
    const page = await stage.visit({ as: 'chengban' });
    await page.goto(`${stage.web}/todo`);
    await page.locator('h1').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(number.replace('〔', '[').replace('〕', ']'));
    await page.getByRole('option', { name: new RegExp(number) }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(id));
    await page.keyboard.press('Control+k');
    await page.keyboard.type(`样例申请人${serial}`);
    await page.getByRole('option', { name: new RegExp(`样例申请人${serial}`) }).waitFor();
    await page.context().close();
  });

  it('narrows a list by filters that stand in the address, saves them under a name, and exports it', async () => {
    await received();
    const page = await stage.visit({ as: 'chengban' });
    await page.goto(`${stage.web}/lines/reconsideration?stage=open&where=procedure:ordinary`);
    await page.getByRole('button', { name: /程序：普通程序/ }).waitFor();
    const count = async () =>
      Number(/共([\d,]+)件/.exec((await page.locator('.chips').textContent()) ?? '')?.[1] ?? -1);
    await expect.poll(count).toBeGreaterThan(0);
    const narrow = await count();
    await page.getByRole('button', { name: '＋另存为视图' }).click();
    await page.getByLabel('视图名称').fill('普通在办');
    await page.getByRole('button', { name: '保存视图' }).click();
    await page.getByRole('button', { name: /程序：普通程序/ }).click();
    await expect.poll(count).toBeGreaterThan(narrow);
    await page.getByRole('button', { name: '普通在办', exact: true }).click();
    await expect.poll(count).toBe(narrow);
    expect(page.url()).toContain('where=procedure');
    await page.getByRole('button', { name: '删去视图“普通在办”' }).click();
    await page.getByText('已删去视图“普通在办”。').waitFor();
    expect(await page.getByRole('button', { name: '普通在办', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByRole('button', { name: '普通在办', exact: true }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^行政复议案件\d{4}-\d{2}-\d{2}\.xlsx$/);
    await page.context().close();
  });

  it('adds up: every number of the dashboard opens to as many matters', async () => {
    const page = await stage.visit({ as: 'fuyijigou' });
    await page.goto(`${stage.web}/dashboards/reconsideration`);
    await page.locator('.figures strong').first().waitFor();
    const numbers = (await page.locator('.figures strong').allTextContents()).map(Number);
    expect(numbers.slice(1).reduce((sum, one) => sum + one, 0)).toBe(numbers[0]);
    const links = await page
      .locator('.figures a, .board td.num a')
      .evaluateAll((all) => all.map((one) => ({ href: (one as HTMLAnchorElement).href, text: one.textContent ?? '' })));
    expect(links.length).toBeGreaterThan(8);
    for (const { href, text } of links.slice(0, 12)) {
      const filter = new URL(href).searchParams;
      filter.set('line', 'reconsideration');
      const leader = await Desk.of(stage, 'fuyijigou');
      expect((await leader.find(filter.toString())).total).toBe(
        Number(/\d+(?=件?$)/.exec(text.replaceAll(',', ''))?.[0]),
      );
    }
    await page.context().close();
  });
});

describe('signing in', () => {
  it('has one message for every wrong pair and says how many tries are left', async () => {
    const page = await stage.visit({ viewport: PHONE });
    await page.goto(`${stage.web}/lines/reconsideration`);
    for (const [name, left] of [
      ['nobody-here', 4],
      ['weiyuan', 4],
      ['weiyuan', 3],
    ] as const) {
      await page.getByLabel('账号').fill(name);
      await page.getByLabel('口令', { exact: true }).fill('wrong-password');
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.getByText(`账号或口令不正确。连续5次不正确将锁定15分钟，还可再试${left}次。`).waitFor();
    }
    await page.context().close();
  });

  it('works in one post at a time when told to, downloads included', async () => {
    const page = await stage.visit({ as: 'dafu' });
    await page.goto(`${stage.web}/todo`);
    await page.locator('button.who').click();
    // The page is drawn anew for the post chosen: the button pressed is gone before it could show that it is.
    await page.getByRole('radio', { name: '答复承办人' }).click();
    await expect.poll(() => page.locator('button.who').textContent()).toContain('｜ 答复承办人');
    await expect.poll(async () => (await page.locator('nav.side').textContent())?.includes('行政应诉')).toBe(false);
    const answer = await page.context().request.get(`${stage.web}/api/me`);
    expect((await answer.json()).posts).toHaveLength(1);
    await page.context().close();
  });
});

describe('the law refuses', () => {
  it('in place of the form, with the fact, the article and what can be done', async () => {
    const id = await received(true);
    const page = await stage.visit({ as: 'dafu' });
    await page.goto(`${stage.web}/matters/${id}`);
    // Before anything was served on it, the matter does not exist for the agency.
    await page.getByRole('heading', { name: '没有找到' }).waitFor();
    await page.context().close();
    const clerk = await stage.visit({ as: 'denglujian' });
    await clerk.goto(`${stage.web}/matters/${id}/actions/sendCopy`);
    await clerk.getByText('不能发送副本：由承办人').waitFor();
    expect(await clerk.locator('#f-copySentOn').count()).toBe(0);
    await clerk.context().close();
  });

  it('asks for a reason where the law lets a person go on, and keeps it in the record', async () => {
    serial += 1;
    const late = application(respondent, serial);
    const values = {
      ...late,
      act: { ...(late.act as object), madeOn: daysAgo(201), servedOn: daysAgo(200), knewOn: daysAgo(200) },
    };
    const page = await stage.visit({ as: 'denglujian' });
    await page.goto(`${stage.web}/todo`);
    await page.locator('h1').waitFor();
    // Somebody filled the form in before: it is there as a draft.
    await page.evaluate(
      ([key, draft]) => localStorage.setItem(key!, draft!),
      [
        `fadu:draft:${desk.me.person.id}:new:reconsideration:register:${desk.me.posts[0]!.org}`,
        JSON.stringify({ values, reasons: {}, at: Date.now(), title: '登记收件', href: '/', revision: null }),
      ],
    );
    await page.goto(`${stage.web}/lines/reconsideration/new/register`);
    const reason = page.getByLabel('继续办理的理由');
    await reason.fill('申请人住院，出院后即来申请。');
    await reason.blur();
    await feasible(page);
    await page.getByRole('button', { name: '登记收件', exact: true }).click();
    await page.locator('p.result').waitFor();
    expect(await page.locator('.timeline').textContent()).toContain('理由：申请人住院，出院后即来申请。');
    await page.context().close();
  });
});
