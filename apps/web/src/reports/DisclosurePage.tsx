import type { DisclosureView } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { get } from '../api/client.js';
import { OrganizationInput } from '../form/pickers.js';
import { usePageTitle } from '../page-title.js';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { DisclosureTable } from './DisclosureTable.js';
import './reports.css';

interface RegisterSearch {
  readonly org?: string;
  readonly year?: string;
  readonly only?: string;
}

/** Who of all organizations below made the report of a year public, where and when; reminders to those who have not. */
export function DisclosurePage() {
  const search = useSearch({ strict: false }) as RegisterSearch;
  const navigate = useNavigate();
  const query = new URLSearchParams({
    ...(search.org && { org: search.org }),
    ...(search.year && { year: search.year }),
  }).toString();
  const { data, error, refetch } = useQuery({
    queryKey: ['disclosure', query],
    queryFn: () => get<DisclosureView>(`/disclosure?${query}`),
    placeholderData: (before) => before,
    retry: false,
  });
  usePageTitle('年度报告公开登记', data?.org.name);
  const go = (part: RegisterSearch) =>
    void navigate({ to: '/reports/disclosure' as never, search: { ...search, ...part } as never });
  return (
    <>
      <div className="page-head">
        <h1>年度报告公开登记</h1>
        <Link to="/reports" activeOptions={{ exact: true }}>
          年度报告
        </Link>
        <span className="push no-print">
          <Button type="text" href={`/api/disclosure/excel?${query}`}>
            导出
          </Button>
          <Button type="text" onClick={() => window.print()}>
            打印
          </Button>
        </span>
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="汇总公开情况" />}
      {data && (
        <>
          <div className="report-choices no-print">
            <label htmlFor="register-org">范围</label>
            <OrganizationInput
              id="register-org"
              aria={{}}
              value={data.org.id}
              name={data.org.name}
              onChange={(org) => go({ org: typeof org === 'string' ? org : '' })}
            />
            <label>
              年度{' '}
              <select value={data.year} onChange={({ target }) => go({ year: target.value })}>
                {Array.from({ length: 6 }, (_, index) => Number(data.today.slice(0, 4)) - index).map((year) => (
                  <option key={year} value={year}>
                    {year}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Tallies view={data} only={search.only ?? ''} onOnly={(only) => go({ only })} />
          <DisclosureTable view={data} only={search.only ?? ''} onDone={() => void refetch()} />
        </>
      )}
    </>
  );
}

const share = (part: number, whole: number): string => {
  const text = ((part * 100) / whole).toFixed(2);
  return `${text === '100.00' ? '100' : text === '0.00' ? '0' : text}%`;
};

function Tallies({
  view: { org, year, before, basis, tallies, rows },
  only,
  onOnly,
}: {
  view: DisclosureView;
  only: string;
  onOnly: (only: string) => void;
}) {
  const due = tallies.reduce((sum, one) => sum + one.due, 0);
  const open = tallies.reduce((sum, one) => sum + one.open, 0);
  return (
    <section className="board">
      <h2>
        {org.name}及下级<span className="nb">{year}年度</span>应公开{due}家，未公开{open}家
      </h2>
      <p className="meta">
        应当在{before}之前向社会公开（{basis}
        ）。地方各级政府、县级以上政府部门都要公开，街道办事处等派出机关不单独公开。
      </p>
      <TableScroll name="各级公开情况">
        <table className="plain report-tallies">
          <thead>
            <tr>
              <th>层级</th>
              <th className="num">应公开（家）</th>
              <th className="num">按时（家）</th>
              <th className="num">逾期公开（家）</th>
              <th className="num">未公开（家）</th>
              <th className="num">按时公开率（%）</th>
            </tr>
          </thead>
          <tbody>
            {tallies.map((one) => (
              <tr key={one.level}>
                <th scope="row">{one.level}</th>
                <td className="num">{one.due}</td>
                <td className="num">{one.onTime}</td>
                <td className="num">{one.late}</td>
                <td className="num">{one.open}</td>
                <td className="num">
                  {share(one.onTime, one.due)}{' '}
                  <span className="meta">
                    {one.onTime}/{one.due}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <fieldset className="tabs no-print" aria-label="只看">
        {[
          ['', `全部${rows.length}`],
          ['open', `未公开${open}`],
          ['late', `逾期公开${rows.filter(({ status }) => status === 'late').length}`],
          ['done', `已公开${rows.filter(({ publishedOn }) => publishedOn !== null).length}`],
        ].map(([key, label]) => (
          <button key={key} type="button" aria-pressed={only === key} onClick={() => onOnly(key!)}>
            {label}
          </button>
        ))}
      </fieldset>
    </section>
  );
}
