import type { Replaced, TimelineEntry } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { momentWords } from '../words.js';
import { Bases } from './basis.js';

const FILTERS = {
  all: { name: '全部', shows: () => true },
  documents: { name: '文书', shows: (entry: TimelineEntry) => entry.documents.length > 0 },
  approvals: {
    name: '报批、退回、转办',
    shows: (entry: TimelineEntry) => ['requested', 'returned', 'reassigned'].includes(entry.kind),
  },
  corrections: {
    name: '更正、重算',
    shows: (entry: TimelineEntry) => ['corrected', 'recounted'].includes(entry.kind),
  },
} as const;

/** Newest first: when, who in which post, what, result, article, record number. `result` is the step just taken. */
export function Timeline({
  entries,
  matter,
  result,
}: {
  entries: readonly TimelineEntry[];
  matter: string;
  result: { readonly seq: number; readonly text: string } | null;
}) {
  const [filter, setFilter] = useState<keyof typeof FILTERS>('all');
  const shown = entries.filter(FILTERS[filter].shows);
  const fresh = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (result) fresh.current?.focus();
  }, [result]);
  return (
    <>
      <fieldset className="tabs no-print" aria-label="办理经过的范围">
        {Object.entries(FILTERS).map(([key, { name, shows }]) => (
          <button
            key={key}
            type="button"
            aria-pressed={filter === key}
            onClick={() => setFilter(key as keyof typeof FILTERS)}
          >
            {name} {entries.filter(shows).length}
          </button>
        ))}
      </fieldset>
      {result && (
        <p role="status" className="result">
          ✓ {result.text}
        </p>
      )}
      {shown.length === 0 && <p className="empty">没有这一类记录。</p>}
      <ol className="timeline">
        {shown.map((entry) => {
          const isFresh = entry.seq === result?.seq;
          return (
            <li key={entry.seq} className={isFresh ? 'fresh' : ''} {...(isFresh && { ref: fresh, tabIndex: -1 })}>
              <time dateTime={entry.at} className="nb">
                {momentWords(entry.at)}
              </time>{' '}
              {actorWords(entry)} <strong>{entry.name}</strong>
              {entry.on !== momentWords(entry.at).slice(0, 10) && (
                <span className="meta nb">（办理日 {entry.on}）</span>
              )}
              {entry.documents.length > 0 && (
                <>
                  {' → '}
                  {entry.documents.map((document, index) => (
                    <span key={document.id ?? document.name}>
                      {index > 0 ? '、' : ''}
                      {document.id ? (
                        <Link to="/matters/$id/documents/$document" params={{ id: matter, document: document.id }}>
                          {document.name}
                        </Link>
                      ) : (
                        document.name
                      )}
                    </span>
                  ))}
                </>
              )}
              {entry.corrected.map((one) => (
                <ReplacedValue key={one.label} replaced={one} />
              ))}
              {Object.entries(entry.reasons).map(([code, reason]) => (
                <div key={code} className="reason">
                  理由：{reason}
                </div>
              ))}
              <div className="meta">
                <Bases bases={entry.basis} />
                {entry.basis.length > 0 ? '　' : ''}#{entry.seq} {entry.leaf === null ? '正在存证' : '已存证'}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** 收到日：3月2日 → 3月1日, the old one struck through. */
export const ReplacedValue = ({ replaced: { derived, label, before, after } }: { replaced: Replaced }) => (
  <div>
    {derived && '随之：'}
    {label}：<del>{before}</del> → <ins>{after}</ins>
  </div>
);

export const actorWords = (entry: Pick<TimelineEntry, 'actor' | 'postName'>): string => {
  switch (entry.actor.kind) {
    case 'official':
      return `${entry.actor.name}${entry.postName ? `（${entry.postName}）` : ''}`;
    case 'party':
      return '申请人';
    default:
      return '系统';
  }
};
