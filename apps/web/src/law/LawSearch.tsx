import type { ClauseHit } from '@fadu/wire';
import { KIND_NAMES } from '@fadu/wire/law';
import { readTechnicalCode } from '@fadu/wire/law-reading';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { meQuery } from '../api/queries.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped } from '../words.js';
import { Catalogue, LawHome } from './Catalogue.js';
import { LawField } from './LawField.js';
import { LawFilters } from './LawFilters.js';
import './law.css';
import { type LawSearchFilter, lawSearchQuery, statusQuery } from './queries.js';

/** Search over the law base: the clause or law that was meant first, then laws by name, then clauses by their words. */
export function LawSearch() {
  const search = useSearch({ strict: false }) as LawSearchFilter;
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const { data, error, refetch, isFetching } = useQuery(lawSearchQuery(search));
  const q = (search.q ?? '').trim();
  usePageTitle(q === '' ? '法规库' : `“${q}”·法规库`);
  const change = (part: LawSearchFilter) => {
    // Another question begins on its first page.
    const next = Object.fromEntries(
      Object.entries({ ...search, page: undefined, ...part }).filter(([, value]) => value),
    );
    void navigate({ to: '/law', search: next as never });
  };
  const ask = (text: string) => {
    const named = readTechnicalCode(text);
    if (!named) return change({ q: text });
    const { code, on, at } = named;
    void navigate({ to: '/law/$code', params: { code }, search: { ...(at && { at }), ...(on && { on }) } });
  };
  const narrowed = [search.kind, search.region, search.maker, search.state, search.on].some((one) => one !== undefined);
  return (
    <div className="law-search">
      <div className="page-head">
        <h1>法规库</h1>
        <span className="push">
          {me?.posts.some(({ post }) => post === 'lawEditor') && <Link to="/law/desk">入库校核 ›</Link>}
          {'　'}
          <Link to="/law/dependents">引用登记 ›</Link>
          {'　'}
          <Link to="/law/impact">影响处置 ›</Link>
        </span>
      </div>
      <LawField value={search.q ?? ''} onSearch={ask} />
      <LawFilters search={search} today={me?.today ?? ''} change={change} />
      {q === '' && <Holdings />}
      {q === '' &&
        (narrowed ? (
          <Catalogue search={search} today={me?.today ?? ''} change={change} />
        ) : (
          <LawHome change={change} />
        ))}
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {q !== '' && !data && isFetching && <Waiting what="搜索" />}
      {data && (
        <>
          {data.corrected !== null && <p className="note">没有叫这个名称的法规，按“{data.corrected}”查找。</p>}
          {data.missing !== null && (
            <p className="note" role="status">
              {data.missing}
            </p>
          )}
          {data.exact && (
            <section className="board law-exact" aria-label="所指的条文">
              <Hit hit={data.exact} />
            </section>
          )}
          {data.laws.length > 0 && (
            <section className="board">
              <h2>法规 {data.laws.length}部</h2>
              <ul className="plain-list">
                {data.laws.map((law) => (
                  <li key={law.code}>
                    <Link to="/law/$code" params={{ code: law.code }}>
                      {law.title}
                    </Link>{' '}
                    <span className="meta">{KIND_NAMES[law.kind]}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {data.clauses.length > 0 && (
            <section className="board">
              <h2>条文 {data.clauses.length >= 50 ? '前50条' : `${data.clauses.length}条`}</h2>
              {data.meant.length > 0 && (
                <p className="note">按条文用语{data.meant.map((text) => `“${text}”`).join('、')}查找。</p>
              )}
              {data.loose && <p className="note">没有同时含这些词的条文，以下含其中一些词。</p>}
              <ol className="law-hits">
                {data.clauses.map((hit) => (
                  <li key={`${hit.code}${hit.locator}${hit.effectiveOn}`}>
                    <Hit hit={hit} />
                  </li>
                ))}
              </ol>
            </section>
          )}
          {!data.exact && data.laws.length === 0 && data.clauses.length === 0 && (
            <p className="empty" role="status">
              按名称、条号和条文里的词都没有找到“{q}”。
              {search.kind || search.region
                ? '可以去掉筛选再试。'
                : '可以只写事情本身的词、法规名称或者条号，也可以勾选“也找已修改、已废止的文本”。'}
            </p>
          )}
        </>
      )}
    </div>
  );
}

function Hit({ hit }: { hit: ClauseHit }) {
  return (
    <>
      <Link
        to="/law/$code"
        params={{ code: hit.code }}
        search={{ at: hit.locator, ...(!hit.current && { on: hit.effectiveOn }) }}
      >
        {hit.title} <span className="nb">{hit.label}</span>
      </Link>{' '}
      <span className="meta">
        {KIND_NAMES[hit.kind]}　<span className="nb">{hit.effectiveOn}施行</span>
        {hit.current ? '' : '　不再有效'}
      </span>
      <p className="law-excerpt">
        <Excerpt text={hit.excerpt} />
      </p>
    </>
  );
}

/** Words found stand between U+0002 and U+0003. */
function Excerpt({ text }: { text: string }) {
  const parts = text.replaceAll('\u0003\u0002', '').split(/[\u0002\u0003]/);
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
  return parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));
}

/** What the base holds; how to fill it while it is empty; how far an import has got. */
function Holdings() {
  const { data, error, refetch } = useQuery(statusQuery);
  const { data: me } = useQuery(meQuery);
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting what="打开法规库" />;
  const { laws, versions, clauses, importing, trouble } = data;
  const words = { reading: '读取文件', storing: '入库', linking: '连接引用' } as const;
  return (
    <>
      {importing && (
        <p role="status" className="note">
          正在入库：{words[importing.stage]}
          {importing.of > 1 ? ` ${grouped(importing.done)}/${grouped(importing.of)}` : ''}。入完库的已经可以查。
        </p>
      )}
      {trouble && (
        <p role="alert" className="error-box">
          {trouble}
        </p>
      )}
      {laws === 0 && !importing ? (
        <p className="empty">
          法规库还是空的。系统管理员在服务器上运行 <code>npx fadu law import 文件夹</code>，就能把法规文本入库。
        </p>
      ) : (
        <p className="hint">
          现有法规{grouped(laws)}部，文本{grouped(versions)}个，条文{grouped(clauses)}条{me ? `（${me.today}）` : ''}。
          下载全部：
          <a href="/api/public/law/export.jsonl" download>
            逐条（JSON Lines）
          </a>
          、
          <a href="/api/public/law/export.akn.tar" download>
            Akoma Ntoso
          </a>
          。
        </p>
      )}
    </>
  );
}
