import type { Place } from './place.js';
import type { Figure } from './types.js';
import { unitClass } from './units.js';

export type FindingKind =
  | 'arithmetic'
  | 'change_arithmetic'
  | 'impossible_rate'
  | 'part_larger_than_whole'
  | 'parts_exceed_whole'
  | 'same_fact_twice'
  | 'measure_differs'
  | 'previous_differs'
  | 'large_jump';

/**
 * What two statements say to each other, with both sentences. `error` is impossible, `warning` needs a look, `agree` is one
 * fact told by two reports: right, but counted once.
 */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: 'error' | 'warning' | 'agree';
  readonly message: string;
  readonly statements: readonly Statement[];
}

/** What a check gives: a finding, or `null` where whoever waits may be let in. */
export type CheckStep = Finding | null;

export interface Statement {
  readonly report: string;
  readonly index: number;
  readonly sentence: string;
}

export interface CheckedReport {
  readonly name: string;
  readonly text: string;
  readonly figures: readonly Figure[];
  /** A report of a part of the area of another (白城 in 吉林); without it the places are read from the texts. */
  readonly partOf?: string;
  /** Whose report it is and of which year, where a person has said so; else both are read from the text. */
  readonly place?: Place & { readonly within?: string };
  readonly year?: number;
}

/** Half a unit in the last written digit. */
export function tolerance(figure: Figure): number {
  const decimals = /\.(\d+)/.exec(figure.text)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals + 1e-9;
}

export const isRate = (figure: Figure): boolean => figure.unit === '%';
export const countable = (figure: Figure): boolean =>
  unitClass(figure.unit) !== 'rate' && figure.role === 'level' && figure.value_to === undefined;

function sentenceOf(text: string, figure: Figure): string {
  let start = figure.start;
  while (start > 0 && !'。；\n'.includes(text.charAt(start - 1)) && figure.start - start < 200) start -= 1;
  let end = figure.end;
  while (end < text.length && !'。；\n'.includes(text.charAt(end)) && end - figure.end < 200) end += 1;
  return text.slice(start, end).trim();
}

export const statement = (report: CheckedReport, index: number): Statement => ({
  report: report.name,
  index,
  sentence: sentenceOf(report.text, report.figures[index]!),
});
