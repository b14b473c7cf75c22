import type { BoardPanel, BoardRow } from '@fadu/wire';
import { TableScroll } from '../TableScroll.js';
import { groupedText } from '../words.js';
import { FigureLink } from './FigureLink.js';

/** The numbers behind a chart; each opens to the records behind it. */
export function BoardTable({ panel }: { panel: BoardPanel }) {
  const { rows, others, head, unit, beforeName, total, kind } = panel;
  const rates = [...rows, ...others].some(({ parts }) => parts !== null);
  const columns = 2 + (kind === 'places' ? 1 : 0) + (rates ? 1 : 0) + (beforeName === null ? 0 : 2);
  const line = (row: BoardRow) => (
    <tr key={row.key}>
      {kind === 'places' && (
        <td className="num">{row.rank ?? <span className="meta">{row.unranked || '不排'}</span>}</td>
      )}
      <td>{row.label}</td>
      <td className={row.value.is === 'missing' ? 'num meta' : 'num'}>
        <FigureLink to={row.open}>{groupedText(row.text)}</FigureLink>
      </td>
      {rates && <td className="num">{row.parts === null ? '' : groupedText(row.parts)}</td>}
      {beforeName !== null && (
        <>
          <td className="num">{row.before ? groupedText(row.before.text) : '不比'}</td>
          <td>{row.before?.change || <span className="meta">没有可比的数</span>}</td>
        </>
      )}
    </tr>
  );
  return (
    <TableScroll name={`${panel.name}，按${head}`}>
      <table className="plain">
        <thead>
          <tr>
            {kind === 'places' && <th className="num">名次</th>}
            <th>{head}</th>
            <th className="num">数值（{unit}）</th>
            {rates && <th className="num">分子/分母</th>}
            {beforeName !== null && (
              <>
                <th className="num">{beforeName}</th>
                <th>变化</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(line)}
          {others.length > 0 && (
            <tr className="others">
              <th colSpan={columns} scope="colgroup">
                {kind === 'places' ? '本级和所属部门，不与下级比' : '其余'}
              </th>
            </tr>
          )}
          {others.map(line)}
        </tbody>
        {total !== null && (
          <tfoot>
            <tr>
              {kind === 'places' && <td />}
              <th scope="row">{kind === 'places' && others.length === 0 ? '全部' : '合计'}</th>
              <td className="num">{groupedText(total)}</td>
              {columns > 2 + (kind === 'places' ? 1 : 0) && <td colSpan={columns - 2 - (kind === 'places' ? 1 : 0)} />}
            </tr>
          </tfoot>
        )}
      </table>
    </TableScroll>
  );
}
