import { type CatalogueEntry, COLLECTED_APPROX, type CollectedFigure, wholeOf } from '@fadu/indicator';
import { textOf } from '../indicators/figure.js';

/** What a return says of an indicator, with its approximation: 680件（余（多于））; null where it says nothing. */
export function collectedText(
  entry: Pick<CatalogueEntry, 'code' | 'kind' | 'unit'>,
  figures: readonly CollectedFigure[] | undefined,
): string | null {
  const rows = (figures ?? []).filter((row) => row.code === entry.code);
  const whole = rows.length === 0 ? undefined : wholeOf(rows, entry);
  if (whole === undefined) return null;
  const text = textOf(whole.value, entry.unit);
  return whole.approx === 'exact' ? text : `${text}，${COLLECTED_APPROX[whole.approx]}`;
}
