import type { WordsPlace } from '@fadu/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Trouble } from '../Trouble.js';
import type { FigureDraft } from './figure-draft.js';
import { placesQuery } from './queries.js';

/** Where the figure stands: its words are copied from the text, and of several places one is chosen. */
export function PlaceField({
  report,
  said,
  draft,
  onChange,
}: {
  report: string;
  /** The words of the figure that is corrected; empty for a new one. */
  said: string;
  draft: FigureDraft;
  onChange: (part: Partial<FigureDraft>) => void;
}) {
  const { start } = draft;
  const [words, setWords] = useState(said);
  const client = useQueryClient();
  const { data, error } = useQuery(placesQuery(report, words));
  const places = data ?? [];
  // Where it was: a figure that is only widened or narrowed stays at its place.
  const was = useRef(start);
  const latest = useRef(words);
  const type = async (typed: string) => {
    setWords(typed);
    latest.current = typed;
    onChange({ start: null, end: null });
    const found: readonly WordsPlace[] =
      typed === '' ? [] : await client.fetchQuery(placesQuery(report, typed)).catch(() => []);
    // More was typed while it was looked for.
    if (latest.current !== typed) return;
    const here = found.find((place) => was.current !== null && Math.abs(place.start - was.current) < 20);
    const only = here ?? (found.length === 1 ? found[0] : undefined);
    onChange({ start: only?.start ?? null, end: only?.end ?? null });
  };
  return (
    <div className="field">
      <label className="label" htmlFor="figure-words">
        原文
      </label>
      <p className="hint">照抄原文里的数，连同“约、余”和单位；也可以先在原文里选中。</p>
      <div className="row-actions">
        <input
          id="figure-words"
          className="text-input"
          maxLength={60}
          value={words}
          onChange={(event) => void type(event.target.value)}
        />
        <button
          type="button"
          className="button"
          // The selection would be lost to the button.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const chosen = String(getSelection() ?? '').trim();
            if (chosen !== '' && chosen.length <= 60) void type(chosen);
          }}
        >
          取选中的字
        </button>
      </div>
      {error && <Trouble error={error} />}
      {words !== '' && data?.length === 0 && <p className="error-text">原文里没有这几个字。</p>}
      {places.length > 1 && (
        <fieldset className="figure-places">
          <legend>是哪一处</legend>
          {places.map((place) => (
            <label key={place.start}>
              <input
                type="radio"
                name="figure-place"
                checked={place.start === start}
                onChange={() => onChange({ start: place.start, end: place.end })}
              />
              …{place.before}
              <strong>{words}</strong>
              {place.after}…
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
