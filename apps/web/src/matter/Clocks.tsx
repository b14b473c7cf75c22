import type { ClockView } from '@fadu/wire';
import { ClockChip } from '../clock/ClockChip.js';
import { RestsOn } from '../settings/RestsOn.js';
import { TableScroll } from '../TableScroll.js';
import { Bases } from './basis.js';

/** Every clock of the matter, those that run first; each opens to its counting. */
export function Clocks({ clocks, matter, today }: { clocks: readonly ClockView[]; matter: string; today: string }) {
  if (clocks.length === 0) return <p className="empty">没有期限。</p>;
  const changed = clocks.some((clock) => changes(clock) !== '');
  return (
    <TableScroll name="期限">
      <table className="plain">
        <thead>
          <tr>
            <th>期限</th>
            <th>起算</th>
            {changed && <th>扣除、延长</th>}
            <th>届满</th>
            <th>状况（点开看怎么算）</th>
            <th>依据</th>
          </tr>
        </thead>
        <tbody>
          {clocks.map((clock) => (
            <tr key={clock.code}>
              <td>{clock.name}</td>
              <td>
                {clock.event}
                <br />
                <span className="nb">{clock.startedOn}</span>
              </td>
              {changed && <td>{changes(clock) || <span className="missing">没有</span>}</td>}
              <td className="nb">
                {clock.outcome === 'void' ? <span className="missing">不适用</span> : clock.legalDue}
              </td>
              <td>
                <ClockChip clock={clock} today={today} matter={matter} />
              </td>
              <td className="basis-cell">
                <Bases bases={[clock.basis]} />
                {clock.unverified && <span className="meta"> ※{clock.unverified}</span>}
                <RestsOn clock={clock} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

const UNIT = { workday: '个工作日', day: '日', month: '个月', year: '年', hour: '小时' } as const;

const changes = (clock: ClockView): string =>
  [
    ...clock.suspensions.map((one) => `中止${one.from}—${one.to ?? '今'}`),
    ...(clock.extension > 0 ? [`延长${clock.extension}${UNIT[clock.unit]}`] : []),
  ].join('；');
