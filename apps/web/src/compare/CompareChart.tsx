import type { CompareRow, FigureComparison } from '@fadu/wire';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { type Drawn, drawBars } from '../dashboard/draw-bars.js';
import { SavePicture } from '../dashboard/SavePicture.js';
import { groupedText, momentWords } from '../words.js';
import { OnlyThese } from './OnlyThese.js';
import type { CompareSearch } from './queries.js';

/** Height of a lying bar. */
const ROW = 36;

/** One indicator: the finding as title, bars of what may be compared, and in words what was not drawn and why. */
export function CompareChart({
  row,
  comparison,
  search,
  onGo,
}: {
  row: CompareRow;
  comparison: FigureComparison;
  search: CompareSearch;
  onGo: (next: CompareSearch) => void;
}) {
  const { columns, asOf } = comparison;
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn>(null);
  const navigate = useNavigate();
  const title = row.finding ?? `${row.name}：没有两个可以比较的数`;
  useEffect(() => {
    if (row.finding === null || !box.current) return undefined;
    const bars = row.cells.flatMap((cell, at) => {
      const { place, periodWords } = columns[at]!;
      return cell.drawn
        ? [{ label: `${place}${periodWords}`, count: cell.value, text: groupedText(cell.text), at }]
        : [];
    });
    const chart = drawBars(
      box.current,
      bars,
      row.finding,
      ({ at }) => {
        const { source, object, period } = columns[at]!;
        if (source === 'platform')
          void navigate({ to: '/figures/$code', params: { code: row.code }, search: { org: object, period } as never });
        else
          void navigate({
            to: '/reading/$file',
            params: { file: object.slice(2) },
            search: { n: String(row.cells[at]!.n), show: 'all' } as never,
          });
      },
      { lying: true },
    );
    drawn.current = chart;
    return () => {
      chart.remove();
      drawn.current = null;
    };
  }, [row, columns, navigate]);
  const left = row.cells.flatMap((cell, at) => {
    if (cell.drawn) return [];
    const { place, periodWords } = columns[at]!;
    return [`${place}${periodWords} ${cell.text}${cell.refused ? `（${cell.refused}）` : ''}`];
  });
  const caption = [
    `${row.name}（${row.unit}）：${row.counted}。`,
    `来源：${[...new Set(columns.map(({ title: one }) => one))].join('、')}。`,
    ...(row.doubts.length > 0 ? [`${row.doubts.join('；')}。`] : []),
    `数据截至${momentWords(asOf)}。`,
  ];
  return (
    <section className="board panel" aria-label={row.name}>
      <h2>{title}</h2>
      {row.finding !== null && (
        <div
          ref={box}
          className="chart"
          style={{ height: 16 + row.cells.filter((cell) => cell.drawn).length * ROW }}
          role="img"
          aria-label={`${title}。各项数值见表。`}
        />
      )}
      {left.length > 0 && (
        <p className="compare-left">
          {row.finding === null ? '' : '没有画：'}
          {left.join('；')}
        </p>
      )}
      <OnlyThese row={row} comparison={comparison} search={search} onGo={onGo} />
      <p className="meta">{caption.join('')}</p>
      {row.finding !== null && (
        <SavePicture
          drawn={drawn}
          frame={() => ({
            title,
            caption: left.length > 0 ? [...caption, `没有画：${left.join('；')}。`] : caption,
          })}
        />
      )}
    </section>
  );
}
