import type { Tally } from '@fadu/wire';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { drawBars } from './draw-bars.js';
import { monthFinding } from './finding.js';
import { TallyTable } from './TallyTable.js';

/** Received per month: the finding is the title, the table stands behind, each bar opens its matters. */
export function MonthChart({ months, line }: { months: readonly Tally[]; line: string }) {
  const [table, setTable] = useState(false);
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const finding = monthFinding(months);
  const switcher = (
    <fieldset className="tabs" aria-label="图或者表">
      <button type="button" aria-pressed={!table} onClick={() => setTable(false)}>
        图
      </button>
      <button type="button" aria-pressed={table} onClick={() => setTable(true)}>
        表
      </button>
    </fieldset>
  );
  useEffect(() => {
    if (table || !box.current) return undefined;
    return drawBars(box.current, months, finding, (month) => {
      void navigate({ to: '/lines/$line', params: { line }, search: month.query as never });
    }).remove;
  }, [months, table, finding, navigate, line]);
  if (table)
    return (
      <div className="chart-table">
        {switcher}
        <TallyTable
          title={finding}
          head="月份"
          line={line}
          rows={months.map((month) => ({ ...month, label: `${month.key.slice(0, 4)}年${month.label}` }))}
        />
      </div>
    );
  return (
    <section className="board">
      <div className="chart-head">
        <h2>{finding}</h2>
        {switcher}
      </div>
      <div ref={box} className="chart" role="img" aria-label={`${finding}。各月件数见表。`} />
      <p className="meta">
        每月收件（件），{months[0]?.key}至{months.at(-1)?.key}，按收件日；点柱看案件
      </p>
    </section>
  );
}
