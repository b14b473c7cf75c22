/** One case to learn from: what is known of it, always in the same order, and whether it is right. */
export interface Sample {
  readonly values: readonly number[];
  readonly right: boolean;
}

/** How strongly weights are held near nothing, in units of the values' spread. */
const RIDGE = 3;
const STEPS = 10;

/** Logistic regression by Newton's method, on values put on one scale; the weights come back for the values as given. */
export function fitLogistic(samples: readonly Sample[]): { weights: number[]; bias: number } {
  const scale = scaleOf(samples.map(({ values }) => values));
  const size = scale.mean.length;
  const rows = samples.map(({ values }) => scale.apply(values));
  const beta = new Array<number>(size + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = beta.map((weight, at) => (at < size ? -RIDGE * weight : 0));
    const curve = beta.map((_, at) => beta.map((__, other) => (at === other && at < size ? RIDGE : 0)));
    for (const [place, row] of rows.entries()) {
      const likely = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * beta[at]!, 0)));
      const error = (samples[place]!.right ? 1 : 0) - likely;
      const certainty = likely * (1 - likely) + 1e-9;
      for (let at = 0; at <= size; at++) {
        gradient[at]! += error * row[at]!;
        for (let other = 0; other <= size; other++) curve[at]![other]! += certainty * row[at]! * row[other]!;
      }
    }
    for (const [at, change] of solve(curve, gradient).entries()) beta[at]! += change;
  }
  return scale.back(beta);
}

/** Puts values on one scale, with a 1 for the bias behind them; and weights fitted so back on the scale of the values. */
export interface Scale {
  readonly mean: readonly number[];
  readonly apply: (values: readonly number[]) => number[];
  readonly back: (beta: readonly number[]) => { weights: number[]; bias: number };
}

export function scaleOf(rows: readonly (readonly number[])[]): Scale {
  const mean = rows[0]!.map((_, at) => average(rows.map((values) => values[at]!)));
  const spread = mean.map((middle, at) => Math.sqrt(average(rows.map((values) => (values[at]! - middle) ** 2))) || 1);
  return {
    mean,
    apply: (values) => [...values.map((value, at) => (value - mean[at]!) / spread[at]!), 1],
    back: (beta) => {
      const weights = spread.map((width, at) => beta[at]! / width);
      return { weights, bias: beta.at(-1)! - weights.reduce((sum, weight, at) => sum + weight * mean[at]!, 0) };
    },
  };
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Solves a symmetric positive system by elimination; both arguments are used up. */
export function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = matrix[row]![pivot]! / matrix[pivot]![pivot]!;
      for (let at = pivot; at < size; at++) matrix[row]![at]! -= factor * matrix[pivot]![at]!;
      right[row]! -= factor * right[pivot]!;
    }
  }
  const found = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = right[row]!;
    for (let at = row + 1; at < size; at++) rest -= matrix[row]![at]! * found[at]!;
    found[row] = rest / matrix[row]![row]!;
  }
  return found;
}
