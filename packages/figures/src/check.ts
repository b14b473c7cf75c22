import { between, repeated } from './check-between.js';
import { within } from './check-within.js';
import type { CheckedReport, Finding } from './finding.js';

/** Findings within each report and between all pairs of them. */
export function checkFigures(reports: readonly CheckedReport[]): Finding[] {
  const findings = reports.flatMap((report) => [...within(report), ...repeated(report, report)]);
  reports.forEach((first, index) => {
    for (const second of reports.slice(index + 1)) findings.push(...between(first, second));
  });
  return findings;
}

/** Findings within one report, and between it and others; nothing is said of the others among themselves. */
export const checkAgainst = (report: CheckedReport, others: readonly CheckedReport[]): Finding[] => [
  ...within(report),
  ...repeated(report, report),
  ...others.flatMap((other) => between(report, other)),
];
