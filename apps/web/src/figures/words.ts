import type { FigurePart, IndicatorFigure } from '@fadu/wire';
import { FEWEST_FOR_ORDER, heightOf, standsInOrder } from '@fadu/wire/board-words';

/** 15/60 under a rate; nothing under a plain number or a number of days. */
export const baseOf = ({ value, unit }: Pick<IndicatorFigure, 'value' | 'unit'>): string | null =>
  value.is === 'ratio' && unit === '%'
    ? `${value.numerator.toLocaleString('en')}/${value.denominator.toLocaleString('en')}`
    : null;

/** 同比增长20.00%; where nothing can be compared, what is missing. */
export const changeOf = ({ value, before }: Pick<IndicatorFigure, 'value' | 'before'>): string =>
  value.is !== 'missing' && before.value.is === 'missing' ? `${before.name}${before.text}` : before.change;

/** What the parts of a period say, as a sentence: the title of the chart. */
export function seriesFinding(name: string, series: readonly FigurePart[], unit: string): string {
  const known = series.flatMap((part) => {
    const height = heightOf(part.value, unit);
    return height === null ? [] : [{ ...part, height }];
  });
  if (known.length === 0) return `${name}：这一期间各月没有数`;
  const ordered = known.filter(({ value }) => standsInOrder(value, unit));
  if (ordered.length === 0) return `${name}：各期基数都不足${FEWEST_FOR_ORDER}，不比高低`;
  const most = Math.max(...ordered.map((part) => part.height));
  if (most === 0) return `${name}：这一期间都是0`;
  const peaks = ordered.filter((part) => part.height === most);
  if (peaks.length > 3) return `${name}各期相差不大，最高${peaks[0]!.text}`;
  return `${peaks.map((part) => part.label).join('、')}${name}最高，${peaks[0]!.text}`;
}

/** Years to choose from: this one and five before. */
export const yearsUpTo = (today: string): string[] =>
  Array.from({ length: 6 }, (_, index) => String(Number(today.slice(0, 4)) - index));

export const PARTS: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: '全年' },
  { value: 'H1', label: '上半年' },
  { value: 'H2', label: '下半年' },
  ...['一', '二', '三', '四'].map((name, index) => ({ value: `Q${index + 1}`, label: `${name}季度` })),
  ...Array.from({ length: 12 }, (_, index) => ({
    value: `-${String(index + 1).padStart(2, '0')}`,
    label: `${index + 1}月`,
  })),
  { value: 'day', label: '某一日' },
];

/** Five-year plans, as periods. */
export const PLANS: readonly { readonly value: string; readonly label: string }[] = [
  { value: '2021..2025', label: '“十四五”时期（2021—2025年）' },
  { value: '2026..2030', label: '“十五五”时期（2026—2030年）' },
];

/** A period as the boxes show it: its year, and which part of it; a day of its own; anything else stands as a whole. */
export function splitPeriod(period: string): {
  readonly year: string;
  readonly rest: string | undefined;
  readonly day: string | undefined;
} {
  if (/^20\d\d-\d\d-\d\d$/.test(period)) return { year: period.slice(0, 4), rest: 'day', day: period };
  if (/^20\d\d(H[12]|Q[1-4]|-\d\d)?$/.test(period))
    return { year: period.slice(0, 4), rest: period.slice(4), day: undefined };
  return { year: period, rest: undefined, day: undefined };
}
