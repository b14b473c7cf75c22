import type { DisclosureRow, DisclosureStatus, DisclosureView } from '@fadu/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { get, messageOf, post } from '../api/client.js';
import { OrganizationInput } from '../form/pickers.js';
import { usePageTitle } from '../page-title.js';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { momentWords } from '../words.js';
import { EnterForm } from './EnterForm.js';
import './reports.css';

interface RegisterSearch {
  readonly org?: string;
  readonly year?: string;
  readonly only?: string;
}

const WORDS: Readonly<Record<DisclosureStatus, string>> = {
  onTime: '按时公开',
  late: '逾期公开',
  pending: '未公开',
  overdue: '逾期未公开',
  ended: '不适用',
};
const TONES: Readonly<Record<DisclosureStatus, string>> = {
  onTime: 'ended',
  late: 'ended',
  pending: 'idle',
  overdue: 'alarm',
  ended: 'ended',
};
const OPEN: readonly DisclosureStatus[] = ['overdue', 'pending'];

/** Who of all organizations below made the report of a year public, where and when; reminders to those who have not. */
export function DisclosurePage() {
  const search = useSearch({ strict: false }) as RegisterSearch;
  const navigate = useNavigate();
  const query = new URLSearchParams({
    ...(search.org && { org: search.org }),
    ...(search.year && { year: search.year }),
  }).toString();
  const { data, error, refetch } = useQuery({
    queryKey: ['disclosure', query],
    queryFn: () => get<DisclosureView>(`/disclosure?${query}`),
    placeholderData: (before) => before,
    retry: false,
  });
  usePageTitle('年度报告公开登记', data?.org.name);
  const go = (part: RegisterSearch) =>
    void navigate({ to: '/reports/disclosure' as never, search: { ...search, ...part } as never });
  return (
    <>
      <div className="page-head">
        <h1>年度报告公开登记</h1>
        <Link to="/reports" activeOptions={{ exact: true }}>
          年度报告
        </Link>
        <span className="push no-print">
          <Button type="text" href={`/api/disclosure/excel?${query}`}>
            导出
          </Button>
          <Button type="text" onClick={() => window.print()}>
            打印
          </Button>
        </span>
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="汇总公开情况" />}
      {data && (
        <>
          <div className="report-choices no-print">
            <label htmlFor="register-org">范围</label>
            <OrganizationInput
              id="register-org"
              aria={{}}
              value={data.org.id}
              name={data.org.name}
              onChange={(org) => go({ org: typeof org === 'string' ? org : '' })}
            />
            <label>
              年度{' '}
              <select value={data.year} onChange={({ target }) => go({ year: target.value })}>
                {Array.from({ length: 6 }, (_, index) => Number(data.today.slice(0, 4)) - index).map((year) => (
                  <option key={year} value={year}>
                    {year}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Tallies view={data} only={search.only ?? ''} onOnly={(only) => go({ only })} />
          <Register view={data} only={search.only ?? ''} onDone={() => void refetch()} />
        </>
      )}
    </>
  );
}

const share = (part: number, whole: number): string => {
  const text = ((part * 100) / whole).toFixed(2);
  return `${text === '100.00' ? '100' : text === '0.00' ? '0' : text}%`;
};

function Tallies({
  view: { org, year, before, basis, tallies, rows },
  only,
  onOnly,
}: {
  view: DisclosureView;
  only: string;
  onOnly: (only: string) => void;
}) {
  const due = tallies.reduce((sum, one) => sum + one.due, 0);
  const open = tallies.reduce((sum, one) => sum + one.open, 0);
  return (
    <section className="board">
      <h2>
        {org.name}及下级{year}年度应公开{due}家，未公开{open}家
      </h2>
      <p className="meta">
        应当在{before}之前向社会公开（{basis}
        ）。地方各级政府、县级以上政府部门都要公开，街道办事处等派出机关不单独公开。
      </p>
      <TableScroll name="各级公开情况">
        <table className="plain report-tallies">
          <thead>
            <tr>
              <th>层级</th>
              <th className="num">应公开（家）</th>
              <th className="num">按时（家）</th>
              <th className="num">逾期公开（家）</th>
              <th className="num">未公开（家）</th>
              <th className="num">按时公开率（%）</th>
            </tr>
          </thead>
          <tbody>
            {tallies.map((one) => (
              <tr key={one.level}>
                <th scope="row">{one.level}</th>
                <td className="num">{one.due}</td>
                <td className="num">{one.onTime}</td>
                <td className="num">{one.late}</td>
                <td className="num">{one.open}</td>
                <td className="num">
                  {share(one.onTime, one.due)}{' '}
                  <span className="meta">
                    {one.onTime}/{one.due}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <fieldset className="tabs no-print" aria-label="只看">
        {[
          ['', `全部${rows.length}`],
          ['open', `未公开${open}`],
          ['late', `逾期公开${rows.filter(({ status }) => status === 'late').length}`],
          ['done', `已公开${rows.filter(({ publishedOn }) => publishedOn !== null).length}`],
        ].map(([key, label]) => (
          <button key={key} type="button" aria-pressed={only === key} onClick={() => onOnly(key!)}>
            {label}
          </button>
        ))}
      </fieldset>
    </section>
  );
}

const kept =
  (only: string) =>
  (row: DisclosureRow): boolean =>
    only === 'open'
      ? OPEN.includes(row.status)
      : only === 'late'
        ? row.status === 'late'
        : only !== 'done' || row.publishedOn !== null;

/** Rows shown at once; more on request. */
const PAGE = 100;

function Register({ view, only, onDone }: { view: DisclosureView; only: string; onDone: () => void }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(PAGE);
  const [entering, setEntering] = useState<string>();
  const [message, setMessage] = useState('');
  const [told, setTold] = useState<{ readonly done?: string; readonly error?: unknown }>({});
  const rows = view.rows.filter(kept(only));
  const open = rows.filter(({ status }) => OPEN.includes(status));
  const send = async (units: readonly string[]) => {
    setTold({});
    try {
      const { reminded } = await post<{ reminded: number }>('/disclosure/remind', {
        org: view.org.id,
        year: view.year,
        units,
        message,
      });
      setTold({ done: `已提醒${reminded}家。对方打开“年度报告”就能看到，看到的时间会记在这里。` });
      setChosen(new Set());
      await client.invalidateQueries({ queryKey: ['disclosure'] });
    } catch (error) {
      setTold({ error });
    }
  };
  const pick = (unit: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(unit);
    else next.delete(unit);
    setChosen(next);
  };
  if (rows.length === 0)
    return (
      <p className="empty">
        {view.rows.length === 0 ? '这个范围没有应当公开年度报告的单位。' : '没有符合条件的单位。'}
      </p>
    );
  return (
    <section className="board">
      <h2>各单位</h2>
      {view.mayRemind && open.length > 0 && (
        <div className="no-print report-remind">
          <label className="label" htmlFor="remind-words">
            提醒的话<span className="optional">（选填，不写用通用的话：应当何时公开、是否逾期）</span>
          </label>
          <input
            id="remind-words"
            className="text-input"
            maxLength={500}
            value={message}
            onChange={({ target }) => setMessage(target.value)}
          />
          <div className="row-actions">
            <Button disabled={chosen.size === 0} onClick={() => void send([...chosen])}>
              提醒所选{chosen.size}家
            </Button>
            <Button onClick={() => void send(open.map(({ unit }) => unit))}>提醒全部未公开的{open.length}家</Button>
          </div>
        </div>
      )}
      {told.done && (
        <p role="status" className="ok">
          {told.done}
        </p>
      )}
      {told.error !== undefined && <p role="alert">{messageOf(told.error, '没有提醒成。')}</p>}
      <TableScroll name="各单位公开情况">
        <table className="plain report-register">
          <thead>
            <tr>
              {view.mayRemind && <th className="no-print">选</th>}
              <th>单位</th>
              <th>状态</th>
              <th>公开日</th>
              <th>在哪里</th>
              <th>摘要</th>
              <th>提醒</th>
              <th className="no-print">办理</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <Row
                key={row.unit}
                row={row}
                view={view}
                chosen={chosen.has(row.unit)}
                onPick={(on) => pick(row.unit, on)}
                entering={entering === row.unit}
                onEnter={(on) => setEntering(on ? row.unit : undefined)}
                onDone={onDone}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {rows.length > shown && (
        <p className="no-print">
          已列{shown}家，共{rows.length}家。
          <Button type="link" onClick={() => setShown(shown + PAGE * 5)}>
            接着列
          </Button>
        </p>
      )}
    </section>
  );
}

function Row({
  row,
  view,
  chosen,
  onPick,
  entering,
  onEnter,
  onDone,
}: {
  row: DisclosureRow;
  view: DisclosureView;
  chosen: boolean;
  onPick: (on: boolean) => void;
  entering: boolean;
  onEnter: (on: boolean) => void;
  onDone: () => void;
}) {
  const linked = row.address !== null && /^https?:\/\//.test(row.address);
  return (
    <>
      <tr>
        {view.mayRemind && (
          <td className="no-print">
            {OPEN.includes(row.status) && (
              <input
                type="checkbox"
                aria-label={`选${row.name}`}
                checked={chosen}
                onChange={({ target }) => onPick(target.checked)}
              />
            )}
          </td>
        )}
        <th scope="row">
          {row.progress ? (
            <Link to="/reports/$org/$year" params={{ org: row.unit, year: String(view.year) }}>
              {row.name}
            </Link>
          ) : (
            row.name
          )}
        </th>
        <td data-label="状态">
          <span className={`state state-${TONES[row.status]}`}>{WORDS[row.status]}</span>
          {row.publishedOn === null && row.progress && <p className="meta">平台上{row.progress}</p>}
          {row.note && <p className="meta">{row.note}</p>}
        </td>
        <td data-label="公开日" className="nb">
          {row.publishedOn ?? <span className="missing">{row.note ? '不适用' : '未报'}</span>}
        </td>
        <td data-label="在哪里">
          {row.address === null ? (
            <span className="missing">{row.note ? '不适用' : '未报'}</span>
          ) : (
            <>
              {row.place}：
              {linked ? (
                <a href={row.address} target="_blank" rel="noreferrer">
                  {row.address}
                </a>
              ) : (
                row.address
              )}
              <p className="meta">{row.source === 'platform' ? '平台公开' : `${row.enteredBy}登记`}</p>
            </>
          )}
        </td>
        <td data-label="摘要">
          {row.digest ? (
            <code title={row.digest}>{row.digest.slice(0, 8)}</code>
          ) : (
            <span className="missing">{row.publishedOn ? '缺数' : '未报'}</span>
          )}
        </td>
        <td data-label="提醒">
          {row.reminded > 0 && row.remindedAt !== null ? (
            <>
              {row.reminded}次
              <p className="meta">
                最近<span className="nb">{momentWords(row.remindedAt)}</span>，{row.seenAt ? '已知悉' : '还没有看'}
              </p>
            </>
          ) : (
            <span className="meta">没有提醒</span>
          )}
        </td>
        <td className="no-print">
          {row.mayEnter && !entering && (
            <Button size="small" onClick={() => onEnter(true)}>
              {row.publishedOn ? '更正' : '登记公开'}
            </Button>
          )}
        </td>
      </tr>
      {entering && (
        <tr className="no-print">
          <td colSpan={8}>
            <EnterForm
              row={row}
              year={view.year}
              onCancel={() => onEnter(false)}
              onDone={() => {
                onEnter(false);
                onDone();
              }}
            />
          </td>
        </tr>
      )}
    </>
  );
}
