import type { PlainDate } from '@fadu/kernel';
import { addressCode } from '@fadu/lawtext';
import type { Line } from '@fadu/procedure';
import type { LawAffected, LawRelation, LawSeverity } from '@fadu/wire';
import type pg from 'pg';
import { addressOfBasis, basesInLine } from './definitions.js';
import { findLaw, type Law } from './in-force.js';

/** How grave each relation is (sheet 4f-6). */
const SEVERITY: Readonly<Record<LawRelation, LawSeverity>> = {
  directChanged: 'high',
  targetDeleted: 'high',
  power: 'high',
  container: 'mid',
  rangeTouched: 'mid',
  internalRelative: 'mid',
  renumberedOnly: 'low',
};

/** What a change does to the clause looked at. */
export type Change = 'modified' | 'moved' | 'deleted';

/**
 * Everything in force that cites an article, or any part of a law when no article is given; and the definitions of lines that
 * rest on it. Vague references carry no target and are not in the list.
 * @param locator `T0042.00`
 */
export async function impactOf(
  pool: pg.Pool | pg.PoolClient,
  lines: readonly Line[],
  name: string,
  locator: string | null,
  on: PlainDate,
  change: Change = 'modified',
): Promise<{ law: Law; affected: LawAffected[] } | undefined> {
  const found = await findLaw(pool, name);
  if (!found) return undefined;
  const { law } = found;
  const { rows } = await pool.query({
    name: locator === null ? 'law_impact_whole' : 'law_impact_article',
    text: `select l.code, l.title, l.id = $1 as own, cl.label, c.raw, c.kind, c.articles, cardinality(c.articles) as many
      from law_citation c join law_version v on v.id = c.version join law l on l.id = v.law
      left join law_clause cl on cl.version = c.version and cl.locator = c.locator
      where c.target = $1 and v.effective_on <= $2 and (v.end_on is null or v.end_on > $2)
        ${locator === null ? '' : "and (c.articles @> array[$3]::text[] or c.articles = '{}')"}
      order by l.rank, l.id, c.char_from`,
    values: locator === null ? [law.id, on] : [law.id, on, locator],
  });
  const affected: LawAffected[] = rows
    .filter((row) => !(row.own && row.articles.length === 0))
    .map((row) => {
      const relation = relationOf(row, locator, change);
      return {
        kind: 'law',
        id: row.code,
        name: row.title,
        place: row.label ?? '',
        raw: row.raw,
        relation,
        severity: SEVERITY[relation],
      };
    });
  for (const { line, lineName, place, name: called, basis } of lines.flatMap(basesInLine)) {
    if (basis.title !== law.title) continue;
    const address = addressOfBasis(basis);
    if (locator !== null && address && addressCode({ article: address.article }) !== locator) continue;
    const relation: LawRelation = address
      ? change === 'deleted'
        ? 'targetDeleted'
        : change === 'moved'
          ? 'renumberedOnly'
          : 'power'
      : 'container';
    affected.push({
      kind: 'definition',
      id: `${line}/${place}`,
      name: lineName,
      place: called,
      raw: basis.title,
      relation,
      severity: SEVERITY[relation],
    });
  }
  const order: LawSeverity[] = ['high', 'mid', 'low'];
  return { law, affected: affected.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)) };
}

function relationOf(
  row: { own: boolean; kind: string; raw: string; many: number },
  locator: string | null,
  change: Change,
): LawRelation {
  if (row.many === 0) return 'container';
  if (row.own && row.kind === 'relative') return 'internalRelative';
  if (change === 'moved') return 'renumberedOnly';
  if (change === 'deleted') return 'targetDeleted';
  return locator !== null && row.many > 2 && row.raw.includes('至') ? 'rangeTouched' : 'directChanged';
}
