import type { Postings, Segment, SegmentVersion } from './segment.js';

export interface Ranked {
  readonly segment: Segment;
  readonly clause: number;
  readonly score: number;
}

/** How much a text of one version counts, by the position of the version in the segment; 0: not at all. */
export type Weights = (segment: Segment) => Float32Array;

/** How soon more of the same word says no more, and how much a long clause is held back (Okapi BM25). */
const SATURATION = 1.2;
const LENGTH = 0.4;
/** Clauses with any of the words: once so many have a rare one, the common words only raise these. */
const CANDIDATES = 100;

/**
 * The clauses that say the words most, the rarer words weighing more, each as much as its text counts. With `all` only
 * those that hold every word.
 * @param most how many at most, the best first
 * @param within only the clauses of these versions
 */
export function rankClauses(
  segments: readonly Segment[],
  words: readonly string[],
  all: boolean,
  weights: Weights,
  most: number,
  within?: (segment: Segment) => readonly SegmentVersion[],
): Ranked[] {
  const size = segments.reduce((sum, segment) => sum + segment.size, 0);
  const best = new Best(most);
  const counted = words.map((word) => ({
    word,
    count: segments.reduce((sum, segment) => sum + segment.count(word), 0),
  }));
  if (counted.length === 0 || (all && counted.some(({ count }) => count === 0))) return [];
  const rarest = counted.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
  for (const segment of segments) {
    const lists = rarest.flatMap(({ word, count }): List[] => {
      const postings = segment.postings(word);
      return postings ? [{ ...postings, weight: Math.log(1 + (size - count + 0.5) / (count + 0.5)) }] : [];
    });
    if (all && lists.length < rarest.length) continue;
    const weigh = weights(segment);
    for (const part of within ? within(segment).map((version) => partOf(lists, version)) : [lists])
      if (all) withAll(segment, part, weigh, best);
      else withAny(segment, part, weigh, best);
  }
  return best.sorted();
}

interface List extends Postings {
  /** Of the word: the rarer, the more. */
  readonly weight: number;
}

/** The places of the words in one version. */
const partOf = (lists: readonly List[], { first, clauses: held }: SegmentVersion): List[] =>
  lists.map(({ clauses, times, weight }) => {
    const begin = from(clauses, first, 0);
    const end = from(clauses, first + held, begin);
    return { clauses: clauses.subarray(begin, end), times: times.subarray(begin, end), weight };
  });

const MIDDLE_LENGTH = 45;

function said(segment: Segment, { weight, times }: List, at: number, clause: number): number {
  const often = times[at]!;
  const length = segment.lengths[clause]! / MIDDLE_LENGTH;
  return (weight * often * (SATURATION + 1)) / (often + SATURATION * (1 - LENGTH + LENGTH * length));
}

/** Walks through the shortest list and looks each clause up in the others, whose places only go on. */
function withAll(segment: Segment, lists: readonly List[], weigh: Float32Array, best: Best): void {
  const [shortest, ...others] = [...lists].sort((a, b) => a.clauses.length - b.clauses.length);
  const at = new Uint32Array(others.length);
  next: for (let index = 0; index < shortest!.clauses.length; index += 1) {
    const clause = shortest!.clauses[index]!;
    const factor = weigh[segment.versionOf[clause]!]!;
    if (factor === 0) continue;
    for (let other = 0; other < others.length; other += 1) {
      const { clauses } = others[other]!;
      at[other] = from(clauses, clause, at[other]!);
      if (clauses[at[other]!] !== clause) continue next;
    }
    let score = said(segment, shortest!, index, clause);
    for (let other = 0; other < others.length; other += 1) score += said(segment, others[other]!, at[other]!, clause);
    best.offer(segment, clause, score * factor);
  }
}

/** The rarest words give the candidates; a common one is only looked up in them when they are enough. */
function withAny(segment: Segment, lists: readonly List[], weigh: Float32Array, best: Best): void {
  const { sums } = segment;
  const candidates: number[] = [];
  for (const list of lists) {
    const { clauses } = list;
    if (candidates.length < CANDIDATES) {
      for (let index = 0; index < clauses.length; index += 1) {
        const clause = clauses[index]!;
        if (weigh[segment.versionOf[clause]!] === 0) continue;
        if (sums[clause] === 0) candidates.push(clause);
        sums[clause]! += said(segment, list, index, clause);
      }
    } else {
      let at = 0;
      for (const clause of candidates) {
        // In order within each list they came from.
        at = from(clauses, clause, at > 0 && clauses[at - 1]! >= clause ? 0 : at);
        if (clauses[at] === clause) sums[clause]! += said(segment, list, at, clause);
      }
    }
  }
  for (const clause of candidates) {
    best.offer(segment, clause, sums[clause]! * weigh[segment.versionOf[clause]!]!);
    sums[clause] = 0;
  }
}

/** The first place from `at` on whose number is not below `wanted`: in leaps that double, then by halves. */
function from(numbers: Uint32Array, wanted: number, at: number): number {
  if (at >= numbers.length || numbers[at]! >= wanted) return at;
  let leap = 1;
  while (at + leap < numbers.length && numbers[at + leap]! < wanted) leap *= 2;
  let low = at + (leap >>> 1);
  let high = Math.min(at + leap, numbers.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The best so far, as a heap with the worst of them on top. */
class Best {
  private readonly heap: Ranked[] = [];
  constructor(private readonly most: number) {}

  offer(segment: Segment, clause: number, score: number): void {
    if (this.heap.length < this.most) {
      this.heap.push({ segment, clause, score });
      this.up(this.heap.length - 1);
    } else if (score > this.heap[0]!.score) {
      this.heap[0] = { segment, clause, score };
      this.down();
    }
  }

  sorted(): Ranked[] {
    return [...this.heap].sort((a, b) => b.score - a.score || a.clause - b.clause);
  }

  private up(from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >>> 1;
      if (this.heap[above]!.score <= this.heap[at]!.score) return;
      this.swap(at, above);
      at = above;
    }
  }

  private down(): void {
    let at = 0;
    for (;;) {
      let least = at;
      for (const below of [at * 2 + 1, at * 2 + 2])
        if (below < this.heap.length && this.heap[below]!.score < this.heap[least]!.score) least = below;
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }
}
