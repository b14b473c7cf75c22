/** @jsxImportSource preact */
import { copyText } from '@fadu/client';
import type { LawArticle, LawClause, LawRead } from '@fadu/wire';
import { shortCitation, writtenForWords } from '@fadu/wire/law-reading';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../api.js';
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
  const [all, setAll] = useState(false);
  if (asked.state === 'waiting') return <p role="status">正在查这一条的沿革…</p>;
  if (asked.state === 'failed') return <p role="alert">{asked.error.problem.title}</p>;
  const others = asked.value.history.filter(({ effectiveOn }) => effectiveOn !== read.version.effectiveOn);
  const { citedBy, citedByCount, citations } = asked.value;
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
      {citedByCount === 0 ? (
        <p class="hint">被引：没有查到引用这一条的。</p>
      ) : (
        <details class="law-fold">
          <summary>被引 {citedByCount}</summary>
          <ul class="law-list">
            {(all ? citedBy : citedBy.slice(0, MOST_CITING)).map((one, index) => (
              <li key={index}>
                <Link to={address({ at: one.locator }, one.code)}>
                  {one.code === read.law.code ? '本法' : one.title}
                  {one.label}
                </Link>
                {one.uncertain && <span class="hint">按当时的条号，那时的文本没有收录</span>}
              </li>
            ))}
          </ul>
          {!all && citedBy.length > MOST_CITING && (
            <button type="button" class="secondary" onClick={() => setAll(true)}>
              看全部{citedByCount > citedBy.length ? `（前${citedBy.length}处）` : ''}
            </button>
          )}
        </details>
      )}
    </>
  );
}
