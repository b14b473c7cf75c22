import { sm2 } from 'sm-crypto-v2';
import { type Digest, fromHex, type Hasher, portableHasher } from './hash.js';

/** The state of a log at one moment, chained to the checkpoint before. */
export interface Checkpoint {
  /** Name of the log: `fadu/220800`; `fadu/220000/checkpoints` for the log of a province's checkpoints. */
  readonly origin: string;
  readonly size: number;
  readonly root: Digest;
  /** Digest of the text of the checkpoint before; 64 zeros for the first. */
  readonly previous: Digest;
  /** RFC 3339, UTC. */
  readonly at: string;
}

export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** Which key signed: `keyId` of its public part. */
  readonly key: string;
  /** SM2 with SM3 (GB/T 32918), r ‖ s in hexadecimal. */
  readonly signature: string;
}

/** Hexadecimal; the public key uncompressed (04 ‖ x ‖ y). */
export interface SigningKey {
  readonly privateKey: string;
  readonly publicKey: string;
}

export const NO_PREVIOUS: Digest = '0'.repeat(64);

/** Fingerprint of a public key: the first 16 hexadecimal digits of its SM3. Published with the key itself. */
export const keyId = (publicKey: string, hasher: Hasher = portableHasher): string =>
  hasher(fromHex(publicKey)).slice(0, 16);

export const newSigningKey = (): SigningKey => sm2.generateKeyPairHex();

/** The text that is signed: one value on each line, in the order of the C2SP checkpoint, with chain and time after it. */
export const checkpointText = ({ origin, size, root, previous, at }: Checkpoint): string =>
  `${origin}\n${size}\n${root}\n${previous}\n${at}\n`;

export const checkpointDigest = (checkpoint: Checkpoint, hasher: Hasher = portableHasher): Digest =>
  hasher(new TextEncoder().encode(checkpointText(checkpoint)));

export const signCheckpoint = (checkpoint: Checkpoint, key: SigningKey): SignedCheckpoint => ({
  checkpoint,
  key: keyId(key.publicKey),
  signature: sm2.doSignature(checkpointText(checkpoint), key.privateKey, { hash: true, publicKey: key.publicKey }),
});

/**
 * Whether one of the keys signed the checkpoint. Several: keys that were changed in the course of time; those no longer
 * used stay trusted for what they signed.
 */
export function verifyCheckpoint(signed: SignedCheckpoint, publicKeys: string | readonly string[]): boolean {
  const known = typeof publicKeys === 'string' ? [publicKeys] : publicKeys;
  try {
    const key = known.find((one) => keyId(one) === signed.key);
    if (key === undefined) return false;
    return sm2.doVerifySignature(checkpointText(signed.checkpoint), signed.signature, key, { hash: true });
  } catch {
    return false;
  }
}

/** Text and signature in one note, as it is stored, printed and handed to witnesses. */
export const writeNote = ({ checkpoint, key, signature }: SignedCheckpoint): string =>
  `${checkpointText(checkpoint)}\n— ${key} ${signature}\n`;

const NOTE = /^([^\n]+)\n(\d+)\n([0-9a-f]{64})\n([0-9a-f]{64})\n([^\n]+)\n\n— ([0-9a-f]{16}) ([0-9a-f]{128})\n$/;

/** Reads a note; undefined when it is none. */
export function readNote(note: string): SignedCheckpoint | undefined {
  const match = NOTE.exec(note);
  if (!match) return undefined;
  const [, origin, size, root, previous, at, key, signature] = match as unknown as string[];
  return {
    checkpoint: { origin: origin!, size: Number(size), root: root!, previous: previous!, at: at! },
    key: key!,
    signature: signature!,
  };
}

/** Notes one after the other, as they are exported for witnesses. */
export const writeNotes = (notes: readonly SignedCheckpoint[]): string => notes.map(writeNote).join('\n');

/** Reads an export; undefined when a part of it is no note. */
export function readNotes(text: string): SignedCheckpoint[] | undefined {
  const notes = [...text.matchAll(/[^\n]+\n\d+\n[0-9a-f]{64}\n[0-9a-f]{64}\n[^\n]+\n\n— [^\n]+\n/g)].map((match) =>
    readNote(match[0]),
  );
  if (notes.length === 0 || notes.some((note) => note === undefined)) return undefined;
  const read = notes as SignedCheckpoint[];
  return writeNotes(read).trim() === text.trim() ? read : undefined;
}
