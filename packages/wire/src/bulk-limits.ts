// A value that the browser needs, too; apart, so that it does not load the schemas with it.
/** What a table may hold. */
export const BULK_LIMITS = { rows: 500, bytes: 5 * 1024 * 1024 } as const;
