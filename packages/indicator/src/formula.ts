import type { LegalBasis } from '@fadu/kernel';
import { clockOf } from './clock-field.js';

/**
 * How a figure comes from the records of a line. A formula is data: it is checked against the line when loaded
 * (check-formulas.ts) and compiled to SQL twice, for the value and for the records behind it (compile.ts).
 */
export type Formula =
  | { readonly kind: 'count'; readonly of: Selection }
  /** A sum over a money field, in fen. */
  | { readonly kind: 'sum'; readonly of: Selection; readonly amount: string }
  /** Period basis: what happened in the period ÷ what happened in the period; the two need not be the same matters. */
  | { readonly kind: 'ratio'; readonly part: Selection; readonly whole: Selection }
  /** Cohort basis: of the matters of the base, those for which more holds, whenever it came to hold. */
  | { readonly kind: 'cohort'; readonly whole: Selection; readonly where: readonly Where[] }
  /** What is there on the last day of the period: begun by then and not ended before the day after. */
  | { readonly kind: 'stock'; readonly of: Selection; readonly until: string }
  /** Days from one day field to another, for what is dated in the period: the median, or a percentile by nearest rank. */
  | {
      readonly kind: 'days';
      readonly of: Selection;
      readonly from: string;
      readonly to: string;
      readonly at: Quantile;
    };

/** `median`, or the percentage of a percentile: 90. */
export type Quantile = 'median' | number;

export interface Selection {
  /** Code of the line. */
  readonly line: string;
  readonly day: Dated;
  /** A part of a list is named by its place: `outcome.0.code`. */
  readonly where?: readonly Where[];
}

/** The day to which a record is attributed. */
export type Dated =
  /** A day field of the matter. */
  | { readonly field: string }
  /** There at some time of the period: begun by its end, not ended before its beginning (旧存加新收). */
  | { readonly during: string; readonly until: string }
  /** Each time one of these actions was taken: counts records, not matters. */
  | { readonly actions: readonly string[] }
  /**
   * Items of a list with a day of their own; items of equal `key` are one (一案号一审级只计一次), dated by the last of them.
   * `where` speaks of the parts of the item and must hold for every item of a key.
   */
  | { readonly list: string; readonly on: string; readonly key: readonly string[] };

/** Fields of the matter by their place (`act.madeOn`), and what became of its clocks (`clockField`). */
export type Where =
  | { readonly field: string; readonly anyOf: readonly (string | boolean)[] }
  | { readonly field: string; readonly noneOf: readonly (string | boolean)[] }
  | { readonly field: string; readonly given: boolean }
  | { readonly any: readonly Where[] }
  /** Two day fields in this order, the same day included. */
  | { readonly field: string; readonly notAfter: string };

/** One way of counting an indicator, from a day on; earlier figures keep theirs. */
export interface FormulaVersion {
  readonly version: number;
  /** First day of the periods it is for. */
  readonly from: string;
  readonly formula: Formula;
  /** What is counted, by which day it is attributed, what is left out: for the panel that explains a figure. */
  readonly counted: string;
  /** The denominator in words. */
  readonly base?: string;
  /** The same indicator on another basis, where both are asked for: by cohort beside by period. */
  readonly also?: { readonly name: string; readonly formula: Formula };
  readonly basis?: LegalBasis;
  /** Fields of the matter by which the figure is often divided. */
  readonly dividedBy?: readonly string[];
}

/** By code of the catalogue. */
export type Formulas = Readonly<Record<string, readonly FormulaVersion[]>>;

/** What a formula asks of its records, one or two of them. */
export function selectionsOf(formula: Formula): readonly Selection[] {
  switch (formula.kind) {
    case 'count':
    case 'sum':
    case 'stock':
    case 'days':
      return [formula.of];
    case 'ratio':
      return [formula.part, formula.whole];
    case 'cohort':
      return [formula.whole];
  }
}

/** Whether records are attributed to the day by which something was to be done, which may lie ahead. */
export const isByDueDay = (formula: Formula): boolean =>
  selectionsOf(formula).some(({ day }) => 'field' in day && clockOf(day.field)?.part === 'legalDue');
