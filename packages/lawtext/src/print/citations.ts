import type { Citation } from '../cite/citation.js';
import { CharacterOffsets } from '../text/characters.js';

/** Rows of the gold citation format; offsets count Unicode characters of the file as it is. */
export function citationsJson(source: string, citations: readonly Citation[]): Citation[] {
  const offsets = new CharacterOffsets(source);
  return citations.map(({ start, end, text, ...rest }) => ({
    start: offsets.of(start),
    end: offsets.of(end),
    text,
    ...rest,
  }));
}
