import { leafHash, type SigningKey, writeNote } from '@fadu/ledger';
import { nodeHasher } from '@fadu/ledger/node';
import type pg from 'pg';
import { EVERYTHING } from '../access/scope.js';
import { scoped } from '../storage/scoped.js';
import {
  bodyDigest,
  type EventRow,
  headerOf,
  leafContent,
  SETTING_COLUMNS,
  SETTING_STEP,
  type SettingRow,
  settingDigest,
  settingLeaf,
} from './leaf.js';
import { closeLog, openLog, provinceLog, provinceOf, regionLog } from './log-store.js';

const BATCH = 2000;
const LOCK = 7309412;

/**
 * Gives queued events, and decisions about settings, their places in the logs of their regions, signs a checkpoint for each log that grew, and enters
 * these checkpoints in the log of their province, which is signed too. One sequencer at a time (advisory lock); a crash
 * loses nothing, since the queue is emptied in the same transaction.
 * @returns how many leaves were added.
 */
export async function sequence(pool: pg.Pool, key: SigningKey, now: () => Date): Promise<number> {
  let added = 0;
  for (;;) {
    const batch = await scoped(pool, EVERYTHING, (client) => sequenceBatch(client, key, now()));
    added += batch;
    if (batch < BATCH) return added;
  }
}

async function sequenceBatch(client: pg.PoolClient, key: SigningKey, now: Date): Promise<number> {
  const lock = await client.query('select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
  if (!lock.rows[0].mine) return 0;
  const { rows } = await client.query<EventRow>(
    `select q.region, q.matter, q.seq, q.id, e.salt, e.body from ledger_queue q
     join event e on e.region = q.region and e.matter = q.matter and e.seq = q.seq order by q.region, q.id limit ${BATCH}`,
  );
  const settings = await unloggedSettings(client);
  const entries = [...rows.map(eventEntry), ...settings.map(settingEntry)];
  if (entries.length === 0) return 0;
  const notes = new Map<string, { region: string; size: number; note: string }[]>();
  for (const [region, own] of grouped(entries, (entry) => entry.region)) {
    const note = await extendRegion(client, region, own, key, now);
    const province = provinceOf(region);
    notes.set(province, [...(notes.get(province) ?? []), note]);
  }
  for (const [province, signed] of notes) await extendProvince(client, province, signed, key, now);
  await client.query(
    'delete from ledger_queue q using unnest($1::text[], $2::uuid[]) as d (region, id) where q.region = d.region and q.id = d.id',
    [rows.map((row) => row.region), rows.map((row) => row.id)],
  );
  return rows.length;
}

/** A leaf to come: where it stands, and what is hashed. */
interface Entry {
  readonly region: string;
  readonly matter: string;
  readonly seq: number;
  readonly id: string;
  readonly digest: string;
  readonly content: string;
}

function eventEntry(row: EventRow): Entry {
  const digest = bodyDigest(row);
  return { ...row, digest, content: leafContent(headerOf(row, digest)) };
}

function settingEntry(row: SettingRow): Entry {
  const digest = settingDigest(row);
  const { id, region } = row;
  return { region, matter: id, seq: SETTING_STEP, id, digest, content: settingLeaf(row, digest) };
}

/** Decisions are few and only added: those without a leaf are the queue, written with the decision itself. */
async function unloggedSettings(client: pg.PoolClient): Promise<SettingRow[]> {
  const { rows } = await client.query<SettingRow>(
    `select ${SETTING_COLUMNS} from setting_value s where not exists (
       select from leaf l where l.region = s.region and l.matter = s.id and l.event_seq = ${SETTING_STEP})
     order by s.region, s.id limit ${BATCH}`,
  );
  return rows;
}

async function extendRegion(
  client: pg.PoolClient,
  region: string,
  entries: readonly Entry[],
  key: SigningKey,
  now: Date,
): Promise<{ region: string; size: number; note: string }> {
  const growing = await openLog(client, regionLog(region));
  const leaves = entries.map((entry) => ({ ...entry, hash: leafHash(entry.content, nodeHasher) }));
  for (const leaf of leaves) growing.frontier.append(leaf.hash);
  await client.query(
    `insert into leaf (region, seq, matter, event_seq, event_id, body_digest, hash)
     select $1, $2::bigint + o - 1, m, s, e, d, h from unnest($3::uuid[], $4::int[], $5::uuid[], $6::text[], $7::text[]) with ordinality as u (m, s, e, d, h, o)`,
    [
      region,
      growing.first,
      leaves.map((leaf) => leaf.matter),
      leaves.map((leaf) => leaf.seq),
      leaves.map((leaf) => leaf.id),
      leaves.map((leaf) => leaf.digest),
      leaves.map((leaf) => leaf.hash),
    ],
  );
  const signed = await closeLog(client, growing, key, now);
  return { region, size: growing.frontier.size, note: writeNote(signed) };
}

async function extendProvince(
  client: pg.PoolClient,
  province: string,
  entries: readonly { readonly region: string; readonly size: number; readonly note: string }[],
  key: SigningKey,
  now: Date,
): Promise<void> {
  const growing = await openLog(client, provinceLog(province));
  const hashes = entries.map((entry) => leafHash(entry.note, nodeHasher));
  for (const hash of hashes) growing.frontier.append(hash);
  await client.query(
    `insert into province_leaf (province, seq, region, size, hash)
     select $1, $2::bigint + o - 1, r, s, h from unnest($3::text[], $4::bigint[], $5::text[]) with ordinality as u (r, s, h, o)`,
    [province, growing.first, entries.map((entry) => entry.region), entries.map((entry) => entry.size), hashes],
  );
  await closeLog(client, growing, key, now);
}

function grouped<T>(rows: readonly T[], by: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group) group.push(row);
    else groups.set(by(row), [row]);
  }
  return groups;
}
