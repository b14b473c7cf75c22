import type { MatterView, UndeliveredMessage } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf, post } from '../api/client.js';
import { matterQuery } from '../api/queries.js';
import { momentWords } from '../words.js';

/** What this matter sent to another line and was refused: why, and what a person does about it. */
export function Undelivered({ matter }: { matter: MatterView }) {
  return (
    <ul className="plain-list">
      {matter.undelivered.map((message) => (
        <Refused key={message.id} message={message} />
      ))}
    </ul>
  );
}

function Refused({ message }: { message: UndeliveredMessage }) {
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const [sending, setSending] = useState(false);
  const handle = async (body: { how: 'again' } | { how: 'otherwise'; note: string }) => {
    if (sending) return;
    if (body.how === 'otherwise' && body.note.length < 2) return setProblem('请写明怎么办的，不少于2个字。');
    setProblem('');
    setSending(true);
    try {
      await post(`/matters/${message.matter}/messages/${message.id}`, body);
      await client.invalidateQueries({ queryKey: matterQuery(message.matter).queryKey });
      await client.invalidateQueries({ queryKey: ['undelivered'] });
    } catch (error) {
      setProblem(messageOf(error, '没有办成，请过几分钟再试。'));
      setSending(false);
    }
  };
  return (
    <li className="undelivered">
      <p>
        <strong>
          “{message.actionName}”没有送到{message.lineName}
        </strong>
        <span className="meta nb"> {momentWords(message.at)}</span>
      </p>
      <p>{message.failure}</p>
      <label htmlFor={`note-${message.id}`}>怎么办的（另行办理时填写）</label>
      <textarea
        id={`note-${message.id}`}
        className="text-input"
        rows={2}
        maxLength={500}
        aria-invalid={problem !== ''}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {problem && (
        <p role="alert" className="error-text">
          {problem}
        </p>
      )}
      <div className="row-actions">
        <button type="button" className="button" disabled={sending} onClick={() => void handle({ how: 'again' })}>
          重新发送<span className="sr">{message.actionName}</span>
        </button>
        <button
          type="button"
          className="button"
          disabled={sending}
          onClick={() => void handle({ how: 'otherwise', note: note.trim() })}
        >
          已另行办理<span className="sr">{message.actionName}</span>
        </button>
      </div>
    </li>
  );
}
