/** @jsxImportSource preact */
import type { OrganChoiceView, PublicLine } from '@fadu/wire';
import { useState } from 'preact/hooks';
import { post } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { go } from '../app/router.js';
import { device } from '../device/kept.js';
import { changeDraft, useDraft } from '../form/drafts.js';
import { toSend } from '../form/values.js';
import { Basis, FaultSummary } from '../parts/parts.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';

/** To whom: worked out from what was filled in; a dead end names the right organ and the ways that are open. */
export function ApplyOrgan({ line }: { readonly line: PublicLine }) {
  const draft = useDraft(line.code);
  const input = toSend(line.fields, draft.values, {});
  const asked = useAsk(JSON.stringify(input), () =>
    post<OrganChoiceView>(`/public/lines/${line.code}/organs`, { input }),
  );
  const [fault, say] = useState('');
  const [round, press] = useState(0);
  if (asked.state !== 'there') return <Waiting asked={asked} title="向谁申请" />;
  const { organs, words, note, basis } = asked.value;
  const only = organs.length === 1 ? organs[0] : undefined;
  const chosen = organs.find((organ) => organ.id === draft.organ) ?? only;
  const back = `/apply/${line.code}/${line.publicView.steps.length}`;
  const forward = () => {
    const problem = chosen ? '' : '请选一个机关。';
    say(problem);
    press(round + 1);
    if (!chosen) return;
    changeDraft(line.code, ({ names }) => ({ organ: chosen.id, names: { ...names, [chosen.id]: chosen.name } }));
    device.keep(`place.${line.code}`, 'review');
    go(`/apply/${line.code}/review`);
  };
  return (
    <Page title="向谁申请" over={line.publicView.name} back={back} faults={fault === '' ? 0 : 1}>
      <FaultSummary faults={fault === '' ? [] : [{ field: 'organ', message: fault }]} round={round} />
      {words && (
        <p>
          应当向<strong>{words}</strong>申请。 <Basis basis={basis} />
        </p>
      )}
      {note && <p class="hint">{note}。</p>}
      {organs.length === 0 ? (
        <DeadEnd line={line} words={words} />
      ) : (
        <>
          {only ? (
            <div class="note">
              <p>
                <strong>{only.name}</strong>
              </p>
              {only.phone && (
                <p>
                  电话：<a href={`tel:${only.phone}`}>{only.phone}</a>
                </p>
              )}
            </div>
          ) : (
            <fieldset class={fault === '' ? 'field' : 'field wrong'} id="f-organ" tabIndex={-1}>
              <legend>请选一个机关</legend>
              {fault !== '' && <p class="fault">▲ {fault}</p>}
              {organs.map((organ) => (
                <label key={organ.id} class="option">
                  <input
                    type="radio"
                    name="organ"
                    checked={draft.organ === organ.id}
                    onChange={() => changeDraft(line.code, () => ({ organ: organ.id }))}
                  />
                  <span>
                    {organ.name}
                    {organ.phone && <span class="hint nb">　{organ.phone}</span>}
                  </span>
                </label>
              ))}
            </fieldset>
          )}
          <div class="go">
            <button type="button" class="button" onClick={forward}>
              继续
            </button>
            <p class="hint">{`第${line.publicView.steps.length + 1}步，共${line.publicView.steps.length + 2}步`}</p>
          </div>
        </>
      )}
    </Page>
  );
}

function DeadEnd({ line, words }: { readonly line: PublicLine; readonly words: string | null }) {
  return (
    <>
      <div class="note">
        <p>{words ? `${words}没有开通网上申请。` : '还没有机关开通网上申请。'}您的权利不受影响，可以：</p>
        <ul class="advice">
          <li>把填好的内容打印出来，当面递交或者邮寄，邮戳日就是提交日；</li>
          <li>到窗口口头申请，由工作人员记录；</li>
          <li>
            拨打<a href="tel:12348">12348</a>，问清应当找哪个机关、电话是多少。
          </li>
        </ul>
      </div>
      <div class="go">
        <Link to={`/apply/${line.code}/review`} class="button">
          核对并打印
        </Link>
      </div>
    </>
  );
}
