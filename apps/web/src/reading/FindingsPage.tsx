import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePageTitle } from '../page-title.js';
import { reportListQuery } from '../reports/queries.js';
import { Trouble, Waiting } from '../Trouble.js';
import { reportsQuery } from './queries.js';

/** Reports of our own and reports that were read, the newest year first, each leading to what was found in it. */
export function FindingsPage() {
  usePageTitle('核查发现');
  return (
    <>
      <div className="page-head">
        <h1>核查发现</h1>
        <span className="meta">
          <Link to="/reading">读报</Link>
        </span>
      </div>
      <Reports />
    </>
  );
}

function Reports() {
  const { data, error, refetch } = useQuery(reportsQuery({}));
  const own = useQuery(reportListQuery).data?.own ?? [];
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting what="取报告" />;
  const read = data.filter(({ state }) => state === 'read').toSorted((one, two) => (two.year ?? 0) - (one.year ?? 0));
  if (read.length + own.length === 0) return <p className="empty">还没有已读的报告。先在读报里上传。</p>;
  return (
    <>
      <p className="hint">选一份报告，看它自身的矛盾，以及它与其他报告的矛盾。</p>
      {own.length > 0 && (
        <section className="board">
          <h2>本单位的报告</h2>
          <ul className="plain-list reading-steps">
            {own
              .toSorted((one, two) => two.year - one.year)
              .map(({ unit, name, year }) => (
                <li key={`${unit}/${year}`}>
                  <Link to="/reports/$org/$year/checks" params={{ org: unit, year: String(year) }}>
                    {name}
                    {year}年度报告
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      )}
      {read.length > 0 && (
        <section className="board">
          <h2>已读的报告</h2>
          <ul className="plain-list reading-steps">
            {read.map(({ id, title, name }) => (
              <li key={id}>
                <Link to="/reading/$file" params={{ file: id }} search={{ view: 'findings' } as never}>
                  {title ?? name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
