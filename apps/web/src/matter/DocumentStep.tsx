import type { LineDescription } from '@fadu/procedure';
import type { MatterView, Rehearsal } from '@fadu/wire';
import { useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { post } from '../api/client.js';
import { Outcome, Refused } from './Outcome.js';
import { Previews } from './Previews.js';
import { useRehearsal } from './use-rehearsal.js';
import { useStep } from './use-step.js';

export type DocumentWord = 'voidService' | 'correctDocument' | 'withdrawDocument';

/** What each word is called and does, told before it is done. */
export const DOCUMENT_WORDS: Readonly<Record<DocumentWord, { readonly name: string; readonly hint: string }>> = {
  voidService: {
    name: '登记送达无效',
    hint: '由这次送达起算的期限作废，因它停止的期限恢复，办理经过保留。可以重新送达。',
  },
  correctDocument: {
    name: '更正文书',
    hint: '按案件现在的记录重新制作，文号不变；原来的一份保留，标明已被更正。先更正记录，再更正文书。',
  },
  withdrawDocument: { name: '撤回文书', hint: '没有送达的文书可以撤回，办理经过保留。已经送达的只能更正后重新送达。' },
};
const NO_REASONS = {};

/** A step about one paper that asks nothing but why. */
export function DocumentStep({
  word,
  matter,
  line,
  today,
  onDone,
  onClose,
}: {
  word: DocumentWord;
  matter: MatterView;
  line: LineDescription;
  today: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const search = useSearch({ strict: false }) as { document?: string; service?: string };
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { send, busy, fault, setFault } = useStep(matter, '没有办成，请再试。');
  const { name, hint } = DOCUMENT_WORDS[word];
  const document = matter.documents.find((one) => one.id === search.document);
  const served = document?.recipients.find(({ service }) => service?.id === search.service);
  const input = useMemo(
    () => ({
      ...(word === 'voidService' ? { service: search.service ?? '' } : { document: search.document ?? '' }),
      reason: reason.trim(),
    }),
    [word, search.service, search.document, reason],
  );
  const { rehearsal } = useRehearsal(
    (asked) => post<Rehearsal>(`/matters/${matter.id}/rehearse`, { action: word, input: asked }),
    input,
    NO_REASONS,
    matter.revision,
  );
  if (!document || (word === 'voidService' && !served))
    return <p role="alert">没有找到这份文书，或者已经办理。请从案件页的文书卡片进入。</p>;
  const save = async () => {
    setTried(true);
    if (input.reason === '') return setFault('请写明理由。');
    if (await send(word, input, `${name}（${document.name}）`)) onDone();
  };
  return (
    <div className="action-form">
      <p>
        {document.name}
        {document.number ? ` ${document.number}` : ''}
        {served?.service && `　${served.name}，${served.service.servedOn}${served.service.methodName}`}
      </p>
      <p className="hint">{hint}</p>
      {rehearsal?.refusals.map((one) => (
        <Refused key={one.code} refusal={one} />
      ))}
      <div className="field">
        <label className="label" htmlFor="document-reason">
          理由
        </label>
        <Input.TextArea
          id="document-reason"
          value={reason}
          autoSize={{ minRows: 2 }}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
        {tried && fault !== '' && (
          <p className="error-text" role="alert">
            {fault}
          </p>
        )}
      </div>
      {rehearsal?.outcome && (
        <>
          <Outcome outcome={rehearsal.outcome} line={line} today={today} />
          {rehearsal.outcome.documents.length > 0 && <Previews documents={rehearsal.outcome.documents} />}
        </>
      )}
      <div className="action-foot">
        <Button type="primary" disabled={busy || (rehearsal?.refusals.length ?? 0) > 0} onClick={() => void save()}>
          {busy ? `正在${name}…` : name}
        </Button>
        <Button type="text" onClick={onClose}>
          关闭
        </Button>
      </div>
    </div>
  );
}
