import type { LoadTally, Tally } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { grouped } from '../words.js';

type Row = Tally & Partial<Pick<LoadTally, 'late' | 'lateQuery'>>;

/** Counts as links, with bars that can be read in black and white, and the sum they add up to. */
export function TallyTable({
  title,
  head,
  line,
  rows,
  more,
  total,
  foot,
}: {
  title: string;
  head: string;
  line: string;
  rows: readonly Row[];
  /** A row of another kind, under the others. */
  more?: Omit<Tally, 'key'> | undefined;
  total?: Pick<Tally, 'count' | 'query'>;
  foot?: string;
}) {
  const withLate = rows.some((row) => row.late !== undefined);
  const most = Math.max(1, ...rows.map((row) => row.count));
  const number = (count: number, query: Tally['query']) => (
    <Link to="/lines/$line" params={{ line }} search={query as never}>
      {grouped(count)}
    </Link>
  );
  return (
    <section className="board">
      <h2>{title}</h2>
      {rows.length === 0 && !more ? (
        <p className="empty">没有案件。</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>{head}</th>
              <th className="num">件数（件）</th>
              <th>
                <span className="sr">多少</span>
              </th>
              {withLate && <th className="num">超期（件）</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <td>{row.label}</td>
                <td className="num">{number(row.count, row.query)}</td>
                <td aria-hidden="true" className="bar-cell">
                  <span className="bar" style={{ width: `${(row.count / most) * 100}%` }} />
                </td>
                {withLate && (
                  <td className={row.late ? 'num late' : 'num'}>
                    {row.late && row.lateQuery ? <>▲ {number(row.late, row.lateQuery)}</> : 0}
                  </td>
                )}
              </tr>
            ))}
            {more && (
              <tr>
                <td>{more.label}</td>
                <td className="num">{number(more.count, more.query)}</td>
                <td aria-hidden="true" />
                {withLate && <td />}
              </tr>
            )}
          </tbody>
          {total && (
            <tfoot>
              <tr>
                <th scope="row">合计</th>
                <td className="num">{number(total.count, total.query)}</td>
                <td aria-hidden="true" />
                {withLate && <td className="num">{grouped(rows.reduce((sum, row) => sum + (row.late ?? 0), 0))}</td>}
              </tr>
            </tfoot>
          )}
        </table>
      )}
      {foot && <p className="meta">{foot}</p>}
    </section>
  );
}
