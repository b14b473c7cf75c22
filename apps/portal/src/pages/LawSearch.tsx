/** @jsxImportSource preact */
import type { ClauseHit, LawSearchAnswer, LawStatus, LawSuggestion } from '@fadu/wire';
import { KIND_NAMES } from '@fadu/wire/law';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { go } from '../app/router.js';
import { useAsk } from '../parts/useAsk.js';
import { LawList, LawNarrow } from './LawList.js';

const PAUSE_MS = 200;

export interface LawAsked {
  readonly q: string;
  /** Letter of the kind, six digits of the place; empty: all. */
  readonly kind: string;
  readonly region: string;
  /** Of the list without words, from 1. */
  readonly page: number;
}

/** The address of a search or a list. */
export const lawAsking = ({ q, kind, region, page }: LawAsked): string => {
  const query = new URLSearchParams({
    ...(q !== '' && { q }),
    ...(kind !== '' && { kind }),
    ...(region !== '' && { region }),
    ...(page > 1 && { page: String(page) }),
  }).toString();
  return query === '' ? '/law' : `/law?${query}`;
};

/** 查法规: by name, by clause, by the words of a text, within a kind or a place; without words as a list. */
export function LawSearch(asked: LawAsked) {
  const { q, kind, region } = asked;
  const start = q === '' && kind === '' && region === '';
  return (
    <Page title={q === '' ? '查法规' : `查法规：${q}`} back={start ? '/' : '/law'} wide>
      <Field asked={asked} />
      <LawNarrow asked={asked} />
      {start && <Holdings />}
      {q !== '' && <Found asked={asked} />}
      {q === '' && !start && <LawList asked={asked} />}
    </Page>
  );
}

const lawAt = (code: string, at?: string | null, on?: string): string => {
  const query = new URLSearchParams({ ...(at && { at }), ...(on && { on }) }).toString();
  return `/law/${code}${query === '' ? '' : `?${query}`}`;
};

function Field({ asked }: { readonly asked: LawAsked }) {
  const { q } = asked;
  const [typed, type] = useState(q);
  const [offered, offer] = useState<readonly LawSuggestion[]>([]);
  useEffect(() => {
    const text = typed.trim();
    if (text === '' || text === q) {
      offer([]);
      return;
    }
    let gone = false;
    const timer = setTimeout(() => {
      get<LawSuggestion[]>(`/public/law/suggest?q=${encodeURIComponent(text)}`).then(
        (found) => gone || offer(found.slice(0, 5)),
        // Without suggestions one can still search.
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [typed, q]);
  return (
    <form
      class="search"
      aria-label="查法规"
      action="/portal/law"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') go(lawAsking({ ...asked, q: typed.trim(), page: 1 }));
      }}
    >
      <label for="law-q">法规名称、第几条，或者条文里的词</label>
      <span class="find">
        <input
          id="law-q"
          name="q"
          type="search"
          autocomplete="off"
          maxLength={100}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <button type="submit" class="secondary">
          查
        </button>
      </span>
      <p class="hint">例如：行政复议法、复议法20、电动自行车充电</p>
      {offered.length > 0 && (
        <ul class="law-list" aria-label="可能是">
          {offered.map((one) => (
            <li key={one.code + (one.locator ?? '')}>
              <Link to={lawAt(one.code, one.locator)}>
                {one.title}
                {one.label}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

function Holdings() {
  const asked = useAsk('law-status', () => get<LawStatus>('/public/law/status'));
  if (asked.state !== 'there') return null;
  const { laws, importing } = asked.value;
  if (laws === 0)
    return <p class="note">{importing ? '法规正在入库，请稍后再查。' : '法规还没有收入本网站。可以打12348咨询。'}</p>;
  return <p class="hint">收有法律、行政法规、规章和地方性法规{laws}部。正式引用以公布的文本为准。</p>;
}

function Found({ asked: { q, kind, region } }: { readonly asked: LawAsked }) {
  const query = new URLSearchParams({ q, limit: '30', ...(kind !== '' && { kind }), ...(region !== '' && { region }) });
  const asked = useAsk(`${query}`, () => get<LawSearchAnswer>(`/public/law/search?${query}`));
  if (asked.state === 'waiting') return <p role="status">正在查…</p>;
  if (asked.state === 'failed')
    return (
      <div role="alert" class="problem">
        <p>{asked.error.problem.title}</p>
        <button type="button" class="secondary" onClick={asked.again}>
          再试一次
        </button>
      </div>
    );
  const { exact, laws, clauses, loose, meant, corrected, missing } = asked.value;
  if (!exact && laws.length === 0 && clauses.length === 0 && missing === null)
    return (
      <p role="status">
        {kind !== '' || region !== '' ? '在所选的类别和地方里' : ''}没有找到“{q}”。
        {kind !== '' || region !== '' ? '可以改为全部再查。' : '请换一个说法，或者只写法规名称里的几个字。'}
        也可以打12348咨询。
      </p>
    );
  return (
    <>
      {corrected !== null && <p class="hint">没有叫这个名称的法规，按“{corrected}”查找。</p>}
      {missing !== null && <p role="status">{missing}</p>}
      {exact && <Hit hit={exact} />}
      {laws.length > 0 && (
        <>
          <h2>法规</h2>
          <ul class="law-list">
            {laws.map((law) => (
              <li key={law.code}>
                <Link to={lawAt(law.code)}>{law.title}</Link> <span class="hint">{KIND_NAMES[law.kind]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {clauses.length > 0 && (
        <>
          <h2>条文</h2>
          {meant.length > 0 && <p class="hint">按条文用语{meant.map((text) => `“${text}”`).join('、')}查找。</p>}
          {loose && <p class="hint">没有同时含这些词的条文，以下含其中一些词。</p>}
          {clauses.map((hit) => (
            <Hit key={hit.code + hit.locator} hit={hit} />
          ))}
        </>
      )}
    </>
  );
}

function Hit({ hit }: { readonly hit: ClauseHit }) {
  const parts = hit.excerpt.replaceAll('\u0003\u0002', '').split(/[\u0002\u0003]/);
  return (
    <div class="law-hit">
      <Link to={lawAt(hit.code, hit.locator)}>
        {hit.title} <span class="nb">{hit.label}</span>
      </Link>
      <p>{parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}</p>
    </div>
  );
}
