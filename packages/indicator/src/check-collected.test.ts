import { CATALOGUE } from '@fadu/catalogue';
import { describe, expect, it } from 'vitest';
import { checkCollected } from './check-collected.js';
import { approximately, type CollectedFigure, collectedValue, wholeOf } from './collected.js';

const entry = (code: string) => CATALOGUE.find((one) => one.code === code);
const row = (code: string, value?: string, more: Partial<CollectedFigure> = {}): CollectedFigure => ({
  code,
  kind: 'value',
  ...(value !== undefined && { value }),
  ...more,
});
const rules = (rows: readonly CollectedFigure[], before?: readonly CollectedFigure[]) =>
  checkCollected({ rows, entry, ...(before && { before }) }).map(({ rule, severity }) => `${severity} ${rule}`);

it.each([
  ['exact', '250件'],
  ['about', '约250件'],
  ['over', '250余件'],
  ['under', '近250件'],
] as const)('a number that is %s reads %s', (approx, text) => expect(approximately('250件', approx)).toBe(text));
it('of a rate nothing is put between number and sign', () =>
  expect(approximately('86.00%', 'over')).toBe('86.00%以上'));

describe('a return', () => {
  it.each<[string, CollectedFigure[], string[]]>([
    ['in order', [row('mediation.cases', '9084'), row('mediation.succeeded', '8992')], []],
    ['zero is a value', [row('litigation.losses', '0')], []],
    ['a code nobody knows', [row('no.such', '1')], ['hard code']],
    ['the same twice', [row('mediation.cases', '1'), row('mediation.cases', '2')], ['hard twice']],
    [
      'two parts',
      [
        row('decision.contracts_reviewed', '30', { part: '协议' }),
        row('decision.contracts_reviewed', '60', { part: '合同' }),
      ],
      [],
    ],
    ['no value', [row('mediation.cases')], ['hard form']],
    ['words', [row('mediation.cases', '约九千')], ['hard form']],
    ['forty digits', [row('mediation.cases', '9'.repeat(40))], ['hard form']],
    ['a broken count', [row('mediation.cases', '9.5')], ['hard form']],
    ['a negative count', [row('mediation.cases', '-3')], ['hard form']],
    ['missing, with a value', [row('mediation.cases', '0', { kind: 'missing', reason: '台账遗失' })], ['hard form']],
    ['withheld without a reason', [row('mediation.cases', undefined, { kind: 'withheld' })], ['hard form']],
    ['withheld', [row('mediation.cases', undefined, { kind: 'withheld', reason: '涉密' })], []],
    ['half a ratio', [row('mediation.success_rate', undefined, { numerator: 3 })], ['hard form']],
    ['a rate of nothing', [row('mediation.success_rate', undefined, { numerator: 0, denominator: 0 })], ['hard form']],
    ['counts of a count', [row('mediation.cases', undefined, { numerator: 1, denominator: 2 })], ['hard form']],
    ['a rate above 100', [row('mediation.success_rate', '100.5')], ['hard range']],
    [
      'a part above the base',
      [row('mediation.success_rate', undefined, { numerator: 5, denominator: 4 })],
      ['hard range'],
    ],
    ['a rate that agrees', [row('enforcement.exam_pass_rate', '86.1', { numerator: 677, denominator: 786 })], []],
    ['a rate that does not', [row('litigation.win_rate', '95', { numerator: 17, denominator: 18 })], ['hard counts']],
    [
      'a rate against other rows',
      [row('mediation.success_rate', '99.99'), row('mediation.cases', '9084'), row('mediation.succeeded', '8992')],
      ['hard counts'],
    ],
    ['a part above the whole', [row('mediation.cases', '10'), row('mediation.succeeded', '11')], ['hard parts']],
    [
      'a named part above the whole',
      [row('mediation.cases', '10'), row('mediation.cases', '11', { part: '涉企' })],
      ['hard parts'],
    ],
    [
      'a total that is no sum',
      [
        row('governance.star_judicial_stations', '105'),
        row('governance.five_star_judicial_stations', '50'),
        row('governance.four_star_judicial_stations', '34'),
        row('governance.three_star_judicial_stations', '20'),
      ],
      ['hard total'],
    ],
    ['money to the third decimal', [row('mediation.amount', '1.005')], ['hard form']],
  ])('%s', (_, rows, wanted) => expect(rules(rows)).toEqual(wanted));

  it('asks how parts that together exceed the whole overlap', () => {
    const parts = (reason?: string) => [
      { ...row('mediation.cases', '100'), ...(reason !== undefined && { reason }) },
      { ...row('mediation.cases', '70'), part: '婚姻家庭' },
      { ...row('mediation.cases', '50'), part: '未成年人' },
    ];
    expect(rules(parts())).toEqual(['soft parts']);
    expect(rules(parts('两类有交叉。'))).toEqual([]);
    expect(rules(parts().slice(0, 2))).toEqual([]);
  });

  it('asks for the reason of a jump, and only once', () => {
    const before = [row('mediation.cases', '9000')];
    expect(rules([row('mediation.cases', '9084')], before)).toEqual([]);
    expect(rules([row('mediation.cases', '18000')], before)).toEqual(['soft jump']);
    expect(rules([row('mediation.cases', '0')], before)).toEqual(['soft jump']);
    expect(rules([row('mediation.cases', '18000', { reason: '并入排查数' })], before)).toEqual([]);
    // What was not known before cannot jump.
    expect(rules([row('mediation.cases', '18000')], [row('mediation.cases', undefined, { kind: 'missing' })])).toEqual(
      [],
    );
  });
});

describe('values of rows', () => {
  it('keep what they are', () => {
    expect(collectedValue(row('mediation.amount', '2500000'), entry('mediation.amount')!)).toEqual({
      is: 'money',
      fen: 250_000_000,
    });
    expect(collectedValue(row('x', '86.1'), entry('enforcement.exam_pass_rate')!)).toEqual({
      is: 'ratio',
      numerator: 861,
      denominator: 1000,
    });
    expect(collectedValue(row('x', '0'), entry('corrections.recidivism_rate')!)).toEqual({
      is: 'ratio',
      numerator: 0,
      denominator: 100,
    });
    expect(collectedValue(row('x', undefined, { kind: 'missing' }), entry('mediation.cases')!)).toEqual({
      is: 'missing',
      why: 'notRecorded',
    });
  });

  it('add up to the whole, unless one of them is not known', () => {
    const of = entry('decision.contracts_reviewed')!;
    const parts = [row('x', '30', { part: '协议' }), row('x', '60', { part: '合同', approx: 'over' })];
    expect(wholeOf(parts, of)).toEqual({ value: { is: 'count', count: 90 }, approx: 'over' });
    expect(wholeOf([...parts, row('x', undefined, { part: '其他', kind: 'missing' })], of)?.value).toEqual({
      is: 'missing',
      why: 'notRecorded',
    });
    expect(wholeOf([...parts, row('x', '100')], of)?.value).toEqual({ is: 'count', count: 100 });
  });
});
