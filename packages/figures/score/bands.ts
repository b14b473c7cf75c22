import { table } from './table.js';

/** One figure read: how sure the reader was, and whether value and code were right. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

const LIMITS = [0, 0.7, 0.8, 0.9, 1.01];

/** How often the figures of each band of confidence are right. */
export function bands(judged: readonly Judged[]): string {
  const rows = LIMITS.slice(0, -1).map((low, index) => {
    const high = LIMITS[index + 1]!;
    const own = judged.filter(({ confidence }) => confidence >= low && confidence < high);
    const right = own.filter((one) => one.right).length;
    return [
      `${low.toFixed(1)}–${Math.min(1, high).toFixed(1)}`,
      String(own.length),
      own.length === 0 ? '–' : (right / own.length).toFixed(3),
    ];
  });
  return table(['confidence', 'figures', 'right'], rows);
}
