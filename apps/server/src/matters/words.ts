import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let jieba: Jieba | undefined;

/** Chinese text cut into words for `to_tsvector('simple')`, joined with spaces; whole strings are kept beside the words. */
export function wordsOf(texts: readonly string[]): string {
  jieba ??= Jieba.withDict(dict);
  const found = new Set<string>();
  for (const text of texts) {
    for (const word of jieba.cutForSearch(text, true)) if (/[\p{L}\p{N}]/u.test(word)) found.add(word.toLowerCase());
    // Names the dictionary does not know are cut anywhere; pairs of characters find them all the same.
    const characters = [...text].filter((char) => /\p{Script=Han}/u.test(char));
    for (let index = 0; index + 1 < characters.length; index += 1)
      found.add(characters[index]! + characters[index + 1]!);
  }
  return [...found].join(' ');
}

/** A query for the same index: every word must be there. */
export function queryOf(text: string): string {
  const characters = [...text].filter((char) => /\p{Script=Han}/u.test(char));
  const pairs = characters.slice(0, -1).map((char, index) => char + characters[index + 1]!);
  const others =
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => !/\p{Script=Han}/u.test(word)) ?? [];
  const words = [...new Set([...(pairs.length > 0 ? pairs : characters), ...others])];
  return words.map((word) => `'${word.replaceAll("'", "''")}':*`).join(' & ');
}
