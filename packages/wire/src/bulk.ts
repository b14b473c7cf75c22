import { z } from 'zod';

export { BULK_LIMITS } from './bulk-limits.js';

/** Entering matters from a table (批量登记). */

export const bulkQuery = z.strictObject({
  /** The organization that will handle them; the actor must hold a post there. */
  organ: z.string().max(64),
  /** Absent: only looked at. `all`: everything or nothing. `ready`: the rows without a fault. */
  confirm: z.enum(['all', 'ready']).optional(),
});

export interface BulkFault {
  /** `C5`; null when it is about the row as a whole. */
  readonly cell: string | null;
  readonly column: string | null;
  readonly message: string;
}

export interface BulkRow {
  /** Row of the table in which the record begins, from 1, as the workbook counts. */
  readonly row: number;
  /** What the person numbered it. */
  readonly no: string;
  /** The matter in words, as far as it can be told. */
  readonly subject: string;
  /** `done`: registered earlier from this very content; `written`: registered now. */
  readonly standing: 'ready' | 'faulty' | 'done' | 'written';
  readonly faults: readonly BulkFault[];
  /** What the person should look at, though nothing is in the way. */
  readonly notes: readonly string[];
  readonly matter: { readonly id: string; readonly receipt: string } | null;
  /** Told once, when the matter is registered and the public may follow it. */
  readonly queryCode: string | null;
}

export interface BulkView {
  readonly rows: readonly BulkRow[];
}
