import type { LineDescription } from '@fadu/procedure';

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useRouterState, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { filtersQuery, lineQuery, listParams, listQuery, meQuery } from '../api/queries.js';
import { clockTime } from '../drafts.js';
import { FilterBar } from '../list/FilterBar.js';
import { chipsOf, type ListSearch } from '../list/filters.js';
import { MatterTable } from '../list/MatterTable.js';
import { SavedViews } from '../list/SavedViews.js';
import { Total } from '../list/Total.js';
import { keepOrder } from '../matter/neighbours.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';

const SIZES = ['50', '100', '200'];

/** The matters of one line: filters act at once, stand in the address, and go away one by one. */
export function MatterList() {
  const { line: code } = useParams({ strict: false }) as { line: string };
  const search = useSearch({ strict: false }) as ListSearch;
  const href = useRouterState({ select: (state) => state.location.href });
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const { data: line, error: lineError } = useQuery(lineQuery(code));
  const { data: choices } = useQuery(filtersQuery(code));
  const { after, size, ...filter } = search;
  const list = useQuery(listQuery({ line: code, limit: size ?? '50', ...filter, after }));
  const { data, error, isFetching, isPlaceholderData, dataUpdatedAt, refetch } = list;
  usePageTitle(line?.name);
  useEffect(() => {
    if (data && line) keepOrder(line.name, href, data.rows);
  }, [data, line, href]);
  if (lineError) return <Trouble error={lineError} />;
  if (!line || !me) return <Waiting what="打开案件清单" />;
  const go = (next: ListSearch) =>
    void navigate({ to: '/lines/$line', params: { line: code }, search: next, resetScroll: false });
  const change = (part: ListSearch) => go({ ...search, after: undefined, ...part });
  const opens = me.lines.find((one) => one.code === code)?.opens ?? [];
  const chips = chipsOf(search, line, choices ?? [], me, data?.rows ?? []);
  const narrowed = chips.length > 0;
  return (
    <>
      <div className="page-head">
        <h1>{line.name}</h1>
        <SavedViews line={code} search={search} person={me.person.id} onOpen={go} />
        <div className="push row-actions">
          {opens.slice(0, 1).map(({ action, name }) => (
            <Link key={action} className="button primary" to="/lines/$line/new/$action" params={{ line: code, action }}>
              {name}
            </Link>
          ))}
          {opens.length > 0 && (
            <Link className="button" to="/lines/$line/bulk/$action" params={{ line: code, action: opens[0]!.action }}>
              批量登记
            </Link>
          )}
          {opens.length > 1 && (
            <Link className="button" to="/intake" hash={code}>
              其他登记
            </Link>
          )}
          <a className="button" href={`/api/matters.xlsx?${listParams({ line: code, ...filter })}`} download>
            导出Excel
          </a>
        </div>
      </div>
      <FilterBar search={search} line={line} choices={choices ?? []} me={me} onChange={change} />
      <p className="chips">
        {chips.map((chip) => (
          <button key={chip.key} type="button" className="filter-chip" onClick={() => change(chip.without)}>
            {chip.text}
            <span aria-hidden="true"> ×</span>
            <span className="sr">，移除这一筛选</span>
          </button>
        ))}
        {narrowed && (
          <Button type="link" onClick={() => go({ sort: search.sort, size })}>
            清除筛选
          </Button>
        )}
        <span role="status" className="meta">
          {data && <Total list={data} filter={{ line: code, ...filter }} />}
          {isFetching ? '　正在更新' : ''}
        </span>
      </p>
      {error && (
        <Trouble error={error} onRetry={() => void refetch()} {...(data && { kept: clockTime(dataUpdatedAt) })} />
      )}
      {!data && !error && <Waiting what="取案件" />}
      {data && data.rows.length === 0 && (
        <p className="empty">
          {narrowed ? (
            <>
              没有符合条件的案件。
              <Button type="link" onClick={() => go({})}>
                清除筛选
              </Button>
            </>
          ) : after ? (
            '后面没有了。'
          ) : (
            <EmptyLine line={line} code={code} opens={opens} orgName={me.posts[0]?.orgName ?? ''} />
          )}
        </p>
      )}
      {data && data.rows.length > 0 && (
        <div className={isPlaceholderData ? 'dimmed' : ''}>
          <MatterTable
            line={line}
            rows={data.rows}
            today={me.today}
            sort={search.sort ?? 'due'}
            onSort={(sort) => change({ sort })}
          />
          <nav className="pager" aria-label="翻页">
            <span className="meta">本页{data.rows.length}件</span>
            <label>
              每页{' '}
              <select value={size ?? '50'} onChange={(event) => change({ size: event.target.value })}>
                {SIZES.map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>
            </label>
            {after && <Button onClick={() => change({})}>第一页</Button>}
            {data.next && <Button onClick={() => go({ ...search, after: data.next! })}>下一页</Button>}
          </nav>
        </div>
      )}
    </>
  );
}

function EmptyLine({
  line,
  code,
  opens,
  orgName,
}: {
  line: LineDescription;
  code: string;
  opens: readonly { readonly action: string; readonly name: string }[];
  orgName: string;
}) {
  const first = opens[0];
  return first ? (
    <>
      还没有{line.name}案件。
      <Link to="/lines/$line/new/$action" params={{ line: code, action: first.action }}>
        {first.name}
      </Link>
    </>
  ) : (
    <>没有可看的案件：本岗位只看{orgName}承办或者参加的案件。</>
  );
}
