import { Context } from './context.js';
import type { Prepared } from './features.js';
import { type Pair, Scales } from './pairs.js';
import { wordEvidence } from './word-evidence.js';

/**
 * How much each piece of evidence counts: for the pair being the main one of its old article, and for it being one at all.
 * Fitted on articles of public texts aligned by hand (`score/fit-alignment.ts`). Values are 0–1 unless said.
 */
const WEIGHTS = {
  /** Difference of the shared words to those of the best other new article, and of the best other old one (-1–1). */
  lead: [1.38, 2.2],
  leadFrom: [2.77, 2.76],
  /** No other pair of the old article, or of the new one, shares more. */
  first: [0.97, 1.72],
  firstFrom: [1.45, 1.13],
  /** Share of the old article's words that the new one has and the best other has not. */
  rest: [3.57, 4.37],
  /** The same seen from the new one, for a pair that is not its first. */
  restFromBelow: [17.6, 11.76],
  /** The clause held best beyond what better pairs hold, for a pair that is not the first. */
  clauseBelow: [3.25, 4.77],
  /** How much liker than elsewhere the sentence is that stands out most; seen from either side (-1–1). */
  sentenceLead: [-0.01, 2.49],
  sentenceLeadFrom: [3.0, 0.94],
  /** Share of the sentences that are nowhere liker; of the old article, and of the new one. */
  sentencesHere: [0.76, 0.8],
  sentencesFrom: [0.4, 0.4],
  /** The same of single characters: shares of the old article and the new one, likeness, and their differences to others. */
  charactersTaken: [2.27, 0.95],
  charactersGiven: [1.19, 0.55],
  charactersLike: [0.49, -3.0],
  charactersLead: [-1.21, 1.02],
  charactersLeadFrom: [2.51, 2.53],
  charactersTakenLead: [1.24, 1.87],
  charactersGivenLead: [0.68, 0.68],
  /** The articles around the old one became those around the new one. */
  row: [6.54, 5.1],
  /** 1: punish the same breach; -1: punish others. Somewhat more than fitted: too few articles tell. */
  breach: [2, 2.5],
  /** Likeness of the names of the chapters; 0.5 where there are none. */
  chapter: [0.71, 0.44],
} as const;
const BIAS = { main: -4.24, part: -3.42 };

/** What speaks for a pair and against it, by name. */
export type Evidence = Readonly<Record<keyof typeof WEIGHTS, number>>;

export interface Weights {
  readonly weights: Readonly<Record<keyof Evidence, number>>;
  readonly bias: number;
}

/** `main`: which candidate, if any, an old article became. `part`: whether a candidate took over any of it. */
export interface Model {
  readonly main: Weights;
  readonly part: Weights;
}

const column = (at: 0 | 1, bias: number): Weights => ({
  weights: Object.fromEntries(Object.entries(WEIGHTS).map(([name, pair]) => [name, pair[at]])) as Weights['weights'],
  bias,
});
const MODEL: Model = { main: column(0, BIAS.main), part: column(1, BIAS.part) };

export interface Judged extends Pair {
  /** How likely it is the main target among the candidates, 0–1; the rest to 1 over all is for none of them. */
  readonly main: number;
  /** How likely the new article took over (a part of) the old one, 0–1, each by itself. */
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
  return pairs.map((list, at) => {
    if (equal.has(at)) return [];
    const odds = evidence[at]!.map((one) => Math.exp(score(one, model.main)));
    const all = odds.reduce((sum, one) => sum + one, 1);
    return list.map(
      (pair, place): Judged => ({
        ...pair,
        main: odds[place]! / all,
        likely: 1 / (1 + Math.exp(-score(evidence[at]![place]!, model.part))),
      }),
    );
  });
}

function score(evidence: Evidence, { weights, bias }: Weights): number {
  let sum = bias;
  for (const [name, weight] of Object.entries(weights)) sum += weight * evidence[name as keyof Evidence];
  return sum;
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
