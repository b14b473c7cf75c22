import type { ReportStatement } from '@fadu/figures';
import type { Value } from '@fadu/indicator';
import type { IndicatorFigure, ReportErratum } from '@fadu/wire';
import type { SettledFigure } from './settled.js';

/**
 * How a sentence stands to the figures of today: `live` they are the same; `stale` it was settled earlier and the figure
 * has changed since; `overridden` a person wrote another number, with the reason.
 */
type StatementState = 'live' | 'stale' | 'overridden';

export interface ReportSentence {
  readonly code: string;
  readonly name: string;
  /** As it stands in the report, without the mark at the end. */
  readonly text: string;
  /** How it is told by the difference, and as a movement where both years are known; of today's figure. */
  readonly wordings: { readonly usual: string; readonly movement: string | null };
  readonly asMovement: boolean;
  /** What it says, as today's figure has it; null when nothing can be said of it any more. */
  readonly statement: ReportStatement | null;
  readonly state: StatementState;
  /** Why a person changed it, or what the figure is now. */
  readonly why: string | null;
  /** What is recorded of it: as it would be now, and once settled as it was. */
  readonly settled: SettledFigure;
  /** The value that the sentence tells. */
  readonly said: Value;
  /** What the platform computes today, where the sentence tells something else. */
  readonly now: { readonly value: Value; readonly text: string } | null;
  /** The figure of today. */
  readonly figure: IndicatorFigure;
}

export interface ReportChapter {
  readonly key: string;
  readonly title: string;
  readonly sentences: readonly ReportSentence[];
  /** What the data would say and the writer does not write. */
  readonly leftOut: readonly ReportSentence[];
  /** Paragraphs a person wrote. */
  readonly texts: readonly string[];
}

/** A figure the outline asks for and nobody has. */
export interface ReportGap {
  readonly code: string;
  readonly name: string;
  /** 没有记录, 尚未报送, 不适用, 不予公布. */
  readonly why: string;
  readonly waiting: readonly string[];
}

export interface BuiltReport {
  readonly unit: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly title: string;
  /** The moment of the figures. */
  readonly asOf: string;
  /** The day on which words and figures were settled; null before. */
  readonly settledOn: string | null;
  /** The report as a matter, when it has been begun, and whether it is published. */
  readonly matter: string | null;
  readonly published: boolean;
  /** What was put right since it was published. */
  readonly errata: readonly ReportErratum[];
  /** Begun and not settled. */
  readonly open: boolean;
  /** The version of the words in it; 0: nothing was written. */
  readonly textVersion: number;
  readonly chapters: readonly ReportChapter[];
  readonly gaps: readonly ReportGap[];
  /** SM3 over codes, values, words and sources in the order of the text; once settled the one that was recorded. */
  readonly digest: string;
}
