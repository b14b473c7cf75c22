import type { WorkCalendar } from '@fadu/calendar';
import { fail, type Instant, type Refusal } from '@fadu/kernel';
import type { Actor } from './actor.js';
import type { PersonFacts, RelatedMatter } from './guard.js';
import type { MatterEvent } from './matter.js';
import type { SettingLookup } from './setting.js';
import type { FieldFault } from './validate.js';

/** What the engine is told about the world; it asks nothing itself. */
export interface Context {
  readonly now: Instant;
  readonly actor: Actor;
  readonly calendar: WorkCalendar;
  readonly related: Readonly<Record<string, readonly RelatedMatter[]>>;
  /** Who somebody is and which of the line's qualifications are recorded; absent: nobody has any. */
  readonly person?: (id: string) => PersonFacts;
  /** What the matter's region has settled of points the law leaves open; absent: the defaults hold. */
  readonly settings?: SettingLookup;
  /** For an action that opens a matter. */
  readonly opening?: { readonly id: string; readonly region: string; readonly organ: string };
  /** Words of a number rule filled in: `{organ}` by the organ's short name. */
  readonly organShortName: string;
  /** The matter's events so far; needed only by `wordsThatReadEvents`. */
  readonly events?: readonly MatterEvent[];
  /** The next serial of a numbering scope. A rehearsal may answer 0; the real decision takes it in the transaction. */
  serial(scope: string): number;
}

/** Why a command has no effect: the form is faulty, the law refuses, or a reason is asked first. */
export interface Decline {
  readonly faults: readonly FieldFault[];
  readonly refusals: readonly Refusal[];
  /** SOFT objections still without a reason: the person may go on after giving one. */
  readonly needsReason: readonly Refusal[];
}

export interface Decision {
  readonly events: readonly MatterEvent[];
  /** INFO marks and SOFT objections that were answered. */
  readonly notes: readonly Refusal[];
}

/** Declined by the law alone: the form is in order. */
export const refused = (why: Refusal) => fail<Decline>({ faults: [], refusals: [why], needsReason: [] });
/** Declined by the form alone. */
export const faulty = (...faults: FieldFault[]) => fail<Decline>({ faults, refusals: [], needsReason: [] });
