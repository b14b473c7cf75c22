import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSigningKey, type SigningKey } from '@fadu/ledger';

export interface Keys {
  /** Encrypts personal data; without it nobody reads them again. */
  readonly secret: Buffer;
  readonly signing: SigningKey;
  /** Public keys of the ledger that are trusted: the one in use first, then those used before. */
  readonly publicKeys: readonly string[];
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
  return readKeys(path);
}

/** @throws Error when the file is not there or holds no keys. */
export function readKeys(path: string): Keys {
  const kept = JSON.parse(readFileSync(path, 'utf8')) as KeptKeys;
  return {
    secret: Buffer.from(kept.secret, 'hex'),
    signing: kept.signing,
    publicKeys: [kept.signing.publicKey, ...(kept.formerKeys ?? [])],
    session: kept.session,
  };
}

interface KeptKeys {
  readonly secret: string;
  readonly signing: SigningKey;
  /** Public parts only: what they signed stays verifiable, nothing more can be signed. */
  readonly formerKeys?: readonly string[];
  readonly session: string;
}

/** Makes a new signing key; the old one's private part is gone, its public part stays. The server must be started again. */
export function changeSigningKey(dir: string): { readonly before: string; readonly after: string } {
  keptKeys(dir);
  const path = join(dir, 'keys.json');
  const kept = JSON.parse(readFileSync(path, 'utf8')) as KeptKeys;
  const signing = newSigningKey();
  const before = kept.signing.publicKey;
  const changed: KeptKeys = { ...kept, signing, formerKeys: [before, ...(kept.formerKeys ?? [])] };
  writeFileSync(`${path}.new`, JSON.stringify(changed, null, 2), { mode: 0o600, flag: 'w' });
  renameSync(`${path}.new`, path);
  return { before, after: signing.publicKey };
}
