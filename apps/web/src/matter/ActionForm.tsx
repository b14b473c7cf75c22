import type { JsonObject, PlainDate } from '@fadu/kernel';
import { type BasisText, checkForm, type Fields, type LineDescription } from '@fadu/procedure';
import type { TimelineEntry } from '@fadu/wire';
import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { ApiError, messageOf, newKey } from '../api/client.js';
import { FormFields, fieldId } from '../form/FormFields.js';
import { toSend } from '../form/values.js';
import { isTyping } from '../shell/shortcuts.js';
import { Bases } from './basis.js';
import { Conflict } from './Conflict.js';
import { Feasible } from './Feasible.js';
import { GraveSummary } from './GraveSummary.js';
import { Outcome } from './Outcome.js';
import { Previews } from './Previews.js';
import { saveWords } from './save-words.js';
import { useDraft } from './use-draft.js';
import { type Rehearse, useRehearsal } from './use-rehearsal.js';

interface Props {
  readonly person: string;
  readonly draftKey: string;
  readonly href: string;
  /** What the matter is called, for the draft and the summary of a grave step. */
  readonly subject: string;
  readonly name: string;
  readonly basis: readonly BasisText[];
  readonly line: LineDescription;
  readonly fields: Fields;
  readonly initial: JsonObject;
  readonly around: JsonObject;
  readonly names: Readonly<Record<string, string>>;
  readonly organ: string;
  readonly today: string;
  /** Code of the rule set of a step taken today. */
  readonly ruleSet: string;
  readonly grave: boolean;
  /** Words above the fields, by what is filled in. */
  readonly note?: (values: JsonObject) => React.ReactNode;
  /** Revision the matter has now; null for a new one. */
  readonly revision: number | null;
  readonly rehearse: Rehearse;
  /** Carries the step out; the caller shows the result. */
  readonly submit: (
    input: JsonObject,
    reasons: Readonly<Record<string, string>>,
    key: string,
    /** The revision the person saw when filling in; null for a new one. */
    seen: number | null,
  ) => Promise<void>;
  /** Reads the matter anew after a conflict. */
  readonly onReload: () => Promise<void>;
  readonly onClose: () => void;
}

/** The form of one step: rehearsed while one types, so that refusals, dates and documents are true before it is sent. */
export function ActionForm(props: Props) {
  const { fields, around, names, organ, today, line, revision } = props;
  const about = { title: `${props.name}（${props.subject}）`, href: props.href, revision };
  const draft = useDraft(props.person, props.draftKey, about, props.initial);
  const { values, reasons } = draft;
  const [tried, setTried] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState('');
  const [conflict, setConflict] = useState<{ title: string; since: readonly TimelineEntry[] } | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  // The page reads itself anew when it comes to the front; what was filled in rests on what was seen when it was opened,
  // until the person has been shown what changed since.
  const seen = useRef(revision);
  const summary = useRef<HTMLDivElement>(null);
  const input = useMemo(() => toSend(fields, values, around), [fields, values, around]);
  const faults = useMemo(
    () => checkForm(fields, input, today as PlainDate, around).faults,
    [fields, input, today, around],
  );
  const { rehearsal, setRehearsal, asking, trouble } = useRehearsal(props.rehearse, input, reasons, revision);
  // The law's own objection to the step stands in place of the form; what the form says wrong stands at its fields.
  const barred = rehearsal?.refusals.some((one) => one.code.startsWith('engine.')) ?? false;
  const known = [
    ...faults,
    ...(rehearsal?.faults ?? []).filter((one) => !faults.some((own) => own.field === one.field)),
  ];
  const shownFaults = Object.fromEntries(
    (faults.length > 0 ? faults : known)
      .filter((fault) => tried || left.has(fieldId(fault.field)))
      .map((fault) => [fault.field, fault.message]),
  );
  const outcome = rehearsal?.outcome ?? null;
  const label = outcome?.waitsFor ? `提请${props.name}` : props.name;
  const stale = draft.found !== undefined && draft.found.revision !== revision && draft.state.kind === 'kept';

  const send = async (confirmed: boolean) => {
    setTried(true);
    setProblem('');
    if (busy || conflict || barred) return;
    if (faults.length > 0) {
      summary.current?.focus();
      return;
    }
    setBusy(true);
    try {
      const now = await props.rehearse(input, reasons);
      setRehearsal(now);
      if (!now.possible) {
        setConfirming(false);
        summary.current?.focus();
        return;
      }
      if (props.grave && !confirmed && !now.outcome?.waitsFor) {
        setConfirming(true);
        return;
      }
      await props.submit(input, reasons, key.current, seen.current);
      draft.drop();
    } catch (error) {
      setConfirming(false);
      draft.save();
      setProblem(messageOf(error, '没有办成，已填的内容都在，请再试。'));
      // A refused command may be sent again with other content, so it needs a key of its own.
      if (error instanceof ApiError && error.status >= 400 && error.status < 500) key.current = newKey();
      if (error instanceof ApiError && error.status === 409) {
        setProblem('');
        setConflict({ title: error.problem.title, since: error.problem.since ?? [] });
        await props.onReload();
      }
      summary.current?.focus();
    } finally {
      setBusy(false);
    }
  };

  const hasForm = Object.keys(fields).length > 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the form as a whole; each has its button
    <div
      className="action-form"
      onKeyDown={(event) => {
        if (isTyping(event.nativeEvent) || !event.ctrlKey) return;
        if (event.key === 's') {
          event.preventDefault();
          draft.save();
        }
        if (event.key === 'Enter') {
          event.preventDefault();
          void send(confirming);
        }
      }}
      onBlur={(event) => {
        const { id } = event.target;
        if (id.startsWith('f-') && !left.has(id) && (event.target as HTMLInputElement).value)
          setLeft(new Set([...left, id]));
        draft.save();
      }}
    >
      <p className="form-head">
        <span>
          <Bases bases={rehearsal && rehearsal.basis.length > 0 ? rehearsal.basis : props.basis} />
        </span>
        <span className="push meta" role="status">
          {saveWords(draft.state)}
        </span>
      </p>
      <div className="action-columns">
        <div>
          <section ref={summary} tabIndex={-1} className="feasible" aria-label="能否办理">
            <h2>{hasForm ? '一　' : ''}能否办理</h2>
            {conflict ? (
              <Conflict
                title={conflict.title}
                since={conflict.since}
                onKeep={() => {
                  seen.current = revision;
                  setConflict(null);
                }}
                onDrop={() => {
                  draft.drop();
                  props.onClose();
                }}
              />
            ) : (
              <Feasible
                rehearsal={rehearsal}
                asking={asking}
                trouble={trouble}
                faults={faults.length > 0 ? faults : known}
                barred={barred}
                tried={tried}
                reasons={reasons}
                onReasons={(next) => draft.change({ reasons: next })}
              />
            )}
            {stale && !conflict && <p className="note">存草稿以后本案有变化，请对照案件页核对所填内容，再办理。</p>}
            {problem && (
              <p className="error-box" role="alert">
                {problem}
              </p>
            )}
          </section>
          {hasForm && !barred && (
            <section>
              <h2>二　填写</h2>
              {props.note?.(values)}
              <FormFields
                fields={fields}
                values={values}
                onChange={(next) => draft.change({ values: next })}
                place={{ around, names, organ, today, ruleSet: props.ruleSet, faults: shownFaults }}
              />
            </section>
          )}
          {!barred && (
            <section>
              <h2>{hasForm ? '三　' : ''}将产生</h2>
              {outcome ? (
                <Outcome outcome={outcome} line={line} today={today} />
              ) : (
                <p className="meta">填写完整后，这里列出期限变化和文书。</p>
              )}
            </section>
          )}
        </div>
        {outcome && outcome.documents.length > 0 && <Previews documents={outcome.documents} />}
      </div>
      {confirming && outcome && (
        <GraveSummary
          subject={props.subject}
          name={label}
          outcome={outcome}
          line={line}
          today={today}
          busy={busy}
          onConfirm={() => void send(true)}
          onBack={() => setConfirming(false)}
        />
      )}
      {!confirming && (
        <div className="action-foot">
          {!barred && (
            <Button type="primary" disabled={busy || conflict !== null} onClick={() => void send(false)}>
              {busy ? `正在${label}…` : label}
            </Button>
          )}
          {hasForm && !barred && draft.state.kind === 'dirty' && <Button onClick={draft.save}>存草稿</Button>}
          <Button type="text" onClick={props.onClose}>
            {draft.state.kind === 'none' ? '关闭' : '关闭，草稿保留'}
          </Button>
        </div>
      )}
    </div>
  );
}
