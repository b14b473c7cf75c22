import type { LawHit, LawSuggestion } from './law.js';
import type { ClockView } from './matter-view.js';

export interface MatterRow {
  readonly id: string;
  readonly line: string;
  readonly number: string | null;
  readonly receipt: string;
  readonly title: string;
  readonly state: string;
  readonly organName: string;
  readonly openedOn: string;
  /** The nearest running clock of the organ, else of others. */
  readonly clock: ClockView | null;
  /** For a to-do without a clock of one's own: the period that the step itself starts, 被申请人答复 · 10个工作日. */
  readonly starts: { readonly name: string; readonly limit: string; readonly basis: string } | null;
  /** Values of the line's list columns, in words; sensitive ones masked. */
  readonly columns: Readonly<Record<string, string>>;
  readonly handlers: readonly string[];
  /** For a to-do: the one primary action, and whether it is an approval. */
  readonly action: {
    readonly action: string;
    readonly name: string;
    readonly approval: boolean;
    /** For an approval: why it is asked, and what happens without it. */
    readonly why: string | null;
    readonly otherwise: string | null;
  } | null;
}

export interface MatterList {
  readonly rows: readonly MatterRow[];
  /** Exact up to 10,000. */
  readonly total: number;
  readonly exact: boolean;
  /** Cursor of the next page. */
  readonly next: string | null;
}

/** Values a list may be narrowed by, with how many matters each has in the viewer's scope. */
export interface ListFilterChoice {
  readonly path: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A number of the dashboard; `query` is the list filter that shows its matters. */
export interface Tally {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly query: Readonly<Record<string, string>>;
}

/** A tally with how many of its matters have overrun. */
export interface LoadTally extends Tally {
  readonly late: number;
  readonly lateQuery: Readonly<Record<string, string>>;
}

export interface Overview {
  readonly asOf: string;
  readonly line: string;
  readonly total: number;
  readonly open: number;
  readonly byState: readonly Tally[];
  /** Open matters by nearness; adds up to `open`. */
  readonly byDue: readonly Tally[];
  /** Open matters by who handles them; one matter may have several people. */
  readonly byPerson: readonly LoadTally[];
  readonly unassigned: number;
  readonly byOrgan: readonly LoadTally[];
  /** By the year received; adds up to `total`. */
  readonly byYear: readonly Tally[];
  /** Received in each of the last twelve months, oldest first. */
  readonly byMonth: readonly Tally[];
}

/** A day to come in the calendar. */
export interface CalendarEntry {
  readonly date: string;
  readonly name: string;
  readonly matter: string;
  readonly line: string;
  readonly number: string;
  readonly title: string;
  readonly shows: readonly { readonly label: string; readonly value: string }[];
}

/** What the search field found, by kind; at most five each. */
export interface SearchResult {
  readonly asked: string;
  /** What the words were taken for. */
  readonly recognised: 'number' | 'code' | 'creditCode' | 'words';
  readonly exact: { readonly id: string; readonly label: string } | null;
  readonly groups: readonly {
    readonly line: string;
    readonly name: string;
    readonly total: number;
    /** Counted, not estimated. */
    readonly exact: boolean;
    /** The latest. */
    readonly rows: readonly { readonly id: string; readonly number: string; readonly title: string }[];
  }[];
  /** The clause of a law that was named: 处罚法33, xzfyf48, 复议法第四十八条第一款. */
  readonly clause: LawSuggestion | null;
  /** Laws by name, whole, short or in pinyin; at most five. */
  readonly laws: { readonly total: number; readonly rows: readonly LawHit[] };
}

export interface Me {
  readonly person: { readonly id: string; readonly name: string };
  readonly posts: readonly {
    readonly post: string;
    readonly postName: string;
    readonly org: string;
    readonly orgName: string;
    readonly region: string;
  }[];
  /** Lines in which some post of this person may act, with the actions that open a matter. */
  readonly lines: readonly {
    readonly code: string;
    readonly name: string;
    readonly opens: readonly { readonly action: string; readonly name: string }[];
    readonly calendar: boolean;
  }[];
  /** Every post held today, also while only one is in use. */
  readonly held: Me['posts'];
  /** The one post in use, `post:organization`; null: all of them. */
  readonly acting: string | null;
  /** Whether every post in use is one that leads. */
  readonly leads: boolean;
  /** The organization whose yearly report this post writes, checks or approves. */
  readonly reportsOf: string | null;
  /** Chapters of reports this post was asked for, and reminders to publish not yet read. */
  readonly reportsWaiting: number;
  /** Whether this post sees who made reports public. */
  readonly seesRegister: boolean;
  /** Whether this post settles points the law leaves open. */
  readonly keepsRules: boolean;
  /** Where this post fills in returns and where it checks them; null: nowhere. */
  readonly returns: { readonly fills: readonly string[]; readonly checks: readonly string[] } | null;
  readonly today: string;
  /** The third working day after today: what falls due by then is near. */
  readonly soonUntil: string;
  readonly dayKind: string;
}

export interface OrgRow {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly region: string;
  readonly kind: string;
  readonly parent: string | null;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly postName: string;
  readonly org: string;
  readonly open: number;
}

export interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** SM3, hexadecimal. */
  readonly digest: string;
}
