import type { Polarity } from './types.js';

/**
 * Writes a figure as officials write it. What is written is read back as the same value and unit; rounding appears only
 * with an approximation word (余 for what was rounded down), never silently.
 */
export interface WriteStyle {
  /** `exact` all digits (1234件); `magnitude` 万 and 亿 when exact with two decimals, else all digits; `rounded` 余 with 万. */
  readonly numerals?: 'exact' | 'magnitude' | 'rounded';
  readonly approx?: 'exact' | 'about' | 'over' | 'under';
}

const plain = (value: number): string => {
  const text = String(value);
  return /e/.test(text) ? BigInt(Math.round(value)).toString() : text;
};

const isRate = (unit: string | null): boolean =>
  unit === '%' || unit === '‰' || unit === '个百分点' || unit === '百分点';

/** 12345, 件 → 12345件 · 1.23万余件; 25, % → 25%. */
export function writeFigure(value: number, unit: string | null, style: WriteStyle = {}): string {
  if (!Number.isFinite(value)) throw new RangeError(`no figure: ${value}`);
  const word = unit ?? '';
  const approx = style.approx ?? 'exact';
  const wrap = (number: string, magnitude: string): string =>
    approx === 'over'
      ? isRate(unit)
        ? `${number}${magnitude}${word}以上`
        : `${beforeMagnitude(number, magnitude) ? `${number}余${magnitude}` : `${number}${magnitude}余`}${word}`
      : `${approx === 'about' ? '约' : approx === 'under' ? '近' : ''}${number}${magnitude}${word}`;
  const numerals = style.numerals ?? 'magnitude';
  if (isRate(unit) || numerals === 'exact' || Math.abs(value) < 10000) return wrap(plain(value), '');
  const [scale, magnitude] = Math.abs(value) >= 1e8 ? [1e8, '亿'] : [1e4, '万'];
  if (numerals === 'rounded' && approx === 'exact') {
    const cut = roundedDown(value);
    return `${plain(cut / scale)}${magnitude}${cut === value ? '' : '余'}${word}`;
  }
  const scaled = Number((value / scale).toPrecision(15));
  const exact = Number((scaled * scale).toPrecision(15)) === value && Number(scaled.toFixed(2)) === scaled;
  return exact ? wrap(plain(scaled), magnitude) : wrap(plain(value), '');
}

/** What stands before 余: down to a tenth of 万 or 亿; a number below ten thousand, and one that is round, stays as it is. */
export function roundedDown(value: number): number {
  if (value < 1e4) return value;
  const step = value >= 1e8 ? 1e7 : 1e3;
  return Math.floor(value / step) * step;
}

/** 250余万元, but 3万余人 and 1.2万余件: the word stands where the next digit would be. */
const beforeMagnitude = (number: string, magnitude: string): boolean => magnitude !== '' && /^[1-9]\d*0$/.test(number);

const trim = (value: number): number => Number(value.toFixed(2));

/**
 * numerator ÷ denominator in percent with two decimals, half away from zero, in whole numbers throughout: 1702 of 1967 is
 * 86.53. Amounts may have up to four decimals. A denominator of zero has no rate and throws: the caller says 无从计算.
 */
export function percentOf(numerator: number, denominator: number): number {
  if (denominator === 0) throw new RangeError('no rate of zero');
  const scaled = (value: number): bigint => BigInt(Math.round(value * 1e4));
  const [top, bottom] = [scaled(numerator) * 10000n, scaled(denominator)];
  const size = (2n * abs(top) + abs(bottom)) / (2n * abs(bottom));
  const rate = Number(size) / 100;
  return top < 0n !== bottom < 0n ? -rate : rate;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** 同比增长12.5% · 同比下降3.2个百分点 · 与上年持平 · 上年为零时不写比率. */
export function writeChange(now: number, before: number, unit: string | null, basis = '同比'): string {
  if (isRate(unit)) {
    const difference = trim(now - before);
    if (difference === 0) return basis === '同比' ? '与上年持平' : `与${basis}持平`;
    return `${comparison(basis)}${difference > 0 ? '上升' : '下降'}${plain(Math.abs(difference))}个百分点`;
  }
  if (now === before) return basis === '同比' ? '与上年持平' : `与${basis}持平`;
  if (before === 0) return `${comparison(basis)}增加${writeFigure(now, unit, { numerals: 'exact' })}`;
  const rate = percentOf(now - before, before);
  if (rate === 0)
    return `${comparison(basis)}${now > before ? '增加' : '减少'}${writeFigure(Math.abs(Number((now - before).toPrecision(12))), unit, { numerals: 'exact' })}`;
  return `${comparison(basis)}${rate > 0 ? '增长' : '下降'}${plain(Math.abs(rate))}%`;
}

const comparison = (basis: string): string => (basis === '同比' || basis === '环比' ? basis : `较${basis}`);

/** 由108项下降至15项 · 由90%上升至95%: 上升 says nothing of better or worse, a loss rate does not 提高. */
export function writeMovement(before: number, now: number, unit: string | null): string {
  const word: Record<Polarity, string> = isRate(unit) ? { up: '上升', down: '下降' } : { up: '增加', down: '下降' };
  return `由${writeFigure(before, unit, { numerals: 'exact' })}${word[now >= before ? 'up' : 'down']}至${writeFigure(now, unit, { numerals: 'exact' })}`;
}
