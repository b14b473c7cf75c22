import type { CollectedApprox, Value } from '@fadu/indicator';
import { z } from 'zod';

export { DOMAIN_NAMES } from '@fadu/indicator';

/** An indicator of an organization and a period, with what explains it. */
export interface IndicatorFigure {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: 'count' | 'stock' | 'rate' | 'money' | 'duration';
  readonly direction: 'up' | 'down' | 'neutral';
  readonly org: { readonly id: string; readonly name: string; readonly subtree: boolean };
  readonly period: { readonly text: string; readonly from: string; readonly to: string };
  readonly source: 'records' | 'returns';
  /** Counted by a line besides the national catalogue (平台增列). */
  readonly own: boolean;
  /** What returns say of it. Where records give the value it stays as it was collected, and is not used. */
  readonly collected: Collected | null;
  /** How it is counted; of figures from returns the words of the catalogue. */
  readonly counted: string;
  readonly base: string | null;
  readonly version: number | null;
  readonly value: Value;
  /** As written on screen: 60件, 25.00%, 没有记录. */
  readonly text: string;
  /** Against the same days of the year before, of several years against as many before; what cannot be said is told in words. */
  readonly before: {
    /** 上年同期, 上一时期. */
    readonly name: string;
    readonly value: Value;
    readonly text: string;
    readonly change: string;
  };
  /** The same on another basis, where both are asked for. */
  readonly also: { readonly name: string; readonly value: Value; readonly text: string } | null;
  /** All records before this moment are in it (instant). */
  readonly asOf: string;
  /** What limits it: only what this post may see, an organization that began or ended in the period. */
  readonly notes: readonly string[];
  /** The records behind the value, when asked for. */
  readonly rows?: readonly IndicatorRow[];
}

/** A figure as a return gives it. */
export interface Collected {
  readonly value: Value;
  readonly approx: CollectedApprox;
  /** Named parts, in the order of the return. */
  readonly parts: readonly { readonly name: string; readonly value: Value; readonly approx: CollectedApprox }[];
  readonly note: string | null;
  /** The returns it was taken from: one, or those of the units below. */
  readonly from: readonly ReturnRef[];
  /** Units below that have not reported; then there is no sum. */
  readonly waiting: readonly string[];
}

export interface ReturnRef {
  readonly matter: string;
  readonly unit: string;
  /** Of the unit. */
  readonly name: string;
  /** What it says of the indicator, where the figure is made of such numbers. */
  readonly text: string | null;
  readonly receipt: string;
  readonly approvedOn: string;
}

/** A record behind a figure. */
export interface IndicatorRow {
  readonly matter: string;
  readonly number: string | null;
  readonly receipt: string;
  readonly title: string;
  /** The day that attributes it. */
  readonly on: string;
  /** In the numerator, in the denominator. */
  readonly counted: boolean;
  readonly base: boolean;
  /** Fen or days, where the value is made of them. */
  readonly amount: number | null;
}

/** Some of the records; all pages together add up to the figure. */
export interface IndicatorRows {
  readonly rows: readonly IndicatorRow[];
  /** Where the next page begins; null on the last. */
  readonly next: number | null;
  /** Of which of them, where not of all: 行政行为类别：行政处罚. */
  readonly only: string | null;
}

/** A figure divided by a field of the records behind it. */
export interface FigureByField {
  readonly head: string;
  readonly groups: readonly { readonly key: string; readonly label: string; readonly value: Value }[];
  /** One record may stand in several groups. */
  readonly several: boolean;
}

/** The catalogue as shown: every code, and whether records or returns give it. */
export interface IndicatorList {
  readonly domains: readonly { readonly code: string; readonly name: string }[];
  readonly indicators: readonly IndicatorEntry[];
}

export interface IndicatorEntry {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: IndicatorFigure['kind'];
  readonly direction: IndicatorFigure['direction'];
  readonly domain: string;
  readonly counted: string;
  readonly base: string | null;
  readonly source: IndicatorFigure['source'];
  readonly own: boolean;
}

/** A part of a figure, by time or by organization. */
export interface FigurePart {
  readonly key: string;
  readonly label: string;
  readonly value: Value;
  readonly text: string;
  /** Numerator ÷ denominator of a rate, in words: 15/60. */
  readonly parts: string | null;
  /** Place in the order; null: not ranked. */
  readonly rank: number | null;
  /** Why it is not ranked. */
  readonly unranked: string | null;
}

/** A figure over the months or years of its period, and over the organizations below. */
export interface FigureBreakdown {
  readonly series: readonly FigurePart[];
  /** Those directly below, the organization itself among them. */
  readonly orgs: readonly FigurePart[];
  /** What they have together; null for what does not add up. */
  readonly orgSum: string | null;
  readonly orgNote: string | null;
}

/** Why a figure is what it is. */
export interface FigureWhy {
  readonly definition: string;
  /** Which day puts a record into a period: 受理日; of a rate the base first. */
  readonly attribution: string;
  /** Whose records or returns. */
  readonly scope: string;
  readonly unit: string;
  readonly formula: readonly { readonly label: string; readonly text: string }[];
  readonly basis: readonly string[];
  /** What was looked at and left out, and why. */
  readonly excluded: readonly { readonly why: string; readonly count: number }[];
  /** Of how many matters in a hundred that was counted, and scaled up; null: of all. Nobody waits for a million to be read. */
  readonly sampled: number | null;
  readonly versions: readonly { readonly version: number; readonly from: string; readonly counted: string }[];
  readonly notes: readonly string[];
}

/** What a figure is asked of. `after`: a page of records begins there. */
export const figureQuery = z.object({
  org: z.string().max(64).optional(),
  period: z.string().max(30).optional(),
  /** `1`: the organization itself, without those below. */
  own: z.enum(['1']).optional(),
  after: z.coerce.number().int().min(0).max(10_000_000).optional(),
  /** Of the records, those with this value of this field of their line. */
  by: z.string().max(80).optional(),
  is: z.string().max(100).optional(),
});

/** Open data of a year: the figures with their definitions, the dictionary of the columns, and the licence. */
export interface OpenData {
  readonly year: string;
  readonly asOf: string;
  readonly licence: { readonly name: string; readonly source: string };
  readonly fields: readonly { readonly name: string; readonly type: 'text' | 'integer'; readonly meaning: string }[];
  readonly indicators: readonly Pick<IndicatorEntry, 'code' | 'name' | 'unit' | 'kind' | 'counted' | 'base'>[];
  readonly figures: readonly OpenFigure[];
}

export interface OpenFigure {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly region: string;
  readonly org: string;
  readonly year: string;
  readonly status: 'published' | 'withheld';
  readonly numerator: number | null;
  readonly denominator: number | null;
}
