/** A line of the national catalogue of indicators: codes are stable. */
export interface CatalogueEntry {
  readonly code: string;
  readonly name: string;
  readonly english: string;
  readonly unit: string;
  readonly kind: 'count' | 'stock' | 'rate' | 'money' | 'duration';
  /** Which way is better: `up`, `down`, or neither. */
  readonly direction: 'up' | 'down' | 'neutral';
  readonly domain: string;
  /** What is counted, in words (统计口径). */
  readonly counted: string;
  /** Other words by which published reports name it. */
  readonly synonyms: readonly string[];
  /** Not of the national catalogue: a line counts it for those who lead; it stands in no return, report or open data. */
  readonly own?: true;
}
