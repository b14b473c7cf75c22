import type { PlainDate } from '@fadu/kernel';
import type { Line } from '@fadu/procedure';
import type { LawAffected, LawSeverity } from '@fadu/wire';
import type pg from 'pg';
import { definitionsCiting, dependentsCiting, lawsCiting } from './citing.js';
import { findLaw, type Law, validityOn } from './in-force.js';
import { type Citing, type ClauseChange, relationOf, SEVERITY } from './relation.js';

/**
 * Everything in force that cites an article, or any part of a law when no article is given; the definitions of lines and the
 * registered texts that rest on it. Vague references carry no target and are not in the list. Of a law that has been
 * repealed by that day everything must find another ground.
 * @param locator `T0042.00`
 * @param further whatever else the asker may see that names the law
 */
export async function impactOf(
  pool: pg.Pool | pg.PoolClient,
  lines: readonly Line[],
  name: string,
  locator: string | null,
  on: PlainDate,
  further: (law: Law) => Promise<readonly Citing[]> = async () => [],
): Promise<{ law: Law; affected: LawAffected[] } | undefined> {
  const found = await findLaw(pool, name);
  if (!found) return undefined;
  const { law, versions } = found;
  const read = versions.filter(({ effectiveOn }) => effectiveOn <= on).at(-1) ?? versions[0]!;
  const citing = [
    ...(await lawsCiting(pool, law, read.id, locator, on)),
    ...[
      ...definitionsCiting(lines, law, on),
      ...(await dependentsCiting(pool, law, read.id)),
      ...(await further(law)),
    ].filter(({ articles }) => locator === null || articles.length === 0 || articles.includes(locator)),
  ];
  const state = validityOn(versions.at(-1)!, on);
  const ended = state === 'repealed' || state === 'lapsed';
  return { law, affected: affectedBy(citing, { change: ended ? 'ended' : 'modified' }) };
}

const ORDER: readonly LawSeverity[] = ['high', 'mid', 'low'];

/** The gravest first; what stays as it was is left out. */
function affectedBy(citing: readonly Citing[], change: ClauseChange): LawAffected[] {
  return citing
    .flatMap((one): LawAffected[] => {
      const relation = one.repeals ? null : relationOf(one, change);
      if (relation === null) return [];
      const { kind, id, name, place, raw } = one;
      return [{ kind, id, name, place, raw, relation, severity: SEVERITY[relation] }];
    })
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}
