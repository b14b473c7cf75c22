import { createHash } from 'node:crypto';
import type { Finding } from '@fadu/figures';
import type { FindingStatement, FindingView } from '@fadu/wire';
import type { Subject } from './subject.js';

/** A finding of the checks, or that typed words differ from the data. */
export type Found = Omit<Finding, 'kind'> & { readonly kind: FindingView['kind'] };

/** A finding as it is shown and kept. Its key stays as long as kind, sentences and numbers do, wherever the sentence stands. */
export function viewFinding(finding: Found, subjectOf: (report: string) => Subject): Omit<FindingView, 'handled'> {
  const statements = finding.statements.map(({ report, index, sentence }): FindingStatement => {
    const { source, title, placeOf, chapterAt, index: own } = subjectOf(report);
    const { start, end } = own.report.figures[index]!;
    const from = Math.max(0, start - own.report.text.lastIndexOf(sentence, start));
    const place = placeOf?.(index);
    return {
      source,
      name: title,
      n: place?.n ?? null,
      page: place?.page ?? null,
      chapter: chapterAt?.(start) ?? null,
      sentence,
      from,
      to: Math.min(sentence.length, from + end - start),
    };
  });
  const told = finding.statements.map(({ report, index }, at) => {
    const { value, unit } = subjectOf(report).index.report.figures[index]!;
    const { sentence, from } = statements[at]!;
    return JSON.stringify([report, sentence, from, value, unit]);
  });
  let message = finding.message;
  for (const { report } of finding.statements) message = message.replaceAll(report, subjectOf(report).title);
  return {
    key: createHash('sm3')
      .update(JSON.stringify([finding.kind, told.toSorted()]))
      .digest('hex')
      .slice(0, 32),
    kind: finding.kind,
    severity: finding.severity,
    message,
    statements,
  };
}
