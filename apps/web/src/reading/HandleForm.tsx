import type { FindingHandled, FindingList, FindingState } from '@fadu/wire';
import { FINDING_WORDS } from '@fadu/wire/reading-words';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { messageOf, post } from '../api/client.js';
import { findingsQuery } from './queries.js';

/** What one does about a finding, on the record: explained, to be corrected, sent back to somebody, taken up again. */
export function HandleForm({
  of,
  finding,
  last,
  mayExplain,
}: {
  of: string;
  finding: string;
  last: FindingHandled | undefined;
  mayExplain: boolean;
}) {
  const settled = last !== undefined && last.state !== 'reopened';
  const open: readonly FindingState[] = mayExplain ? ['explained', 'toCorrect', 'sentBack'] : ['toCorrect', 'sentBack'];
  const choices: readonly FindingState[] = settled ? [...(last.state === 'explained' ? [] : open), 'reopened'] : open;
  const [state, setState] = useState<FindingState | null>(null);
  const [note, setNote] = useState('');
  const [sentTo, setSentTo] = useState('');
  const [wrong, setWrong] = useState('');
  const id = useId();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      post<FindingList>(`/findings/${finding}`, {
        of,
        state,
        note: note.trim(),
        sentTo: state === 'sentBack' ? sentTo.trim() : null,
      }),
    onSuccess: (list) => {
      client.setQueryData(findingsQuery(of).queryKey, list);
      // Seen from the other report it is the same finding.
      void client.invalidateQueries({ queryKey: ['findings'], predicate: ({ queryKey }) => queryKey[1] !== of });
      setState(null);
      setNote('');
      setSentTo('');
    },
  });
  const send = () => {
    if (state === 'sentBack' && sentTo.trim().length < 2) return setWrong('请写明退回给哪个机关。');
    if (note.trim().length < 2) return setWrong('请写明情况，不少于2个字。');
    setWrong('');
    save.mutate();
  };
  return (
    <form
      className="handle-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) send();
      }}
    >
      <fieldset className="row-actions" aria-label="处置">
        {choices.map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={state === one}
            onClick={() => setState(state === one ? null : one)}
          >
            {DO_WORDS[one]}
          </button>
        ))}
      </fieldset>
      {state !== null && (
        <>
          {state === 'sentBack' && (
            <p className="field">
              <label className="label" htmlFor={`${id}-to`}>
                退回给
              </label>
              <input
                id={`${id}-to`}
                className="text-input"
                maxLength={60}
                value={sentTo}
                onChange={(event) => setSentTo(event.target.value)}
              />
            </p>
          )}
          <p className="field">
            <label className="label" htmlFor={`${id}-note`}>
              情况
            </label>
            <textarea
              id={`${id}-note`}
              rows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </p>
          {(wrong || save.error) && (
            <p role="alert" className="error-text">
              {wrong || messageOf(save.error, '没有记录，请再试。')}
            </p>
          )}
          <button type="submit" className="button primary" disabled={save.isPending}>
            {save.isPending ? '正在记录…' : `记为${FINDING_WORDS[state]}`}
          </button>
        </>
      )}
    </form>
  );
}

const DO_WORDS: Readonly<Record<FindingState, string>> = {
  explained: '说明',
  toCorrect: '列为待更正',
  sentBack: '退回',
  reopened: '重新打开',
};
