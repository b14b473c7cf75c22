import type { LawCitation, LawClause } from '@fadu/wire';
import { writtenForWords } from '@fadu/wire/law-reading';
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
        <Clause citation={citation} locator={citation.articles[0]} on={on} />
      ) : (
        <Whole code={citation.code!} on={on} />
      )}
    </div>
  );
}

function Clause({ citation, locator, on }: { citation: LawCitation; locator: string; on: string }) {
  const { data, error } = useQuery(lawClauseQuery(citation.code!, locator, citation.writtenFor?.on ?? on));
  const more = citation.articles.length - 1;
  const words = writtenForWords(citation);
  if (error) return <p>{messageOf(error, '没有取到条文。')}</p>;
  if (!data) return <p className="meta">正在取条文…</p>;
  const text = data.article.length > MOST_CHARACTERS ? `${data.article.slice(0, MOST_CHARACTERS)}……` : data.article;
  return (
    <>
      <p>
        <strong>
          {data.found.law.title} {data.label}
        </strong>{' '}
        <ValidityTag validity={data.found.validity} endOn={data.found.version.endOn} today={on} />
      </p>
      {words !== '' && (
        <p className="note">
          {words}。{citation.writtenFor?.on ? nowWords(data, on) : ''}
        </p>
      )}
      <p className="law-tip-text">{text}</p>
      {more > 0 && <p className="meta">另引{more}条</p>}
    </>
  );
}

/** What became of the article by the day of reading. */
function nowWords({ history, label, article }: LawClause, on: string): string {
  const held = history.filter(({ effectiveOn }) => effectiveOn <= on).at(-1);
  // The last text that has it is not the one in force when it was taken out.
  if (!held || held.body === article) return held && held.label !== label ? `现为${held.label}，文字相同。` : '';
  return `现为${held.label}，文字不同。`;
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
