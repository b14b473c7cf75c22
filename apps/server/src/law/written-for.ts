import type { PlainDate } from '@fadu/kernel';
import type { LawCitation } from '@fadu/wire';
import type pg from 'pg';

/** A citation as stored, with the number of the law it leads to. */
export interface StoredCitation extends Omit<LawCitation, 'writtenFor'> {
  readonly target: number | null;
}

interface CitedLaw {
  readonly target: number;
  /** First days of the versions held, oldest first. */
  readonly days: readonly PlainDate[];
  /** The first day of its history that its newest text tells; null when it tells none. */
  readonly born: PlainDate | null;
}

/**
 * Tells of each citation which text it was written for, when that is not the one in force on the day of reading: a text
 * cites the numbers of its own day.
 * @param since first day of the citing version
 */
export async function toldWrittenFor<T extends StoredCitation>(
  db: pg.Pool | pg.PoolClient,
  since: PlainDate,
  on: PlainDate,
  citations: readonly T[],
): Promise<(Omit<T, 'target'> & LawCitation)[]> {
  const targets = [
    ...new Set(citations.flatMap(({ target, articles }) => (articles.length > 0 ? (target ?? []) : []))),
  ];
  const laws = new Map<number, CitedLaw>();
  if (targets.length > 0) {
    const { rows } = await db.query({
      name: 'law_written_for',
      text: `select t.target, (select array_agg(v.effective_on::text order by v.effective_on) from law_version v where v.law = t.target) as days,
          (select min(h ->> 'date') from jsonb_array_elements(
             (select z.header -> 'history' from law_version z where z.law = t.target order by z.effective_on desc limit 1)) h) as born
        from unnest($1::int[]) as t (target)`,
      values: [targets],
    });
    for (const row of rows as CitedLaw[]) laws.set(row.target, row);
  }
  return citations.map(({ target, ...one }) => {
    const law = target === null || one.articles.length === 0 ? undefined : laws.get(target);
    return { ...one, writtenFor: law ? writtenFor(law, since, on) : null };
  });
}

function writtenFor({ days, born }: CitedLaw, since: PlainDate, on: PlainDate): LawCitation['writtenFor'] {
  const at = (day: PlainDate) => days.filter((one) => one <= day).at(-1);
  const cited = at(since);
  // Older than all the base holds: unknown, if the law was there at all.
  if (cited === undefined) return born !== null && born <= since ? { on: null } : null;
  return cited === (at(on) ?? days[0]) ? null : { on: cited };
}
