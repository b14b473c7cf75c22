import type { LawHandled, LawSettled } from '@fadu/wire';
import { HANDLED_NAMES } from '@fadu/wire/law';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { messageOf, post } from '../api/client.js';

/** What was done about alerts: one, or several that are answered alike. */
export function SettleForm({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const id = useId();
  const client = useQueryClient();
  const [handled, setHandled] = useState<LawHandled | ''>('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: async () => {
      const what = { handled, note: note.trim() };
      if (ids.length === 1) await post(`/law/alerts/${ids[0]}`, what);
      else await post<LawSettled>('/law/alerts/settle', { ids, ...what });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['law-alerts'] });
      onClose();
    },
  });
  const noChoice = handled === '';
  const noNote = note.trim().length < 2;
  return (
    <form
      className="law-settle"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!noChoice && !noNote) send.mutate();
      }}
    >
      <fieldset>
        <legend>{ids.length > 1 ? `${ids.length}条的处置结果` : '处置结果'}</legend>
        {(['noChange', 'changed', 'repealed'] as const).map((one) => (
          <label key={one} className="check">
            <input type="radio" name={`${id}-handled`} checked={handled === one} onChange={() => setHandled(one)} />
            {HANDLED_NAMES[one]}
          </label>
        ))}
        {tried && noChoice && <p className="error-text">请选处置结果。</p>}
      </fieldset>
      <label htmlFor={`${id}-note`}>理由或者改到哪里</label>
      <textarea
        id={`${id}-note`}
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        aria-invalid={tried && noNote}
      />
      {tried && noNote && <p className="error-text">请写明理由，不少于2个字。</p>}
      {send.error && (
        <p role="alert" className="error-text">
          {messageOf(send.error, '没有记录下来，请再试。')}
        </p>
      )}
      <div className="row-actions">
        <button type="submit" className="button primary" disabled={send.isPending}>
          {ids.length > 1 ? `记录${ids.length}条的处置` : '记录处置'}
        </button>
        <button type="button" className="button" onClick={onClose}>
          关闭
        </button>
      </div>
    </form>
  );
}
