import type pg from 'pg';
import { EVERYTHING } from '../access/scope.js';
import { scoped } from '../storage/scoped.js';

/**
 * Under what the records of a unit add up: itself (`organ`, `path`), and the paths above it as far as its county ('*' at the
 * county, '' between). A place above counties adds up those: every unit is in just one sum marked '*', and is either in
 * that sum or in one of those below it, so whichever path is asked for, it is counted once.
 */

/** Every organization as it stands in the tree now, before matters of it come in: a transaction of its own, soon over. */
export const knowPlaces = (pool: pg.Pool): Promise<void> =>
  scoped(pool, EVERYTHING, (client) => keepPlaces(client, 'select id as organ, path, region from org', []));

/** Where the matters of regions were opened, whatever became of their organs. `regions`: an array, or one in PostgreSQL's writing. */
export const placesOfMatters = (client: pg.PoolClient, regions: readonly string[] | string): Promise<void> =>
  keepPlaces(client, 'select distinct organ, path, region from matter_counted where region = any($1::text[])', [
    regions,
  ]);

/** In the same order everywhere: two that add the same places wait for each other, not both. */
async function keepPlaces(client: pg.PoolClient, from: string, values: readonly unknown[]): Promise<void> {
  const unknown = `select u.* from (${from}) as u where not exists (select from indicator_place p where p.path = u.path and p.organ = u.organ)`;
  // The highest organization above that is of the same county; without one, the next above.
  const ending = `select u.organ, u.path, greatest(1, coalesce(min(n) filter (where left(o.region, 6) = left(u.region, 6)), nlevel(u.path) - 1)) as top
    from (${unknown}) as u left join lateral generate_series(1, nlevel(u.path) - 1) as n on true
    left join org o on o.path = subltree(u.path, 0, n) group by u.organ, u.path, u.region`;
  const mark = "case n when top then '*' else '' end";
  await client.query(
    `insert into indicator_place (organ, path) select distinct ${mark} as organ, subltree(path, 0, n) as above
     from (${ending}) as u cross join lateral generate_series(top, nlevel(path) - 1) as n order by above, organ on conflict do nothing`,
    [...values],
  );
  await client.query(
    `insert into indicator_place (organ, path, above)
     select organ, path, array(select p.id from generate_series(top, nlevel(u.path) - 1) as n
       join indicator_place p on p.path = subltree(u.path, 0, n) and p.organ = ${mark} order by n)
     from (${ending}) as u order by path, organ on conflict do nothing`,
    [...values],
  );
}
