import type { ReportFigureView, StudioChapter, StudioComment, StudioView } from '@fadu/wire';
import { Button } from 'antd';
import { useState } from 'react';
import { newKey } from '../api/client.js';
import { Trouble } from '../Trouble.js';
import { momentWords } from '../words.js';
import { useStudio } from './queries.js';

/** What was said of a chapter and its figures; open ones first. */
export function Comments({
  studio,
  chapter,
  figures,
}: {
  studio: StudioView;
  chapter: StudioChapter;
  figures: readonly ReportFigureView[];
}) {
  const said = studio.comments.filter((one) => one.chapter === chapter.key);
  const [settled, open] = [said.filter((one) => one.resolved), said.filter((one) => !one.resolved)];
  const nameOf = (code: string): string => figures.find((one) => one.code === code)?.name ?? code;
  return (
    <section className="report-side">
      <h3>批注{open.length > 0 && `（未了结${open.length}）`}</h3>
      {said.length === 0 && <p className="meta">还没有批注。</p>}
      {open.map((one) => (
        <Comment key={one.id} comment={one} matter={studio.matter} about={one.code && nameOf(one.code)} />
      ))}
      {settled.length > 0 && (
        <details>
          <summary>已了结{settled.length}条</summary>
          {settled.map((one) => (
            <Comment key={one.id} comment={one} matter={studio.matter} about={one.code && nameOf(one.code)} />
          ))}
        </details>
      )}
      {studio.may.comment && <NewComment matter={studio.matter} chapter={chapter.key} figures={figures} />}
    </section>
  );
}

function Comment({ comment, matter, about }: { comment: StudioComment; matter: string; about: string | null }) {
  const studio = useStudio(matter);
  const [answering, setAnswering] = useState(false);
  const { id, by, at, text, resolved, mayResolve, answers, chapter } = comment;
  return (
    <article className="report-comment">
      {about && <p className="meta">对“{about}”</p>}
      <p className="prose">{text}</p>
      <p className="meta">
        {by.name}（{by.org}） <span className="nb">{momentWords(at)}</span>
      </p>
      {answers.map((answer) => (
        <div key={answer.at} className="report-answer">
          <p className="prose">{answer.text}</p>
          <p className="meta">
            {answer.by.name}（{answer.by.org}） <span className="nb">{momentWords(answer.at)}</span>
          </p>
        </div>
      ))}
      {resolved && (
        <p className="meta">
          {resolved.by} <span className="nb">{momentWords(resolved.at)}</span>了结
        </p>
      )}
      {studio.error && <Trouble error={studio.error} />}
      <div className="row-actions">
        {!answering && !resolved && (
          <Button size="small" onClick={() => setAnswering(true)}>
            答复
          </Button>
        )}
        {mayResolve && (
          <Button
            size="small"
            loading={studio.isPending}
            onClick={() => studio.mutate({ path: `/comments/${id}/${resolved ? 'reopen' : 'settle'}`, body: {} })}
          >
            {resolved ? '重新打开' : '了结'}
          </Button>
        )}
      </div>
      {answering && (
        <Say
          label="答复"
          onCancel={() => setAnswering(false)}
          onSay={async (text, key) => {
            await studio.mutateAsync({ path: '/comments', body: { chapter, code: null, answers: id, text, key } });
            setAnswering(false);
          }}
        />
      )}
    </article>
  );
}

function NewComment({
  matter,
  chapter,
  figures,
}: {
  matter: string;
  chapter: string;
  figures: readonly ReportFigureView[];
}) {
  const studio = useStudio(matter);
  const [writing, setWriting] = useState(false);
  const [code, setCode] = useState('');
  if (!writing)
    return (
      <Button size="small" className="no-print" onClick={() => setWriting(true)}>
        写批注
      </Button>
    );
  return (
    <Say
      label="写批注"
      onCancel={() => setWriting(false)}
      onSay={async (text, key) => {
        await studio.mutateAsync({
          path: '/comments',
          body: { chapter, code: code === '' ? null : code, answers: null, text, key },
        });
        setWriting(false);
      }}
    >
      {figures.length > 0 && (
        <p>
          <label className="label" htmlFor={`about-${chapter}`}>
            对哪里
          </label>
          <select id={`about-${chapter}`} value={code} onChange={({ target }) => setCode(target.value)}>
            <option value="">整章</option>
            {figures.map((figure) => (
              <option key={figure.code} value={figure.code}>
                {figure.name}
              </option>
            ))}
          </select>
        </p>
      )}
    </Say>
  );
}

/** A few words and a way back; what was typed stays when they cannot be sent. */
function Say({
  label,
  onSay,
  onCancel,
  children,
}: {
  label: string;
  onSay: (text: string, key: string) => Promise<void>;
  onCancel: () => void;
  children?: React.ReactNode;
}) {
  const [text, setText] = useState('');
  // One for the opened form: sent again after a broken line, it is there once.
  const [key] = useState(newKey);
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      await onSay(text, key);
    } catch (error) {
      setTrouble(error);
      setBusy(false);
    }
  };
  return (
    <form
      className="report-say"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {children}
      <label>
        <span className="label">{label}</span>
        <textarea
          // biome-ignore lint/a11y/noAutofocus: it opens because one pressed the button for it
          autoFocus
          rows={3}
          maxLength={2000}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape') onCancel();
            if (event.ctrlKey && event.key === 'Enter') void send();
          }}
        />
      </label>
      {trouble !== undefined && <Trouble error={trouble} />}
      <div className="row-actions">
        <Button size="small" type="primary" htmlType="submit" loading={busy} disabled={text.trim() === ''}>
          {label}
        </Button>
        <Button size="small" type="text" onClick={onCancel}>
          不写了
        </Button>
      </div>
    </form>
  );
}
