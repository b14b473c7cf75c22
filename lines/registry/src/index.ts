import { advice } from '@fadu/line-advice';
import { annualReport } from '@fadu/line-annual-report';
import { compensation } from '@fadu/line-compensation';
import { litigation } from '@fadu/line-litigation';
import { prelitigation } from '@fadu/line-prelitigation';
import { reconsideration } from '@fadu/line-reconsideration';
import { returns } from '@fadu/line-returns';
import type { Clock, Line } from '@fadu/procedure';

/** Every line of work the platform runs. A new line is one more package and one more entry. */
export const lines: readonly Line[] = [
  reconsideration,
  litigation,
  advice,
  prelitigation,
  compensation,
  returns,
  annualReport,
];

const byCode: ReadonlyMap<string, Line> = new Map(lines.map((line) => [line.code, line]));

export const findLine = (code: string): Line | undefined => byCode.get(code);

/** @throws Error when there is no such line: for codes kept in records, which cannot be wrong. */
export function getLine(code: string): Line {
  const line = findLine(code);
  if (!line) throw new Error(`no line ${code}`);
  return line;
}

export interface FoundClock {
  readonly line: Line;
  readonly code: string;
  readonly clock: Clock;
}

/** The clock at `reconsideration/send-copy`; undefined when there is none. */
export function findClock(path: string): FoundClock | undefined {
  const [lineCode = '', code = '', ...rest] = path.split('/');
  const line = findLine(lineCode);
  if (!line || rest.length > 0 || !Object.hasOwn(line.clocks, code)) return undefined;
  return { line, code, clock: line.clocks[code]! };
}

export {
  CHAPTERS,
  type Chapter,
  codesOf,
  DISCLOSURE,
  mustPublish,
  ON_ACCEPTED_CASES,
  phraseOf,
  REQUIRED_CHAPTERS,
  reporting,
  speaksForGovernment,
} from '@fadu/line-annual-report';
export {
  type Amended,
  amendmentsIn,
  type Change,
  carriedUp,
  changesBetween,
  collection,
  figuresInForce,
  knownSince,
  standingOf,
} from '@fadu/line-returns';
export { dashboards } from './dashboards/index.js';
export { catalogue, formulas } from './indicators.js';
