import type { LawHandled } from '@fadu/wire';
import { HANDLED_NAMES } from '@fadu/wire/law';
import { useQuery } from '@tanstack/react-query';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped } from '../words.js';
import { AlertItem } from './AlertItem.js';
import './law.css';
import { alertsQuery } from './queries.js';

/** Alerts in one state, the gravest first: all that may be seen, or those of the posts in use. */
export function AlertList({ state, mine, of }: { state: LawHandled | 'open'; mine: boolean; of?: string | undefined }) {
  const { data, error, refetch } = useQuery(alertsQuery(state, mine, of));
  if (!data) return error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Waiting what="取影响提示" />;
  return (
    <>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {data.rows.length === 0 ? (
        <p className="empty">{emptyWords(state, mine)}</p>
      ) : (
        <>
          {state === 'open' && !mine && !data.mayHandle && (
            <p className="hint">由责任岗位或者法规编辑处置；其他岗位可以查看和导出。</p>
          )}
          <ol className="law-alerts">
            {data.rows.map((alert) => (
              <AlertItem key={alert.id} alert={alert} mayHandle={data.mayHandle} />
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

function emptyWords(state: LawHandled | 'open', mine: boolean): string {
  if (state !== 'open') return `没有处置为“${HANDLED_NAMES[state]}”的。`;
  return mine
    ? '没有本岗位要处置的。法规修改或者废止时，本岗位负责的事项、文书、定义引用了它的，会列在这里。'
    : '没有待处置的。法规的新文本入库时，凡引用所改条文的，都会列在这里。';
}
