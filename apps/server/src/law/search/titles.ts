import type { LawHit } from '@fadu/wire';
import { searchKeys } from '../instrument.js';
import { Pairs } from './pairs.js';
import { isLikeName, isOfPlace, mayBeName, Spelling, type Spelt } from './spelling.js';
import { wordsIn } from './words.js';

export interface Title extends LawHit {
  /** Position among all. */
  readonly at: number;
  readonly id: number;
  readonly rank: number;
  readonly maker: string | null;
  /** First day of the text in force; null without one. */
  readonly since: string | null;
  readonly keys: readonly string[];
}

/** A title as typed: in lower case, without brackets and blanks. */
export const typedTitle = (text: string): string => text.toLowerCase().replaceAll(/[《》〈〉\s]/g, '');

/** All keys in one string, so that one pass over it looks into every title. */
class Keys {
  private readonly text: string;
  private readonly starts: number[] = [];
  private readonly owners: number[] = [];
  private readonly pairs = new Pairs();

  constructor(keys: readonly (readonly [key: string, owner: number])[]) {
    let at = 1;
    for (const [key, owner] of keys) {
      this.pairs.add(key);
      this.starts.push(at);
      this.owners.push(owner);
      at += key.length + 1;
    }
    this.text = `\n${keys.map(([key]) => key).join('\n')}\n`;
  }

  /** Calls `found` for each key that has the words, with how it does: 4 it is they, 3 at its beginning, 2.5 at its end, 1 inside. */
  holding(words: string, found: (owner: number, how: number) => void): void {
    if (!this.pairs.mayHaveAll(words)) return;
    let key = 0;
    for (let at = this.text.indexOf(words); at >= 0; at = this.text.indexOf(words, at)) {
      while (key + 1 < this.starts.length && this.starts[key + 1]! <= at) key += 1;
      const start = at === this.starts[key];
      const end = this.text.charCodeAt(at + words.length) === LINE_FEED;
      found(this.owners[key]!, start && end ? 4 : start ? 3 : end ? AT_END : 1);
      at += words.length;
    }
  }
}

const LINE_FEED = 10;
const INTERPRETATION = /^(.{2,}?)的?司法解释$/;
/** Kind of 司法解释. */
const INTERPRETING = 'I';
const STATE = '中华人民共和国';
/** 适用行政诉讼法的解释, 适用公司法若干问题的规定（五）, not 适用民事诉讼法执行程序…. */
const WHOLE_LAW = /^(?:的|若干)/;
/** What is said on one occasion, not on how a law is applied. */
const OCCASIONAL = /批复|答复|时间效力|关于(?:修改|废止).*的决定/;
const BETWEEN = /[\s、，,；;]+/;
/** Words that one name of a thing has and another has not. */
const GENERAL = /^(?:管理|暂行|试行|实施|若干|条例|规定|办法)$/;
/** What every name ends with, and what says the same of most: 管理条例, 若干规定, 实施办法. */
const KIND_OF_TEXT =
  /(?:（.*）)?(?:管理|若干|暂行|实施|特别)*(?:法|条例|规定|办法|细则|决定|解释|规则|意见)(?:（.*）)?$/;
const MOST_WORDS = 2000;
/** A word in more names (管理, 最高人民法院) tells them apart only together with others. */
const MOST_HAVING = 100;
/** Some kilobytes each. */
const MOST_COMMON = 500;
const MANY = 200;
/** Up to 30 kB each. */
const MOST_BEGINNINGS = 100;
const EVERYWHERE = '000000';

/** The titles of a base, some thousands, by name, short name, pinyin and initials. */
export class Titles {
  private readonly written: Keys;
  private readonly spelt: Keys;
  private readonly letters: Uint8Array;
  private readonly byKey = new Map<string, Title[]>();
  private readonly byWord = new Map<string, ReturnType<Titles['withWord']>>();
  /** What very many names have (民, 条例), which is what people begin to type: to put them in order takes a millisecond. */
  private readonly byBeginning = new Map<string, readonly Title[]>();
  private readonly byCommon = new Map<string, Uint8Array>();
  /** By what they begin with, for 法援法. */
  private readonly byFirst = new Map<string, number[]>();
  private spelling: Spelling | undefined;

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
    this.letters = Uint8Array.from(rows, (title) => Math.max(2, shortOf(title).replace(KIND_OF_TEXT, '').length));
    this.written = new Keys(written);
    this.spelt = new Keys(spelt);
  }

  /** Laws with just this name, whole, short, in pinyin or initials. */
  named(words: string): readonly Title[] {
    return this.byKey.get(words) ?? [];
  }

  /** How many characters of a name say what the law is about: 专利 of 中华人民共和国专利法. */
  lettersOf(law: number): number {
    return this.letters[law]!;
  }

  /** Laws whose names have a word, and of them texts of the place that it names; null of a word that very many have. */
  withWord(word: string): { readonly having: readonly number[]; readonly beginning: readonly number[] } | null {
    const known = this.byWord.get(word);
    if (known !== undefined) return known;
    const found = new Set<number>();
    this.written.holding(word, (owner) => found.add(owner));
    const having = [...found];
    const beginning = having.filter((law) => {
      const { region, title } = this.rows[law]!;
      return region !== EVERYWHERE && title.startsWith(word);
    });
    const made = having.length > MOST_HAVING ? null : { having, beginning };
    if (this.byWord.size >= MOST_WORDS) this.byWord.clear();
    this.byWord.set(word, made);
    return made;
  }

  /** Position of each law → 1 when its name has a word; for words that very many have. */
  havingCommon(word: string): Uint8Array {
    const known = this.byCommon.get(word);
    if (known) return known;
    const made = Uint8Array.from(this.rows, ({ title }) => (title.includes(word) ? 1 : 0));
    if (this.byCommon.size >= MOST_COMMON) this.byCommon.clear();
    this.byCommon.set(word, made);
    return made;
  }

  /** Laws that people call so: by their name, else by its end (复议法) or by characters of it (法援法), when few can be meant. */
  called(words: string): readonly Title[] {
    const named = this.named(words);
    if (named.length > 0) return named;
    const interpreting = this.interpreting(words);
    if (interpreting.length > 0 || !/^[一-龥]{2,}[法例]$/.test(words)) return interpreting;
    const matches = this.matches(words);
    const few = (how: number, lowest: number): Title[] => {
      const found = [...matches]
        .filter(([, one]) => one === how)
        .map(([owner]) => this.rows[owner]!)
        .filter(({ rank }) => rank <= lowest);
      return found.length <= FEW ? found : [];
    };
    const byEnd = few(AT_END, STATE_COUNCIL);
    return byEnd.length > 0 ? byEnd : few(IN_ORDER, STATUTE);
  }

  /**
   * What the courts say of a law or a matter: 行诉法司法解释, 民间借贷司法解释. Those in force first, of them those on the
   * whole law, then on a part of it, the newest first; none when something else is asked.
   */
  interpreting(words: string): readonly Title[] {
    const about = INTERPRETATION.exec(words)?.[1];
    if (about === undefined) return [];
    const [law] = this.called(about);
    const name = law ? shortOf(law) : about.replace(STATE, '');
    const found = this.interpretingOf(name);
    // 专利权纠纷 is what 专利法 is about.
    return found.length > 0 || name.length <= 2 ? found : this.interpretingOf(name.replace(/法$/, ''));
  }

  private interpretingOf(name: string): readonly Title[] {
    const order = (title: Title): number => {
      const short = shortOf(title);
      const on = short.indexOf(`适用${name}`);
      const whole = on >= 0 && WHOLE_LAW.test(short.slice(on + name.length + 2));
      return (title.since === null ? 6 : 0) + (OCCASIONAL.test(short) ? 3 : 0) + (whole ? 0 : on >= 0 ? 1 : 2);
    };
    return this.rows
      .filter((title) => title.kind === INTERPRETING && shortOf(title).includes(name))
      .sort((a, b) => order(a) - order(b) || (b.since ?? '').localeCompare(a.since ?? ''));
  }

  /** Laws whose names have every one of several words, wherever: 上海 垃圾; none of a single word. */
  apart(question: string): readonly Title[] {
    const words = question.trim().split(BETWEEN).map(typedTitle);
    if (words.length < 2 || words.some(({ length }) => length < 2)) return [];
    // The word that the fewest have leaves the others little to be looked for in.
    let fewest: readonly Title[] | undefined;
    for (const word of words) {
      const having = this.withWord(word)?.having;
      if (having?.length === 0) return [];
      if (having && (!fewest || having.length < fewest.length)) fewest = having.map((law) => this.rows[law]!);
    }
    const candidates = fewest ?? this.rows.filter((_, law) => this.havingCommon(words[0]!)[law] === 1);
    return candidates
      .filter(({ title }) => words.every((word) => title.includes(word)))
      .sort((a, b) => a.rank - b.rank || a.title.length - b.title.length);
  }

  /** The name that was meant by one that no title has; undefined of what is no name, and when it cannot be told. */
  meantBy(words: string): string | undefined {
    const about = INTERPRETATION.exec(words)?.[1];
    if (about !== undefined) {
      const law = this.meantBy(about);
      return law && `${law}司法解释`;
    }
    if (!mayBeName(words) || this.named(words).length > 0) return undefined;
    for (const how of this.matches(words).values()) if (how > IN_ORDER) return undefined;
    const wanted = words.replace(STATE, '');
    // Characters are chosen by their sound: 行政触发法.
    const [sounding, another] = this.named(searchKeys(wanted).at(-1)!);
    if (sounding && !another && isOfPlace(wanted, spelt(sounding))) return shortOf(sounding);
    if (!isLikeName(wanted)) return undefined;
    this.spelling ??= new Spelling(this.rows.map(spelt));
    // What is a word in other names is meant as it stands: 排水条例 is not 供水条例.
    const meant = wordsIn(wanted).filter(
      (word) => word.length > 1 && !GENERAL.test(word) && this.withWord(word)?.having.length !== 0,
    );
    return this.spelling.nearest(wanted, (name) => meant.every((word) => name.includes(word)));
  }

  /** The best matches first: the name itself, its beginning, its end (复议法), parts of it; higher ranks and shorter names before others. */
  find(question: string): readonly Title[] {
    const wanted = typedTitle(question);
    if (wanted === '') return [];
    const known = this.byBeginning.get(wanted);
    if (known) return known;
    const found = [...this.matches(wanted)]
      .map(([owner, how]) => {
        const title = this.rows[owner]!;
        return { title, score: how * 10 - title.rank * 3 - title.title.length / 50 };
      })
      .sort((a, b) => b.score - a.score)
      .map(({ title }) => title);
    if (found.length > MANY) {
      if (this.byBeginning.size >= MOST_BEGINNINGS) this.byBeginning.clear();
      this.byBeginning.set(wanted, found);
    }
    return found;
  }

  /** Positions of the titles that have the words, with how they do. */
  private matches(wanted: string): ReadonlyMap<number, number> {
    const best = new Map<number, number>();
    const found = (owner: number, how: number): void => {
      if (how > (best.get(owner) ?? 0)) best.set(owner, how);
    };
    this.written.holding(wanted, found);
    if (/[a-z]/.test(wanted)) this.spelt.holding(wanted, (owner, how) => how > 1 && found(owner, how));
    if (wanted.length >= 3 && /^[一-龥]+$/.test(wanted))
      for (const owner of this.byFirst.get(wanted[0]!) ?? [])
        if (!best.has(owner) && isSubsequence(wanted, shortOf(this.rows[owner]!))) best.set(owner, IN_ORDER);
    return best;
  }
}

/** How a title has the words. */
const AT_END = 2.5;
const IN_ORDER = 0.5;
/** More laws than this are not what a short name means. */
const FEW = 2;
/** Ranks of a statute and of a regulation of the State Council. */
const STATUTE = 2;
const STATE_COUNCIL = 3;

/** Without the state's name, in characters: the second key, unless it is the same as the first. */
const shortOf = ({ keys: [whole, second] }: Title): string => (second && /[一-龥]/.test(second) ? second : whole!);

const spelt = (title: Title): Spelt => ({
  name: shortOf(title),
  rank: title.rank,
  local: title.region !== EVERYWHERE,
});

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
