import type { Best } from './best.js';
import { WHOLE_HEADING } from './marks.js';
import { NOWHERE, type Postings } from './postings.js';
import type { Segment } from './segment.js';

/** What the versions of a segment count for, by their place in it. */
export interface Weighed {
  /** How much a text counts, by its rank and its name; 0: not at all. */
  readonly factors: Float32Array;
  /** The same, to be set to 0 where all was looked at. */
  readonly left: Float32Array;
  /** The words of the question that its name has, a bit each. */
  readonly inName: Uint8Array;
  /** Those whose names say enough of the question to look them through, the most likely first. */
  readonly likely: readonly number[];
  /** Of a word that very many clauses hold those that say it most. */
  readonly leading: (word: string) => Uint32Array;
}

export interface Wanted {
  /** Longest first, at most eight. */
  readonly words: readonly string[];
  readonly phrases: readonly string[];
}

/** How soon more of the same word says no more, and how much a long clause is held back (Okapi BM25). */
const SATURATION = 1.2;
const LENGTH = 0.25;
const MIDDLE_LENGTH = 45;
/** A clause with a list is long without saying less: from twice the middle length on it is not held back more. */
const LONGEST = 2;
/** What a word counts in the heading over a clause, and in the name of its law, beside 1 to 2.2 in the clause. */
const IN_HEADING = 1;
const IN_NAME = 1.2;
/** What a word may count in all; a little more, for what is lost in rounding. */
const MOST_SAID = (SATURATION + 1 + IN_HEADING) * (1 + 1e-9);
/** A clause that says what the thing is. */
const DEFINES = 1.7;
/** The rule is meant, not what follows when it is broken, unless that is asked. */
const SANCTION = 0.7;
const SANCTIONING = '法律责任';
const PUNISHED = /^(?:处罚|罚款|惩罚|制裁)$/;
const SANCTIONS = /[罚责赔刑违未欠]|没收|吊销|拘留|后果|处分/;
/** Clauses with all words are enough when there are so many; else those with the rarest words are looked at, so many at least. */
const ENOUGH = 20;
const CANDIDATES = 60;
/** A heading over more clauses than this is one that most texts have. */
const MOST_UNDER = 400;
/** A word that is defined in more clauses than this is no term. */
const MOST_DEFINITIONS = 200;

/** How much a clause of a length is held back. */
export const holding = (length: number): number =>
  SATURATION * (1 - LENGTH + LENGTH * Math.min(length / MIDDLE_LENGTH, LONGEST));

/**
 * One question in one segment. What its inner loops read is in typed arrays and in arrays that were filled by `push`: `map`
 * makes arrays of one kind or another as it is compiled or not, and what was compiled for one kind is thrown away at the other.
 */
export class Walk {
  private readonly lists: Postings[] = [];
  private readonly headings: Postings[] = [];
  /** How often the clause that is looked at holds each word. */
  private readonly often: Uint8Array;
  /** Where `through` is in the list of each word. */
  private readonly at: Uint32Array;
  /** A bit for each word. */
  private readonly all: number;
  private readonly total: number;
  /** Clauses that say what a word or phrase is. */
  private readonly defining = new Set<number>();
  /** What was offered already. */
  private readonly offered = new Set<number>();
  /** The most that the words of a clause may say. */
  private readonly utmost: number;
  /** Clauses of 法律责任, when the question does not ask for it. */
  private readonly sanctions: Postings;
  /** How many hold every word. */
  private whole = 0;

  private readonly words: readonly string[];
  private readonly phrases: readonly string[];

  constructor(
    private readonly segment: Segment,
    { words, phrases }: Wanted,
    private readonly weights: Float64Array,
    private readonly weighed: Weighed,
    private readonly best: Best,
  ) {
    this.words = words;
    this.phrases = phrases;
    const sanctioning = segment.term(SANCTIONING).under;
    for (const word of words) {
      const { clauses, under } = segment.term(word);
      this.lists.push(clauses);
      // Under 法律责任 stands how something is punished, without that word.
      this.headings.push(PUNISHED.test(word) ? sanctioning : under);
    }
    this.often = new Uint8Array(words.length);
    this.at = new Uint32Array(words.length);
    this.sanctions = [...words, ...phrases].some((word) => SANCTIONS.test(word)) ? NOWHERE : sanctioning;
    this.all = (1 << words.length) - 1;
    let total = 0;
    for (const weight of weights) total += weight;
    this.total = total;
    this.utmost = this.total * MOST_SAID;
    // What several words are asked together for is defined by none of them alone.
    for (const term of new Set(words.length === 1 ? [...phrases, ...words] : phrases)) {
      const { clauses } = segment.term(term).defining;
      if (clauses.length <= MOST_DEFINITIONS) for (const clause of clauses) this.defining.add(clause);
    }
  }

  everywhere(): void {
    for (const clause of this.defining) this.offerOnce(clause);
    this.underHeadings();
    const { likely, left } = this.weighed;
    for (const version of likely) {
      if (this.utmost * left[version]! > this.best.least) this.through(version);
      left[version] = 0;
    }
    const rarestFirst: number[] = [];
    for (let word = 0; word < this.lists.length; word += 1) rarestFirst.push(word);
    rarestFirst.sort((a, b) => this.lists[a]!.clauses.length - this.lists[b]!.clauses.length);
    this.withAll(rarestFirst);
    if (this.whole < ENOUGH) this.withAny(rarestFirst);
  }

  /** What stands under a heading that is just what is asked need not say it: 受案范围. */
  private underHeadings(): void {
    for (const phrase of this.phrases) {
      const { clauses, times } = this.segment.term(phrase).under;
      if (clauses.length > MOST_UNDER) continue;
      for (let at = 0; at < clauses.length; at += 1)
        if (times[at] === WHOLE_HEADING && !this.offered.has(clauses[at]!)) this.offerOnce(clauses[at]!);
    }
  }

  /** The clauses of one version that hold any of the words. */
  through(version: number): void {
    const { first, clauses } = this.segment.versions[version]!;
    const end = first + clauses;
    const { lists, headings, often, at } = this;
    const factor = this.weighed.factors[version]! * (this.defining.size > 0 ? DEFINES : 1);
    let under = 0;
    for (let word = 0; word < lists.length; word += 1) {
      at[word] = lists[word]!.from(first);
      if (headings[word]!.hasIn(first, end)) under |= 1 << word;
    }
    const elsewhere = under | this.weighed.inName[version]!;
    for (;;) {
      let next = end;
      for (let word = 0; word < lists.length; word += 1) {
        const { clauses } = lists[word]!;
        const place = at[word]!;
        if (place < clauses.length && clauses[place]! < next) next = clauses[place]!;
      }
      if (next === end) return;
      let bits = elsewhere;
      for (let word = 0; word < lists.length; word += 1) {
        const { clauses, times } = lists[word]!;
        const place = at[word]!;
        const holds = place < clauses.length && clauses[place] === next;
        often[word] = holds ? times[place]! : 0;
        if (!holds) continue;
        bits |= 1 << word;
        at[word] = place + 1;
      }
      if (bits !== this.all && this.mostOf(bits) * factor <= this.best.least) continue;
      if (!this.offered.has(next)) this.weigh(next, under);
    }
  }

  /**
   * What a clause says at most that holds no other words than these, in it, over it or in the name of its law: what cannot be
   * among the best is not weighed (MaxScore: H. Turtle and J. Flood, Query evaluation: strategies and optimizations, 1995).
   */
  private mostOf(bits: number): number {
    let held = 0;
    for (let word = 0; word < this.weights.length; word += 1)
      if ((bits & (1 << word)) !== 0) held += this.weights[word]!;
    const share = held / this.total;
    return MOST_SAID * held * share * share;
  }

  /** Walks through the shortest list and looks each clause up in the others. */
  private withAll(rarestFirst: readonly number[]): void {
    const { lists } = this;
    const { clauses } = lists[rarestFirst[0]!]!;
    const { versionOf } = this.segment;
    const { left } = this.weighed;
    next: for (let at = 0; at < clauses.length; at += 1) {
      const clause = clauses[at]!;
      for (let nth = 1; nth < rarestFirst.length; nth += 1) if (!lists[rarestFirst[nth]!]!.has(clause)) continue next;
      // Once good ones are found, most others could not be as good if they said all there is.
      if (this.utmost * left[versionOf[clause]!]! <= this.best.least) continue;
      if (!this.offered.has(clause)) this.offer(clause);
    }
  }

  /** The rarest words give the candidates; the more common ones no more of them once they are enough. */
  private withAny(rarestFirst: readonly number[]): void {
    const { often } = this;
    let candidates = 0;
    for (let nth = 0; nth < rarestFirst.length; nth += 1) {
      if (candidates >= CANDIDATES) return;
      const word = rarestFirst[nth]!;
      next: for (const clause of this.weighed.leading(this.words[word]!)) {
        if (this.weighed.left[this.segment.versionOf[clause]!] === 0 || this.offered.has(clause)) continue;
        this.count(clause);
        // Looked at before for a rarer word.
        for (let before = 0; before < nth; before += 1) if (often[rarestFirst[before]!]! > 0) continue next;
        this.weigh(clause, this.all);
        candidates += 1;
      }
    }
  }

  private offerOnce(clause: number): void {
    this.offer(clause);
    this.offered.add(clause);
  }

  private offer(clause: number): void {
    this.count(clause);
    this.weigh(clause, this.all);
  }

  private count(clause: number): void {
    const { lists, often } = this;
    for (let word = 0; word < lists.length; word += 1) often[word] = lists[word]!.timesIn(clause);
  }

  /**
   * By how often it holds each word.
   * @param under the words that may stand over it, a bit each
   */
  private weigh(clause: number, under: number): void {
    const { segment, often, headings, weights, weighed } = this;
    const version = segment.versionOf[clause]!;
    const factor = weighed.factors[version]!;
    if (factor === 0) return;
    const inName = weighed.inName[version]!;
    const hold = holding(segment.lengths[clause]!);
    let sum = 0;
    let held = 0;
    let bits = 0;
    for (let word = 0; word < often.length; word += 1) {
      const times = often[word]!;
      let said = times === 0 ? 0 : (times * (SATURATION + 1)) / (times + hold);
      // What a law is about by its name its clauses need not repeat.
      if (said < IN_NAME && (inName & (1 << word)) !== 0) said = IN_NAME;
      if ((under & (1 << word)) !== 0) said += (IN_HEADING * headings[word]!.timesIn(clause)) / WHOLE_HEADING;
      if (said === 0) continue;
      sum += weights[word]! * said;
      held += weights[word]!;
      bits |= 1 << word;
    }
    const share = held / this.total;
    let score = sum * share * share * factor;
    if (this.defining.has(clause)) score *= DEFINES;
    if (this.sanctions.has(clause)) score *= SANCTION;
    this.best.offer(segment, clause, score, bits === this.all);
    if (bits !== this.all) return;
    this.whole += 1;
    // Only those few that come before the search for candidates begins.
    if (this.whole < ENOUGH) this.offered.add(clause);
  }
}
