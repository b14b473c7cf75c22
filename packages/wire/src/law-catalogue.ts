import type { LawHit, LawValidity } from './law.js';

/** One text in a list of the base: the law, and the version that stands so on the day. */
export interface LawListed extends LawHit {
  readonly maker: string | null;
  readonly regionName: string;
  readonly effectiveOn: string;
  /** Exclusive. */
  readonly endOn: string | null;
  readonly validity: LawValidity;
  /** Title of the text that repealed it. */
  readonly endedBy: string | null;
}

/** The base as a list, without a question of words. */
export interface LawCatalogue {
  readonly on: string;
  readonly rows: readonly LawListed[];
  /** All that fit, also those beyond the page. */
  readonly total: number;
}

/** By what a list is ordered: rank and name, or what came into force or ended last. */
export type LawOrder = 'rank' | 'latest';
