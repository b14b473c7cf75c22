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

/** Of each word met so far the form it is kept in; '' for punctuation and common words. There are some hundred thousand. */
const forms = new Map<string, string>();

function formOf(word: string): string {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const made = isWord.test(word) && !COMMON.has(word) ? word.toLowerCase() : '';
  forms.set(word, made);
  return made;
}

/** The words of a text in its clauses, packed as they are stored; one row for each version, written once. */
export interface PackedWords {
  /** The different words, with line feeds between. */
  readonly words: string;
  /** For each clause the number of its different words, then each as its distance from the one before in `words` and how often it stands there. */
  readonly places: Uint8Array;
}

export function packWords(clauses: readonly string[]): PackedWords {
  const ids = new Map<string, number>();
  // Words as they stand, so that each of the ten million of a corpus is looked up once.
  const seen = new Map<string, number>();
  const counts: number[] = [];
  const bytes = new Bytes();
  for (const clause of clauses) {
    const held: number[] = [];
    for (const word of cut(clause)) {
      let id = seen.get(word);
      if (id === undefined) {
        id = idOf(word, ids);
        seen.set(word, id);
      }
      if (id === NO_WORD) continue;
      const before = counts[id] ?? 0;
      if (before === 0) held.push(id);
      counts[id] = before + 1;
    }
    bytes.add(held.length);
    let before = 0;
    for (const id of held.sort((a, b) => a - b)) {
      const times = Math.min(counts[id]!, MOST_TIMES);
      // The lowest bit tells that a number of times follows.
      bytes.add(((id - before) << 1) | (times > 1 ? 1 : 0));
      if (times > 1) bytes.add(times);
      before = id;
      counts[id] = 0;
    }
  }
  return { words: [...ids.keys()].join('\n'), places: bytes.taken() };
}

const NO_WORD = -1;

function idOf(word: string, ids: Map<string, number>): number {
  const form = formOf(word);
  if (form === '') return NO_WORD;
  const known = ids.get(form);
  if (known !== undefined) return known;
  ids.set(form, ids.size);
  return ids.size - 1;
}

/** A word that stands in a clause more often than this weighs no more. */
const MOST_TIMES = 255;

/** Numbers of seven bits a byte, the lowest first; the highest bit tells that more follow. */
class Bytes {
  private held = new Uint8Array(4096);
  private length = 0;

  add(number: number): void {
    if (this.length + 5 > this.held.length) {
      const larger = new Uint8Array(this.held.length * 2);
      larger.set(this.held);
      this.held = larger;
    }
    let rest = number;
    while (rest > 127) {
      this.held[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.held[this.length++] = rest;
  }

  taken(): Uint8Array {
    return this.held.slice(0, this.length);
  }
}

/**
 * Calls `found` for every word of every clause, and `clause` before its words.
 * @param clause number of the clause, from 0
 */
export function unpackWords(
  places: Uint8Array,
  clause: (index: number) => void,
  found: (word: number, times: number) => void,
): void {
  let at = 0;
  const next = (): number => {
    let byte = places[at++]!;
    let number = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = places[at++]!;
      number |= (byte & 127) << shift;
    }
    return number;
  };
  for (let index = 0; at < places.length; index += 1) {
    clause(index);
    let word = 0;
    for (let left = next(); left > 0; left -= 1) {
      const step = next();
      word += step >>> 1;
      found(word, (step & 1) === 1 ? next() : 1);
    }
  }
}

/** The words of a short text, as they are kept. */
export const wordsIn = (text: string): string[] =>
  cut(text)
    .map(formOf)
    .filter((word) => word !== '');

/** More than this is no question but a text. */
const MOST_WORDS = 24;

/** The words of a question that say something, longest first, without doubles. */
export function questionWords(text: string): string[] {
  return [...new Set(wordsIn(text))].sort((a, b) => b.length - a.length).slice(0, MOST_WORDS);
}
