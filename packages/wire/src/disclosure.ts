import { z } from 'zod';

export const disclosureQuery = z.object({
  org: z.string().max(64).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});
export const disclosureBody = z.strictObject({
  unit: z.string().max(64),
  year: z.number().int().min(2000).max(2100),
  publishedOn: z.string().max(10),
  place: z.enum(['site', 'press', 'both']),
  address: z.string().trim().min(1).max(500),
  /** SM3 of what was published, where the file is at hand. */
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  fileName: z.string().max(200).nullable(),
});
export const remindBody = z.strictObject({
  org: z.string().max(64),
  year: z.number().int().min(2000).max(2100),
  units: z.array(z.string().max(64)).min(1).max(5000),
  message: z.string().trim().max(500),
  /** Sent again under the same key, nobody is reminded twice. */
  key: z.string().min(8).max(80),
});

/** `pending`: not yet due; `overdue`: due and not public; `ended`: no such organization at the end of the year. */
export type DisclosureStatus = 'onTime' | 'late' | 'pending' | 'overdue' | 'ended';

export interface DisclosureRow {
  readonly unit: string;
  readonly name: string;
  /** The government whose departments and lower governments stand together. */
  readonly under: string;
  readonly level: string;
  readonly status: DisclosureStatus;
  readonly publishedOn: string | null;
  readonly place: string | null;
  readonly address: string | null;
  readonly digest: string | null;
  /** `platform`: published here; `entered`: registered by a person. */
  readonly source: 'platform' | 'entered' | null;
  readonly enteredBy: string | null;
  /** How far the report is on the platform; null: it was not begun here. */
  readonly progress: string | null;
  readonly reminded: number;
  readonly remindedAt: string | null;
  /** Names of those who were told. */
  readonly remindedWho: readonly string[];
  readonly seenAt: string | null;
  /** Why it owes no report. */
  readonly note: string | null;
  readonly mayEnter: boolean;
}

export interface DisclosureTally {
  readonly level: string;
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly open: number;
}

/** Of all organizations below one: who made the report of a year public, where and when. */
export interface DisclosureView {
  readonly org: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly today: string;
  /** The first day on which it is late. */
  readonly before: string;
  readonly basis: string;
  readonly rows: readonly DisclosureRow[];
  readonly tallies: readonly DisclosureTally[];
  readonly mayRemind: boolean;
}

/** What concerns a person's posts in yearly reports. */
export interface ReportList {
  readonly own: readonly {
    readonly unit: string;
    readonly name: string;
    readonly year: number;
    readonly state: string;
    readonly publishedOn: string | null;
    readonly dueOn: string;
  }[];
  readonly asked: readonly {
    readonly unit: string;
    readonly name: string;
    readonly year: number;
    readonly chapter: string;
    readonly title: string;
    readonly dueOn: string | null;
    readonly done: boolean;
  }[];
  readonly reminders: readonly {
    readonly id: string;
    readonly unit: string;
    readonly name: string;
    readonly year: number;
    readonly message: string;
    readonly from: string;
    readonly at: string;
    readonly seen: boolean;
  }[];
  /** Units of this post that owe the report of the last year, with the days and the articles. */
  readonly due: readonly {
    readonly unit: string;
    readonly name: string;
    readonly year: number;
    /** First days on which it is late to send it upward, and to make it public. */
    readonly upwardBefore: string;
    readonly before: string;
    readonly standing: 'open' | 'soon' | 'late';
    readonly basis: string;
  }[];
  /** The unit of this post that writes reports, and the year that is due. */
  readonly writes: string | null;
  readonly dueYear: number;
  /** The organization whose register this post may see. */
  readonly register: string | null;
  readonly begin: { readonly line: string; readonly action: string };
}
