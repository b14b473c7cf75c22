import type { LawBatch, LawBatchView } from '@fadu/wire';
import { BATCH_STATES } from '@fadu/wire/law';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { get, post } from '../api/client.js';
import { usePageTitle } from '../page-title.js';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped, momentWords } from '../words.js';
import './law.css';
import { SendFiles } from './SendFiles.js';

export const batchesQuery = queryOptions({
  queryKey: ['law-desk'],
  queryFn: () => get<LawBatch[]>('/law/desk'),
  retry: false,
});

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
        <TableScroll name="批次">
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
        </TableScroll>
      )}
    </>
  );
}

/** A name and files; a batch that was opened takes what is sent again. */
function NewBatch() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [batch, setBatch] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const show = () => void client.invalidateQueries({ queryKey: batchesQuery.queryKey });
  const openBatch = async (): Promise<number | null> => {
    if (batch !== null) return batch;
    if (name.trim().length < 2) {
      setProblem('请写批次名称，不少于2个字。');
      return null;
    }
    setProblem('');
    const opened = await post<LawBatchView>('/law/desk', { name: name.trim() });
    setBatch(opened.batch.id);
    return opened.batch.id;
  };
  return (
    <section className="board law-settle">
      <h2>送校</h2>
      <p>
        <label htmlFor="batch-name">批次名称</label>
        <br />
        <input
          id="batch-name"
          className="text-input"
          maxLength={100}
          value={name}
          disabled={batch !== null}
          onChange={(event) => setName(event.target.value)}
        />
      </p>
      {problem && (
        <p role="alert" className="error-text">
          {problem}
        </p>
      )}
      <SendFiles
        into={openBatch}
        onDone={(id) => {
          show();
          void navigate({ to: '/law/desk/$batch', params: { batch: String(id) } });
        }}
        onPart={show}
      />
      {batch !== null && (
        <p>
          <Link to="/law/desk/$batch" params={{ batch: String(batch) }}>
            看已经送到的
          </Link>
        </p>
      )}
    </section>
  );
}
