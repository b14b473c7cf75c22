import {
  type Checkpoint,
  checkpointDigest,
  type Digest,
  MerkleFrontier,
  NO_PREVIOUS,
  nodesOf,
  type Range,
  rangeRoot,
  readNote,
  type SignedCheckpoint,
  type SigningKey,
  signCheckpoint,
  writeNote,
} from '@fadu/ledger';
import { nodeHasher } from '@fadu/ledger/node';
import type pg from 'pg';

type Db = pg.Pool | pg.PoolClient;

/** Subtrees are kept for every eighth level: 256 leaves, 65536 leaves … */
const STEP = 8;

/** One log in the tables: of a region's events, or of a province's checkpoints. */
export interface Log {
  /** Name in its checkpoints. */
  readonly origin: string;
  /** Its key in the tables, and the column that holds it. */
  readonly key: string;
  readonly column: 'region' | 'province';
  readonly leaves: 'leaf' | 'province_leaf';
  readonly checkpoints: 'checkpoint' | 'province_checkpoint';
}

export const regionLog = (region: string): Log => ({
  origin: `fadu/${region}`,
  key: region,
  column: 'region',
  leaves: 'leaf',
  checkpoints: 'checkpoint',
});

export const provinceOf = (region: string): string => `${region.slice(0, 2)}0000`;

export const provinceLog = (province: string): Log => ({
  origin: `fadu/${province}/checkpoints`,
  key: province,
  column: 'province',
  leaves: 'province_leaf',
  checkpoints: 'province_checkpoint',
});

/** Under which name a log keeps its subtrees. */
const tilesOf = (log: Log): string => (log.column === 'region' ? log.key : log.origin);

/** A log about to grow, from its last checkpoint on. */
export interface Growing {
  readonly log: Log;
  readonly first: number;
  readonly frontier: MerkleFrontier;
  readonly last: Checkpoint | undefined;
  readonly tiles: { readonly level: number; readonly index: number; readonly hash: Digest }[];
}

/** @throws Error when the kept right edge does not give the signed root: the log was tampered with. */
export async function openLog(client: pg.PoolClient, log: Log): Promise<Growing> {
  const { rows } = await client.query(
    `select size, note, edge from ${log.checkpoints} where ${log.column} = $1 order by size desc limit 1`,
    [log.key],
  );
  const row = rows[0];
  const last = row && readNote(row.note)?.checkpoint;
  const tiles: Growing['tiles'][number][] = [];
  const keep = (level: number, index: number, hash: Digest) => {
    if (level % STEP === 0) tiles.push({ level, index, hash });
  };
  if (!row) return { log, first: 0, frontier: new MerkleFrontier(nodeHasher, keep), last, tiles };
  const frontier = resumed(Number(row.size), row.edge, keep);
  if (!frontier || last?.size !== frontier.size || last.root !== frontier.root())
    throw new Error(`the log ${log.origin} does not fit its signed checkpoint; run: npx fadu ledger verify`);
  return { log, first: frontier.size, frontier, last, tiles };
}

function resumed(
  size: number,
  edge: readonly Digest[],
  keep: (level: number, index: number, hash: Digest) => void,
): MerkleFrontier | undefined {
  const wellFormed = edge.every((hash) => /^[0-9a-f]{64}$/.test(hash)) && size > 0;
  try {
    return wellFormed ? MerkleFrontier.resume(size, edge, nodeHasher, keep) : undefined;
  } catch {
    // The edge has another length than a log of this size.
    return undefined;
  }
}

/** Signs the grown log and keeps the checkpoint with the new right edge and subtrees. */
export async function closeLog(
  client: pg.PoolClient,
  { log, frontier, last, tiles }: Growing,
  key: SigningKey,
  now: Date,
): Promise<SignedCheckpoint> {
  const signed = signCheckpoint(
    {
      origin: log.origin,
      size: frontier.size,
      root: frontier.root(),
      previous: last ? checkpointDigest(last, nodeHasher) : NO_PREVIOUS,
      at: now.toISOString(),
    },
    key,
  );
  await client.query(`insert into ${log.checkpoints} (${log.column}, size, note, edge) values ($1, $2, $3, $4)`, [
    log.key,
    frontier.size,
    writeNote(signed),
    frontier.hashes,
  ]);
  if (tiles.length > 0) {
    await client.query(
      'insert into tile (region, level, index, hash) select $1, l, i, h from unnest($2::int[], $3::bigint[], $4::text[]) as t (l, i, h)',
      [tilesOf(log), tiles.map((tile) => tile.level), tiles.map((tile) => tile.index), tiles.map((tile) => tile.hash)],
    );
  }
  return signed;
}

/** Roots of ranges of a proof, read from leaves and kept subtrees: some hundreds of hashes, however long the log. */
export async function rangeRoots(db: Db, log: Log, ranges: readonly Range[]): Promise<Digest[]> {
  const wanted = new Map<number, { from: number[]; to: number[] }>();
  for (const { level, index } of ranges.flatMap(nodesOf)) {
    const base = level - (level % STEP);
    const width = 2 ** (level - base);
    const group = wanted.get(base) ?? { from: [], to: [] };
    group.from.push(index * width);
    group.to.push((index + 1) * width);
    wanted.set(base, group);
  }
  const hashes = new Map<string, Digest>();
  for (const [base, { from, to }] of wanted) {
    const { rows } = await db.query(
      base === 0
        ? `select l.seq as i, l.hash from unnest($2::bigint[], $3::bigint[]) r (a, b) join ${log.leaves} l on l.${log.column} = $1 and l.seq >= a and l.seq < b`
        : `select l.index as i, l.hash from unnest($2::bigint[], $3::bigint[]) r (a, b) join tile l on l.region = $1 and l.level = ${base} and l.index >= a and l.index < b`,
      [base === 0 ? log.key : tilesOf(log), from, to],
    );
    for (const row of rows) hashes.set(`${base}/${row.i}`, row.hash);
  }
  const node = (level: number, index: number): Digest => {
    const base = level - (level % STEP);
    const width = 2 ** (level - base);
    const frontier = new MerkleFrontier(nodeHasher);
    for (let at = index * width; at < (index + 1) * width; at += 1) {
      const hash = hashes.get(`${base}/${at}`);
      if (hash === undefined)
        throw new Error(
          `the log ${log.origin} lacks a part before ${(at + 1) * 2 ** base}; run: npx fadu ledger verify`,
        );
      frontier.append(hash);
    }
    return frontier.root();
  };
  return ranges.map((range) => rangeRoot(range, node, nodeHasher));
}

/** The first checkpoint that covers a leaf. */
export async function checkpointOver(db: Db, log: Log, index: number): Promise<SignedCheckpoint | undefined> {
  const { rows } = await db.query(
    `select note from ${log.checkpoints} where ${log.column} = $1 and size > $2 order by size limit 1`,
    [log.key, index],
  );
  return rows[0] && readNote(rows[0].note);
}
