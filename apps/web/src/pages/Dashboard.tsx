import type { Tally } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useEffect } from 'react';
import { meQuery, overviewQuery } from '../api/queries.js';

/** Every number opens to its matters with the same filter. */
export function Dashboard() {
  const { line } = useParams({ strict: false }) as { line: string };
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const { data, error } = useQuery(overviewQuery(line));
  useEffect(() => {
    document.title = '看板·法度';
  }, []);
  return (
    <>
      <div className="page-head">
        <h1>看板</h1>
        <Segmented
          value={line}
          onChange={(next) => void navigate({ to: '/dashboards/$line', params: { line: String(next) } })}
          options={(me?.lines ?? []).map((one) => ({ value: one.code, label: one.name }))}
        />
        {data && <span className="meta">数据 {new Date(data.asOf).toLocaleString('zh-CN', { hour12: false })}</span>}
      </div>
      {error && (
        <p className="error-text" role="alert">
          未能更新，请刷新。
        </p>
      )}
      {data && (
        <>
          <ul className="figures">
            {data.byDue.map((one) => (
              <li key={one.key}>
                <Link to="/lines/$line" params={{ line }} search={one.query as never}>
                  <strong>{one.count.toLocaleString('en')}</strong>件<br />
                  {one.label}
                </Link>
              </li>
            ))}
          </ul>
          <div className="boards">
            <Board title="按状态" line={line} rows={data.byState} />
            <Board title="按承办人（在办）" line={line} rows={data.byPerson} late={(row) => row as never} />
            <Board title="按机关" line={line} rows={data.byOrgan} late={(row) => row as never} />
            <Board title="按收件年份" line={line} rows={data.byYear} />
          </div>
        </>
      )}
    </>
  );
}

interface Late {
  readonly late: number;
  readonly lateQuery: Readonly<Record<string, string>>;
}

function Board({
  title,
  line,
  rows,
  late,
}: {
  title: string;
  line: string;
  rows: readonly Tally[];
  late?: (row: Tally) => Late;
}) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <section className="board">
      <h2>{title}</h2>
      <table className="plain">
        <thead>
          <tr>
            <th>{title.replace('按', '')}</th>
            <th className="num">件数（件）</th>
            <th />
            {late && <th className="num">超期（件）</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>{row.label}</td>
              <td className="num">
                <Link to="/lines/$line" params={{ line }} search={row.query as never}>
                  {row.count.toLocaleString('en')}
                </Link>
              </td>
              <td aria-hidden="true" className="bar-cell">
                <span className="bar" style={{ width: `${(row.count / most) * 100}%` }} />
              </td>
              {late && (
                <td className="num">
                  {late(row).late > 0 ? (
                    <Link className="late" to="/lines/$line" params={{ line }} search={late(row).lateQuery as never}>
                      ▲ {late(row).late}
                    </Link>
                  ) : (
                    0
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
