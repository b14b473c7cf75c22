import type { OpenData, OpenFigure } from '@fadu/wire';

type Indicator = OpenData['indicators'][number];

/** A figure in words: 60件, 25.00%（15/60）, 不公开. Zero is written 0. */
export function openText(figure: OpenFigure, { unit, kind }: Pick<Indicator, 'unit' | 'kind'>): string {
  const { status, numerator, denominator } = figure;
  if (status === 'withheld' || numerator === null) return '不公开';
  if (kind === 'money') return `${grouped(numerator / 100)}元`;
  if (denominator === null) return `${grouped(numerator)}${unit}`;
  if (denominator === 0) return '不适用';
  if (unit !== '%') return `${rounded(numerator, denominator, 1)}${unit}`;
  const text = rounded(numerator, denominator, 100);
  return `${text.replace(/^(0|100)\.00$/, '$1')}%（${grouped(numerator)}/${grouped(denominator)}）`;
}

/** Two decimals, half up, in whole numbers. */
const rounded = (numerator: number, denominator: number, times: number): string =>
  (Math.floor((numerator * times * 200 + denominator) / (2 * denominator)) / 100).toFixed(2);

const grouped = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 });
