import { KIND_NAMES } from '@fadu/wire/law';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { searchQuery } from '../api/queries.js';
import { usePageTitle } from '../page-title.js';
import { RECOGNISED } from '../shell/Search.js';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped, totalWords } from '../words.js';

/** Everything found, by line, each with the way to the whole list. */
export function SearchPage() {
  const { q = '' } = useSearch({ strict: false }) as { q?: string };
  const { data, error, refetch } = useQuery(searchQuery(q));
  usePageTitle(`搜索“${q}”`);
  if (q.trim() === '')
    return <p className="empty">在上面的搜索框写案号、文书号、核验码、当事人，或者法规名称和条号。</p>;
  return (
    <>
      <div className="page-head">
        <h1>搜索“{q}”</h1>
        {data && <span className="meta">按{RECOGNISED[data.recognised]}搜索</span>}
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="搜索" />}
      {data?.exact && (
        <p>
          <Link to="/matters/$id" params={{ id: data.exact.id }}>
            {data.exact.label}
          </Link>
        </p>
      )}
      {data?.clause && (
        <p>
          <Link to="/law/$code" params={{ code: data.clause.code }} search={{ at: data.clause.locator ?? '' } as never}>
            {data.clause.title}
            {data.clause.label}
          </Link>
        </p>
      )}
      {data && !data.exact && !data.clause && data.groups.length === 0 && data.laws.total === 0 && (
        <p className="empty">
          按{RECOGNISED[data.recognised]}没有找到“{data.asked}”，或者本岗位不能查看。
          {data.recognised === 'words' ? '试试案号或者文书号。' : '试试当事人姓名。'}
        </p>
      )}
      {data?.groups.map((group) => (
        <section key={group.line} className="board">
          <h2>
            {group.name}{' '}
            <Link to="/lines/$line" params={{ line: group.line }} search={{ q }}>
              {totalWords(group.total, group.exact)} ›
            </Link>
          </h2>
          <ul className="plain-list">
            {group.rows.map((row) => (
              <li key={row.id}>
                <Link to="/matters/$id" params={{ id: row.id }}>
                  <span className="nb">{row.number}</span>　{row.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {data && data.laws.total > 0 && (
        <section className="board">
          <h2>
            法规{' '}
            <Link to="/law" search={{ q } as never}>
              {grouped(data.laws.total)}部 ›
            </Link>
          </h2>
          <ul className="plain-list">
            {data.laws.rows.map((law) => (
              <li key={law.code}>
                <Link to="/law/$code" params={{ code: law.code }}>
                  {law.title}
                </Link>{' '}
                <span className="meta">{KIND_NAMES[law.kind]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
