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
