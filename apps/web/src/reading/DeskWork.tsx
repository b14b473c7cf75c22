import type { FigureStepBody, FigureStepped, ReadFigure, ReadingDesk } from '@fadu/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { messageOf, post } from '../api/client.js';
import { isTyping } from '../shell/shortcuts.js';
import { grouped } from '../words.js';
import { FigureForm } from './FigureForm.js';
import { FigurePanel } from './FigurePanel.js';
import { FigureQueue } from './FigureQueue.js';
import { MarkedText } from './MarkedText.js';
import { deskKey } from './queries.js';
import { neighbour, queueOf, type Show, withFigure } from './queue.js';
import type { DeskSearch } from './ReadingDesk.js';

/** From here on figures may be confirmed all at once. */
const SURE = 0.9;

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
  const { report, figures, text } = desk;
  const show: Show = ['confirmed', 'rejected', 'all'].includes(search.show ?? '') ? (search.show as Show) : 'open';
  const queue = useMemo(() => queueOf(figures, show), [figures, show]);
  const asked = search.n === undefined ? undefined : figures.find(({ n }) => String(n) === search.n);
  const current = asked ?? queue[0];
  const client = useQueryClient();
  const tell = () => {
    void client.invalidateQueries({ queryKey: ['reading', 'list'] });
    void client.invalidateQueries({ queryKey: ['reading', 'steps', report.id] });
    void client.invalidateQueries({ queryKey: ['findings'] });
  };
  /** One figure has changed: the rest of a long report is not fetched again. */
  const took = (stepped: FigureStepped) => {
    client.setQueryData<ReadingDesk>(deskKey(report.id), (before) => before && withFigure(before, stepped));
    tell();
  };
  const step = useMutation({
    mutationFn: ({ figure, body }: { figure: ReadFigure; body: FigureStepBody }) =>
      post<FigureStepped>(`/reading/${report.id}/figures/${figure.n}`, body),
    onSuccess: (stepped, { figure, body }) => {
      // Before the queue loses it: the one after it, so that one keeps going.
      const next = body.step === 'reopen' ? figure : neighbour(queue, figure.n, 1);
      took(stepped);
      go({ n: String((next ?? figure).n), form: '' });
    },
    // Somebody was quicker: what stands there now is shown.
    onError: () => void client.invalidateQueries({ queryKey: deskKey(report.id) }),
  });
  const many = useMutation({
    mutationFn: () => post<ReadingDesk>(`/reading/${report.id}/confirm`, { least: SURE }),
    onSuccess: (view) => {
      client.setQueryData(deskKey(report.id), view);
      tell();
      go({ n: '' });
    },
  });
  const take = (figure: ReadFigure, kind: 'confirm' | 'reject' | 'reopen') => {
    if (!step.isPending) step.mutate({ figure, body: { step: kind, revision: figure.revision } });
  };
  const look = (figure: ReadFigure | undefined) => figure && go({ n: String(figure.n), form: '' });
  const sure = figures.filter(({ state, confidence }) => state === 'open' && (confidence ?? 0) >= SURE).length;
  const form = report.mayEdit ? search.form : undefined;
  const root = useRef<HTMLDivElement>(null);
  useDeskKeys(form !== undefined && form !== '', (key) => {
    if (key === 'j') look(neighbour(queue, current?.n, 1));
    if (key === 'k') look(neighbour(queue, current?.n, -1));
    if (!report.mayEdit || !current) return;
    if (key === 'Enter' && current.state !== 'confirmed') take(current, 'confirm');
    if (key === 'x' && current.state !== 'rejected') take(current, 'reject');
    if (key === 'e') go({ n: String(current.n), form: 'edit' });
  });
  return (
    <div className="reading-desk" ref={root}>
      <MarkedText text={text} figures={figures} current={current} pages={desk.pages} onChoose={look} />
      <div className="reading-side">
        {step.error && (
          <p role="alert" className="error-text">
            {messageOf(step.error, '没有保存，请再试。')}
          </p>
        )}
        {form === 'add' || (form === 'edit' && current) ? (
          <FigureForm
            key={form === 'add' ? 'add' : `${current!.n}/${current!.revision}`}
            desk={desk}
            figure={form === 'add' ? undefined : current}
            onDone={(stepped) => {
              took(stepped);
              const { n } = stepped.figure;
              const next = form === 'add' ? undefined : neighbour(queue, n, 1);
              go({ n: String(next?.n ?? n), form: '' });
            }}
            onClose={() => go({ form: '' })}
          />
        ) : (
          <FigurePanel
            desk={desk}
            figure={current}
            busy={step.isPending}
            onTake={take}
            onEdit={() => current && go({ n: String(current.n), form: 'edit' })}
            onMove={(by) => look(neighbour(queue, current?.n, by))}
            onLook={(n) => look(figures.find((one) => one.n === n))}
          />
        )}
        <FigureQueue
          desk={desk}
          queue={queue}
          show={show}
          current={current}
          onShow={(next) => go({ show: next === 'open' ? '' : next, n: '' })}
          onChoose={look}
        />
        {report.mayEdit && (
          <div className="row-actions">
            {sure > 0 && (
              <button type="button" className="button" disabled={many.isPending} onClick={() => many.mutate()}>
                {many.isPending ? '正在确认…' : `确认把握不低于90%的${grouped(sure)}个`}
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
