/** @jsxImportSource preact */
import type { JsonObject } from '@fadu/kernel';
import type { FieldFault, Fields } from '@fadu/procedure';
import type { PublicLine } from '@fadu/wire';
import { useState } from 'preact/hooks';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { go } from '../app/router.js';
import { useSite } from '../app/site.js';
import { device } from '../device/kept.js';
import { changeDraft, type Draft, dropDraft, useDraft } from '../form/drafts.js';
import { FieldsView } from '../form/Field.js';
import { FormContext, type FormState } from '../form/form.js';
import { sendingIn } from '../form/uploads.js';
import { check, withValue } from '../form/values.js';
import { FaultSummary } from '../parts/parts.js';
import { savedText } from './Home.js';

export const stepFields = (line: PublicLine, keys: readonly string[]): Fields =>
  Object.fromEntries(keys.flatMap((key) => (line.fields[key] ? [[key, line.fields[key]]] : [])));

/** What every field of a draft's form shares. */
export const formOf = (name: string, draft: Draft, faults: readonly FieldFault[]): FormState => ({
  draft: name,
  values: draft.values,
  names: draft.names,
  faults: new Map(faults.map((fault) => [fault.field, fault.message])),
  set: (path, value) => changeDraft(name, ({ values }) => ({ values: withValue(values, path, value) })),
  name: (id, text) => changeDraft(name, ({ names }) => ({ names: { ...names, [id]: text } })),
});

/** Before the first step: what it is, what will be asked, and whether it is the right way. */
export function ApplyStart({ line }: { readonly line: PublicLine }) {
  const draft = useDraft(line.code);
  const { publicView } = line;
  const place = device.read<string>(`place.${line.code}`) ?? '1';
  return (
    <Page title={publicView.name} back="/">
      <p>{publicView.intro}</p>
      {publicView.guide.length > 0 && (
        <p>
          没有把握的，先用几道题看看<Link to={`/check/${line.code}/1`}>能不能申请</Link>。
        </p>
      )}
      <h2>要填的内容</h2>
      <ol class="advice">
        {publicView.steps.map((step) => (
          <li key={step.title}>
            {step.title}
            {step.hint && <span class="hint">：{step.hint}</span>}
          </li>
        ))}
      </ol>
      <p>填的内容随时存在本机，关掉再打开可以接着填。提交以前都能改。</p>
      <div class="go">
        {draft.savedAt === '' ? (
          <Link to={`/apply/${line.code}/1`} class="button">
            开始填写
          </Link>
        ) : (
          <>
            <Link to={`/apply/${line.code}/${place}`} class="button">
              接着填
            </Link>
            <p class="hint">{savedText(draft.savedAt)}</p>
            <button type="button" class="plain danger" onClick={() => dropDraft(line.code)}>
              删除本机填写的内容
            </button>
          </>
        )}
        <p class="hint">也可以到办理机关的窗口当面或者口头申请，或者邮寄。拿不准的，打12348。</p>
      </div>
    </Page>
  );
}

/** One step: its fields, checked on 继续 and not before. */
export function ApplyStep({ line, place }: { readonly line: PublicLine; readonly place: number }) {
  const site = useSite();
  const draft = useDraft(line.code);
  const [faults, show] = useState<readonly FieldFault[]>([]);
  const [round, press] = useState(0);
  const { steps } = line.publicView;
  const step = steps[place - 1]!;
  const fields = stepFields(line, step.fields);
  const forward = () => {
    const inForm: JsonObject = Object.fromEntries(
      Object.keys(fields).flatMap((key) => (draft.values[key] === undefined ? [] : [[key, draft.values[key]]])),
    );
    const found = [...check(fields, inForm, draft.values, site.today).faults, ...unsent(line.code, step.fields)];
    show(found);
    press(round + 1);
    if (found.length > 0) return;
    const next = place < steps.length ? String(place + 1) : 'organ';
    device.keep(`place.${line.code}`, next);
    go(`/apply/${line.code}/${next}`);
  };
  return (
    <Page
      title={step.title}
      over={line.publicView.name}
      back={place > 1 ? `/apply/${line.code}/${place - 1}` : `/apply/${line.code}`}
      faults={faults.length}
    >
      <FaultSummary faults={faults} round={round} />
      {step.hint && <p class="hint">{step.hint}</p>}
      <FormContext.Provider value={formOf(line.code, draft, faults)}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            forward();
          }}
        >
          <FieldsView fields={fields} path={[]} around={draft.values} />
          <div class="go">
            <button type="submit" class="button">
              继续
            </button>
            <p class="hint">{`第${place}步，共${steps.length + 2}步`}</p>
            <DraftLine draft={draft} />
          </div>
        </form>
      </FormContext.Provider>
    </Page>
  );
}

/** A step with a file still on its way is not finished: nothing would be sent in silence without it. */
export const unsent = (draft: string, fields: readonly string[]): FieldFault[] =>
  sendingIn(draft)
    .filter((file) => fields.includes(file.path.split('.')[0]!) && file.state !== 'refused')
    .map((file) => ({ field: file.path, message: `“${file.name}”还没有传完，请等一等，或者取消它。` }));

export function DraftLine({ draft }: { readonly draft: Draft }) {
  if (draft.savedAt === '') return null;
  return draft.kept ? (
    <p class="hint" role="status">
      {savedText(draft.savedAt)}，关掉再打开可以接着填
    </p>
  ) : (
    <p class="fault" role="status">
      本机存不下，请不要关闭此页
    </p>
  );
}
