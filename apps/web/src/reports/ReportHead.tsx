import type { ReportView, StudioView } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import { momentWords } from '../words.js';
import { type ReportAddress, reportPath } from './queries.js';

/** Which report, how far it is, and the ways to its other pages. */
export function ReportHead({
  address,
  report,
  studio,
  page,
}: {
  address: ReportAddress;
  report?: ReportView | undefined;
  studio: StudioView | undefined;
  page: 'paper' | 'checks' | 'versions';
}) {
  const unit = studio?.unit.name ?? report?.unit.name;
  const link = (to: '' | '/checks' | '/versions', name: string, current: boolean) => (
    <Link
      to={`/reports/$org/$year${to}` as never}
      params={address as never}
      activeOptions={{ exact: true, includeSearch: false }}
      {...(current && { 'aria-current': 'page' as const })}
    >
      {name}
    </Link>
  );
  return (
    <>
      <div className="page-head">
        <h1>
          {unit ?? ''}
          {address.year}年度法治政府建设工作报告
        </h1>
        <span className="push meta no-print">
          {report && (report.settledOn ? `${report.settledOn}定稿` : `数据截至 ${momentWords(report.asOf)}`)}
          <Downloads address={address} />
        </span>
      </div>
      <nav className="report-nav no-print" aria-label="报告">
        {link('', '正文', page === 'paper')}
        {link('/checks', '核查', page === 'checks')}
        {studio && link('/versions', `版本（${studio.version}）`, page === 'versions')}
        {studio && (
          <Link to="/matters/$id" params={{ id: studio.matter }}>
            办理
          </Link>
        )}
        <Link to="/reports" activeOptions={{ exact: true }}>
          全部年度报告
        </Link>
      </nav>
      {studio && <Steps studio={studio} />}
    </>
  );
}

function Downloads({ address }: { address: ReportAddress }) {
  const href = (as: string): string => `/api${reportPath(address)}?as=${as}`;
  const items = [
    ['docx', '公文格式（Word）'],
    ['html', '网页（数字链接到公开的口径）'],
    ['xlsx', '数据（Excel）'],
    ['json', '数据（JSON）'],
  ].map(([key, label]) => ({
    key: key!,
    label: (
      <a href={href(key!)} {...((key === 'html' || key === 'json') && { target: '_blank', rel: 'noreferrer' })}>
        {label}
      </a>
    ),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="button report-download">
        下载 <span aria-hidden="true">▾</span>
      </button>
    </Dropdown>
  );
}

/** The way to publication: what is done, what is to be done now and by whom. */
function Steps({ studio }: { studio: StudioView }) {
  return (
    <ol className="report-steps no-print" aria-label="办理进程">
      <li className={studio.steps[0]?.state === 'now' ? 'now' : 'done'}>
        {studio.steps[0]?.state === 'now' ? '● 撰写' : '✓ 撰写'}
        <span className="meta">第{studio.version}版</span>
      </li>
      {studio.steps.map(({ name, state, who }, index) => {
        // The first step is taken when the writing ends: until then writing is what is to be done.
        const shown = index === 0 && state === 'now' ? 'later' : state;
        return (
          <li key={name} className={shown}>
            {{ done: '✓', now: '●', later: '○' }[shown]} {name}
            <span className="meta">{who}</span>
          </li>
        );
      })}
      <li className="meta">公开期限 {studio.dueOn}</li>
    </ol>
  );
}
