import type { Value } from '@fadu/indicator';
import { z } from 'zod';
import type { IndicatorFigure } from './indicators.js';
import type { ReportErratum } from './public-reports.js';

/** A report as a file: official layout, page for a website, table, data. */
export const reportFileQuery = z.object({ as: z.enum(['docx', 'html', 'xlsx', 'json']).default('docx') });

/** A step for which nothing is typed: figures of a report are computed, those of a return come as a file. */
export const keyBody = z.strictObject({ key: z.string().min(8).max(80) });

/** Settles words and figures as the person saw them; when either has changed since, nothing is settled. */
export const freezeBody = keyBody.extend({
  seen: z.strictObject({
    /** Of the words: `version` of the studio. */
    version: z.number().int().min(0),
    /** Of the figures: `digest` of the report. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});

/** A report as it stands: chapters with sentences, and what nobody has. */
export interface ReportView {
  readonly unit: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly title: string;
  /** The moment of the figures (instant). */
  readonly asOf: string;
  /** The day on which words and figures were settled; from then on the report tells what was settled. */
  readonly settledOn: string | null;
  readonly digest: string;
  /** The report as a matter, when begun. */
  readonly matter: string | null;
  readonly published: boolean;
  /** The action that begins it, where nobody has. */
  readonly begin: { readonly line: string; readonly action: string } | null;
  /** Figures may be settled now. */
  readonly open: boolean;
  /** What was put right since it was published, and the action that does so, where it is published. */
  readonly errata: readonly ReportErratum[];
  readonly correct: string | null;
  readonly chapters: readonly {
    readonly key: string;
    readonly title: string;
    readonly texts: readonly string[];
    /** What the data say and the writer does not write. */
    readonly leftOut: readonly { readonly code: string; readonly name: string; readonly text: string }[];
    /** How many of the figures stand in each paragraph, in their order. */
    readonly paragraphs: readonly number[];
    readonly figures: readonly ReportFigureView[];
  }[];
  readonly missing: readonly {
    readonly code: string;
    readonly name: string;
    readonly why: string;
    readonly waiting: readonly string[];
  }[];
}

export interface ReportFigureView {
  readonly code: string;
  readonly name: string;
  readonly text: string;
  /** How it is told by the difference; as a movement, 由…下降至…, where that can be said. */
  readonly wordings: { readonly usual: string; readonly movement: string | null };
  readonly asMovement: boolean;
  /** The same as the figures of today; settled and changed since; written by a person. */
  readonly state: 'live' | 'stale' | 'overridden';
  readonly why: string | null;
  /** What the report tells: once settled as it was, and a number that a person put as they put it. */
  readonly value: Value;
  readonly unit: string;
  /** The year before, as it was known then, in words; null in reports settled before it was kept. */
  readonly before: string | null;
  readonly source: 'records' | 'returns' | 'override';
  /** Of which organization the figure is. */
  readonly org: IndicatorFigure['org'];
  /** Method and organization, the returns, or why a person changed it, in words. */
  readonly origin: string;
  readonly counted: string;
  readonly base: string | null;
  /** What the platform computes today, where the report tells something else. */
  readonly now: { readonly value: Value; readonly text: string; readonly origin: string } | null;
}
