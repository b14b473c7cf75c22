import type { Rehearsal } from '@fadu/wire';
import { Input } from 'antd';
import { fieldId } from '../form/FormFields.js';
import { Refused } from './Outcome.js';

/** Possible, or why not: refusals by law, what is still to be filled in, objections that a reason overcomes. */
export function Feasible({
  rehearsal,
  asking,
  trouble,
  faults,
  barred,
  tried,
  reasons,
  onReasons,
  ids = {},
}: {
  rehearsal: Rehearsal | null;
  asking: boolean;
  trouble: string;
  faults: Rehearsal['faults'];
  /** The law does not allow the step at all: the form is not shown. */
  barred: boolean;
  tried: boolean;
  reasons: Readonly<Record<string, string>>;
  onReasons: (reasons: Record<string, string>) => void;
  /** Ids of inputs that are not fields of the form, by what the fault names. */
  ids?: Readonly<Record<string, string>>;
}) {
  return (
    <>
      {rehearsal === null && !trouble && <p className="meta">正在核对…</p>}
      {trouble && (
        <p className="note" role="alert">
          {trouble}
        </p>
      )}
      {rehearsal?.possible && faults.length === 0 && (
        <p className="ok" role="status">
          ✓ 可以办理{rehearsal.outcome?.waitsFor ? `，须${rehearsal.outcome.waitsFor}批准` : ''}
          {asking ? <span className="meta">　正在核对</span> : null}
        </p>
      )}
      {rehearsal?.refusals.map((one) => (
        <Refused key={one.code} refusal={one} />
      ))}
      {rehearsal?.notes.map((one) => (
        <p key={one.code} className="note">
          <span aria-hidden="true">⚠ </span>
          {one.message}
        </p>
      ))}
      {faults.length > 0 &&
        !barred &&
        (tried ? (
          <div className="error-summary" role="alert">
            <p>有{faults.length}处需要修改：</p>
            <ul>
              {faults.map((fault) => (
                <li key={fault.field}>
                  <a
                    href={`#${ids[fault.field] ?? fieldId(fault.field)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      focusField(fault.field, ids[fault.field]);
                    }}
                  >
                    {fault.message}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <p className="meta">还有{faults.length}处没有填好。</p>
        ))}
      {rehearsal?.needsReason.map((one) => (
        <div key={one.code} className="soft">
          <Refused refusal={one} soft />
          <label className="label" htmlFor={`reason-${one.code}`}>
            继续办理的理由
          </label>
          <p className="hint">将显示给审批人，计入统计</p>
          <Input.TextArea
            id={`reason-${one.code}`}
            defaultValue={reasons[one.code] ?? ''}
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            onBlur={(event) => onReasons({ ...reasons, [one.code]: event.target.value })}
          />
        </div>
      ))}
      {Object.entries(reasons)
        .filter(([code, text]) => text !== '' && !rehearsal?.needsReason.some((one) => one.code === code))
        .map(([code, text]) => (
          <p key={code} className="reason">
            已写理由：{text}
          </p>
        ))}
    </>
  );
}

/** The field, or the nearest part around it that can take the focus. */
function focusField(path: string, known?: string): void {
  if (known) {
    document.getElementById(known)?.focus();
    return;
  }
  for (let parts = path.split('.'); parts.length > 0; parts = parts.slice(0, -1)) {
    const id = fieldId(parts.join('.'));
    const target = document.getElementById(id) ?? document.getElementById(`${id}-group`);
    if (!target) continue;
    target.focus();
    target.scrollIntoView({ block: 'center' });
    return;
  }
}
