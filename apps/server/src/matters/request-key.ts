import { createHash } from 'node:crypto';
import { dayOf, type Instant, type JsonObject } from '@fadu/kernel';
import { canonical } from '@fadu/ledger';
import type { Actor, Command } from '@fadu/procedure';
import { LETTERS } from './query-code.js';

/** The last 5 × `length` bits of a number, as letters. */
const lettersOf = (bits: bigint, length: number): string =>
  Array.from({ length }, (_, index) => LETTERS[Number((bits >> BigInt(5 * (length - 1 - index))) & 31n)]).join('');

/**
 * The key under which a command is remembered. Everybody has keys of their own: nobody can take the key of another
 * person, of a clock or of a message beforehand, and so keep their command from being carried out.
 * @param organ everybody there shares the key: only for keys that the platform makes itself, from what is sent.
 */
export function keyOf(actor: Actor, key: string, organ?: string): string {
  if (organ !== undefined) return `organ/${organ}/${key}`;
  switch (actor.kind) {
    case 'official':
      return `person/${actor.person}/${key}`;
    case 'party':
      return `party/${actor.matter ?? ''}/${key}`;
    case 'clock':
    case 'message':
      return `${actor.kind}/${key}`;
  }
}

/**
 * Fingerprint of a command: the same key with another content, or for another matter, is a mistake, not a repetition.
 * @param target the matter, or for an opening the line and organ.
 */
export const fingerprint = (target: string, { action, input, reasons }: Command): string =>
  createHash('sm3')
    .update(canonical({ target, action, input: input as JsonObject, reasons: { ...reasons } }))
    .digest('hex');

/** 收件编号: year and the random tail of the id, without a counter that intake would wait for. */
export const receiptNumber = (id: string, now: Instant): string =>
  `${dayOf(now).slice(0, 4)}-${lettersOf(BigInt(`0x${id.replaceAll('-', '')}`), 8)}`;
