import type { LawHandled } from '@fadu/wire';
import { HANDLED_NAMES } from '@fadu/wire/law';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { usePageTitle } from '../page-title.js';
import { grouped } from '../words.js';
import { AlertList } from './AlertList.js';
import { LawImpactOf } from './LawImpactOf.js';
import './law.css';
import { alertsQuery } from './queries.js';

const STATES = ['open', 'changed', 'repealed', 'noChange'] as const;

interface ImpactAddress {
  readonly state?: LawHandled | 'open' | undefined;
  /** `1`: only what the posts in use answer for. */
  readonly mine?: string | undefined;
  /** Only what hangs on one registered text: `power:12`. */
  readonly of?: string | undefined;
  /** From 1. */
  readonly page?: string | undefined;
  readonly law?: string | undefined;
  readonly at?: string | undefined;
}

/** What hangs on texts that changed, to be handled one by one; or everything that hangs on one article. */
export function LawImpact() {
  const search = useSearch({ strict: false }) as ImpactAddress;
  return search.law ? <LawImpactOf code={search.law} at={search.at ?? ''} /> : <Board search={search} />;
}

function Board({ search }: { search: ImpactAddress }) {
  const state = STATES.find((one) => one === search.state) ?? 'open';
  const mine = search.mine === '1';
  const navigate = useNavigate();
  const page = Math.max(1, Number(search.page) || 1);
  const { data } = useQuery(alertsQuery(state, mine, search.of, page));
  usePageTitle('影响处置', '法规库');
  const go = (to: { state: LawHandled | 'open'; mine: boolean; page?: number }) =>
    void navigate({
      to: '/law/impact',
      search: {
        ...(to.state !== 'open' && { state: to.state }),
        ...(to.mine && { mine: '1' }),
        ...(search.of && { of: search.of }),
        ...(to.page !== undefined && to.page > 1 && { page: String(to.page) }),
      } as never,
    });
  return (
    <>
      <div className="page-head">
        <h1>影响处置</h1>
        <span className="meta">
          <Link to="/law">法规库</Link>
          {'　'}
          <Link to="/law/dependents">引用登记</Link>
          {'　'}
          法规修改、废止后，引用它的法规、条线定义、文书和登记的事项列在这里
        </span>
        <a className="button push" href={`/api/law/alerts.csv?handled=${state}${mine ? '&mine=1' : ''}`} download>
          导出
        </a>
      </div>
      {search.of && (
        <p className="note">
          只列引用登记中的一件。<Link to="/law/impact">看全部</Link>
        </p>
      )}
      <fieldset className="tabs law-scope" aria-label="范围">
        {[true, false].map((own) => (
          <button key={String(own)} type="button" aria-pressed={mine === own} onClick={() => go({ state, mine: own })}>
            {own ? '本岗位负责的' : '全部'}
            {data && state === 'open' ? ` ${grouped(own ? data.mine : data.open)}` : ''}
          </button>
        ))}
      </fieldset>
      <nav className="tabs" aria-label="处置状态">
        {STATES.map((one) => (
          <button
            key={one}
            type="button"
            className={one === state ? 'button primary' : 'button'}
            aria-current={one === state ? 'true' : undefined}
            onClick={() => go({ state: one, mine })}
          >
            {HANDLED_NAMES[one]}
          </button>
        ))}
      </nav>
      <AlertList state={state} mine={mine} of={search.of} page={page} onPage={(to) => go({ state, mine, page: to })} />
    </>
  );
}
