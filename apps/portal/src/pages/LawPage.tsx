/** @jsxImportSource preact */
import type { LawArticle, LawRead } from '@fadu/wire';
import { VALIDITY_NAMES } from '@fadu/wire/law';
import { articleOf, linesOf, outlineOf, unitIn } from '@fadu/wire/law-reading';
import { useEffect, useMemo } from 'preact/hooks';
import { get } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { go } from '../app/router.js';
import { useSite } from '../app/site.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';
import { longDate } from '../words.js';
import { LawArticleTools } from './LawArticleTools.js';
import { LawVersions } from './LawVersions.js';

interface LawPageProps {
  readonly code: string;
  readonly on: string;
  readonly at: string;
}

/** A law for everyone: the text in force today, or on another day; only words of the law stand in the text. */
const ENDED = { superseded: '修改', repealed: '废止', lapsed: '失效' } as const;

export function LawPage({ code, on, at }: LawPageProps) {
  const asked = useAsk(`${code} ${on}`, () =>
    get<LawRead>(`/public/law/works/${encodeURIComponent(code)}${on === '' ? '' : `?on=${on}`}`),
  );
  if (asked.state !== 'there') return <Waiting asked={asked} title="没有找到这部法规" />;
  return <Read read={asked.value} dated={on !== ''} at={at} />;
}

function Read({ read, dated, at }: { readonly read: LawRead; readonly dated: boolean; readonly at: string }) {
  const site = useSite();
  const { law, version, validity, coming, clauses, citations } = read;
  const chosen = articleOf(at);
  const headings = useMemo(() => headingsOf(read), [read]);
  const address = (part: { at?: string; on?: string }, to = law.code): string => {
    const query = new URLSearchParams({
      ...((part.on ?? (dated ? read.on : '')) && { on: part.on ?? read.on }),
      ...(part.at && { at: part.at }),
    }).toString();
    return `/law/${to}${query === '' ? '' : `?${query}`}`;
  };
  useEffect(() => {
    if (chosen === '') return;
    const show = () => document.getElementById(chosen)?.scrollIntoView({ block: 'start' });
    show();
    requestAnimationFrame(show);
  }, [chosen, version.id]);
  const index = clauses.findIndex(({ locator }) => locator === chosen);
  const today = site.today || read.on;
  const past = version.endOn !== null && version.endOn <= today;
  return (
    <Page title={law.title} back="/law" wide>
      <p class="law-standing">
        <strong>{past && validity === 'inForce' ? '当日有效' : VALIDITY_NAMES[validity]}</strong>
        {'　'}
        {dated ? `${longDate(read.on)}的文本` : '今天有效的文本'}，{longDate(version.effectiveOn)}起施行
        {past ? `，${longDate(version.endOn!)}起已${ENDED[version.endKind ?? 'superseded']}` : ''}
      </p>
      {coming && (
        <p class="note">
          {longDate(coming.effectiveOn)}起改用新文本。<Link to={address({ on: coming.effectiveOn })}>看新文本</Link>
        </p>
      )}
      <details class="law-fold">
        <summary>换日期、看历次文本</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const day = String(new FormData(event.currentTarget).get('on') ?? '');
            if (day !== '') go(address({ on: day, at: chosen }));
          }}
        >
          <label for="law-on">看哪一天有效的文本</label>
          <span class="find">
            <input id="law-on" name="on" type="date" defaultValue={read.on} required />
            <button type="submit" class="secondary">
              看
            </button>
          </span>
        </form>
        <LawVersions read={read} address={(part) => address(part)} />
        {dated && <Link to={`/law/${law.code}`}>看今天有效的文本</Link>}
      </details>
      <Outline read={read} to={(locator) => address({ at: locator })} />
      {chosen !== '' && index < 0 && (
        <p role="alert" class="problem">
          {`这个文本没有您要找的条。最后一条是${clauses.findLast(({ locator }) => locator.startsWith('T'))?.label ?? '无'}。`}
        </p>
      )}
      <div class="law-body">
        {clauses.map((article) => (
          <div key={article.locator}>
            {headings.get(article.locator)?.map((heading) => (
              <h2 key={heading} class="law-heading">
                {heading}
              </h2>
            ))}
            <Article
              article={article}
              citations={citations[article.locator] ?? []}
              chosen={article.locator === chosen}
              at={at}
              address={address}
            />
            {article.locator === chosen && (
              <LawArticleTools
                read={read}
                article={article}
                before={clauses[index - 1] && address({ at: clauses[index - 1]!.locator })}
                after={clauses[index + 1] && address({ at: clauses[index + 1]!.locator })}
                address={address}
              />
            )}
          </div>
        ))}
      </div>
      <p class="hint">正式引用以公布的文本为准。点条号可以朗读、复制，看这一条的沿革和谁引用了它。</p>
      <p class="buttons">
        <button type="button" class="secondary" onClick={() => print()}>
          打印
        </button>
      </p>
    </Page>
  );
}

function Article({
  article,
  citations,
  chosen,
  at,
  address,
}: {
  readonly article: LawArticle;
  readonly citations: LawRead['citations'][string];
  readonly chosen: boolean;
  readonly at: string;
  readonly address: (part: { at?: string }, to?: string) => string;
}) {
  const lines = linesOf(article.body, citations, chosen ? unitIn(article, at) : null);
  return (
    <div id={article.locator} class={chosen ? 'law-article chosen' : 'law-article'}>
      {lines.map((line, index) => (
        <p key={index} class="law-words">
          {index === 0 && article.label !== '' && (
            <>
              <Link to={address({ at: article.locator })} class="law-label">
                {article.label}
              </Link>
              {'　'}
            </>
          )}
          {line.map(({ text, citation, marked }, place) => {
            if (citation?.code) {
              const target = citation.articles[0];
              return (
                <Link key={place} to={address({ ...(target && { at: target }) }, citation.code)}>
                  {text}
                </Link>
              );
            }
            return marked ? <mark key={place}>{text}</mark> : text;
          })}
        </p>
      ))}
    </div>
  );
}

function Outline({ read, to }: { readonly read: LawRead; readonly to: (locator: string) => string }) {
  const entries = useMemo(() => outlineOf(read), [read]);
  if (entries.length === 0) return null;
  return (
    <details class="law-fold">
      <summary>目录</summary>
      <ul class="law-list">
        {entries.map(({ path, heading, depth, range, first }) => (
          <li key={path} class={`depth-${depth}`}>
            {first ? (
              <Link to={to(first)}>
                {heading} <span class="nb hint">{range}</span>
              </Link>
            ) : (
              heading
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Headings to print before an article: those of the divisions that begin with it. */
function headingsOf(read: LawRead): ReadonlyMap<string, string[]> {
  const before = new Map<string, string[]>();
  for (const { first, heading } of outlineOf(read)) {
    if (first === null) continue;
    before.set(first, [...(before.get(first) ?? []), heading]);
  }
  return before;
}
