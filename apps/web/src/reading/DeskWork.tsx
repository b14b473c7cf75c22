import type { FigureShow, FigureStepBody, FigureStepped, ReadFigure, ReadingDesk } from '@fadu/wire';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { messageOf, post } from '../api/client.js';
import { isTyping } from '../shell/shortcuts.js';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped } from '../words.js';
import { FigureForm } from './FigureForm.js';
import { FigurePanel } from './FigurePanel.js';
import { FigureQueue } from './FigureQueue.js';
import { MarkedText } from './MarkedText.js';
import { deskKey, figureQuery, figuresKey, queueQuery } from './queries.js';
import type { DeskSearch } from './ReadingDesk.js';

const SHOWS: readonly string[] = ['confirmed', 'rejected', 'all'] satisfies FigureShow[];

/** The text with its figures, beside it the one that is looked at, and the queue of those that wait. */
export function DeskWork({
  desk,
  search,
  go,
}: {
  desk: ReadingDesk;
  search: DeskSearch;
  go: (part: DeskSearch) => void;
}) {
  const { report, sure } = desk;
  const show = SHOWS.includes(search.show ?? '') ? (search.show as FigureShow) : 'open';
  const queue = useInfiniteQuery(queueQuery(report.id, show));
  const asked = /^\d{1,6}$/.test(search.n ?? '') ? Number(search.n) : undefined;
  const at = asked ?? queue.data?.pages[0]?.figures[0]?.n;
  const looked = useQuery(figureQuery(report.id, at, show));
  const open = at === undefined ? undefined : looked.data;
  const current = open?.figure;
  const client = useQueryClient();
  /** Figures have changed: only what is shown of them is fetched again, however long the report is. */
  const tell = () => {
    void client.invalidateQueries({ queryKey: figuresKey(report.id) });
    void client.invalidateQueries({ queryKey: ['reading', 'list'] });
    void client.invalidateQueries({ queryKey: ['reading', 'steps', report.id] });
    void client.invalidateQueries({ queryKey: ['findings'] });
  };
  const took = (stepped: FigureStepped) => {
    client.setQueryData<ReadingDesk>(deskKey(report.id), (before) => before && { ...before, report: stepped.report });
    void client.invalidateQueries({ queryKey: deskKey(report.id) });
    tell();
  };
  const step = useMutation({
    mutationFn: ({ figure, body }: { figure: ReadFigure; next: number | null; body: FigureStepBody }) =>
      post<FigureStepped>(`/reading/${report.id}/figures/${figure.n}`, body),
    onSuccess: (stepped, { figure, next, body }) => {
      took(stepped);
      // The one after it, so that one keeps going.
      go({ n: String(body.step === 'reopen' ? figure.n : (next ?? figure.n)), form: '' });
    },
    // Somebody was quicker: what stands there now is shown.
    onError: () => tell(),
  });
  const many = useMutation({
    mutationFn: () => post<ReadingDesk>(`/reading/${report.id}/confirm`, { least: sure.least }),
    onSuccess: (view) => {
      client.setQueryData(deskKey(report.id), view);
      tell();
      go({ n: '' });
    },
  });
  // While the next one is fetched the last is still shown, and nothing may be done to it.
  const settled = current !== undefined && current.n === at;
  const { next = null, previous = null } = settled ? open! : {};
  useEffect(() => {
    // Who goes on with the keys does not wait for each.
    for (const n of [next, previous]) if (n !== null) void client.prefetchQuery(figureQuery(report.id, n, show));
  }, [client, report.id, show, next, previous]);
  const take = (figure: ReadFigure, kind: 'confirm' | 'reject' | 'reopen') => {
    if (step.isPending || !settled) return;
    step.mutate({ figure, next: open?.next ?? null, body: { step: kind, revision: figure.revision } });
  };
  const look = (n: number | null | undefined) => n !== null && n !== undefined && go({ n: String(n), form: '' });
  const form = report.mayEdit ? search.form : undefined;
  const root = useRef<HTMLDivElement>(null);
  useDeskKeys(form !== undefined && form !== '', (key) => {
    if (key === 'e' && at !== undefined && report.mayEdit) go({ n: String(at), form: 'edit' });
    if (!settled) return;
    if (key === 'j') look(open?.next);
    if (key === 'k') look(open?.previous);
    if (!report.mayEdit) return;
    if (key === 'Enter' && current.state !== 'confirmed') take(current, 'confirm');
    if (key === 'x' && current.state !== 'rejected') take(current, 'reject');
  });
  return (
    <div className="reading-desk" ref={root}>
      <MarkedText desk={desk} current={current} onChoose={look} />
      <div className="reading-side">
        {step.error && (
          <p role="alert" className="error-text">
            {messageOf(step.error, '没有保存，请再试。')}
          </p>
        )}
        {looked.error && <Trouble error={looked.error} onRetry={() => void looked.refetch()} />}
        {form === 'add' || (form === 'edit' && settled) ? (
          <FigureForm
            key={form === 'add' ? 'add' : `${current!.n}/${current!.revision}`}
            desk={desk}
            open={form === 'add' ? undefined : open}
            onDone={(stepped) => {
              took(stepped);
              const next = form === 'add' ? null : open?.next;
              go({ n: String(next ?? stepped.figure.n), form: '' });
            }}
            onClose={() => go({ form: '' })}
          />
        ) : at !== undefined && !open && !looked.error ? (
          <Waiting what="取这个数" />
        ) : (
          <FigurePanel
            desk={desk}
            open={open}
            busy={step.isPending || !settled}
            onTake={take}
            onEdit={() => current && go({ n: String(current.n), form: 'edit' })}
            onMove={(by) => look(open?.[by])}
            onLook={look}
          />
        )}
        <FigureQueue
          desk={desk}
          show={show}
          current={at}
          onShow={(next) => go({ show: next === 'open' ? '' : next, n: '' })}
          onChoose={look}
        />
        {report.mayEdit && (
          <div className="row-actions">
            {sure.count > 0 && (
              <button type="button" className="button" disabled={many.isPending} onClick={() => many.mutate()}>
                {many.isPending ? '正在确认…' : `确认把握不低于${sure.least * 100}%的${grouped(sure.count)}个`}
              </button>
            )}
            <button type="button" className="button" onClick={() => go({ form: 'add' })}>
              补一个数
            </button>
          </div>
        )}
        {many.error && (
          <p role="alert" className="error-text">
            {messageOf(many.error, '没有确认，请再试。')}
          </p>
        )}
      </div>
    </div>
  );
}

/** Single keys act on the desk only: not while one types, not on a button or link, not in a form (WCAG 2.1.4). */
function useDeskKeys(off: boolean, act: (key: string) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (off) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const at = event.target as HTMLElement;
      if (at.closest('input, textarea, select, [contenteditable], dialog, .ant-select')) return;
      const key = event.key === 'Enter' ? 'Enter' : event.key.toLowerCase();
      if (!['j', 'k', 'e', 'x', 'Enter'].includes(key)) return;
      if (key === 'Enter' && at.closest('button, a, summary')) return;
      event.preventDefault();
      latest.current(key);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [off]);
}
