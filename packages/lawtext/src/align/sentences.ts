import type { ArticleText } from './features.js';

export interface SentenceMove {
  readonly index: number;
  /** Likeness of the old sentence to its counterpart, 0–1. */
  readonly score: number;
}

/** How much better than in the main target a sentence must be matched elsewhere to count as moved there. */
const MARGIN = 0.15;

/**
 * Mean weight of a sentence's trigrams, as a share of the greatest, from which it tells anything. Formulas that stand in
 * many articles (构成犯罪的，依法追究刑事责任) stay below.
 */
const TELLING = 0.5;

/**
 * Articles other than the main target to which a sentence of the old article went, best first, each once.
 *
 * Likeness of two sentences is the mean of the weighted shares of trigrams they have in common, seen from either side,
 * so that a phrase contained in a long sentence counts half. A sentence that the main target holds about as well stays.
 */
export function sentenceMoves(
  article: ArticleText,
  main: number,
  candidates: readonly number[],
  now: readonly ArticleText[],
  weights: ReadonlyMap<string, number>,
): SentenceMove[] {
  const moves = new Map<number, number>();
  const telling = TELLING * Math.max(...weights.values());
  for (const sentence of article.sentences) {
    if (weightOf(sentence, weights) < telling * sentence.size) continue;
    const stays = bestLikeness(sentence, now[main]!, weights);
    let best: SentenceMove | undefined;
    for (const index of candidates) {
      if (index === main) continue;
      const score = bestLikeness(sentence, now[index]!, weights);
      if (!best || score > best.score) best = { index, score };
    }
    if (!best || best.score < stays + MARGIN) continue;
    moves.set(best.index, Math.max(best.score, moves.get(best.index) ?? 0));
  }
  return [...moves].map(([index, score]) => ({ index, score })).sort((a, b) => b.score - a.score);
}

/** How like the sentences of an article are to those of another on the mean, weighted by their length. */
export function meanLikeness(article: ArticleText, other: ArticleText, weights: ReadonlyMap<string, number>): number {
  let total = 0;
  let size = 0;
  for (const sentence of article.sentences) {
    total += bestLikeness(sentence, other, weights) * sentence.size;
    size += sentence.size;
  }
  return size === 0 ? 0 : total / size;
}

function bestLikeness(
  sentence: ReadonlySet<string>,
  article: ArticleText,
  weights: ReadonlyMap<string, number>,
): number {
  let best = 0;
  for (const other of article.sentences) best = Math.max(best, likeness(sentence, other, weights, best));
  return best;
}

/** Weight of a set of trigrams under the weights of one alignment; sets are compared many times. */
const totals = new WeakMap<
  ReadonlySet<string>,
  { readonly weights: ReadonlyMap<string, number>; readonly total: number }
>();

function weightOf(grams: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  const known = totals.get(grams);
  if (known?.weights === weights) return known.total;
  let total = 0;
  for (const gram of grams) total += weights.get(gram) ?? 0;
  totals.set(grams, { weights, total });
  return total;
}

function likeness(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weights: ReadonlyMap<string, number>,
  least: number,
): number {
  const ofA = weightOf(a, weights);
  const ofB = weightOf(b, weights);
  // the most two sets can share is the lighter one
  const most = Math.min(ofA, ofB);
  if (most === 0 || (most / ofA + most / ofB) / 2 <= least) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared += weights.get(gram) ?? 0;
  return (shared / ofA + shared / ofB) / 2;
}
