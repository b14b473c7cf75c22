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
  lead: [1.42, 2.42],
  leadFrom: [2.84, 2.92],
  /** No other pair of the old article, or of the new one, shares more. */
  first: [0.92, 1.64],
  firstFrom: [1.38, 1.1],
  /** Share of the old article's words that the new one has and the best other has not. */
  rest: [4.06, 4.65],
  /** The same seen from the new one, for a pair that is not its first. */
  restFromBelow: [17.7, 11.72],
  /** The clause held best beyond what better pairs hold, for a pair that is not the first. */
  clauseBelow: [3.15, 4.96],
  /** How much liker than elsewhere the sentence is that stands out most; seen from either side (-1–1). */
  sentenceLead: [-0.06, 2.5],
  sentenceLeadFrom: [3.21, 0.99],
  /** Share of the sentences that are nowhere liker; of the old article, and of the new one. */
  sentencesHere: [0.81, 0.85],
  sentencesFrom: [0.36, 0.34],
  /** The same of single characters: shares of the old article and the new one, likeness, and their differences to others. */
  charactersTaken: [2.15, 0.91],
  charactersGiven: [1.33, 0.48],
  charactersLike: [0.46, -2.7],
  charactersLead: [-1.19, 0.92],
  charactersLeadFrom: [2.57, 2.51],
  charactersTakenLead: [1.37, 1.89],
  charactersGivenLead: [0.56, 0.52],
  /** The articles around the old one became those around the new one. */
  row: [6.15, 4.94],
  /** 1: punish the same breach; -1: punish others. Somewhat more than fitted: too few articles tell. */
  breach: [2, 2.5],
  /** Likeness of the names of the chapters; 0.5 where there are none. */
  chapter: [0.66, 0.41],
} as const;
const BIAS = { main: -4.11, part: -3.4 };

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
