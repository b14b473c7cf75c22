import type { BoardPanel, BoardRow, DashboardView } from '@fadu/wire';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { groupedText, momentWords } from '../words.js';
import { BoardTable } from './BoardTable.js';
import { type Drawn, drawBars } from './draw-bars.js';
import { SavePicture } from './SavePicture.js';

/** Height of a lying bar, and of one that stands beside another. */
const [ROW, PAIR] = [30, 44];

/** A panel: the finding as title, the chart, the table behind it, source and base below. */
export function BoardPanelView({ panel, view }: { panel: BoardPanel; view: DashboardView }) {
  const [table, setTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn>(null);
  const navigate = useNavigate();
  const lying = panel.kind !== 'trend';
  const bars = panel.rows.filter(({ height }) => height !== null);
  const empty = bars.length === 0;
  useEffect(() => {
    if (table || empty || !box.current) return undefined;
    const open = ({ open: { code, ...search } }: Pick<BoardRow, 'open'>) =>
      void navigate({
        to: '/figures/$code',
        params: { code },
        search: search as never,
        ...(search.by !== undefined && { hash: 'rows' }),
      });
    const chart = drawBars(
      box.current,
      panel.rows.map((row) => barOf(row, panel)),
      panel.finding,
      open,
      { lying },
    );
    drawn.current = chart;
    return () => {
      chart.remove();
      drawn.current = null;
    };
  }, [panel, table, empty, lying, navigate]);
  const caption = captionOf(panel, view, empty);
  const height = lying ? 16 + bars.length * (panel.beforeName === null ? ROW : PAIR) + gapsIn(panel) * ROW : 220;
  return (
    <section className="board panel">
      <div className="chart-head">
        <h2>{panel.finding}</h2>
        {!empty && (
          <fieldset className="tabs" aria-label={`${panel.name}：图或者表`}>
            <button type="button" aria-pressed={!table} onClick={() => setTable(false)}>
              图
            </button>
            <button type="button" aria-pressed={table} onClick={() => setTable(true)}>
              表
            </button>
          </fieldset>
        )}
      </div>
      {!empty && !table && (
        <div
          ref={box}
          className="chart"
          style={{ height }}
          role="img"
          aria-label={`${panel.finding}。各项数值见表。`}
        />
      )}
      {panel.rows.length + panel.others.length > 0 && (
        <div className={empty || table ? '' : 'print-only'}>
          <BoardTable panel={panel} />
        </div>
      )}
      {panel.notes.map((note) => (
        <p key={note} className="meta" role="note">
          ⚠ {note}
        </p>
      ))}
      <p className="meta">{caption.join('')}</p>
      {!empty && !table && (
        <SavePicture
          drawn={drawn}
          frame={() => ({
            title: panel.finding,
            caption: [`${view.org.name}，${view.period.name}`, ...panel.notes.map((note) => `⚠ ${note}`), ...caption],
          })}
        />
      )}
    </section>
  );
}

const gapsIn = ({ rows }: BoardPanel): number => rows.filter(({ height }) => height === null).length;

function barOf({ label, height, text, before, rank, open }: BoardRow, { unit, kind, beforeName }: BoardPanel) {
  const short = (words: string) => groupedText(unit === '%' ? words : words.replace(unit, ''));
  return {
    label: rank === null ? label : `${rank}　${label}`,
    open,
    count: height,
    // In a trend the note below says where there is no number; beside a name there is room for the word.
    text: height === null ? (kind === 'trend' ? '' : text) : short(text),
    ...(beforeName !== null && {
      before: {
        count: before?.height ?? null,
        text: before === null || before.height === null ? '' : short(before.text),
      },
    }),
  };
}

/** `empty`: there are no bars to speak of. */
const captionOf = ({ caption, beforeName }: BoardPanel, { asOf }: DashboardView, empty: boolean): string[] => [
  caption,
  ...(beforeName === null || empty ? [] : [`斜纹柱为${beforeName}。`]),
  `数据截至${momentWords(asOf)}。`,
];
