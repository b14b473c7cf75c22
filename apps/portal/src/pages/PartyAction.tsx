/** @jsxImportSource preact */
import type { FieldFault } from '@fadu/procedure';
import type { PublicLine, PublicMatter } from '@fadu/wire';
import { useState } from 'preact/hooks';
import { ApiError, get, post } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { go } from '../app/router.js';
import { useSite } from '../app/site.js';
import { dropDraft, useDraft } from '../form/drafts.js';
import { FieldsView } from '../form/Field.js';
import { FormContext } from '../form/form.js';
import { check } from '../form/values.js';
import { Answers } from '../parts/Answers.js';
import { Pieces } from '../parts/Pieces.js';
import { FaultSummary, Problem } from '../parts/parts.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';
import { DraftLine, formOf, unsent } from './Apply.js';
import { termOf } from './MatterPage.js';
import { ticket } from './Track.js';

interface Loaded {
  readonly matter: PublicMatter;
  readonly line: PublicLine;
}

/** A step of the applicant: 补正, 补充材料, 申请撤回. A grave one shows its consequences and asks once more. */
export function PartyAction({ action }: { readonly action: string }) {
  const asked = useAsk<Loaded | undefined>(action, async () => {
    const held = ticket();
    if (!held) return undefined;
    const matter = await post<PublicMatter>('/public/track', held);
    return { matter, line: await get<PublicLine>(`/public/lines/${matter.line}`) };
  });
  if (asked.state !== 'there') return <Waiting asked={asked} title="正在打开" />;
  const offered = asked.value?.matter.actions.find((one) => one.action === action);
  const described = asked.value?.line.actions[action];
  if (!asked.value || !offered || !described)
    return (
      <Page title="现在不能办这一步" back="/track">
        <p>{asked.value ? '案件已经走到别的阶段。请看最新进度。' : '请先用收件编号和查询码打开案件。'}</p>
        <div class="go">
          <Link to="/track" class="button">
            查办理进度
          </Link>
        </div>
      </Page>
    );
  return <ActionForm loaded={asked.value} action={action} offered={offered} form={described.form} />;
}

interface ActionFormProps {
  readonly loaded: Loaded;
  readonly action: string;
  readonly offered: PublicMatter['actions'][number];
  readonly form: PublicLine['actions'][string]['form'];
}

function ActionForm({ loaded: { matter }, action, offered, form }: ActionFormProps) {
  const site = useSite();
  const name = `act.${matter.receipt}.${action}`;
  const draft = useDraft(name);
  const [faults, show] = useState<readonly FieldFault[]>([]);
  const [round, press] = useState(0);
  const [confirming, confirm] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, fail] = useState<ApiError | undefined>();
  const { input } = check(form, draft.values, {}, site.today);
  const duty = matter.duties.find((one) => one.action === action);
  const over = `${matter.lineName}·${matter.number ?? `收件${matter.receipt}`}`;
  const forward = () => {
    const found = [...check(form, draft.values, {}, site.today).faults, ...unsent(name, Object.keys(form))];
    show(found);
    press(round + 1);
    if (found.length > 0) return;
    if (offered.grave) confirm(true);
    else void send();
  };
  const send = async () => {
    if (sending) return;
    setSending(true);
    fail(undefined);
    try {
      await post<PublicMatter>('/public/act', { ...ticket(), action, input, reasons: draft.reasons, key: draft.key });
      dropDraft(name);
      go('/track', { replace: true });
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      fail(problem);
    } finally {
      setSending(false);
    }
  };
  if (confirming)
    return (
      <Page title={`核对后${offered.name}`} over={over}>
        <dl class="answers">
          <div>
            <dt>案件</dt>
            <dd>{matter.number ?? `收件${matter.receipt}`}</dd>
          </div>
          <div>
            <dt>办理机关</dt>
            <dd>{matter.organName}</dd>
          </div>
        </dl>
        <Answers fields={form} values={input} around={input} names={draft.names} />
        {offered.hint && <p class="note">{offered.hint}</p>}
        <Problem error={error} />
        <div class="go">
          <button type="button" class="secondary danger" aria-disabled={sending} onClick={() => void send()}>
            {sending ? '正在提交…' : offered.name}
          </button>
          <button type="button" class="plain" onClick={() => confirm(false)}>
            再想想，回去修改
          </button>
        </div>
      </Page>
    );
  return (
    <Page title={offered.name} over={over} back="/track" faults={faults.length}>
      <FaultSummary faults={faults} round={round} />
      {duty && (
        <section class="note">
          <p>{duty.text}</p>
          {duty.detail && <blockquote>{duty.detail}</blockquote>}
          <p>
            <strong>
              <Pieces text={termOf(duty, matter)} />
            </strong>
          </p>
        </section>
      )}
      {offered.hint && <p class="hint">{offered.hint}</p>}
      <FormContext.Provider value={formOf(name, draft, faults)}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            forward();
          }}
        >
          <FieldsView fields={form} path={[]} around={{}} />
          <Problem error={error} />
          <div class="go">
            <button type="submit" class="button" aria-disabled={sending}>
              {sending ? '正在提交…' : offered.grave ? '继续' : offered.name}
            </button>
            <DraftLine draft={draft} />
          </div>
        </form>
      </FormContext.Provider>
    </Page>
  );
}
