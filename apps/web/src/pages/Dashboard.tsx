import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { listQuery, meQuery, overviewQuery } from '../api/queries.js';
import { ClockChip } from '../clock/ClockChip.js';
import { BoardTabs } from '../dashboard/BoardTabs.js';
import { MonthChart } from '../dashboard/MonthChart.js';
import { TallyTable } from '../dashboard/TallyTable.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped, momentWords } from '../words.js';
import '../dashboard/dashboard.css';

const NEAREST = '10';

/** What a line has in hand: load, overruns and what falls due; every number opens to its matters with the same filter. */
export function Dashboard({ line }: { line: string }) {
  const { data: me } = useQuery(meQuery);
  const { data, error, refetch } = useQuery(overviewQuery(line));
  const nearest = useQuery(listQuery({ line, stage: 'open', limit: NEAREST }));
  usePageTitle('看板', me?.lines.find((one) => one.code === line)?.name);
  return (
    <>
      <div className="page-head">
        <h1>{me?.lines.find((one) => one.code === line)?.name}在办情况</h1>
        <span className="push meta">
          {data ? `数据 ${momentWords(data.asOf)}，本岗位可见范围` : ''}
          <Button type="text" className="no-print" onClick={() => window.print()}>
            打印
          </Button>
        </span>
      </div>
      <BoardTabs current={line} />
      {error && (
        <Trouble error={error} onRetry={() => void refetch()} {...(data && { kept: momentWords(data.asOf) })} />
      )}
      {!data && !error && <Waiting what="统计" />}
      {data && (
        <>
          <ul className="figures">
            <li>
              <Link to="/lines/$line" params={{ line }} search={{ stage: 'open' } as never}>
                <span>在办</span>
                <strong>{grouped(data.open)}</strong>件
              </Link>
            </li>
            {data.byDue.map((one) => (
              <li key={one.key} className={one.key === 'late' && one.count > 0 ? 'late' : ''}>
                <Link to="/lines/$line" params={{ line }} search={one.query as never}>
                  <span>
                    {one.key === 'late' && one.count > 0 ? '▲ ' : ''}
                    {one.label}
                  </span>
                  <strong>{grouped(one.count)}</strong>件
                </Link>
              </li>
            ))}
          </ul>
          <p className="meta figures-base">
            在办{grouped(data.open)}件＝
            {data.byDue.map((one) => `${one.label}${grouped(one.count)}`).join('＋')}。按承办机关自己的最近届满日计。
          </p>
          <div className="boards">
            <MonthChart months={data.byMonth} line={line} />
            <section className="board">
              <h2>最近届满</h2>
              {nearest.data && nearest.data.rows.length === 0 && <p className="empty">没有在办的案件。</p>}
              <ol className="nearest">
                {nearest.data?.rows.map((row) => (
                  <li key={row.id}>
                    <span className="nearest-head">
                      {row.clock && <ClockChip clock={row.clock} today={me?.today ?? ''} named />}
                      <span className="meta nb">{row.handlers.join('、') || '未定承办人'}</span>
                    </span>
                    <Link to="/matters/$id" params={{ id: row.id }}>
                      <span className="nb">{row.number ?? `收件${row.receipt}`}</span>　{row.title}
                    </Link>
                  </li>
                ))}
              </ol>
            </section>
            <TallyTable
              title="承办人在办和超期"
              head="承办人"
              line={line}
              rows={data.byPerson}
              more={
                data.unassigned > 0
                  ? { label: '没有定承办人', count: data.unassigned, query: { person: 'none', stage: 'open' } }
                  : undefined
              }
              foot={`一件可以有几名承办人，各计一次；在办共${grouped(data.open)}件。`}
            />
            <TallyTable
              title="承办机关在办和超期"
              head="机关"
              line={line}
              rows={data.byOrgan}
              total={{ count: data.open, query: { stage: 'open' } }}
            />
            <TallyTable
              title="按状态"
              head="状态"
              line={line}
              rows={data.byState}
              total={{ count: data.total, query: {} }}
            />
            <TallyTable
              title="按收件年份"
              head="年份"
              line={line}
              rows={data.byYear}
              total={{ count: data.total, query: {} }}
            />
          </div>
        </>
      )}
    </>
  );
}
