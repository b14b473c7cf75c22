import { parsePeriod } from '@fadu/indicator';
import type { JsonObject } from '@fadu/kernel';
import { collection, getLine } from '@fadu/lines';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING, type Scope } from '../access/scope.js';
import { indicatorFigure } from '../indicators/figure.js';
import { findMatter } from '../matters/execute.js';
import { hire, official, populate, raise, type Stage, take } from '../testing/stage.js';
import { returnForm } from './form.js';
import { returnStatus } from './status.js';

const row = (code: string, value: string, more: JsonObject = {}): JsonObject => ({
  code,
  kind: 'value',
  value,
  ...more,
});

describe('figures of returns', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raise({ lines: [getLine(collection.line)] });
    await populate(stage);
    for (const unit of ['city', 'east', 'west']) await hire(stage, `${unit}-reporter`, 'returnReporter', unit);
    await hire(stage, 'city-reviewer', 'returnReviewer', 'city');
    await stage.platform.directory.refresh(true);
  }, 180_000);
  afterAll(() => stage.close());

  const figure = async (code: string, org: string, period: string, scope: Scope = EVERYTHING, own = false) => {
    const result = await indicatorFigure(stage.platform, scope, { code, org, period, own });
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const begin = async (unit: string, period: string, before?: string): Promise<string> => {
    const opening = {
      unit,
      to: 'city',
      period,
      openedOn: '2024-10-08',
      dueOn: '2024-10-20',
      ...(before && { before }),
    };
    return (await take(stage, `${unit}-reporter`, { line: 'returns', organ: unit }, 'begin', opening)).matter.id;
  };
  const file = async (unit: string, period: string, figures: JsonObject[]): Promise<string> => {
    const id = await begin(unit, period);
    await take(stage, `${unit}-reporter`, id, 'submit', { figures });
    await take(stage, 'city-reviewer', id, 'approveFigures');
    return id;
  };

  it('count only when approved, and say where they come from', async () => {
    const id = await begin('east', '2023');
    await take(stage, 'east-reporter', id, 'submit', {
      figures: [
        row('mediation.cases', '9084'),
        row('mediation.amount', '2500000', { approx: 'over' }),
        row('decision.contracts_reviewed', '30', { part: '协议' }),
        row('decision.contracts_reviewed', '60', { part: '合同' }),
        row('enforcement.exam_pass_rate', '86.1'),
        row('notary.cases', '0'),
        { code: 'lawyer.count', kind: 'withheld', reason: '涉密。' },
      ],
    });
    expect((await figure('mediation.cases', 'east', '2023')).value).toEqual({ is: 'missing', why: 'notYetReported' });
    await take(stage, 'city-reviewer', id, 'approveFigures');
    const cases = await figure('mediation.cases', 'east', '2023');
    expect(cases).toMatchObject({ value: { is: 'count', count: 9084 }, source: 'returns' });
    expect(cases.collected?.from).toMatchObject([{ matter: id, unit: 'east' }]);
    expect((await figure('mediation.amount', 'east', '2023')).collected?.approx).toBe('over');
    const contracts = await figure('decision.contracts_reviewed', 'east', '2023');
    expect(contracts.value).toEqual({ is: 'count', count: 90 });
    expect(contracts.collected?.parts.map(({ name }) => name)).toEqual(['协议', '合同']);
    expect((await figure('enforcement.exam_pass_rate', 'east', '2023')).text).toBe('86.10%');
    // Zero is a figure; withheld and not asked are not.
    expect((await figure('notary.cases', 'east', '2023')).value).toEqual({ is: 'count', count: 0 });
    expect((await figure('lawyer.count', 'east', '2023')).value).toEqual({ is: 'missing', why: 'withheld' });
    expect((await figure('forensic.cases', 'east', '2023')).value).toEqual({ is: 'missing', why: 'notYetReported' });
    expect((await figure('mediation.cases', 'east', '2022')).value).toEqual({ is: 'missing', why: 'notYetReported' });
    expect((await figure('mediation.cases', 'east', '2024')).before.value).toEqual({ is: 'count', count: 9084 });
  });

  it('add up over the units below, once all of them have reported', async () => {
    const partly = await figure('mediation.cases', 'city', '2023');
    expect(partly.value).toEqual({ is: 'missing', why: 'notYetReported' });
    expect(partly.collected?.waiting).toEqual(['west机关']);
    // One that ended within the year is waited for by nobody: whoever took over its work reports that too.
    await stage.owner.query("update org set valid_to = '2023-06-30' where id = 'west'");
    expect(await figure('mediation.cases', 'city', '2023')).toMatchObject({
      value: { is: 'count', count: 9084 },
      collected: { from: [{ name: 'east机关', text: '9084件' }], waiting: [] },
    });
    const listed = async (period: string) =>
      (
        await returnStatus(
          stage.platform,
          official(stage, 'city-reviewer'),
          stage.platform.directory.getOrg('city'),
          parsePeriod(period)!,
        )
      ).map(({ unit }) => unit);
    expect(await listed('2022')).toContain('west');
    expect(await listed('2023')).not.toContain('west');
    await stage.owner.query("update org set valid_to = null where id = 'west'");
    await file('west', '2023', [row('mediation.cases', '16'), row('enforcement.exam_pass_rate', '90')]);
    expect((await figure('mediation.cases', 'city', '2023')).value).toEqual({ is: 'count', count: 9100 });
    // Rates do not add up, and what is asked of the unit itself is not what is below.
    expect((await figure('enforcement.exam_pass_rate', 'city', '2023')).collected).toBeNull();
    expect((await figure('mediation.cases', 'city', '2023', EVERYTHING, true)).value.is).toBe('missing');
    // What the unit itself says goes before the sum.
    await file('city', '2023', [row('mediation.cases', '9101')]);
    expect((await figure('mediation.cases', 'city', '2023')).value).toEqual({ is: 'count', count: 9101 });
  });

  const years = [parsePeriod('2022')!, parsePeriod('2021')!] as const;
  it('stay as collected when a line feeds the indicator', async () => {
    await file('east', '2022', [row('reconsideration.accepted', '41')]);
    expect(await figure('reconsideration.accepted', 'east', '2022')).toMatchObject({
      value: { is: 'count', count: 41 },
      source: 'returns',
    });
    const accept = (day: string) =>
      stage.owner.query(
        `insert into matter (region, id, line, line_version, rule_set, organ, path, orgs, receipt, state, revision, data, clocks,
         assignees, flags, title, words, opened_on, waits_for, people)
       values ('990101', gen_random_uuid(), 'reconsideration', '1', 'r1', 'east', 'r.city.east', '{east}', $1::text, 'received', 1,
         jsonb_build_object('receivedOn', $1::text, 'acceptedOn', $1::text), '{}', '{}', '{}', '样例', '', $1::date, '{}', '{}')`,
        [day],
      );
    // In the year in which it begins there are records of a part only: what was approved of all of it stands.
    await accept('2022-09-05');
    expect(await figure('reconsideration.accepted', 'east', '2022')).toMatchObject({
      value: { is: 'count', count: 41 },
      source: 'returns',
      notes: ['平台的记录在期间中途才开始，不是全期的，这里用填报的数；记录算出的是1件。'],
    });
    const form = await returnForm(stage.platform, EVERYTHING, stage.platform.directory.getOrg('west'), ...years);
    expect(form.rows.find(({ code }) => code === 'reconsideration.accepted')).toMatchObject({
      known: null,
      partial: null,
    });
    // A period of which they tell the whole is theirs; what was reported stays beside it.
    expect(await figure('reconsideration.accepted', 'east', '2022-09')).toMatchObject({ source: 'records' });
    await accept('2022-01-05');
    const fed = await figure('reconsideration.accepted', 'east', '2022');
    expect(fed).toMatchObject({ value: { is: 'count', count: 2 }, source: 'records', notes: [] });
    expect(fed.collected?.value).toEqual({ is: 'count', count: 41 });
  });

  it('are seen only in scope, like matters', async () => {
    const west: Scope = { orgs: ['west'], paths: [], matter: null };
    expect((await figure('mediation.cases', 'east', '2023', west)).value).toEqual({
      is: 'missing',
      why: 'notYetReported',
    });
    expect((await figure('mediation.cases', 'west', '2023', west)).value).toEqual({ is: 'count', count: 16 });
  });

  it('ask the reason of a jump against the return of the period before, and keep what was said before', async () => {
    const id = await begin('west', '2024H1', '2023');
    const jump = () => take(stage, 'west-reporter', id, 'submit', { figures: [row('mediation.cases', '160')] });
    await expect(jump()).rejects.toThrow('returns.jump');
    await take(stage, 'west-reporter', id, 'submit', {
      figures: [row('mediation.cases', '160', { reason: '范围扩大。' })],
    });
    await take(stage, 'city-reviewer', id, 'sendBack', { returnReason: '请附说明。', dueOn: '2024-10-21' });
    await take(stage, 'west-reporter', id, 'submit', { figures: [row('mediation.cases', '16')] });
    const record = (await findMatter(stage.platform, EVERYTHING, id))!.record;
    expect(record.data.figures).toHaveLength(1);
    const { rows } = await stage.owner.query(
      'select count(*)::int as told from event where matter = $1 and body::text like $2',
      [id, '%"160"%'],
    );
    expect(rows[0]?.told).toBe(1);
  });

  it('say who is late, who was not asked, and how much is filled in', async () => {
    const late = () =>
      returnStatus(
        stage.platform,
        official(stage, 'city-reviewer'),
        stage.platform.directory.getOrg('city'),
        parsePeriod('2024H1')!,
      );
    expect(await late()).toMatchObject([
      { unit: 'east', name: 'east机关', stateName: null, dueOn: null, late: false, matter: null, mayRemind: false },
      { unit: 'west', stateName: '待审核', late: false, filled: 1, mayRemind: false },
    ]);
    stage.at('2024-10-22T02:00:00.000Z');
    await begin('east', '2024H1');
    expect((await late())[0]).toMatchObject({
      unit: 'east',
      stateName: '填报中',
      dueOn: '2024-10-20',
      late: true,
      mayRemind: true,
      filled: 0,
    });
  });

  it('give a rate that nobody stated from its two counts', async () => {
    await file('east', '2021', [row('mediation.cases', '200'), row('mediation.succeeded', '190')]);
    expect(await figure('mediation.success_rate', 'east', '2021')).toMatchObject({
      text: '95.00%',
      value: { is: 'ratio', numerator: 190, denominator: 200 },
      source: 'returns',
    });
    expect((await figure('mediation.success_rate', 'city', '2021')).collected?.waiting).toEqual(['west机关']);
    await file('west', '2021', [row('mediation.cases', '300'), row('mediation.succeeded', '200')]);
    // Of both places the counts are added up, not the rates.
    expect((await figure('mediation.success_rate', 'city', '2021')).text).toBe('78.00%');
  });
});
