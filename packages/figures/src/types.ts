import type { CatalogueEntry } from '@fadu/catalogue';

/** A line of the catalogue, as far as the reader needs it. */
export type ReaderEntry = Pick<CatalogueEntry, 'code' | 'name' | 'unit' | 'synonyms'>;

export type Approx = 'exact' | 'about' | 'over' | 'under';
export type Role = 'level' | 'change' | 'previous' | 'share' | 'rank' | 'duration' | 'target';
export type Polarity = 'up' | 'down';

/**
 * A quantitative statement of a report. `start`/`end` are half-open UTF-16 offsets in the text as given; the span holds
 * numeral, magnitude, unit and approximation. `refers_to` and `of` are indexes in the returned array.
 */
export interface Figure {
  start: number;
  end: number;
  text: string;
  value: number;
  /** Upper bound, only for ranges. */
  value_to?: number;
  unit: string | null;
  approx: Approx;
  role: Role;
  polarity: Polarity | null;
  basis: string | null;
  subject: string | null;
  verb: string | null;
  scope: string | null;
  indicator: string | null;
  refers_to: number | null;
  of: number | null;
  /** 0–1; below CONFIDENT (read.ts) a person should look first. */
  confidence?: number;
  /** Why it was read so, only with `explain`. */
  reasons?: string[];
}

/** What the numeral layer finds: a span with a value; nothing about its meaning yet. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Offsets of the bare numeral, without approximation words and unit. */
  readonly numeralStart: number;
  readonly numeralEnd: number;
  readonly value: number;
  readonly valueTo?: number;
  readonly unit: string | null;
  readonly approx: Approx;
  readonly shape: Shape;
}

export type Shape =
  | 'count'
  | 'percent'
  | 'fraction'
  | 'times'
  | 'doubling'
  | 'flat'
  | 'ratio'
  | 'rank'
  | 'none'
  | 'zero'
  | 'bare';
