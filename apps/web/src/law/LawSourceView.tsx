import type { LawBatchSource, LawDiagnostic } from '@fadu/wire';
import { useEffect, useMemo, useRef } from 'react';

/** It scrolls by itself, so keys must reach it. */
const SCROLLS = { tabIndex: 0 } as const;

/** The source with its line numbers, unchanged, beside what was read of it; choosing one shows the other. */
export function LawSourceView({
  source: { source, nodes, corrections },
  diagnostics,
  place,
  onPlace,
  onCorrect,
}: {
  source: LawBatchSource;
  diagnostics: readonly LawDiagnostic[];
  /** Offset in the source that is looked at. */
  place: number | null;
  onPlace: (place: number) => void;
  /** Opens a line to be put right; absent for who may not. */
  onCorrect?: ((start: number, end: number) => void) | undefined;
}) {
  const left = useRef<HTMLElement>(null);
  const right = useRef<HTMLElement>(null);
  const lines = useMemo(() => {
    let start = 0;
    return source.split('\n').map((text) => {
      const line = { text, start, end: start + text.length };
      start = line.end + 1;
      return line;
    });
  }, [source]);
  const at = place === null ? -1 : lines.findIndex(({ start, end }) => start <= place && place <= end);
  const node = place === null ? -1 : nodes.findLastIndex(({ start }) => start <= place);
  useEffect(() => {
    if (at >= 0) left.current?.querySelector('.here')?.scrollIntoView({ block: 'nearest' });
    if (node >= 0) right.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at, node]);
  return (
    <div className="law-source">
      <section ref={left} aria-label={corrections.length > 0 ? '文本（校正后）' : '原文（不改动）'} {...SCROLLS}>
        {lines.map(({ text, start, end }, index) => {
          const odd = diagnostics.some((one) => one.start <= end && one.end >= start);
          return (
            <p key={start} className={`${index === at ? 'here' : ''}${odd ? ' odd' : ''}`}>
              <span className="meta">{index + 1}</span> {text}{' '}
              {onCorrect && (
                <button type="button" className="link" onClick={() => onCorrect(start, end)}>
                  校正<span className="sr">第{index + 1}行</span>
                </button>
              )}
            </p>
          );
        })}
      </section>
      <section ref={right} aria-label="结构" {...SCROLLS}>
        {nodes.map(({ name, depth, start }, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: what was read of one source never changes
            key={index}
            type="button"
            className="link"
            style={{ paddingLeft: depth * 16 }}
            aria-current={index === node ? 'true' : undefined}
            onClick={() => onPlace(start)}
          >
            {name || '（无字）'}
          </button>
        ))}
      </section>
    </div>
  );
}
