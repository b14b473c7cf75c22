import type { PlainDate } from '@fadu/kernel';
import { diffWords } from '@fadu/lawtext';
import type { ComparedArticle, LawCitation, LawClauseHistory, LawComparison, LawText } from '@fadu/wire';
import { articleOf, CITING_A_PAGE } from '@fadu/wire/law-reading';
import type pg from 'pg';
import type { Clause } from './clause.js';
import { type Law, type VersionRow, versionTold } from './in-force.js';
import { toldWrittenFor } from './written-for.js';

/** A whole version as a browser shows it. */
export async function readVersion(pool: pg.Pool, version: VersionRow, on: PlainDate): Promise<LawText> {
  const [read, cited] = await Promise.all([
    pool.query({
      name: 'law_read',
      text: `select v.header, v.counts, (select json_agg(json_build_object('locator', c.locator, 'label', c.label, 'outline', c.outline, 'body', c.body, 'identity', c.identity, 'inner', c.inner_places) order by c.ord)
        from law_clause c where c.version = v.id) as clauses from law_version v where v.id = $1`,
      values: [version.id],
    }),
    pool.query({
      name: 'law_read_citations',
      text: `select x.locator, x.raw, x.title, x.target, l.code, x.articles, x.unresolved from law_citation x left join law l on l.id = x.target
        where x.version = $1 and x.locator <> '' order by x.char_from`,
      values: [version.id],
    }),
  ]);
  const citations: Record<string, LawCitation[]> = {};
  for (const { locator, ...one } of await toldWrittenFor(pool, version.effectiveOn, on, cited.rows)) {
    citations[locator] ??= [];
    citations[locator].push(one);
  }
  const { header, counts, clauses } = read.rows[0];
  return { header, counts, clauses: clauses ?? [], citations };
}

/** What the heading of a version tells of the law's history. */
export async function toldHistory(pool: pg.Pool, version: number): Promise<LawText['header']['history']> {
  const { rows } = await pool.query("select header -> 'history' as history from law_version where id = $1", [version]);
  return rows[0].history;
}

/** Where the clause comes from and who cites it; of these `CITING_A_PAGE`, from the row `from` on, counted from 0. */
export async function clauseHistory(pool: pg.Pool, clause: Clause, on: PlainDate, from = 0): Promise<LawClauseHistory> {
  const article = articleOf(clause.locator);
  const { rows: history } = await pool.query({
    name: 'law_history',
    text: `select v.effective_on::text as "effectiveOn", c.locator, c.label, c.body from law_clause c join law_version v on v.id = c.version
      where c.identity = $1 order by v.effective_on`,
    values: [clause.identity],
  });
  const numbers = [...new Set([article, ...history.map(({ locator }) => locator as string)])];
  const citing = await pool.query({
    name: 'law_cited_by',
    // A text cites the numbers of its own day; of a day before the first text held they are taken as that text's.
    text: `select l.code, l.title, cl.label, c.locator, c.raw,
        l.id <> $1 and v.effective_on < first.day and coalesce(first.born <= v.effective_on::text, false) as uncertain,
        count(*) over ()::int as total
      from law_citation c join law_version v on v.id = c.version join law l on l.id = v.law
      left join law_clause cl on cl.version = c.version and cl.locator = c.locator,
        lateral (select min(f.effective_on) as day, (select min(h ->> 'date') from jsonb_array_elements(
          (select z.header -> 'history' from law_version z where z.law = $1 order by z.effective_on desc limit 1)) h) as born
         from law_version f where f.law = $1) first
      where c.target = $1 and c.articles && $2::text[] and not (l.id = $1 and c.locator = $4)
        and v.effective_on <= $3 and (v.end_on is null or v.end_on > $3)
        and exists (select 1 from law_clause k where k.identity = $5 and k.locator = any(c.articles) and k.version = case when l.id = $1 then v.id
          else (select s.id from law_version s where s.law = $1 order by s.effective_on > v.effective_on,
            case when s.effective_on > v.effective_on then s.effective_on end, s.effective_on desc limit 1) end)
      order by l.id = $1 desc, l.rank, l.title, c.char_from, c.id limit ${CITING_A_PAGE} offset $6`,
    values: [clause.found.law.id, numbers, on, article, clause.identity, from],
  });
  // Beyond the last row nothing tells how many there are.
  if (citing.rows.length === 0 && from > 0) return { ...(await clauseHistory(pool, clause, on)), citedBy: [] };
  return {
    history,
    citedBy: citing.rows.map(({ total: _, ...row }) => ({ ...row, label: row.label ?? '' })),
    citedByCount: citing.rows[0]?.total ?? 0,
  };
}

/** Article by article along the lineage of two neighbouring versions; for versions further apart by identity. */
export async function wordDifference(
  pool: pg.Pool,
  { code, title }: Pick<Law, 'code' | 'title'>,
  older: VersionRow,
  newer: VersionRow,
): Promise<LawComparison> {
  const text = async (version: number) =>
    (
      await pool.query(
        "select locator, label, body, identity from law_clause where version = $1 and locator like 'T%' order by ord",
        [version],
      )
    ).rows;
  const [before, after] = [await text(older.id), await text(newer.id)];
  const oldById = new Map(before.map((row) => [row.identity, row]));
  const kept = new Set<string>();
  const rows: ComparedArticle[] = after.map((row) => {
    const was = oldById.get(row.identity);
    if (!was) return { change: 'new', old: null, new: { locator: row.locator, label: row.label }, text: row.body };
    kept.add(row.identity);
    const ends = { old: { locator: was.locator, label: was.label }, new: { locator: row.locator, label: row.label } };
    if (was.body === row.body)
      return { change: was.locator === row.locator ? 'same' : 'moved', ...ends, text: row.body };
    return { change: 'modified', ...ends, runs: diffWords(was.body, row.body) };
  });
  for (const row of before)
    if (!kept.has(row.identity))
      rows.push({ change: 'deleted', old: { locator: row.locator, label: row.label }, new: null, text: row.body });
  return { code, title, older: versionTold(older), newer: versionTold(newer), rows };
}
