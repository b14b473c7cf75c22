import type { ComparedArticle, LawRun } from './law.js';

/** A batch of texts at the editors' desk. */
export interface LawBatch {
  readonly id: number;
  readonly name: string;
  readonly state: 'open' | 'released' | 'stored' | 'withdrawn';
  readonly createdBy: string;
  readonly createdAt: string;
  readonly releasedBy: string | null;
  readonly releasedAt: string | null;
  readonly texts: number;
  /** Texts that stand in the way of a release: not to be taken, or with a problem nobody has answered. */
  readonly blocked: number;
  /** What the import said, once it has run. */
  readonly report: { readonly stored: number; readonly same: number; readonly refused: readonly string[] } | null;
}

export const BATCH_STATES: Readonly<Record<LawBatch['state'], string>> = {
  open: '待放行',
  released: '正在入库',
  stored: '已入库',
  withdrawn: '已撤回',
};

export interface LawBatchText {
  readonly ord: number;
  readonly path: string;
  readonly title: string | null;
  readonly effectiveOn: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly diagnostics: readonly LawDiagnostic[];
  /** Why it cannot be taken; one such text holds the batch. */
  readonly refusal: string | null;
  /** That what must be answered stands so in the source, and how that was checked. */
  readonly note: string | null;
  /** Corrections that stand. */
  readonly corrections: number;
}

export interface LawDiagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** In the source, half open. */
  readonly start: number;
  readonly end: number;
}

/** What was read of a file that was brought. */
export interface LawBatchAdded {
  readonly title: string | null;
  readonly effectiveOn: string | null;
  /** Why it cannot be taken into the base. */
  readonly refusal: string | null;
  /** How many things are to be looked at. */
  readonly problems: number;
}

export interface LawBatchView {
  readonly batch: LawBatch;
  /** Whether this person may bring more files. */
  readonly mayAdd: boolean;
  readonly texts: readonly LawBatchText[];
  /** Why this person cannot release it now; null when they can. */
  readonly notReleased: string | null;
}

/** What an editor put right in a text: place in the text as corrected until then, what stood there and what stands now. */
export interface LawCorrection {
  readonly n: number;
  readonly from: number;
  readonly was: string;
  readonly now: string;
  /** Words were changed, not only lines. */
  readonly words: boolean;
  /** The difference, to be shown. */
  readonly runs: readonly LawRun[];
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly undoneBy: string | null;
  readonly undoneAt: string | null;
}

/** A text at the desk against the version that it follows. */
export interface LawBatchComparison {
  readonly code: string | null;
  /** First day of the version compared with; null: the base holds no earlier text of it. */
  readonly older: string | null;
  readonly rows: readonly ComparedArticle[];
}

/** A text beside what was read of it; nodes in the order of the text, with their place in it. */
export interface LawBatchSource {
  /** As it came. */
  readonly original: string;
  /** After the corrections that stand; diagnostics and nodes have their places in it. */
  readonly source: string;
  readonly corrections: readonly LawCorrection[];
  /** Whether whoever asks may put something right. */
  readonly mayCorrect: boolean;
  readonly nodes: readonly { readonly name: string; readonly depth: number; readonly start: number }[];
}
