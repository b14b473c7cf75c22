import type { PlainDate } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import type { Entry } from './reading.js';
import { versionTexts } from './version-text.js';

const day = (text: string) => text as PlainDate;

const file = (
  path: string,
  effectiveOn: string,
  basis: Entry['instrument']['effectiveBasis'],
  range: readonly [number, number],
  publishedOn = '2020-05-28',
): Entry => ({
  path,
  digest: path,
  range,
  instrument: {
    title: '样例法典',
    kind: 'L',
    region: '000000',
    maker: null,
    effectiveOn: day(effectiveOn),
    effectiveBasis: basis,
    publishedOn: day(publishedOn),
  },
});

const told = (entries: readonly Entry[]) => {
  const { versions, twins } = versionTexts(entries);
  return {
    versions: versions.map(({ effectiveOn, parts }) => [effectiveOn, ...parts.map(({ path }) => path)]),
    twins: twins.map(({ entry }) => entry.path),
  };
};

describe('the files of a work', () => {
  it('are one text when their articles go on from one to the next, also when one says no day of its own', () => {
    const parts = [
      file('三', '2021-01-01', 'stated', [201, 300]),
      file('一', '2021-01-01', 'stated', [1, 100]),
      file('二', '2020-05-28', 'promulgation', [101, 200]),
    ];
    expect(told(parts)).toEqual({ versions: [['2021-01-01', '一', '二', '三']], twins: [] });
  });

  it('are versions when their articles are the same, or when they were published at different times', () => {
    const older = file('旧', '2020-05-28', 'promulgation', [1, 100]);
    const newer = file('新', '2021-01-01', 'stated', [1, 110]);
    expect(told([newer, older]).versions).toEqual([
      ['2020-05-28', '旧'],
      ['2021-01-01', '新'],
    ]);
    const other = file('续', '2020-05-28', 'promulgation', [111, 120]);
    const later = file('新', '2021-01-01', 'stated', [1, 110], '2020-12-01');
    expect(told([other, later]).versions).toHaveLength(2);
  });

  it('that are two different texts of one day leave one for a person to look at', () => {
    expect(
      told([file('甲', '2021-01-01', 'stated', [1, 9]), file('乙', '2021-01-01', 'stated', [1, 8])]).twins,
    ).toEqual(['甲']);
  });
});
