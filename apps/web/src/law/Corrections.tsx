import type { LawBatchSource, LawBatchView, LawCorrection } from '@fadu/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { messageOf, post } from '../api/client.js';
import { grouped, momentWords } from '../words.js';

/** A stretch of the text that is opened to be put right. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const useStep = (batch: string, ord: number, path: string, onDone: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => post<LawBatchView>(`/law/desk/${batch}/texts/${ord}/corrections${path}`, body),
    onSuccess: (view) => {
      client.setQueryData(['law-desk', batch], view);
      void client.invalidateQueries({ queryKey: ['law-desk', batch, 'text', ord] });
      onDone();
    },
  });
};

/**
 * One line to be put right: its label or words, cut in two by a line break, or joined to the line above. The structure is
 * read anew from it; the text as it came is kept.
 */
export function CorrectLine({
  batch,
  ord,
  source: { source },
  stretch: { start, end },
  onClose,
}: {
  batch: string;
  ord: number;
  source: LawBatchSource;
  stretch: Stretch;
  onClose: () => void;
}) {
  const id = useId();
  const was = source.slice(start, end);
  const [now, setNow] = useState(was);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = useStep(batch, ord, '', onClose);
  const noReason = reason.trim().length < 2;
  const correct = (body: { from: number; was: string; now: string }) => {
    setTried(true);
    if (!noReason && !send.isPending) send.mutate({ ...body, reason: reason.trim() });
  };
  return (
    <form
      className="law-settle"
      aria-label="校正一行"
      onSubmit={(event) => {
        event.preventDefault();
        if (now !== was) correct({ from: start, was, now });
      }}
    >
      <label className="label" htmlFor={`${id}-now`}>
        这一行
      </label>
      <p className="hint">层级由条标和断行决定：改正条标，或者在应当另起一行的地方回车。原文另存，不改动。</p>
      <textarea
        id={`${id}-now`}
        rows={Math.min(10, 2 + Math.ceil(was.length / 40))}
        maxLength={20_000}
        value={now}
        onChange={(event) => setNow(event.target.value)}
      />
      <label className="label" htmlFor={`${id}-reason`}>
        理由
      </label>
      <textarea
        id={`${id}-reason`}
        rows={2}
        maxLength={500}
        value={reason}
        aria-invalid={tried && noReason}
        onChange={(event) => setReason(event.target.value)}
      />
      {tried && noReason && <p className="error-text">请写明理由，例如对照了哪一期公报。</p>}
      {send.error && (
        <p role="alert" className="error-text">
          {messageOf(send.error, '没有校正，请再试。')}
        </p>
      )}
      <div className="row-actions">
        <button type="submit" className="button primary" disabled={send.isPending || now === was}>
          校正这一行
        </button>
        {start > 0 && (
          <button
            type="button"
            className="button"
            disabled={send.isPending}
            onClick={() => correct({ from: start - 1, was: source.slice(start - 1, start), now: '' })}
          >
            接到上一行
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          关闭
        </button>
      </div>
    </form>
  );
}

/** What was put right, for the second person too: words apart from mere lines, undone ones marked. */
export function CorrectionList({ batch, ord, source }: { batch: string; ord: number; source: LawBatchSource }) {
  const { corrections, mayCorrect } = source;
  const undo = useStep(batch, ord, '/undo', () => undefined);
  if (corrections.length === 0) return null;
  const stand = corrections.filter(({ undoneAt }) => undoneAt === null);
  const words = stand.filter((one) => one.words).length;
  return (
    <section aria-label="校正">
      <h3>
        校正 {grouped(stand.length)}处，其中改字{grouped(words)}处，只改断行{grouped(stand.length - words)}处
      </h3>
      <ol className="law-corrections">
        {corrections.map((one) => (
          <li key={one.n}>
            <Difference correction={one} />
            <span className="meta">
              {one.words ? '改字' : '断行'}：{one.reason}（{one.by}，{momentWords(one.at)}）
              {one.undoneAt && `已撤销（${one.undoneBy}，${momentWords(one.undoneAt)}）`}
            </span>
          </li>
        ))}
      </ol>
      {mayCorrect && stand.length > 0 && (
        <button type="button" className="button" disabled={undo.isPending} onClick={() => undo.mutate({})}>
          撤销最后一处
        </button>
      )}
      {undo.error && (
        <p role="alert" className="error-text">
          {messageOf(undo.error, '没有撤销，请再试。')}
        </p>
      )}
      <details>
        <summary>看原文（收到时的文本）</summary>
        <pre className="law-original">{source.original}</pre>
      </details>
    </section>
  );
}

/** A line break that came or went is seen as a mark. */
const visible = (text: string): string => text.replaceAll('\n', '⏎');

function Difference({ correction: { runs, undoneAt } }: { correction: LawCorrection }) {
  return (
    <p className={undoneAt ? 'law-undone' : ''}>
      {runs.map(({ kind, text }, index) => {
        const Mark = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a correction never changes
          <Mark key={index}>
            {kind !== 'same' && <span className="sr">{kind === 'added' ? '增加：' : '删除：'}</span>}
            {visible(text)}
            {kind !== 'same' && <span className="sr">结束</span>}
          </Mark>
        );
      })}
    </p>
  );
}
