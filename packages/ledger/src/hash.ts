import type { Json } from '@fadu/kernel';
import canonicalize from 'canonicalize';
import { sm3 } from 'sm-crypto-v2';

/** SM3 (GB/T 32905—2016) as 64 lower-case hexadecimal digits. */
export type Digest = string;

/** Computes SM3. Injected, so that the server uses the machine's own and a browser the portable one. */
export type Hasher = (bytes: Uint8Array) => Digest;

/** Works in Node and in browsers. */
export const portableHasher: Hasher = (bytes) => sm3(bytes);

const encoder = new TextEncoder();

/** RFC 8785: the one form of a JSON value that is hashed. @throws Error for values JSON cannot hold. */
export function canonical(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('no JSON value');
  return text;
}

/** Hash of a leaf: SM3(0x00 ‖ content), so that no node can pass for a leaf (RFC 6962 §2.1). */
export function leafHash(content: string, hasher: Hasher = portableHasher): Digest {
  const bytes = encoder.encode(content);
  const prefixed = new Uint8Array(bytes.length + 1);
  prefixed.set(bytes, 1);
  return hasher(prefixed);
}

/** Hash of a node: SM3(0x01 ‖ left ‖ right). */
export function nodeHash(left: Digest, right: Digest, hasher: Hasher = portableHasher): Digest {
  const bytes = new Uint8Array(65);
  bytes[0] = 1;
  bytes.set(fromHex(left), 1);
  bytes.set(fromHex(right), 33);
  return hasher(bytes);
}

/** Root of the tree without leaves: SM3 of nothing. */
export const emptyRoot = (hasher: Hasher = portableHasher): Digest => hasher(new Uint8Array(0));

export function fromHex(hex: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(hex)) throw new Error('no hexadecimal text');
  const bytes = new Uint8Array(hex.length / 2);
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
  return bytes;
}
