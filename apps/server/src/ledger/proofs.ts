import {
  consistencyRanges,
  inclusionRanges,
  type ProofBundle,
  readNote,
  type SignedCheckpoint,
  writeNotes,
} from '@fadu/ledger';
import type pg from 'pg';
import { type LeafHeader, leafContent } from './leaf.js';
import { checkpointOver, type Log, provinceLog, provinceOf, rangeRoots, regionLog } from './log-store.js';

/** A self-contained proof that an event was recorded; undefined while it still waits for the next batch. */
export async function proofOf(
  pool: pg.Pool,
  region: string,
  matter: string,
  eventSeq: number,
  publicKey: string,
): Promise<ProofBundle | undefined> {
  const { rows } = await pool.query('select seq, header from fadu_leaf($1, $2, $3)', [region, matter, eventSeq]);
  if (rows.length === 0) return undefined;
  const index = Number(rows[0].seq);
  const log = regionLog(region);
  const checkpoint = await checkpointOver(pool, log, index);
  if (!checkpoint) return undefined;
  const { size } = checkpoint.checkpoint;
  const above = await pool.query('select seq from province_leaf where region = $1 and size = $2', [region, size]);
  if (above.rows.length === 0) return undefined;
  const aboveLog = provinceLog(provinceOf(region));
  const aboveIndex = Number(above.rows[0].seq);
  const aboveCheckpoint = await checkpointOver(pool, aboveLog, aboveIndex);
  if (!aboveCheckpoint) return undefined;
  return {
    format: 'fadu-proof/1',
    content: leafContent(rows[0].header as LeafHeader),
    index,
    path: await rangeRoots(pool, log, inclusionRanges(index, size)),
    checkpoint,
    province: {
      index: aboveIndex,
      path: await rangeRoots(pool, aboveLog, inclusionRanges(aboveIndex, aboveCheckpoint.checkpoint.size)),
      checkpoint: aboveCheckpoint,
    },
    publicKey,
  };
}

/** A log by its name in checkpoints; undefined when it is no name. */
export function logNamed(origin: string): Log | undefined {
  const match = /^fadu\/(\d{6,9})(\/checkpoints)?$/.exec(origin);
  if (!match) return undefined;
  return match[2] ? provinceLog(match[1]!) : regionLog(match[1]!);
}

/** The proof that a log only grew between two of its checkpoints; undefined when there are no such checkpoints. */
export async function consistencyOf(
  pool: pg.Pool,
  log: Log,
  first: number,
  size: number,
): Promise<{ first: SignedCheckpoint; second: SignedCheckpoint; path: string[] } | undefined> {
  const { rows } = await pool.query(
    `select note from ${log.checkpoints} where ${log.column} = $1 and size in ($2, $3) order by size`,
    [log.key, first, size],
  );
  const [before, after] = [readNote(rows[0]?.note ?? ''), readNote(rows.at(-1)?.note ?? '')];
  if (before?.checkpoint.size !== first || after?.checkpoint.size !== size || first > size) return undefined;
  return { first: before, second: after, path: await rangeRoots(pool, log, consistencyRanges(first, size)) };
}

/** Latest checkpoints of a log, newest first. */
export async function checkpointsOf(pool: pg.Pool, log: Log, limit = 100): Promise<string[]> {
  const { rows } = await pool.query(
    `select note from ${log.checkpoints} where ${log.column} = $1 order by size desc limit $2`,
    [log.key, limit],
  );
  return rows.map((row) => row.note);
}

/** All checkpoints of the provincial logs, in order, as witnesses keep them. */
export async function exportCheckpoints(pool: pg.Pool): Promise<{ text: string; count: number }> {
  const { rows } = await pool.query('select note from province_checkpoint order by province, size');
  const notes = rows.map((row) => readNote(row.note));
  const broken = notes.indexOf(undefined);
  if (broken >= 0) throw new Error(`a checkpoint cannot be read: ${rows[broken].note}`);
  return { text: writeNotes(notes as SignedCheckpoint[]), count: notes.length };
}
