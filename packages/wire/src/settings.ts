import type { BasisText, SettingReader, SettingValue } from '@fadu/procedure';
import { z } from 'zod';

/** One decision about a setting, for its history. */
export interface SettingDecisionView {
  readonly region: string;
  readonly regionName: string;
  readonly from: string;
  /** null: 不再另行规定. */
  readonly value: SettingValue | null;
  readonly valueText: string;
  readonly reason: string;
  readonly byName: string;
  readonly postName: string;
  readonly orgName: string;
  readonly at: string;
  /** Its place in the log of its region; null: a moment more. */
  readonly leaf: number | null;
}

/** A point the law leaves open, as it stands in a region today. */
export interface SettingView {
  readonly code: string;
  /** null: a point of counting, the same in every line. */
  readonly line: string | null;
  readonly lineName: string;
  readonly name: string;
  readonly question: string;
  readonly basis: readonly BasisText[];
  readonly kind: 'choice' | 'amount';
  /** Of a choice, its values with their words. */
  readonly options: Readonly<Record<string, string>> | null;
  /** Of an amount, its unit in words (日, 个工作日) and bounds. */
  readonly unit: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly otherwise: SettingValue;
  readonly otherwiseText: string;
  readonly value: SettingValue;
  readonly valueText: string;
  /** Who settled the value in force; null: the platform's default. */
  readonly decided: SettingDecisionView | null;
  /** Decisions for days to come that concern this region. */
  readonly coming: readonly SettingDecisionView[];
  /** Every decision that concerns this region, newest first. */
  readonly history: readonly SettingDecisionView[];
  readonly readers: readonly (SettingReader & { readonly lineName: string })[];
}

export interface SettingsView {
  readonly region: string;
  readonly regionName: string;
  /** Regions for which the viewer may settle points; empty: none. */
  readonly mine: readonly { readonly code: string; readonly name: string }[];
  readonly today: string;
  /** The first day on which a change may begin. */
  readonly earliest: string;
  readonly settings: readonly SettingView[];
}

/** What a value would do to clocks that start on a day: their last days before and after. */
export interface SettingPreview {
  readonly clocks: readonly {
    readonly line: string;
    readonly lineName: string;
    readonly name: string;
    readonly event: string;
    readonly from: string;
    /** What was assumed: 中止10日, 延长30日. */
    readonly assumed: string | null;
    readonly before: string;
    readonly after: string;
  }[];
}

const value = z.union([z.string().max(60), z.number().int()]);

export const changeSettingBody = z.strictObject({
  code: z.string().max(100),
  region: z.string().regex(/^\d{6}(\d{3})?$/),
  /** null: settled no longer here. */
  value: value.nullable(),
  from: z.string().max(10),
  reason: z.string().trim().min(2).max(500),
});
export const previewSettingQuery = z.object({
  code: z.string().max(100),
  region: z.string().max(9),
  value: z.string().max(60),
  on: z.string().max(10),
});
