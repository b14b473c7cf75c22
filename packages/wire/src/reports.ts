import { z } from 'zod';

/** A report as a file: official layout, page for a website, table, data. */
export const reportFileQuery = z.object({ as: z.enum(['docx', 'html', 'xlsx', 'json']).default('docx') });

/** Settling the figures of a report: nothing is sent, the platform computes them. */
export const freezeBody = z.strictObject({ key: z.string().min(8).max(80) });

export const returnsLateQuery = z.object({ org: z.string().max(64), period: z.string().max(30) });

export const returnFormQuery = z.object({ unit: z.string().max(64), period: z.string().max(30) });

/** An indicator as a line of the form: what is known, what was said before, what is filled in. */
export interface ReturnFormRow {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly domain: string;
  readonly counted: string;
  /** What the records give: then there is nothing to fill in. */
  readonly known: string | null;
  /** The same days of the year before, as text. */
  readonly before: string | null;
}
