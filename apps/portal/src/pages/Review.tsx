/** @jsxImportSource preact */
import type { FieldFault } from '@fadu/procedure';
import type { PublicLine, Receipt, RefusalView } from '@fadu/wire';
import { useRef, useState } from 'preact/hooks';
import { ApiError, post } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { go } from '../app/router.js';
import { useSite } from '../app/site.js';
import { device, session } from '../device/kept.js';
import { changeDraft, type Draft, dropDraft, useDraft } from '../form/drafts.js';
import { check } from '../form/values.js';
import { Answers } from '../parts/Answers.js';
import { Basis, Problem } from '../parts/parts.js';
import { stepFields, unsent } from './Apply.js';

/** Every answer with 修改, then one button. Sent twice, it has one effect. */
export function Review({ line }: { readonly line: PublicLine }) {
  const site = useSite();
  const draft = useDraft(line.code);
  const [sending, setSending] = useState(false);
  const [error, fail] = useState<ApiError | undefined>();
  const summary = useRef<HTMLDivElement>(null);
  const [needed, ask] = useState<readonly RefusalView[]>([]);
  const { steps } = line.publicView;
  const { input, faults } = check(line.fields, draft.values, {}, site.today);
  const stepOf = (fault: FieldFault) => steps.findIndex((step) => step.fields.includes(fault.field.split('.')[0]!)) + 1;
  const open = [
    ...faults,
    ...unsent(
      line.code,
      steps.flatMap((step) => step.fields),
    ),
  ];
  const send = async () => {
    if (sending) return;
    setSending(true);
    fail(undefined);
    try {
      const receipt = await post<Receipt>(`/public/lines/${line.code}/applications`, {
        organ: draft.organ,
        input,
        reasons: draft.reasons,
        key: draft.key,
      });
      session.keep(`receipt.${line.code}`, receipt);
      session.keep('ticket', { receipt: receipt.receipt, queryCode: receipt.queryCode });
      dropDraft(line.code);
      device.drop(`place.${line.code}`);
      go(`/apply/${line.code}/receipt`, { replace: true });
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      ask(problem.problem.needsReason ?? []);
      fail(problem);
    } finally {
      setSending(false);
    }
  };
  return (
    <Page title="核对" over={line.publicView.name} back={`/apply/${line.code}/organ`} faults={open.length}>
      {open.length > 0 && (
        <div class="summary" role="alert" tabIndex={-1} ref={summary}>
          <h2>有{open.length}处需要修改</h2>
          <ul>
            {open.map((fault) => (
              <li key={fault.field}>
                <Link to={`/apply/${line.code}/${stepOf(fault)}`}>{fault.message}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>请看一遍，不对的点“修改”。</p>
      {steps.map((step, index) => (
        <section class="review" key={step.title}>
          <h2>{step.title}</h2>
          <Link to={`/apply/${line.code}/${index + 1}`} class="change">
            修改<span class="spoken">{step.title}</span>
          </Link>
          <Answers fields={stepFields(line, step.fields)} values={input} around={input} names={draft.names} />
        </section>
      ))}
      <section class="review">
        <h2>向谁申请</h2>
        <Link to={`/apply/${line.code}/organ`} class="change">
          修改<span class="spoken">向谁申请</span>
        </Link>
        <p>{draft.organ ? (draft.names[draft.organ] ?? '') : '还没有选'}</p>
      </section>
      {needed.map((objection) => (
        <section class="note" key={objection.code}>
          <p>
            {objection.message} <Basis basis={objection.basis[0]} />
          </p>
          <label for={`reason-${objection.code}`}>您的理由</label>
          <textarea
            id={`reason-${objection.code}`}
            rows={4}
            maxLength={2000}
            value={reasonFor(objection, line, draft)}
            onInput={(event) => keepReason(objection, line, event.currentTarget.value)}
          />
        </section>
      ))}
      {needed.length === 0 && <Problem error={error} />}
      <Faults error={error} line={line} stepOf={stepOf} />
      <div class="go">
        {draft.organ ? (
          <>
            <button
              type="button"
              class="button"
              aria-disabled={sending || open.length > 0}
              onClick={() => (open.length === 0 ? void send() : summary.current?.focus())}
            >
              {sending ? '正在提交…' : needed.length > 0 ? '写明理由，提交申请' : '提交申请'}
            </button>
            <p class="hint">
              提交给{draft.names[draft.organ]}，不收费。提交后不能自行修改。依据 <Basis basis={line.basis[0]} />
            </p>
          </>
        ) : (
          <Link to={`/apply/${line.code}/organ`} class="button">
            选办理机关
          </Link>
        )}
        <button type="button" class="secondary" onClick={() => print()}>
          打印
        </button>
      </div>
    </Page>
  );
}

/** Where the application itself has a place for the reason, it goes there: whoever decides reads it with the rest. */
const placeOf = (objection: RefusalView, line: PublicLine): string | undefined =>
  objection.field !== undefined && line.fields[objection.field]?.kind === 'text' ? objection.field : undefined;

function reasonFor(objection: RefusalView, line: PublicLine, draft: Draft): string {
  const place = placeOf(objection, line);
  return String((place === undefined ? draft.reasons[objection.code] : draft.values[place]) ?? '');
}

function keepReason(objection: RefusalView, line: PublicLine, text: string): void {
  const place = placeOf(objection, line);
  changeDraft(line.code, ({ reasons, values }) =>
    place === undefined
      ? { reasons: { ...reasons, [objection.code]: text } }
      : { values: { ...values, [place]: text } },
  );
}

/** Faults the platform found and this device did not; each leads to its step. */
function Faults({
  error,
  line,
  stepOf,
}: {
  readonly error: ApiError | undefined;
  readonly line: PublicLine;
  readonly stepOf: (fault: FieldFault) => number;
}) {
  const faults = error?.problem.faults ?? [];
  if (faults.length === 0) return null;
  return (
    <ul class="advice">
      {faults.map((fault) => (
        <li key={fault.field}>
          <Link to={`/apply/${line.code}/${Math.max(1, stepOf(fault))}`}>{fault.message}</Link>
        </li>
      ))}
    </ul>
  );
}
