import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { meQuery } from '../api/queries.js';
import { usePageTitle } from '../page-title.js';
import { reportsQuery } from '../reading/queries.js';
import { Trouble, Waiting } from '../Trouble.js';
import { momentWords } from '../words.js';
import { CompareChart } from './CompareChart.js';
import { CompareChooser } from './CompareChooser.js';
import { CompareTable } from './CompareTable.js';
import { type CompareSearch, compareParams, compareQuery, listOf } from './queries.js';
import './compare.css';

/** Reports taken where nothing has been chosen yet. */
const LATEST = 5;

/** Figures side by side; what is not comparable is refused with the reason instead of being drawn. */
export function ComparePage() {
  const search = useSearch({ strict: false }) as CompareSearch;
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const { data, error, refetch, isPlaceholderData } = useQuery(compareQuery(search));
  usePageTitle('报告比对');
  const go = (next: CompareSearch) => void navigate({ to: '/compare', search: next as never, resetScroll: false });
  const chosen = listOf(search.o).length > 0;
  return (
    <>
      <div className="page-head">
        <h1>报告比对</h1>
        <Link to="/reading">读报</Link>
        {chosen && data && (
          <span className="push meta">
            数据截至 {momentWords(data.asOf)}
            <Button type="text" className="no-print" href={`/api/compare/file?as=xlsx&${compareParams(search)}`}>
              导出Excel
            </Button>
            <Button type="text" className="no-print" href={`/api/compare/file?as=csv&${compareParams(search)}`}>
              导出CSV
            </Button>
            <Button type="text" className="no-print" onClick={() => window.print()}>
              打印
            </Button>
          </span>
        )}
      </div>
      <CompareChooser search={search} today={me?.today ?? ''} onChange={go} />
      {!chosen && <Begin onGo={go} />}
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {chosen && !data && !error && <Waiting what="比对" />}
      {chosen && data && (
        <div className={isPlaceholderData ? 'dimmed' : ''}>
          {data.notes.map((note) => (
            <p key={note} className="note" role="note">
              {note}
            </p>
          ))}
          {data.columns.length > 0 && data.rows.length === 0 && (
            <p className="empty">没有可以列出的指标。请选指标；报告里的数核对以后才列出。</p>
          )}
          {data.rows.length > 0 && (
            <>
              <fieldset className="tabs compare-views" aria-label="表或者图">
                <button type="button" aria-pressed={search.v !== 'chart'} onClick={() => go({ ...search, v: '' })}>
                  表
                </button>
                <button type="button" aria-pressed={search.v === 'chart'} onClick={() => go({ ...search, v: 'chart' })}>
                  图
                </button>
              </fieldset>
              {listOf(search.i).length === 0 && <p className="meta">没有选指标，列出各份报告共有最多的。</p>}
              {search.v === 'chart' ? (
                <div className="compare-charts">
                  {data.rows.map((row) => (
                    <CompareChart key={row.code} row={row} comparison={data} search={search} onGo={go} />
                  ))}
                </div>
              ) : (
                <CompareTable comparison={data} search={search} onGo={go} />
              )}
            </>
          )}
        </div>
      )}
    </>
  );
}

/** Nothing chosen yet: what one may begin with. */
function Begin({ onGo }: { onGo: (next: CompareSearch) => void }) {
  const { data } = useQuery(reportsQuery({}));
  const read = (data ?? []).filter(({ state, year }) => state === 'read' && year !== null);
  const newest = Math.max(...read.map(({ year }) => year!));
  const some = read.filter(({ year }) => year === newest).slice(0, LATEST);
  return (
    <div className="empty">
      <p>选机构或者报告、期间和指标，并排比对。报告里的数核对以后才进入比对。</p>
      {some.length > 1 && (
        <button
          type="button"
          className="button primary"
          onClick={() => onGo({ o: some.map(({ id }) => `f.${id}`).join(',') })}
        >
          比对{newest}年度的{some.length}份报告
        </button>
      )}
    </div>
  );
}
