import type { ComparedArticle, LawRead } from '@fadu/wire';
import { KIND_NAMES } from '@fadu/wire/law';
import { articleOf, technicalCode, typedPlace, versionMarks } from '@fadu/wire/law-reading';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { messageOf } from '../api/client.js';
import { meQuery } from '../api/queries.js';
import { PrintFoot } from '../matter/PrintFoot.js';
import { usePageTitle } from '../page-title.js';
import { useAltKey } from '../shell/shortcuts.js';
import { Trouble, Waiting } from '../Trouble.js';
import { ArticlePanel } from './ArticlePanel.js';
import { Articles } from './Articles.js';
import { Compared } from './Compared.js';
import './law.css';
import { LawOutline } from './LawOutline.js';
import { compareQuery, lawClauseQuery, readQuery } from './queries.js';
import { ReadingDay } from './ReadingDay.js';
import { useWide } from './use-wide.js';
import { ValidityTag } from './ValidityTag.js';
import { Versions } from './Versions.js';

/** What a law's address holds: article or unit, day of reading, day of the text compared with, matter one comes from. */
export interface LawAddress {
  readonly at?: string | undefined;
  readonly on?: string | undefined;
  readonly vs?: string | undefined;
  readonly matter?: string | undefined;
}

/** A law as in force on a day: outline, text, and what hangs on the article that is chosen. */
export function LawPage() {
  const { code } = useParams({ strict: false }) as { code: string };
  const search = useSearch({ strict: false }) as LawAddress;
  const { data: me } = useQuery(meQuery);
  const on = search.on ?? me?.today ?? '';
  const { data, error, refetch } = useQuery({ ...readQuery(code, on), enabled: on !== '' });
  usePageTitle(data?.law.title ?? '法规');
  if (error)
    return (
      <>
        <h1>没有找到</h1>
        <Trouble error={error} onRetry={() => void refetch()} />
        <p className="row-actions">
          <Link to="/law" search={/[\u4e00-\u9fff]/.test(code) ? ({ q: code } as never) : {}}>
            {/[\u4e00-\u9fff]/.test(code) ? `搜索“${code}”` : '回到法规库'}
          </Link>
          {search.on && (
            <Link to="/law/$code" params={{ code }} search={search.at ? { at: search.at } : {}}>
              读今天的文本
            </Link>
          )}
        </p>
      </>
    );
  if (!data || !me) return <Waiting what="打开法规" />;
  return (
    <>
      <Reader read={data} search={search} today={me.today} />
      <PrintFoot
        me={me}
        name={`${data.law.title}（读取日${data.on}）　${technicalCode(data.law.code, data.version.effectiveOn, search.at ?? '')}`}
      />
    </>
  );
}

function Reader({ read, search, today }: { read: LawRead; search: LawAddress; today: string }) {
  const navigate = useNavigate();
  const wide = useWide(1180);
  const body = useRef<HTMLDivElement>(null);
  const { law, version, validity, clauses } = read;
  const at = search.at ?? null;
  const whole = clauses.some(({ locator }) => locator === at);
  // A unit, or an address written in words: where it is, or which part of it exists, the base tells.
  const { data: place, error: noPlace } = useQuery({
    ...lawClauseQuery(law.code, at ?? '', read.on),
    enabled: at !== null && !whole,
  });
  const locator = whole ? at : (place?.locator ?? null);
  const chosen = at === null ? null : articleOf(locator ?? at);
  const article = clauses.find((one) => one.locator === chosen) ?? null;
  const { data: comparison, error: notCompared } = useQuery(compareQuery(law.code, read.on, search.vs ?? ''));
  const compared = useMemo(() => byLocator(comparison?.rows), [comparison]);
  const marks = useMemo(() => versionMarks(read.versions, read.history, version.id), [read, version]);
  const go = useCallback(
    (part: LawAddress, to = law.code) => {
      const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value));
      void navigate({ to: '/law/$code', params: { code: to }, search: next as never, resetScroll: false });
    },
    [navigate, search, law.code],
  );
  const shown = useRef('');
  useEffect(() => {
    const key = `${law.code} ${version.id} ${chosen}`;
    if (chosen === null || shown.current === key) return;
    shown.current = key;
    // The heights of what was not drawn yet are guesses: the second time they are known.
    const show = () => document.getElementById(chosen)?.scrollIntoView({ block: 'start' });
    show();
    requestAnimationFrame(show);
  }, [chosen, law.code, version.id]);
  const step = (by: number) => {
    const index = clauses.findIndex(({ locator }) => locator === chosen);
    const next = clauses[index + by];
    if (next) go({ at: next.locator });
  };
  useAltKey('ArrowDown', () => step(1));
  useAltKey('ArrowUp', () => step(-1));
  const panel = article && (
    <ArticlePanel
      key={`${article.locator}${version.id}`}
      read={read}
      article={article}
      at={locator ?? article.locator}
      problem={noPlace && messageOf(noPlace, '没有查到所指的条文。')}
      go={go}
    />
  );
  return (
    <div className={comparison ? 'law-page comparing' : 'law-page'}>
      <header className="law-head">
        <p className="meta no-print">
          <Link to="/law">法规库</Link> › {KIND_NAMES[law.kind]}
          {law.maker ? ` · ${law.maker}` : ''}　<span className="nb">{law.code}</span>
        </p>
        <div className="law-title">
          <h1>
            {law.title} <ValidityTag validity={validity} endOn={version.endOn} today={today} />
          </h1>
          <div className="row-actions no-print">
            <ToArticle go={go} />
            <a
              className="button"
              href={`/api/public/law/works/${law.code}/akn?on=${read.on}`}
              download={`${law.code}@${version.effectiveOn}.xml`}
            >
              下载（Akoma Ntoso）
            </a>
            <button type="button" className="button" onClick={() => print()}>
              打印全文
            </button>
          </div>
        </div>
        <ReadingDay read={read} search={search} today={today} go={go} />
        <Versions code={law.code} marks={marks} vs={search.vs} go={go} />
      </header>
      {notCompared && <Trouble error={notCompared} />}
      {comparison && <Compared comparison={comparison} on={read.on} body={body} onEnd={() => go({ vs: undefined })} />}
      <div className="law-columns">
        <LawOutline read={read} chosen={article} go={go} />
        <div className="law-text" ref={body}>
          <p className="law-bar no-print">
            <strong>{law.title}</strong> <ValidityTag validity={validity} endOn={version.endOn} today={today} />{' '}
            <span className="meta nb">
              读取日{read.on}，{version.effectiveOn}施行的文本
            </span>
          </p>
          {noPlace && !article && (
            <p role="alert" className="error-box">
              {messageOf(noPlace, '没有查到所指的条文。')}
            </p>
          )}
          <Articles
            read={read}
            chosen={chosen}
            mark={place && locator !== chosen ? [place.from, place.to] : null}
            compared={compared}
            go={go}
            beneath={wide ? null : panel}
          />
        </div>
        {wide && (
          <aside className="law-panel no-print" aria-label="本条">
            {panel ?? <p className="hint">选一条，看它的沿革、引用和影响。</p>}
          </aside>
        )}
      </div>
    </div>
  );
}

/** What became of each article, by where it stands now; what was taken out stands after the article it followed. */
export interface ComparedAt {
  readonly row?: ComparedArticle;
  readonly gone: readonly ComparedArticle[];
}

function byLocator(rows: readonly ComparedArticle[] | undefined): ReadonlyMap<string, ComparedAt> | null {
  if (!rows) return null;
  const kept = rows.filter((row) => row.new !== null);
  const places = new Map<string, { row?: ComparedArticle; gone: ComparedArticle[] }>();
  for (const row of kept) places.set(row.new!.locator, { row, gone: [] });
  const first = kept[0]?.new?.locator ?? '';
  for (const row of rows) {
    if (row.new !== null || !row.old) continue;
    const before = kept.filter((one) => one.old && one.old.locator < row.old!.locator).at(-1);
    places.get(before?.new?.locator ?? first)?.gone.push(row);
  }
  return places;
}

/** Opens an article or a unit by its number, in any form: 48, 第四十八条第一款, 48.1(2), T0048.00. */
function ToArticle({ go }: { go: (part: LawAddress) => void }) {
  return (
    <form
      className="law-to"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = String(new FormData(event.currentTarget).get('article') ?? '').trim();
        if (typed !== '') go({ at: typedPlace(typed) });
      }}
    >
      <label>
        到第 <input name="article" className="text-input" inputMode="text" autoComplete="off" /> 条
      </label>
      <button type="submit" className="button">
        打开
      </button>
    </form>
  );
}
