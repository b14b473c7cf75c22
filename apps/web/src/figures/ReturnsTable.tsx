import type { Collected, IndicatorFigure } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { TableScroll } from '../TableScroll.js';
import { groupedText } from '../words.js';

/** The returns behind a figure: what each says adds up to it, and each opens. */
export function ReturnsTable({ figure, collected }: { figure: IndicatorFigure; collected: Collected }) {
  const { from, parts, note } = collected;
  return (
    <section className="board" id="rows" aria-label="取自的填报表">
      <h2>取自{from.length}份填报表</h2>
      <TableScroll name="取自的填报表">
        <table className="plain">
          <thead>
            <tr>
              <th>填报单位</th>
              <th className="num">报的数</th>
              <th>审定日</th>
              <th>收件编号</th>
            </tr>
          </thead>
          <tbody>
            {from.map(({ matter, unit, name, text, receipt, approvedOn }) => (
              <tr key={matter}>
                <td>
                  <Link to="/returns/$period" params={{ period: figure.period.text }} search={{ unit } as never}>
                    {name}
                  </Link>
                </td>
                <td className="num">
                  {text === null ? <span className="meta">由几项算出，见填报表</span> : groupedText(text)}
                </td>
                <td className="nb">{approvedOn}</td>
                <td className="nb">{receipt}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {parts.length > 0 && <p>其中：{parts.map(({ name }) => name).join('、')}，各项的数见填报表。</p>}
      {note !== null && <p>填报说明：{note}</p>}
    </section>
  );
}
