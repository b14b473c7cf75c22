import type { Value } from '@fadu/indicator';
import { z } from 'zod';
import type { Comparison } from './board-words.js';
import type { IndicatorFigure } from './indicators.js';
import type { Tally } from './list-view.js';

export { COMPARISONS, type Comparison } from './board-words.js';

/** What a board is asked of; all of it stands in the address. */
export const dashboardQuery = z.object({
  org: z.string().max(64).optional(),
  period: z.string().max(30).optional(),
  compare: z.enum(['year', 'previous', 'superior']).optional(),
});

export interface DashboardEntry {
  readonly key: string;
  readonly name: string;
  readonly purpose: string;
}

/** A board as it stands for a place and a period: all of it on one snapshot, so that its numbers agree. */
export interface DashboardView extends DashboardEntry {
  readonly org: { readonly id: string; readonly name: string };
  readonly period: { readonly text: string; readonly from: string; readonly to: string; readonly name: string };
  readonly compare: {
    readonly with: Comparison;
    /** 2025年1月1日至2025年11月25日, or of whom the average is. */
    readonly name: string;
  };
  /** All records before this moment are in it (instant). */
  readonly asOf: string;
  readonly notes: readonly string[];
  readonly figures: readonly BoardFigure[];
  readonly panels: readonly BoardPanel[];
}

/** What the page of a figure is asked of, to show exactly the records behind a number. */
export interface FigureAddress {
  readonly code: string;
  readonly org: string;
  readonly period: string;
  readonly own?: '1';
  /** Only records with this value of this field of their line; an empty value: without one. */
  readonly by?: string;
  readonly is?: string;
}

export interface BoardFigure {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly source: IndicatorFigure['source'];
  readonly value: Value;
  readonly text: string;
  /** Numerator ÷ denominator of a rate: 15/60; null for what is no rate. */
  readonly base: string | null;
  /** What the base is, in words. */
  readonly basedOn: string | null;
  readonly compared: ComparedWith;
  readonly trend: readonly BoardBar[];
  /** What is about to change it, or is not in it: a return below is being put right, years without records. */
  readonly notes: readonly string[];
  readonly open: FigureAddress;
}

export interface ComparedWith {
  readonly text: string;
  readonly value: Value;
  /** 同比增长20.00%; or why there is nothing to compare with. */
  readonly change: string;
  /** Whether the change is to the good; null where neither or not known. */
  readonly better: boolean | null;
}

/** A bar: its height, null where there is no number. */
export interface BoardBar {
  readonly label: string;
  readonly text: string;
  readonly height: number | null;
}

export interface BoardRow extends BoardBar {
  readonly key: string;
  readonly value: Value;
  /** Numerator ÷ denominator of a rate. */
  readonly parts: string | null;
  /** Place in the order; null: not ranked, and why. */
  readonly rank: number | null;
  readonly unranked: string | null;
  /** The same of what is compared with. */
  readonly before: (BoardBar & { readonly change: string }) | null;
  readonly open: FigureAddress;
}

export interface BoardPanel {
  readonly kind: 'trend' | 'places' | 'field';
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** The head of the first column: 期间, 地区, 行政行为类别. */
  readonly head: string;
  /** What it says, with its number: the title. */
  readonly finding: string;
  /** Source, base and attribution: stands under the chart. */
  readonly caption: string;
  readonly rows: readonly BoardRow[];
  /** Rows beside the order: the organ itself and its departments. */
  readonly others: readonly BoardRow[];
  /** All rows together; null where they do not add up to one number. */
  readonly total: string | null;
  readonly notes: readonly string[];
  /** Name of the second series; null: there is none. */
  readonly beforeName: string | null;
}

/** What a line has in hand, by how near the last day is; each count with the filter that shows its matters. */
export interface Workload {
  readonly line: string;
  readonly name: string;
  readonly open: number;
  readonly byDue: readonly Tally[];
}
