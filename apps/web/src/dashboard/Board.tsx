import type { DashboardEntry } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { meQuery } from '../api/queries.js';
import { FigureScope } from '../figures/FigureScope.js';
import { PrintFoot } from '../matter/PrintFoot.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import { momentWords } from '../words.js';
import { BoardFigures } from './BoardFigures.js';
import { BoardPanelView } from './BoardPanelView.js';
import { BoardTabs } from './BoardTabs.js';
import { CompareWith } from './CompareWith.js';
import { type BoardSearch, boardParams, boardQuery } from './queries.js';
import { WorkloadPanel } from './WorkloadPanel.js';
import './dashboard.css';

/** A board of indicators: key figures, then panels whose titles are their findings. Every number opens to its records. */
export function Board({ board }: { board: DashboardEntry }) {
  const search = useSearch({ strict: false }) as BoardSearch;
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const { data, error, refetch, isPlaceholderData } = useQuery(boardQuery(board.key, search));
  usePageTitle(board.name, data?.org.name, '看板');
  const go = (part: BoardSearch) =>
    void navigate({ to: '/dashboards/$key', params: { key: board.key }, search: { ...search, ...part } as never });
  return (
    <>
      <div className="page-head">
        <h1>{board.name}看板</h1>
        <span className="push meta">
          {data ? `数据截至 ${momentWords(data.asOf)}` : ''}
          <Button
            type="text"
            className="no-print"
            href={`/api/dashboards/${board.key}/excel?${boardParams(search)}`}
            title="主要数据和每张图的数据，一张图一个工作表"
          >
            导出Excel
          </Button>
          <Button type="text" className="no-print" onClick={() => window.print()}>
            打印
          </Button>
        </span>
      </div>
      <BoardTabs current={board.key} search={search} />
      <FigureScope search={search} org={data?.org} today={me?.today ?? ''} onChange={go} places={false}>
        <CompareWith value={data?.compare.with ?? 'year'} onChange={(compare) => go({ compare })} />
      </FigureScope>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="统计" />}
      {data && (
        <div className={isPlaceholderData ? 'board-view dimmed' : 'board-view'} aria-busy={isPlaceholderData}>
          {isPlaceholderData && <p role="status">正在更新…</p>}
          <p className="board-of">
            {data.org.name}及下级，{data.period.name}。对比：{data.compare.name}。{board.purpose}
          </p>
          {data.notes.map((note) => (
            <p key={note} role="note" className="figure-note">
              ⚠ {note}
            </p>
          ))}
          <BoardFigures figures={data.figures} />
          <div className="panels">
            {data.panels.map((panel) => (
              <BoardPanelView key={`${panel.kind} ${panel.code} ${panel.head}`} panel={panel} view={data} />
            ))}
            <WorkloadPanel />
          </div>
        </div>
      )}
      {me && <PrintFoot me={me} name={`${board.name}看板`} />}
    </>
  );
}
