import type { CollectedFigure } from '@fadu/indicator';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Trouble, Waiting } from '../Trouble.js';
import { groupedText } from '../words.js';
import { sumQuery } from './queries.js';
import { rowsOf, type Sheet } from './sheet.js';

const NAMES = { units: '下级', periods: '各期' } as const;

/** What units below or shorter periods add up to, before it is put into the form; what does not add up says why. */
export function SumPanel({
  unit,
  period,
  of,
  sheet,
  onTake,
  onClose,
}: {
  unit: string;
  period: string;
  of: 'units' | 'periods';
  sheet: Sheet;
  onTake: (rows: readonly CollectedFigure[]) => void;
  onClose: () => void;
}) {
  const { data, error, refetch } = useQuery(sumQuery(unit, period, of));
  const ready = data?.rows.flatMap(({ row }) => row ?? []) ?? [];
  return (
    <section className="board sum-panel" aria-label={`汇总${NAMES[of]}`}>
      <h2>汇总{NAMES[of]}</h2>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="汇总" />}
      {data && (
        <>
          <p>
            {data.from.length === 0 ? '还没有审定的填报可以汇总。' : `已审定的：${data.from.join('、')}。`}
            {data.waiting.length > 0 && <strong className="worse">还没有审定的：{data.waiting.join('、')}。</strong>}
          </p>
          {data.rows.length > 0 && (
            <table className="plain">
              <thead>
                <tr>
                  <th>指标</th>
                  <th className="num">合计</th>
                  <th className="num">表上现在</th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map(({ code, name, text, why }) => (
                  <tr key={code}>
                    <td>{name}</td>
                    <td className="num">
                      {text === null ? <span className="meta">不汇总：{why}</span> : groupedText(text)}
                    </td>
                    <td className="num">{nowOf(sheet, code)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <p className="return-foot">
            <Button type="primary" disabled={ready.length === 0} onClick={() => onTake(ready)}>
              填入{ready.length}项合计
            </Button>
            <Button type="text" onClick={onClose}>
              不填
            </Button>
          </p>
        </>
      )}
    </section>
  );
}

function nowOf(sheet: Sheet, code: string): string {
  const [row] = rowsOf(sheet, code);
  if (row === undefined) return '没有填';
  if (row.numerator !== undefined) return `${row.numerator}÷${row.denominator ?? ''}`;
  return row.value === undefined ? '没有数' : groupedText(row.value);
}
