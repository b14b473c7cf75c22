import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { addDays, dayOf } from '@fadu/kernel';
import type { LawAlert, LawAlertList, LawDependentList } from '@fadu/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { register, take } from '../testing/stage.js';
import { importLaws, raiseAlerts } from './index.js';
import { watchDocuments } from './watch.js';

// Invented texts: the sample line rests on 示例规程, articles 1 to 4.
const head = (title: string, made: string) => `# ${title}\n${made}样例部公布\n\n<!-- INFO END -->\n`;
const FIRST = `${head('示例规程', '2020年3月1日')}第一条 请求应当登记。
第二条 请求应当在五日内审查。审查应当记录。
请求人可以撤回。
第三条 作出决定以前，科长主持集体讨论，形成书面意见附卷备查。
第四条 答复应当在十日内作出。
第五条 本规程自2020年5月1日起施行。`;
const SECOND = `${head('示例规程', '2024年6月1日')}第一条 请求应当登记。
第二条 请求应当在三日内审查。审查应当公开记录。
请求人可以撤回。
第三条 答复应当在十日内作出。
第四条 本规程自2024年9月1日起施行。`;
const CITING = `${head('白城市样例条例', '2021年3月1日')}第一条 根据《示例规程》第三条，制定本条例。
第二条 本条例自2021年5月1日起施行。`;
const ENDING = `${head('样例总则', '2024年9月1日')}第一条 样例应当真实。
第二条 本规则自2024年10月1日起施行。《示例规程》同时废止。`;

let api: ApiStage;
let folder: string;
let matter: string;
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const importAll = async () => {
  await importLaws(api.stage.owner, folder);
  return raiseAlerts(api.stage);
};
const alerts = async (person: string, query = 'mine=1'): Promise<LawAlertList> =>
  (await api.as(person, 'GET', `/api/law/alerts?${query}`)).json();
const brief = ({ affectedKind, relation, severity }: LawAlert) => [affectedKind, relation, severity];

/** A matter accepted and assigned: its notice names the subject. */
async function accepted(subject: string): Promise<string> {
  const { id } = await register(api.stage, { subject });
  await take(api.stage, 'east-handler', id, 'accept');
  await take(api.stage, 'east-head', id, 'assign', { handlers: ['east-handler'] });
  return id;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fadu-alerts-'));
  api = await raiseApi({}, [
    ['editor', 'lawEditor', 'city'],
    ['west-chief', 'sectionHead', 'west'],
  ]);
  put('部门规章/示例规程(2020-03-01).md', FIRST);
  put('地方性法规/吉林/白城市样例条例(2021-03-01).md', CITING);
  expect(await importAll()).toBe(0);
  matter = await accepted('《示例规程》第三条的事');
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const power = (name: string, text: string) => ({
  kind: 'power',
  name,
  number: '样-001',
  org: 'east',
  post: 'sectionHead',
  text,
});

describe('what an organization registers', () => {
  it('is read and checked: no such 款, no longer in force, not in the base, no article', async () => {
    const text = '依据《示例规程》第二条第三款、第二条第一款，《示例规程》，《没有的规定》第一条。';
    const checks = (await api.as('east-handler', 'POST', '/api/law/dependents/check', { text })).json();
    expect(checks.map((one: { raw: string; verdict: string }) => [one.raw, one.verdict])).toEqual([
      ['《示例规程》第二条第三款、第二条第一款', 'E-LW-05'],
      ['《示例规程》', 'W-LW-07'],
      ['《没有的规定》第一条', 'unknown'],
    ]);
    expect(checks[0].message).toContain('只有二款');
  });

  it('is refused without a law, with a clause that is not there, for another organization, for a post nobody holds', async () => {
    const tries = [
      [power('样例甲', '按规定办理。'), '没有读出'],
      [power('样例甲', '《示例规程》第九条'), 'E-LW-05'],
      [{ ...power('样例甲', '《示例规程》第二条'), org: 'west' }, '只能登记本单位'],
      [{ ...power('样例甲', '《示例规程》第二条'), post: 'nobody' }, '没有这个岗位'],
    ] as const;
    for (const [body, words] of tries) {
      const answer = await api.as('east-handler', 'POST', '/api/law/dependents', body);
      expect([answer.statusCode, answer.json().title]).toEqual([409, expect.stringContaining(words)]);
    }
  });

  it('is kept once, is seen by its own, and can be ended with a reason', async () => {
    const add = (name: string, text: string) =>
      api.as('east-handler', 'POST', '/api/law/dependents', power(name, text));
    expect((await add('样例审查', '《示例规程》第二条第一款')).statusCode).toBe(201);
    expect((await add('样例撤回', '《示例规程》第二条第二款')).statusCode).toBe(201);
    expect((await add('样例审查', '《示例规程》第一条')).json().title).toContain('已经登记过');
    const old = (await add('样例旧事项', '《示例规程》第四条')).json().id;
    expect(
      (await api.as('west-handler', 'POST', `/api/law/dependents/${old}/end`, { reason: '不用了' })).statusCode,
    ).toBe(409);
    expect(
      (await api.as('east-handler', 'POST', `/api/law/dependents/${old}/end`, { reason: '不用了' })).statusCode,
    ).toBe(200);
    const { rows, places }: LawDependentList = (await api.as('east-handler', 'GET', '/api/law/dependents')).json();
    expect(rows.map(({ name, endReason }) => [name, endReason])).toEqual([
      ['样例审查', null],
      ['样例撤回', null],
      ['样例旧事项', '不用了'],
    ]);
    expect(places[0]!.posts).toContainEqual({ post: 'sectionHead', name: '科长' });
    expect((await api.as('west-handler', 'GET', '/api/law/dependents')).json().rows).toEqual([]);
  });
});

describe('a new version', () => {
  it('tells each owner of what cites a changed article, the gravest first, and adds nothing when run again', async () => {
    put('部门规章/示例规程(2024-06-01).md', SECOND);
    await importLaws(api.stage.owner, folder);
    // While an import has not linked its citations, nothing is told too early.
    const linked = (to: boolean) => api.stage.owner.query('update law_version set linked = $1', [to]);
    await linked(false);
    expect(await raiseAlerts(api.stage)).toBe(0);
    await linked(true);
    expect(await raiseAlerts(api.stage)).toBeGreaterThan(0);
    expect(await importAll()).toBe(0);
    const head = await alerts('east-head');
    // 第二条第一款 was changed, 第二款 was not: the item on withdrawing is not told.
    const registered = head.rows.filter(({ affectedKind }) => affectedKind === 'power');
    expect(registered.map(({ affectedName, owner, changedOn }) => [affectedName, owner, changedOn])).toEqual([
      ['样例审查 样-001', 'east机关·科长', '2024-09-01'],
    ]);
    const kinds = new Set(head.rows.map(({ affectedKind, relation }) => `${affectedKind} ${relation}`));
    expect(kinds).toEqual(
      new Set([
        'power power',
        'definition power',
        'definition targetDeleted',
        'definition renumberedOnly',
        'definition container',
        'template directChanged',
        'template targetDeleted',
        'template renumberedOnly',
      ]),
    );
    const order = head.rows.map(({ severity }) => ['high', 'mid', 'low'].indexOf(severity));
    expect(order).toEqual([...order].sort());
    expect(head).toMatchObject({ mayHandle: false, mine: head.total });
    // The same definition is the other county's too; its registered items are not.
    expect((await alerts('west-chief')).rows.some(({ affectedKind }) => affectedKind === 'power')).toBe(false);
    // A line without a keeper is the law editors' affair, like the texts of laws.
    const edited = (await alerts('editor')).rows;
    expect(edited.filter(({ affectedKind }) => affectedKind === 'law').map(brief)).toEqual([
      ['law', 'targetDeleted', 'high'],
    ]);
    expect(edited.some(({ affectedKind }) => affectedKind === 'definition')).toBe(true);
  });

  it('tells the handler of an open matter whose document cites it, and nobody of another organ', async () => {
    const { rows } = await alerts('east-handler');
    const told = { affectedKind: 'document', relation: 'targetDeleted', matter, locator: 'T0003.00' };
    expect(rows).toMatchObject([
      { ...told, affectedName: '受理通知' },
      { ...told, affectedName: expect.stringMatching(/^答复通知 .*号$/) },
    ]);
    expect(rows[0]!.owner).toContain('样例east-handler');
    const impact = async (person: string) =>
      (await api.as(person, 'GET', '/api/law/impact/示例规程?at=T0003.00'))
        .json()
        .affected.filter((one: { kind: string }) => one.kind === 'document').length;
    expect([await impact('east-handler'), await impact('east-responder'), await impact('west-handler')]).toEqual([
      2, 0, 0,
    ]);
    const everywhere = await alerts('west-handler', 'handled=open');
    expect(everywhere.rows.some(({ affectedKind }) => affectedKind === 'document')).toBe(false);
    expect(everywhere.mine).toBe(0);
  });

  it('has a last day, the nearest first, and is read page by page', async () => {
    const all = await alerts('east-head');
    const days = all.rows.map(({ dueOn }) => dueOn);
    expect(days.every((one) => /^\d{4}-\d\d-\d\d$/.test(one))).toBe(true);
    expect(days).toEqual([...days].sort());
    expect(new Set(all.rows.map(({ severity, dueOn }) => `${severity} ${dueOn}`)).size).toBe(3);
    expect(all).toMatchObject({ overdue: 0, mineOverdue: 0 });
    const pages = await Promise.all([0, 2].map((from) => alerts('east-head', `mine=1&limit=2&from=${from}`)));
    expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(all.rows.slice(0, 4).map(({ id }) => id));
    expect(pages[1]!.total).toBe(all.total);
    // The last day is still in time, the day after is not.
    const [first] = all.rows;
    const late = async (due: string) => {
      await api.stage.owner.query('update law_alert set due_on = $1 where id = $2', [due, first!.id]);
      return alerts('east-head');
    };
    const today = dayOf(api.stage.platform.now());
    expect(await late(today)).toMatchObject({ overdue: 0 });
    const told = await late(addDays(today, -1));
    expect(told).toMatchObject({ overdue: 1, mineOverdue: 1 });
    expect(told.rows[0]).toMatchObject({ id: first!.id, overdue: true });
    expect((await late(first!.dueOn)).overdue).toBe(0);
  });

  it('is handled with others that are answered alike; what belongs to others is left', async () => {
    const before = await alerts('east-head');
    const [mine] = before.rows;
    const all = await alerts('east-head', 'handled=open');
    const foreign = all.rows.find((one) => !one.mine)!;
    const settle = (ids: readonly string[]) =>
      api.as('east-head', 'POST', '/api/law/alerts/settle', { ids, handled: 'noChange', note: '核对过，无须修改。' });
    expect((await settle([mine!.id, mine!.id, foreign.id])).json()).toEqual({ settled: 1, left: [foreign.id] });
    expect((await settle([mine!.id])).json()).toEqual({ settled: 0, left: [mine!.id] });
    expect((await alerts('east-head')).total).toBe(before.total - 1);
    expect((await settle([])).statusCode).toBe(400);
    // Back to where it was, for what follows.
    await api.stage.owner.query(
      "update law_alert set handled = 'open', note = null, handled_by = null, handled_post = null, handled_at = null where id = $1",
      [mine!.id],
    );
  });

  it('is handled by the owner or an editor, once, with name, post, time and what was done', async () => {
    const mine = (await alerts('east-handler')).rows[0]!;
    const settle = (person: string, id: string, note = '已换用第四条重新制发。') =>
      api.as(person, 'POST', `/api/law/alerts/${id}`, { handled: 'changed', note });
    expect((await settle('west-handler', mine.id)).statusCode).toBe(404);
    const item = (await alerts('east-head')).rows.find(({ affectedKind }) => affectedKind === 'power')!;
    expect((await settle('west-handler', item.id)).json()).toMatchObject({
      status: 403,
      type: 'urn:fadu:law.alert_owner',
    });
    expect((await settle('east-handler', mine.id, ' ')).statusCode).toBe(400);
    expect((await settle('east-handler', mine.id)).statusCode).toBe(200);
    expect((await settle('east-handler', mine.id)).statusCode).toBe(404);
    expect((await settle('editor', item.id)).statusCode).toBe(200);
    const { rows } = await alerts('east-handler', 'handled=changed&mine=1');
    expect(rows).toMatchObject([
      { handledBy: '样例east-handler', handledAs: 'east机关·承办人', note: '已换用第四条重新制发。' },
    ]);
    expect(new Date(rows[0]!.handledAt!).getTime()).toBeGreaterThan(0);
    const table = await api.as('editor', 'GET', '/api/law/alerts.csv?handled=changed');
    expect(table.body).toContain('"样例审查 样-001","east机关·科长"');
  });
});

describe('a law that ends', () => {
  it('is told to whoever still cites it, also as a whole', async () => {
    put('部门规章/样例总则(2024-09-01).md', ENDING);
    expect(await importAll()).toBeGreaterThan(0);
    const ended = (await alerts('editor')).rows.filter(({ change }) => change === 'ended');
    const local = ended.filter(({ affectedKind }) => affectedKind === 'law');
    expect(local.map(({ affectedName, changedOn }) => [affectedName, changedOn])).toEqual([
      ['白城市样例条例 第一条', '2024-10-01'],
    ]);
    const power = (await alerts('east-head')).rows.filter(
      ({ change, affectedKind }) => change === 'ended' && affectedKind === 'power',
    );
    expect(power.map(({ affectedName }) => affectedName)).toEqual(['样例审查 样-001', '样例撤回 样-001']);
    const impact = (await api.as('editor', 'GET', '/api/law/impact/示例规程')).json();
    expect(new Set(impact.affected.map((one: { relation: string }) => one.relation))).toEqual(
      new Set(['targetDeleted']),
    );
  });

  it('is no ground of a document made afterwards: its handler is told', async () => {
    const id = await accepted('《示例规程》第九条的事');
    await watchDocuments(api.stage);
    expect(await watchDocuments(api.stage)).toBe(0);
    const told = (await alerts('east-handler')).rows.filter((one) => one.matter === id);
    const fault = { change: 'cited', severity: 'high', affectedKind: 'document' };
    expect(told).toMatchObject([fault, fault]);
  });
});
