import type { LegalBasis } from '@fadu/kernel';
import type { Bases } from './bases.js';
import type { Clock } from './clock-spec.js';
import type { Condition } from './condition.js';
import type { Fields } from './field.js';
import type { Guard } from './guard.js';
import type { DocumentTemplate, NumberRule } from './paper.js';
import type { PublicView } from './public-view.js';
import type { Setting } from './setting.js';

export type * from './clock-spec.js';
export type * from './paper.js';
export type * from './public-view.js';

/**
 * The language in which a line of work is written. A line is data: everything here can be read as a table by a lawyer,
 * checked when loaded, and served to the browser as it stands. Only guards, consequences and the guide are functions.
 */
export interface Line {
  /** Stable name in addresses, clocks and numbers: `reconsideration`. */
  readonly code: string;
  readonly name: string;
  /** The definition's own version; a matter stays on the version it was opened under. */
  readonly version: string;
  /** `case`: a procedure with an end. `register`: records kept current (台账). */
  readonly kind: 'case' | 'register';
  /** Which law applies to a matter, by the day the law names. Later entries win where several fit. */
  readonly ruleSets: readonly RuleSet[];
  readonly posts: Readonly<Record<string, string>>;
  /** The post that answers for this definition itself: it is told when a clause that the definition rests on changes. */
  readonly keeper?: string;
  readonly fields: Fields;
  readonly states: Readonly<Record<string, State>>;
  readonly clocks: Readonly<Record<string, Clock>>;
  readonly actions: Readonly<Record<string, Action>>;
  readonly documents: Readonly<Record<string, DocumentTemplate>>;
  readonly numbers: Readonly<Record<string, NumberRule>>;
  /** What the law asks of the people of some posts (法律职业资格); guards read it of those who are to act. */
  readonly qualifications?: {
    readonly posts: readonly string[];
    /** By code, in words; one of them is enough. */
    readonly kinds: Readonly<Record<string, string>>;
    readonly basis: LegalBasis;
  };
  /** Points of this line that the law leaves open, settled by values a region may change. */
  readonly settings?: Readonly<Record<string, Setting>>;
  /** Other matters that guards need to see, found by equal fields. */
  readonly related?: Readonly<Record<string, RelatedQuery>>;
  readonly list: ListView;
  readonly publicView?: PublicView;
  /** Organizations beside the organ that take part and see what is served on them: fields of kind organization, also of a list's items. */
  readonly participants?: readonly string[];
  /** What each of them gets to see; a participant without an entry sees all. */
  readonly served?: Readonly<Record<string, Served>>;
  /** Days to come that people keep in a calendar. */
  readonly calendar?: readonly CalendarDay[];
}

/**
 * What is served on a participant (送达被申请人的副本). Before `when` holds the matter does not exist for it; then it sees
 * these fields, its own clocks and steps, the documents given to it, and the steps the parties are told of.
 */
export interface Served {
  readonly when: Condition;
  readonly fields: readonly string[];
}

/** A day field, also of a list's items (`hearings.on`), under a name, with values worth reading beside it. */
export interface CalendarDay {
  readonly field: string;
  readonly name: string;
  /** Paths from the matter's data, or `.place`: a part of the same item. */
  readonly shows: readonly string[];
}

export interface RuleSet {
  readonly code: string;
  readonly name: string;
  /** First and last day on which it applies; inclusive. */
  readonly from?: string;
  readonly until?: string;
  /** The date field that decides, read once when the matter is opened; `step`: the day of each step decides. */
  readonly chosenBy: string;
  readonly basis: LegalBasis;
}

/** Tones of the state tag (five, never the clock colours). */
export type Tone = 'idle' | 'active' | 'waiting' | 'stopped' | 'alarm' | 'ended';

export interface State {
  readonly name: string;
  readonly tone: Tone;
  /** What the applicant reads in the portal. */
  readonly publicText?: string;
}

/**
 * Who may act: a post at the matter's organ (`handler`), a post at a participant (`responder@respondent`),
 * `party` (by query code in the portal), `clock` (when it runs out), `message` (from another matter).
 */
export type ActorRule = string;

/** A value set by an action: given, or taken from the step. */
export type SetValue =
  | string
  | number
  | boolean
  | null
  | { readonly take: 'today' | 'actor' }
  | { readonly take: 'due'; readonly clock: string }
  | { readonly take: 'field'; readonly field: string }
  /** Another word for a field's value; nothing when the value has none. */
  | { readonly take: 'map'; readonly field: string; readonly map: Readonly<Record<string, string>> }
  /** A day, 03-31, of the year that a field names or so many years after it: 次年3月31日. */
  | { readonly take: 'dayOfYear'; readonly field: string; readonly after: number; readonly day: string }
  /** True or false, as the condition holds after the step. */
  | { readonly take: 'whether'; readonly condition: Condition }
  /** The first whose condition holds after the step, `$ruleSet` included; else the other one. */
  | {
      readonly take: 'case';
      readonly cases: readonly { readonly when: Condition; readonly value: SetValue }[];
      readonly otherwise: SetValue;
    };

export const today: SetValue = { take: 'today' };
export const dueOf = (clock: string): SetValue => ({ take: 'due', clock });
export const fieldValue = (field: string): SetValue => ({ take: 'field', field });
export const mapOf = (field: string, map: Readonly<Record<string, string>>): SetValue => ({ take: 'map', field, map });
export const dayOfYear = (field: string, after: number, day: string): SetValue => ({
  take: 'dayOfYear',
  field,
  after,
  day,
});
export const whether = (condition: Condition): SetValue => ({ take: 'whether', condition });
export const firstOf = (
  cases: readonly { readonly when: Condition; readonly value: SetValue }[],
  otherwise: SetValue,
): SetValue => ({ take: 'case', cases, otherwise });

export interface Action {
  readonly name: string;
  readonly by: readonly ActorRule[];
  /** States in which it is possible; absent: it opens a matter. */
  readonly from?: readonly string[];
  /** The state after; absent: unchanged; or decided by a field's value. `previous`: the state before the suspension. */
  readonly to?:
    | string
    | { readonly byField: string; readonly map: Readonly<Record<string, string>> }
    | { readonly previous: true };
  /** Under a rule set that gives it none, the action does not exist. */
  readonly basis: Bases;
  /** Line fields asked on the form; they are set on the matter. */
  readonly form?: readonly string[];
  /** A list field: the form asks one item and appends it. */
  readonly record?: string;
  /** Parts of the recorded item that are taken from the matter, not asked. */
  readonly fills?: Readonly<Record<string, SetValue>>;
  readonly guards?: readonly Guard[];
  readonly sets?: Readonly<Record<string, SetValue>>;
  readonly clocks?: {
    readonly start?: readonly string[];
    /** Stopped as done: met or late by `legalDue`. */
    readonly stop?: readonly string[];
    /** No longer of use: void. */
    readonly drop?: readonly string[];
    /** Rights whose last day has passed: they ended unused. */
    readonly waive?: readonly string[];
    /** The day of the step on which suspension begins or ends, for every clock that `suspends`. */
    readonly suspend?: true | Condition;
    readonly resume?: true;
    /** Extends by the form field `extendBy` (whole units), or by the most that is allowed. */
    readonly extend?: string;
    /** Leaves out the days between two date fields of the form, the second not included; the clocks must have `excludes`. */
    readonly exclude?: { readonly clocks: readonly string[]; readonly from: string; readonly to: string };
    /** Count again after a field that decides the limit has changed (conversion of procedure). */
    readonly recount?: readonly string[];
  };
  /** Date field of the form (or part of a group, `performance.doneOn`) that is the day of the step; absent: today. */
  readonly on?: string;
  readonly documents?: readonly string[];
  /** Gives the matter its number (案号). */
  readonly number?: string;
  /** The clock this action serves: orders the to-do list. */
  readonly due?: string;
  /**
   * Where this does not hold, nobody is waited for to take the action, though it may be taken: it is on no to-do list.
   * Also reads `$ruleSet` and `$state`; `false`: a right, never a duty.
   */
  readonly duty?: Condition | false;
  /** Posts that must agree before it takes effect: the request waits, is approved, or returned with reasons. */
  readonly approvedBy?: readonly ActorRule[];
  /** Persons of this field become the ones who act as its post from now on. */
  readonly assigns?: string;
  /**
   * Opens a matter of another line, carrying fields over (target ← source, parts as `act.name`). `linkBack` is the field of
   * this line that takes the id of the opened matter, by the action taken by `message` whose form asks it.
   */
  readonly opens?: {
    readonly line: string;
    readonly action: string;
    readonly carry: Readonly<Record<string, string>>;
    readonly linkBack: string;
  };
  /** Takes an action in the matter linked by this field, with values taken from this one. */
  readonly tells?: {
    readonly link: string;
    readonly action: string;
    readonly carry?: Readonly<Record<string, string>>;
  };
  /** What the applicant reads about this step; absent: not shown to the public. */
  readonly publicText?: string;
  /** What the applicant should know before taking this step: its consequences, in one or two sentences. */
  readonly partyHint?: string;
  /** Cannot be undone by an ordinary action: confirmed with its consequences. */
  readonly grave?: boolean;
  /** Where this does not hold, the action is not offered. Also reads `$ruleSet`, the rule set of the step. */
  readonly when?: Condition;
}

export interface RelatedQuery {
  readonly line: string;
  /** Field of this matter → field of the other that must be equal. */
  readonly match: Readonly<Record<string, string>>;
}

export interface ListView {
  /** Words with placeholders that name a matter: `{applicants}不服{respondent}{act.docNumber}`. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly filters: readonly string[];
}
