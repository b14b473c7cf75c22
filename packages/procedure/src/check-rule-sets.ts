import type { Report } from './check-words.js';
import type { Line } from './line.js';

/** Rule sets have distinct codes, run forwards, and are chosen by a day the line knows. */
export function checkRuleSets(line: Line, report: Report): void {
  if (line.ruleSets.length === 0) report('ruleSets', 'there is none');
  const codes = new Set<string>();
  for (const { code, from, until, chosenBy } of line.ruleSets) {
    if (codes.has(code)) report(`ruleSets.${code}`, 'is there twice');
    codes.add(code);
    if (from !== undefined && until !== undefined && until < from) report(`ruleSets.${code}`, 'ends before it begins');
    if (chosenBy !== 'step' && line.fields[chosenBy]?.kind !== 'date')
      report(`ruleSets.${code}`, `${chosenBy} is no day`);
  }
}
