import type { Deadline, Limit, WorkCalendar } from '@fadu/calendar';
import type { JsonObject, LegalBasis, PlainDate, Refusal } from '@fadu/kernel';
import type { Bases } from './bases.js';
import type { Condition } from './condition.js';
import type { Fields } from './field.js';
import type { Guard } from './guard.js';
import type { Setting } from './setting.js';

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

/** What happens when a clock runs out; decides the words on its chip. */
export type Expiry = 'duty' | 'deemed' | 'lapse' | 'right' | 'wait' | 'backward' | 'promise';

/** Whose clock it is: the organ itself, a participant by field key, the party, a court or another body. */
export type Holder = 'organ' | 'party' | 'court' | 'other' | `@${string}`;

export interface Clock {
  readonly name: string;
  /** Where this does not hold, starting the clock does nothing: 判决与裁定的上诉期. */
  readonly when?: Condition;
  /** What starts it, in words: 收到申请. */
  readonly event: string;
  /**
   * The date field from which it counts, or several of which the first given counts; for a backward clock the day of the
   * event. `$due.code`: the last day of another clock.
   */
  readonly from: string | readonly string[];
  readonly limit: Limit;
  /** The setting that gives the amount of `limit`, which holds its default. */
  readonly amountFrom?: string;
  /** Settings on which its counting rests though no word here reads them, always or where the condition holds. */
  readonly restsOn?: readonly { readonly setting: string; readonly when?: Condition }[];
  /** The field of a last day that a paper itself names (决定书所载履行期限); where it is given, nothing is counted. */
  readonly until?: string;
  readonly basis: LegalBasis;
  /** Other limits by condition; the first that holds wins. Conditions also read `$ruleSet` and `$setting.key`. */
  readonly cases?: readonly ClockCase[];
  readonly expiry: Expiry;
  /** What stands behind 届满 on its chip, where the kind of expiry does not say it: 视为放弃申请. */
  readonly atExpiry?: string;
  readonly holder: Holder;
  /** The action the clock itself takes when it has run out (视为受理). */
  readonly onExpiry?: string;
  /** Whole units of the limit, added to the nominal end; once. */
  readonly extend?: { readonly atMost: number; readonly when?: Condition; readonly basis: Bases };
  /** Stops counting while the matter is suspended. */
  readonly suspends?: boolean;
  /** The law that leaves days out of this period though the matter is not suspended: 现场勘验, 鉴定, 不可抗力. */
  readonly excludes?: Bases;
  /** `false`: never runs in a matter; it is counted to judge a step or to tell a person (申请期限). */
  readonly runs?: false;
  /** A fact of law that was not checked; shown as ※. What an official may settle is a setting instead. */
  readonly unverified?: string;
}

/** Another limit of the same clock, with the condition under which it holds. */
export interface ClockCase {
  /** How the case is named where no matter is at hand (`fadu deadline … --case urgent`). */
  readonly code?: string;
  readonly when: Condition;
  readonly limit: Limit;
  readonly basis: LegalBasis;
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

/** A paragraph: words with {placeholders}; or only when a condition holds; or a table of a list field. */
export type Paragraph =
  | string
  | { readonly when: Condition; readonly text: string }
  | { readonly heading: string }
  /** One paragraph for each item of a list, whose parts the words name: 申请人：{name}[，法定代表人：{legalRep}]。 */
  | { readonly each: string; readonly text: string /** Above each of them. */; readonly heading?: string }
  | { readonly table: string; readonly columns: readonly string[] }
  /** A sheet of labels and values, one or two pairs in a row (登记表, 送达回证). */
  | { readonly sheet: readonly (readonly (readonly [label: string, words: string])[])[] };

export interface DocumentTemplate {
  readonly name: string;
  /** The title on paper. */
  readonly title: string;
  /** What kind of paper it is; absent: `writ`. */
  readonly form?: PaperForm;
  readonly number?: string;
  /** 主送: words with placeholders. */
  readonly to?: string;
  readonly paragraphs: readonly Paragraph[];
  readonly basis: Bases;
  /** Given to the applicant in the portal: a paper that is served, once it has been served on those it is addressed to first. */
  readonly toParty?: boolean;
  /** Given to this participant. */
  readonly toParticipant?: string;
  /** Signed by hand by those present (笔录). */
  readonly signed?: readonly string[];
  /** 署名: words with placeholders; absent: the organ. */
  readonly signer?: string;
  /** 附件: words with placeholders, one each. */
  readonly attachments?: readonly string[];
  /** 抄送: words with placeholders. */
  readonly copyTo?: readonly string[];
  /** 附注, without the brackets. */
  readonly note?: string;
  /** On whom it is served, and what that brings about; absent: it is not served. */
  readonly serve?: readonly ServiceTarget[];
}

/** On whom a document is served (送达). */
export interface ServiceTarget {
  /** A list of parties (each is served), or a field that names an organization or a person. */
  readonly to: string;
  /**
   * The action that follows when all have been served whose target names it: its `on` field takes the day of the last
   * service, its clocks count from there. Skipped where the state does not allow it.
   */
  readonly takes?: string;
  /** Other actions by which it is received (签收): then it is served too. */
  readonly alsoBy?: readonly string[];
  /** Other fields of that action's form, from the record of service. */
  readonly carry?: Readonly<Record<string, 'method' | 'consent' | 'proof'>>;
  /** Days of a public notice where the line's law asks for other than thirty. */
  readonly noticeDays?: number;
}

/**
 * Kinds of paper. `writ` 文书: organ's name above the title, no red head. `letter` 函: red mark, double
 * rules. `official` 其他公文（通报）: red head, 版记. `record` 笔录、登记表: title only, signed by those present. `statement` 诉讼文书、当事人文书: title only, ends with 此致.
 */
export type PaperForm = 'writ' | 'letter' | 'official' | 'record' | 'statement';

export interface NumberRule {
  /** Words with {organ}, {year}, {serial}: `{organ}复〔{year}〕{serial}号`. Serial runs by organ and year. */
  readonly template: string;
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

export interface PublicView {
  /** Action by which a citizen opens a matter. */
  readonly apply: string;
  /** The plain name on the portal: 申请行政复议. */
  readonly name: string;
  readonly intro: string;
  /** One page each, in order. */
  readonly steps: readonly { readonly title: string; readonly hint?: string; readonly fields: readonly string[] }[];
  /** Fields shown when tracking. */
  readonly shows: readonly string[];
  readonly guide?: Guide;
  /**
   * Which organs receive this line: those where all these posts are held, with the words by which one chooses among them.
   * Absent: governments with a handler.
   */
  readonly receivers?: { readonly posts: readonly string[]; readonly words: string; readonly basis?: LegalBasis };
  /** To whom one may turn, by what was filled in; absent: any organ that receives this line. */
  organs?(data: JsonObject, tree: OrgTree): OrganChoice;
  /** What happens next, with the clock that says by when. */
  readonly next: readonly { readonly text: string; readonly clock?: string }[];
  /** What the applicant has to do: in these states, by this action, until this clock runs out. */
  readonly duties?: readonly {
    readonly states: readonly string[];
    readonly text: string;
    /** The field that says what exactly, e.g. `corrections.items`; of a list, the last item's. */
    readonly shows?: string;
    readonly action: string;
    readonly clock: string;
  }[];
  /** What the applicant may do when the organ stays silent. */
  readonly silence?: AdvisedStep;
  /** Where the way goes on after the end (起诉), with the clock. */
  readonly remedy?: {
    readonly text: string;
    readonly clock: string;
    readonly states: readonly string[];
    readonly when?: Condition;
    /** How it is done: where, with what, against whom. */
    readonly steps?: readonly AdvisedStep[];
    /** What is left when its last day has passed. */
    readonly past?: AdvisedStep;
  };
}

export interface AdvisedStep {
  readonly text: string;
  /** On the matter's fields; where it does not hold, nothing is said. */
  readonly when?: Condition;
  readonly basis?: LegalBasis;
}

/** An organization as the rule of a line sees it. */
export interface OrgNode {
  readonly id: string;
  readonly kind: string;
  readonly region: string;
}

/** The tree of organizations, read only. */
export interface OrgTree {
  find(id: string): OrgNode | undefined;
  parentOf(id: string): OrgNode | undefined;
  /** The government of a region. */
  governmentOf(region: string): OrgNode | undefined;
}

/** To whom one may turn. `ids` may be empty: the words name an organ that is not on the platform. */
export interface OrganChoice {
  readonly ids: readonly string[];
  readonly words: string;
  readonly basis?: LegalBasis;
  readonly note?: string;
}

/** A short conversation before a form: is this the right way, to whom, still in time? */
export interface Guide {
  readonly questions: readonly GuideQuestion[];
  assess(answers: JsonObject, context: { readonly today: PlainDate; readonly calendar: WorkCalendar }): GuideResult;
}

export interface GuideQuestion {
  readonly key: string;
  readonly text: string;
  readonly hint?: string;
  readonly kind: 'choice' | 'date';
  readonly options?: Readonly<Record<string, string>>;
  readonly when?: Condition;
}

export interface GuideResult {
  /** `doubt`: possible, but the person must give reasons or ask; a right is never closed by a screen. */
  readonly verdict: 'yes' | 'doubt' | 'no';
  readonly headline: string;
  readonly reasons: readonly { readonly text: string; readonly basis?: LegalBasis }[];
  readonly deadline?: Deadline;
  /** To whom. */
  readonly organ?: string;
  /** Other ways, when this is not one. */
  readonly instead?: readonly string[];
  /** Field values known from the answers. */
  readonly prefill?: JsonObject;
  readonly refusal?: Refusal;
}
