import { countOf, heightOf, missing, type Value } from '@fadu/indicator';
import type { BoardRow } from '@fadu/wire';
import { describe, expect, it } from 'vitest';
import { fieldFinding, placesFinding, trendFinding } from './finding.js';

const row = (label: string, value: Value, unit: string, rank: number | null = null): BoardRow => ({
  key: label,
  label,
  value,
  text:
    value.is === 'count'
      ? `${value.count}${unit}`
      : value.is === 'ratio'
        ? `${((value.numerator / value.denominator) * 100).toFixed(2)}%`
        : '没有记录',
  height: heightOf(value, unit),
  parts: null,
  rank,
  unranked: null,
  before: null,
  open: { code: 'sample', org: 'o', period: '2023' },
});
const counts = (...of: readonly (number | null)[]): BoardRow[] =>
  of.map((count, index) => row(`${index + 1}月`, count === null ? missing('notRecorded') : countOf(count), '件'));
const rate = (label: string, numerator: number, denominator: number, rank: number | null = null): BoardRow =>
  row(label, { is: 'ratio', numerator, denominator }, '%', rank);
const cases = { name: '受理件数', unit: '件' };
const share = { name: '调解率', unit: '%' };

describe('the finding of a trend', () => {
  it('names the fullest month with its share', () =>
    expect(trendFinding(cases, counts(2, 5, 3), false)).toBe('2月受理件数最多，5件，占50%'));
  it('makes no peak of what is even, of nothing, or of what is missing', () => {
    expect(trendFinding(cases, counts(2, 2, 2, 2), false)).toBe('受理件数各期相差不大，最高2件');
    expect(trendFinding(cases, counts(0, 0), false)).toBe('受理件数：这一期间都是0');
    expect(trendFinding(cases, counts(null, null), false)).toBe('受理件数：这一期间没有数');
  });
  it('calls no month the highest whose rate is of few cases', () => {
    expect(trendFinding(share, [rate('1月', 3, 4), rate('2月', 6, 12)], false)).toBe('2月调解率最高，50.00%');
    expect(trendFinding(share, [rate('1月', 3, 4), rate('2月', 1, 5)], false)).toBe(
      '调解率：各期基数都不足10，不比高低',
    );
  });
  it('tells over years how the last one changed, and from which', () => {
    const years = [
      row('2022年', countOf(100), '件'),
      row('2023年', missing('notYetReported'), '件'),
      row('2024年', countOf(109), '件'),
    ];
    expect(trendFinding(cases, years, true)).toBe('受理件数2024年为109件，比2022年增长9.00%');
    const about = { ...row('2024年', countOf(110), '件'), value: { is: 'count', count: 110, approx: 'over' } as const };
    expect(trendFinding(cases, [years[0]!, { ...about, text: '110余件' }], true)).toBe(
      '受理件数2024年为110余件，2022年为100件',
    );
    expect(trendFinding(cases, years.slice(0, 1), true)).toBe('受理件数2022年为100件，没有更早的数可比');
    expect(trendFinding(share, [rate('2022年', 1, 4), rate('2023年', 1, 5)], true)).toBe(
      '调解率2023年为20.00%，比2022年下降5.00个百分点',
    );
  });
});

describe('the finding of places', () => {
  it('names first and last of those that are ranked, never one of few', () => {
    const places = [rate('甲县', 18, 20, 1), rate('乙县', 8, 20, 2), rate('丙县', 3, 3)];
    expect(placesFinding(share, places)).toBe('甲县调解率最高，90.00%；乙县最低，40.00%');
    expect(placesFinding(share, places.slice(2))).toBe('调解率：各地基数都不足10，不排名');
  });
  it('gives counts with their share of what the places have together', () => {
    const places = [row('甲县', countOf(6), '件', 1), row('乙县', countOf(2), '件', 2)];
    expect(placesFinding(cases, places)).toBe('甲县受理件数最多，6件，占75%');
  });
  it('says when there is nothing to compare', () => {
    expect(placesFinding(cases, [])).toBe('受理件数：没有下级地区');
    expect(placesFinding(cases, counts(null))).toBe('受理件数：下级都没有数');
    expect(placesFinding(cases, [row('甲县', countOf(0), '件', 1), row('乙县', countOf(0), '件', 1)])).toBe(
      '受理件数各地相同，都是0件',
    );
  });
});

it('the finding of kinds passes over rates of few', () => {
  expect(fieldFinding(share, '类别', [rate('许可', 2, 2), rate('处罚', 6, 12)])).toBe('调解率中处罚最高，50.00%');
  expect(fieldFinding(cases, '类别', [])).toBe('受理件数：这一期间没有可以按类别分的记录');
});
