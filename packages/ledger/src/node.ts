import { createHash } from 'node:crypto';
import type { Hasher } from './hash.js';

/** SM3 of the machine's OpenSSL: about ten times as fast as the portable one. */
export const nodeHasher: Hasher = (bytes) => createHash('sm3').update(bytes).digest('hex');
