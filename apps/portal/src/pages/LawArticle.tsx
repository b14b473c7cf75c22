/** @jsxImportSource preact */
import type { LawArticle as ArticleText, LawRead } from '@fadu/wire';
import { linesOf } from '@fadu/wire/law-reading';
import { Link } from '../app/Link.js';

/** One article: its number leads to what can be done with it, citations lead to what they name. */
export function LawArticle({
  article,
  citations,
  chosen,
  mark,
  address,
}: {
  readonly article: ArticleText;
  readonly citations: LawRead['citations'][string];
  readonly chosen: boolean;
  /** The stretch of the unit that was asked for. */
  readonly mark: readonly [number, number] | null;
  readonly address: (part: { at?: string; on?: string }, to?: string) => string;
}) {
  const lines = linesOf(article.body, citations, mark);
  return (
    <div id={article.locator} class={chosen ? 'law-article picked' : 'law-article'}>
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
              const on = citation.writtenFor?.on;
              return (
                <Link key={place} to={address({ ...(target && { at: target }), ...(on && { on }) }, citation.code)}>
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
