import { type Growth, growth, type Value } from '@fadu/indicator';

/** With what a number is compared, as it is written before and behind the difference. */
export interface ChangeWords {
  readonly rate: readonly [up: string, down: string];
  readonly points: readonly [up: string, down: string];
  readonly same: string;
  readonly fromZero: string;
}

export const AGAINST_YEAR: ChangeWords = {
  rate: ['同比增长', '同比下降'],
  points: ['同比上升', '同比下降'],
  same: '与上年持平',
  fromZero: '上年为零，不计算增幅',
};
/** Of five years and the five before. */
export const AGAINST_PERIOD: ChangeWords = {
  rate: ['比上一时期增长', '比上一时期下降'],
  points: ['比上一时期上升', '比上一时期下降'],
  same: '与上一时期持平',
  fromZero: '上一时期为零，不计算增幅',
};
export const AGAINST_PREVIOUS: ChangeWords = {
  rate: ['环比增长', '环比下降'],
  points: ['环比上升', '环比下降'],
  same: '与上期持平',
  fromZero: '上期为零，不计算增幅',
};
export const AGAINST_AVERAGE: ChangeWords = {
  rate: ['高于平均', '低于平均'],
  points: ['高于平均', '低于平均'],
  same: '与平均持平',
  fromZero: '平均为零，不计算差距',
};

/** 同比增长82.37% · 同比下降3.20个百分点 · 与上年持平; what is missing is said as such. */
export const changeText = (now: Value, before: Value, unit: string, words: ChangeWords = AGAINST_YEAR): string =>
  growthText(growth(now, before, unit), words);

export function growthText(change: Growth, words: ChangeWords): string {
  if (change.is === 'none')
    return {
      fromZero: words.fromZero,
      missing: '没有可比的数',
      rounded: '约数，不作比较',
      notComparable: '口径不同，不能比较',
    }[change.why];
  const { numerator, denominator } = change;
  if (numerator === 0n) return words.same;
  const [up, down] = words[change.is];
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const hundredths = (2n * size(numerator) * 10_000n + size(denominator)) / (2n * size(denominator));
  const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  return `${numerator > 0n === denominator > 0n ? up : down}${text}${change.is === 'points' ? '个百分点' : '%'}`;
}
