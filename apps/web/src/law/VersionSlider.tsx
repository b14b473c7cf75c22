import type { LawVersion } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { LawAddress } from './LawPage.js';
import { readQuery } from './queries.js';

/** Moves through the texts of a law by date; the text follows when the slider rests, by hand or by the arrow keys. */
export function VersionSlider({
  code,
  versions,
  read,
  go,
}: {
  code: string;
  /** Oldest first. */
  versions: readonly LawVersion[];
  /** Which of them is read. */
  read: number;
  go: (part: LawAddress) => void;
}) {
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [place, setPlace] = useState(read);
  useEffect(() => setPlace(read), [read]);
  const open = useRef<(to: number) => void>(null);
  open.current = (to) => {
    const on = versions[to]!.effectiveOn;
    // The text is there before the page turns: the slider stays, and so does the focus.
    void client.prefetchQuery(readQuery(code, on)).then(() => {
      if (Number(input.current?.value) === to) go({ on, matter: undefined, vs: undefined });
    });
  };
  // React calls `change` what browsers call `input`: each step while one drags.
  useEffect(() => {
    const slider = input.current;
    const rest = () => open.current?.(Number(slider?.value));
    slider?.addEventListener('change', rest);
    return () => slider?.removeEventListener('change', rest);
  }, []);
  return (
    <label className="law-slider">
      <span>
        第{place + 1}个文本，共{versions.length}个
      </span>
      <input
        ref={input}
        type="range"
        min={0}
        max={versions.length - 1}
        step={1}
        value={place}
        aria-valuetext={`${versions[place]!.effectiveOn}施行的文本`}
        onChange={(event) => setPlace(Number(event.target.value))}
      />
      <output className="meta">{versions[place]!.effectiveOn}</output>
    </label>
  );
}
