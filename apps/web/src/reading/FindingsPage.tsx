import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import { Findings } from './Findings.js';
import { findingsQuery, reportsQuery } from './queries.js';

/** The findings of a report of our own, `of` in the address: `report:ORG/YEAR`; without it, the reports that have any. */
export function FindingsPage() {
  const { of } = useSearch({ strict: false }) as { of?: string };
  const { data } = useQuery({ ...findingsQuery(of ?? ''), enabled: of !== undefined });
  const [, org, year] = /^report:([\w.-]+)\/(\d{4})$/.exec(of ?? '') ?? [];
  usePageTitle('核查发现', data?.of.name);
  return (
    <>
      <div className="page-head">
        <h1>核查发现</h1>
        <span className="meta">
          {org && year && (
            <Link to="/reports/$org/$year" params={{ org, year }}>
              {data?.of.name ?? '年度报告'}
            </Link>
          )}
          {'　'}
          <Link to="/reading">读报</Link>
        </span>
      </div>
      {of ? <Findings of={of} /> : <Reports />}
    </>
  );
}

/** Reports that were read, each leading to what was found in it. */
function Reports() {
  const { data, error, refetch } = useQuery(reportsQuery({}));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting what="取报告" />;
  const read = data.filter(({ state }) => state === 'read');
  if (read.length === 0) return <p className="empty">还没有已读的报告。先在读报里上传。</p>;
  return (
    <section className="board" aria-label="已读的报告">
      <p className="hint">选一份报告，看它自身的矛盾，以及它与同年其他报告的矛盾。</p>
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
  );
}
