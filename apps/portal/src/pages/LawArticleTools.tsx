/** @jsxImportSource preact */
import { copyText } from '@fadu/client';
import type { LawArticle, LawClause, LawRead } from '@fadu/wire';
import { articleOf, CITING_A_PAGE, shortCitation, writtenForWords } from '@fadu/wire/law-reading';
import { useEffect, useState } from 'preact/hooks';
import { ApiError, get } from '../api.js';
import { Link } from '../app/Link.js';
import { readAloud, stopReading } from '../device/care.js';
import { useAsk } from '../parts/useAsk.js';
import { longDate } from '../words.js';

const MOST_CITING = 20;

/** What one can do with the article one has chosen. It stands after the words of the law, never among them. */
export function LawArticleTools({
  read,
  article,
  before,
  after,
  address,
}: {
  readonly read: LawRead;
  readonly article: LawArticle;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly address: (part: { at?: string; on?: string }, to?: string) => string;
}) {
  const [reading, setReading] = useState(false);
  const [silent, setSilent] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => stopReading, []);
  return (
    <section class="law-tools" aria-label={`${article.label}：朗读、复制、沿革`}>
      <p class="hint">{`${longDate(read.on)}有效，${longDate(read.version.effectiveOn)}起施行的文本`}</p>
      <p class="buttons">
        {silent ? (
          <span class="hint">本机没有朗读</span>
        ) : (
          <button
            type="button"
            class="secondary"
            onClick={() => {
              if (reading) stopReading();
              else if (!readAloud(() => setReading(false), document.getElementById(article.locator))) {
                setSilent(true);
                return;
              }
              setReading(!reading);
            }}
          >
            {reading ? '停止朗读' : '朗读'}
          </button>
        )}
        <button
          type="button"
          class="secondary"
          onClick={() =>
            void copyText(`${shortCitation(read.law.title, article, article.locator)}：${article.body}`).then(setCopied)
          }
        >
          {copied ? '已复制' : '复制'}
        </button>
        {before && (
          <Link to={before} class="button secondary">
            上一条
          </Link>
        )}
        {after && (
          <Link to={after} class="button secondary">
            下一条
          </Link>
        )}
      </p>
      <Hanging read={read} article={article} address={address} />
    </section>
  );
}

function Hanging({
  read,
  article,
  address,
}: {
  readonly read: LawRead;
  readonly article: LawArticle;
  readonly address: (part: { at?: string; on?: string }, to?: string) => string;
}) {
  const asked = useAsk(`${read.law.code} ${article.locator} ${read.on}`, () =>
    get<LawClause>(`/public/law/works/${read.law.code}/clause?at=${article.locator}&on=${read.on}`),
  );
  if (asked.state === 'waiting') return <p role="status">正在查这一条的沿革…</p>;
  if (asked.state === 'failed') return <p role="alert">{asked.error.problem.title}</p>;
  const others = asked.value.history.filter(({ effectiveOn }) => effectiveOn !== read.version.effectiveOn);
  const { citations } = asked.value;
  return (
    <>
      {citations.map((one) => {
        const words = writtenForWords(one);
        return (
          words !== '' && (
            <p key={one.raw} class="hint">
              “{one.raw}”：{words}。
            </p>
          )
        );
      })}
      {others.length === 0 ? (
        <p class="hint">沿革：没有收到这一条以前或者以后的文本。</p>
      ) : (
        <details class="law-fold">
          <summary>沿革 {others.length}</summary>
          <ul class="law-list">
            {others.map((one) => (
              <li key={one.effectiveOn}>
                <Link to={address({ on: one.effectiveOn, at: one.locator })}>
                  {longDate(one.effectiveOn)}起施行的{one.label}
                </Link>
                {one.body === article.body ? '，文字相同' : '，文字不同'}
              </li>
            ))}
          </ul>
        </details>
      )}
      <CitedBy key={asked.value.locator + read.on} first={asked.value} read={read} address={address} />
    </>
  );
}

/** What cites the article: a few, then as many more as are asked for. */
function CitedBy({
  first,
  read,
  address,
}: {
  readonly first: LawClause;
  readonly read: LawRead;
  readonly address: (part: { at?: string; on?: string }, to?: string) => string;
}) {
  const [rows, add] = useState(first.citedBy);
  const [shown, show] = useState(MOST_CITING);
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still');
  const total = first.citedByCount;
  if (total === 0) return <p class="hint">被引：没有查到引用这一条的。</p>;
  const more = async () => {
    if (rows.length >= Math.min(total, shown + CITING_A_PAGE)) return show(shown + CITING_A_PAGE);
    setState('busy');
    try {
      const next = await get<LawClause>(
        `/public/law/works/${read.law.code}/clause?at=${articleOf(first.locator)}&on=${read.on}&from=${rows.length}`,
      );
      add([...rows, ...next.citedBy]);
      show(shown + CITING_A_PAGE);
      setState('still');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setState('failed');
    }
  };
  const left = total - Math.min(shown, rows.length);
  return (
    <details class="law-fold">
      <summary>被引 {total}</summary>
      <ul class="law-list">
        {rows.slice(0, shown).map((one, index) => (
          <li key={index}>
            <Link to={address({ at: one.locator }, one.code)}>
              {one.code === read.law.code ? '本法' : one.title}
              {one.label}
            </Link>
            {one.uncertain && <span class="hint">按当时的条号，那时的文本没有收录</span>}
          </li>
        ))}
      </ul>
      {state === 'failed' && <p role="alert">没有取到，请再试。</p>}
      {left > 0 && (
        <button type="button" class="secondary" disabled={state === 'busy'} onClick={() => void more()}>
          {left > CITING_A_PAGE ? `再看${CITING_A_PAGE}处（还有${left}处）` : `看其余${left}处`}
        </button>
      )}
    </details>
  );
}
