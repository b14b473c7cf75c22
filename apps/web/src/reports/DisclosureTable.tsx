import type { DisclosureRow, DisclosureStatus, DisclosureView } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { messageOf, newKey, post } from '../api/client.js';
import { TableScroll } from '../TableScroll.js';
import { momentWords } from '../words.js';
import { EnterForm } from './EnterForm.js';

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

/** Every organization with where and when it published; those who have not can be reminded. */
export function DisclosureTable({ view, only, onDone }: { view: DisclosureView; only: string; onDone: () => void }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(PAGE);
  const [entering, setEntering] = useState<string>();
  const [message, setMessage] = useState('');
  const [told, setTold] = useState<{ readonly done?: string; readonly error?: unknown }>({});
  // The same until it has arrived: sent again after a broken line, nobody is reminded twice.
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const rows = view.rows.filter(kept(only));
  const open = rows.filter(({ status }) => OPEN.includes(status));
  const send = async (units: readonly string[]) => {
    setTold({});
    setBusy(true);
    try {
      const { reminded } = await post<{ reminded: number }>('/disclosure/remind', {
        org: view.org.id,
        year: view.year,
        units,
        message,
        key,
      });
      setKey(newKey());
      setTold({ done: `已提醒${reminded}家。对方打开“年度报告”就能看到，看到的时间会记在这里。` });
      setChosen(new Set());
      await client.invalidateQueries({ queryKey: ['disclosure'] });
    } catch (error) {
      setTold({ error });
    } finally {
      setBusy(false);
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
            <Button disabled={busy || chosen.size === 0} onClick={() => void send([...chosen])}>
              提醒所选{chosen.size}家
            </Button>
            <Button loading={busy} onClick={() => void send(open.map(({ unit }) => unit))}>
              提醒全部未公开的{open.length}家
            </Button>
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
  // On the phone what is not there yet is said once, by the state.
  const none = row.publishedOn === null ? 'phone-skip' : '';
  const linked = row.address !== null && /^https?:\/\//.test(row.address);
  return (
    <>
      <tr>
        {view.mayRemind && (
          <td className="no-print report-pick">
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
        <td data-label="公开日" className={`nb ${none}`}>
          {row.publishedOn ?? <span className="missing">{row.note ? '不适用' : '未报'}</span>}
        </td>
        <td data-label="在哪里" className={none}>
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
        <td data-label="摘要" className={none}>
          {row.digest ? (
            <code title={row.digest}>{row.digest.slice(0, 8)}</code>
          ) : (
            <span className="missing">{row.publishedOn ? '缺数' : '未报'}</span>
          )}
        </td>
        <td data-label="提醒" className={row.reminded > 0 ? '' : 'phone-skip'}>
          {row.reminded > 0 && row.remindedAt !== null ? (
            <>
              {row.reminded}次
              <p className="meta">
                最近<span className="nb">{momentWords(row.remindedAt)}</span>
                {row.remindedWho.length > 0 && `，${row.remindedWho.join('、')}`}，{row.seenAt ? '已知悉' : '还没有看'}
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
