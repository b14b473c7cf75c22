import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigures } from './read.js';
import type { Figure } from './types.js';
import { percentOf } from './write.js';
import { figuresOf, type ReportStatement, type StatedFigure, writeStatement } from './write-statement.js';

const stated = (figure: Figure): StatedFigure => ({
  value: figure.value,
  ...(figure.value_to === undefined ? {} : { valueTo: figure.value_to }),
  unit: figure.unit,
  approx: figure.approx,
  role: figure.role,
  polarity: figure.polarity,
});

const unit = fc.constantFrom('件', '部', '项', '个', '家', '人', '名', '人次', '场', '份', '条', '元', '件次', '户');
const whole = fc.oneof(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 3_000_000_000 }));
const rate = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);
const noun = fc.constantFrom('行政复议案件', '法律援助案件', '各类矛盾纠纷', '行政规范性文件', '普法活动');
const verb = fc.constantFrom('全年办理', '共受理', '全市累计开展', '依法审查');
const fraction = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }))
  .map(([one, two]) => ({ numerator: Math.min(one, two), denominator: Math.max(one, two) }));

const statement: fc.Arbitrary<ReportStatement> = fc.oneof(
  fc.record({
    form: fc.constant('count' as const),
    verb,
    noun,
    value: whole,
    unit,
    style: fc.record({
      numerals: fc.constantFrom('exact' as const, 'magnitude' as const, 'rounded' as const),
      approx: fc.constantFrom('exact' as const, 'about' as const, 'over' as const, 'under' as const),
    }),
    before: fc.option(whole),
    parts: fc.array(
      fc.record({ noun: fc.constantFrom('涉企', '涉农', '市本级'), value: fc.integer({ min: 0, max: 9999 }) }),
      {
        maxLength: 3,
      },
    ),
  }),
  fraction.chain(({ numerator, denominator }) =>
    fc.record({
      form: fc.constant('rate' as const),
      name: fc.constantFrom('问题整改率', '群众满意率', '行政诉讼败诉率', '负责人出庭应诉率'),
      numerator: fc.constant(numerator),
      denominator: fc.constant(denominator),
      before: fc.option(rate),
    }),
  ),
  fc.record({
    form: fc.constant('movement' as const),
    noun: fc.constantFrom('群众满意率', '行政诉讼败诉率'),
    before: rate,
    now: rate,
    unit: fc.constant('%'),
  }),
  fc.record({
    form: fc.constant('movement' as const),
    noun: fc.constantFrom('督查检查事项', '行政复议案件'),
    before: whole,
    now: whole,
    unit,
  }),
  fraction.chain(({ numerator, denominator }) =>
    fc.record({
      form: fc.constant('share' as const),
      noun: fc.constantFrom('涉企案件', '女性律师'),
      whole: fc.constantFrom('全部案件', '总数'),
      numerator: fc.constant(numerator),
      denominator: fc.constant(denominator),
    }),
  ),
  fc.record({
    form: fc.constant('rank' as const),
    noun: fc.constantFrom('法治建设满意度', '办案质量'),
    scope: fc.constantFrom('全省', '全国'),
    place: fc.integer({ min: 1, max: 400 }),
  }),
  fc.record({
    form: fc.constant('duration' as const),
    years: fc.integer({ min: 2, max: 40 }),
    achieved: fc.constantFrom('实现安全稳定', '保持全省前列'),
  }),
  fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), verb, noun, unit)
    .map(([from, more, does, what, counted]) => ({
      form: 'range' as const,
      verb: does,
      noun: what,
      from,
      to: from + more,
      unit: counted,
    })),
);

/** The percentage with two decimals that is nearest to the fraction: off by no more than half of the last digit. */
function expectNearest(percent: number, numerator: number, denominator: number): void {
  const [hundredths, top, bottom] = [Math.round(percent * 100), numerator, denominator].map(BigInt);
  const off = hundredths! * bottom! - top! * 10_000n;
  expect((off < 0n ? -off : off) * 2n <= bottom!, `${percent}% of ${numerator}/${denominator}`).toBe(true);
}

/** A change as it is read, from `before` to `now`. */
function expectChange({ value, unit: own, polarity }: Figure, now: number, before: number): void {
  expect(polarity).toBe(now === before ? null : now > before ? 'up' : 'down');
  if (own === '%') expectNearest(value, Math.abs(now - before), before);
  else expect(value).toBe(Math.abs(now - before));
}

describe('writeStatement', () => {
  test.each<[ReportStatement, string]>([
    [
      {
        form: 'count',
        verb: '受理',
        noun: '行政复议案件',
        value: 4034,
        unit: '件',
        before: 2212,
        parts: [{ noun: '涉企案件', value: 45 }],
      },
      '受理行政复议案件4034件，同比增长82.37%，其中涉企案件45件。',
    ],
    [
      { form: 'rate', name: '化解率', numerator: 1702, denominator: 1967, before: 79.49 },
      '化解率86.53%，同比上升7.04个百分点。',
    ],
    [
      { form: 'movement', noun: '行政诉讼败诉率', before: 23.66, now: 12.03, unit: '%' },
      '行政诉讼败诉率由23.66%下降至12.03%。',
    ],
    [{ form: 'rank', noun: '法治建设满意度', scope: '全省', place: 2 }, '法治建设满意度居全省第2位。'],
    [{ form: 'range', verb: '每村培育', noun: '法律明白人', from: 3, to: 5, unit: '名' }, '每村培育法律明白人3—5名。'],
  ])('%j', (own, written) => {
    expect(writeStatement(own)).toBe(written);
  });

  test('what is written is read back as the same figures, for every form', () => {
    fc.assert(
      fc.property(statement, (own) => {
        expect(readFigures(writeStatement(own)).map(stated)).toEqual(figuresOf(own));
      }),
      { numRuns: 3000 },
    );
  });

  // The writer's own arithmetic is not asked: what is read is held against the numbers themselves, in whole numbers.
  test('what is read is the number told, as near as the words say', () => {
    fc.assert(
      fc.property(statement, (own) => {
        const [first, second] = readFigures(writeStatement(own));
        if (own.form === 'count') {
          const { value, style, before } = own;
          if (first!.approx === 'over' && style?.approx === 'exact') {
            expect(style.numerals).toBe('rounded');
            expect(first!.value).toBeLessThan(value);
            expect(value - first!.value).toBeLessThan(value >= 1e8 ? 1e7 : 1e3);
          } else expect(first!.value).toBe(value);
          if (before !== null) expectChange(second!, value, before);
        }
        if (own.form === 'rate' || own.form === 'share') expectNearest(first!.value, own.numerator, own.denominator);
        if (own.form === 'rate' && own.before !== null) {
          const moved = Math.round(first!.value * 100) - Math.round(own.before * 100);
          expect(Math.round(second!.value * 100)).toBe(Math.abs(moved));
          expect(second!.polarity).toBe(moved === 0 ? null : moved > 0 ? 'up' : 'down');
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('percentOf is exact to the half', () => {
    expect(percentOf(1702, 1967)).toBe(86.53);
    expect(percentOf(1, 3)).toBe(33.33);
    expect(percentOf(2, 3)).toBe(66.67);
    expect(percentOf(1, 800)).toBe(0.13);
    expect(percentOf(-1, 800)).toBe(-0.13);
    expect(() => percentOf(1, 0)).toThrow(RangeError);
  });
});
