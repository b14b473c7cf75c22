import type { DeskFigure, MarkedFigure, ReadFigure, ReadingDesk } from '@fadu/wire';
import { ROLE_WORDS } from '@fadu/wire/reading-words';
import { StepList } from './StepList.js';
import { kindWords, STATE_WORDS, sureWords, valueWords } from './words.js';

/** The figure that is looked at: what it was read as, why, and what one may do with it. */
export function FigurePanel({
  desk: { report },
  open,
  busy,
  onTake,
  onEdit,
  onMove,
  onLook,
}: {
  desk: ReadingDesk;
  open: DeskFigure | undefined;
  busy: boolean;
  onTake: (figure: ReadFigure, step: 'confirm' | 'reject' | 'reopen') => void;
  onEdit: () => void;
  onMove: (by: 'next' | 'previous') => void;
  onLook: (n: number) => void;
}) {
  if (!open)
    return (
      <section className="board" aria-label="这个数">
        <p className="empty">{report.counts.all === 0 ? '没有读出数。可以补一个数。' : '待核的都核对过了。'}</p>
      </section>
    );
  const { figure } = open;
  const other = (found: MarkedFigure | null) =>
    found && (
      <button type="button" className="link" onClick={() => onLook(found.n)}>
        {found.text} {found.name ?? ''}
      </button>
    );
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    ['数值', valueWords(figure)],
    ['角色', kindWords(figure)],
    ['指标', figure.indicatorName ? `${figure.indicatorName}（${figure.indicator}）` : '没有指标'],
    ['对象', figure.subject],
    ['动作', figure.verb],
    ['范围', figure.scope],
    [figure.role === 'share' || figure.unit === '%' ? '分母' : '整体', other(open.of)],
    [`${ROLE_WORDS.level}是`, other(open.refersTo)],
    ['位置', `第${figure.start}—${figure.end}字${figure.page === null ? '' : `，第${figure.page}页`}`],
  ];
  return (
    <section className="board figure-panel" aria-label="这个数" aria-live="polite">
      <p className="figure-context">
        …{open.before.replaceAll('\n', ' ')}
        <strong>{figure.text}</strong>
        {open.after.replaceAll('\n', ' ')}…
      </p>
      <p className="figure-state">
        <strong>{STATE_WORDS[figure.state]}</strong> · {sureWords(figure)}
      </p>
      <dl className="reading-facts">
        {rows.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {figure.reasons.length > 0 && (
        <details open>
          <summary>为什么</summary>
          <ul>
            {figure.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
      {report.mayEdit ? (
        <div className="row-actions">
          {figure.state !== 'confirmed' && (
            <button type="button" className="button primary" disabled={busy} onClick={() => onTake(figure, 'confirm')}>
              确认 <kbd>Enter</kbd>
            </button>
          )}
          <button type="button" className="button" disabled={busy} onClick={onEdit}>
            更正 <kbd>E</kbd>
          </button>
          {figure.state === 'open' ? (
            <button type="button" className="button" disabled={busy} onClick={() => onTake(figure, 'reject')}>
              不是数字 <kbd>X</kbd>
            </button>
          ) : (
            <button type="button" className="button" disabled={busy} onClick={() => onTake(figure, 'reopen')}>
              退回待核
            </button>
          )}
          <button type="button" className="button" onClick={() => onMove('next')}>
            下一个 <kbd>J</kbd>
          </button>
          <button type="button" className="button" onClick={() => onMove('previous')}>
            上一个 <kbd>K</kbd>
          </button>
        </div>
      ) : (
        <p className="meta">本岗位可以查看，不能核对。核对由填报、年报岗位办理。</p>
      )}
      {figure.revision > 1 && <StepList id={report.id} n={figure.n} />}
    </section>
  );
}
