import type { LawComparison } from '@fadu/wire';
import { changedRows, changeWords } from '@fadu/wire/law-reading';
import { type RefObject, useState } from 'react';

/** How many articles changed between two texts, and the way from one change to the next. */
export function Compared({
  comparison,
  on,
  body,
  onEnd,
}: {
  comparison: LawComparison;
  on: string;
  body: RefObject<HTMLDivElement | null>;
  onEnd: () => void;
}) {
  const [place, setPlace] = useState(-1);
  const all = changedRows(comparison.rows).length;
  const walk = (by: number) => {
    const places = [...(body.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    if (places.length === 0) return;
    const next = (place + by + places.length + (place < 0 && by < 0 ? 1 : 0)) % places.length;
    setPlace(next);
    const found = places[next]!;
    found.scrollIntoView({ block: 'center' });
    found.focus({ preventScroll: true });
  };
  return (
    <div className="law-compared">
      <span role="status">
        读取日{on}，{comparison.newer.effectiveOn}施行的文本比{comparison.older.effectiveOn}施行的：
        {changeWords(comparison.rows)}
      </span>
      <span className="meta">
        <ins>增加的字</ins>　<del>删去的字</del>
      </span>
      <span className="row-actions">
        <span className="meta nb" role="status">
          {place < 0 ? `共${all}处` : `第${place + 1}处，共${all}处`}
        </span>
        <button type="button" className="button" onClick={() => walk(-1)} disabled={all === 0}>
          上一处
        </button>
        <button type="button" className="button" onClick={() => walk(1)} disabled={all === 0}>
          下一处
        </button>
        <button type="button" className="button" onClick={onEnd}>
          结束对照
        </button>
      </span>
    </div>
  );
}
