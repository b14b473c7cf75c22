import type { Citation } from '../cite/citation.js';
import { CharacterOffsets } from '../text/characters.js';

/** Rows of the gold citation format one by one; offsets count Unicode characters of the file as it is. */
export function* citationRows(source: string, citations: Iterable<Citation>): Generator<Citation> {
  const offsets = new CharacterOffsets(source);
  for (const { start, end, text, ...rest } of citations)
    yield { start: offsets.of(start), end: offsets.of(end), text, ...rest };
}

export const citationsJson = (source: string, citations: Iterable<Citation>): Citation[] => [
  ...citationRows(source, citations),
];
