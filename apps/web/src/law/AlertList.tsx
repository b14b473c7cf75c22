import type { LawHandled, LawSeverity } from '@fadu/wire';
import { HANDLED_NAMES, SEVERITY_NAMES } from '@fadu/wire/law';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped } from '../words.js';
import { AlertItem } from './AlertItem.js';
import './law.css';
import { Pages } from './Pages.js';
import { ALERTS_A_PAGE, alertsQuery } from './queries.js';
import { SettleForm } from './SettleForm.js';

interface ListProps {
  readonly state: LawHandled | 'open';
  readonly mine: boolean;
  readonly of?: string | undefined;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** Alerts in one state, those that are due first: all that may be seen, or those of the posts in use; a page of them. */
export function AlertList({ state, mine, of, page, onPage }: ListProps) {
  const { data, error, refetch } = useQuery(alertsQuery(state, mine, of, page));
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [settling, setSettling] = useState(false);
  const may = (data?.rows ?? []).flatMap((one) => (data!.mayHandle || one.mine ? [one.id] : []));
  // What was handled, or stands on another page, is picked no longer.
  const ids = picked.filter((id) => may.includes(id));
  if (!data) return error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Waiting what="取影响提示" />;
  return (
    <>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {data.total === 0 ? (
        <p className="empty">{emptyWords(state, mine)}</p>
      ) : (
        <>
          {state === 'open' && (
            <p className="hint">
              {data.overdue > 0 && <strong className="error-text">▲ 超过内部时限{grouped(data.overdue)}条。</strong>}
              内部时限：
              <Link to="/settings" search={{ code: 'law/alertHigh' } as never}>
                {limitWords(data.workdays)}
              </Link>
              ，自提示之日起算；变动尚未施行的，不早于施行前一日。法律没有规定处置期限。
              {!mine && !data.mayHandle && '由责任岗位或者法规编辑处置；其他岗位可以查看和导出。'}
            </p>
          )}
          {data.rows.length === 0 && <p className="empty">这一页没有了，处置过的已经移走。请看前一页。</p>}
          {state === 'open' && may.length > 1 && (
            <div className="law-picked">
              <label className="check">
                <input
                  type="checkbox"
                  checked={ids.length === may.length}
                  onChange={(event) => setPicked(event.target.checked ? may : [])}
                />
                选中本页可以处置的{grouped(may.length)}条
              </label>
              {ids.length > 1 && !settling && (
                <button type="button" className="button" onClick={() => setSettling(true)}>
                  一并处置选中的{grouped(ids.length)}条
                </button>
              )}
              {ids.length > 1 && settling && (
                <SettleForm
                  ids={ids}
                  onClose={() => {
                    setSettling(false);
                    setPicked([]);
                  }}
                />
              )}
            </div>
          )}
          <ol className="law-alerts" start={(page - 1) * ALERTS_A_PAGE + 1}>
            {data.rows.map((alert) => (
              <AlertItem
                key={alert.id}
                alert={alert}
                mayHandle={data.mayHandle}
                picked={ids.includes(alert.id)}
                onPick={(picked) => setPicked(picked ? [...ids, alert.id] : ids.filter((id) => id !== alert.id))}
              />
            ))}
          </ol>
          <Pages page={page} total={data.total} size={ALERTS_A_PAGE} unit="条" onPage={onPage} />
        </>
      )}
    </>
  );
}

const limitWords = (workdays: Readonly<Record<LawSeverity, number>>): string =>
  (['high', 'mid', 'low'] as const)
    .map((severity) => `${SEVERITY_NAMES[severity]}${workdays[severity]}个工作日`)
    .join('、');

function emptyWords(state: LawHandled | 'open', mine: boolean): string {
  if (state !== 'open') return `没有处置为“${HANDLED_NAMES[state]}”的。`;
  return mine
    ? '没有本岗位要处置的。法规修改或者废止时，本岗位负责的事项、文书、定义引用了它的，会列在这里。'
    : '没有待处置的。法规的新文本入库时，凡引用所改条文的，都会列在这里。';
}
