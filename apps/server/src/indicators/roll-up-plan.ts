import { createHash } from 'node:crypto';
import { byLine, type Formulas, type RolledFormulas, rolledFormulas } from '@fadu/indicator';
import { changedBy, type LineStatements, type Prepared, statementsFor, sumsOf } from './roll-up-sql.js';

/** All that follows from the formulas alone. */
export interface RollUpPlan extends RolledFormulas {
  /** Stands for what is kept by these formulas: a region rolled up by others is computed again. */
  readonly digest: string;
  readonly changed: Prepared;
  readonly lines: readonly LineStatements[];
  readonly sums: Prepared;
}

/** How records and sums are kept; another number, and all are computed anew. */
const KEPT_AS = 3;

const plans = new WeakMap<Formulas, RollUpPlan>();

export function rollUpPlan(formulas: Formulas): RollUpPlan {
  const kept = plans.get(formulas);
  if (kept !== undefined) return kept;
  const rolled = rolledFormulas(formulas);
  const digest = createHash('sha256')
    .update(JSON.stringify([KEPT_AS, rolled.moments]))
    .digest('hex')
    .slice(0, 32);
  const lines = byLine(rolled.moments);
  const plan = {
    ...rolled,
    digest,
    changed: changedBy(lines, digest),
    lines: lines.map((moments) => statementsFor(moments, digest)),
    sums: sumsOf(rolled.moments, digest),
  };
  plans.set(formulas, plan);
  return plan;
}
