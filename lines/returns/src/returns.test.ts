import type { JsonObject } from '@fadu/kernel';
import { checkDefinition } from '@fadu/procedure';
import { codesOf, guardCodes, walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { amendmentsIn, changesBetween, figuresInForce, knownSince, returns } from './index.js';

const sheet: JsonObject = {
  unit: 'gov',
  to: 'bureau',
  period: '2023',
  before: '2022',
  openedOn: '2024-01-03',
  dueOn: '2024-01-19',
};
const rows = (...figures: JsonObject[]): JsonObject => ({ figures });
const row = (code: string, value: string, more: JsonObject = {}): JsonObject => ({
  code,
  kind: 'value',
  value,
  ...more,
});

function begun() {
  const walker = walk(returns);
  walker.take('2024-01-03', 'begin', sheet);
  return walker;
}

it('is a sound definition', () => expect(checkDefinition(returns)).toEqual([]));

describe('a return', () => {
  it('goes up, comes back with reasons, and is approved; what was said before stays in the record', () => {
    const walker = begun();
    expect(walker.matter!.clocks.report).toMatchObject({ legalDue: '2024-01-19' });
    walker.take('2024-01-10', 'save', rows(row('mediation.cases', '9000')));
    walker.take('2024-01-15', 'submit', rows(row('mediation.cases', '9000')));
    expect(walker.matter).toMatchObject({ state: 'submitted', clocks: { report: { outcome: 'met' } } });
    walker.take('2024-01-16', 'sendBack', { returnReason: '与台账不符。', dueOn: '2024-01-22' });
    expect(walker.matter).toMatchObject({ state: 'returned', clocks: { report: { legalDue: '2024-01-22' } } });
    walker.take('2024-01-23', 'submit', rows(row('mediation.cases', '9084')));
    expect(walker.matter!.clocks.report).toMatchObject({ outcome: 'late' });
    walker.take('2024-01-24', 'approveFigures');
    expect(walker.matter).toMatchObject({ state: 'approved', data: { approvedOn: '2024-01-24' } });
    walker.take('2024-02-01', 'reopen', { correction: '漏报一个乡镇。', dueOn: '2024-02-09' });
    expect(walker.matter!.state).toBe('returned');
    // Asked for by the superior, it has a last day again.
    expect(walker.matter!.clocks.report).toMatchObject({ legalDue: '2024-02-09', outcome: null });
    expect(JSON.stringify(walker.events)).toContain('9000');
  });

  it('keeps kinds of nothing apart from zero', () => {
    const walker = begun();
    walker.take('2024-01-15', 'submit', {
      figures: [
        row('litigation.losses', '0'),
        { code: 'mediation.amount', kind: 'withheld', reason: '涉密。' },
        { code: 'notary.cases', kind: 'missing', reason: '台账遗失。' },
        { code: 'forensic.cases', kind: 'notApplicable', reason: '辖区内没有机构。' },
        { code: 'lawyer.count', kind: 'notReported' },
      ],
    });
    expect(walker.matter!.data.figures).toHaveLength(5);
  });

  it.each<[string, JsonObject]>([
    ['returns.unknown_code', rows(row('no.such', '1'))],
    ['returns.filled_twice', rows(row('mediation.cases', '1'), row('mediation.cases', '2'))],
    ['returns.wrong_form', rows(row('mediation.cases', '九千'))],
    ['returns.rate_range', rows(row('litigation.win_rate', '101'))],
    ['returns.rate_counts', rows(row('litigation.win_rate', '95', { numerator: 17, denominator: 18 }))],
    ['returns.parts_whole', rows(row('mediation.cases', '10'), row('mediation.succeeded', '11'))],
    [
      'returns.totals',
      rows(
        row('governance.star_judicial_stations', '105'),
        row('governance.five_star_judicial_stations', '50'),
        row('governance.four_star_judicial_stations', '34'),
        row('governance.three_star_judicial_stations', '20'),
      ),
    ],
  ])('%s', (code, input) => {
    expect(codesOf(begun().decline('2024-01-15', 'submit', input))).toEqual([code]);
  });

  it('returns.jump asks for a reason, for the row or for the sheet', () => {
    const before = [
      { id: 'm0', line: 'returns', number: null, state: 'approved', data: rows(row('mediation.cases', '3000')) },
    ];
    const related = { before };
    const declined = begun().decline('2024-01-15', 'submit', rows(row('mediation.cases', '9084')), { related });
    expect(declined.needsReason.map((one) => one.code)).toEqual(['returns.jump']);
    begun().take('2024-01-15', 'submit', rows(row('mediation.cases', '9084', { reason: '统计范围扩大到村。' })), {
      related,
    });
    begun().take('2024-01-15', 'submit', rows(row('mediation.cases', '9084')), {
      related,
      reasons: { 'returns.jump': '统计范围扩大到村。' },
    });
  });

  it('returns.overlap asks how parts that together exceed the whole overlap', () => {
    const overlapping = (reason?: string) =>
      rows(
        row('mediation.cases', '100', reason === undefined ? {} : { reason }),
        row('mediation.cases', '70', { part: '婚姻家庭' }),
        row('mediation.cases', '50', { part: '未成年人' }),
      );
    const declined = begun().decline('2024-01-15', 'submit', overlapping());
    expect(declined.needsReason.map((one) => one.code)).toEqual(['returns.overlap']);
    begun().take('2024-01-15', 'submit', overlapping('两类有交叉。'));
  });

  it('returns.units_sum: a sum of the units below is the sum of what counts there now', () => {
    const below = (id: string, state: string, data: JsonObject) => ({ id, line: 'returns', number: null, state, data });
    const related = (north: JsonObject, state = 'approved') => ({
      below: [below('north', state, north), below('south', 'approved', rows(row('mediation.cases', '12')))],
    });
    const sum = (value: string) => rows(row('mediation.cases', value, { origin: 'units' }));
    const sent = { related: related(rows(row('mediation.cases', '28'))) };
    begun().take('2024-01-15', 'submit', sum('40'), sent);
    const declined = begun().decline('2024-01-15', 'submit', sum('38'), sent);
    expect(codesOf(declined)).toEqual(['returns.units_sum']);
    expect(declined.refusals[0]!.message).toContain('填38，下级审定的数现在合计40');
    // Typed by hand it is nobody's sum; while north puts its own right, what was approved counts.
    begun().take('2024-01-15', 'submit', rows(row('mediation.cases', '38')), sent);
    const amending = { ...rows(row('mediation.cases', '35')), inForce: rows(row('mediation.cases', '28')).figures! };
    begun().take('2024-01-15', 'submit', sum('40'), { related: related(amending, 'amending') });
    // Without a sum there is nothing to differ from.
    begun().take('2024-01-15', 'submit', sum('38'), { related: related({}, 'draft') });
  });

  it('is one for a period that is one', () => {
    expect(codesOf(walk(returns).decline('2024-01-03', 'begin', { ...sheet, period: '去年' }))).toEqual([
      'returns.period',
    ]);
    const same = [{ id: 'm9', line: 'returns', number: null, state: 'draft', data: {} }];
    expect(codesOf(walk(returns).decline('2024-01-03', 'begin', sheet, { related: { same } }))).toEqual([
      'returns.another',
    ]);
  });

  describe('put right after approval (统计法24条2款)', () => {
    const first = rows(row('mediation.cases', '30'), row('mediation.succeeded', '28'));
    const second = rows(row('mediation.cases', '35'), row('mediation.succeeded', '28'));
    const approved = () => {
      const walker = begun();
      walker.take('2024-01-15', 'submit', first);
      walker.take('2024-01-16', 'approveFigures');
      return walker;
    };
    const counts = ({ matter }: ReturnType<typeof begun>) => figuresInForce(matter!.state, matter!.data);

    it('by its own unit: the old figures count until the new ones are approved', () => {
      const walker = approved();
      expect(walker.matter!.data.amendment ?? null).toBeNull();
      walker.take('2024-02-01', 'amend', { correction: '漏报一个村。' });
      expect(walker.matter).toMatchObject({ state: 'amending', data: { amendment: 'own' } });
      walker.take('2024-02-01', 'save', second);
      expect(counts(walker)).toEqual(first.figures);
      walker.take('2024-02-02', 'submit', second);
      expect(counts(walker)).toEqual(first.figures);
      // Taken back it is where it was; no last day was named, so none is missed.
      walker.take('2024-02-02', 'takeBack');
      expect(walker.matter).toMatchObject({ state: 'amending', clocks: { report: { outcome: 'met' } } });
      walker.take('2024-02-03', 'submit', second);
      walker.take('2024-02-05', 'approveFigures');
      expect(counts(walker)).toEqual(second.figures);
      expect(walker.matter!.data).toMatchObject({ inForce: null, amendment: 'approved', amendedOn: '2024-02-05' });

      const [amended, ...others] = amendmentsIn(walker.events);
      expect(others).toEqual([]);
      expect(amended).toMatchObject({
        on: '2024-02-05',
        reason: '漏报一个村。',
        was: first.figures,
        is: second.figures,
      });
      expect(changesBetween(amended!.was, amended!.is)).toMatchObject([
        { code: 'mediation.cases', was: { value: '30' }, is: { value: '35' } },
      ]);
      expect(knownSince(walker.events)).toBe(walker.events.findLast(({ action }) => action === 'submit')!.seq);
    });

    it('given up, or not agreed to, leaves the approved figures', () => {
      const given = approved();
      given.take('2024-02-01', 'amend', { correction: '看错了。' });
      given.take('2024-02-01', 'save', second);
      given.take('2024-02-01', 'giveUp');
      expect(given.matter).toMatchObject({ state: 'approved', data: { ...first, inForce: null, amendment: null } });
      const kept = approved();
      kept.take('2024-02-01', 'amend', { correction: '漏报一个村。' });
      kept.take('2024-02-02', 'submit', second);
      kept.take('2024-02-03', 'keep', { keptReason: '该村2月才设立。' });
      expect(kept.matter).toMatchObject({ state: 'approved', data: { ...first, inForce: null } });
      expect(amendmentsIn(kept.events)).toEqual([]);
    });

    it('sent back it has a last day; what was approved still counts', () => {
      const walker = approved();
      walker.take('2024-02-01', 'amend', { correction: '漏报一个村。' });
      walker.take('2024-02-02', 'submit', second);
      walker.take('2024-02-03', 'sendBack', { returnReason: '请附台账。', dueOn: '2024-02-08' });
      expect(walker.matter).toMatchObject({ state: 'returned', clocks: { report: { legalDue: '2024-02-08' } } });
      expect(counts(walker)).toEqual(first.figures);
      walker.take('2024-02-06', 'submit', second);
      walker.take('2024-02-06', 'takeBack');
      expect(walker.matter).toMatchObject({ state: 'returned', clocks: { report: { legalDue: '2024-02-08' } } });
    });

    it('returns.nothing_amended: own amendments change something; who is asked may stand by its figures', () => {
      const own = approved();
      own.take('2024-02-01', 'amend', { correction: '漏报一个村。' });
      expect(codesOf(own.decline('2024-02-02', 'submit', first))).toEqual(['returns.nothing_amended']);
      const asked = approved();
      asked.take('2024-02-01', 'reopen', { correction: '与台账不符。', dueOn: '2024-02-09' });
      asked.take('2024-02-02', 'submit', first);
    });

    it('a unit above says why its own figures stand', () => {
      const walker = approved();
      const note = { belowNote: '本表按案卷另行统计。' };
      expect(codesOf(walker.decline('2024-02-05', 'settleBelow', note))).toEqual(['returns.nothing_below']);
      const below = [{ id: 'm2', line: 'returns', number: null, state: 'approved', data: { amendment: 'approved' } }];
      walker.take('2024-02-05', 'settleBelow', note, { related: { below } });
      expect(walker.matter!.state).toBe('approved');
      expect(knownSince(walker.events)).toBe(walker.events.at(-1)!.seq);
    });
  });

  it('has no refusal beyond those reached here', () =>
    expect(guardCodes(returns)).toEqual(
      [
        'another',
        'filled_twice',
        'jump',
        'nothing_amended',
        'nothing_below',
        'overlap',
        'parts_whole',
        'period',
        'rate_counts',
        'rate_range',
        'totals',
        'units_sum',
        'unknown_code',
        'wrong_form',
      ].map((code) => `returns.${code}`),
    ));
});
