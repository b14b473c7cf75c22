import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '@fadu/kernel';
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

/**
 * A decision about a setting as it is stored. It belongs to no matter: its leaf stands under its own id, as step 0, which no
 * matter has.
 */
export interface SettingRow {
  readonly id: string;
  readonly region: string;
  readonly code: string;
  readonly from: string;
  readonly value: Json;
  readonly reason: string;
  readonly by: string;
  readonly post: string;
  readonly org: string;
  /** UTC, to the microsecond. */
  readonly at: string;
}

/** The step under which a decision about a setting stands in the log. */
export const SETTING_STEP = 0;

/** Columns of `setting_value s` as a `SettingRow`. */
export const SETTING_COLUMNS = `s.id, s.region, s.code, s.from_day::text as "from", s.value, s.reason, s.set_by as by, s.post, s.org,
  to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;

/** SM3 of the canonical row: reason and person are in it, not in the leaf. */
export const settingDigest = (row: SettingRow): string =>
  createHash('sm3')
    .update(canonical(plainSetting(row)))
    .digest('hex');

/** What of a decision anyone may read who holds a proof: which point, for which region, from when. */
export const settingLeaf = (row: SettingRow, digest = settingDigest(row)): string =>
  canonical({
    format: 'fadu-leaf/1',
    kind: 'setting',
    region: row.region,
    setting: row.id,
    code: row.code,
    from: row.from,
    at: row.at,
    digest,
  });

const plainSetting = ({ id, region, code, from, value, reason, by, post, org, at }: SettingRow): JsonObject => ({
  id,
  region,
  code,
  from,
  value,
  reason,
  by,
  post,
  org,
  at,
});
