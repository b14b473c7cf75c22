import { describe, expect, test } from 'vitest';
import type { Formula, Formulas, Selection } from './formula.js';
import { rolledFormulas } from './moment.js';
import { parsePeriod } from './period.js';
import { rolledValue } from './rolled.js';

const of = (field: string, where: Selection['where'] = []): Selection => ({ line: 'sample', day: { field }, where });
const version = (formula: Formula) => ({ version: 1, from: '2017-01-01', formula, counted: '样例' });
const inHand: Selection = { line: 'sample', day: { during: 'acceptedOn', until: 'concludedOn' } };

const formulas: Formulas = {
  accepted: [version({ kind: 'count', of: of('acceptedOn') })],
  inHand: [version({ kind: 'count', of: inHand })],
  settled: [version({ kind: 'count', of: of('acceptedOn', [{ field: 'outcome', anyOf: ['A'] }]) })],
  rate: [version({ kind: 'cohort', whole: of('acceptedOn'), where: [{ field: 'outcome', anyOf: ['A'] }] })],
  days: [version({ kind: 'days', of: of('acceptedOn'), from: 'receivedOn', to: 'acceptedOn', at: 'median' })],
  otherEnd: [version({ kind: 'stock', of: of('acceptedOn'), until: 'closedOn' })],
  amountInHand: [version({ kind: 'sum', of: inHand, amount: 'amount' })],
};

describe('moments', () => {
  const rolled = rolledFormulas(formulas);
  const sides = (code: string) => rolled.sidesOf(code, formulas[code]![0]!, 'main')!;

  test('formulas that look at one day share its record, and the same condition is one bit', () => {
    expect(new Set(['accepted', 'inHand', 'settled', 'rate'].flatMap(sides).map(({ moment }) => moment.id))).toEqual(
      new Set([1]),
    );
    expect(rolled.moments[0]!.counts).toHaveLength(2);
    expect(sides('rate').map(({ bit }) => bit)).toEqual([sides('settled')[0]!.bit, sides('accepted')[0]!.bit]);
  });

  test('an amount, and an end on another day, are records of their own', () => {
    expect(rolled.moments.map(({ at, until, measure }) => [at, until, measure])).toEqual([
      [{ field: 'acceptedOn' }, 'concludedOn', undefined],
      [{ field: 'acceptedOn' }, undefined, { from: 'receivedOn', to: 'acceptedOn' }],
      [{ field: 'acceptedOn' }, 'closedOn', undefined],
    ]);
  });

  test('amounts of what is there for a time are not added up by month', () => {
    expect(rolled.sidesOf('amountInHand', formulas.amountInHand![0]!, 'main')).toBeUndefined();
  });

  test('more conditions than bits go on in a second record of the day', () => {
    const many = Object.fromEntries(
      Array.from({ length: 130 }, (_, index) => [
        `n${index}`,
        [version({ kind: 'count', of: of('receivedOn', [{ field: 'outcome', anyOf: [`${index}`] }]) })],
      ]),
    );
    expect(rolledFormulas(many).moments.map(({ counts }) => counts.length)).toEqual([60, 60, 10]);
  });

  test('sums are told apart by a field where records have one day, under numbers after those of the moments', () => {
    const { moments } = rolledFormulas({
      ...formulas,
      accepted: [{ ...formulas.accepted![0]!, dividedBy: ['act.kind', 'outcome'] }],
      settled: [{ ...formulas.settled![0]!, dividedBy: ['outcome'] }],
      inHand: [{ ...formulas.inHand![0]!, dividedBy: ['outcome'] }],
      days: [{ ...formulas.days![0]!, dividedBy: ['outcome'] }],
    });
    expect(moments.map(({ by }) => by)).toEqual([
      [
        { id: 4, field: 'act.kind' },
        { id: 5, field: 'outcome' },
      ],
      [],
      [],
    ]);
  });

  test.each([
    ['2023', 'accepted', ['month']],
    ['2023-07-05', 'accepted', ['counted']],
    ['2023-01-01..2023-07-05', 'accepted', ['month', 'counted']],
    ['2023-01-15..2023-07-05', 'accepted', ['month', 'counted', 'counted']],
    ['2023-01-15..2023-02-20', 'accepted', ['counted']],
    ['2023Q2', 'inHand', ['month']],
    ['2023-07-05', 'inHand', ['month', 'counted', 'counted']],
  ])('%s of %s is put together from %o', (text, code, from) => {
    const within = { units: [1], places: [2] };
    const sql = rolledValue(formulas[code]![0]!.formula, sides(code), parsePeriod(text)!, within).text;
    expect([...sql.matchAll(/from indicator_(month|counted)/g)].map(([, table]) => table)).toEqual(from);
  });
});
