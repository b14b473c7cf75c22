import { type Scale, scaleOf, solve } from './logistic.js';

/** One choice to learn from: the candidates, and which of them are right. None right: to choose nothing was. */
export interface Choice {
  readonly candidates: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

const RIDGE = 3;
const STEPS = 20;
const LONGEST_STEP = 1;

/**
 * Conditional logit by Newton's method: candidates compete with each other and with choosing nothing (whose score is 0).
 * Where several are right, the likelihood that any of them is chosen counts.
 */
export function fitChoice(choices: readonly Choice[]): { weights: number[]; bias: number } {
  const scale: Scale = scaleOf(choices.flatMap(({ candidates }) => candidates));
  const size = scale.mean.length + 1;
  const scaled = choices.map(({ candidates, right }) => ({ rows: candidates.map(scale.apply), right }));
  let beta = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = beta.map((weight, at) => (at < size - 1 ? -RIDGE * weight : 0));
    const curve = beta.map((_, at) => beta.map((__, other) => (at === other ? (at < size - 1 ? RIDGE : 1e-6) : 0)));
    for (const { rows, right } of scaled) {
      const likely = chances(rows.map((row) => row.reduce((sum, value, at) => sum + value * beta[at]!, 0)));
      const hit = likely.reduce((sum, chance, at) => sum + (right[at] ? chance : 0), Number.MIN_VALUE);
      const mean = new Array<number>(size).fill(0);
      for (const [place, row] of rows.entries()) {
        const chance = likely[place]!;
        const pull = (right[place] ? chance / hit : 0) - chance;
        for (let at = 0; at < size; at++) {
          gradient[at]! += pull * row[at]!;
          mean[at]! += chance * row[at]!;
          for (let other = 0; other <= at; other++) curve[at]![other]! += chance * row[at]! * row[other]!;
        }
      }
      for (let at = 0; at < size; at++)
        for (let other = 0; other <= at; other++) curve[at]![other]! -= mean[at]! * mean[other]!;
    }
    for (let at = 0; at < size; at++) for (let other = 0; other < at; other++) curve[other]![at] = curve[at]![other]!;
    const change = solve(curve, gradient);
    // far from the best a whole step goes astray
    const part = Math.min(1, LONGEST_STEP / Math.max(...change.map(Math.abs)));
    beta = beta.map((weight, at) => weight + part * change[at]!);
  }
  return scale.back(beta);
}

/** Likelihood of each score among all of them and a score of 0. */
function chances(scores: readonly number[]): number[] {
  const most = Math.max(0, ...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const all = powers.reduce((sum, power) => sum + power, Math.exp(-most));
  return powers.map((power) => power / all);
}
