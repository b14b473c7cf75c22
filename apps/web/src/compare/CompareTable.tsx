import type { CompareCell, CompareColumn, CompareRow, FigureComparison } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { TableScroll } from '../TableScroll.js';
import { groupedText } from '../words.js';
import { OnlyThese } from './OnlyThese.js';
import type { CompareSearch } from './queries.js';

const SOURCES = { records: '平台记录', returns: '填报', report: '已读报告' } as const;

/** By row an indicator, by column a place and period; each figure leads to where it comes from. */
export function CompareTable({
  comparison,
  search,
  onGo,
}: {
  comparison: FigureComparison;
  search: CompareSearch;
  onGo: (next: CompareSearch) => void;
}) {
  const { columns, rows } = comparison;
  return (
    <TableScroll name="比对">
      <table className="list compare-table">
        <thead>
          <tr>
            <th scope="col">指标</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className="num">
                {column.place}
                <span className="meta">{column.periodWords}</span>
                <span className="meta">{column.source === 'report' ? '已读报告' : '本平台'}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                {row.name}
                <span className="meta">
                  （{row.unit}）{row.counted}
                </span>
                <Refusals row={row} comparison={comparison} search={search} onGo={onGo} />
              </th>
              {row.cells.map((cell, at) => (
                <Cell key={columns[at]!.key} cell={cell} column={columns[at]!} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Cell({ cell, column, row }: { cell: CompareCell; column: CompareColumn; row: CompareRow }) {
  const missing = cell.value === null && cell.refused === null;
  const label = `${column.place}${column.periodWords}`;
  return (
    <td className={cell.refused ? 'num refused' : 'num'} data-label={label}>
      {cell.refused && <span className="sr">不可比：{cell.refused}。</span>}
      {missing ? (
        <span className="missing">
          {cell.unchecked > 0 && cell.n !== null ? <To column={column} row={row} cell={cell} /> : cell.text}
        </span>
      ) : (
        <strong>
          <To column={column} row={row} cell={cell} />
        </strong>
      )}
      {cell.other && <span className="meta">{cell.other}</span>}
      {cell.base && <span className="meta">{cell.base}</span>}
      {cell.value !== null && (
        <span className="meta">
          {[cell.extent, cell.source && SOURCES[cell.source], cell.version && `口径第${cell.version}版`]
            .filter((part) => part)
            .join(' · ')}
        </span>
      )}
      {cell.relation && <span className="meta">{cell.relation}</span>}
      {cell.value !== null && cell.unchecked > 0 && <span className="meta">另有{cell.unchecked}个待核</span>}
      {cell.notes.map((note) => (
        <span key={note} className="meta">
          ⚠ {note}
        </span>
      ))}
      {cell.refused && <span className="meta compare-why">⊘ {cell.refused}</span>}
    </td>
  );
}

/** A figure of a report opens at the desk, one of the platform with what stands behind it. */
function To({ column, row, cell }: { column: CompareColumn; row: CompareRow; cell: CompareCell }) {
  if (column.source === 'platform')
    return (
      <Link
        to="/figures/$code"
        params={{ code: row.code }}
        search={{ org: column.object, period: column.period } as never}
      >
        {groupedText(cell.text)}
      </Link>
    );
  if (cell.n === null) return groupedText(cell.text);
  return (
    <Link
      to="/reading/$file"
      params={{ file: column.object.slice(2) }}
      search={{ n: String(cell.n), show: 'all' } as never}
    >
      {groupedText(cell.text)}
    </Link>
  );
}

/** What of a row is not compared, and the way to compare what may be. */
function Refusals({
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
  return (
    <>
      {row.finding && <span className="compare-finding">{row.finding}</span>}
      {row.doubts.map((doubt) => (
        <span key={doubt} className="meta">
          ⚠ {doubt}
        </span>
      ))}
      <OnlyThese row={row} comparison={comparison} search={search} onGo={onGo} />
    </>
  );
}
