import type { LawListed, LawValidity } from '@fadu/wire';
import { KIND_NAMES, VALIDITY_NAMES } from '@fadu/wire/law';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped } from '../words.js';
import { Pages } from './Pages.js';
import { CATALOGUE_PAGE, catalogueQuery, facetsQuery, type LawSearchFilter } from './queries.js';
import { ValidityTag } from './ValidityTag.js';

/** The laws that fit the filters, when no words are asked for: a page of the base as a list. */
export function Catalogue({
  search,
  today,
  change,
}: {
  search: LawSearchFilter;
  today: string;
  change: (part: LawSearchFilter) => void;
}) {
  const page = Math.max(1, Number(search.page) || 1);
  const { data, error, refetch } = useQuery(catalogueQuery(search, page));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting what="取目录" />;
  const state = VALIDITY_NAMES[(search.state as LawValidity) ?? 'inForce'];
  const unit = search.state === 'superseded' ? '个文本' : '部';
  if (data.total === 0)
    return (
      <p className="empty" role="status">
        没有符合筛选、{data.on}“{state}”的法规。可以去掉一项筛选，或者换一种时效。
      </p>
    );
  return (
    <section className="board">
      <h2>
        目录 {grouped(data.total)}
        {unit} <span className="meta">{`${data.on}${state}`}</span>
      </h2>
      {data.rows.length === 0 && <p className="empty">没有这一页。请看前一页。</p>}
      {data.rows.length > 0 && (
        <TableScroll name="目录">
          <table className="plain stacked">
            <thead>
              <tr>
                <th scope="col">名称</th>
                <th scope="col">类别</th>
                <th scope="col">适用区域</th>
                <th scope="col">制定机关</th>
                <th scope="col">施行日</th>
                <th scope="col">时效</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={`${row.code}${row.effectiveOn}`}>
                  <td data-label="名称">
                    <Link to="/law/$code" params={{ code: row.code }} search={readingDay(row, search.on)}>
                      {row.title}
                    </Link>
                  </td>
                  <td data-label="类别" className="nb">
                    {KIND_NAMES[row.kind] ?? row.kind}
                  </td>
                  <td data-label="适用区域" className="nb">
                    {row.regionName}
                  </td>
                  <td data-label="制定机关">{row.maker ?? '题注没有写明'}</td>
                  <td data-label="施行日" className="nb">
                    {row.effectiveOn}
                  </td>
                  <td data-label="时效">
                    <ValidityTag validity={row.validity} endOn={row.endOn} today={today} />{' '}
                    {row.endOn && <span className="meta nb">{`${row.endOn}起`}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <Pages
        page={page}
        total={data.total}
        size={CATALOGUE_PAGE}
        unit={unit}
        onPage={(next) => change({ page: next > 1 ? String(next) : undefined })}
      />
    </section>
  );
}

/** The day on which the text that was listed is read: the one asked for, else its own first day when it is not today's. */
const readingDay = ({ validity, effectiveOn }: LawListed, on: string | undefined): { on?: string } =>
  validity === 'inForce' ? (on ? { on } : {}) : { on: effectiveOn };

const RECENT = [
  { state: 'notYetEffective', name: '即将施行', none: '没有已经公布、尚未施行的文本。' },
  { state: 'inForce', name: '最近施行', none: '没有现行有效的文本。' },
  { state: 'superseded', name: '最近改用新文本', none: '没有被新文本替代的。' },
  { state: 'repealed', name: '最近废止', none: '没有被废止的。' },
] as const;
const FEW = 8;

/** Where one begins without a question: what changed lately, and the base by kinds. */
export function LawHome({ change }: { change: (part: LawSearchFilter) => void }) {
  const { data: facets } = useQuery(facetsQuery);
  return (
    <div className="law-home">
      {RECENT.map(({ state, name, none }) => (
        <Recent key={state} state={state} name={name} none={none} change={change} />
      ))}
      {facets && facets.kinds.length > 0 && (
        <section className="board">
          <h2>按类别看</h2>
          <ul className="law-kinds">
            {facets.kinds.map(({ kind, laws }) => (
              <li key={kind}>
                <button type="button" className="link" onClick={() => change({ kind })}>
                  {KIND_NAMES[kind] ?? kind}
                </button>{' '}
                <span className="meta nb">{grouped(laws)}部</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Recent({
  state,
  name,
  none,
  change,
}: {
  state: LawValidity;
  name: string;
  none: string;
  change: (part: LawSearchFilter) => void;
}) {
  const { data, error } = useQuery(catalogueQuery({ state }, 1, FEW));
  return (
    <section className="board">
      <h2>{name}</h2>
      {error && <Trouble error={error} />}
      {data?.total === 0 && <p className="hint">{none}</p>}
      <ul className="law-recent">
        {data?.rows.map((row) => (
          <li key={`${row.code}${row.effectiveOn}`}>
            <span className="meta nb">{row.validity === 'superseded' || row.endOn ? row.endOn : row.effectiveOn}</span>
            <Link to="/law/$code" params={{ code: row.code }} search={readingDay(row, undefined)}>
              {row.title}
            </Link>
          </li>
        ))}
      </ul>
      {data && data.total > FEW && (
        <button type="button" className="link" onClick={() => change({ state, order: 'latest' })}>
          全部{grouped(data.total)}
          {state === 'superseded' ? '个文本' : '部'}
        </button>
      )}
    </section>
  );
}
