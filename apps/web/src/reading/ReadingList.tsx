import type { ReadingReceived, ReadReport } from '@fadu/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { messageOf, upload } from '../api/client.js';
import { usePageTitle } from '../page-title.js';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped, momentWords } from '../words.js';
import { type ReadingSearch, reportsQuery } from './queries.js';
import { FILE_STATES } from './words.js';
import './reading.css';

/** Reports that others have published: the way to bring one, and what was read of each. */
export function ReadingList() {
  const search = useSearch({ strict: false }) as ReadingSearch;
  const navigate = useNavigate();
  const { data, error, refetch, isPlaceholderData } = useQuery(reportsQuery(search));
  usePageTitle('读报');
  const go = (part: ReadingSearch) => void navigate({ to: '/reading', search: { ...search, ...part } as never });
  const years = [...new Set(data?.flatMap(({ year }) => year ?? []) ?? [])].sort().reverse();
  return (
    <>
      <div className="page-head">
        <h1>读报</h1>
        <span className="meta">
          别处公布的法治政府建设年度报告，读成指标，核对后可以比对　<Link to="/compare">报告比对</Link>
        </span>
      </div>
      <Bring />
      <div className="filters open">
        <Input.Search
          aria-label="标题、机关或者地区"
          placeholder="标题、机关或者地区"
          defaultValue={search.q}
          allowClear
          style={{ width: 280 }}
          onSearch={(q) => go({ q })}
        />
        <select aria-label="年度" value={search.year ?? ''} onChange={(event) => go({ year: event.target.value })}>
          <option value="">全部年度</option>
          {[...new Set([...years.map(String), ...(search.year ? [search.year] : [])])].map((year) => (
            <option key={year} value={year}>
              {year}年度
            </option>
          ))}
        </select>
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="取报告" />}
      {data?.length === 0 && (
        <p className="empty">
          {search.q || search.year ? '没有符合条件的报告。' : '还没有报告。选一个文件上传，读完就可以核对。'}
          {(search.q || search.year) && (
            <button type="button" className="link" onClick={() => go({ q: '', year: '' })}>
              清除筛选
            </button>
          )}
        </p>
      )}
      {data && data.length > 0 && (
        <div className={isPlaceholderData ? 'dimmed' : ''}>
          <Reports reports={data} />
        </div>
      )}
    </>
  );
}

function Reports({ reports }: { reports: readonly ReadReport[] }) {
  return (
    <TableScroll name="报告">
      <table className="list reading-list">
        <thead>
          <tr>
            <th scope="col">报告</th>
            <th scope="col">地区</th>
            <th scope="col" className="num">
              年度
            </th>
            <th scope="col">状态</th>
            <th scope="col" className="num">
              数字（个）
            </th>
            <th scope="col" className="num">
              待核（个）
            </th>
            <th scope="col">上传</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((one) => (
            <tr key={one.id}>
              <td className="title">
                <Link to="/reading/$file" params={{ file: one.id }}>
                  {one.title ?? one.name}
                </Link>
                <span className="meta">{one.publisher ?? '没有登记公布机关'}</span>
              </td>
              <td data-label="地区">{one.place ?? <span className="missing">没有登记</span>}</td>
              <td data-label="年度" className="num">
                {one.year ?? <span className="missing">没有登记</span>}
              </td>
              <td data-label="状态">
                {FILE_STATES[one.state]}
                {one.progress && one.state === 'reading' && `，${one.progress.done}/${one.progress.total}页`}
                {one.notes.length > 0 && <span className="meta">{one.notes.join('；')}</span>}
              </td>
              <td data-label="数字" className="num">
                {one.state === 'read' ? grouped(one.counts.all) : ''}
              </td>
              <td data-label="待核" className="num">
                {one.state === 'read' ? grouped(one.counts.open) : ''}
              </td>
              <td data-label="上传">
                {one.uploadedBy} <span className="nb">{momentWords(one.uploadedAt)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** Chosen or dragged files go one by one; one that was here already leads to its report. */
function Bring() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [told, setTold] = useState<
    readonly { readonly text: string; readonly file?: string; readonly bad?: boolean }[]
  >([]);
  const send = async (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length === 0 || busy !== null) return;
    setTold([]);
    let last: ReadingReceived | undefined;
    for (const file of files) {
      setBusy(`正在上传“${file.name}”`);
      try {
        last = await upload<ReadingReceived>(
          file,
          (share) => setBusy(`正在上传“${file.name}”，${Math.round(share * 100)}%`),
          '/reading',
        );
        const { id, again } = last;
        if (again) setTold((before) => [...before, { text: `“${file.name}”已经上传过，没有重复保存。`, file: id }]);
      } catch (error) {
        setTold((before) => [...before, { text: messageOf(error, `“${file.name}”没有上传。`), bad: true }]);
      }
    }
    setBusy(null);
    await client.invalidateQueries({ queryKey: ['reading', 'list'] });
    if (files.length === 1 && last && !last.again) void navigate({ to: '/reading/$file', params: { file: last.id } });
  };
  return (
    <section
      className={over ? 'board drop-zone over' : 'board drop-zone'}
      aria-label="上传报告"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void send(event.dataTransfer.files);
      }}
    >
      <h2>上传报告</h2>
      <p className="hint">txt、html、docx、pdf，每个不超过50 MB，可以拖到这里。扫描件和加了密码的不能读，会说明。</p>
      <p className="reading-file">
        <input
          id="reading-files"
          className="sr"
          type="file"
          multiple
          accept=".txt,.html,.htm,.docx,.pdf"
          disabled={busy !== null}
          onChange={(event) => {
            void send(event.target.files);
            event.target.value = '';
          }}
        />
        <label htmlFor="reading-files" className="button">
          选择文件
        </label>
      </p>
      {busy && <p role="status">{busy}</p>}
      {told.map(({ text, file, bad }) => (
        <p key={text} role={bad ? 'alert' : 'status'} className={bad ? 'error-text' : ''}>
          {text}{' '}
          {file && (
            <Link to="/reading/$file" params={{ file }}>
              打开
            </Link>
          )}
        </p>
      ))}
    </section>
  );
}
