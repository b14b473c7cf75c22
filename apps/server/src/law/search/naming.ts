import type { Places } from './law-index.js';
import type { Titles } from './titles.js';
import type { Weighed } from './walk.js';

/**
 * What of a question stands in the names of laws, by their positions. Held once and used for one question after the other:
 * arrays outside the heap cost more to make and to clear away than to fill.
 */
export class Names {
  private laws: number[] = [];
  private all = 0;
  /** The words that a name has, a bit each by their order; how many characters they are. */
  private readonly bits: Uint8Array;
  private readonly letters: Uint8Array;
  /** 1 where the place that a name begins with is among them. */
  private readonly ofPlace: Uint8Array;

  constructor(private readonly titles: Titles) {
    const size = titles.rows.length;
    this.bits = new Uint8Array(size);
    this.letters = new Uint8Array(size);
    this.ofPlace = new Uint8Array(size);
  }

  /** @param words at most eight, longest first */
  ask(words: readonly string[]): void {
    const { bits, letters, ofPlace } = this;
    for (const law of this.laws) bits[law] = letters[law] = ofPlace[law] = 0;
    this.laws = [];
    this.all = (1 << words.length) - 1;
    const common: number[] = [];
    for (const [at, word] of words.entries()) {
      if (word.length < 2) continue;
      const found = this.titles.withWord(word);
      if (!found) common.push(at);
      else this.add(found.having, words, at);
      for (const law of found?.beginning ?? NOTHING) ofPlace[law] = 1;
    }
    for (const at of common) {
      const having = this.titles.havingCommon(words[at]!);
      this.add(
        this.laws.filter((law) => having[law] === 1),
        words,
        at,
      );
    }
  }

  private add(having: readonly number[], words: readonly string[], at: number): void {
    const { bits, letters } = this;
    // What is part of a longer word is counted with it.
    let within = 0;
    for (let before = 0; before < at; before += 1) if (words[before]!.includes(words[at]!)) within |= 1 << before;
    for (const law of having) {
      if (bits[law] === 0) this.laws.push(law);
      if ((bits[law]! & within) === 0) letters[law]! += words[at]!.length;
      bits[law]! |= 1 << at;
    }
  }

  /**
   * What the versions of a segment count by what their names have of the words: 专利 is all of 专利法, a third of
   * 专利代理条例.
   * @param byRank what they count by their rank, or not at all
   * @returns what holds until the next question
   */
  weigh({ ofLaw, scratch }: Places, byRank: Float32Array, leading: Weighed['leading']): Weighed {
    const { factors, left, inName } = scratch;
    factors.set(byRank);
    inName.fill(0);
    const likely: number[] = [];
    for (const law of this.laws) {
      const share = Math.min(1, this.letters[law]! / this.titles.lettersOf(law));
      const whole = this.bits[law] === this.all && this.all > 1 ? ASKED_BY_NAME : 1;
      const factor = (1 + WHOLE_NAME * share) * (this.ofPlace[law] === 1 ? OF_PLACE : 1) * whole;
      for (const at of ofLaw[law]!) {
        if (factors[at] === 0) continue;
        factors[at]! *= factor;
        inName[at] = this.bits[law]!;
        if (share >= LIKELY) likely.push(at);
      }
    }
    left.set(factors);
    likely.sort((a, b) => factors[b]! - factors[a]! || a - b);
    return { factors, left, inName, likely: likely.slice(0, LOOKED_THROUGH), leading };
  }
}

/** What a name that says nothing else than the question adds. */
const WHOLE_NAME = 0.8;
/** A name that has all of several words is what was asked for. */
const ASKED_BY_NAME = 1.5;
/** A text of the place that is named counts as a law of the state. */
const OF_PLACE = 3;
/** Laws that are looked through for any of the words, and how much of their names the question must say. */
const LOOKED_THROUGH = 3;
const LIKELY = 0.45;

const NOTHING: readonly number[] = [];
