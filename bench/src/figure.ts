/** One measured thing: what, value with its unit, the budget, and whether it is kept. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  /** The budget in words; absent: for information. */
  readonly budget?: string;
  readonly kept?: boolean;
}

/** A group of figures measured together, with what must be known to read them. */
export interface Measured {
  readonly title: string;
  readonly note: string;
  readonly figures: readonly Figure[];
}

/** The value below which `share` (0..1) of the sorted milliseconds lie. */
export function percentile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) throw new Error('no measurements');
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export const milliseconds = (value: number): string =>
  value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`;
