import type { LawDependent } from '@fadu/wire';
import { AFFECTED_NAMES } from '@fadu/wire/law';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { messageOf, post } from '../api/client.js';
import { usePageTitle } from '../page-title.js';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped } from '../words.js';
import { DependentForm } from './DependentForm.js';
import { DependentMany } from './DependentMany.js';
import './law.css';
import { dependentsQuery } from './queries.js';

/** What organizations registered with the clauses it rests on: so that a change of the law reaches whoever answers for it. */
export function LawDependents() {
  const { data, error, refetch } = useQuery(dependentsQuery);
  const [adding, setAdding] = useState<'one' | 'many' | null>(null);
  usePageTitle('引用登记', '法规库');
  const inUse = data?.rows.filter(({ endedAt }) => endedAt === null) ?? [];
  const ended = data?.rows.filter(({ endedAt }) => endedAt !== null) ?? [];
  return (
    <>
      <div className="page-head">
        <h1>引用登记</h1>
        <span className="meta">
          <Link to="/law">法规库</Link>
          {'　'}
          本单位的规范性文件、权力事项、裁量权基准、文书格式引用了哪些条文；条文变动时提示责任岗位
        </span>
        {data && data.places.length > 0 && adding === null && (
          <span className="row-actions push">
            <button type="button" className="button primary" onClick={() => setAdding('one')}>
              登记
            </button>
            <button type="button" className="button" onClick={() => setAdding('many')}>
              一次登记多件
            </button>
          </span>
        )}
      </div>
      {adding === 'one' && data && <DependentForm places={data.places} onClose={() => setAdding(null)} />}
      {adding === 'many' && data && <DependentMany places={data.places} onClose={() => setAdding(null)} />}
      {!data && (error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Waiting what="取引用登记" />)}
      {data && inUse.length === 0 && (
        <p className="empty">还没有登记。登记后，所引条文修改、移位或者废止时，责任岗位的待办里会有提示。</p>
      )}
      {inUse.length > 0 && <Table rows={inUse} />}
      {ended.length > 0 && (
        <details className="section">
          <summary>已停用 {grouped(ended.length)}件</summary>
          <Table rows={ended} />
        </details>
      )}
    </>
  );
}

function Table({ rows }: { rows: readonly LawDependent[] }) {
  return (
    <TableScroll name="登记的">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">类别</th>
            <th scope="col">名称</th>
            <th scope="col">引用的条文</th>
            <th scope="col">责任单位和岗位</th>
            <th scope="col" className="law-number">
              待处置（条）
            </th>
            <th scope="col">登记</th>
            <th scope="col">停用</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="nb">{AFFECTED_NAMES[row.kind]}</td>
              <td>
                {row.name} <span className="meta nb">{row.number ?? ''}</span>
              </td>
              <td>
                <ul className="plain-list">
                  {row.citations.map(({ raw }, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a registration never changes
                    <li key={index}>{raw}</li>
                  ))}
                </ul>
              </td>
              <td>{row.owner}</td>
              <td className="law-number">
                {row.alerts > 0 ? (
                  <Link to="/law/impact" search={{ of: `${row.kind}:${row.id}` } as never}>
                    {grouped(row.alerts)}
                  </Link>
                ) : (
                  '0'
                )}
              </td>
              <td>
                {row.createdBy} <span className="nb">{row.createdAt.slice(0, 10)}</span>
              </td>
              <td>
                {row.endedAt ? (
                  <>
                    {row.endReason}（{row.endedBy} <span className="nb">{row.endedAt.slice(0, 10)}</span>）
                  </>
                ) : row.mayEnd ? (
                  <End row={row} />
                ) : (
                  '由登记单位办理'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function End({ row }: { row: LawDependent }) {
  const id = useId();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => post(`/law/dependents/${row.id}/end`, { reason: reason.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: dependentsQuery.queryKey }),
  });
  if (!open)
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        停用<span className="sr">{row.name}</span>
      </button>
    );
  return (
    <form
      className="law-settle"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim().length >= 2) send.mutate();
      }}
    >
      <label htmlFor={id}>停用的原因</label>
      <textarea id={id} rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      {tried && reason.trim().length < 2 && <p className="error-text">请写明原因，不少于2个字。</p>}
      {send.error && (
        <p role="alert" className="error-text">
          {messageOf(send.error, '没有停用，请再试。')}
        </p>
      )}
      <div className="row-actions">
        <button type="submit" className="button" disabled={send.isPending}>
          停用
        </button>
        <button type="button" className="button" onClick={() => setOpen(false)}>
          关闭
        </button>
      </div>
    </form>
  );
}
