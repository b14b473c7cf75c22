import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TableScroll } from '../TableScroll.js';
import { grouped } from '../words.js';
import { workloadQuery } from './queries.js';

/** What is in hand and how near its last day is, for everything this post may see; each number opens its list. */
export function WorkloadPanel() {
  const { data } = useQuery(workloadQuery);
  if (!data || data.length === 0) return null;
  const late = data
    .flatMap(({ byDue }) => byDue.filter(({ key }) => key === 'late'))
    .reduce((sum, one) => sum + one.count, 0);
  return (
    <section className="board panel wide">
      <h2>{late === 0 ? '在办案件没有超期的' : `在办案件中已超期${grouped(late)}件`}</h2>
      <TableScroll name="在办和期限">
        <table className="plain">
          <thead>
            <tr>
              <th>条线</th>
              <th className="num">在办（件）</th>
              {data[0]!.byDue.map(({ key, label }) => (
                <th key={key} className="num">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map(({ line, name, open, byDue }) => (
              <tr key={line}>
                <td className="nb">{name}</td>
                <td className="num">
                  <Link to="/lines/$line" params={{ line }} search={{ stage: 'open' } as never}>
                    {grouped(open)}
                  </Link>
                </td>
                {byDue.map(({ key, count, query }) => (
                  <td key={key} className={key === 'late' && count > 0 ? 'num late' : 'num'}>
                    {count === 0 ? (
                      0
                    ) : (
                      <Link to="/lines/$line" params={{ line }} search={query as never}>
                        {key === 'late' ? '▲ ' : ''}
                        {grouped(count)}
                      </Link>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="meta">今日在办，本岗位可见的全部案件，不随上面的期间和机构变化。按承办机关自己的最近届满日计。</p>
    </section>
  );
}
