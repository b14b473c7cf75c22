import { type CatalogueEntry, type CollectedFigure, collectedValue, decimalText, growth } from '@fadu/indicator';
import { type ChangeWords, growthText } from '../indicators/change-text.js';

/** Only points are told of rates: a rate of change of a correction says nothing. */
const POINTS: ChangeWords = { rate: ['', ''], points: ['高', '低'], same: '数相同', fromZero: '' };

/** 多7件, 低2.50个百分点: how far two rows differ; null where one of them is no number or only roughly known. */
export function differenceText(
  was: CollectedFigure | undefined,
  is: CollectedFigure | undefined,
  entry: Pick<CatalogueEntry, 'kind' | 'unit'>,
): string | null {
  const [one, other] = [was, is].map((row) => (row === undefined ? undefined : collectedValue(row, entry)));
  if (!one || !other || [was, is].some((row) => (row?.approx ?? 'exact') !== 'exact')) return null;
  if (one.is === 'count' && other.is === 'count') return words(other.count - one.count, String, entry.unit);
  if (one.is === 'money' && other.is === 'money') return words(other.fen - one.fen, yuan, '元');
  if (one.is !== 'ratio' || other.is !== 'ratio' || entry.unit !== '%') return null;
  return growthText(growth(other, one, entry.unit), POINTS);
}

const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : decimalText(fen, 100));

const words = (difference: number, text: (amount: number) => string, unit: string): string =>
  difference === 0 ? POINTS.same : `${difference > 0 ? '多' : '少'}${text(Math.abs(difference))}${unit}`;
