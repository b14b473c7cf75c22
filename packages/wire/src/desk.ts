import type { JsonObject } from '@fadu/kernel';
import { z } from 'zod';

/** A filter of a list under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly search: Readonly<Record<string, string>>;
  /** The office for which it was kept; null: one's own. */
  readonly office: string | null;
  /** Whether this person may take it away. */
  readonly mayDrop: boolean;
}

export const followBody = z.strictObject({ follow: z.boolean() });

export const keepViewBody = z.strictObject({
  line: z.string().max(40),
  name: z.string().trim().min(1).max(12),
  search: z.record(z.string().max(20), z.string().max(1000)),
  /** For everybody of the own office, instead of oneself. */
  office: z.boolean(),
});

/** A form begun, as it is kept for one person; `draft` null: sent or thrown away at that moment. */
export interface RemoteDraft {
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly draft: JsonObject | null;
}

export const keepDraftBody = z.strictObject({
  key: z.string().min(1).max(200),
  at: z.number().int().min(0),
  draft: z.record(z.string(), z.json()).nullable(),
  /** Which computer keeps it; what another one kept is put aside as an older version. */
  device: z.string().max(64).optional(),
});

/** What another computer replaced: one's own typing, not lost. */
export interface DraftVersion {
  readonly key: string;
  readonly at: number;
  readonly draft: JsonObject;
}

export const restoreDraftBody = z.strictObject({
  key: z.string().min(1).max(200),
  /** Which version: the moment it was kept. */
  at: z.number().int().min(0),
  device: z.string().max(64),
});
