import type { ComparedArticle, LawArticle, LawCitation, LawRead, LawRun } from '@fadu/wire';
import { linesOf } from '@fadu/wire/law-reading';
import { Fragment, memo, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { CitedText } from './CitedText.js';
import type { ComparedAt, LawAddress } from './LawPage.js';

type Go = (part: LawAddress, to?: string) => void;

/** The whole text. Articles out of view are not laid out by the browser, so that a code of 1,260 articles stays quick. */
export function Articles({
  read,
  chosen,
  mark,
  compared,
  go,
  beneath,
}: {
  read: LawRead;
  chosen: string | null;
  mark: readonly [number, number] | null;
  compared: ReadonlyMap<string, ComparedAt> | null;
  go: Go;
  /** Stands right after the chosen article, where there is no room beside. */
  beneath: ReactNode;
}) {
  const [pointed, setPointed] = useState<{ citation: LawCitation; at: HTMLElement } | null>(null);
  const leave = useRef<ReturnType<typeof setTimeout>>(undefined);
  const goNow = useRef(go);
  goNow.current = go;
  const onClick = useCallback((event: React.MouseEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLElement>('a[data-at]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { at, code, on } = link.dataset;
    goNow.current({ at, ...(on && { on, matter: undefined }) }, code);
  }, []);
  const point = (event: React.SyntheticEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLElement>('[data-citation]');
    clearTimeout(leave.current);
    if (!link) {
      leave.current = setTimeout(() => setPointed(null), 200);
      return;
    }
    const [locator, index] = link.dataset.citation!.split('#') as [string, string];
    const citation = read.citations[locator]?.[Number(index)];
    if (citation) setPointed({ citation, at: link });
  };
  const headings = useMemo(() => headingsBefore(read), [read]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: clicks on the links inside are answered here; the links take the keys
    <div
      onClick={onClick}
      onMouseOver={point}
      onFocus={point}
      onKeyDown={(event) => event.key === 'Escape' && setPointed(null)}
    >
      {read.clauses.map((article) => {
        const place = compared?.get(article.locator);
        const here = article.locator === chosen;
        return (
          <Fragment key={article.locator}>
            {headings.get(article.locator)?.map(({ path, heading, depth }) => (
              <Heading key={path} heading={heading} depth={depth} />
            ))}
            <Article
              article={article}
              code={read.law.code}
              citations={read.citations[article.locator] ?? NONE}
              chosen={here}
              mark={here ? mark : null}
              row={place?.row}
            />
            {here && beneath && <div className="law-beneath no-print">{beneath}</div>}
            {place?.gone.map((row) => (
              <Gone key={row.old!.locator} row={row} />
            ))}
          </Fragment>
        );
      })}
      {pointed && (
        <CitedText citation={pointed.citation} at={pointed.at} on={read.on} onClose={() => setPointed(null)} />
      )}
    </div>
  );
}

const NONE: readonly LawCitation[] = [];

function headingsBefore(read: LawRead) {
  const names = new Map(read.header.divisions.map(({ path, heading }) => [path, heading]));
  const before = new Map<string, { path: string; heading: string; depth: number }[]>();
  let open = '';
  for (const { locator, outline } of read.clauses) {
    if (outline === open || outline === '') continue;
    const steps = outline.split('.');
    const found = steps
      .map((_, index) => steps.slice(0, index + 1).join('.'))
      .filter((path) => path !== open && !open.startsWith(`${path}.`) && names.has(path))
      .map((path) => ({ path, heading: names.get(path)!, depth: path.split('.').length }));
    before.set(locator, found);
    open = outline;
  }
  return before;
}

function Heading({ heading, depth }: { heading: string; depth: number }) {
  return depth === 1 ? <h2 className="law-heading">{heading}</h2> : <h3 className="law-heading">{heading}</h3>;
}

const Article = memo(function Article({
  article,
  code,
  citations,
  chosen,
  mark,
  row,
}: {
  article: LawArticle;
  code: string;
  citations: readonly LawCitation[];
  chosen: boolean;
  mark: readonly [number, number] | null;
  row: ComparedArticle | undefined;
}) {
  const { locator, label, body } = article;
  const changed = row && (row.change === 'modified' || row.change === 'new');
  return (
    <article
      id={locator}
      className={chosen ? 'law-article chosen' : 'law-article'}
      aria-current={chosen ? 'true' : undefined}
      {...(changed && { 'data-change': row.change, tabIndex: -1 })}
    >
      {row?.change === 'new' && <p className="law-change">新增</p>}
      {row?.old && row.old.label !== label && (
        <p className="law-change">
          原{row.old.label}
          {row.change === 'moved' ? '，文字未改' : ''}
        </p>
      )}
      {row?.runs
        ? runLines(row.runs).map((runs, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never change places
            <p key={index} className="law-words">
              {index === 0 && <Label code={code} locator={locator} label={label} />}
              <Runs runs={runs} />
            </p>
          ))
        : linesOf(body, citations, mark).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never change places
            <p key={index} className="law-words">
              {index === 0 && <Label code={code} locator={locator} label={label} />}
              {line.map((segment, place) => {
                const words =
                  row?.change === 'new' ? (
                    <ins>{segment.text}</ins>
                  ) : segment.marked ? (
                    <mark>{segment.text}</mark>
                  ) : (
                    segment.text
                  );
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                if (!segment.citation) return <Fragment key={place}>{words}</Fragment>;
                const id = `${locator}#${citations.indexOf(segment.citation)}`;
                return (
                  <Cited key={id} citation={segment.citation} id={id}>
                    {words}
                  </Cited>
                );
              })}
            </p>
          ))}
    </article>
  );
});

function Label({ code, locator, label }: { code: string; locator: string; label: string }) {
  if (label === '') return null;
  return (
    <>
      <a className="law-label" href={`/law/${code}?at=${locator}`} data-at={locator} data-code={code}>
        {label}
      </a>
      {'　'}
    </>
  );
}

/** A citation that the base can open is a link; one it cannot is told apart, with the name as a fact. */
function Cited({ citation, id, children }: { citation: LawCitation; id: string; children: ReactNode }) {
  if (citation.code === null) return <>{children}</>;
  const at = citation.articles[0];
  const on = citation.writtenFor?.on;
  const query = new URLSearchParams({ ...(at && { at }), ...(on && { on }) }).toString();
  return (
    <a
      className={citation.writtenFor ? 'law-cited then' : 'law-cited'}
      href={`/law/${citation.code}${query === '' ? '' : `?${query}`}`}
      data-at={at ?? ''}
      data-on={on ?? ''}
      data-code={citation.code}
      data-citation={id}
    >
      {children}
    </a>
  );
}

/** A difference line by line, so that each paragraph begins as one. */
export function runLines(runs: readonly LawRun[]): LawRun[][] {
  const lines: LawRun[][] = [[]];
  for (const { kind, text } of runs)
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)!.push({ kind, text: part });
    }
  return lines.filter((line) => line.length > 0);
}

export function Runs({ runs }: { runs: readonly LawRun[] }) {
  return runs.map(({ kind, text }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one difference never change places
    if (kind === 'same') return <Fragment key={index}>{text}</Fragment>;
    const Tag = kind === 'added' ? 'ins' : 'del';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Tag key={index}>
        <span className="sr">{kind === 'added' ? '增加：' : '删除：'}</span>
        {text}
        <span className="sr">结束</span>
      </Tag>
    );
  });
}

/** An article that the newer text no longer has. */
function Gone({ row }: { row: ComparedArticle }) {
  return (
    <article className="law-article gone" data-change="deleted" tabIndex={-1}>
      <p className="law-change">删去：原{row.old!.label}</p>
      <p className="law-words">
        <del>{row.text}</del>
      </p>
    </article>
  );
}
