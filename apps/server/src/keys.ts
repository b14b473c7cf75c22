import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSigningKey, type SigningKey } from '@fadu/ledger';

export interface Keys {
  /** Encrypts personal data; without it nobody reads them again. */
  readonly secret: Buffer;
  readonly signing: SigningKey;
  /** Signs session cookies. */
  readonly session: string;
}

/**
 * Keys of this installation, made at the first start and kept in the data folder for its owner only. A backup of the
 * database without this file holds no readable personal data; a backup of the platform must keep both.
 */
export function keptKeys(dir: string): Keys {
  const path = join(dir, 'keys.json');
  if (!existsSync(path)) {
    mkdirSync(dir, { recursive: true });
    const fresh = {
      secret: randomBytes(64).toString('hex'),
      signing: newSigningKey(),
      session: randomBytes(32).toString('hex'),
    };
    writeFileSync(`${path}.new`, JSON.stringify(fresh, null, 2), { mode: 0o600, flag: 'w' });
    renameSync(`${path}.new`, path);
  }
  const kept = JSON.parse(readFileSync(path, 'utf8')) as { secret: string; signing: SigningKey; session: string };
  return { secret: Buffer.from(kept.secret, 'hex'), signing: kept.signing, session: kept.session };
}
