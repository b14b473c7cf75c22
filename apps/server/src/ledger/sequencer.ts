import type { Json } from '@fadu/kernel';
import {
  type Checkpoint,
  canonical,
  checkpointDigest,
  inclusionProof,
  type LogReport,
  leafHash,
  MerkleFrontier,
  NO_PREVIOUS,
  type ProofBundle,
  readNote,
  type SigningKey,
  type StoredLeaf,
  signCheckpoint,
  verifyLog,
  writeNote,
} from '@fadu/ledger';
import { nodeHasher } from '@fadu/ledger/node';
import type pg from 'pg';
import { EVERYTHING } from '../access/scope.js';
import { scoped } from '../storage/scoped.js';

const BATCH = 2000;
const LOCK = 7309412;

/** Name of a region's log. */
export const originOf = (region: string): string => `fadu/${region}`;

/**
 * Gives queued events their places in the logs of their regions and signs a checkpoint for each log that grew. One
 * sequencer at a time (advisory lock); a crash loses nothing, since the queue is emptied in the same transaction.
 * @returns how many leaves were added.
 */
export async function sequence(pool: pg.Pool, key: SigningKey, now: () => Date): Promise<number> {
  let added = 0;
  for (;;) {
    const batch = await scoped(pool, EVERYTHING, async (client) => {
      const lock = await client.query('select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
      if (!lock.rows[0].mine) return 0;
      const { rows } = await client.query(
        'select q.region, q.id, q.matter, q.seq, e.body from ledger_queue q join event e on e.region = q.region and e.matter = q.matter and e.seq = q.seq order by q.region, q.id limit $1',
        [BATCH],
      );
      const byRegion = groupBy(rows);
      for (const [region, queued] of byRegion) await extend(client, region, queued, key, now);
      await client.query('delete from ledger_queue where id = any($1::uuid[])', [rows.map((row) => row.id)]);
      return rows.length;
    });
    added += batch;
    if (batch < BATCH) return added;
  }
}

interface Queued {
  readonly region: string;
  readonly id: string;
  readonly matter: string;
  readonly seq: number;
  readonly body: Json;
}

function groupBy(rows: readonly Queued[]): Map<string, Queued[]> {
  const groups = new Map<string, Queued[]>();
  for (const row of rows) {
    const group = groups.get(row.region);
    if (group) group.push(row);
    else groups.set(row.region, [row]);
  }
  return groups;
}

async function extend(
  client: pg.PoolClient,
  region: string,
  queued: readonly Queued[],
  key: SigningKey,
  now: () => Date,
): Promise<void> {
  const last = await lastCheckpoint(client, region);
  const frontier = new MerkleFrontier(nodeHasher);
  for (const hash of await hashesOf(client, region)) frontier.append(hash);
  if (last && last.size > frontier.size)
    throw new Error(`the log of ${region} is shorter than its signed checkpoint; run: npx fadu ledger verify`);
  const rows = queued.map((one) => ({ ...one, hash: leafHash(canonical(one.body), nodeHasher) }));
  const first = frontier.size;
  for (const row of rows) frontier.append(row.hash);
  await client.query(
    `insert into leaf (region, seq, matter, event_seq, event_id, hash)
     select $1, $2::bigint + o - 1, m, s, e, h from unnest($3::uuid[], $4::int[], $5::uuid[], $6::text[]) with ordinality as u (m, s, e, h, o)`,
    [
      region,
      first,
      rows.map((row) => row.matter),
      rows.map((row) => row.seq),
      rows.map((row) => row.id),
      rows.map((row) => row.hash),
    ],
  );
  const previous = last ? checkpointDigest(last, nodeHasher) : NO_PREVIOUS;
  const checkpoint: Checkpoint = {
    origin: originOf(region),
    size: frontier.size,
    root: frontier.root(),
    previous,
    at: now().toISOString(),
  };
  await client.query('insert into checkpoint (region, size, note) values ($1, $2, $3)', [
    region,
    checkpoint.size,
    writeNote(signCheckpoint(checkpoint, key)),
  ]);
}

async function lastCheckpoint(client: pg.PoolClient | pg.Pool, region: string): Promise<Checkpoint | undefined> {
  const { rows } = await client.query('select note from checkpoint where region = $1 order by size desc limit 1', [
    region,
  ]);
  return rows[0] && readNote(rows[0].note)?.checkpoint;
}

const hashesOf = async (client: pg.PoolClient | pg.Pool, region: string): Promise<string[]> =>
  (
    await client.query({
      text: 'select hash from leaf where region = $1 order by seq',
      values: [region],
      rowMode: 'array',
    })
  ).rows.map((row) => row[0]);

/** A self-contained proof that an event was recorded; undefined while it still waits for the next batch. */
export async function proofOf(
  pool: pg.Pool,
  region: string,
  matter: string,
  eventSeq: number,
  publicKey: string,
): Promise<ProofBundle | undefined> {
  const { rows } = await pool.query('select seq from leaf where region = $1 and matter = $2 and event_seq = $3', [
    region,
    matter,
    eventSeq,
  ]);
  if (rows.length === 0) return undefined;
  const index = Number(rows[0].seq);
  const signed = await pool.query('select note from checkpoint where region = $1 and size > $2 order by size limit 1', [
    region,
    index,
  ]);
  const checkpoint = signed.rows[0] && readNote(signed.rows[0].note);
  if (!checkpoint) return undefined;
  const hashes = (
    await pool.query('select hash from leaf where region = $1 and seq < $2 order by seq', [
      region,
      checkpoint.checkpoint.size,
    ])
  ).rows.map((row) => row.hash);
  const content = (await pool.query('select fadu_leaf_content($1, $2, $3) as body', [region, matter, eventSeq])).rows[0]
    .body as Json;
  return {
    format: 'fadu-proof/1',
    content: canonical(content),
    index,
    path: inclusionProof(index, hashes, nodeHasher),
    checkpoint,
    publicKey,
  };
}

/** Re-computes every region's log. Also finds events that never entered the log although nothing waits for it. */
export async function verifyLedger(
  pool: pg.Pool,
  publicKey: string,
): Promise<{ region: string; report: LogReport; stray: number }[]> {
  const regions = await pool.query('select region from checkpoint union select region from leaf order by 1');
  const results: { region: string; report: LogReport; stray: number }[] = [];
  for (const { region } of regions.rows) {
    const notes = await pool.query('select note from checkpoint where region = $1 order by size', [region]);
    const checkpoints = notes.rows.map((row) => readNote(row.note) ?? unreadable(region));
    const report = await verifyLog({
      origin: originOf(region),
      leaves: storedLeaves(pool, region),
      checkpoints,
      publicKey,
      hasher: nodeHasher,
    });
    const stray = await scoped(pool, EVERYTHING, (client) =>
      client.query(
        `select count(*)::int as n from event e where region = $1 and not exists (select 1 from leaf l where l.region = e.region and l.matter = e.matter and l.event_seq = e.seq)
         and not exists (select 1 from ledger_queue q where q.region = e.region and q.matter = e.matter and q.seq = e.seq)`,
        [region],
      ),
    );
    results.push({ region, report, stray: stray.rows[0].n });
  }
  return results;
}

const unreadable = (region: string) => ({
  checkpoint: { origin: originOf(region), size: 0, root: '', previous: '', at: '' },
  signature: '',
});

async function* storedLeaves(pool: pg.Pool, region: string): AsyncGenerator<StoredLeaf> {
  for (let after = -1; ; ) {
    const { rows } = await scoped(pool, EVERYTHING, (client) =>
      client.query(
        `select l.seq, l.hash, l.matter, l.event_seq, e.body, e.id = l.event_id as same from leaf l
         left join event e on e.region = l.region and e.matter = l.matter and e.seq = l.event_seq where l.region = $1 and l.seq > $2 order by l.seq limit 5000`,
        [region, after],
      ),
    );
    for (const row of rows) {
      yield {
        seq: Number(row.seq),
        hash: row.hash,
        content: row.body === null ? null : canonical(row.body),
        label: `事项${row.matter}第${row.event_seq}步`,
      };
    }
    if (rows.length < 5000) return;
    after = Number(rows.at(-1).seq);
  }
}
