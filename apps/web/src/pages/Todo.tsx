import type { MatterRow } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Segmented, Select } from 'antd';
import { useEffect } from 'react';
import { lineQuery, listQuery, meQuery } from '../api/queries.js';
import { ClockChip } from '../clock/ClockChip.js';

export interface TodoSearch {
  readonly view?: 'mine' | 'waiting' | 'all';
  readonly line?: string;
  readonly q?: string;
}

const GROUPS: readonly { readonly key: string; readonly name: string; readonly open: boolean }[] = [
  { key: 'late', name: '▲ 已超期', open: true },
  { key: 'today', name: '● 今日届满', open: true },
  { key: 'soon', name: '◔ 3个工作日内', open: true },
  { key: 'later', name: '○ 以后', open: true },
  { key: 'none', name: '没有期限', open: true },
  { key: 'paused', name: '‖ 已中止', open: false },
];

function groupOf(row: MatterRow): string {
  const clock = row.clock;
  if (!clock) return 'none';
  const { tone, amount } = clock.standing;
  if (tone === 'paused') return 'paused';
  if (tone === 'late') return clock.expiry === 'right' || clock.expiry === 'wait' ? 'none' : 'late';
  if (tone === 'today') return 'today';
  return (clock.unit === 'workday' ? amount <= 3 : amount <= 4) ? 'soon' : 'later';
}

/** One row is one duty with its one main action; by remaining legal time, never by arrival. */
export function Todo() {
  const search = useSearch({ strict: false }) as TodoSearch;
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const view = search.view ?? 'mine';
  const filter = { view, line: search.line, q: search.q, limit: '200' };
  const { data, error, isFetching, refetch } = useQuery(listQuery(filter));
  const mine = useQuery(listQuery({ view: 'mine', limit: '1' }));
  const waiting = useQuery(listQuery({ view: 'waiting', limit: '1' }));
  useEffect(() => {
    document.title = '待办·法度';
  }, []);
  const go = (change: Partial<TodoSearch>) => void navigate({ to: '/todo', search: { ...search, ...change } });
  const today = me?.today ?? '';
  return (
    <>
      <div className="page-head">
        <h1>待办</h1>
        <Segmented
          value={view}
          onChange={(next) => go({ view: next as TodoSearch['view'] & string })}
          options={[
            { value: 'mine', label: `待我办 ${mine.data?.total ?? ''}` },
            { value: 'waiting', label: `我在等 ${waiting.data?.total ?? ''}` },
            { value: 'all', label: '全部' },
          ]}
        />
        <Select
          aria-label="条线"
          value={search.line ?? ''}
          style={{ width: 160 }}
          onChange={(line) => go(line === '' ? { line: undefined as never } : { line })}
          options={[
            { value: '', label: '条线：全部' },
            ...(me?.lines ?? []).map((line) => ({ value: line.code, label: line.name })),
          ]}
        />
        <Input.Search
          aria-label="案号、当事人"
          placeholder="案号、当事人"
          defaultValue={search.q ?? ''}
          style={{ width: 220 }}
          allowClear
          onSearch={(q) => go(q === '' ? { q: undefined as never } : { q })}
        />
        <span className="meta">
          共{data?.total ?? 0}件 {isFetching ? '正在更新' : ''}{' '}
          <Button type="link" size="small" onClick={() => void refetch()}>
            刷新
          </Button>
        </span>
      </div>
      {error && (
        <p role="alert" className="error-text">
          未能更新，{data ? '显示的是此前的数据' : ''}{' '}
          <Button size="small" onClick={() => void refetch()}>
            重试
          </Button>
        </p>
      )}
      {data && data.rows.length === 0 && (
        <p className="empty">
          {search.q || search.line ? (
            <>
              没有符合条件的待办。
              <Button type="link" onClick={() => void navigate({ to: '/todo', search: { view } })}>
                清除筛选
              </Button>
            </>
          ) : view === 'mine' ? (
            '没有要办的事。'
          ) : (
            '没有在等的事。'
          )}
        </p>
      )}
      {data &&
        GROUPS.map((group) => {
          const rows = data.rows.filter((row) => groupOf(row) === group.key);
          if (rows.length === 0) return null;
          return (
            <section key={group.key} className="todo-group">
              <h2>
                {group.name} {rows.length}
              </h2>
              <ul className="todo">
                {rows.map((row) => (
                  <TodoRow key={row.id} row={row} today={today} />
                ))}
              </ul>
            </section>
          );
        })}
    </>
  );
}

function TodoRow({ row, today }: { row: MatterRow; today: string }) {
  const { data: line } = useQuery(lineQuery(row.line));
  return (
    <li>
      <span className="todo-clock">
        {row.clock ? <ClockChip clock={row.clock} today={today} named /> : <span className="meta">没有期限</span>}
      </span>
      <span className="todo-title">
        <Link to="/matters/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
        <span className="meta nb"> {row.number ?? `收件${row.receipt}`}</span>
        <StateTag name={line?.states[row.state]?.name ?? row.state} tone={line?.states[row.state]?.tone ?? 'active'} />
      </span>
      <span className="todo-action">
        {row.action &&
          (row.action.approval ? (
            <Link className="button primary" to="/matters/$id" params={{ id: row.id }} hash="pending">
              {row.action.name}
            </Link>
          ) : (
            <Link
              className="button primary"
              to="/matters/$id/actions/$action"
              params={{ id: row.id, action: row.action.action }}
            >
              {row.action.name}
            </Link>
          ))}
      </span>
    </li>
  );
}

export function StateTag({ name, tone }: { name: string; tone: string }) {
  return <span className={`state state-${tone}`}>{name}</span>;
}
