import { useState } from 'react';
import type { FigureDraft } from './figure-draft.js';
import { placesOf } from './queue.js';

/** Where the figure stands: its words are copied from the text, and of several places one is chosen. */
export function PlaceField({
  text,
  draft,
  onChange,
}: {
  text: string;
  draft: FigureDraft;
  onChange: (part: Partial<FigureDraft>) => void;
}) {
  const { start, end } = draft;
  const [words, setWords] = useState(start === null || end === null ? '' : text.slice(start, end));
  const places = placesOf(text, words);
  const type = (typed: string) => {
    setWords(typed);
    const found = placesOf(text, typed);
    const here = found.find((place) => start !== null && Math.abs(place.start - start) < 20);
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
          onChange={(event) => type(event.target.value)}
        />
        <button
          type="button"
          className="button"
          // The selection would be lost to the button.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const chosen = String(getSelection() ?? '').trim();
            if (chosen !== '' && chosen.length <= 60) type(chosen);
          }}
        >
          取选中的字
        </button>
      </div>
      {words !== '' && places.length === 0 && <p className="error-text">原文里没有这几个字。</p>}
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
