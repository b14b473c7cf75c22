import { statute } from '@fadu/kernel';
import { amountSetting, type Line } from '@fadu/procedure';
import type { ClockExplanation, MatterView, SettingPreview, SettingsView } from '@fadu/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sequence } from '../ledger/sequencer.js';
import { verifyLedger } from '../ledger/verify-ledger.js';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { followup, request } from '../testing/sample-lines.js';
import { hire, register, take } from '../testing/stage.js';

const rule = statute('示例规程');
/** The sample request, with the period for its decision left open by the law. */
const line: Line = {
  ...request,
  settings: {
    decideWithin: amountSetting('几日内决定', 'day', 30, { max: 90, question: '规程没有规定', basis: rule(3) }),
  },
  clocks: { ...request.clocks, decide: { ...request.clocks.decide!, amountFrom: 'decideWithin' } },
};
const CODE = 'request/decideWithin';

let api: ApiStage;
beforeAll(async () => {
  api = await raiseApi({ lines: [line, followup] }, [['east-rules', 'ruleKeeper', 'east']]);
  await hire(api.stage, 'city-leader', 'ruleKeeper', 'city', 'subtree');
  await api.stage.platform.directory.refresh(true);
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
});

const read = async (person: string, region?: string) =>
  (await api.as(person, 'GET', `/api/settings${region ? `?region=${region}` : ''}`)).json<SettingsView>();
const settle = (person: string, more: object) =>
  api.as(person, 'POST', '/api/settings', {
    code: CODE,
    region: '990101',
    value: 20,
    from: '2024-10-10',
    reason: '本县试行',
    ...more,
  });

/** Accepted on the day the stage stands at. */
async function acceptedIn(organ: 'east' | 'west'): Promise<MatterView> {
  const { id } = await register(api.stage, { agency: `${organ}bureau`, receivedOn: '2024-10-08' }, organ);
  await take(api.stage, `${organ}-handler`, id, 'accept');
  return (await api.as(`${organ}-handler`, 'GET', `/api/matters/${id}`)).json<MatterView>();
}
const decideClock = (matter: MatterView) => matter.clocks.find((one) => one.code === 'decide')!;

it('is read by everybody, with what is open, its law, its value and what rests on it', async () => {
  const { settings, mine } = await read('east-handler');
  expect(mine).toEqual([]);
  expect(settings.map((one) => one.code).slice(0, 4)).toEqual([
    'calendar/clearDays',
    'calendar/suspensionDays',
    'calendar/extendFrom',
    CODE,
  ]);
  expect(settings[3]).toMatchObject({
    question: '规程没有规定',
    value: 30,
    valueText: '30日',
    unit: '日',
    decided: null,
    readers: [{ kind: 'clock', code: 'decide', lineName: '示例请求' }],
  });
});

it('is settled only by who keeps the rules of the region or of one above, from the next day on, with a reason', async () => {
  expect((await settle('east-handler', {})).json()).toMatchObject({
    status: 403,
    type: 'urn:fadu:settings.not_entitled',
  });
  expect((await settle('east-rules', { region: '990102' })).statusCode).toBe(403);
  expect((await settle('east-rules', { region: '990100' })).statusCode).toBe(403);
  expect((await settle('east-rules', { value: 91 })).json()).toMatchObject({ type: 'urn:fadu:settings.value' });
  expect((await settle('east-rules', { value: 'soon' })).json()).toMatchObject({ type: 'urn:fadu:settings.value' });
  expect((await settle('east-rules', { from: '2024-10-09' })).json()).toMatchObject({
    type: 'urn:fadu:settings.too_early',
  });
  expect((await settle('east-rules', { value: null })).json()).toMatchObject({ type: 'urn:fadu:settings.same' });
  expect((await settle('east-rules', { from: '2024-13-40' })).statusCode).toBe(400);
  expect((await settle('east-rules', { reason: ' ' })).statusCode).toBe(400);
  expect((await settle('east-rules', { code: 'request/nothing' })).statusCode).toBe(404);
  expect((await read('east-rules')).settings[3]!.history).toEqual([]);
});

it('holds from its day in its region; what had started stays, and says by whom it was settled', async () => {
  const before = await acceptedIn('east');
  expect(decideClock(before)).toMatchObject({ legalDue: '2024-11-08', rests: [{ code: CODE, value: '30日' }] });
  const done = await settle('east-rules', {});
  expect(done.statusCode).toBe(200);
  expect(done.json<SettingsView>().settings[3]).toMatchObject({
    value: 30,
    coming: [{ value: 20, from: '2024-10-10' }],
  });

  api.stage.at('2024-10-10T02:00:00.000Z');
  expect((await read('east-handler')).settings[3]).toMatchObject({
    value: 20,
    decided: { regionName: '990101', reason: '本县试行', postName: '规则管理员', byName: '样例east-rules' },
  });
  // 10 October and twenty days: Wednesday 30 October 2024.
  const after = await acceptedIn('east');
  expect(decideClock(after)).toMatchObject({ legalDue: '2024-10-30', rests: [{ value: '20日' }] });
  const { steps } = (
    await api.as('east-handler', 'GET', `/api/matters/${after.id}/clocks/decide`)
  ).json<ClockExplanation>();
  expect(steps.at(-1)).toMatchObject({
    text: '设置：几日内决定——20日（east机关自2024-10-10起设定）',
    note: '规程没有规定',
  });
  const again = (await api.as('east-handler', 'GET', `/api/matters/${before.id}`)).json<MatterView>();
  expect(decideClock(again)).toMatchObject({ legalDue: '2024-11-08', rests: [{ value: '30日' }] });
  expect(decideClock(await acceptedIn('west')).legalDue).toBe('2024-11-11');
});

it('the nearest level decides: the city settles for its counties, a county for itself; taken back, the city holds again', async () => {
  const city = await settle('city-leader', { region: '990100', value: 40, from: '2024-10-11', reason: '全市统一' });
  expect(city.statusCode).toBe(200);
  api.stage.at('2024-10-11T02:00:00.000Z');
  expect((await read('east-handler')).settings[3]).toMatchObject({ value: 20, decided: { region: '990101' } });
  expect((await read('west-handler')).settings[3]).toMatchObject({ value: 40, decided: { region: '990100' } });
  expect(await read('city-leader')).toMatchObject({
    mine: [{ code: '990100' }, { code: '990101' }, { code: '990102' }],
  });
  await settle('east-rules', { value: null, from: '2024-10-12', reason: '从全市规定' });
  api.stage.at('2024-10-12T02:00:00.000Z');
  const { settings } = await read('east-handler');
  expect(settings[3]).toMatchObject({ value: 40, decided: { region: '990100' } });
  expect(settings[3]!.history.map((one) => one.valueText)).toEqual(['不再另行规定', '40日', '20日']);
});

it('shows before a change what it would do to the clocks that rest on it', async () => {
  const preview = async (code: string, value: string) =>
    (
      await api.as('east-rules', 'GET', `/api/settings/preview?code=${code}&region=990101&value=${value}&on=2024-10-14`)
    ).json<SettingPreview>();
  expect((await preview(CODE, '10')).clocks).toEqual([
    {
      line: 'request',
      lineName: '示例请求',
      name: '决定',
      event: '受理',
      from: '2024-10-14',
      assumed: null,
      before: '2024-11-25',
      after: '2024-10-24',
    },
  ]);
});

it('has the days in which a change of the law is to be answered, last, and shows what another number would do', async () => {
  const own = (await read('east-handler')).settings.filter(({ lineName }) => lineName === '法规变动');
  expect(own.map(({ code, valueText, unit }) => [code, valueText, unit])).toEqual([
    ['law/alertHigh', '10个工作日', '个工作日'],
    ['law/alertMid', '20个工作日', '个工作日'],
    ['law/alertLow', '60个工作日', '个工作日'],
  ]);
  expect(own[0]).toMatchObject({ line: null, basis: [{ text: expect.stringContaining('第三十七条') }] });
  const { clocks } = (
    await api.as('east-rules', 'GET', '/api/settings/preview?code=law/alertHigh&region=990101&value=5&on=2024-10-14')
  ).json<SettingPreview>();
  // From Monday 14 October: ten working days end on Monday the 28th, five on Monday the 21st.
  expect(clocks).toMatchObject([{ before: '2024-10-28', after: '2024-10-21' }]);
});

it('is never rewritten: the application may add decisions, not change or delete them', async () => {
  const { pool } = api.stage.platform;
  await expect(pool.query("update setting_value set value = '5'")).rejects.toThrow(/permission denied/);
  await expect(pool.query('delete from setting_value')).rejects.toThrow(/permission denied/);
});

it('stands in the ledger with every other record; changed or deleted behind the platform it is found', async () => {
  const { stage } = api;
  const { pool, publicKeys, now } = stage.platform;
  const logOf = async (region: string) => (await verifyLedger(pool, publicKeys)).find(({ log }) => log === region)!;
  const before = await logOf('990101');
  expect(before.waiting).toBeGreaterThanOrEqual(2);
  expect((await read('east-handler')).settings[3]!.history.map(({ leaf }) => leaf)).toEqual([null, null, null]);
  await sequence(pool, stage.keys.signing, now);
  const after = await logOf('990101');
  expect(after).toMatchObject({
    waiting: 0,
    stray: 0,
    report: { fault: null, size: before.report.size + before.waiting },
  });
  expect((await logOf('990100')).report).toMatchObject({ fault: null, size: 1 });
  await stage.platform.settings.refresh(true);
  const leaves = (await read('east-handler')).settings[3]!.history.map(({ leaf }) => leaf);
  expect(leaves.every((leaf) => leaf !== null)).toBe(true);
  // What is logged once is not logged again.
  expect(await sequence(pool, stage.keys.signing, now)).toBe(0);

  const own = "region = '990101' and reason = '本县试行'";
  const [{ id, seq }] = (await stage.asSuperuser<{ id: string; seq: string }>(
    `select s.id, l.seq from setting_value s join leaf l on l.matter = s.id where ${own.replace('region', 's.region')}`,
  )) as [{ id: string; seq: string }];
  await stage.asSuperuser(`create table kept as select * from setting_value where id = '${id}'`);
  const restore = `begin; delete from setting_value where id = '${id}'; insert into setting_value select * from kept; commit`;
  for (const [change, kind] of [
    ["update setting_value set value = '90'", 'changed'],
    ["update setting_value set reason = '别的理由'", 'changed'],
    ["update setting_value set set_by = 'east-head'", 'changed'],
    ["update setting_value set from_day = '2024-01-01'", 'changed'],
    ["update setting_value set at = at - interval '1 second'", 'changed'],
    ['delete from setting_value', 'missing'],
  ] as const) {
    await stage.asSuperuser(`${change} where id = '${id}'`);
    const { report } = await logOf('990101');
    expect([change, report.fault]).toMatchObject([change, { kind, seq: Number(seq) }]);
    await stage.asSuperuser(restore);
  }
  expect((await logOf('990101')).report.fault).toBeNull();
});
