import type { Context } from './context.js';
import type { Choice } from './indicators.js';
import type { Figure } from './types.js';

/**
 * How sure the reading is, 0–1: the code by its lead over the next best rule, the form by what is known to go wrong
 * (docs/figures.md shows how often each band is right). Without a code only the form counts.
 */
const DOUBTS: readonly {
  readonly when: (figure: Figure, context: Context, reason: string) => boolean;
  readonly by: number;
}[] = [
  // a percentage whose rate may have been named a sentence before
  { when: (_figure, _context, reason) => reason.startsWith('没有率名'), by: 0.12 },
  { when: (figure) => figure.role === 'target' && figure.approx === 'exact', by: 0.03 },
  // kinds of things, bodies and places counted in passing
  { when: (figure) => figure.unit === '大' || figure.unit === '类' || figure.unit === '大类', by: 0.1 },
  { when: (_figure, context) => context.mention.shape === 'bare' || context.mention.shape === 'ratio', by: 0.15 },
  { when: (_figure, context) => context.mention.shape === 'rank' || context.mention.shape === 'zero', by: 0.05 },
  // a count of units of time may be a habit of speech: 5分钟办结
  { when: (figure, context) => /^(分钟|小时|秒|天|日)$/.test(figure.unit ?? '') && context.before === '', by: 0.15 },
  { when: (figure) => figure.unit === null && figure.role === 'level', by: 0.1 },
];

/**
 * How often such a code was right in reports the reader had not seen (docs/figures.md): a long noun beside its number
 * nine times of ten, a short one seven, one from elsewhere in the clause little more than every second time; a second rule
 * close behind halves it.
 */
function sureOf({ place, margin, head }: Choice): number {
  const near = head.length >= 6 ? 0.91 : head.length >= 3 ? 0.83 : 0.73;
  const base = place > 44 ? near : place > 24 ? near - 0.2 : near - 0.35;
  return base - (margin < 12 ? 0.3 : margin < 40 ? 0.15 : 0);
}

export function confidence(figure: Figure, context: Context, reason: string, choice: Choice | null): number {
  const base = choice === null ? 0.87 : sureOf(choice);
  const doubt = DOUBTS.reduce((sum, { when, by }) => (when(figure, context, reason) ? sum + by : sum), 0);
  return Math.max(0.05, Math.min(0.98, base - doubt));
}
