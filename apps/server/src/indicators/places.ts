import type pg from 'pg';
import { EVERYTHING } from '../access/scope.js';
import { scoped } from '../storage/scoped.js';

/** Every organization as it stands in the tree now, before matters of it come in: a transaction of its own, soon over. */
export const knowPlaces = (pool: pg.Pool): Promise<void> =>
  scoped(pool, EVERYTHING, (client) => keepPlaces(client, 'select id as organ, path from org', []));

/** Where the matters of regions were opened, whatever became of their organs. `regions`: an array, or one in PostgreSQL's writing. */
export const placesOfMatters = (client: pg.PoolClient, regions: readonly string[] | string): Promise<void> =>
  keepPlaces(client, 'select distinct organ, path from matter_counted where region = any($1::text[])', [regions]);

/** In the same order everywhere: two that add the same places wait for each other, not both. */
async function keepPlaces(client: pg.PoolClient, from: string, values: readonly unknown[]): Promise<void> {
  await client.query(
    `insert into indicator_place (organ, path) select distinct '', subltree(u.path, 0, n) as above from (${from}) as u cross join lateral generate_series(1, nlevel(u.path) - 1) as n
     where not exists (select from indicator_place p where p.path = subltree(u.path, 0, n) and p.organ = '') order by above on conflict do nothing`,
    [...values],
  );
  await client.query(
    `insert into indicator_place (organ, path, above)
     select organ, path, array(select p.id from indicator_place p where p.organ = '' and p.path @> u.path and p.path <> u.path) from (${from}) as u
     where not exists (select from indicator_place p where p.path = u.path and p.organ = u.organ) order by path, organ on conflict do nothing`,
    [...values],
  );
}
