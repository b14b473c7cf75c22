import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { meQuery } from '../api/queries.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import { groupedText, momentWords } from '../words.js';
import { FigureScope } from './FigureScope.js';
import { OrgTable } from './OrgTable.js';
import { breakdownQuery, type FigureSearch, figureParams, figureQuery } from './queries.js';
import { ReturnsTable } from './ReturnsTable.js';
import { RowsTable } from './RowsTable.js';
import { SeriesChart } from './SeriesChart.js';
import { WhyPanel } from './WhyPanel.js';
import { baseOf } from './words.js';
import './figures.css';

/** One figure: value with base, comparison, trend, organizations below, why it is so, and the records behind it. */
export function FigurePage() {
  const { code } = useParams({ strict: false }) as { code: string };
  const search = useSearch({ strict: false }) as FigureSearch;
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const { data, error, refetch } = useQuery(figureQuery(code, search));
  const parts = useQuery(breakdownQuery(code, search));
  usePageTitle(data?.name, data?.org.name);
  const go = (part: FigureSearch) =>
    void navigate({ to: '/figures/$code', params: { code }, search: { ...search, ...part } as never });
  const today = me?.today ?? '';
  return (
    <>
      <div className="page-head">
        <h1>{data?.name ?? '指标'}</h1>
        <Link to="/figures" search={search as never}>
          全部指标
        </Link>
        <span className="push meta">
          {data ? `数据截至 ${momentWords(data.asOf)}` : ''}
          <Button type="text" className="no-print" href={`/api/indicators/${code}/excel?${figureParams(search)}`}>
            导出
          </Button>
          <Button type="text" className="no-print" onClick={() => window.print()}>
            打印
          </Button>
        </span>
      </div>
      <FigureScope search={search} org={data?.org} today={today} onChange={go} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="统计" />}
      {data && (
        <>
          <section className="board figure-card">
            <p className="figure-of">
              {data.org.name}
              {data.org.subtree ? '及下级' : '本级'}，{data.period.from}至{data.period.to}
            </p>
            <p className={data.value.is === 'missing' ? 'figure-value missing' : 'figure-value'}>
              {groupedText(data.text)}
            </p>
            {baseOf(data) && (
              <p>
                {baseOf(data)}，{data.base ?? data.counted}
              </p>
            )}
            <p>
              {data.before.value.is === 'missing'
                ? `${data.before.name}${data.before.text}，不作比较`
                : `${data.before.change}（${data.before.name}${data.before.text}）`}
            </p>
            {data.also && (
              <p>
                {data.also.name}：{data.also.text}
              </p>
            )}
            <p className="meta">
              来源：{data.source === 'records' ? '平台记录' : '填报'}。{data.counted}。
              {data.own && '平台增列的指标，不在全国目录里，不进填报表和年度报告。'}
            </p>
            {data.collected && data.source === 'records' && (
              <p className="meta">填报曾报这项指标，现由记录计算，原报数保留备查。</p>
            )}
            {data.notes.map((note) => (
              <p key={note} role="note" className="figure-note">
                ⚠ {note}
              </p>
            ))}
          </section>
          <div className="figure-grid">
            {parts.data && parts.data.series.length > 0 && (
              <SeriesChart
                name={data.name}
                unit={data.unit}
                series={parts.data.series}
                onOpen={(period) => go({ period })}
              />
            )}
            {parts.data && parts.data.orgs.length > 0 && (
              <OrgTable
                code={code}
                orgs={parts.data.orgs}
                sum={parts.data.orgSum}
                note={parts.data.orgNote}
                search={search}
                self={data.org.id}
              />
            )}
          </div>
          {parts.error && <Trouble error={parts.error} onRetry={() => void parts.refetch()} />}
          <WhyPanel code={code} search={search} today={today} />
          {data.source === 'returns' && data.collected && data.collected.from.length > 0 && (
            <ReturnsTable figure={data} collected={data.collected} />
          )}
          {data.source === 'records' && <RowsTable figure={data} search={search} />}
        </>
      )}
    </>
  );
}
