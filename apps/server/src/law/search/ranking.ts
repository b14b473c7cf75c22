import { Best, type Ranked } from './best.js';
import type { Segment } from './segment.js';
import { holding, Walk, type Wanted, type Weighed } from './walk.js';

/** Words looked for, the longest of the question. */
const MOST_WORDS = 8;
/** Clauses with a word, from which on its parts are not looked for. */
const USUAL = 20;

/**
 * The clauses that say the words most, the rarer words weighing more, each as much as its text counts, and less the more of
 * the question it leaves out.
 * @param most how many at most, the best first
 * @param within only the clauses of these versions, by their place in the segment
 */
export function rankClauses(
  segments: readonly Segment[],
  wanted: Wanted,
  weigh: (segment: Segment) => Weighed,
  most: number,
  within?: (segment: Segment) => readonly number[],
): Ranked[] {
  const size = segments.reduce((sum, segment) => sum + segment.size, 0);
  const best = new Best(most);
  // A word that no text has is held by none: what is left out weighs as much as the rarest there are.
  const weights = Float64Array.from(wanted.words, (word) => {
    const count = countIn(segments, word);
    return Math.log(1 + (size - count + 0.5) / (count + 0.5));
  });
  for (const segment of segments) {
    const walk = new Walk(segment, wanted, weights, weigh(segment), best);
    if (within) for (const version of within(segment)) walk.through(version);
    else walk.everywhere();
  }
  return best.sorted();
}

const countIn = (segments: readonly Segment[], word: string): number =>
  segments.reduce((sum, segment) => sum + segment.term(word).clauses.clauses.length, 0);

/** The words of a question that are looked for: 行政 says nothing beside 行政处罚, as long as texts speak of that. */
export function tellingWords(segments: readonly Segment[], words: readonly string[]): readonly string[] {
  const usual = words.filter((word) => word.length > 1 && countIn(segments, word) >= USUAL);
  return words.filter((word) => !usual.some((other) => other !== word && other.includes(word))).slice(0, MOST_WORDS);
}

/** Clauses of a word that are candidates at most. */
const LEADING = 60;

/**
 * The clauses that say a word most by what their texts count, in their order; all of them when they are not many.
 * @param factors of the versions of the segment
 */
export function leadingOf(segment: Segment, word: string, factors: Float32Array): Uint32Array {
  const { clauses, times } = segment.term(word).clauses;
  if (clauses.length <= LEADING) return clauses;
  const scores = new Float32Array(clauses.length);
  for (let at = 0; at < clauses.length; at += 1) {
    const clause = clauses[at]!;
    scores[at] = (factors[segment.versionOf[clause]!]! * times[at]!) / (times[at]! + holding(segment.lengths[clause]!));
  }
  const least = nthLargest(scores, LEADING);
  // Of many that say it just as much the first.
  return clauses.filter((_, at) => scores[at]! >= least && scores[at]! > 0).slice(0, LEADING);
}

/** The largest n in a heap with the least of them on top: nearly all of many thousand are passed over with one look. */
function nthLargest(values: Float32Array, n: number): number {
  // In rising order they are such a heap.
  const heap = values.slice(0, n).sort();
  for (let next = n; next < values.length; next += 1) {
    const value = values[next]!;
    if (value <= heap[0]!) continue;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below + 1 < n && heap[below + 1]! < heap[below]!) below += 1;
      if (below >= n || value <= heap[below]!) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = value;
  }
  return heap[0]!;
}
