import type { Deadline, Suspension } from '@fadu/calendar';
import type { Instant, JsonObject, PlainDate } from '@fadu/kernel';
import type { ActorRecord } from './actor.js';
import type { ServiceRecord } from './service.js';
import type { SettingValue } from './setting.js';

/** One instance of a line: the fold of its events. */
export interface Matter {
  readonly id: string;
  readonly region: string;
  readonly line: string;
  readonly lineVersion: string;
  readonly ruleSet: string;
  /** The organization that handles it. */
  readonly organ: string;
  readonly number: string | null;
  readonly state: string;
  /** The state to which a resumption returns. */
  readonly previousState: string | null;
  /** Number of events; a command names the revision it was based on. */
  readonly revision: number;
  readonly data: JsonObject;
  readonly clocks: Readonly<Record<string, ClockState>>;
  /** Post → persons who act in it; absent: whoever holds the post. */
  readonly assignees: Readonly<Record<string, readonly string[]>>;
  readonly pending: PendingRequest | null;
  readonly openedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  /** Questions a person must look at, e.g. a matter on the border of two rule sets. */
  readonly flags: readonly string[];
}

export interface ClockState extends Pick<Deadline, 'nominalDue' | 'legalDue' | 'targetDue' | 'provisional'> {
  readonly code: string;
  readonly startedOn: PlainDate;
  readonly opensOn: PlainDate | null;
  readonly suspensions: readonly Suspension[];
  /** Whole units added, 0 when none. */
  readonly extension: number;
  /** Settings its counting rests on, with the values of the day on which each came into it; they stay what they were. */
  readonly settings?: Readonly<Record<string, SettingValue>>;
  readonly stoppedOn: PlainDate | null;
  /** `waived`: a right whose last day passed without its being used. */
  readonly outcome: 'met' | 'late' | 'waived' | 'void' | null;
  /** It has taken its action on expiry and runs on, to show how late: it does not act again. */
  readonly acted?: true;
}

/** An action that waits for approval. */
export interface PendingRequest {
  readonly action: string;
  readonly input: JsonObject;
  readonly reasons: Readonly<Record<string, string>>;
  readonly by: ActorRecord;
  readonly at: Instant;
}

/** A document as issued: which template, which number, and the values merged into it. */
export interface IssuedDocument {
  readonly template: string;
  readonly number: string | null;
  /** Given when it is written: id, public verification code, SM3 of the file. */
  readonly id?: string;
  readonly code?: string;
  readonly digest?: string;
  /** The earlier document of the same number that this one corrects. */
  readonly replaces?: { readonly document: string; readonly code: string; readonly issuedOn: PlainDate };
}

/**
 * What an action wrote. It holds the outcome, not the rule: replaying events needs no definition and gives the same
 * matter for ever.
 */
export interface MatterEvent {
  readonly seq: number;
  readonly at: Instant;
  /** The day of the step. */
  readonly on: PlainDate;
  readonly actor: ActorRecord;
  readonly kind:
    | 'opened'
    | 'acted'
    | 'requested'
    | 'returned'
    | 'reassigned'
    | 'corrected'
    | 'recounted'
    | 'served'
    | 'serviceVoided'
    | 'replaced'
    | 'withdrawn'
    | 'settled';
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly set: JsonObject;
  readonly append: { readonly field: string; readonly item: JsonObject } | null;
  /** New values of every clock that changed. */
  readonly clocks: readonly ClockState[];
  readonly documents: readonly IssuedDocument[];
  readonly number: string | null;
  readonly pending: PendingRequest | null;
  readonly assign: Readonly<Record<string, readonly string[]>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
  /** Set on the event that opens the matter. */
  readonly opening: Pick<Matter, 'id' | 'region' | 'line' | 'lineVersion' | 'ruleSet' | 'organ'> | null;
  readonly closes: boolean;
  /** It takes the matter back from an end: the day of closing no longer holds. */
  readonly reopens?: boolean;
  /** A document was served; with it the action of the event may have been taken. */
  readonly service?: ServiceRecord;
  /** A service found invalid. */
  readonly voids?: { readonly document: string; readonly service: string };
  /** The fields a correction was about; with them derived ones may have been set. */
  readonly corrects?: readonly string[];
  /** Flags that were looked at. */
  readonly settles?: readonly string[];
  /** A document withdrawn. */
  readonly withdraws?: { readonly document: string; readonly reason: string };
  /** For other matters, delivered through the outbox. */
  readonly messages: readonly MatterMessage[];
}

export type MatterMessage =
  | {
      readonly kind: 'open';
      readonly line: string;
      readonly action: string;
      readonly input: JsonObject;
      readonly linkBack: string;
    }
  | { readonly kind: 'tell'; readonly matter: string; readonly action: string; readonly input: JsonObject };

export interface Command {
  /**
   * The action, or one of the words every line has: `approve`, `return`, `reassign`, `correct`, `settle`; for its documents
   * `serveDocument`, `voidService`, `correctDocument`, `withdrawDocument`.
   */
  readonly action: string;
  readonly input: JsonObject;
  /** Reasons given for SOFT objections and for returning, by code. */
  readonly reasons?: Readonly<Record<string, string>>;
}
