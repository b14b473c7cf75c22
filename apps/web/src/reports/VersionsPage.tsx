import type { ReportVersion, StudioView } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { usePageTitle } from '../page-title.js';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { momentWords } from '../words.js';
import { compareQuery, versionsQuery } from './queries.js';
import { ReportHead } from './ReportHead.js';
import { Runs } from './Runs.js';
import { StatementChanges } from './StatementChanges.js';
import { useReportStudio } from './use-report-studio.js';
import './reports.css';

/** Every version of the words, who saved it, and any two of them compared: words, statements, figures. */
export function VersionsPage() {
  const address = useParams({ strict: false }) as { org: string; year: string };
  const { studio, missing, error } = useReportStudio(address);
  usePageTitle('版本', studio?.unit.name);
  const versions = useQuery({ ...versionsQuery(studio?.matter ?? ''), enabled: studio !== undefined });
  return (
    <>
      <ReportHead address={address} studio={studio} page="versions" />
      {error && <Trouble error={error} />}
      {missing && <p className="note">这份报告还没有开始编制，没有版本。</p>}
      {versions.error && <Trouble error={versions.error} onRetry={() => void versions.refetch()} />}
      {!versions.data && !versions.error && !missing && !error && <Waiting what="读取各版" />}
      {versions.data?.length === 0 && <p className="empty">还没有写过文字。每次保存是一版，谁改了什么都在这里。</p>}
      {studio && versions.data && versions.data.length > 0 && <Compare studio={studio} versions={versions.data} />}
    </>
  );
}

function Compare({ studio, versions }: { studio: StudioView; versions: readonly ReportVersion[] }) {
  const address = useParams({ strict: false }) as { org: string; year: string };
  const search = useSearch({ strict: false }) as { from?: string; to?: string };
  const navigate = useNavigate();
  const newest = versions[0]!.version;
  const to = search.to === 'now' ? 'now' : Number(search.to ?? newest);
  const from = Number(search.from ?? newest - 1);
  const compared = useQuery(compareQuery(studio.matter, from, to));
  const go = (next: { from: number; to: number | 'now' }) =>
    void navigate({
      to: '/reports/$org/$year/versions' as never,
      params: address as never,
      search: { from: String(next.from), to: String(next.to) } as never,
      resetScroll: false,
    });
  const choice = (label: string, value: number | 'now', set: (version: number | 'now') => void, now = false) => (
    <label>
      {label}{' '}
      <select value={value} onChange={({ target }) => set(target.value === 'now' ? 'now' : Number(target.value))}>
        {now && <option value="now">现在（数据今天的样子）</option>}
        {versions.map(({ version, by, title }) => (
          <option key={version} value={version}>
            第{version}版 {by.name}：{title}
          </option>
        ))}
        <option value={0}>空白</option>
      </select>
    </label>
  );
  return (
    <>
      <section className="board">
        <h2>比较两版</h2>
        <p className="report-choices no-print">
          {choice('从', from, (version) => version !== 'now' && go({ from: version, to }))}
          {choice('到', to, (version) => go({ from, to: version }), true)}
          <span className="meta">
            <ins>增加的字</ins>　<del>删去的字</del>
          </span>
        </p>
        {compared.error && <Trouble error={compared.error} />}
        {!compared.data && !compared.error && <Waiting what="比较" />}
        {compared.data?.chapters.length === 0 && <p className="empty">这两版的文字和数据句相同。</p>}
        {compared.data?.chapters.map(({ key, title, hands, runs, statements }) => (
          <article key={key}>
            <h3>{title}</h3>
            <p className="meta">
              {hands
                .map(({ version, by, at }) => `第${version}版 ${by.name}（${by.org}）${momentWords(at)}`)
                .join('；')}
            </p>
            {runs.length > 0 && <Runs runs={runs} />}
            {statements === null && <p className="meta">其中一版没有存数据句，只比较文字。</p>}
            {statements && statements.length > 0 && <StatementChanges changes={statements} />}
          </article>
        ))}
      </section>
      <section className="board">
        <h2>各版</h2>
        <TableScroll name="各版">
          <table className="plain">
            <thead>
              <tr>
                <th className="num">版</th>
                <th>时间</th>
                <th>谁</th>
                <th>章</th>
                <th className="num">增（字）</th>
                <th className="num">删（字）</th>
                <th className="no-print">比较</th>
              </tr>
            </thead>
            <tbody>
              {versions.map(({ version, kind, at, by, title, added, removed }) => (
                <tr key={version}>
                  <td className="num">{version}</td>
                  <td className="nb">{momentWords(at)}</td>
                  <td>
                    {by.name}（{by.org}）
                  </td>
                  <td>
                    {title}
                    {kind === 'order' && <span className="meta">　调整各句</span>}
                  </td>
                  <td className="num">{added}</td>
                  <td className="num">{removed}</td>
                  <td className="no-print">
                    <button
                      type="button"
                      className="button"
                      onClick={() => go({ from: version - 1, to: version })}
                      aria-label={`看第${version}版改了什么`}
                    >
                      看改动
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </section>
    </>
  );
}
