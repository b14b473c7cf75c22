import type { CompareRow, FigureComparison } from '@fadu/wire';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../api/client.js';
import { framedSvg, savePicture } from '../dashboard/chart-picture.js';
import { type Drawn, drawBars } from '../dashboard/draw-bars.js';
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
  const [trouble, setTrouble] = useState<string>();
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
  const save = (as: 'svg' | 'png') => {
    if (!drawn.current) return;
    const font = getComputedStyle(document.body).fontFamily;
    const all = left.length > 0 ? [...caption, `没有画：${left.join('；')}。`] : caption;
    savePicture(framedSvg(drawn.current.svg(), { title, caption: all }, font), title, as).then(
      () => setTrouble(undefined),
      (error) => setTrouble(messageOf(error, '图片没有存成。可以改存SVG，或者导出Excel。')),
    );
  };
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
        <p className="no-print panel-save">
          <Button size="small" onClick={() => save('png')}>
            存图（PNG）
          </Button>
          <Button size="small" onClick={() => save('svg')}>
            存图（SVG）
          </Button>
        </p>
      )}
      {trouble && (
        <p role="alert" className="error-text">
          {trouble}
        </p>
      )}
    </section>
  );
}
