import type { ActionView, MatterView } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Bases } from './basis.js';

const KINDS = [
  { status: 'possible', mark: '✓', name: '可以办' },
  { status: 'others', mark: '⇢', name: '须他人办' },
  { status: 'impossible', mark: '⊘', name: '暂不能办' },
] as const;

/** Duties come first; what may be done at any time waits behind them. */
const SHOWN = 6;

/** What this post may do now, what others must do and who, what cannot be done yet and why. */
export function Doable({ matter }: { matter: MatterView }) {
  const [all, setAll] = useState(false);
  const generic = [
    matter.mayReassign && !matter.closedOn ? { action: 'reassign', name: '转办' } : null,
    matter.mayCorrect ? { action: 'correct', name: '更正记录' } : null,
  ].filter((one) => one !== null);
  if (matter.actions.length === 0 && generic.length === 0)
    return <p className="empty">{matter.closedOn ? '案件已办结，没有要办的事项。' : '现在没有本岗位可办的事项。'}</p>;
  return (
    <>
      {KINDS.map(({ status, mark, name }) => {
        const actions = matter.actions.filter((action) => action.status === status);
        if (actions.length === 0) return null;
        return (
          <div key={status} className="doable">
            <h3>
              {name} {actions.length}
            </h3>
            <ul>
              {(all ? actions : actions.slice(0, SHOWN)).map((action) => (
                <li key={action.action}>
                  <span className="doable-name">
                    <span aria-hidden="true">{mark} </span>
                    {status === 'possible' ? (
                      <Link to="/matters/$id/actions/$action" params={{ id: matter.id, action: action.action }}>
                        {action.approver ? `提请${action.name}` : action.name}
                      </Link>
                    ) : (
                      action.name
                    )}
                    {noteOf(action) && <span className="doable-note">　{noteOf(action)}</span>}
                  </span>
                  <span className="doable-basis">
                    <Bases bases={action.basis} />
                  </span>
                </li>
              ))}
            </ul>
            {actions.length > SHOWN && !all && (
              <button type="button" className="show-all no-print" onClick={() => setAll(true)}>
                其余{actions.length - SHOWN}项 <span aria-hidden="true">▾</span>
              </button>
            )}
          </div>
        );
      })}
      {generic.length > 0 && (
        <p className="generic no-print">
          {generic.map(({ action, name }) => (
            <Link key={action} to="/matters/$id/actions/$action" params={{ id: matter.id, action }}>
              {name}
            </Link>
          ))}
        </p>
      )}
    </>
  );
}

function noteOf(action: ActionView): string {
  switch (action.status) {
    case 'possible':
      return [action.due ? `${action.due}前` : '', action.approver ? `须${action.approver}批准` : '']
        .filter(Boolean)
        .join('，');
    case 'others':
      return action.note ? `由${action.note}办理` : '由系统或者其他机关办理';
    case 'impossible':
      return action.note ?? '';
  }
}
