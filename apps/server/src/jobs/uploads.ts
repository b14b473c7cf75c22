import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EVERYTHING } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';

/** An upload that was used by no step within these days is taken away. */
const UPLOAD_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Takes away uploads nobody used, and their bytes when no matter holds the same. Bytes written within the last day stay:
 * the same file may just be arriving again.
 * @returns how many uploads were taken away.
 */
export async function sweepUploads(platform: Platform, filesDir: string): Promise<number> {
  const { rows } = await platform.pool.query<{ digest: string }>(
    'delete from upload where uploaded_at < $1 returning digest',
    [new Date(platform.now().getTime() - UPLOAD_DAYS * DAY_MS)],
  );
  for (const digest of new Set(rows.map((row) => row.digest))) {
    const used = await scoped(platform.pool, EVERYTHING, (client) =>
      client.query('select 1 from upload where digest = $1 union all select 1 from file where digest = $1 limit 1', [
        digest,
      ]),
    );
    if (used.rows.length > 0) continue;
    const path = join(filesDir, digest.slice(0, 2), digest);
    const found = await stat(path).catch(() => undefined);
    if (found && platform.now().getTime() - found.mtimeMs > DAY_MS) await rm(path, { force: true });
  }
  return rows.length;
}
