import { between, repeated } from './check-between.js';
import { within } from './check-within.js';
import { betweenYears } from './check-years.js';
import type { CheckedReport, CheckStep, Finding } from './finding.js';
import { indexReport, type ReportIndex } from './report-index.js';

/** Findings within each report and between all pairs of them. */
export function checkFigures(reports: readonly CheckedReport[]): Finding[] {
  const indexes = reports.map(indexReport);
  return [
    ...indexes.flatMap((one) => [...found(withinReport(one))]),
    ...indexes.flatMap((one, at) => indexes.slice(at + 1).flatMap((other) => [...found(betweenReports(one, other))])),
  ];
}

/** What a report says against itself, step by step. */
export function* withinReport(own: ReportIndex): Generator<CheckStep, void> {
  yield* within(own);
  yield* repeated(own, own);
}

/**
 * What two reports say to each other, step by step: of one year by their places; of two years, what the later says of the
 * earlier one, where both are of one place.
 */
export function* betweenReports(one: ReportIndex, two: ReportIndex): Generator<CheckStep, void> {
  if (one.year !== null && two.year !== null && one.year !== two.year) {
    if (one.place?.name !== two.place?.name) return;
    yield* one.year > two.year ? betweenYears(one, two) : betweenYears(two, one);
    return;
  }
  yield* between(one, two);
}

function* found(steps: Iterable<CheckStep>): Generator<Finding, void> {
  for (const step of steps) if (step !== null) yield step;
}
