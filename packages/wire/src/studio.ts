import { z } from 'zod';

const key = z.string().min(8).max(80);

/** Words of a chapter as they now are. `base`: the version of the chapter they were written on; 0: there was none. */
export const chapterTextBody = z.strictObject({
  base: z.number().int().min(0),
  text: z.string().max(20_000),
  key,
});
/**
 * The statements of a chapter in another order, by the codes of their indicators; `seen`: how they stood before, without
 * those left out.
 */
export const chapterOrderBody = z.strictObject({
  seen: z.array(z.string().max(80)).max(200),
  order: z.array(z.string().max(80)).max(200),
  leftOut: z.array(z.string().max(80)).max(200),
  /** Told as 由…下降至… and not as 同比…, of those in `order`. */
  movements: z.array(z.string().max(80)).max(200).default([]),
  key,
});
export type ChapterOrderBody = z.infer<typeof chapterOrderBody>;
/** Who is asked for a chapter; `org` null: nobody any more. `post` null: whoever holds a post there. */
export const chapterAskBody = z.strictObject({
  org: z.string().max(64).nullable(),
  post: z.string().max(64).nullable(),
  dueOn: z.string().max(10).nullable(),
});
/** What becomes of a chapter at the version the person saw. */
export const chapterMoveBody = z.strictObject({
  move: z.enum(['submit', 'confirm', 'return']),
  version: z.number().int().min(1),
  reason: z.string().max(500).optional(),
});
export const commentBody = z.strictObject({
  chapter: z.string().max(40),
  /** Of one figure; null: of the chapter. */
  code: z.string().max(80).nullable(),
  /** The comment this one answers. */
  answers: z.string().max(36).nullable(),
  text: z.string().trim().min(1).max(2000),
  key,
});
/** A number a person puts in place of the computed one; `value` null takes it back. */
export const overrideBody = z.strictObject({
  code: z.string().max(80),
  value: z.string().max(60).nullable(),
  reason: z.string().trim().max(500),
  key,
});
/** Two versions; `now`: as words and figures stand today. */
export const compareQuery = z.object({
  from: z.coerce.number().int().min(0).max(1_000_000),
  to: z.union([z.literal('now'), z.coerce.number().int().min(0).max(1_000_000)]),
});
export const sourceQuery = z.object({ role: z.enum(['before', 'superior']) });

/** A person as shown beside what they did. */
export interface Hand {
  readonly person: string;
  readonly name: string;
  readonly org: string;
}

/** A post of an organization that can be asked for a chapter. */
export interface StudioPost {
  readonly post: string;
  readonly postName: string;
  readonly people: readonly string[];
}

/** How far a chapter has come. `idle`: nothing is expected in words, figures alone may do. */
export type ChapterStage = 'idle' | 'unwritten' | 'writing' | 'submitted' | 'confirmed' | 'returned';

export interface StudioChapter {
  readonly key: string;
  readonly title: string;
  /** A report must have it. */
  readonly required: boolean;
  readonly text: string;
  /** 0: nothing was written yet. */
  readonly version: number;
  readonly by: Hand | null;
  readonly at: string | null;
  readonly asked: {
    readonly org: string;
    readonly orgName: string;
    readonly post: string | null;
    readonly postName: string | null;
    readonly people: readonly string[];
    readonly dueOn: string | null;
    readonly late: boolean;
  } | null;
  readonly stage: ChapterStage;
  readonly stageBy: Hand | null;
  readonly returnedReason: string | null;
  readonly mayWrite: boolean;
  /** Comments not yet settled. */
  readonly open: number;
}

export interface StudioComment {
  readonly id: string;
  readonly chapter: string;
  readonly code: string | null;
  readonly text: string;
  readonly by: Hand;
  readonly at: string;
  readonly resolved: { readonly by: string; readonly at: string } | null;
  readonly mayResolve: boolean;
  readonly answers: readonly { readonly text: string; readonly by: Hand; readonly at: string }[];
}

/** A step of the way to publication: done, to be done now, or later. */
export interface StudioStep {
  readonly name: string;
  readonly state: 'done' | 'now' | 'later';
  /** Who does it, as posts. */
  readonly who: string;
}

export interface StudioSource {
  readonly id: string;
  readonly role: 'before' | 'superior';
  readonly name: string;
  readonly digest: string;
  /** Brought from a file; otherwise the platform has it. */
  readonly file: boolean;
}

export interface StudioOverride {
  readonly code: string;
  readonly value: string;
  readonly reason: string;
}

/** The studio of a report: words, people, comments; the figures are asked for apart. */
export interface StudioView {
  readonly matter: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly state: string;
  readonly dueOn: string;
  /** The last version of the words; 0: nothing was written. */
  readonly version: number;
  readonly may: {
    /** Words and figures may be changed, chapters given out and the report settled by this post now. */
    readonly write: boolean;
    readonly comment: boolean;
  };
  readonly chapters: readonly StudioChapter[];
  readonly comments: readonly StudioComment[];
  readonly overrides: readonly StudioOverride[];
  readonly sources: readonly StudioSource[];
  readonly steps: readonly StudioStep[];
}

/** Runs of a word-level difference; `same` and `added` give the newer text. */
export interface TextRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What was written by another since the version a text was based on; nothing was saved. */
export interface ChapterConflict {
  readonly version: number;
  readonly by: Hand;
  readonly at: string;
  /** The chapter as it is now. */
  readonly text: string;
  /** From what this person had before them to what it is now. */
  readonly changes: readonly TextRun[];
  /** Both changes in one text; null where they touch the same paragraph. */
  readonly merged: string | null;
}

/** What a statement said when a version was saved. */
export interface KeptStatement {
  readonly code: string;
  readonly name: string;
  /** As it stood in the report. */
  readonly written: string;
  readonly value: string;
  readonly unit: string;
  readonly state: 'live' | 'stale' | 'overridden';
  readonly source: 'records' | 'returns' | 'override';
  /** Method and organization, or the returns, in words. */
  readonly origin: string;
}

/** A statement that differs between two versions; `places` from 1, where it moved. */
export interface StatementChange {
  readonly code: string;
  readonly name: string;
  readonly change: 'added' | 'removed' | 'moved' | 'changed';
  readonly before: KeptStatement | null;
  readonly after: KeptStatement | null;
  readonly places: { readonly before: number; readonly after: number } | null;
}

export interface ReportVersion {
  readonly version: number;
  /** `order`: the statements were put in another order, the words are the same. */
  readonly kind: 'words' | 'order';
  readonly chapter: string;
  readonly title: string;
  readonly by: Hand;
  readonly at: string;
  readonly added: number;
  readonly removed: number;
}

export interface ReportComparison {
  readonly from: number;
  readonly to: number | 'now';
  readonly chapters: readonly {
    readonly key: string;
    readonly title: string;
    /** Who saved it between the two, oldest first. */
    readonly hands: readonly { readonly version: number; readonly by: Hand; readonly at: string }[];
    readonly runs: readonly TextRun[];
    /** Null where one of the two versions kept no figures. */
    readonly statements: readonly StatementChange[] | null;
  }[];
}
