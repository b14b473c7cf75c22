import type { LawBatch, LawBatchView } from '@fadu/wire';
import { BATCH_STATES } from '@fadu/wire/law';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { get, messageOf, post, upload } from '../api/client.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped, momentWords } from '../words.js';
import './law.css';

export const batchesQuery = queryOptions({
  queryKey: ['law-desk'],
  queryFn: () => get<LawBatch[]>('/law/desk'),
  retry: false,
});

const TEXTS = /\.(md|txt|html?|docx)$/i;

/** The editors' desk: batches that wait, and the way to bring another. */
export function LawDesk() {
  const { data, error, refetch } = useQuery(batchesQuery);
  usePageTitle('入库校核', '法规库');
  return (
    <>
      <div className="page-head">
        <h1>入库校核</h1>
        <span className="meta">
          <Link to="/law">法规库</Link>
          {'　'}一人送校，另一人放行，放行后才能查到
        </span>
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="取批次" />}
      {data && <NewBatch />}
      {data && data.length === 0 && <p className="empty">还没有批次。选一个文件夹或者几个文件，送校。</p>}
      {data && data.length > 0 && (
        <div className="table-scroll">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">批次</th>
                <th scope="col">状态</th>
                <th scope="col">文本（件）</th>
                <th scope="col">须改（件）</th>
                <th scope="col">送校</th>
                <th scope="col">放行</th>
              </tr>
            </thead>
            <tbody>
              {data.map((batch) => (
                <tr key={batch.id}>
                  <td>
                    <Link to="/law/desk/$batch" params={{ batch: String(batch.id) }}>
                      {batch.name}
                    </Link>
                  </td>
                  <td>{BATCH_STATES[batch.state]}</td>
                  <td>{grouped(batch.texts)}</td>
                  <td>{grouped(batch.blocked)}</td>
                  <td>
                    {batch.createdBy} <span className="nb">{momentWords(batch.createdAt)}</span>
                  </td>
                  <td>
                    {batch.releasedBy ?? '未放行'}{' '}
                    <span className="nb">{batch.releasedAt ? momentWords(batch.releasedAt) : ''}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** A name and files; each goes by itself, so that a broken line loses one and not all. */
function NewBatch() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const take = (list: FileList | null) => setFiles([...(list ?? [])].filter((file) => TEXTS.test(file.name)));
  const send = async () => {
    if (name.trim().length < 2) return setProblem('请写批次名称，不少于2个字。');
    if (files.length === 0) return setProblem('请选文件。可以是md、txt、html、docx。');
    setProblem('');
    try {
      const { batch } = await post<LawBatchView>('/law/desk', { name: name.trim() });
      for (const [index, file] of files.entries()) {
        setDone(index);
        await sendText(batch.id, file);
      }
      await client.invalidateQueries({ queryKey: batchesQuery.queryKey });
      void navigate({ to: '/law/desk/$batch', params: { batch: String(batch.id) } });
    } catch (error) {
      setProblem(messageOf(error, '没有送完。已送到的都在批次里。'));
      void client.invalidateQueries({ queryKey: batchesQuery.queryKey });
    } finally {
      setDone(null);
    }
  };
  return (
    <form
      className="board law-settle"
      onSubmit={(event) => {
        event.preventDefault();
        if (done === null) void send();
      }}
    >
      <h2>送校</h2>
      <p>
        <label htmlFor="batch-name">批次名称</label>
        <br />
        <input
          id="batch-name"
          className="text-input"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </p>
      <p>
        <label htmlFor="batch-files">文件</label>
        <br />
        <input
          id="batch-files"
          type="file"
          multiple
          accept=".md,.txt,.html,.htm,.docx"
          onChange={(event) => take(event.target.files)}
        />
      </p>
      <p>
        <label htmlFor="batch-folder">或者整个文件夹</label>
        <br />
        <input
          id="batch-folder"
          type="file"
          multiple
          {...{ webkitdirectory: '' }}
          onChange={(event) => take(event.target.files)}
        />
      </p>
      {files.length > 0 && <p className="hint">已选{grouped(files.length)}件。</p>}
      {problem && (
        <p role="alert" className="error-text">
          {problem}
        </p>
      )}
      <button type="submit" className="button primary" disabled={done !== null}>
        {done === null ? '送校' : `正在送第${done + 1}件，共${files.length}件`}
      </button>
    </form>
  );
}

async function sendText(batch: number, file: File): Promise<void> {
  const path = file.webkitRelativePath || file.name;
  await upload(file, () => undefined, `/law/desk/${batch}/texts?path=${encodeURIComponent(path)}`);
}
