import type { ReportFigureView, StudioOverride, StudioView } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { newKey } from '../api/client.js';
import { Trouble } from '../Trouble.js';
import { Undo } from '../Undo.js';
import { useStudio } from './queries.js';
import { FIGURE_MARKS } from './words.js';

/** The figures of a chapter one by one: how each stands to today's data, where it comes from, and what a person changed. */
export function Numbers({
  studio,
  figures,
  year,
  chosen,
}: {
  studio: StudioView | undefined;
  figures: readonly ReportFigureView[];
  year: number;
  /** The figure one came from in the text. */
  chosen: string | undefined;
}) {
  useEffect(() => {
    if (chosen) document.getElementById(`figure-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <section className="report-side">
      <h3>本章数字（{figures.length}）</h3>
      {figures.length === 0 && <p className="meta">本章没有数据。</p>}
      <ul className="plain-list report-numbers">
        {figures.map((figure) => (
          <li key={figure.code} id={`figure-${figure.code}`} className={figure.code === chosen ? 'chosen' : undefined}>
            <p>
              <Link
                to="/figures/$code"
                params={{ code: figure.code }}
                search={{ org: figure.org.id, period: String(year) } as never}
              >
                {figure.text}
              </Link>{' '}
              <span className={`report-mark ${figure.state}`}>
                {figure.state === 'overridden' && '▲'}
                {FIGURE_MARKS[figure.state]}
              </span>
            </p>
            <p className="meta">
              {figure.counted}
              {figure.base && `；分母：${figure.base}`}
            </p>
            {figure.state === 'overridden' ? (
              <p className="report-why">理由：{figure.why}</p>
            ) : (
              <p className="meta">
                {figure.source === 'records' ? '记录' : '填报'}：{figure.origin}
              </p>
            )}
            {figure.now && (
              <p className={figure.state === 'stale' ? 'note' : 'meta'}>
                {figure.state === 'stale' ? '定稿后有变动，平台现在的数' : '平台计算的数'}：{figure.now.text}
                {figure.now.origin && `（${figure.now.origin}）`}
              </p>
            )}
            {studio?.may.write && <Override studio={studio} figure={figure} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Override({ studio, figure }: { studio: StudioView; figure: ReportFigureView }) {
  const client = useQueryClient();
  const act = useStudio(studio.matter);
  const before = studio.overrides.find(({ code }) => code === figure.code);
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState(before?.value ?? '');
  const [reason, setReason] = useState(before?.reason ?? '');
  const [taken, setTaken] = useState<StudioOverride | null>(null);
  const send = (next: string | null, why = reason) =>
    act.mutate(
      { path: '/overrides', body: { code: figure.code, value: next, reason: why, key: newKey() } },
      {
        onSuccess: () => {
          setOpen(false);
          setTaken(next === null ? (before ?? null) : null);
          void client.invalidateQueries({ queryKey: ['report'] });
        },
      },
    );
  if (!open)
    return (
      <>
        <Button size="small" type="link" className="report-inline no-print" onClick={() => setOpen(true)}>
          {before ? '改改写' : '改写这个数'}
        </Button>
        {taken && (
          <Undo
            what={`已恢复计算的数，原改写为${taken.value}。`}
            busy={act.isPending}
            onUndo={() => send(taken.value, taken.reason)}
          />
        )}
        {act.error && <Trouble error={act.error} />}
      </>
    );
  const id = `override-${figure.code}`;
  return (
    <form
      className="report-say"
      onSubmit={(event) => {
        event.preventDefault();
        send(value.trim());
      }}
    >
      <label className="label" htmlFor={id}>
        报告所用的数（{figure.unit}）
      </label>
      <input
        id={id}
        className="text-input"
        inputMode="decimal"
        value={value}
        onChange={({ target }) => setValue(target.value)}
      />
      <label className="label" htmlFor={`${id}-reason`}>
        理由
      </label>
      <p className="hint">审核人看得到，随报告存证。</p>
      <textarea
        id={`${id}-reason`}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {act.error && <Trouble error={act.error} />}
      <div className="row-actions">
        <Button size="small" type="primary" htmlType="submit" loading={act.isPending}>
          用这个数
        </Button>
        {before && (
          <Button size="small" onClick={() => send(null)}>
            恢复计算的数
          </Button>
        )}
        <Button size="small" type="text" onClick={() => setOpen(false)}>
          不改了
        </Button>
      </div>
    </form>
  );
}
