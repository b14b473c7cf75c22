import { createHash } from 'node:crypto';
import type { Json } from '@fadu/kernel';
import { canonical } from '@fadu/ledger';
import type { MatterEvent } from '@fadu/procedure';

/** An event as it is stored, with where it stands. */
export interface EventRow {
  readonly region: string;
  readonly matter: string;
  readonly seq: number;
  readonly id: string;
  /** Hexadecimal; keeps the digest of the body from being guessed. */
  readonly salt: string;
  readonly body: MatterEvent;
}

/** What of an event anyone may read who holds a proof: no fields, no people, no words of the case. */
export interface LeafHeader {
  readonly region: string;
  readonly matter: string;
  readonly seq: number;
  readonly event: string;
  readonly at: string;
  readonly on: string;
  readonly kind: string;
  readonly action: string;
  readonly documents: readonly { readonly template: string; readonly code: string; readonly digest: string }[];
  /** SM3 of salt ‖ canonical body (RFC 8785). */
  readonly digest: string;
}

export const bodyDigest = ({ salt, body }: Pick<EventRow, 'salt' | 'body'>): string =>
  createHash('sm3')
    .update(Buffer.from(salt, 'hex'))
    .update(canonical(body as unknown as Json))
    .digest('hex');

export const headerOf = (row: EventRow, digest = bodyDigest(row)): LeafHeader => ({
  region: row.region,
  matter: row.matter,
  seq: row.seq,
  event: row.id,
  at: row.body.at,
  on: row.body.on,
  kind: row.body.kind,
  action: row.body.action,
  documents: row.body.documents.map(({ template, code, digest: file }) => ({
    template,
    code: code ?? '',
    digest: file ?? '',
  })),
  digest,
});

/** The text that is hashed into the log: the same for an event for ever. */
export const leafContent = (header: LeafHeader): string =>
  canonical({ format: 'fadu-leaf/1', ...header } as unknown as Json);
