import type { VersionMark } from '@fadu/wire/law-reading';
import type { LawAddress } from './LawPage.js';
import { VersionSlider } from './VersionSlider.js';

/** All versions: a slider over those the base holds, and in a line ◉ the one read, ● others the base holds, ○ known from the history only; and what to compare with. */
export function Versions({
  code,
  marks,
  vs,
  go,
}: {
  code: string;
  marks: readonly VersionMark[];
  vs: string | undefined;
  go: (part: LawAddress) => void;
}) {
  const held = marks.flatMap((mark) => (mark.kind === 'held' ? [mark] : []));
  const others = marks.flatMap((mark) => (mark.kind === 'held' && !mark.read ? [mark.version] : []));
  return (
    <div className="law-versions no-print">
      <h2 className="sr">版本</h2>
      {held.length > 1 && (
        <VersionSlider
          key={code}
          code={code}
          versions={held.map(({ version }) => version)}
          read={held.findIndex((mark) => mark.read)}
          go={go}
        />
      )}
      <ol>
        {marks.map((mark) => {
          if (mark.kind === 'told')
            return (
              <li key={`${mark.date}${mark.event}`} className="told">
                <span aria-hidden="true">○</span> {mark.date}
                <span className="sr">仅知沿革，无文本</span>
                <span className="meta"> {mark.event}</span>
              </li>
            );
          const { effectiveOn } = mark.version;
          return (
            <li key={effectiveOn} className={mark.read ? 'read' : ''}>
              {mark.read ? (
                <strong aria-current="true">
                  <span aria-hidden="true">◉</span> {effectiveOn}
                </strong>
              ) : (
                <button
                  type="button"
                  className="link"
                  onClick={() => go({ on: effectiveOn, matter: undefined, vs: undefined })}
                >
                  <span aria-hidden="true">●</span> {effectiveOn}
                </button>
              )}
            </li>
          );
        })}
      </ol>
      {marks.some((mark) => mark.kind === 'told') && <span className="meta">○仅知沿革，无文本</span>}
      {others.length > 0 && (
        <label>
          对照{' '}
          <select value={vs ?? ''} onChange={(event) => go({ vs: event.target.value || undefined })}>
            <option value="">不对照</option>
            {others.map(({ effectiveOn }) => (
              <option key={effectiveOn} value={effectiveOn}>
                {effectiveOn}施行的文本
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
