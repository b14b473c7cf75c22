import { z } from 'zod';

/**
 * What is compared, as it stands in the address: codes of indicators, objects and periods, each parted by commas. An
 * object is an organization of the platform (its id) or a report that was read (`f.` and its id). Without indicators
 * those are taken that most of the objects have.
 */
export const figureCompareQuery = z.object({
  i: z.string().max(3000).optional(),
  o: z.string().max(2000).optional(),
  p: z.string().max(400).optional(),
});
export type FigureCompareQuery = z.infer<typeof figureCompareQuery>;

export const figureCompareFileQuery = figureCompareQuery.extend({ as: z.enum(['xlsx', 'csv']) });

/** More is not read by anybody, and costs time: a table of some screens. */
export const MOST_INDICATORS = 40;
export const MOST_COLUMNS = 24;

/** Figures side by side: by row an indicator, by column a place and period with its source. */
export interface FigureComparison {
  readonly columns: readonly CompareColumn[];
  readonly rows: readonly CompareRow[];
  /** What of the address was not found or not understood. */
  readonly notes: readonly string[];
  /** Figures of the platform are as of this moment (instant). */
  readonly asOf: string;
}

export interface CompareColumn {
  readonly key: string;
  /** The object as it stands in the address. */
  readonly object: string;
  /** As it stands in the address; the year of a report. */
  readonly period: string;
  readonly place: string;
  readonly title: string;
  /** 2023年 */
  readonly periodWords: string;
  /** Where its figures come from. */
  readonly source: 'platform' | 'report';
}

export interface CompareRow {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: string;
  readonly counted: string;
  readonly cells: readonly CompareCell[];
  /** What the figures say, in a sentence; null where fewer than two may be compared. */
  readonly finding: string | null;
  /** Groups of columns that may be compared among themselves, other than the one that is drawn, with what they count. */
  readonly others: readonly { readonly code: string; readonly columns: readonly number[] }[];
  readonly doubts: readonly string[];
}

export interface CompareCell {
  /** As it stands there; in words where there is none. */
  readonly text: string;
  /** In the unit of the row; null where there is none. */
  readonly value: number | null;
  /** Belongs to the group that is compared. */
  readonly drawn: boolean;
  /** Why it is not compared with the others. */
  readonly refused: string | null;
  /** What it is against the first of the group. */
  readonly relation: string | null;
  /** What was counted, where it is another indicator than the row's. */
  readonly other: string | null;
  /** Of a rate: its base, in words. */
  readonly base: string | null;
  /** 全域, 本级, 市直部门. */
  readonly extent: string | null;
  readonly version: number | null;
  readonly source: 'records' | 'returns' | 'report' | null;
  /** Figures of this indicator in the report that nobody has checked yet. */
  readonly unchecked: number;
  /** Number of the figure at the desk. */
  readonly n: number | null;
  readonly notes: readonly string[];
}
