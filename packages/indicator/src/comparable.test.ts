import { CATALOGUE } from '@fadu/catalogue';
import { describe, expect, it } from 'vitest';
import { comparableGroups, type Measured, periodWords, whyIncomparable } from './comparable.js';
import { FAMILIES, kinOf } from './families.js';

const figure = (part: Partial<Measured> = {}): Measured => ({
  label: '甲市',
  code: 'reconsideration.accepted',
  measure: '受理行政复议案件数',
  unit: '件',
  unitKind: 'thing',
  place: '样例甲市',
  level: '市级',
  from: '2023-01-01',
  to: '2023-12-31',
  extent: { is: 'whole' },
  base: null,
  version: null,
  ...part,
});
const other = (part: Partial<Measured> = {}) => figure({ label: '乙市', place: '样例乙市', ...part });

describe('two figures', () => {
  it('of two places in one period, or of one place in two years, are compared', () => {
    expect(whyIncomparable(figure(), other())).toBeUndefined();
    expect(whyIncomparable(figure(), figure({ from: '2022-01-01', to: '2022-12-31' }))).toBeUndefined();
  });

  it('of what is there on a day have no length', () => {
    const stock = (day: string) => figure({ code: 'lawyer.count', from: day, to: day });
    expect(whyIncomparable(stock('2023-12-31'), stock('2023-06-30'))).toBeUndefined();
    expect(
      whyIncomparable(stock('2023-12-31'), other({ code: 'lawyer.count', from: '2022-12-31', to: '2022-12-31' }))
        ?.message,
    ).toBe('地区和期间都不同：样例甲市是2023年12月31日，样例乙市是2022年12月31日');
  });

  it.each<[string, Partial<Measured>, string, string]>([
    [
      'another measure',
      { code: 'reconsideration.received', measure: '收到行政复议申请数' },
      'measure',
      '口径不同：甲市是受理行政复议案件数，乙市是收到行政复议申请数',
    ],
    ['units that count other things', { unit: '人', unitKind: 'person' }, 'unit', '单位不同：甲市是件，乙市是人'],
    ['only its own level', { extent: { is: 'own' } }, 'extent', '范围不同：甲市是全域，乙市是本级'],
    ['only a part', { extent: { is: 'part', words: '市直部门' } }, 'extent', '范围不同：甲市是全域，乙市是市直部门'],
    ['half a year', { to: '2023-06-30' }, 'length', '期间长短不同：样例甲市是2023年，样例乙市是2023年1月至6月'],
    [
      'another place and another year',
      { from: '2022-01-01', to: '2022-12-31' },
      'period',
      '地区和期间都不同：样例甲市是2023年，样例乙市是2022年',
    ],
  ])('are refused where the second has %s', (_, part, why, message) => {
    expect(whyIncomparable(figure(), other(part))).toEqual({ why, message });
  });

  it('are refused on other bases and other versions, where both are known', () => {
    const base = (code: string) => ({ base: { code, words: code } });
    expect(whyIncomparable(figure(base('受理')), other(base('审结')))).toMatchObject({ why: 'base' });
    expect(whyIncomparable(figure(base('受理')), other(base('受理')))).toBeUndefined();
    expect(whyIncomparable(figure(base('受理')), other())).toBeUndefined();
    expect(whyIncomparable(figure({ version: 1 }), other({ version: 2 }))).toMatchObject({ why: 'version' });
    expect(whyIncomparable(figure({ version: 1 }), other())).toBeUndefined();
  });

  it('of a February and a March are as long as each other', () => {
    const february = figure({ from: '2023-02-01', to: '2023-02-28' });
    expect(whyIncomparable(february, figure({ from: '2023-03-01', to: '2023-03-31' }))).toBeUndefined();
    expect(whyIncomparable(february, figure({ from: '2023-02-01', to: '2023-02-27' }))).toMatchObject({
      why: 'length',
    });
  });
});

describe('groups', () => {
  it('hold what is linked through years and places, the largest first', () => {
    const cells = [
      figure({ code: 'reconsideration.received' }),
      figure(),
      figure({ from: '2022-01-01', to: '2022-12-31' }),
      other(),
    ];
    expect(comparableGroups(cells)).toEqual([[1, 2, 3], [0]]);
  });
  it('do not link two places that share no year', () => {
    expect(comparableGroups([figure(), other({ from: '2022-01-01', to: '2022-12-31' })])).toEqual([[0], [1]]);
    expect(comparableGroups([])).toEqual([]);
  });
});

it('periods are said as people say them', () => {
  expect(periodWords({ from: '2023-01-01', to: '2023-12-31' })).toBe('2023年');
  expect(periodWords({ from: '2023-03-01', to: '2023-03-31' })).toBe('2023年3月');
  expect(periodWords({ from: '2023-01-01', to: '2023-11-15' })).toBe('2023-01-01至2023-11-15');
  expect(periodWords({ from: '2021-01-01', to: '2025-12-31' })).toBe('2021—2025年');
});

it('families name codes of the catalogue, each once', () => {
  const known = new Set(CATALOGUE.map(({ code }) => code));
  const all = FAMILIES.flat();
  expect(all.filter((code) => !known.has(code))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
  expect(kinOf('legal_aid.accepted')).toEqual(['legal_aid.handled']);
  expect(kinOf('notary.cases')).toEqual([]);
});
