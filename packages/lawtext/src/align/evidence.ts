import { Context } from './context.js';
import type { Prepared } from './features.js';
import { type Pair, Scales } from './pairs.js';
import { wordEvidence } from './word-evidence.js';

/**
 * How much each piece of evidence counts for a pair: a logistic model fitted on articles of public texts aligned by hand
 * (`score/fit-alignment.ts`). Values are 0–1 unless said.
 */
const WEIGHTS = {
  /** Difference of the shared words to those of the best other new article, and of the best other old one (-1–1). */
  lead: 4.53,
  leadFrom: 4.81,
  /** No other pair of the old article, or of the new one, shares more. */
  first: 1.76,
  firstFrom: 1.28,
  /** Share of the old article's words that the new one has and the best other has not. */
  rest: 6.82,
  /** The same seen from the new one, for a pair that is not its first. */
  restFromBelow: 11.69,
  /** The clause held best beyond what better pairs hold, for a pair that is not the first. */
  clauseBelow: 4.32,
  /** How much liker than elsewhere the sentence is that stands out most; seen from either side (-1–1). */
  sentenceLead: 2.03,
  sentenceLeadFrom: 1.26,
  /** Share of the sentences that are nowhere liker; of the old article, and of the new one. */
  sentencesHere: 0.89,
  sentencesFrom: 0.54,
  /** The articles around the old one became those around the new one. */
  row: 4.85,
  /** 1: punish the same breach; -1: punish others. Set by hand: too few articles tell. */
  breach: 5,
  /** Likeness of the names of the chapters; 0.5 where there are none. */
  chapter: 0.58,
} as const;
const BIAS = -4.5;

export interface Model {
  readonly weights: Readonly<Record<keyof typeof WEIGHTS, number>>;
  readonly bias: number;
}

const MODEL: Model = { weights: WEIGHTS, bias: BIAS };

/** What speaks for a pair and against it, by name. */
export type Evidence = Readonly<Record<keyof typeof WEIGHTS, number>>;

export interface Judged extends Pair {
  /** How likely the new article took over (a part of) the old one, 0–1. */
  readonly likely: number;
}

/**
 * Judges every pair among its rivals: the other candidates of the old article, and the other old articles that claim the
 * new one. Words alone mislead where many articles share them, so most of the evidence is what a pair has beyond them.
 */
export function judge(
  prepared: Prepared,
  pairs: readonly (readonly Pair[])[],
  equal: ReadonlyMap<number, number>,
  model = MODEL,
): Judged[][] {
  const evidence = collectEvidence(prepared, pairs, equal);
  return pairs.map((list, at) =>
    equal.has(at)
      ? []
      : list.map((pair, place): Judged => ({ ...pair, likely: likelihood(evidence[at]![place]!, model) })),
  );
}

function likelihood(evidence: Evidence, { weights, bias }: Model): number {
  let sum = bias;
  for (const [name, weight] of Object.entries(weights)) sum += weight * evidence[name as keyof Evidence];
  return 1 / (1 + Math.exp(-sum));
}

/** The evidence of each pair, in the order of the pairs. */
export function collectEvidence(
  prepared: Prepared,
  pairs: readonly (readonly Pair[])[],
  equal: ReadonlyMap<number, number>,
): Evidence[][] {
  const claims: Pair[][] = prepared.now.map(() => []);
  for (const list of pairs) for (const pair of list) claims[pair.now]!.push(pair);
  const context = new Context(prepared, pairs, equal);
  const scales = new Scales(prepared.weights);
  return pairs.map((list) =>
    list.map((pair): Evidence => {
      const others = list.filter((other) => other !== pair);
      const rivals = claims[pair.now]!.filter((other) => other !== pair);
      return { ...wordEvidence(prepared, scales, pair, others, rivals), ...context.evidence(pair) };
    }),
  );
}
