import type { FigureComparison } from '@fadu/wire';
import type { CompareSearch } from './queries.js';

/**
 * The address that keeps only some columns, for one indicator: their objects, and of the platform's own their periods. Columns of
 * one organization in several periods stand and fall together with the periods that are kept.
 */
export function onlyColumns(
  search: CompareSearch,
  { columns }: Pick<FigureComparison, 'columns'>,
  { code, columns: kept }: { readonly code: string; readonly columns: readonly number[] },
): CompareSearch {
  const chosen = kept.map((at) => columns[at]!);
  const periods = chosen.flatMap(({ source, period }) => (source === 'platform' ? [period] : []));
  return {
    ...search,
    i: code,
    o: [...new Set(chosen.map(({ object }) => object))].join(','),
    p: [...new Set(periods)].join(','),
  };
}
