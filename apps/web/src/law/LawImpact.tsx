import type { LawAffected, LawAlert, LawAlertList, LawHandled } from '@fadu/wire';
import { HANDLED_NAMES, RELATION_NAMES, SEVERITY_NAMES } from '@fadu/wire/law';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { messageOf, post } from '../api/client.js';
import { meQuery } from '../api/queries.js';
import { usePageTitle } from '../page-title.js';
import { StateTag } from '../StateTag.js';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped } from '../words.js';
import './law.css';
import { alertsQuery, impactQuery, readQuery } from './queries.js';

const STATES = ['open', 'changed', 'repealed', 'noChange'] as const;
const CHANGES: Readonly<Record<string, string>> = { modified: '修改', moved: '移位', deleted: '删除' };
const TONES = { high: 'alarm', mid: 'waiting', low: 'idle' } as const;

interface ImpactAddress {
  readonly state?: LawHandled | 'open' | undefined;
  readonly law?: string | undefined;
  readonly at?: string | undefined;
}

/** What hangs on texts that changed, to be handled one by one; or everything that hangs on one article. */
export function LawImpact() {
  const search = useSearch({ strict: false }) as ImpactAddress;
  return search.law ? <OfArticle code={search.law} at={search.at ?? ''} /> : <Board search={search} />;
}

function Board({ search }: { search: ImpactAddress }) {
  const state = STATES.find((one) => one === search.state) ?? 'open';
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(alertsQuery(state));
  usePageTitle('影响处置', '法规库');
  return (
    <>
      <div className="page-head">
        <h1>影响处置</h1>
        <span className="meta">
          <Link to="/law">法规库</Link>　新文本入库后，引用过所改条文的法规和条线定义列在这里
        </span>
        <a className="button push" href={`/api/law/alerts.csv?handled=${state}`} download>
          导出
        </a>
      </div>
      <nav className="tabs" aria-label="处置状态">
        {STATES.map((one) => (
          <button
            key={one}
            type="button"
            className={one === state ? 'button primary' : 'button'}
            aria-current={one === state ? 'true' : undefined}
            onClick={() => void navigate({ to: '/law/impact', search: one === 'open' ? {} : { state: one } })}
          >
            {HANDLED_NAMES[one]}
            {one === 'open' && data ? ` ${grouped(data.open)}` : ''}
          </button>
        ))}
      </nav>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="取影响提示" />}
      {data && data.rows.length === 0 && (
        <p className="empty">
          {state === 'open'
            ? '没有待处置的。法规的新文本入库时，凡引用所改条文的，都会列在这里。'
            : `没有处置为“${HANDLED_NAMES[state]}”的。`}
        </p>
      )}
      {data && data.rows.length > 0 && (
        <>
          {state === 'open' && !data.mayHandle && <p className="hint">处置由法规编辑记录；本岗位可以查看和导出。</p>}
          <ol className="law-alerts">
            {data.rows.map((alert) => (
              <Alert key={alert.id} alert={alert} mayHandle={data.mayHandle} />
            ))}
          </ol>
          {data.total > data.rows.length && (
            <p className="hint">
              列出前{grouped(data.rows.length)}条，共{grouped(data.total)}条；全部可以导出。
            </p>
          )}
        </>
      )}
    </>
  );
}

function Alert({ alert, mayHandle }: { alert: LawAlert; mayHandle: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <li className="board">
      <p>
        <StateTag name={SEVERITY_NAMES[alert.severity]} tone={TONES[alert.severity]} />{' '}
        <strong>{alert.affectedName}</strong>　<span className="meta">{RELATION_NAMES[alert.relation]}</span>
      </p>
      <p>
        所引{' '}
        <Link
          to="/law/$code"
          params={{ code: alert.code }}
          search={
            alert.locator ? { at: alert.locator, ...(alert.changedOn && { on: dayBefore(alert.changedOn) }) } : {}
          }
        >
          {alert.title} <code>{alert.locator ?? ''}</code>
        </Link>{' '}
        {alert.changedOn ? `自${alert.changedOn}起` : ''}
        {CHANGES[alert.change] ?? alert.change}
      </p>
      {alert.handled !== 'open' && (
        <p className="hint">
          {HANDLED_NAMES[alert.handled]}：{alert.note}（{alert.handledBy}，{alert.handledAt?.slice(0, 10)}）
        </p>
      )}
      {alert.handled === 'open' && mayHandle && !open && (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          处置<span className="sr">{alert.affectedName}</span>
        </button>
      )}
      {open && <Settle alert={alert} onClose={() => setOpen(false)} />}
    </li>
  );
}

/** The text that was cited is the one before the change. */
function dayBefore(day: string): string {
  const before = new Date(new Date(`${day}T00:00:00Z`).getTime() - 86_400_000);
  return before.toISOString().slice(0, 10);
}

function Settle({ alert, onClose }: { alert: LawAlert; onClose: () => void }) {
  const id = useId();
  const client = useQueryClient();
  const [handled, setHandled] = useState<LawHandled | ''>('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => post<LawAlertList>(`/law/alerts/${alert.id}`, { handled, note: note.trim() }),
    onSuccess: (list) => {
      client.setQueryData(alertsQuery('open').queryKey, list);
      void client.invalidateQueries({ queryKey: ['law-alerts'] });
    },
  });
  const noChoice = handled === '';
  const noNote = note.trim().length < 2;
  return (
    <form
      className="law-settle"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!noChoice && !noNote) send.mutate();
      }}
    >
      <fieldset>
        <legend>处置结果</legend>
        {(['noChange', 'changed', 'repealed'] as const).map((one) => (
          <label key={one} className="check">
            <input type="radio" name={`${id}-handled`} checked={handled === one} onChange={() => setHandled(one)} />
            {HANDLED_NAMES[one]}
          </label>
        ))}
        {tried && noChoice && <p className="error-text">请选处置结果。</p>}
      </fieldset>
      <label htmlFor={`${id}-note`}>理由或者改到哪里</label>
      <textarea
        id={`${id}-note`}
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        aria-invalid={tried && noNote}
      />
      {tried && noNote && <p className="error-text">请写明理由，不少于2个字。</p>}
      {send.error && (
        <p role="alert" className="error-text">
          {messageOf(send.error, '没有记录下来，请再试。')}
        </p>
      )}
      <div className="row-actions">
        <button type="submit" className="button primary" disabled={send.isPending}>
          记录处置
        </button>
        <button type="button" className="button" onClick={onClose}>
          关闭
        </button>
      </div>
    </form>
  );
}

function OfArticle({ code, at }: { code: string; at: string }) {
  const { data: me } = useQuery(meQuery);
  const on = me?.today ?? '';
  const { data: read } = useQuery({ ...readQuery(code, on), enabled: on !== '' });
  const { data, error, refetch } = useQuery({ ...impactQuery(code, at, on), enabled: on !== '' });
  const article = read?.clauses.find(({ locator }) => locator === at);
  const name = read ? `《${read.law.title}》${article?.label ?? ''}` : '';
  usePageTitle(`${name}的影响`, '法规库');
  const own = data?.affected.filter((one) => one.kind === 'definition') ?? [];
  const laws = data?.affected.filter((one) => one.kind === 'law') ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{name}的影响</h1>
        <span className="meta">{on}有效的文本中，哪些引用它；本平台哪些操作和期限以它为依据</span>
      </div>
      <p>
        <Link to="/law/$code" params={{ code }} search={at ? { at } : {}}>
          回到条文
        </Link>
        {'　'}
        <Link to="/law/impact">待处置的影响</Link>
      </p>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="查影响" />}
      {data && (
        <>
          <section className="board">
            <h2>本平台 {grouped(own.length)}处</h2>
            {own.length === 0 ? (
              <p className="hint">没有以它为依据的操作、期限和文书。</p>
            ) : (
              <ImpactTable rows={own} place="操作、期限、文书" />
            )}
          </section>
          <section className="board">
            <h2>法规 {grouped(laws.length)}处</h2>
            {laws.length === 0 ? (
              <p className="hint">库中有效的文本没有引用它的。</p>
            ) : (
              <ImpactTable rows={laws.slice(0, MOST)} place="条" linked />
            )}
            {laws.length > MOST && <p className="hint">列出前{MOST}处。</p>}
          </section>
        </>
      )}
    </>
  );
}

/** More rows than one reads; the whole list is in the API. */
const MOST = 200;

function ImpactTable({
  rows,
  place,
  linked = false,
}: {
  rows: readonly LawAffected[];
  place: string;
  linked?: boolean;
}) {
  return (
    <div className="table-scroll">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">程度</th>
            <th scope="col">{linked ? '法规' : '条线'}</th>
            <th scope="col">{place}</th>
            <th scope="col">关系</th>
            {linked && <th scope="col">原文</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes its order
            <tr key={index}>
              <td>
                <StateTag name={SEVERITY_NAMES[row.severity]} tone={TONES[row.severity]} />
              </td>
              <td>
                {linked ? (
                  <Link to="/law/$code" params={{ code: row.id }}>
                    {row.name}
                  </Link>
                ) : (
                  row.name
                )}
              </td>
              <td>{row.place}</td>
              <td>{RELATION_NAMES[row.relation]}</td>
              {linked && <td>{row.raw}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
