import { part } from '@fadu/client';
import type { MatterRow, Me } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { lineQuery, listQuery, meQuery, undeliveredQuery } from '../api/queries.js';
import { ClockChip } from '../clock/ClockChip.js';
import { GROUPS, type Group, groupOf } from '../clock/nearness.js';
import { clockTime, listDrafts, watchDrafts } from '../drafts.js';
import { alertCountQuery } from '../law/queries.js';
import { keepOrder } from '../matter/neighbours.js';
import { usePageTitle } from '../page-title.js';
import { StateTag } from '../StateTag.js';
import { Trouble, Waiting } from '../Trouble.js';
import { Drafts } from './Drafts.js';
import { Notices } from './Notices.js';

export interface TodoSearch {
  readonly view?: 'mine' | 'approvals' | 'waiting' | 'followed' | 'law' | 'drafts';
  readonly line?: string;
  readonly due?: string;
  readonly q?: string;
  /** Of 法规变动, from 1. */
  readonly page?: string;
}

const LIMIT = '200';
/** Only who opens the tab loads it. */
const AlertList = lazy(async () => ({ default: (await part(() => import('../law/AlertList.js'))).AlertList }));

/** One row is one duty with its one main action; by remaining legal time, never by arrival. */
export function Todo() {
  const search = useSearch({ strict: false }) as TodoSearch;
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const view = search.view ?? 'mine';
  const query =
    view === 'approvals'
      ? { view: 'mine', approval: '1', line: search.line, q: search.q, limit: LIMIT }
      : {
          view: view === 'waiting' || view === 'followed' ? view : 'mine',
          line: search.line,
          q: search.q,
          limit: LIMIT,
        };
  const { data, error, isFetching, dataUpdatedAt, refetch } = useQuery(listQuery(query));
  const mine = useQuery(listQuery({ view: 'mine', limit: '1' }));
  const approvals = useQuery(listQuery({ view: 'mine', approval: '1', limit: '1' }));
  const waiting = useQuery(listQuery({ view: 'waiting', limit: '1' }));
  const followed = useQuery(listQuery({ view: 'followed', limit: '1' }));
  const drafts = useDraftCount(me);
  const { data: alerts } = useQuery(alertCountQuery);
  usePageTitle(me?.leads ? '待批' : '待办');
  const go = (change: TodoSearch) => void navigate({ to: '/todo', search: { ...search, ...change } });
  const tabs: readonly [Exclude<TodoSearch['view'], undefined>, string, number | undefined][] = [
    ['mine', '待我办', mine.data?.total],
    ...(approvals.data && approvals.data.total > 0
      ? [['approvals', '其中待审批', approvals.data.total] as [Exclude<TodoSearch['view'], undefined>, string, number]]
      : []),
    ['waiting', '我在等', waiting.data?.total],
    ['followed', '我关注', followed.data?.total],
    ...(alerts?.mine || view === 'law'
      ? [
          ['law', alerts?.mineOverdue ? `法规变动（超过时限${alerts.mineOverdue}）` : '法规变动', alerts?.mine] as [
            Exclude<TodoSearch['view'], undefined>,
            string,
            number | undefined,
          ],
        ]
      : []),
    ['drafts', '我的草稿', drafts],
  ];
  return (
    <>
      <div className="page-head">
        <h1>{me?.leads ? '待批' : '待办'}</h1>
        <fieldset className="tabs" aria-label="范围">
          {tabs.map(([key, name, count]) => (
            <button
              key={key}
              type="button"
              aria-pressed={view === key}
              onClick={() => void navigate({ to: '/todo', search: key === 'mine' ? {} : { view: key } })}
            >
              {name} {count ?? ''}
            </button>
          ))}
        </fieldset>
        {view !== 'drafts' && view !== 'law' && (
          <>
            <Select
              aria-label="条线"
              value={search.line ?? ''}
              style={{ width: 150 }}
              onChange={(line) => go({ line })}
              options={[
                { value: '', label: '条线：全部' },
                ...(me?.lines ?? []).map((line) => ({ value: line.code, label: line.name })),
              ]}
            />
            <Select
              aria-label="期限"
              value={search.due ?? ''}
              style={{ width: 140 }}
              onChange={(due) => go({ due })}
              options={[
                { value: '', label: '期限：全部' },
                ...GROUPS.map((group) => ({ value: group.key, label: group.name })),
              ]}
            />
            <Input.Search
              aria-label="在待办里找案号、当事人"
              placeholder="案号、当事人"
              key={search.q ?? ''}
              defaultValue={search.q ?? ''}
              style={{ width: 200 }}
              allowClear
              onSearch={(q) => go({ q })}
            />
            <span className="meta push">
              {isFetching ? '正在更新' : dataUpdatedAt ? `数据 ${clockTime(dataUpdatedAt)}` : ''}
              <Button type="link" onClick={() => void refetch()}>
                刷新
              </Button>
            </span>
          </>
        )}
      </div>
      {view === 'drafts' && me ? (
        <Drafts person={me.person.id} />
      ) : view === 'law' ? (
        <Suspense fallback={<Waiting what="取影响提示" />}>
          <AlertList state="open" mine page={Number(search.page) || 1} onPage={(page) => go({ page: String(page) })} />
        </Suspense>
      ) : (
        <>
          {error && (
            <Trouble error={error} onRetry={() => void refetch()} {...(data && { kept: clockTime(dataUpdatedAt) })} />
          )}
          {view === 'mine' && <Notices />}
          {view === 'mine' && <UndeliveredNote />}
          {!data && !error && <Waiting what="取待办" />}
          {data && me && (
            <Groups
              rows={data.rows}
              total={data.total}
              me={me}
              only={search.due}
              empty={
                search.q || search.line || search.due ? (
                  <>
                    没有符合条件的待办。
                    <Button type="link" onClick={() => void navigate({ to: '/todo', search: { view } })}>
                      清除筛选
                    </Button>
                  </>
                ) : view === 'followed' ? (
                  '没有关注的案件：在案件页点“关注”，就会列在这里，办结的也在。'
                ) : view === 'waiting' ? (
                  '没有在等的事：办过、轮到他人的案件会列在这里。'
                ) : (
                  <>
                    没有要办的事。
                    {me.lines[0] && (
                      <Link to="/lines/$line" params={{ line: me.lines[0].code }}>
                        看全部案件
                      </Link>
                    )}
                  </>
                )
              }
            />
          )}
        </>
      )}
    </>
  );
}

function Groups({
  rows,
  total,
  me,
  only,
  empty,
}: {
  rows: readonly MatterRow[];
  total: number;
  me: Me;
  only: string | undefined;
  empty: React.ReactNode;
}) {
  const grouped = GROUPS.map((group) => ({
    ...group,
    rows: rows.filter((row) => groupOf(row.clock, me.soonUntil) === group.key),
  })).filter((group) => group.rows.length > 0 && (!only || group.key === only));
  useEffect(() => keepOrder('待办', '/todo', rows), [rows]);
  if (grouped.length === 0) return <p className="empty">{empty}</p>;
  return (
    <>
      {grouped.map((group) => (
        <DutyGroup key={group.key} group={group} today={me.today} />
      ))}
      {total > rows.length && (
        <p className="meta">
          只列出最近届满的{rows.length}件，共{total}件。用条线或者案号缩小范围。
        </p>
      )}
    </>
  );
}

function DutyGroup({
  group,
  today,
}: {
  group: { key: Group; icon: string; name: string; rows: readonly MatterRow[] };
  today: string;
}) {
  return (
    <details className="todo-group" open={group.key !== 'paused'}>
      <summary>
        <h2>
          <span aria-hidden="true">{group.icon} </span>
          {group.name} {group.rows.length}
        </h2>
      </summary>
      <ul className="todo">
        {group.rows.map((row) => (
          <TodoRow key={row.id} row={row} today={today} />
        ))}
      </ul>
    </details>
  );
}

function TodoRow({ row, today }: { row: MatterRow; today: string }) {
  const { data: line } = useQuery(lineQuery(row.line));
  const { action } = row;
  return (
    <li>
      <span className="todo-clock">
        {row.clock ? (
          <ClockChip clock={row.clock} today={today} named />
        ) : row.starts ? (
          <span className="meta">
            {action?.name}后起算：{row.starts.name}，<span className="nb">{row.starts.limit}</span>（{row.starts.basis}
            ）
          </span>
        ) : (
          <span className="meta">没有期限</span>
        )}
      </span>
      <span className="todo-title">
        <Link to="/matters/$id" params={{ id: row.id }}>
          <span className="nb">{row.number ?? `收件${row.receipt}`}</span>　{row.title}
        </Link>
        {action?.approval && (
          <span className="todo-why">
            {action.why}。{action.otherwise}。
          </span>
        )}
      </span>
      <span className="todo-state">
        <StateTag name={line?.states[row.state]?.name ?? row.state} tone={line?.states[row.state]?.tone ?? 'active'} />
      </span>
      <span className="todo-action">
        {action &&
          (action.approval ? (
            <Link className="button primary" to="/matters/$id" params={{ id: row.id }} hash="pending">
              {action.name}
            </Link>
          ) : (
            <Link
              className="button primary"
              to="/matters/$id/actions/$action"
              params={{ id: row.id, action: action.action }}
            >
              {action.name}
            </Link>
          ))}
      </span>
    </li>
  );
}

function useDraftCount(me: Me | undefined): number | undefined {
  const person = me?.person.id;
  const [count, setCount] = useState<number>();
  useEffect(() => {
    if (!person) return undefined;
    const read = () => setCount(listDrafts(person).length);
    read();
    return watchDrafts(read);
  }, [person]);
  return count;
}

/** Messages that another line refused: nobody else will see to them. */
function UndeliveredNote() {
  const { data } = useQuery(undeliveredQuery);
  if (!data || data.length === 0) return null;
  return (
    <section className="board" aria-labelledby="undelivered-title">
      <h2 id="undelivered-title">没有送到其他业务 {data.length}</h2>
      <ul className="plain-list undelivered-list">
        {data.map((one) => (
          <li key={one.id}>
            <Link to="/matters/$id" params={{ id: one.matter }} hash="undelivered">
              <span className="nb">{one.number ?? `收件${one.receipt}`}</span> {one.title}
            </Link>
            <div>
              “{one.actionName}”没有送到{one.lineName}。<span className="meta">{one.failure}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
