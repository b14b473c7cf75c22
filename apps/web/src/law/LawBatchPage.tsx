import type { LawBatchSource, LawBatchText, LawBatchView } from '@fadu/wire';
import { BATCH_STATES } from '@fadu/wire/law';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { get, messageOf, post } from '../api/client.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import { CorrectionList, CorrectLine, type Stretch } from './Corrections.js';
import { DeskChanges } from './DeskChanges.js';
import './law.css';
import { LawSourceView } from './LawSourceView.js';
import { SendFiles } from './SendFiles.js';

const SEVERITIES = { error: '须改', warning: '核对', info: '说明' } as const;

/** One batch: its texts with their problems, a text's source beside its structure, release. */
export function LawBatchPage() {
  const { batch: id } = useParams({ strict: false }) as { batch: string };
  const { text } = useSearch({ strict: false }) as { text?: string };
  const navigate = useNavigate();
  const key = ['law-desk', id];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: () => get<LawBatchView>(`/law/desk/${id}`),
    retry: false,
    refetchInterval: ({ state }) => (state.data?.batch.state === 'released' ? 2_000 : false),
  });
  const client = useQueryClient();
  const step = useMutation({
    mutationFn: (what: 'release' | 'withdraw') => post<LawBatchView>(`/law/desk/${id}/${what}`, {}),
    onSuccess: (view) => {
      client.setQueryData(key, view);
      void client.invalidateQueries({ queryKey: ['law-desk'], exact: true });
    },
  });
  usePageTitle(data?.batch.name, '入库校核');
  if (error)
    return (
      <>
        <h1>没有找到</h1>
        <Trouble error={error} onRetry={() => void refetch()} />
      </>
    );
  if (!data) return <Waiting what="打开批次" />;
  const { batch, texts, notReleased } = data;
  const chosen = texts.find(({ ord }) => String(ord) === text) ?? texts[0];
  return (
    <>
      <div className="page-head">
        <h1>{batch.name}</h1>
        <span className="meta">
          <Link to="/law/desk">入库校核</Link>
          {'　'}
          {BATCH_STATES[batch.state]} · 送校 {batch.createdBy}
          {batch.releasedBy ? ` · 放行 ${batch.releasedBy}` : ''}
        </span>
      </div>
      {batch.state === 'open' && (
        <div className="row-actions">
          {notReleased === null && (
            <button
              type="button"
              className="button primary"
              disabled={step.isPending}
              onClick={() => step.mutate('release')}
            >
              放行入库
            </button>
          )}
          {data.mayAdd && (
            <button type="button" className="button" disabled={step.isPending} onClick={() => step.mutate('withdraw')}>
              撤回
            </button>
          )}
          {notReleased && <span className="hint">{notReleased}</span>}
        </div>
      )}
      {step.error && (
        <p role="alert" className="error-text">
          {messageOf(step.error, '没有办成，请再试。')}
        </p>
      )}
      {batch.report && (
        <p role="status" className="note">
          新入库{batch.report.stored}个文本，已有或者相同{batch.report.same}件，没有入库{batch.report.refused.length}
          件。
          {batch.report.refused.join('；')}
        </p>
      )}
      <ol className="law-batch" aria-label="文本">
        {texts.map((one) => (
          <li key={one.ord}>
            <button
              type="button"
              className="link"
              aria-current={one === chosen ? 'true' : undefined}
              onClick={() =>
                void navigate({
                  to: '/law/desk/$batch',
                  params: { batch: id },
                  search: { text: String(one.ord) } as never,
                })
              }
            >
              {one.title ?? one.path}
            </button>{' '}
            <span className="meta">
              {one.effectiveOn
                ? `${one.effectiveOn}施行　条${one.counts.articles ?? 0} 款${one.counts.paragraphs ?? 0} 项${one.counts.items ?? 0}`
                : ''}
              {'　'}
              {one.refusal ? <span className="error-text">不能入库</span> : problemWords(one)}
              {one.corrections > 0 ? `　校正${one.corrections}处` : ''}
              {one.note ? '　已说明原文如此' : ''}
            </span>
          </li>
        ))}
      </ol>
      {data.mayAdd && (
        <details className="law-fold">
          <summary>再添文件</summary>
          <SendFiles into={async () => batch.id} onDone={() => void refetch()} onPart={() => void refetch()} />
        </details>
      )}
      {chosen && <Text key={chosen.ord} batch={id} text={chosen} open={batch.state === 'open'} />}
    </>
  );
}

function problemWords({ diagnostics, note }: LawBatchText): string {
  const grave = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `问题${diagnostics.length}${grave > 0 && note === null ? `（须改${grave}）` : ''}`;
}

function Text({ batch, text, open }: { batch: string; text: LawBatchText; open: boolean }) {
  const client = useQueryClient();
  const [place, setPlace] = useState<number | null>(null);
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const [note, setNote] = useState(text.note ?? '');
  const { data, error } = useQuery({
    queryKey: ['law-desk', batch, 'text', text.ord],
    queryFn: () => get<LawBatchSource>(`/law/desk/${batch}/texts/${text.ord}`),
  });
  const answer = useMutation({
    mutationFn: () => post<LawBatchView>(`/law/desk/${batch}/texts/${text.ord}`, { note: note.trim() }),
    onSuccess: (view) => client.setQueryData(['law-desk', batch], view),
  });
  const grave = text.diagnostics.some(({ severity }) => severity === 'error');
  return (
    <section className="board" aria-label={text.title ?? text.path}>
      <h2>{text.title ?? text.path}</h2>
      {text.refusal && <p className="error-box">{text.refusal}</p>}
      <ul className="plain-list" aria-label="问题">
        {text.diagnostics.map((one) => (
          <li key={`${one.code}${one.start}`}>
            <strong>{SEVERITIES[one.severity]}</strong> {one.message}{' '}
            <button type="button" className="link" onClick={() => setPlace(one.start)}>
              看原文
            </button>
          </li>
        ))}
      </ul>
      {grave && open && (
        <form
          className="law-settle"
          onSubmit={(event) => {
            event.preventDefault();
            if (note.trim().length >= 2) answer.mutate();
          }}
        >
          <label htmlFor="as-printed">经核对属原文如此的，写明核对了什么</label>
          <textarea
            id="as-printed"
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <button type="submit" className="button" disabled={note.trim().length < 2 || answer.isPending}>
            记录
          </button>
          {text.note && <span className="hint">已记录：{text.note}</span>}
          {answer.error && (
            <p role="alert" className="error-text">
              {messageOf(answer.error, '没有记录下来，请再试。')}
            </p>
          )}
        </form>
      )}
      {error && <Trouble error={error} />}
      {data && data.source !== '' && !text.refusal && <DeskChanges batch={batch} ord={text.ord} />}
      {data && data.source !== '' && (
        <>
          <CorrectionList batch={batch} ord={text.ord} source={data} />
          {data.mayCorrect && stretch && (
            <CorrectLine
              key={`${stretch.start}-${stretch.end}`}
              batch={batch}
              ord={text.ord}
              source={data}
              stretch={stretch}
              onClose={() => setStretch(null)}
            />
          )}
          <LawSourceView
            source={data}
            diagnostics={text.diagnostics}
            place={place}
            onPlace={setPlace}
            onCorrect={
              data.mayCorrect
                ? (start, end) => {
                    setPlace(start);
                    setStretch({ start, end });
                  }
                : undefined
            }
          />
        </>
      )}
    </section>
  );
}
