import { sm2 } from 'sm-crypto-v2';
import { type Digest, type Hasher, portableHasher } from './hash.js';

/** The state of a log at one moment, chained to the checkpoint before. */
export interface Checkpoint {
  /** Name of the log: `fadu/220800`; the provincial log has the province's code. */
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
  /** SM2 with SM3 (GB/T 32918), r ‖ s in hexadecimal. */
  readonly signature: string;
}

/** Hexadecimal; the public key uncompressed (04 ‖ x ‖ y). */
export interface SigningKey {
  readonly privateKey: string;
  readonly publicKey: string;
}

export const NO_PREVIOUS: Digest = '0'.repeat(64);

export const newSigningKey = (): SigningKey => sm2.generateKeyPairHex();

/** The text that is signed: one value on each line, in the order of the C2SP checkpoint, with chain and time after it. */
export const checkpointText = ({ origin, size, root, previous, at }: Checkpoint): string =>
  `${origin}\n${size}\n${root}\n${previous}\n${at}\n`;

export const checkpointDigest = (checkpoint: Checkpoint, hasher: Hasher = portableHasher): Digest =>
  hasher(new TextEncoder().encode(checkpointText(checkpoint)));

export const signCheckpoint = (checkpoint: Checkpoint, key: SigningKey): SignedCheckpoint => ({
  checkpoint,
  signature: sm2.doSignature(checkpointText(checkpoint), key.privateKey, { hash: true, publicKey: key.publicKey }),
});

export function verifyCheckpoint({ checkpoint, signature }: SignedCheckpoint, publicKey: string): boolean {
  try {
    return sm2.doVerifySignature(checkpointText(checkpoint), signature, publicKey, { hash: true });
  } catch {
    return false;
  }
}

/** Text and signature in one note, as it is stored, printed and handed to witnesses. */
export const writeNote = ({ checkpoint, signature }: SignedCheckpoint): string =>
  `${checkpointText(checkpoint)}\n— ${signature}\n`;

/** Reads a note; undefined when it is none. */
export function readNote(note: string): SignedCheckpoint | undefined {
  const match = /^([^\n]+)\n(\d+)\n([0-9a-f]{64})\n([0-9a-f]{64})\n([^\n]+)\n\n— ([0-9a-f]{128})\n$/.exec(note);
  if (!match) return undefined;
  const [, origin, size, root, previous, at, signature] = match as unknown as string[];
  return {
    checkpoint: { origin: origin!, size: Number(size), root: root!, previous: previous!, at: at! },
    signature: signature!,
  };
}
