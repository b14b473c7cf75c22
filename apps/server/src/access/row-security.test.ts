import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMatter } from '../matters/execute.js';
import { pageSql } from '../matters/list-query.js';
import { scoped } from '../storage/scoped.js';
import { official, populate, raise, register, type Stage, take } from '../testing/stage.js';
import { NOTHING, type Scope } from './scope.js';

let stage: Stage;
interface Known {
  readonly id: string;
  readonly organ: string;
  readonly path: string;
  /** The agency, once the matter was served on it. */
  readonly served: string | null;
}
const known: Known[] = [];
beforeAll(async () => {
  stage = await raise();
  await populate(stage);
  for (const [organ, agency, accepted] of [
    ['east', 'eastbureau', false],
    ['east', 'eastbureau', true],
    ['east', 'westbureau', true],
    ['west', 'westbureau', true],
    ['west', 'westbureau', false],
  ] as const) {
    const { id } = await register(stage, { agency }, organ);
    if (accepted) await take(stage, `${organ}-handler`, id, 'accept');
    known.push({ id, organ, path: `r.city.${organ}`, served: accepted ? agency : null });
  }
});
afterAll(() => stage.close());

/** Who sees a matter, said independently: its organ, an agency it was served on, whoever stands above, its own citizen. */
const sees = (scope: Scope, matter: Known): boolean =>
  scope.matter === matter.id ||
  scope.orgs.includes(matter.organ) ||
  (matter.served !== null && scope.orgs.includes(matter.served)) ||
  scope.paths.some((path) => matter.path === path || matter.path.startsWith(`${path}.`));

const TABLES = ['event', 'clock', 'document', 'secret', 'command', 'ledger_queue'];
const orgs = ['city', 'east', 'west', 'eastbureau', 'westbureau', 'nowhere'];
const paths = ['r', 'r.city', 'r.city.east', 'r.city.west', 'r.city.east.bureau', 'r.c', 'r.city.eas'];
const scopes = () =>
  fc.record({
    orgs: fc.subarray(orgs),
    paths: fc.subarray(paths),
    matter: fc.option(fc.constantFrom(...known.map((one) => one.id)), { nil: null }),
  });

describe('row security, through SQL as the application role', () => {
  it('shows every table of a matter exactly to those who see the matter', async () => {
    await fc.assert(
      fc.asyncProperty(scopes(), async (scope) => {
        const expected = known.filter((matter) => sees(scope, matter)).map((matter) => matter.id);
        await scoped(stage.platform.pool, scope, async (client) => {
          for (const table of ['matter', 'matter_seen']) {
            const { rows } = await client.query(`select id from ${table} order by id`);
            expect(rows.map((row) => row.id)).toEqual([...expected].sort());
          }
          for (const table of TABLES) {
            const { rows } = await client.query(`select distinct matter from ${table}`);
            for (const row of rows) expect(expected).toContain(row.matter);
            if (table === 'event') expect(rows).toHaveLength(expected.length);
          }
        });
        for (const { id } of known)
          expect((await findMatter(stage.platform, scope, id)) !== undefined).toBe(expected.includes(id));
      }),
      { numRuns: 40 },
    );
  });

  it('lets nobody change or add what they do not see', async () => {
    const { scope } = official(stage, 'west-handler');
    const theirs = known[0]!;
    await scoped(stage.platform.pool, scope, async (client) => {
      for (const sql of [
        "update matter set title = 'x' where id = $1",
        'update clock set stopped_on = now() where matter = $1',
        "update document set state = 'withdrawn' where matter = $1",
        'delete from ledger_queue where matter = $1',
      ])
        expect((await client.query(sql, [theirs.id])).rowCount, sql).toBe(0);
    });
    for (const sql of [
      "insert into event select region, id, 99, gen_random_uuid(), now(), now(), 'acted', 'x', '{}', '' from (values ('990101', $1::uuid)) as m (region, id)",
      "insert into secret values ('990101', $1, 'd', '', '')",
      "insert into file values ('990101', $1, gen_random_uuid(), 'n', 't', 1, 'd')",
    ])
      await expect(scoped(stage.platform.pool, scope, (client) => client.query(sql, [theirs.id]))).rejects.toThrow(
        'row-level security',
      );
    // Nor move a matter of one's own out of sight, to another organ.
    await expect(
      scoped(stage.platform.pool, scope, (client) =>
        client.query("update matter set orgs = '{east}', path = 'r.city.east' where id = $1", [known[3]!.id]),
      ),
    ).rejects.toThrow('row-level security');
  });

  it('shows nothing to a connection that named no scope, nor anything left over from the one before', async () => {
    const all = { ...NOTHING, paths: ['r'] };
    await Promise.all(
      Array.from({ length: 12 }, async () => {
        await scoped(stage.platform.pool, all, (client) => client.query('select count(*) from matter'));
        await findMatter(stage.platform, all, known[0]!.id);
        await scoped(stage.platform.pool, all, () => Promise.reject(new Error('midway'))).catch(() => undefined);
      }),
    );
    const seen = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const { rows } = await stage.platform.pool.query(
          "select (select count(*)::int from matter) as n, coalesce(current_setting('fadu.scope', true), '') as scope",
        );
        return rows[0];
      }),
    );
    expect(seen).toEqual(Array.from({ length: 12 }, () => ({ n: 0, scope: '' })));
  });
});

describe('the application role', () => {
  const asApp = (sql: string) =>
    scoped(stage.platform.pool, { ...NOTHING, paths: ['r'] }, (client) => client.query(sql));

  it('is neither owner nor superuser, and by-passes nothing', async () => {
    const { rows } = await stage.platform.pool.query(
      `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as above,
         (select count(*)::int from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([{ rolname: 'fadu_app', above: false, owns: 0 }]);
  });

  it.each([
    'event',
    'leaf',
    'checkpoint',
    'province_leaf',
    'province_checkpoint',
    'tile',
    'secret',
    'command',
    'access_log',
    'file',
    'serial_void',
  ])('can neither change nor delete what is in %s', async (table) => {
    const [{ column }] = (await stage.asSuperuser<{ column: string }>(
      `select column_name as column from information_schema.columns where table_name = $1 limit 1`,
      [table],
    )) as [{ column: string }];
    await expect(asApp(`update ${table} set ${column} = ${column}`)).rejects.toThrow('permission denied');
    await expect(asApp(`delete from ${table}`)).rejects.toThrow('permission denied');
    await expect(asApp(`truncate ${table}`)).rejects.toThrow('permission denied');
  });

  it('cannot delete a matter, make rights or read who looked', async () => {
    for (const sql of [
      'delete from matter',
      "insert into post (id, person, post, org, valid_from) values ('x', 'west-handler', 'handler', 'east', '2020-01-01')",
      "update post set org = 'east'",
      "insert into arrangement values ('000000', 2099, '{}', '{}', 'x')",
      'select * from access_log',
      'alter table matter disable row level security',
      'create table mine (id int)',
    ])
      await expect(asApp(sql), sql).rejects.toThrow(/permission denied|must be owner/);
  });

  it('has row security on every table that holds data of matters', async () => {
    const rows = await stage.asSuperuser<{ name: string }>(
      `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and a.attname = 'matter' and not c.relrowsecurity order by 1`,
    );
    // A leaf names a matter by an id without meaning; who looked may be written by all and read by none.
    expect(rows.map((row) => row.name)).toEqual(['access_log', 'leaf']);
  });

  it('finds the region in the primary key of every table that grows with matters', async () => {
    const rows = await stage.asSuperuser<{ name: string }>(
      `select c.relname as name from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'matter')
         and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'region' and a.attnum = any(i.indkey::int2[]))`,
    );
    expect(rows).toEqual([]);
  });
});

it('is searched by indexes where tables grow', async () => {
  await stage.asSuperuser('analyze');
  const plan = (sql: string, values: unknown[]) =>
    scoped(stage.platform.pool, official(stage, 'east-handler').scope, async (client) => {
      // So few rows are read whole in any case; the question is whether the index can be used at all.
      await client.query(
        'set local enable_seqscan = off; set local enable_sort = off; set local plan_cache_mode = force_custom_plan',
      );
      const { rows } = await client.query(`explain ${sql}`, values);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
  const day = '2024-10-09';
  const id = known[0]!.id;
  expect(await plan("select id from matter_seen where words @@ to_tsquery('simple', $1)", ["'示例'"])).toMatch(
    /Index Cond: \(words @@/,
  );
  expect(
    await plan(
      'select id from matter_seen where waits_for && $1::text[] and (closed_on is null or pending is not null)',
      ['{handler:east}'],
    ),
  ).toMatch(/Index Cond: \(waits_for &&/);
  const ordered = pageSql({}, 1);
  expect(
    await plan(`select id from matter_seen where line = $1 order by ${ordered.order} limit 51`, ['request']),
  ).toMatch(/Index .*Scan using matter_order/);
  expect(await plan('select id from matter_seen where scope && $1::text[]', ['{east}'])).toMatch(
    /Index Cond: \(scope &&/,
  );
  expect(await plan('select id from matter_seen where refs && $1::text[]', ['{kind=x}'])).toMatch(/matter_refs/);
  const byNumber = pageSql({ sort: 'number' }, 1);
  expect(
    await plan(`select id from matter_seen where line = $1 order by ${byNumber.order} limit 51`, ['request']),
  ).toMatch(/Index .*Scan using matter_by_number/);
  expect(await plan('select id from matter where id = $1', [id])).toMatch(/matter_id/);
  expect(
    await plan(
      'select matter from clock where acts is not null and outcome is null and not paused and legal_due < $1 order by legal_due, matter, code limit 500',
      [day],
    ),
  ).toMatch(/clock_acts/);
  expect(await plan('select id from document where code = $1', ['FD-0000-0000'])).toMatch(/document_code/);
  expect(await plan('select id from outbox where done_at is null order by id limit 200', [])).toMatch(/outbox_/);
  // What definer functions look up, as their owner.
  const [related] = await stage.owner
    .query("begin; set local enable_seqscan = off; explain select id from matter where refs @> '{paper=x}'; rollback")
    .then((results) => [
      (results as unknown as { rows: Record<string, string>[] }[])[2]!.rows.map((row) => row['QUERY PLAN']).join('\n'),
    ]);
  expect(related).toMatch(/matter_refs/);
});
