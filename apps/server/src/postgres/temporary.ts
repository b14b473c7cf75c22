import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder for data that are thrown away with it. Every account may enter it: a database that root starts would else lie
 * elsewhere (see `newClusterPlace`) and stay when the folder is gone.
 */
export function temporaryData(prefix: string): string {
  const dir = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(dir, 0o755);
  return dir;
}
