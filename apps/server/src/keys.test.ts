import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_PREVIOUS, signCheckpoint, verifyCheckpoint } from '@fadu/ledger';
import { afterAll, expect, it } from 'vitest';
import { changeSigningKey, keptKeys } from './keys.js';

const dir = mkdtempSync(join(tmpdir(), 'fadu-keys-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it('makes keys once, readable by their owner only', () => {
  const keys = keptKeys(dir);
  expect(keptKeys(dir)).toEqual(keys);
  expect(statSync(join(dir, 'keys.json')).mode & 0o777).toBe(0o600);
});

it('changes the signing key: the old one can sign no more, and what it signed stays valid', () => {
  const before = keptKeys(dir);
  const checkpoint = {
    origin: 'fadu/990101',
    size: 1,
    root: NO_PREVIOUS,
    previous: NO_PREVIOUS,
    at: '2024-10-09T02:00:00.000Z',
  };
  const signed = signCheckpoint(checkpoint, before.signing);
  changeSigningKey(dir);
  changeSigningKey(dir);
  const after = keptKeys(dir);
  expect(readFileSync(join(dir, 'keys.json'), 'utf8')).not.toContain(before.signing.privateKey);
  expect(after.publicKeys).toHaveLength(3);
  expect(verifyCheckpoint(signed, after.publicKeys)).toBe(true);
  expect(verifyCheckpoint(signed, after.signing.publicKey)).toBe(false);
  // Only the ledger's key: personal data stays readable, and people stay signed in.
  expect([after.secret, after.session]).toEqual([before.secret, before.session]);
});
