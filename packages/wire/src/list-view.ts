import type { Json } from '@fadu/kernel';
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
  /** Values of the line's list columns, in words; sensitive ones masked. */
  readonly columns: Readonly<Record<string, string>>;
  readonly handlers: readonly string[];
  /** For a to-do: the one primary action, and whether it is an approval. */
  readonly action: { readonly action: string; readonly name: string; readonly approval: boolean } | null;
}

export interface MatterList {
  readonly rows: readonly MatterRow[];
  /** Exact up to 10,000. */
  readonly total: number;
  readonly exact: boolean;
  readonly next: string | null;
}

/** A number of the dashboard; `query` is the list filter that shows its matters. */
export interface Tally {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly query: Readonly<Record<string, string>>;
}

export interface Overview {
  readonly asOf: string;
  readonly line: string;
  readonly byState: readonly Tally[];
  readonly byDue: readonly Tally[];
  readonly byPerson: readonly (Tally & {
    readonly late: number;
    readonly lateQuery: Readonly<Record<string, string>>;
  })[];
  readonly byOrgan: readonly (Tally & {
    readonly late: number;
    readonly lateQuery: Readonly<Record<string, string>>;
  })[];
  readonly byYear: readonly Tally[];
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
  readonly lines: readonly { readonly code: string; readonly name: string; readonly opens: readonly string[] }[];
  readonly today: string;
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

/** What the citizen gets after applying, and when tracking. */
export interface Receipt {
  readonly receipt: string;
  /** Shown once. */
  readonly queryCode: string;
  readonly organName: string;
  readonly receivedOn: string;
  readonly next: readonly { readonly text: string; readonly due: string | null }[];
  readonly qrSvg: string;
}

export interface PublicMatter {
  readonly receipt: string;
  readonly number: string | null;
  readonly lineName: string;
  readonly line: string;
  readonly organName: string;
  readonly state: string;
  readonly stateText: string;
  readonly ended: boolean;
  readonly shows: readonly { readonly label: string; readonly value: Json }[];
  readonly clocks: readonly ClockView[];
  readonly timeline: readonly { readonly on: string; readonly text: string }[];
  readonly documents: readonly {
    readonly id: string;
    readonly name: string;
    readonly issuedOn: string;
    readonly code: string;
  }[];
  readonly actions: readonly { readonly action: string; readonly name: string }[];
  readonly next: readonly { readonly text: string; readonly due: string | null }[];
  readonly remedy: { readonly text: string; readonly due: string | null } | null;
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
}
