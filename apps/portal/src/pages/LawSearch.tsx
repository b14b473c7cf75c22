/** @jsxImportSource preact */
import type { ClauseHit, LawSearchAnswer, LawStatus, LawSuggestion } from '@fadu/wire';
import { KIND_NAMES } from '@fadu/wire/law';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { go } from '../app/router.js';
import { useAsk } from '../parts/useAsk.js';

const PAUSE_MS = 200;

/** 查法规: by name, by clause, by the words of a text. */
export function LawSearch({ q }: { readonly q: string }) {
  return (
    <Page title={q === '' ? '查法规' : `查法规：${q}`} back={q === '' ? '/' : '/law'} wide>
      <Field q={q} />
      {q === '' ? <Holdings /> : <Found q={q} />}
    </Page>
  );
}

const lawAt = (code: string, at?: string | null, on?: string): string => {
  const query = new URLSearchParams({ ...(at && { at }), ...(on && { on }) }).toString();
  return `/law/${code}${query === '' ? '' : `?${query}`}`;
};

function Field({ q }: { readonly q: string }) {
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
        if (typed.trim() !== '') go(`/law?q=${encodeURIComponent(typed.trim())}`);
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

function Found({ q }: { readonly q: string }) {
  const asked = useAsk(q, () => get<LawSearchAnswer>(`/public/law/search?q=${encodeURIComponent(q)}&limit=30`));
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
  const { exact, laws, clauses, loose, meant } = asked.value;
  if (!exact && laws.length === 0 && clauses.length === 0)
    return <p role="status">没有找到“{q}”。请换一个说法，或者只写法规名称里的几个字。也可以打12348咨询。</p>;
  return (
    <>
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
