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
