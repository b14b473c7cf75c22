import type { Deadline, WorkCalendar } from '@fadu/calendar';
import type { JsonObject, LegalBasis, PlainDate, Refusal } from '@fadu/kernel';
import type { Condition } from './condition.js';

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
