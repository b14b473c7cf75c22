import { figuresOf, readFigures, writeStatement } from '@fadu/figures';
import { CATALOGUE, countOf, moneyOf, ratioOf, type Value } from '@fadu/indicator';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inUnit, movementOf, type Stated, statementOf } from './sentence.js';

const whole = fc.oneof(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 99_999_999 }));
const fraction = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 }));

const figure = (code: string, value: Value, approx: 'exact' | 'over' | 'under' | 'about'): Stated => ({
  code,
  unit: CATALOGUE.find((entry) => entry.code === code)!.unit,
  source: 'returns',
  collected: { value, approx, parts: [], note: null, from: [], waiting: [] },
});

/** Values that an indicator can have. */
const valuesOf = (unit: string, kind: string): fc.Arbitrary<Value> =>
  unit === '%'
    ? fraction.map(([one, two]) => ratioOf(Math.min(one, two), Math.max(one, two)))
    : kind === 'money'
      ? whole.map((yuan) => moneyOf(yuan * 100))
      : unit === '年'
        ? fc.integer({ min: 2, max: 40 }).map(countOf)
        : whole.map(countOf);

it.each(CATALOGUE.map(({ code, unit, kind }) => [code, unit, kind] as const))(
  'what is written of %s is read as it was written',
  (code, unit, kind) => {
    const approx =
      unit === '%' || unit === '年'
        ? fc.constant('exact' as const)
        : fc.constantFrom('exact' as const, 'over' as const, 'under' as const, 'about' as const);
    fc.assert(
      fc.property(valuesOf(unit, kind), valuesOf(unit, kind), approx, (value, before, rounded) => {
        const statement = statementOf(figure(code, value, rounded), value, before)!;
        const movement = movementOf(code, statement);
        for (const told of movement ? [statement, movement] : [statement]) {
          const read = readFigures(writeStatement(told)).map((one) => [one.value, one.unit, one.approx, one.role]);
          expect(read).toEqual(figuresOf(told).map((one) => [one.value, one.unit, one.approx, one.role]));
        }
      }),
      { numRuns: 25 },
    );
  },
);

it('gives every figure the code it was written from', () => {
  const read = CATALOGUE.map(({ code, unit, kind }) => {
    const value = unit === '%' ? ratioOf(3, 4) : kind === 'money' ? moneyOf(1_234_500) : countOf(23);
    return [code, readFigures(writeStatement(statementOf(figure(code, value, 'exact'), value)!))[0]?.indicator];
  });
  expect(read.filter(([code, got]) => got !== code)).toEqual([]);
});

it('tells a movement where it reads as the figure it is, and none where it did not move or more is said', () => {
  const told = CATALOGUE.flatMap(({ code, unit, kind }) => {
    const [value, before] =
      unit === '%'
        ? [ratioOf(3, 4), ratioOf(1, 2)]
        : kind === 'money'
          ? [moneyOf(1_234_500), moneyOf(1_000_000)]
          : [countOf(23), countOf(31)];
    const movement = movementOf(code, statementOf(figure(code, value, 'exact'), value, before)!);
    return movement ? [[code, writeStatement(movement)] as const] : [];
  });
  expect(new Map(told).get('litigation.loss_rate')).toBe('行政诉讼败诉率由50%上升至75%。');
  expect(new Map(told).get('reconsideration.accepted')).toBe('受理行政复议案件由31件下降至23件。');
  expect(told.length).toBeGreaterThan(180);
  const still = figure('reconsideration.accepted', countOf(23), 'exact');
  expect(movementOf(still.code, statementOf(still, countOf(23), countOf(23))!)).toBeUndefined();
  expect(movementOf(still.code, statementOf(still, countOf(23))!)).toBeUndefined();
  const about = figure('mediation.cases', countOf(23), 'about');
  expect(movementOf(about.code, statementOf(about, countOf(23), countOf(31))!)).toBeUndefined();
});

it('a number is kept in its unit: a rate as percent, money in yuan', () => {
  expect(inUnit(ratioOf(6, 7), '%')).toBe(85.71);
  expect(inUnit(ratioOf(15, 60), '%')).toBe(25);
  expect(inUnit(ratioOf(90, 4), '日')).toBe(22.5);
  expect(inUnit(moneyOf(12_345), '元')).toBe(123.45);
  expect(inUnit({ is: 'missing', why: 'notRecorded' }, '%')).toBeUndefined();
});
