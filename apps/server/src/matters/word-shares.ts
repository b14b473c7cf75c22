import type pg from 'pg';
import { wordsAsked } from './words.js';

/** The statistics of a table change when it has grown by a tenth or so. */
const FRESH_MS = 600_000;

/**
 * How common words are among matters. A name is found by all its pairs of characters at once, which the planner takes for
 * independent of each other: 政府信息公开 would be in one matter of a hundred thousand, and is in one of six.
 */
export class WordShares {
  private shares: ReadonlyMap<string, number> = new Map();
  private askedAt = 0;

  constructor(private readonly pool: pg.Pool) {}

  /** The share of all matters, 0 to 1, in which the typed words may be at most; 0 where one of them is rare. */
  async of(typed: string): Promise<number> {
    if (Date.now() - this.askedAt > FRESH_MS) {
      this.askedAt = Date.now();
      const { rows } = await this.pool.query<{ word: string; share: number }>('select * from fadu_common_words()');
      this.shares = new Map(rows.map(({ word, share }) => [word, share]));
    }
    const words = wordsAsked(typed);
    return words.length === 0 ? 0 : Math.min(...words.map((word) => this.shares.get(word) ?? 0));
  }
}

const known = new WeakMap<pg.Pool, WordShares>();

/** What a process knows of the base behind a pool. */
export function wordSharesOf(pool: pg.Pool): WordShares {
  const shares = known.get(pool) ?? new WordShares(pool);
  known.set(pool, shares);
  return shares;
}
