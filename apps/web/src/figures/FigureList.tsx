import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { meQuery } from '../api/queries.js';
import { usePageTitle } from '../page-title.js';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { groupedText, momentWords } from '../words.js';
import { FigureScope } from './FigureScope.js';
import { domainQuery, type FigureSearch, indicatorsQuery } from './queries.js';
import { baseOf, changeOf } from './words.js';
import './figures.css';

const CARDS = 6;

/** The catalogue by part: key figures on top, every code with its value, comparison and definition below. */
export function FigureList() {
  const search = useSearch({ strict: false }) as FigureSearch & { domain?: string };
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const catalogue = useQuery(indicatorsQuery);
  // Where nothing is asked: the first part that the records feed.
  const domain = search.domain ?? catalogue.data?.indicators.find(({ source }) => source === 'records')?.domain ?? '';
  const { data, error, refetch } = useQuery({ ...domainQuery(domain, search), enabled: domain !== '' });
  usePageTitle('指标', catalogue.data?.domains.find((one) => one.code === domain)?.name);
  const go = (part: FigureSearch & { domain?: string }) =>
    void navigate({ to: '/figures', search: { ...search, ...part } as never });
  const first = data?.[0];
  const cards = data?.filter((one) => one.value.is !== 'missing').slice(0, CARDS) ?? [];
  return (
    <>
      <div className="page-head">
        <h1>指标</h1>
        <Select
          aria-label="类别"
          value={domain}
          style={{ width: 220 }}
          onChange={(chosen) => go({ domain: chosen })}
          options={(catalogue.data?.domains ?? []).map((one) => ({ value: one.code, label: one.name }))}
        />
        <span className="push meta">{first ? `数据截至 ${momentWords(first.asOf)}` : ''}</span>
      </div>
      <FigureScope search={search} org={first?.org} today={me?.today ?? ''} onChange={go} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="统计" />}
      {first?.notes.map((note) => (
        <p key={note} className="meta" role="note">
          {note}
        </p>
      ))}
      {cards.length > 0 && (
        <ul className="figures">
          {cards.map((one) => (
            <li key={one.code}>
              <Link to="/figures/$code" params={{ code: one.code }} search={scopeOf(search) as never}>
                <span>{one.name}</span>
                <strong>{groupedText(one.text)}</strong>
                <span className="meta">{baseOf(one) ?? changeOf(one)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {data && (
        <section className="board">
          <h2>全部指标</h2>
          <TableScroll name="全部指标">
            <table className="plain">
              <thead>
                <tr>
                  <th>指标</th>
                  <th className="num">数值</th>
                  <th className="num">分子/分母</th>
                  <th>与上年同期比</th>
                  <th>来源</th>
                  <th>口径</th>
                </tr>
              </thead>
              <tbody>
                {data.map((one) => (
                  <tr key={one.code}>
                    <td>
                      <Link to="/figures/$code" params={{ code: one.code }} search={scopeOf(search) as never}>
                        {one.name}
                      </Link>
                    </td>
                    <td className={one.value.is === 'missing' ? 'num nb meta' : 'num nb'}>{groupedText(one.text)}</td>
                    <td className="num nb">{baseOf(one) ?? ''}</td>
                    <td className="nb">{changeOf(one)}</td>
                    <td className="nb">{one.own ? '记录，增列' : one.source === 'records' ? '记录' : '填报'}</td>
                    <td className="figure-counted">{one.counted}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </section>
      )}
    </>
  );
}

const scopeOf = ({ org, period, own }: FigureSearch): FigureSearch => ({
  ...(org && { org }),
  ...(period && { period }),
  ...(own && { own }),
});
