import type { LawCitation } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { messageOf } from '../api/client.js';
import { lawClauseQuery, readQuery } from './queries.js';
import { ValidityTag } from './ValidityTag.js';

const WIDTH = 380;
const MOST_CHARACTERS = 320;

/** The words that a citation leads to, as in force on the day of reading, beside the citation that is pointed at. */
export function CitedText({
  citation,
  at,
  on,
  onClose,
}: {
  citation: LawCitation;
  at: HTMLElement;
  on: string;
  onClose: () => void;
}) {
  const box = at.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, innerWidth - WIDTH - 16));
  const below = box.bottom + 240 < innerHeight;
  return (
    <div
      className="law-tip"
      role="tooltip"
      style={{
        left,
        width: Math.min(WIDTH, innerWidth - 16),
        ...(below ? { top: box.bottom + 4 } : { bottom: innerHeight - box.top + 4 }),
      }}
      onMouseLeave={onClose}
    >
      {citation.articles[0] ? (
        <Clause code={citation.code!} locator={citation.articles[0]} on={on} more={citation.articles.length - 1} />
      ) : (
        <Whole code={citation.code!} on={on} />
      )}
    </div>
  );
}

function Clause({ code, locator, on, more }: { code: string; locator: string; on: string; more: number }) {
  const { data, error } = useQuery(lawClauseQuery(code, locator, on));
  if (error) return <p>{messageOf(error, '没有取到条文。')}</p>;
  if (!data) return <p className="meta">正在取条文…</p>;
  const text = data.article.length > MOST_CHARACTERS ? `${data.article.slice(0, MOST_CHARACTERS)}……` : data.article;
  return (
    <>
      <p>
        <strong>
          {data.found.law.title} {data.label}
        </strong>{' '}
        <ValidityTag validity={data.found.validity} />
      </p>
      <p className="law-tip-text">{text}</p>
      {more > 0 && <p className="meta">另引{more}条</p>}
    </>
  );
}

function Whole({ code, on }: { code: string; on: string }) {
  const { data, error } = useQuery(readQuery(code, on));
  if (error) return <p>{messageOf(error, '没有取到法规。')}</p>;
  if (!data) return <p className="meta">正在取法规…</p>;
  return (
    <p>
      <strong>{data.law.title}</strong> <ValidityTag validity={data.validity} />
      <span className="meta">
        {'　'}
        {data.version.effectiveOn}施行，{data.counts.articles ?? data.clauses.length}条
      </span>
    </p>
  );
}
