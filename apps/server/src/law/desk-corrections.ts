import { dayOf, fail, ok, type Result } from '@fadu/kernel';
import { diffWords } from '@fadu/lawtext';
import type { LawCorrection } from '@fadu/wire';
import type pg from 'pg';
import type { Platform } from '../matters/execute.js';
import { analyse } from './desk-analysis.js';

interface Applied {
  readonly n: number;
  readonly from: number;
  readonly was: string;
  readonly now: string;
}

/** The text after the corrections that stand, in their order. */
export function corrected(source: string, corrections: readonly Applied[]): string {
  let text = source;
  for (const { from, was, now } of corrections) {
    if (text.slice(from, from + was.length) !== was) throw new Error('a correction does not fit its text');
    text = text.slice(0, from) + now + text.slice(from + was.length);
  }
  return text;
}

/** What was put right in a text, undone ones too, oldest first. */
export async function listCorrections(
  db: pg.Pool | pg.PoolClient,
  batch: number,
  ord: number,
): Promise<LawCorrection[]> {
  const { rows } = await db.query(
    `select c.n, c.char_from as "from", c.was, c.now, c.reason, p.name as by, c.created_at as at, u.name as "undoneBy", c.undone_at as "undoneAt"
     from law_batch_correction c join person p on p.id = c.created_by left join person u on u.id = c.undone_by
     where c.batch = $1 and c.ord = $2 order by c.n`,
    [batch, ord],
  );
  return rows.map((row) => ({
    ...row,
    words: bare(row.was) !== bare(row.now),
    runs: diffWords(row.was, row.now),
  }));
}

const bare = (text: string): string => text.replaceAll(/\s/g, '');

export const standing = (corrections: readonly LawCorrection[]): LawCorrection[] =>
  corrections.filter(({ undoneAt }) => undoneAt === null);

export interface CorrectionInput {
  /** In the text as corrected so far. */
  readonly from: number;
  /** What stands there, so that nobody corrects what has changed meanwhile. */
  readonly was: string;
  readonly now: string;
  readonly reason: string;
}

/** Puts something right in a text of an open batch; only who brought the batch may, so that the releaser is another. */
export async function correctText(
  platform: Platform,
  batch: number,
  ord: number,
  { from, was, now, reason }: CorrectionInput,
  person: string,
): Promise<Result<true, string>> {
  return change(platform, batch, ord, person, async (client, text, corrections) => {
    if (was === now) return '没有校正：改前改后一样。';
    if (text.slice(from, from + was.length) !== was) return '没有校正：这一处的文字已经变了。请刷新后再校正。';
    await client.query(
      `insert into law_batch_correction (batch, ord, n, char_from, was, now, reason, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [batch, ord, corrections.length + 1, from, was, now, reason, person],
    );
    return null;
  });
}

/** Takes the last correction that stands back; it stays on record. */
export async function undoCorrection(
  platform: Platform,
  batch: number,
  ord: number,
  person: string,
): Promise<Result<true, string>> {
  return change(platform, batch, ord, person, async (client, _, corrections) => {
    const last = standing(corrections).at(-1);
    if (!last) return '没有可以撤销的校正。';
    await client.query(
      'update law_batch_correction set undone_by = $4, undone_at = now() where batch = $1 and ord = $2 and n = $3',
      [batch, ord, last.n, person],
    );
    return null;
  });
}

/** Carries out a step on the corrections of a text and reads the text anew; what was said of its problems falls away. */
async function change(
  platform: Platform,
  batch: number,
  ord: number,
  person: string,
  step: (client: pg.PoolClient, text: string, corrections: readonly LawCorrection[]) => Promise<string | null>,
): Promise<Result<true, string>> {
  const client = await platform.pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query(
      `select t.path, t.source, b.state, b.created_by as creator from law_batch b join law_batch_text t on t.batch = b.id
       where b.id = $1 and t.ord = $2 for update of b`,
      [batch, ord],
    );
    const refuse = async (why: string): Promise<Result<true, string>> => {
      await client.query('rollback');
      return fail(why);
    };
    if (rows[0]?.state !== 'open') return await refuse('不能校正：没有这件文本，或者批次已经放行、撤回。');
    const { path, source, creator } = rows[0] as { path: string; source: string; creator: string };
    if (creator !== person) return await refuse('不能校正：由送校人校正，另一人放行。请告诉送校人。');
    const before = await listCorrections(client, batch, ord);
    const why = await step(client, corrected(source, standing(before)), before);
    if (why !== null) return await refuse(why);
    const text = corrected(source, standing(await listCorrections(client, batch, ord)));
    const read = await analyse(platform.pool, path, text, dayOf(platform.now()));
    await client.query(
      `update law_batch_text set digest = $3, title = $4, effective_on = $5, counts = $6, diagnostics = $7, refusal = $8, note = null
       where batch = $1 and ord = $2`,
      [
        batch,
        ord,
        read.digest,
        read.title,
        read.effectiveOn,
        JSON.stringify(read.counts),
        JSON.stringify(read.diagnostics),
        read.refusal,
      ],
    );
    await client.query('commit');
    return ok(true);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
