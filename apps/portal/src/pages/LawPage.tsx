/** @jsxImportSource preact */
import type { LawClause, LawRead } from '@fadu/wire';
import { VALIDITY_NAMES } from '@fadu/wire/law';
import { articleOf, outlineOf } from '@fadu/wire/law-reading';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { ApiError, get } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { go } from '../app/router.js';
import { useSite } from '../app/site.js';
import { useRoom } from '../device/room.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';
import { longDate } from '../words.js';
import { LawArticle } from './LawArticle.js';
import { LawArticleTools } from './LawArticleTools.js';
import { LawOutline } from './LawOutline.js';
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
  if (asked.state !== 'there')
    return <Waiting asked={asked} title="没有找到这部法规" back={{ to: '/law', name: '查法规' }} />;
  return <Read read={asked.value} dated={on !== ''} at={at} />;
}

function Read({ read, dated, at }: { readonly read: LawRead; readonly dated: boolean; readonly at: string }) {
  const site = useSite();
  const { law, version, validity, coming, clauses, citations } = read;
  const { place, problem } = usePlace(read, at);
  const chosen = place?.locator ?? articleOf(at);
  const room = useRoom();
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
  const tools = clauses[index] && (
    <LawArticleTools
      key={chosen}
      read={read}
      article={clauses[index]}
      before={clauses[index - 1] && address({ at: clauses[index - 1]!.locator })}
      after={clauses[index + 1] && address({ at: clauses[index + 1]!.locator })}
      address={address}
    />
  );
  const today = site.today || read.on;
  const past = version.endOn !== null && version.endOn <= today;
  return (
    <Page title={law.title} back="/law" wide>
      <p class="law-standing">
        <strong>{past && validity === 'inForce' ? '当日有效' : VALIDITY_NAMES[validity]}</strong>
        {'　'}
        <span class="off-paper">{dated ? `${longDate(read.on)}的文本` : '今天有效的文本'}</span>
        <span class="on-paper">读取日{longDate(read.on)}</span>，{longDate(version.effectiveOn)}起施行
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
      {problem !== null && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      <div class="law-columns">
        <LawOutline read={read} to={(locator) => address({ at: locator })} open={room} />
        <div class="law-body">
          {clauses.map((article) => (
            <div key={article.locator}>
              {headings.get(article.locator)?.map((heading) => (
                <h2 key={heading} class="law-heading">
                  {heading}
                </h2>
              ))}
              <LawArticle
                article={article}
                citations={citations[article.locator] ?? []}
                chosen={article.locator === chosen}
                mark={article.locator === chosen ? (place?.mark ?? null) : null}
                address={address}
              />
              {!room && article.locator === chosen && tools}
            </div>
          ))}
        </div>
        {room && (
          <aside class="law-beside" aria-label="本条">
            {tools ?? <p class="hint">点条号，可以朗读、复制这一条，看沿革和谁引用了它。</p>}
          </aside>
        )}
      </div>
      <p class="hint">
        正式引用以公布的文本为准。
        <span class="off-paper">点条号可以朗读、复制，看这一条的沿革和谁引用了它。</span>
      </p>
      <p class="buttons">
        <button type="button" class="secondary" onClick={() => print()}>
          打印
        </button>
      </p>
    </Page>
  );
}

interface Place {
  /** Of the article. */
  readonly locator: string;
  readonly mark: readonly [number, number] | null;
}

/** Where an address leads that names a unit or is written in words; the base tells, also which part of it exists. */
function usePlace(read: LawRead, at: string): { place: Place | null; problem: string | null } {
  const whole = at === '' || read.clauses.some(({ locator }) => locator === at);
  const [found, set] = useState<{ at: string; place: Place | null; problem: string | null }>();
  useEffect(() => {
    if (whole) return undefined;
    let gone = false;
    const query = new URLSearchParams({ at, on: read.on });
    get<LawClause>(`/public/law/works/${read.law.code}/clause?${query}`).then(
      ({ locator, from, to }) => {
        const article = articleOf(locator);
        const place = { locator: article, mark: article === locator ? null : ([from, to] as const) };
        if (!gone) set({ at, place, problem: null });
      },
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (!gone) set({ at, place: null, problem: error.problem.title });
      },
    );
    return () => {
      gone = true;
    };
  }, [whole, at, read]);
  return !whole && found?.at === at ? found : { place: null, problem: null };
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
