/** @jsxImportSource preact */
import type { LawRead } from '@fadu/wire';
import { outlineOf } from '@fadu/wire/law-reading';
import { useMemo } from 'preact/hooks';
import { Link } from '../app/Link.js';

/** The divisions of a law; beside the text where there is room, folded above it elsewhere. */
export function LawOutline({
  read,
  to,
  open,
}: {
  readonly read: LawRead;
  readonly to: (locator: string) => string;
  readonly open: boolean;
}) {
  const entries = useMemo(() => outlineOf(read), [read]);
  if (entries.length === 0) return null;
  return (
    <details class="law-fold law-outline" open={open}>
      <summary>目录</summary>
      <ul class="law-list">
        {entries.map(({ path, heading, depth, range, first }) => (
          <li key={path} class={`depth-${depth}`}>
            {first ? (
              <Link to={to(first)}>
                {heading} <span class="nb hint">{range}</span>
              </Link>
            ) : (
              heading
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
