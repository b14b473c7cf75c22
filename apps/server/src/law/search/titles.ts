import type { LawHit } from '@fadu/wire';
import { searchKeys } from '../instrument.js';

export interface Title extends LawHit {
  /** Position among all. */
  readonly at: number;
  readonly id: number;
  readonly rank: number;
  readonly maker: string | null;
  readonly keys: readonly string[];
}

/** A title as typed: in lower case, without brackets and blanks. */
export const typedTitle = (text: string): string => text.toLowerCase().replaceAll(/[《》〈〉\s]/g, '');

/** All keys in one string, so that one pass over it looks into every title. */
class Keys {
  private readonly text: string;
  private readonly starts: number[] = [];
  private readonly owners: number[] = [];
  /** Two characters that follow each other in a key: most questions have two that nowhere do. */
  private readonly pairs = new Set<string>();

  constructor(keys: readonly (readonly [key: string, owner: number])[]) {
    let at = 1;
    for (const [key, owner] of keys) {
      for (let pair = 1; pair < key.length; pair += 1) this.pairs.add(key.slice(pair - 1, pair + 1));
      this.starts.push(at);
      this.owners.push(owner);
      at += key.length + 1;
    }
    this.text = `\n${keys.map(([key]) => key).join('\n')}\n`;
  }

  /** Calls `found` for each key that has the words, with how it does: 4 it is they, 3 at its beginning, 2.5 at its end, 1 inside. */
  holding(words: string, found: (owner: number, how: number) => void): void {
    for (let pair = 1; pair < words.length; pair += 1) if (!this.pairs.has(words.slice(pair - 1, pair + 1))) return;
    let key = 0;
    for (let at = this.text.indexOf(words); at >= 0; at = this.text.indexOf(words, at)) {
      while (key + 1 < this.starts.length && this.starts[key + 1]! <= at) key += 1;
      const start = at === this.starts[key];
      const end = this.text.charCodeAt(at + words.length) === LINE_FEED;
      found(this.owners[key]!, start && end ? 4 : start ? 3 : end ? 2.5 : 1);
      at += words.length;
    }
  }
}

const LINE_FEED = 10;
const MOST_WORDS = 2000;

/** The titles of a base, some thousands, by name, short name, pinyin and initials. */
export class Titles {
  private readonly written: Keys;
  private readonly spelt: Keys;
  private readonly byKey = new Map<string, Title[]>();
  private readonly byWord = new Map<string, ReadonlySet<number>>();
  /** By what they begin with, for 法援法. */
  private readonly byFirst = new Map<string, number[]>();

  constructor(readonly rows: readonly Title[]) {
    const written: [string, number][] = [];
    const spelt: [string, number][] = [];
    for (const [index, title] of rows.entries()) {
      for (const key of title.keys) {
        (/^[a-z\d]+$/.test(key) ? spelt : written).push([key, index]);
        const same = this.byKey.get(key);
        if (same) same.push(title);
        else this.byKey.set(key, [title]);
      }
      const first = shortOf(title)[0]!;
      const beginning = this.byFirst.get(first);
      if (beginning) beginning.push(index);
      else this.byFirst.set(first, [index]);
    }
    this.written = new Keys(written);
    this.spelt = new Keys(spelt);
  }

  /** Laws with just this name, whole, short, in pinyin or initials. */
  named(words: string): readonly Title[] {
    return this.byKey.get(words) ?? [];
  }

  /** Positions of the laws whose titles have a word. */
  withWord(word: string): ReadonlySet<number> {
    const known = this.byWord.get(word);
    if (known) return known;
    const found = new Set<number>();
    this.written.holding(word, (owner) => found.add(owner));
    if (this.byWord.size >= MOST_WORDS) this.byWord.clear();
    this.byWord.set(word, found);
    return found;
  }

  /** The best matches first: the name itself, its beginning, its end (复议法), parts of it; higher ranks and shorter names before others. */
  find(question: string): Title[] {
    const wanted = typedTitle(question);
    if (wanted === '') return [];
    const best = new Map<number, number>();
    const found = (owner: number, how: number): void => {
      if (how > (best.get(owner) ?? 0)) best.set(owner, how);
    };
    this.written.holding(wanted, found);
    if (/[a-z]/.test(wanted)) this.spelt.holding(wanted, (owner, how) => how > 1 && found(owner, how));
    if (wanted.length >= 3 && /^[一-龥]+$/.test(wanted))
      for (const owner of this.byFirst.get(wanted[0]!) ?? [])
        if (!best.has(owner) && isSubsequence(wanted, shortOf(this.rows[owner]!))) best.set(owner, 0.5);
    return [...best]
      .map(([owner, how]) => {
        const title = this.rows[owner]!;
        return { title, score: how * 10 - title.rank * 3 - title.title.length / 50 };
      })
      .sort((a, b) => b.score - a.score)
      .map(({ title }) => title);
  }
}

/** Without the state's name, in characters: the second key, unless it is the same as the first. */
const shortOf = ({ keys: [whole, second] }: Title): string => (second && /[一-龥]/.test(second) ? second : whole!);

/** 法援法 in 法律援助法: every character in order, and the first and last one there. */
function isSubsequence(wanted: string, title: string): boolean {
  if (wanted.at(-1) !== title.at(-1)) return false;
  let at = 0;
  for (const char of title) if (char === wanted[at]) at += 1;
  return at === wanted.length;
}

const keysOf = new Map<string, readonly string[]>();
/** Pinyin costs a tenth of a millisecond a title; titles do not change. */
export function knownKeys(title: string): readonly string[] {
  const known = keysOf.get(title);
  if (known) return known;
  const keys = searchKeys(title);
  keysOf.set(title, keys);
  return keys;
}
