import type { Candidate } from './align.js';
import type { ArticleText } from './features.js';

/** How much the same breach, or another one, counts beside the words. */
const BREACH = 0.1;

/** Share of an old article from which one that also stood word for word in the old text may be its target. */
const DOUBLE = 0.5;

/**
 * What the rows of an alignment tell about each other. Penalties share their formulas, so that words alone mislead; but
 * the article whose breach is punished has its own row, and the penalty for it in the other version names its new number.
 * And an article that stood word for word in the old text has taken over nothing else.
 * Fails for a penalty that was moved to another breach with the same words.
 */
export class Context {
  readonly #old: readonly ArticleText[];
  readonly #now: readonly ArticleText[];
  /** Number an old article has most likely got, by its own. */
  readonly #numbers = new Map<string, string>();
  readonly #equalPlaces: ReadonlySet<number>;

  constructor(
    old: readonly ArticleText[],
    now: readonly ArticleText[],
    equal: ReadonlyMap<number, number>,
    candidates: readonly (readonly Candidate[])[],
  ) {
    this.#old = old;
    this.#now = now;
    this.#equalPlaces = new Set(equal.values());
    old.forEach((article, at) => {
      const place = equal.get(at) ?? candidates[at]![0]?.index;
      if (place !== undefined) this.#numbers.set(article.number, now[place]!.number);
    });
  }

  /** The candidates of an old article that remain, with their breaches taken into account, best first. */
  weigh(at: number, candidates: readonly Candidate[]): Candidate[] {
    return candidates
      .filter(({ index, taken }) => !this.#equalPlaces.has(index) || taken > DOUBLE)
      .map((candidate) => ({ ...candidate, score: candidate.score + BREACH * this.#breach(at, candidate.index) }))
      .sort((a, b) => b.score - a.score);
  }

  /** 1 when both punish the same breach, -1 when they punish others, 0 when either names none. */
  #breach(at: number, index: number): number {
    const old = this.#old[at]!.breached;
    const now = this.#now[index]!.breached;
    if (old.length === 0 || now.length === 0) return 0;
    return old.some((number) => now.includes(this.#numbers.get(number) ?? '')) ? 1 : -1;
  }
}
