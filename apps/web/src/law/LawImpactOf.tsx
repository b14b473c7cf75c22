import { markedTitle } from '@fadu/kernel';
import type { LawAffected } from '@fadu/wire';
import { AFFECTED_NAMES, RELATION_NAMES, SEVERITY_NAMES } from '@fadu/wire/law';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { meQuery } from '../api/queries.js';
import { usePageTitle } from '../page-title.js';
import { StateTag } from '../StateTag.js';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped } from '../words.js';
import { TONES } from './AlertItem.js';
import './law.css';
import { Pages } from './Pages.js';
import { impactQuery, readQuery } from './queries.js';

/** Everything that hangs on one article, or on a law as a whole. */
export function LawImpactOf({ code, at }: { code: string; at: string }) {
  const { data: me } = useQuery(meQuery);
  const on = me?.today ?? '';
  const { data: read } = useQuery({ ...readQuery(code, on), enabled: on !== '' });
  const { data, error, refetch } = useQuery({ ...impactQuery(code, at, on), enabled: on !== '' });
  const article = read?.clauses.find(({ locator }) => locator === at);
  const name = read ? `${markedTitle(read.law.title)}${article?.label ?? ''}` : '';
  usePageTitle(`${name}的影响`, '法规库');
  const own = data?.affected.filter((one) => one.kind === 'definition' || one.kind === 'template') ?? [];
  const registered = data?.affected.filter((one) => !['definition', 'template', 'law'].includes(one.kind)) ?? [];
  const laws = data?.affected.filter((one) => one.kind === 'law') ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{name}的影响</h1>
        <span className="meta">{on}有效的文本中，哪些引用它；本平台哪些操作和期限以它为依据</span>
      </div>
      <p>
        <Link to="/law/$code" params={{ code }} search={at ? { at } : {}}>
          回到条文
        </Link>
        {'　'}
        <Link to="/law/impact">待处置的影响</Link>
      </p>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="查影响" />}
      {data && (
        <>
          <section className="board">
            <h2>本平台 {grouped(own.length)}处</h2>
            {own.length === 0 ? (
              <p className="hint">没有以它为依据的操作、期限和文书。</p>
            ) : (
              <ImpactTable rows={own} place="操作、期限、文书" />
            )}
          </section>
          <section className="board">
            <h2>本单位登记的和制发的 {grouped(registered.length)}处</h2>
            {registered.length === 0 ? (
              <p className="hint">
                引用登记里没有以它为依据的文件、权力事项和裁量权基准，在办案件的文书也没有引用它的。
                <Link to="/law/dependents">引用登记 ›</Link>
              </p>
            ) : (
              <ImpactTable rows={registered} place="文号、编码" />
            )}
          </section>
          <section className="board">
            <h2>法规 {grouped(laws.length)}处</h2>
            {laws.length === 0 ? (
              <p className="hint">库中有效的文本没有引用它的。</p>
            ) : (
              <ImpactTable rows={laws} place="条" linked />
            )}
          </section>
        </>
      )}
    </>
  );
}

const A_PAGE = 100;

function ImpactTable({
  rows,
  place,
  linked = false,
}: {
  rows: readonly LawAffected[];
  place: string;
  linked?: boolean;
}) {
  const [page, setPage] = useState(1);
  return (
    <>
      <TableScroll name="受影响的">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">程度</th>
              <th scope="col">类别</th>
              <th scope="col">名称</th>
              <th scope="col">{place}</th>
              <th scope="col">关系</th>
              <th scope="col">引用的条文</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice((page - 1) * A_PAGE, page * A_PAGE).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes its order
              <tr key={index}>
                <td>
                  <StateTag name={SEVERITY_NAMES[row.severity]} tone={TONES[row.severity]} />
                </td>
                <td className="nb">{AFFECTED_NAMES[row.kind]}</td>
                <td>
                  {linked ? (
                    <Link to="/law/$code" params={{ code: row.id }}>
                      {row.name}
                    </Link>
                  ) : (
                    row.name
                  )}
                </td>
                <td>{row.place}</td>
                <td>{RELATION_NAMES[row.relation]}</td>
                <td>{row.raw}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <Pages page={page} total={rows.length} size={A_PAGE} unit="处" onPage={setPage} />
    </>
  );
}
