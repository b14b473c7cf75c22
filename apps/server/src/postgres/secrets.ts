import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface Secrets {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

const password = (): string => randomBytes(24).toString('base64url');

/** The passwords kept in the file, readable by its owner only; new ones on first use. */
export function keptSecrets(path: string): { secrets: Secrets; fresh: boolean } {
  if (existsSync(path)) return { secrets: JSON.parse(readFileSync(path, 'utf8')) as Secrets, fresh: false };
  const secrets: Secrets = { superuser: password(), owner: password(), app: password() };
  const half = `${path}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(half, 0o600);
  renameSync(half, path);
  return { secrets, fresh: true };
}
