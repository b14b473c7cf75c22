import type pg from 'pg';

/** A table with the columns that are kept: generated ones come out again by themselves. */
export interface Table {
  readonly name: string;
  readonly columns: string[];
}

export interface Sequence {
  readonly name: string;
  readonly value: string;
  /** Whether the value was given out already. */
  readonly called: boolean;
}

/** Kept by the migrations themselves. */
const OWN = 'fadu_migration';

/** Every table, those it refers to before each. @throws Error when tables refer to each other in a ring. */
export async function tablesInOrder(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; refers: string[] }>(
    `select c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select coalesce(array_agg(distinct r.relname::text), '{}') from pg_constraint f join pg_class r on r.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> $1 order by 1`,
    [OWN],
  );
  const left = new Map(rows.map((row) => [row.name, row]));
  const ordered: Table[] = [];
  while (left.size > 0) {
    const ready = [...left.values()].filter(({ refers }) => !refers.some((name) => left.has(name)));
    if (ready.length === 0) throw new Error(`tables refer to each other: ${[...left.keys()].join(', ')}`);
    for (const { name, columns } of ready) {
      left.delete(name);
      ordered.push({ name, columns });
    }
  }
  return ordered;
}

export async function sequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1",
  );
  const read: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: at } = await client.query(
      `select last_value::text as value, is_called as called from ${quoted(name)}`,
    );
    read.push({ name, ...(at[0] as { value: string; called: boolean }) });
  }
  return read;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What a COPY of the kept columns is of: `"table" ("a", "b")`. */
export const copied = ({ name, columns }: Table): string => `${quoted(name)} (${columns.map(quoted).join(', ')})`;
