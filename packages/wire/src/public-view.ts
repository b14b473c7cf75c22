import type { JsonObject } from '@fadu/kernel';
import type { ActionDescription, BasisText, Fields, LineDescription } from '@fadu/procedure';
import type { ClockExplanation, ClockView } from './matter-view.js';

/** Who runs the portal: what stands in its head and foot. A value that is not set is not shown. */
export interface PublicSite {
  readonly name: string;
  readonly host: string | null;
  /** Nobody has set who runs it: names and numbers are samples, and said to be so. */
  readonly sample: boolean;
  readonly phone: string | null;
  readonly siteId: string | null;
  readonly icp: string | null;
  readonly police: string | null;
  /** Today in Asia/Shanghai, so that every screen counts from the platform's day. */
  readonly today: string;
}

export interface PublicOrgan {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly phone: string | null;
}

/** To whom an application as filled in may go; no organs: the words name one that is not on the platform. */
export interface OrganChoiceView {
  readonly organs: readonly PublicOrgan[];
  readonly words: string | null;
  readonly note: string | null;
  readonly basis: BasisText | null;
}

/** A line on the portal's home page. */
export interface PublicLineRow {
  readonly code: string;
  readonly name: string;
  /** What one asks for: the plain name of the entry. */
  readonly publicName: string;
  readonly intro: string;
  /** Has a guide that says whether it is the right way. */
  readonly guided: boolean;
}

/** A line as the public gets it: what is asked when applying, and the steps open to the applicant. */
export interface PublicLine {
  readonly code: string;
  readonly name: string;
  readonly version: string;
  readonly publicView: NonNullable<LineDescription['publicView']>;
  readonly fields: Fields;
  readonly actions: Readonly<Record<string, Pick<ActionDescription, 'name' | 'form' | 'grave' | 'partyHint'>>>;
  /** Articles of the application. */
  readonly basis: readonly BasisText[];
}

/** One sentence of advice with its article. */
export interface Advice {
  readonly text: string;
  readonly basis: BasisText | null;
}

/** Answer of a guide: whether this is the way, to whom, and still in time with the counting. */
export interface GuideAnswer {
  readonly verdict: 'yes' | 'doubt' | 'no';
  readonly headline: string;
  readonly reasons: readonly Advice[];
  readonly deadline: {
    readonly from: string;
    readonly legalDue: string;
    readonly provisional: boolean;
    /** Calendar days left, the last day included; negative when past. */
    readonly left: number;
    readonly how: ClockExplanation;
  } | null;
  readonly organ: string | null;
  readonly instead: readonly string[];
  readonly prefill: JsonObject;
}

/** What happens next and until when; `due` null: not counted yet. */
export interface NextStep {
  readonly text: string;
  readonly due: string | null;
  readonly clock: string | null;
}

/** What the citizen gets after applying, and when tracking. */
export interface Receipt {
  readonly receipt: string;
  /** The applicant's secret. Sent again only to who holds the idempotency key of the application. */
  readonly queryCode: string;
  readonly lineName: string;
  readonly organName: string;
  readonly organPhone: string | null;
  readonly receivedOn: string;
  readonly next: readonly NextStep[];
  /** This application had arrived before, its answer had not; what was changed since is not in it. */
  readonly earlier: boolean;
  readonly qrSvg: string;
}

export interface PublicMatter {
  readonly receipt: string;
  readonly number: string | null;
  readonly lineName: string;
  readonly line: string;
  readonly organName: string;
  readonly organPhone: string | null;
  readonly state: string;
  readonly stateText: string;
  readonly ended: boolean;
  readonly paused: boolean;
  readonly today: string;
  readonly shows: readonly { readonly label: string; readonly value: string | null }[];
  /** Running clocks that concern the applicant, each with its counting. */
  readonly clocks: readonly (ClockView & { readonly how: ClockExplanation })[];
  readonly timeline: readonly { readonly on: string; readonly text: string }[];
  readonly documents: readonly {
    readonly id: string;
    readonly name: string;
    readonly number: string | null;
    readonly issuedOn: string;
    readonly code: string;
  }[];
  /** What the applicant has to do now; `term` says the limit in words when its day is not counted yet. */
  readonly duties: readonly {
    readonly text: string;
    readonly detail: string | null;
    readonly action: string;
    readonly clock: string;
    readonly due: string | null;
    readonly term: string;
    readonly basis: BasisText;
  }[];
  readonly actions: readonly {
    readonly action: string;
    readonly name: string;
    readonly hint: string | null;
    readonly grave: boolean;
  }[];
  readonly next: readonly NextStep[];
  readonly silence: Advice | null;
  readonly remedy: {
    readonly text: string;
    /** Its last day; null while what it counts from has not happened: then `term` says from when and how long. */
    readonly due: string | null;
    readonly term: string;
    readonly steps: readonly Advice[];
    /** Said instead when the last day has passed. */
    readonly past: Advice | null;
  } | null;
}

/** Answer to a verification code. */
export interface Verification {
  readonly status: 'genuine' | 'withdrawn' | 'unknown';
  readonly code: string;
  readonly name?: string;
  readonly number?: string | null;
  readonly organName?: string;
  readonly issuedOn?: string;
  /** When the ledger recorded it; null until the next batch (seconds). */
  readonly recordedAt?: string | null;
  /** SM3 of the .docx. */
  readonly digest?: string;
  /** Code of the document that took its place (更正); only when withdrawn. */
  readonly replacedBy?: string;
}
