import { chineseNumeral } from '@fadu/kernel';
import type { LawAlert } from '@fadu/wire';
import { AFFECTED_NAMES, CHANGE_NAMES, HANDLED_NAMES, RELATION_NAMES, SEVERITY_NAMES } from '@fadu/wire/law';
import { numberOf } from '@fadu/wire/law-reading';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { StateTag } from '../StateTag.js';
import './law.css';
import { SettleForm } from './SettleForm.js';

/** Tone of the tag by severity. */
export const TONES = { high: 'alarm', mid: 'waiting', low: 'idle' } as const;

/** One alert: what is affected and how, what changed, who answers for it, and what was done. */
export function AlertItem({
  alert,
  mayHandle,
  picked,
  onPick,
}: {
  alert: LawAlert;
  mayHandle: boolean;
  picked: boolean;
  onPick: (picked: boolean) => void;
}) {
  const [open, setOpen] = useState(false);
  const may = alert.handled === 'open' && (mayHandle || alert.mine);
  return (
    <li className="law-alert">
      <p>
        {may && (
          <input
            type="checkbox"
            aria-label={`选中：${alert.affectedName}`}
            checked={picked}
            onChange={(event) => onPick(event.target.checked)}
          />
        )}{' '}
        <StateTag name={SEVERITY_NAMES[alert.severity]} tone={TONES[alert.severity]} />{' '}
        <strong>
          <Affected alert={alert} />
        </strong>
        {'　'}
        <span className="meta">
          {AFFECTED_NAMES[alert.affectedKind]}，{RELATION_NAMES[alert.relation]}
        </span>
      </p>
      <p>
        所引{' '}
        <Link
          to="/law/$code"
          params={{ code: alert.code }}
          search={{
            ...(alert.locator && { at: alert.locator }),
            ...(alert.changedOn && alert.change !== 'cited' && { on: dayBefore(alert.changedOn) }),
          }}
        >
          {alert.title}
          {alert.locator && <span className="nb">{articleWords(alert.locator)}</span>}
        </Link>
        <span className="nb">{whatChanged(alert)}</span>
        {'　'}
        {(alert.change === 'modified' || alert.change === 'moved') && alert.changedOn && (
          <>
            <Link
              to="/law/$code"
              params={{ code: alert.code }}
              search={{ on: alert.changedOn, vs: dayBefore(alert.changedOn) }}
            >
              看改了什么
            </Link>
            {'　'}
          </>
        )}
        <span className="meta">
          责任：{alert.owner ?? '没有人任责任岗位，由法规编辑处置'}
          {'　'}
          <span className="nb">{alert.createdAt.slice(0, 10)}提示</span>
        </span>
        {alert.handled === 'open' && (
          <>
            {'　'}
            {alert.overdue ? (
              <strong className="error-text nb">▲ 已过内部时限{alert.dueOn}</strong>
            ) : (
              <span className="nb">
                内部时限<time dateTime={alert.dueOn}>{alert.dueOn}</time>
              </span>
            )}
          </>
        )}
      </p>
      {alert.handled !== 'open' && (
        <p className="hint">
          {HANDLED_NAMES[alert.handled]}：{alert.note}（{alert.handledBy}，{alert.handledAs}，
          {alert.handledAt?.slice(0, 10)}）
        </p>
      )}
      {may && !open && (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          处置<span className="sr">{alert.affectedName}</span>
        </button>
      )}
      {open && <SettleForm ids={[alert.id]} onClose={() => setOpen(false)} />}
    </li>
  );
}

/** 第二条, 第一百三十三条之一 of a locator. */
function articleWords(locator: string): string {
  const [article = '', sub] = numberOf(locator).split('之');
  return `第${chineseNumeral(Number(article))}条${sub === undefined ? '' : `之${chineseNumeral(Number(sub))}`}`;
}

/** A law, a matter's document or a registered text opens; a place in a definition has no page of its own. */
function Affected({ alert }: { alert: LawAlert }) {
  const [id = ''] = alert.affected.split('#');
  if (alert.affectedKind === 'law')
    return (
      <Link to="/law/$code" params={{ code: id }}>
        {alert.affectedName}
      </Link>
    );
  if (alert.matter !== null)
    return (
      <Link to="/matters/$id/documents/$document" params={{ id: alert.matter, document: id }}>
        {alert.affectedName}
      </Link>
    );
  if (REGISTERED.has(alert.affectedKind)) return <Link to="/law/dependents">{alert.affectedName}</Link>;
  return <>{alert.affectedName}</>;
}

const REGISTERED: ReadonlySet<string> = new Set(['normative', 'power', 'benchmark', 'form']);

function whatChanged({ change, changedOn, locator }: LawAlert): string {
  if (change === 'cited') return '，文书制发时该条款不在现行有效的文本中';
  const since = changedOn ? `自${changedOn}起` : '';
  if (change === 'ended' || change === 'lapsed') return `${since}${CHANGE_NAMES[change]}`;
  return locator === null ? `${since}有修改` : `${since}${CHANGE_NAMES[change]}`;
}

/** The text that was cited is the one before the change. */
function dayBefore(day: string): string {
  const before = new Date(new Date(`${day}T00:00:00Z`).getTime() - 86_400_000);
  return before.toISOString().slice(0, 10);
}
