import type { JsonObject } from '@fadu/kernel';
import type { BasisText, Fields } from '@fadu/procedure';
import type { RefusalView, Rehearsal, TimelineEntry } from '@fadu/wire';
import { Button, Input } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ApiError, newKey } from '../api/client.js';
import { ClockChip } from '../clock/ClockChip.js';
import { FormFields } from '../form/FormFields.js';
import { toSend } from '../form/values.js';

interface Props {
  readonly draftKey: string;
  readonly name: string;
  readonly basis: readonly BasisText[];
  readonly fields: Fields;
  readonly initial: JsonObject;
  readonly around: JsonObject;
  readonly names: Readonly<Record<string, string>>;
  readonly organ: string;
  readonly today: string;
  readonly stateName: (state: string) => string;
  readonly rehearse: (input: JsonObject, reasons: Record<string, string>) => Promise<Rehearsal>;
  readonly submit: (input: JsonObject, reasons: Record<string, string>, key: string) => Promise<void>;
  readonly onReload: () => void;
  readonly onClose: () => void;
}

const DRAFT_DAYS = 30;

interface Draft {
  readonly values: JsonObject;
  readonly at: number;
}

function readDraft(key: string): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(`fadu:draft:${key}`) ?? 'null') as Draft | null;
    return draft && Date.now() - draft.at < DRAFT_DAYS * 86_400_000 ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** The form of one action: rehearsed while one types, so that refusals, dates and documents are true before it is sent. */
export function ActionForm(props: Props) {
  const { fields, around, names, organ, today } = props;
  const draft = useMemo(() => readDraft(props.draftKey), [props.draftKey]);
  const [values, setValues] = useState<JsonObject>(draft?.values ?? props.initial);
  const [savedAt, setSavedAt] = useState<number | undefined>(draft?.at);
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [rehearsal, setRehearsal] = useState<Rehearsal | null>(null);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState('');
  const [since, setSince] = useState<readonly TimelineEntry[]>([]);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const changed = useRef(draft !== undefined);
  const summary = useRef<HTMLDivElement>(null);
  const input = useMemo(() => toSend(fields, values, around), [fields, values, around]);
  const { rehearse } = props;
  const rehearseRef = useRef(rehearse);
  rehearseRef.current = rehearse;

  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      rehearseRef.current(input, reasons).then(
        (next) => !stale && setRehearsal(next),
        (error: unknown) =>
          !stale && setProblem(error instanceof ApiError ? error.problem.title : '没有预演成功，可以直接办理。'),
      );
      if (changed.current) {
        const at = Date.now();
        localStorage.setItem(`fadu:draft:${props.draftKey}`, JSON.stringify({ values, at }));
        setSavedAt(at);
      }
    }, 350);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [input, reasons, props.draftKey, values]);

  const faults = Object.fromEntries(
    (tried ? (rehearsal?.faults ?? []) : []).map((fault) => [fault.field, fault.message]),
  );
  const send = async () => {
    setTried(true);
    setProblem('');
    setSince([]);
    if (busy) return;
    setBusy(true);
    try {
      const now = await rehearse(input, reasons);
      setRehearsal(now);
      if (!now.possible) {
        summary.current?.focus();
        return;
      }
      await props.submit(input, reasons, key.current);
      localStorage.removeItem(`fadu:draft:${props.draftKey}`);
    } catch (error) {
      if (error instanceof ApiError) {
        setProblem(error.problem.title);
        setSince(error.problem.since ?? []);
        // A refused command may be sent again with other content, so it needs a key of its own.
        if (error.status >= 400 && error.status < 500) key.current = newKey();
        if (error.status === 409) props.onReload();
      } else setProblem('没有办成，已填的内容都在，请再试。');
      summary.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  const outcome = rehearsal?.outcome;
  const label = outcome?.waitsFor ? `提请${props.name}` : props.name;
  return (
    <div className="action-form">
      <p className="meta">
        {props.basis.map((one) => one.text).join('、')}　
        {savedAt ? `草稿已存${new Date(savedAt).toTimeString().slice(0, 5)}` : ''}
      </p>
      <section aria-live="polite" ref={summary} tabIndex={-1}>
        <h2>一　能否办理</h2>
        {rehearsal === null && <p className="meta">正在核对…</p>}
        {rehearsal?.possible && (
          <p className="ok">✓ 可以办理{outcome?.waitsFor ? `，须${outcome.waitsFor}批准` : ''}</p>
        )}
        {rehearsal?.refusals.map((one) => (
          <Refused key={one.code} refusal={one} />
        ))}
        {rehearsal?.notes.map((one) => (
          <p key={one.code} className="note">
            ⚠ {one.message}
          </p>
        ))}
        {rehearsal &&
          rehearsal.faults.length > 0 &&
          (tried ? (
            <div className="error-summary" role="alert">
              <p>有{rehearsal.faults.length}处需要修改：</p>
              <ul>
                {rehearsal.faults.map((fault) => (
                  <li key={fault.field}>
                    <a href={`#f-${fault.field.replaceAll('.', '-')}`}>{fault.message}</a>
                  </li>
                ))}
              </ul>
            </div>
          ) : (
            <p className="meta">还有{rehearsal.faults.length}处没有填。</p>
          ))}
        {rehearsal?.needsReason.map((one) => (
          <div key={one.code} className="soft">
            <Refused refusal={one} soft />
            <label htmlFor={`reason-${one.code}`}>继续办理的理由（将显示给审批人，计入统计）</label>
            <Input.TextArea
              id={`reason-${one.code}`}
              value={reasons[one.code] ?? ''}
              autoSize={{ minRows: 2 }}
              onChange={(event) => setReasons({ ...reasons, [one.code]: event.target.value })}
            />
          </div>
        ))}
        {problem && (
          <p className="error-text" role="alert">
            {problem}
          </p>
        )}
        {since.length > 0 && (
          <ul>
            {since.map((entry) => (
              <li key={entry.seq}>
                {entry.on} {entry.actor.name ?? '系统'} {entry.name}
              </li>
            ))}
          </ul>
        )}
      </section>
      {Object.keys(fields).length > 0 && (
        <section>
          <h2>二　填写</h2>
          <FormFields
            fields={fields}
            values={values}
            onChange={(next) => {
              changed.current = true;
              setValues(next);
            }}
            place={{ around, names, organ, today, faults }}
          />
        </section>
      )}
      <section>
        <h2>{Object.keys(fields).length > 0 ? '三' : '二'}　办理以后</h2>
        {outcome ? (
          <>
            <p>案件转为“{props.stateName(outcome.to)}”。</p>
            {outcome.clocks.length > 0 && (
              <p className="clocks">
                {outcome.clocks.map((clock) => (
                  <ClockChip key={clock.code} clock={clock} today={today} named />
                ))}
              </p>
            )}
            {outcome.documents.map((document) => (
              <details key={document.template} open={outcome.documents.length === 1}>
                <summary>将产生文书：{document.name}</summary>
                <iframe
                  title={`${document.name}预览`}
                  sandbox=""
                  className="preview"
                  srcDoc={`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body style="margin:0">${document.html}</body></html>`}
                />
              </details>
            ))}
          </>
        ) : (
          <p className="meta">填写完整后，这里显示期限变化和文书。</p>
        )}
      </section>
      <div className="action-foot">
        <Button type="primary" disabled={busy} onClick={() => void send()}>
          {busy ? `正在${label}…` : label}
        </Button>
        <Button type="text" onClick={props.onClose}>
          关闭，草稿保留
        </Button>
      </div>
    </div>
  );
}

function Refused({ refusal, soft }: { refusal: RefusalView; soft?: boolean }) {
  return (
    <div className={soft ? 'refusal refusal-soft' : 'refusal'}>
      <p>
        <span aria-hidden="true">{soft ? '⚠' : '⊘'} </span>
        {refusal.message}
      </p>
      <p className="meta">依据：{refusal.basis.map((one) => one.text).join('、')}</p>
    </div>
  );
}
