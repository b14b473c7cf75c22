import type { Json, JsonObject } from '@fadu/kernel';
import type { ActorRecord, BasisText, ClockState, Expiry, Holder, MatterEvent } from '@fadu/procedure';
import type { ChapterConflict } from './studio.js';

/** One clock as a screen shows it: dates counted by the server, words by the client. */
export interface ClockView extends ClockState {
  readonly name: string;
  readonly event: string;
  readonly expiry: Expiry;
  readonly holder: Holder;
  /** Whether the viewer's side must act on it. */
  readonly mine: boolean;
  readonly unit: 'workday' | 'day' | 'month' | 'year' | 'hour';
  readonly basis: BasisText;
  readonly unverified: string | null;
  /** Points the law leaves open on which its counting rests, with the value it was counted with; shown as ※. */
  readonly rests: readonly {
    /** Its name across lines, for `/settings?code=`. */
    readonly code: string;
    readonly name: string;
    readonly question: string;
    readonly value: string;
  }[];
  /** The step the clock takes by itself when it has run out: 视为受理. */
  readonly acts: string | null;
  /** The definition's own words behind 届满: 视为放弃申请. */
  readonly atExpiry: string | null;
  /** Where it stands today. `amount`: units left or overdue; days suspended when paused. */
  readonly standing: {
    readonly tone: 'normal' | 'soon' | 'today' | 'late' | 'paused' | 'done';
    readonly amount: number;
    readonly leftAfterResume?: number;
  };
}

/** How a clock was counted, asked for one clock at a time. */
export interface ClockExplanation {
  readonly code: string;
  readonly steps: readonly { readonly text: string; readonly basis?: BasisText; readonly note?: string }[];
  readonly days: readonly { readonly date: string; readonly counted: boolean; readonly why: string | null }[];
}

/** An action as the viewer meets it: possible, someone else's, or not possible and why. */
export interface ActionView {
  readonly action: string;
  readonly name: string;
  readonly status: 'possible' | 'others' | 'impossible';
  /** Who does it, in words, for `others`; why not, for `impossible`. */
  readonly note: string | null;
  readonly basis: readonly BasisText[];
  readonly due: string | null;
  /** It will wait for this post's approval. */
  readonly approver: string | null;
  readonly primary: boolean;
}

export interface DocumentView {
  readonly id: string;
  readonly template: string;
  readonly name: string;
  readonly number: string | null;
  readonly issuedOn: string;
  /** Public code `FD-XXXX-XXXX` by which anyone verifies it. */
  readonly code: string;
  /** SM3 of the .docx, hexadecimal. */
  readonly digest: string;
  readonly state: 'issued' | 'served' | 'withdrawn';
  /**
   * Everybody on whom it has to be served. For the card's 送达: one form for each without `service`, drawn from
   * `LineDescription.service.fields`, sent as action `serveDocument` with `document` and `recipient` filled in, rehearsed like any
   * other action. A slip to have signed: `GET /api/documents/{id}/slip?recipient={recipient}`. `voidService` { service, reason } takes one back;
   * `correctDocument` and `withdrawDocument` { document, reason }.
   */
  readonly recipients: readonly {
    readonly recipient: string;
    readonly name: string;
    readonly service: ServiceView | null;
    /** The step that registered it instead, of all recipients at once: 签收副本. */
    readonly registered: { readonly on: string; readonly name: string } | null;
  }[];
  /** Services later found invalid. */
  readonly voided: readonly (ServiceView & { readonly name: string })[];
  /** Code of the document that replaced it. */
  readonly replacedBy: string | null;
  readonly withdrawnFor: string | null;
  readonly mayServe: boolean;
  readonly mayVoidService: boolean;
  readonly mayCorrect: boolean;
  readonly mayWithdraw: boolean;
}

/** One service of a document on one recipient. */
export interface ServiceView {
  readonly id: string;
  readonly method: string;
  readonly methodName: string;
  readonly servedOn: string;
  /** The rest of the form; personal data masked. */
  readonly form: JsonObject;
}

export interface TimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly on: string;
  readonly actor: ActorRecord;
  /** The post's Chinese name then. */
  readonly postName: string | null;
  readonly kind: MatterEvent['kind'];
  readonly action: string;
  readonly name: string;
  readonly documents: readonly { readonly id: string | null; readonly name: string }[];
  readonly basis: readonly BasisText[];
  readonly reasons: Readonly<Record<string, string>>;
  /** What a correction replaced, in words: what was put right, then what followed from it. */
  readonly corrected: readonly Replaced[];
  /** What the step set, in words; for the one whose own input met a conflict. */
  readonly changed: readonly { readonly label: string; readonly value: string }[];
  /** Whether the ledger has sequenced it, and where. */
  readonly leaf: number | null;
}

/** A message between matters that was refused. */
export interface UndeliveredMessage {
  readonly id: string;
  readonly matter: string;
  readonly number: string | null;
  readonly receipt: string;
  readonly title: string;
  readonly lineName: string;
  readonly actionName: string;
  readonly at: string;
  /** Why, in the words of the other line. */
  readonly failure: string;
}

export interface Replaced {
  /** It followed from what was put right. */
  readonly derived: boolean;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface MatterView {
  readonly id: string;
  readonly line: string;
  readonly number: string | null;
  readonly receipt: string;
  readonly title: string;
  readonly state: string;
  readonly organ: { readonly id: string; readonly name: string };
  readonly revision: number;
  readonly ruleSet: { readonly code: string; readonly name: string };
  /** Code of the rule set of a step taken today. */
  readonly ruleSetNow: string;
  /** What somebody has to look at: `settle` { flag, note } says what was found. */
  readonly flags: readonly { readonly flag: string; readonly words: string }[];
  /** Sensitive values come masked: `{ "$masked": "138****0000", "path": "applicants.0.phone" }`. */
  readonly data: JsonObject;
  /** Names of the organizations, persons, files and matters that `data` refers to, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly assignees: Readonly<Record<string, readonly string[]>>;
  /** Only in the answer to the step that opened a matter: for the applicant, kept nowhere. */
  readonly queryCode?: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly clocks: readonly ClockView[];
  readonly actions: readonly ActionView[];
  readonly pending: {
    readonly action: string;
    readonly name: string;
    readonly by: ActorRecord;
    readonly at: string;
    readonly input: JsonObject;
    readonly mayApprove: boolean;
    readonly basis: readonly BasisText[];
    readonly reasons: Readonly<Record<string, string>>;
    /** Why it is asked, and what happens without it. */
    readonly why: string | null;
    readonly otherwise: string | null;
  } | null;
  /** The viewer follows it. */
  readonly followed: boolean;
  /** What this matter sent to another line, which refused it; until somebody has dealt with it. */
  readonly undelivered: readonly UndeliveredMessage[];
  /** The viewer is a participant and sees only what was served on it. */
  readonly served: boolean;
  /** Words every line has, where this viewer may use them. */
  readonly mayReassign: boolean;
  readonly mayCorrect: boolean;
  readonly documents: readonly DocumentView[];
  readonly timeline: readonly TimelineEntry[];
  readonly links: readonly {
    readonly id: string;
    readonly line: string;
    readonly lineName: string;
    readonly number: string | null;
    readonly title: string;
  }[];
}

/** Answer of a rehearsal: what would happen, or why not. */
export interface Rehearsal {
  /** The law of the step as entered: it may turn on a day of the form. */
  readonly basis: readonly BasisText[];
  readonly possible: boolean;
  readonly faults: readonly { readonly field: string; readonly message: string }[];
  readonly refusals: readonly RefusalView[];
  readonly needsReason: readonly RefusalView[];
  readonly notes: readonly RefusalView[];
  /** What the step would do: the state after, clocks that start, stop or move, documents with preview HTML. */
  readonly outcome: {
    readonly to: string;
    readonly clocks: readonly ClockView[];
    readonly documents: readonly { readonly template: string; readonly name: string; readonly html: string }[];
    readonly waitsFor: string | null;
  } | null;
}

export interface RefusalView {
  readonly code: string;
  readonly message: string;
  readonly basis: readonly BasisText[];
  readonly field?: string;
  readonly facts?: Readonly<Record<string, Json>>;
}

/** RFC 9457 problem details; `type` is `urn:fadu:` + code. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly faults?: Rehearsal['faults'];
  readonly refusals?: Rehearsal['refusals'];
  readonly needsReason?: Rehearsal['needsReason'];
  /** On a conflict (409): what happened since the revision the command was based on. */
  readonly since?: readonly TimelineEntry[];
  /** On a conflict of words (409): who wrote what meanwhile. */
  readonly conflict?: ChapterConflict;
  /** Number to quote to the operator, on faults of the platform. */
  readonly incident?: string;
}
