import type { JsonObject } from '@fadu/kernel';
import { checkDefinition } from '@fadu/procedure';
import { codesOf, guardCodes, walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { returns } from './index.js';

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

  it('is one for a period that is one', () => {
    expect(codesOf(walk(returns).decline('2024-01-03', 'begin', { ...sheet, period: '去年' }))).toEqual([
      'returns.period',
    ]);
    const same = [{ id: 'm9', line: 'returns', number: null, state: 'draft', data: {} }];
    expect(codesOf(walk(returns).decline('2024-01-03', 'begin', sheet, { related: { same } }))).toEqual([
      'returns.another',
    ]);
  });

  it('has no refusal beyond those reached here', () =>
    expect(guardCodes(returns)).toEqual(
      [
        'another',
        'filled_twice',
        'jump',
        'overlap',
        'parts_whole',
        'period',
        'rate_counts',
        'rate_range',
        'totals',
        'unknown_code',
        'wrong_form',
      ].map((code) => `returns.${code}`),
    ));
});
