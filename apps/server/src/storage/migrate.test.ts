import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase } from '../postgres/index.js';
import { raise, type Stage } from '../testing/stage.js';
import { migrate } from './migrate.js';

let stage: Stage;
beforeAll(async () => {
  stage = await raise();
});
afterAll(() => stage.close());

async function onFresh<T>(name: string, work: (clients: pg.Client[]) => Promise<T>): Promise<T> {
  await createDatabase(stage.database.server!, name);
  const clients = Array.from({ length: 3 }, () => new pg.Client(stage.database.server!.ownerUrl(name)));
  try {
    await Promise.all(clients.map((client) => client.connect()));
    return await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

it('runs each migration once, also when three servers start at the same moment', async () => {
  const ran = await onFresh('race', (clients) => Promise.all(clients.map((client) => migrate(client))));
  const [all, ...others] = ran.sort((a, b) => b.length - a.length);
  expect(all!.length).toBeGreaterThan(0);
  expect(others).toEqual([[], []]);
});

it('changes nothing when it runs again', async () => {
  await onFresh('again', async ([client]) => {
    await migrate(client!);
    const schema = async () =>
      (
        await client!.query(
          "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by 1, 2",
        )
      ).rows;
    const before = await schema();
    expect(await migrate(client!)).toEqual([]);
    expect(await schema()).toEqual(before);
  });
});

it('stops when a migration that has run was changed afterwards', async () => {
  await onFresh('changed', async ([client]) => {
    await migrate(client!);
    await client!.query("update fadu_migration set digest = 'other' where name = '0001-base'");
    await expect(migrate(client!)).rejects.toThrow('migration 0001-base was changed after it had run');
  });
});

it('leaves nothing of a migration that failed half-way, and lets the next start try again', async () => {
  await onFresh('half', async ([client]) => {
    await client!.query('create table post (id int)');
    await expect(migrate(client!)).rejects.toThrow('already exists');
    const { rows } = await client!.query("select tablename from pg_tables where schemaname = 'public' order by 1");
    expect(rows.map((row) => row.tablename)).toEqual(['fadu_migration', 'post']);
    await client!.query('drop table post');
    expect((await migrate(client!)).length).toBeGreaterThan(0);
  });
});

it('gives the application role rights on every table it was made for, and on none it was not', async () => {
  const rows = await stage.asSuperuser<{ name: string }>(
    `select table_name as name from information_schema.tables t where table_schema = 'public' and table_type = 'BASE TABLE'
     and not exists (select 1 from information_schema.role_table_grants g where g.grantee = 'fadu_app' and g.table_name = t.table_name)
     order by 1`,
  );
  // What an import and its alerts have done so far is noted and read by the owner alone.
  expect(rows.map((row) => row.name)).toEqual(['fadu_migration', 'law_fill', 'law_watch']);
});
