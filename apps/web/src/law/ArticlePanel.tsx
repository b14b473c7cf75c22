import { copyText } from '@fadu/client';
import type { LawArticle, LawClause, LawRead } from '@fadu/wire';
import {
  articleOf,
  CITING_A_PAGE,
  shortCitation,
  technicalCode,
  unitWords,
  writtenForWords,
} from '@fadu/wire/law-reading';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped } from '../words.js';
import type { LawAddress } from './LawPage.js';
import { Pages } from './Pages.js';
import { impactQuery, lawClauseQuery } from './queries.js';

const FEW = 8;

/** What hangs on one article: its history, what it cites, what cites it, what of the platform rests on it. */
export function ArticlePanel({
  read,
  article,
  at,
  problem,
  go,
}: {
  read: LawRead;
  article: LawArticle;
  at: string;
  /** Which part of the address that was asked for exists: the article does. */
  problem: string | null;
  go: (part: LawAddress, to?: string) => void;
}) {
  const { data, error, refetch } = useQuery(lawClauseQuery(read.law.code, articleOf(at), read.on));
  const { label } = article;
  return (
    <>
      <h2>
        {label || '本段'}
        {unitWords(article, at)} <code className="meta">{at}</code>
      </h2>
      {problem && (
        <p role="alert" className="error-box">
          {problem}
        </p>
      )}
      <div className="row-actions">
        <Copy
          name="复制链接"
          text={`${location.origin}/law/${read.law.code}?at=${encodeURIComponent(at)}&on=${read.on}`}
        />
        <Copy name="复制引用" text={shortCitation(read.law.title, article, at)} />
        <Copy name="复制编码" text={technicalCode(read.law.code, read.version.effectiveOn, at)} />
        <button type="button" className="button" onClick={printClause}>
          打印本条
        </button>
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="查本条的沿革和引用" />}
      {data && <Hanging clause={data} read={read} at={articleOf(at)} go={go} />}
      <Impact code={read.law.code} locator={article.locator} on={read.on} />
    </>
  );
}

/** Prints the chosen article alone: the style sheet leaves out the others. */
function printClause() {
  document.documentElement.dataset.print = 'clause';
  addEventListener('afterprint', () => delete document.documentElement.dataset.print, { once: true });
  print();
}

function Copy({ name, text }: { name: string; text: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <button type="button" className="button" onClick={() => void copyText(text).then(setCopied)}>
      {copied ? '已复制' : name}
    </button>
  );
}

function Hanging({
  clause,
  read,
  at,
  go,
}: {
  clause: LawClause;
  read: LawRead;
  at: string;
  go: (part: LawAddress, to?: string) => void;
}) {
  const others = clause.history.filter(({ effectiveOn }) => effectiveOn !== read.version.effectiveOn);
  const held = read.versions.length;
  return (
    <>
      <h3>沿革</h3>
      {others.length === 0 && <p className="hint">{held > 1 ? '库中其他文本没有本条。' : '库中只有这一个文本。'}</p>}
      <ul className="plain-list">
        {others.map((one) => (
          <li key={one.effectiveOn}>
            <button
              type="button"
              className="link"
              onClick={() => go({ on: one.effectiveOn, at: one.locator, matter: undefined, vs: undefined })}
            >
              {one.effectiveOn}施行的文本{one.label}
            </button>
            <span className="meta">
              {'　'}
              {one.body === clause.article
                ? one.label === clause.label
                  ? '相同'
                  : '仅移位'
                : one.label === clause.label
                  ? '文字不同'
                  : '文字不同并移位'}
            </span>
          </li>
        ))}
      </ul>
      <h3>引用 {clause.citations.length}</h3>
      {clause.citations.length === 0 && <p className="hint">本条没有引用其他条文。</p>}
      <ul className="plain-list">
        {clause.citations.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the citations of one text never change places
          <li key={index}>
            {one.code === null ? (
              <>
                {one.raw} <span className="meta">{one.unresolved ?? '库中没有这部法规'}</span>
              </>
            ) : (
              <>
                <button
                  type="button"
                  className="link"
                  onClick={() =>
                    go(
                      {
                        at: one.articles[0],
                        ...(one.writtenFor?.on && { on: one.writtenFor.on, matter: undefined }),
                      },
                      one.code!,
                    )
                  }
                >
                  {one.raw}
                </button>{' '}
                <span className="meta">{writtenForWords(one)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      <CitedBy clause={clause} read={read} at={at} go={go} />
    </>
  );
}

/** What cites the article: a few, then all of them by pages. */
function CitedBy({
  clause,
  read,
  at,
  go,
}: {
  clause: LawClause;
  read: LawRead;
  at: string;
  go: (part: LawAddress, to?: string) => void;
}) {
  const [page, setPage] = useState(0);
  const { data, error, refetch } = useQuery(lawClauseQuery(read.law.code, at, read.on, Math.max(1, page)));
  const rows = page === 0 ? clause.citedBy.slice(0, FEW) : data?.citedBy;
  const total = clause.citedByCount;
  const start = useRef<HTMLHeadingElement>(null);
  const turn = (to: number) => {
    setPage(to);
    start.current?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <h3 ref={start}>被引 {grouped(total)}</h3>
      {total === 0 && <p className="hint">库中有效的文本没有引用本条的。</p>}
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <Waiting what="查引用本条的" />}
      <ul className="plain-list">
        {rows?.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes its order
          <li key={index}>
            <button type="button" className="link" onClick={() => go({ at: one.locator || undefined }, one.code)}>
              {one.code === read.law.code ? '本法' : one.title} {one.label}
            </button>{' '}
            {one.uncertain && <span className="meta">按当时的条号，那时的文本不在库中</span>}
          </li>
        ))}
      </ul>
      {page === 0 && total > FEW && (
        <button type="button" className="link" onClick={() => setPage(1)}>
          全部{grouped(total)}处
        </button>
      )}
      {page > 0 && <Pages page={page} total={total} size={CITING_A_PAGE} unit="处" onPage={turn} />}
    </>
  );
}

function Impact({ code, locator, on }: { code: string; locator: string; on: string }) {
  const { data, error } = useQuery({ ...impactQuery(code, locator, on), enabled: locator.startsWith('T') });
  if (!locator.startsWith('T')) return null;
  const resting = data?.affected.filter((one) => one.kind === 'definition' && one.relation !== 'container') ?? [];
  // One place may rest on several 款 of an article.
  const own = [...new Map(resting.map((one) => [one.name + one.id, one])).values()];
  return (
    <>
      <h3>影响 {data ? own.length : ''}</h3>
      {error && <Trouble error={error} />}
      {data && own.length === 0 && <p className="hint">本平台没有以本条为依据的操作和期限。</p>}
      <ul className="plain-list">
        {own.slice(0, 2 * FEW).map((one) => (
          <li key={one.name + one.id}>
            {one.name}：{one.place}
          </li>
        ))}
      </ul>
      <p>
        <Link to="/law/impact" search={{ law: code, at: locator }}>
          全部影响 ›
        </Link>
      </p>
    </>
  );
}
