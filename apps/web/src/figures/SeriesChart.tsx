import type { FigurePart } from '@fadu/wire';
import { FEWEST_FOR_ORDER, heightOf, standsInOrder } from '@fadu/wire/board-words';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { drawBars } from '../dashboard/draw-bars.js';
import { groupedText } from '../words.js';
import { seriesFinding } from './words.js';

/** A figure over the parts of its period: the finding is the title, each bar opens its period, the table stands behind. */
export function SeriesChart({
  name,
  unit,
  series,
  onOpen,
}: {
  name: string;
  unit: string;
  series: readonly FigurePart[];
  onOpen: (period: string) => void;
}) {
  const [table, setTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const finding = seriesFinding(name, series, unit);
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    if (table || !box.current) return undefined;
    const bars = series.map((part) => ({
      ...part,
      count: heightOf(part.value, unit),
      text: part.value.is === 'missing' ? '' : groupedText(part.text.replace(unit, '')),
    }));
    return drawBars(box.current, bars, finding, (bar) => open.current(bar.key)).remove;
  }, [series, table, finding, unit]);
  const gaps = series.filter((part) => part.value.is === 'missing');
  const few = series.filter(({ value }) => value.is !== 'missing' && !standsInOrder(value, unit)).length;
  return (
    <section className="board">
      <div className="chart-head">
        <h2>{finding}</h2>
        <fieldset className="tabs" aria-label="图或者表">
          <button type="button" aria-pressed={!table} onClick={() => setTable(false)}>
            图
          </button>
          <button type="button" aria-pressed={table} onClick={() => setTable(true)}>
            表
          </button>
        </fieldset>
      </div>
      {table ? (
        <table className="plain">
          <thead>
            <tr>
              <th>期间</th>
              <th className="num">数值</th>
              <th className="num">分子/分母</th>
            </tr>
          </thead>
          <tbody>
            {series.map((part) => (
              <tr key={part.key}>
                <td>
                  <Button type="link" size="small" onClick={() => onOpen(part.key)}>
                    {part.label}
                  </Button>
                </td>
                <td className="num">{groupedText(part.text)}</td>
                <td className="num">{groupedText(part.parts ?? '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <div ref={box} className="chart" role="img" aria-label={`${finding}。各期数值见表。`} />
      )}
      <p className="meta">
        单位：{unit}；点柱看那一期
        {few > 0 ? `。${few}期基数不足${FEWEST_FOR_ORDER}，比率一件之差就会变动很大，不比高低` : ''}
        {gaps.length > 0 ? `。${gaps.map((part) => part.label).join('、')}没有数，不画柱` : ''}
      </p>
    </section>
  );
}
