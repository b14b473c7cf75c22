import type { CatalogueEntry } from '@fadu/catalogue';
import { type CollectedFigure, type CollectedOrigin, wholeOf } from './collected.js';
import { decimalText } from './value.js';

/** A return that goes into a sum, with the name of its unit or period; null: there is none that was approved. */
export interface Summand {
  readonly name: string;
  readonly rows: readonly CollectedFigure[] | null;
}

export type Summed =
  | { readonly row: CollectedFigure; readonly why: null }
  /** `why` null: nobody has anything to say of it. */
  | { readonly row: null; readonly why: string | null };

/**
 * An indicator of several returns in one: of the units below, or of the periods that make up a longer one. A sum with a
 * hole in it is none; who is not concerned takes nothing from it. Rates are added up by their counts, what is counted on
 * a day is that of the last period, and lengths of time are not added up.
 */
export function sumReturns(
  entry: Pick<CatalogueEntry, 'code' | 'kind' | 'unit'>,
  parts: readonly Summand[],
  origin: CollectedOrigin,
): Summed {
  const found = parts.map(({ name, rows }) => {
    const own = rows?.filter(({ code }) => code === entry.code) ?? [];
    return { name, own, whole: own.length === 0 ? undefined : wholeOf(own, entry) };
  });
  if (found.every(({ own }) => own.length === 0)) return { row: null, why: null };
  if (entry.kind === 'duration') return { row: null, why: '时限不相加' };
  const last = entry.kind === 'stock' && origin === 'periods';
  const concerned = (last ? found.slice(-1) : found).filter(
    ({ whole }) => !(whole?.value.is === 'missing' && whole.value.why === 'notApplicable'),
  );
  const holes = concerned.filter(({ whole }) => whole === undefined || whole.value.is === 'missing');
  if (holes.length > 0) return { row: null, why: `${holes.map(({ name }) => name).join('、')}没有数` };
  if (concerned.length === 0) return { row: null, why: '都不适用' };
  const approx = concerned.some(({ whole }) => whole!.approx !== 'exact') ? { approx: 'about' as const } : {};
  const row = (values: Pick<CollectedFigure, 'value' | 'numerator' | 'denominator'>): Summed => ({
    row: { code: entry.code, kind: 'value', ...values, ...approx, origin },
    why: null,
  });
  if (entry.unit === '%') {
    const counts = concerned.flatMap(({ own }) => own.filter(({ part }) => part === undefined));
    if (counts.some(({ numerator, denominator }) => numerator === undefined || denominator === undefined))
      return { row: null, why: '比率不能相加，有的没有填分子、分母' };
    return row({
      numerator: total(counts.map(({ numerator }) => numerator!)),
      denominator: total(counts.map(({ denominator }) => denominator!)),
    });
  }
  const amounts = concerned.flatMap(({ whole }) => {
    const { value } = whole!;
    return value.is === 'count' ? [value.count] : value.is === 'money' ? [value.fen] : [];
  });
  if (amounts.length < concerned.length) return { row: null, why: '有的不是整数，不能相加' };
  const sum = total(amounts);
  return row({ value: entry.kind === 'money' ? yuan(sum) : String(sum) });
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : decimalText(fen, 100));
