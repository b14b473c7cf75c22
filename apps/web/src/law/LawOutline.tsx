import type { LawArticle, LawRead } from '@fadu/wire';
import { outlineOf } from '@fadu/wire/law-reading';
import { useMemo } from 'react';
import type { LawAddress } from './LawPage.js';
import { useWide } from './use-wide.js';

/** Divisions with the articles in them; on narrow windows it is folded. */
export function LawOutline({
  read,
  chosen,
  go,
}: {
  read: LawRead;
  chosen: LawArticle | null;
  go: (part: LawAddress) => void;
}) {
  const wide = useWide(1024);
  const entries = useMemo(() => outlineOf(read), [read]);
  if (entries.length === 0) return <div className="no-print" />;
  return (
    <nav className="law-outline no-print" aria-label="目录">
      <details open={wide}>
        <summary>目录</summary>
        <ol>
          {entries.map(({ path, heading, depth, range, first }) => {
            const here = chosen !== null && (chosen.outline === path || chosen.outline.startsWith(`${path}.`));
            return (
              <li key={path} className={`depth-${depth}`}>
                {first === null ? (
                  heading
                ) : (
                  <a
                    href={`#${first}`}
                    aria-current={here ? 'true' : undefined}
                    onClick={(event) => {
                      event.preventDefault();
                      go({ at: first });
                    }}
                  >
                    {heading} <span className="meta nb">{range}</span>
                  </a>
                )}
              </li>
            );
          })}
        </ol>
      </details>
    </nav>
  );
}
