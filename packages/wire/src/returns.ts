import type { CollectedFigure } from '@fadu/indicator';
import { z } from 'zod';
import type { FigureAddress } from './dashboards.js';

const day = z.string().max(10);
const key = z.string().min(8).max(80);

export const returnQuery = z.object({ unit: z.string().max(64), period: z.string().max(30) });
export const returnStatusQuery = z.object({ org: z.string().max(64), period: z.string().max(30) });
export const returnSumQuery = returnQuery.extend({ of: z.enum(['units', 'periods']) });

/** A return that nobody asked for. */
export const beginReturnBody = z.strictObject({
  unit: z.string().max(64),
  to: z.string().max(64),
  period: z.string().max(30),
  dueOn: day,
  key,
});

/** A superior asks units for a return of a period. */
export const assignReturnsBody = z.strictObject({
  to: z.string().max(64),
  period: z.string().max(30),
  before: z.string().max(30).optional(),
  dueOn: day,
  /** Parts of the catalogue; none: all of it. */
  sections: z.array(z.string().max(40)).max(40),
  units: z.array(z.string().max(64)).min(1).max(500),
  key,
});

export const remindReturnsBody = z.strictObject({
  matters: z.array(z.uuid()).min(1).max(500),
  reminder: z.string().max(500).optional(),
  key,
});

/** Puts what units below have put right into this return and sends it up, in one act. */
export const takeOverBody = z.strictObject({ key });

/** An indicator, or a part of one, that an amendment changes; null: no row. */
export interface ReturnChange {
  readonly code: string;
  readonly name: string;
  readonly was: string | null;
  readonly is: string | null;
  /** 多7件; null where they cannot be subtracted. */
  readonly difference: string | null;
}

/** An approved return that is put right, and is not yet in what stands above it. */
export interface ReturnAmendment {
  readonly matter: string;
  readonly unit: { readonly id: string; readonly name: string };
  /** `begun` by the unit, `asked` for by the superior, `sent` and waiting for approval, `approved` and not yet held above. */
  readonly stage: 'begun' | 'asked' | 'sent' | 'approved';
  /** The day of that step. */
  readonly on: string;
  readonly reason: string;
  /** None before it is sent. */
  readonly changes: readonly ReturnChange[];
}

/** What a row of this return becomes when amendments below are taken over; `after` null: by hand, and why. */
export interface TakeOverRow {
  readonly code: string;
  readonly name: string;
  readonly now: string | null;
  readonly after: string | null;
  readonly why: string | null;
  /** As it is put into the form. */
  readonly row: CollectedFigure | null;
}

/** What became of each unit or return that was asked for at once; those that were refused say why. */
export interface ReturnsDone {
  readonly done: number;
  readonly refused: readonly { readonly name: string; readonly why: string }[];
}

/** An indicator as a line of the form: what is known, what was said before. */
export interface ReturnFormRow {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: 'count' | 'stock' | 'rate' | 'money' | 'duration';
  readonly domain: string;
  readonly counted: string;
  /** What the records give: then there is nothing to fill in. */
  readonly known: string | null;
  /** What they give where they begin only within the period: then the whole of it is filled in. */
  readonly partial: string | null;
  /** The records behind either, where this post may see them. */
  readonly open: FigureAddress | null;
  /** What was collected of this period before records gave it: kept, and not used. */
  readonly kept: string | null;
  /** The period compared with, as text. */
  readonly before: string | null;
  /** What the superior approved of this period, also while it is being put right. */
  readonly approved: readonly CollectedFigure[];
}

/** The return of a unit and a period, begun or not. */
export interface ReturnView {
  readonly unit: { readonly id: string; readonly name: string };
  readonly period: { readonly text: string; readonly name: string };
  readonly before: { readonly text: string; readonly name: string };
  /** Null: not begun. */
  readonly matter: ReturnMatter | null;
  /** This post may begin it. */
  readonly mayBegin: boolean;
  /** Where the last return of the unit went, for who begins one; null: there was none. */
  readonly lastTo: { readonly id: string; readonly name: string } | null;
  readonly domains: readonly { readonly code: string; readonly name: string }[];
  readonly rows: readonly ReturnFormRow[];
  /** What the return of the period before says: for the checks that are made while one types. */
  readonly earlier: readonly CollectedFigure[] | null;
  /** Amendments of units that report to this one, which its own return does not hold yet. */
  readonly below: readonly ReturnAmendment[];
  /** What those that are approved change here. */
  readonly takeOver: { readonly rows: readonly TakeOverRow[]; readonly may: boolean } | null;
  /** Others may be added up into it: units that report to this one, shorter periods of its own. */
  readonly sums: { readonly units: boolean; readonly periods: boolean };
}

export interface ReturnMatter {
  readonly id: string;
  readonly revision: number;
  readonly stateName: string;
  /** As of any state: idle · active · waiting · stopped · alarm · ended. */
  readonly tone: string;
  readonly to: string;
  readonly dueOn: string;
  readonly late: boolean;
  readonly remindedOn: string | null;
  /** Who reminded: the receiver, or the platform by the day. */
  readonly remindedBy: string | null;
  readonly reminder: string | null;
  readonly returnReason: string | null;
  readonly note: string | null;
  readonly figures: readonly CollectedFigure[];
  /** It was approved and is being put right: what was approved counts until then. */
  readonly amending: {
    readonly asked: boolean;
    /** It waits for approval. */
    readonly sent: boolean;
    readonly reason: string;
    /** As they stand on the form; to others from the moment they are sent. */
    readonly changes: readonly ReturnChange[];
  } | null;
  /** What was put right before, the latest first. */
  readonly amended: readonly {
    readonly on: string;
    readonly reason: string;
    readonly changes: readonly ReturnChange[];
  }[];
  /** The actions this post may take now, by what they do; null: not now, or not this post. */
  readonly may: {
    readonly save: string | null;
    readonly submit: string | null;
    readonly takeBack: string | null;
    readonly approve: string | null;
    /** Begins to put right what was approved. */
    readonly amend: string | null;
    /** Leaves it as it was approved. */
    readonly giveUp: string | null;
    /** Says why what was put right below does not change this return. */
    readonly settleBelow: string | null;
    /** Those that ask for something first. */
    readonly others: readonly { readonly action: string; readonly name: string }[];
  };
}

/** One line of a sum: the row to put into the form, or why there is none. */
export interface ReturnSumRow {
  readonly code: string;
  readonly name: string;
  readonly row: CollectedFigure | null;
  /** As it will read. */
  readonly text: string | null;
  readonly why: string | null;
}

export interface ReturnSum {
  /** Units or periods that were added up, and those that are waited for. */
  readonly from: readonly string[];
  readonly waiting: readonly string[];
  readonly rows: readonly ReturnSumRow[];
}

/** Where a unit stands with its return of a period. */
export interface ReturnStatus {
  readonly unit: string;
  readonly name: string;
  /** Null: not asked for and not begun. */
  readonly matter: string | null;
  readonly stateName: string | null;
  readonly dueOn: string | null;
  readonly submittedOn: string | null;
  readonly remindedOn: string | null;
  /** Names of those who were told. */
  readonly remindedWho: readonly string[];
  /** The last day is over and nothing was sent. */
  readonly late: boolean;
  /** Of those asked for, how many have a row. */
  readonly filled: number;
  readonly asked: number;
  /** May be reminded by this post now. */
  readonly mayRemind: boolean;
}

export interface ReturnStatusView {
  readonly org: { readonly id: string; readonly name: string };
  readonly period: { readonly text: string; readonly name: string };
  readonly units: readonly ReturnStatus[];
  /** This post may ask units for this return. */
  readonly mayAssign: boolean;
}

/** A return in the list of returns. */
export interface ReturnListItem {
  readonly matter: string;
  readonly unit: string;
  readonly unitId: string;
  readonly to: string;
  readonly period: string;
  readonly periodName: string;
  readonly state: string;
  readonly dueOn: string;
  readonly late: boolean;
  /** May be filled in by this post now. */
  readonly open: boolean;
  /** Waits for this post's check. */
  readonly check: boolean;
  /** Approved amendments below that this return does not hold. */
  readonly below: number;
}
