import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let jieba: Jieba | undefined;
const cut = (text: string): string[] => {
  jieba ??= Jieba.withDict(dict);
  return jieba.cutForSearch(text, true);
};

const isWord = /[\p{L}\p{N}]/u;
/** Words that stand in nearly every article and tell nothing. */
const COMMON = new Set(
  '的 和 或 或者 及 以及 等 在 应当 可以 对 由 为 与 并 有 者 其 之 于 按照 依照 规定 第 条'.split(' '),
);
/** Positions beyond this are not kept by PostgreSQL. */
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 12;
/** A tsvector holds one megabyte; no article of a law has as many different words. */
const MOST_WORDS = 15_000;

export interface WordVector {
  /** A tsvector literal with positions. */
  readonly vector: string;
  readonly words: Iterable<string>;
}

/**
 * Of each word met so far how a vector names it: null for punctuation, which takes no position, '' for a common word, which
 * takes one but is left out. There are some hundred thousand words.
 */
const names = new Map<string, { readonly key: string; readonly name: string } | null>();

function nameOf(word: string): { readonly key: string; readonly name: string } | null {
  const known = names.get(word);
  if (known !== undefined) return known;
  const key = word.toLowerCase();
  const made = isWord.test(word) ? { key, name: COMMON.has(word) ? '' : quoted(key) } : null;
  names.set(word, made);
  return made;
}

/**
 * The text as a tsvector, made here so that PostgreSQL only has to read it: segmenting (jieba) and counting take a third
 * of the time of `to_tsvector`.
 */
export function wordVector(text: string): WordVector {
  const places = new Map<string, { readonly name: string; at: string; count: number }>();
  let position = 0;
  for (const word of cut(text)) {
    const known = nameOf(word);
    if (known === null) continue;
    position += 1;
    if (known.name === '') continue;
    const at = Math.min(position, LAST_POSITION);
    const place = places.get(known.key);
    if (!place) {
      if (places.size < MOST_WORDS) places.set(known.key, { name: known.name, at: `${at}`, count: 1 });
    } else if (place.count < MOST_POSITIONS) {
      place.at += `,${at}`;
      place.count += 1;
    }
  }
  let vector = '';
  for (const { name, at } of places.values()) vector += `${name}:${at} `;
  return { vector, words: places.keys() };
}

const quoted = (word: string): string => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;

/** The words of a question that say something, longest first, without doubles. */
export function questionWords(text: string): string[] {
  const words = cut(text)
    .map((word) => word.toLowerCase())
    .filter((word) => isWord.test(word) && !COMMON.has(word));
  return [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, 8);
}

/** A tsquery for `@@`: all words, or any of them. */
export const wordQuery = (words: readonly string[], join: '&' | '|' = '&'): string =>
  words.map(quoted).join(` ${join} `);
