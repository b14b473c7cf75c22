import { z } from 'zod';
import { APPROX_WORDS, type FINDING_KINDS, FINDING_WORDS, LEVEL_WORDS, ROLE_WORDS } from './reading-words.js';

/** Reports that others have published, read into figures, and what people did about them. */

export type FigureRole = keyof typeof ROLE_WORDS;
export type FigureApprox = keyof typeof APPROX_WORDS;
export type PlaceLevel = keyof typeof LEVEL_WORDS;
export type FindingState = keyof typeof FINDING_WORDS;

/** The codes of a table of words, as a choice. */
const oneOf = <T extends string>(words: Readonly<Record<T, string>>) => z.enum(Object.keys(words) as [T, ...T[]]);

/** Half-open UTF-16 offsets in the text of the report; `of` and `refersTo` are numbers of other figures of the report. */
export const figureBody = z.strictObject({
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  value: z.number().min(-1e15).max(1e15),
  valueTo: z.number().min(-1e15).max(1e15).nullable(),
  unit: z.string().trim().min(1).max(20).nullable(),
  approx: oneOf(APPROX_WORDS),
  role: oneOf(ROLE_WORDS),
  polarity: z.enum(['up', 'down']).nullable(),
  basis: z.string().trim().min(1).max(60).nullable(),
  subject: z.string().trim().min(1).max(60).nullable(),
  verb: z.string().trim().min(1).max(30).nullable(),
  scope: z.string().trim().min(1).max(60).nullable(),
  indicator: z.string().max(80).nullable(),
  refersTo: z.number().int().min(0).nullable(),
  of: z.number().int().min(0).nullable(),
});
export type FigureBody = z.infer<typeof figureBody>;

const revision = z.number().int().min(1);
const note = z.string().trim().min(2).max(300);

/** A step on a figure. `revision` is the one the person saw: when it has moved on, nothing is done. */
export const figureStepBody = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('confirm'), revision }),
  z.strictObject({ step: z.literal('reject'), revision, note: note.optional() }),
  z.strictObject({ step: z.literal('reopen'), revision }),
  z.strictObject({ step: z.literal('correct'), revision, figure: figureBody, note: note.optional() }),
]);
export type FigureStepBody = z.infer<typeof figureStepBody>;

/** A figure that the reader left out. The same key has one effect. */
export const addFigureBody = z.strictObject({
  key: z.string().min(8).max(80),
  figure: figureBody,
  note: note.optional(),
});

/** Confirms all that are open and at least so sure (0–1). */
export const confirmManyBody = z.strictObject({ least: z.number().min(0.5).max(1) });

const words = (max: number) => z.string().trim().min(1).max(max).nullable();
/** Whose report it is. */
export const describeBody = z.strictObject({
  revision,
  title: words(120),
  publisher: words(60),
  place: words(30),
  level: oneOf(LEVEL_WORDS).nullable(),
  within: words(30),
  year: z.number().int().min(1949).max(2100).nullable(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  publishedOn: z.iso.date().nullable(),
});
export type DescribeBody = z.infer<typeof describeBody>;

export const readingListQuery = z.object({
  q: z.string().max(60).optional(),
  year: z.coerce.number().int().optional(),
});

export type ReadingState = 'waiting' | 'reading' | 'read' | 'refused';

/** A report in the list. */
export interface ReadReport {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly digest: string;
  readonly state: ReadingState;
  /** Pages read so far, of a file that has pages. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Why it cannot be read. */
  readonly refusal: string | null;
  /** What one should know before using it: two encodings, no sign of a report … */
  readonly notes: readonly string[];
  readonly format: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  /** The publisher where it is an organization of this platform. */
  readonly publisherOrg: string | null;
  readonly place: string | null;
  readonly level: PlaceLevel | null;
  readonly within: string | null;
  readonly year: number | null;
  readonly url: string | null;
  readonly publishedOn: string | null;
  readonly revision: number;
  readonly org: string;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
  readonly counts: FigureCounts;
  readonly mayEdit: boolean;
}

export interface FigureCounts {
  readonly all: number;
  readonly open: number;
  /** Open, and read with less confidence than the threshold. */
  readonly uncertain: number;
  readonly confirmed: number;
  readonly rejected: number;
}

/** A stretch of the text: half-open UTF-16 offsets. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
}

/** A report opened at the desk; its text and figures are asked for part by part, as far as the screen shows them. */
export interface ReadingDesk {
  readonly report: ReadReport;
  /** The text in parts that end with a line: a usual report in one, a book in many; none until it has been read. */
  readonly parts: readonly TextPart[];
  /** Where each page begins in the text; empty for a file without pages. */
  readonly pages: readonly number[];
  /** From here on a reading counts as sure. */
  readonly confident: number;
  /** From here on figures may be confirmed all at once, and how many would be. */
  readonly sure: { readonly least: number; readonly count: number };
}

/** One part of the text with the figures that stand in it. */
export interface ReadingPart extends TextPart {
  readonly text: string;
  readonly figures: readonly MarkedFigure[];
}

/** A figure as a mark in the text. */
export interface MarkedFigure extends TextPart {
  readonly n: number;
  readonly state: ReadFigure['state'];
  readonly text: string;
  /** Its indicator, else its subject. */
  readonly name: string | null;
}

export const figureShow = z.enum(['open', 'confirmed', 'rejected', 'all']);
export type FigureShow = z.infer<typeof figureShow>;

/** What waits comes with the least sure first; everything else in the order of the text. */
export const readingQueueQuery = z.object({
  show: figureShow.default('open'),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
  most: z.coerce.number().int().min(1).max(300).default(60),
});
export interface ReadingQueue {
  readonly total: number;
  readonly figures: readonly Omit<ReadFigure, 'reasons'>[];
}

export const deskFigureQuery = z.object({ show: figureShow.default('open') });
/** One figure with what the screen says beside it. */
export interface DeskFigure {
  readonly figure: ReadFigure;
  /** Text around it. */
  readonly before: string;
  readonly after: string;
  readonly of: MarkedFigure | null;
  readonly refersTo: MarkedFigure | null;
  /** Its neighbours in the queue, round the end; null when it is alone. */
  readonly next: number | null;
  readonly previous: number | null;
}

export const placesQuery = z.object({ words: z.string().min(1).max(60) });
/** A place where some words stand in the text, with some text around it. */
export interface WordsPlace extends TextPart {
  readonly before: string;
  readonly after: string;
}

export interface ReadFigure extends FigureBody {
  readonly n: number;
  readonly state: 'open' | 'confirmed' | 'rejected';
  readonly text: string;
  /** From 1; null where the file has no pages. */
  readonly page: number | null;
  readonly indicatorName: string | null;
  /** 0–1; null for a figure that a person added. */
  readonly confidence: number | null;
  /** Why it was read so. */
  readonly reasons: readonly string[];
  readonly added: boolean;
  readonly revision: number;
}

/** What stands there after a step on one figure. */
export interface FigureStepped {
  readonly report: ReadReport;
  readonly figure: ReadFigure;
}

/** What a person did. */
export interface ReadingStep {
  readonly seq: number;
  readonly n: number | null;
  /** The figure as it now stands in the text; null for a step on the report itself. */
  readonly figure: string | null;
  readonly kind: 'confirm' | 'reject' | 'reopen' | 'correct' | 'add' | 'describe';
  readonly person: string;
  readonly post: string | null;
  readonly at: string;
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  readonly note: string | null;
}

/** A file that was sent. `again`: it was here already. */
export interface ReadingReceived {
  readonly id: string;
  readonly again: boolean;
}

/** Which findings: those of a report that was read (its id), or of the platform's own report (`report:ORG/YEAR`). */
export const findingsQuery = z.object({ of: z.string().max(120) });

export const handleFindingBody = z
  .strictObject({
    of: z.string().max(120),
    state: oneOf(FINDING_WORDS),
    note: z.string().trim().min(2).max(500),
    sentTo: z.string().trim().min(2).max(60).nullable(),
  })
  .refine(({ state, sentTo }) => (state === 'sentBack') === (sentTo !== null));
export type HandleFindingBody = z.infer<typeof handleFindingBody>;

/** A contradiction, or one fact told twice, with both places. */
export interface FindingView {
  /** The same as long as both figures stay as they are. */
  readonly key: string;
  readonly kind: keyof typeof FINDING_KINDS;
  /** `error` cannot be: in a report of our own it is changed or explained before the figures are settled. */
  readonly severity: 'error' | 'warning' | 'agree';
  readonly message: string;
  readonly statements: readonly FindingStatement[];
  /** Newest first; empty while nobody has handled it. */
  readonly handled: readonly FindingHandled[];
}

export interface FindingStatement {
  /** Id of the report that was read, `report:ORG/YEAR`, or `source:ID` of a file brought to the studio. */
  readonly source: string;
  readonly name: string;
  /** Number of the figure in a report that was read; null in the platform's own. */
  readonly n: number | null;
  readonly page: number | null;
  /** The chapter of the report that is being written; null elsewhere. */
  readonly chapter: string | null;
  readonly sentence: string;
  /** Where the figure stands in the sentence. */
  readonly from: number;
  readonly to: number;
}

export interface FindingHandled {
  readonly state: FindingState;
  readonly note: string;
  readonly sentTo: string | null;
  readonly person: string;
  readonly post: string | null;
  readonly at: string;
}

export interface FindingList {
  readonly of: { readonly source: string; readonly name: string };
  /** Reports it was compared with. */
  readonly against: readonly { readonly id: string; readonly name: string }[];
  readonly findings: readonly FindingView[];
  /** What was not looked at, and why. */
  readonly notes: readonly string[];
  readonly mayHandle: boolean;
  /** Whether this person may say why something stays: of a report of our own only its writer. */
  readonly mayExplain: boolean;
}
