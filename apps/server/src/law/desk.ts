import { dayOf, fail, ok, type Result } from '@fadu/kernel';
import { type LawNode, parseLaw, readLawFile } from '@fadu/lawtext';
import type { LawBatch, LawBatchAdded, LawBatchSource, LawBatchText, LawBatchView } from '@fadu/wire';
import type pg from 'pg';
import type { Platform } from '../matters/execute.js';
import { type Analysis, analyse } from './desk-analysis.js';
import { corrected, listCorrections, standing } from './desk-corrections.js';
import { LARGEST, tooLarge } from './reading.js';

/** Why something at the desk is not done: a sentence for people. */
export type DeskRefusal = string;

const BATCH = `b.id, b.name, b.state, c.name as "createdBy", b.created_by as "creator", b.created_at as "createdAt", r.name as "releasedBy",
  b.released_at as "releasedAt", b.report,
  (select count(*)::int from law_batch_text t where t.batch = b.id) as texts,
  (select count(*)::int from law_batch_text t where t.batch = b.id
    and (t.refusal is not null or (t.note is null and t.diagnostics @> '[{"severity": "error"}]'))) as blocked`;
const FROM = 'from law_batch b join person c on c.id = b.created_by left join person r on r.id = b.released_by';

type Row = LawBatch & { readonly creator: string };
const bare = ({ creator: _, ...batch }: Row): LawBatch => batch;

export async function listBatches(pool: pg.Pool): Promise<LawBatch[]> {
  const { rows } = await pool.query(`select ${BATCH} ${FROM} order by b.id desc limit 200`);
  return (rows as Row[]).map(bare);
}

const findBatch = async (db: pg.Pool | pg.PoolClient, id: number): Promise<Row | undefined> =>
  (await db.query(`select ${BATCH} ${FROM} where b.id = $1`, [id])).rows[0];

export async function openBatch(pool: pg.Pool, name: string, person: string): Promise<number> {
  const { rows } = await pool.query('insert into law_batch (name, created_by) values ($1, $2) returning id', [
    name,
    person,
  ]);
  return rows[0].id;
}

/** Reads a file into an open batch; one that cannot be taken stays in the list with the reason. */
export async function addText(
  platform: Platform,
  id: number,
  path: string,
  bytes: Buffer,
  person: string,
): Promise<Result<LawBatchAdded, DeskRefusal>> {
  const { pool } = platform;
  const batch = await findBatch(pool, id);
  if (batch?.state !== 'open') return fail('不能添加：没有这个批次，或者已经放行。请新建批次。');
  if (batch.creator !== person) return fail('不能添加：只有送校人可以向批次里添加文本。请新建批次。');
  const read =
    bytes.length > LARGEST
      ? fail({ message: tooLarge(path, bytes.length) })
      : await readLawFile(bytes, path.split('/').at(-1)!);
  const source = read.ok ? parseLaw(read.value.text, { fileName: path }).source : '';
  const found: Analysis = read.ok
    ? await analyse(pool, path, source, dayOf(platform.now()))
    : { ...NOTHING_READ, refusal: read.error.message };
  const added = await pool.query(
    `insert into law_batch_text (batch, ord, path, digest, source, title, effective_on, counts, diagnostics, refusal)
     select $1, coalesce(max(ord), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 from law_batch_text where batch = $1
     on conflict (batch, path) do nothing`,
    [
      id,
      path,
      found.digest,
      source,
      found.title,
      found.effectiveOn,
      JSON.stringify(found.counts),
      JSON.stringify(found.diagnostics),
      found.refusal,
    ],
  );
  if (added.rowCount === 0 && !(await isThere(pool, id, path, source)))
    return fail(`批次里已有“${path}”，内容不同，没有替换。请改名后再送，或者撤回批次重新送校。`);
  const { title, effectiveOn, refusal, diagnostics } = found;
  return ok({ title, effectiveOn, refusal, problems: diagnostics.length });
}

/** The same file sent again, after a line that broke. */
async function isThere(pool: pg.Pool, id: number, path: string, source: string): Promise<boolean> {
  const { rows } = await pool.query('select 1 from law_batch_text where batch = $1 and path = $2 and source = $3', [
    id,
    path,
    source,
  ]);
  return rows.length > 0;
}

const NOTHING_READ: Analysis = {
  digest: '',
  title: null,
  effectiveOn: null,
  counts: {},
  diagnostics: [],
  refusal: null,
};

/** Why a person cannot release a batch; null when they can. */
function whyNotReleased(batch: Row, person: string): string | null {
  if (batch.state !== 'open') return '不能放行：这个批次已经放行或者撤回。';
  if (batch.creator === person) return '不能放行：送校人不能放行自己送校的批次。请另一名法规编辑放行。';
  if (batch.texts === 0) return '不能放行：批次里没有文本。请送校人添加文本。';
  if (batch.blocked > 0)
    return `不能放行：有${batch.blocked}件不能入库或者问题没有说明（E-LW-02等）。请送校人撤回后改好再送，或者写明原文如此。`;
  return null;
}

export async function viewBatch(pool: pg.Pool, id: number, person: string): Promise<LawBatchView | undefined> {
  const batch = await findBatch(pool, id);
  if (!batch) return undefined;
  const { rows } = await pool.query(
    `select ord, path, title, effective_on::text as "effectiveOn", counts, diagnostics, refusal, note,
       (select count(*)::int from law_batch_correction c where c.batch = t.batch and c.ord = t.ord and c.undone_at is null) as corrections
     from law_batch_text t where batch = $1 order by ord`,
    [id],
  );
  return {
    batch: bare(batch),
    mayAdd: batch.state === 'open' && batch.creator === person,
    texts: rows as LawBatchText[],
    notReleased: whyNotReleased(batch, person),
  };
}

/** The text as it came and as corrected, and what is read of it, to be looked at side by side. */
export async function sourceOf(
  pool: pg.Pool,
  id: number,
  ord: number,
  person: string,
): Promise<LawBatchSource | undefined> {
  const { rows } = await pool.query(
    `select t.path, t.source, b.state = 'open' and b.created_by = $3 as may from law_batch_text t join law_batch b on b.id = t.batch
     where t.batch = $1 and t.ord = $2`,
    [id, ord, person],
  );
  if (!rows[0]) return undefined;
  const { path, source: original, may } = rows[0] as { path: string; source: string; may: boolean };
  const corrections = await listCorrections(pool, id, ord);
  const law = parseLaw(corrected(original, standing(corrections)), { fileName: path });
  const nodes: { name: string; depth: number; start: number }[] = [];
  const visit = (one: LawNode, depth: number): void => {
    const label = one.label ? law.source.slice(one.label.start, one.label.end).trim() : '';
    const words = one.text.map((span) => law.source.slice(span.start, span.end)).join('');
    nodes.push({ name: `${label} ${words.slice(0, 24)}`.trim(), depth, start: one.start });
    for (const child of one.children) visit(child, depth + 1);
  };
  for (const one of law.tree) visit(one, 0);
  return { original, source: law.source, corrections, mayCorrect: may, nodes };
}

/** Says of a text that its problems stand so in the source. */
export async function answerText(pool: pg.Pool, id: number, ord: number, note: string): Promise<boolean> {
  const done = await pool.query(
    "update law_batch_text t set note = $3 from law_batch b where b.id = t.batch and b.state = 'open' and t.batch = $1 and t.ord = $2",
    [id, ord, note],
  );
  return done.rowCount === 1;
}

/** Lets a batch into the base; the import itself is a job. The second person is asked for by the table too. */
export async function releaseBatch(pool: pg.Pool, id: number, person: string): Promise<Result<true, DeskRefusal>> {
  const batch = await findBatch(pool, id);
  if (!batch) return fail('没有这个批次。');
  const why = whyNotReleased(batch, person);
  if (why !== null) return fail(why);
  const done = await pool.query(
    "update law_batch set state = 'released', released_by = $2, released_at = now() where id = $1 and state = 'open'",
    [id, person],
  );
  return done.rowCount === 1 ? ok(true) : fail('不能放行：这个批次刚刚已经放行或者撤回。');
}

/** Takes a batch back; only who brought it may. */
export async function withdrawBatch(pool: pg.Pool, id: number, person: string): Promise<boolean> {
  const done = await pool.query(
    "update law_batch set state = 'withdrawn' where id = $1 and state = 'open' and created_by = $2",
    [id, person],
  );
  return done.rowCount === 1;
}
