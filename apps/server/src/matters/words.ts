const HAN = /\p{Script=Han}/u;
/** Letters and digits of other scripts that stand together: part of a number, a Latin name. */
const OTHER = /(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

const hanOf = (text: string): string[] => [...text].filter((char) => HAN.test(char));
const pairsOf = (characters: readonly string[]): string[] =>
  characters.length === 1
    ? [...characters]
    : characters.slice(0, -1).map((char, index) => char + characters[index + 1]!);
const othersOf = (text: string): string[] => text.toLowerCase().match(OTHER) ?? [];

/**
 * What a matter is found by, for `to_tsvector('simple')`, joined with spaces. Chinese as pairs of characters: names of
 * people and firms are in no dictionary, and every part of one is found.
 */
export const wordsOf = (texts: readonly string[]): string => [...new Set(texts.flatMap(wordsIn))].join(' ');

/** The words of one text, each once. */
const wordsIn = (text: string): string[] => [...new Set([...pairsOf(hanOf(text)), ...othersOf(text)])];

/** The words that are looked for: typed apart they need not stand together, and a single character counts only alone. */
export function wordsAsked(typed: string): string[] {
  const words = [...new Set(typed.split(/\s+/u).flatMap(wordsIn))];
  const longer = words.filter((word) => !(HAN.test(word) && word.length === 1));
  return longer.length > 0 ? longer : words;
}

/**
 * A query for the same index: every word must be there, letters, digits and a single character as a beginning. Pairs are
 * whole words, of which the index reads only what the rarest of them leaves; of beginnings it would read all.
 */
export const queryOf = (typed: string): string =>
  wordsAsked(typed)
    .map((word) => `'${word.replaceAll("'", "''")}'${hanOf(word).length > 1 ? '' : ':*'}`)
    .join(' & ');
