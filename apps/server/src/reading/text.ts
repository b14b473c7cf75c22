import type { TextPart, WordsPlace } from '@fadu/wire';

/** Characters of the text that are shown at once: a usual report whole, a book part by part. */
const PART = 20_000;

/** Parts that end where a line ends; the same text always in the same parts. */
export function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let start = 0;
  while (start < text.length) {
    const line = text.length - start <= PART ? text.length : text.lastIndexOf('\n', start + PART) + 1;
    const end = line > start ? line : Math.min(text.length, start + PART);
    parts.push({ start, end });
    start = end;
  }
  return parts;
}

/** Places shown at once. */
const MOST_PLACES = 20;

/** Every place where these words stand in the text, with some text around it; at most twenty. */
export function placesOf(text: string, words: string): readonly WordsPlace[] {
  const found: WordsPlace[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0 && found.length < MOST_PLACES; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    found.push({
      start: at,
      end,
      before: text.slice(Math.max(0, at - 16), at).replaceAll('\n', ' '),
      after: text.slice(end, end + 16).replaceAll('\n', ' '),
    });
  }
  return found;
}
