import type { IndicatorFigure } from '@fadu/wire';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped } from '../words.js';
import { type FigureSearch, rowsQuery } from './queries.js';

/** The records behind a figure, by day; each opens its matter. All of them add up to the figure. */
export function RowsTable({ figure, search }: { figure: IndicatorFigure; search: FigureSearch }) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    rowsQuery(figure.code, search),
  );
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const only = data?.pages[0]?.only;
  const { by: _by, is: _is, ...whole } = search;
  const rate = figure.value.is === 'ratio' && figure.unit === '%';
  const measured = rows.some((row) => row.amount !== null);
  return (
    <section className="board" id="rows">
      <h2>背后的记录</h2>
      {only && (
        <p className="chips">
          只列{only}　
          <Link to="/figures/$code" params={{ code: figure.code }} search={whole as never} hash="rows">
            列全部记录
          </Link>
        </p>
      )}
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="列记录" />}
      {data && rows.length === 0 && <p className="empty">没有记录。</p>}
      {rows.length > 0 && (
        <TableScroll name="背后的记录">
          <table className="plain figure-rows">
            <thead>
              <tr>
                <th>归属日</th>
                <th>案号</th>
                <th>案由和当事人</th>
                {rate && <th>计入</th>}
                {measured && <th className="num">{figure.kind === 'money' ? '金额（元）' : '日数'}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // A matter may stand twice, for two hearings of one day.
                // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
                <tr key={`${row.matter}-${index}`}>
                  <td className="nb">{row.on}</td>
                  <td className="nb">
                    <Link to="/matters/$id" params={{ id: row.matter }}>
                      {row.number ?? `收件${row.receipt}`}
                    </Link>
                  </td>
                  <td>{row.title}</td>
                  {rate && <td>{row.counted ? (row.base ? '分子、分母' : '分子') : '分母'}</td>}
                  {measured && (
                    <td className="num">
                      {row.amount === null ? '缺数' : grouped(figure.kind === 'money' ? row.amount / 100 : row.amount)}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          再列50条
        </Button>
      )}
      {data && !hasNextPage && rows.length > 0 && (
        <p className="meta">
          共{grouped(rows.length)}条{rate ? `，其中计入分子${grouped(rows.filter((row) => row.counted).length)}条` : ''}
          ，已全部列出。
        </p>
      )}
    </section>
  );
}
