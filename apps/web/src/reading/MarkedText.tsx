import type { ReadFigure, ReadingDesk, ReadingPart } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useRef, useState } from 'react';
import { Trouble, Waiting } from '../Trouble.js';
import { partQuery } from './queries.js';
import { partAt, piecesOf } from './queue.js';
import { STATE_WORDS } from './words.js';

/** It scrolls by itself, so keys must reach it. */
const SCROLLS = { tabIndex: 0 } as const;

/** A mark nearer to the edge than this (px) is brought to the middle. */
const ROOM = 48;

/** The text of the report as it was read, each figure marked by what became of it; long ones part by part. */
export function MarkedText({
  desk: { report, parts, pages },
  current,
  onChoose,
}: {
  desk: ReadingDesk;
  current: Pick<ReadFigure, 'n' | 'start'> | undefined;
  onChoose: (n: number) => void;
}) {
  const wanted = current ? partAt(parts, current.start) : 0;
  // Turned over by hand: until another figure is looked at.
  const [turned, setTurned] = useState<{ readonly n: number | undefined; readonly part: number } | null>(null);
  const box = useRef<HTMLElement>(null);
  const n = current?.n;
  const shown = turned !== null && turned.n === n ? turned.part : wanted;
  const setShown = (part: number) => setTurned({ n, part });
  const {
    data: part,
    error,
    isPlaceholderData,
    refetch,
  } = useQuery({ ...partQuery(report.id, shown), enabled: parts.length > 0 });
  const there = part !== undefined && !isPlaceholderData;
  useEffect(() => {
    if (n === undefined || shown !== wanted || !there) return;
    // Within its own place only: the page itself stays where the person has it.
    const paper = box.current;
    const mark = paper?.querySelector<HTMLElement>(`[data-n="${n}"]`);
    if (!paper || !mark) return;
    const above = mark.offsetTop - paper.scrollTop;
    if (above < ROOM || above > paper.clientHeight - ROOM) paper.scrollTop = mark.offsetTop - paper.clientHeight / 2;
  }, [n, shown, wanted, there]);
  if (parts.length === 0) return <p className="empty">没有取出文字。</p>;
  if (error && !part) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!part) return <Waiting what="取原文" />;
  return (
    <div className="reading-paper">
      {parts.length > 1 && (
        <nav className="pager" aria-label="分段">
          <button type="button" className="button" disabled={shown === 0} onClick={() => setShown(shown - 1)}>
            上一段
          </button>
          <span>
            第{shown + 1}段，共{parts.length}段
            {pages.length > 0 &&
              `（第${pageAt(pages, part.start)}—${pageAt(pages, part.end - 1)}页，共${pages.length}页）`}
          </span>
          <button
            type="button"
            className="button"
            disabled={shown === parts.length - 1}
            onClick={() => setShown(shown + 1)}
          >
            下一段
          </button>
        </nav>
      )}
      <article ref={box} className="reading-text" aria-label="报告原文" aria-busy={isPlaceholderData} {...SCROLLS}>
        <Pieces part={part} n={n} onChoose={onChoose} />
      </article>
    </div>
  );
}

const pageAt = (pages: readonly number[], at: number): number =>
  Math.max(1, pages.findLastIndex((start) => start <= at) + 1);

const Pieces = memo(function Pieces({
  part,
  n,
  onChoose,
}: {
  part: ReadingPart;
  n: number | undefined;
  onChoose: (n: number) => void;
}) {
  const words = (start: number, end: number): string => part.text.slice(start - part.start, end - part.start);
  return piecesOf(part).map(({ start, end, figure }) =>
    figure === null ? (
      <span key={start}>{words(start, end)}</span>
    ) : (
      <button
        key={start}
        type="button"
        tabIndex={-1}
        data-n={figure.n}
        className={`mark mark-${figure.state}`}
        aria-current={figure.n === n ? 'true' : undefined}
        title={STATE_WORDS[figure.state]}
        onClick={() => onChoose(figure.n)}
      >
        {words(start, end)}
      </button>
    ),
  );
});
