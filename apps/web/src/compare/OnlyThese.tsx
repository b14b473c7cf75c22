import type { CompareRow, FigureComparison } from '@fadu/wire';
import { onlyColumns } from './address.js';
import type { CompareSearch } from './queries.js';

/** Where some of a row are not compared: the way to have those alone that may be. */
export function OnlyThese({
  row,
  comparison,
  search,
  onGo,
}: {
  row: CompareRow;
  comparison: FigureComparison;
  search: CompareSearch;
  onGo: (next: CompareSearch) => void;
}) {
  if (!row.cells.some(({ refused }) => refused !== null)) return null;
  const drawn = row.cells.flatMap((cell, at) => (cell.drawn ? [at] : []));
  const groups = [{ code: row.code, columns: drawn }, ...row.others].filter(({ columns }) => columns.length > 1);
  if (groups.length === 0) return null;
  return (
    <span className="row-actions compare-only">
      {groups.map((group) => (
        <button
          key={group.columns.join()}
          type="button"
          className="link"
          onClick={() => onGo(onlyColumns(search, comparison, group))}
        >
          只比{group.columns.map((at) => nameOf(comparison, at)).join('、')}
        </button>
      ))}
    </span>
  );
}

/** 样例甲市, with the period where the place stands in several columns. */
function nameOf({ columns }: FigureComparison, at: number): string {
  const { place, periodWords } = columns[at]!;
  return columns.filter((one) => one.place === place).length > 1 ? `${place}${periodWords}` : place;
}
