/** @jsxImportSource preact */
import type { LawCatalogue, LawFacets } from '@fadu/wire';
import { KIND_NAMES } from '@fadu/wire/law';
import { get } from '../api.js';
import { Link } from '../app/Link.js';
import { go } from '../app/router.js';
import { useAsk } from '../parts/useAsk.js';
import { longDate } from '../words.js';
import { type LawAsked, lawAsking } from './LawSearch.js';

const PAGE = 30;

/** Kind and place, to narrow a search or to look through the list without words. */
export function LawNarrow({ asked }: { readonly asked: LawAsked }) {
  const facets = useAsk('law-facets', () => get<LawFacets>('/public/law/facets'));
  // Without it one can still search.
  if (facets.state !== 'there' || facets.value.kinds.length === 0) return null;
  const { kinds, regions } = facets.value;
  return (
    <p class="report-choice">
      <span>
        <label for="law-kind">类别</label>
        <select
          id="law-kind"
          value={asked.kind}
          onChange={(event) => go(lawAsking({ ...asked, kind: event.currentTarget.value, page: 1 }))}
        >
          <option value="">全部</option>
          {kinds.map(({ kind, laws }) => (
            <option key={kind} value={kind}>{`${KIND_NAMES[kind] ?? kind}（${laws}部）`}</option>
          ))}
        </select>
      </span>
      <span>
        <label for="law-region">适用的地方</label>
        <select
          id="law-region"
          value={asked.region}
          onChange={(event) => go(lawAsking({ ...asked, region: event.currentTarget.value, page: 1 }))}
        >
          <option value="">全部</option>
          {regions.map(({ region, name, laws }) => (
            <option key={region} value={region}>{`${name}（${laws}部）`}</option>
          ))}
        </select>
      </span>
    </p>
  );
}

/** The laws in force of a kind or a place, a page of them. */
export function LawList({ asked }: { readonly asked: LawAsked }) {
  const { kind, region, page } = asked;
  const query = new URLSearchParams({
    limit: String(PAGE),
    from: String((page - 1) * PAGE),
    ...(kind !== '' && { kind }),
    ...(region !== '' && { region }),
  });
  const found = useAsk(`${query}`, () => get<LawCatalogue>(`/public/law/works?${query}`));
  if (found.state === 'waiting') return <p role="status">正在查…</p>;
  if (found.state === 'failed') return <p role="alert">{found.error.problem.title}</p>;
  const { rows, total } = found.value;
  if (total === 0) return <p role="status">没有收录这一类现行有效的法规。可以改选类别或者地方。</p>;
  const pages = Math.ceil(total / PAGE);
  return (
    <>
      <h2>现行有效 {total}部</h2>
      <ul class="law-list law-listed">
        {rows.map(({ code, title, effectiveOn }) => (
          <li key={code}>
            <Link to={`/law/${code}`}>{title}</Link> <span class="hint">{longDate(effectiveOn)}起施行</span>
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <>
          <p class="buttons">
            {page > 1 && (
              <Link to={lawAsking({ ...asked, page: page - 1 })} class="button secondary">
                前一页
              </Link>
            )}
            {page < pages && (
              <Link to={lawAsking({ ...asked, page: page + 1 })} class="button secondary">
                后一页
              </Link>
            )}
          </p>
          <p class="hint">
            第{page}页，共{pages}页
          </p>
        </>
      )}
    </>
  );
}
