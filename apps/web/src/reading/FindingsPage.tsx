import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { usePageTitle } from '../page-title.js';
import { Findings } from './Findings.js';
import { findingsQuery } from './queries.js';

/** The findings of a report of our own, `of` in the address: `report:ORG/YEAR`. */
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
      {of ? <Findings of={of} /> : <p className="empty">没有选报告。请从年度报告或者读报进入。</p>}
    </>
  );
}
