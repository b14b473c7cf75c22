import type { ReadingDesk as Desk } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped } from '../words.js';
import { DeskRecord } from './DeskRecord.js';
import { DeskWork } from './DeskWork.js';
import { Findings } from './Findings.js';
import { deskQuery } from './queries.js';
import { ReportForm } from './ReportForm.js';
import { FILE_STATES, sizeWords } from './words.js';
import './reading.css';

/** What of a report is looked at, as it stands in the address. */
export interface DeskSearch {
  readonly view?: string;
  readonly n?: string;
  readonly show?: string;
  readonly form?: string;
}

const VIEWS = [
  ['', '核对数字'],
  ['report', '报告登记'],
  ['findings', '核查发现'],
  ['record', '核对记录'],
] as const;

/** One report at the desk: while it is read, when it cannot be read, and its figures to be checked. */
export function ReadingDesk() {
  const { file } = useParams({ strict: false }) as { file: string };
  const search = useSearch({ strict: false }) as DeskSearch;
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(deskQuery(file));
  const name = data && (data.report.title ?? data.report.name);
  usePageTitle(name, '读报');
  if (error && !data)
    return (
      <>
        <h1>没有找到</h1>
        <Trouble error={error} onRetry={() => void refetch()} />
      </>
    );
  if (!data) return <Waiting what="打开报告" />;
  const go = (part: DeskSearch) =>
    void navigate({
      to: '/reading/$file',
      params: { file },
      search: { ...search, ...part } as never,
      replace: part.n !== undefined,
      resetScroll: false,
    });
  const view = VIEWS.some(([key]) => key === search.view) ? search.view : '';
  return (
    <>
      <div className="page-head">
        <h1>{name}</h1>
        <span className="meta">
          <Link to="/reading">读报</Link>
          {'　'}
          {data.report.publisher ?? '没有登记公布机关'}
          {'　'}
          {data.report.year === null ? '没有登记年度' : `${data.report.year}年度`}
        </span>
        <span className="push meta">
          <a href={`/api/reading/${file}/original`}>下载原件</a>
          {'　'}
          {sizeWords(data.report.size)}　摘要{' '}
          <code title={`SM3 ${data.report.digest}`}>{data.report.digest.slice(0, 8)}</code>
        </span>
      </div>
      {error && <Trouble error={error} kept="上一次" onRetry={() => void refetch()} />}
      {data.report.notes.map((note) => (
        <p key={note} className="note" role="note">
          {note}。
        </p>
      ))}
      {data.report.state !== 'read' ? (
        <NotRead desk={data} />
      ) : (
        <>
          <p className="reading-counts">{countWords(data)}</p>
          <fieldset className="tabs reading-views" aria-label="看什么">
            {VIEWS.map(([key, word]) => (
              <button key={key} type="button" aria-pressed={view === key} onClick={() => go({ view: key, form: '' })}>
                {word}
              </button>
            ))}
          </fieldset>
          {view === '' && <DeskWork key={file} desk={data} search={search} go={go} />}
          {view === 'report' && <ReportForm key={data.report.revision} report={data.report} />}
          {view === 'findings' && <Findings of={file} />}
          {view === 'record' && <DeskRecord id={file} />}
        </>
      )}
    </>
  );
}

function countWords({ report: { counts } }: Desk): string {
  const parts = [`数字${grouped(counts.all)}`, `已核${grouped(counts.confirmed)}`, `待核${grouped(counts.open)}`];
  if (counts.uncertain > 0) parts.push(`其中把握低的${grouped(counts.uncertain)}`);
  if (counts.rejected > 0) parts.push(`不是数字${grouped(counts.rejected)}`);
  return parts.join(' · ');
}

/** How far it has got, or why it cannot be read. */
function NotRead({ desk: { report } }: { desk: Desk }) {
  if (report.state === 'refused')
    return (
      <div className="board">
        <p className="error-box" role="alert">
          {report.refusal}
        </p>
        <p>
          改好以后<Link to="/reading">重新上传</Link>；同一个文件再上传一次，会再读一次。
        </p>
      </div>
    );
  const { progress } = report;
  return (
    <div className="board">
      <p role="status">
        {FILE_STATES[report.state]}
        {progress ? `：已读${grouped(progress.done)}页，共${grouped(progress.total)}页。` : '。'}
        可以离开此页，读完后在读报列表里打开。
      </p>
      <progress
        aria-label="读取进度"
        max={progress?.total ?? 1}
        {...(progress && { value: progress.done })}
        className="reading-progress"
      />
    </div>
  );
}
