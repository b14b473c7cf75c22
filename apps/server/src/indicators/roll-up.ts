import { createHash } from 'node:crypto';
import { contributions, type Formula, type Formulas, sidesOf } from '@fadu/indicator';
import type pg from 'pg';
import { EVERYTHING } from '../access/scope.js';
import { scoped } from '../storage/scoped.js';

const EVENTS = 10_000;
const MATTERS = 2_000;

/** What a roll-up did. */
export interface RolledUp {
  /** Events followed, and matters whose records were compared. */
  readonly events: number;
  readonly matters: number;
  /** Regions that were computed from the beginning: new ones, and all when a formula changed. */
  readonly rebuilt: number;
}

/** A formula by its name in the table `indicator_formula`. */
interface Named {
  readonly code: string;
  readonly version: number;
  readonly variant: 'main' | 'also';
  readonly formula: Formula;
}

/**
 * Brings the roll-up to the end of the ledger, region by region: each batch reads the matters that the next events
 * changed, compares what they give to every formula with what they gave before, and adds the difference to the days. A
 * late correction so restates its earlier day. The watermark moves in the same transaction; two servers do not meet.
 */
export async function rollUp(pool: pg.Pool, formulas: Formulas): Promise<RolledUp> {
  const plan = await planOf(pool, formulas);
  const total = { events: 0, matters: 0, rebuilt: 0 };
  for (const region of await regionsOf(pool)) {
    for (;;) {
      const done = await scoped(pool, EVERYTHING, (client) => followRegion(client, plan, region));
      total.events += done.events;
      total.matters += done.matters;
      total.rebuilt += done.rebuilt;
      if (done.events < EVENTS) break;
    }
  }
  return total;
}

/** Computes everything again from matters and events; figures stay as they were until a region is done. */
export async function rebuildRollUp(pool: pg.Pool, formulas: Formulas): Promise<RolledUp> {
  const plan = await planOf(pool, formulas);
  const total = { events: 0, matters: 0, rebuilt: 0 };
  for (const region of await regionsOf(pool)) {
    const done = await scoped(pool, EVERYTHING, async (client) => {
      const before = await lockedWatermark(client, region);
      return before === undefined ? NOTHING_DONE : rebuildRegion(client, plan, region);
    });
    total.matters += done.matters;
    total.rebuilt += done.rebuilt;
  }
  return total;
}

/** Numbers of the formulas, by `code/version/variant`, and what stands for all of them together. */
interface Plan {
  readonly digest: string;
  readonly statement: { readonly name: string; readonly text: string; readonly values: readonly unknown[] };
}

const NOTHING_DONE = { events: 0, matters: 0, rebuilt: 0 };

/** Every formula that can be rolled up, on both bases where there are two. */
export function namedFormulas(formulas: Formulas): readonly Named[] {
  return Object.entries(formulas).flatMap(([code, versions]) =>
    versions.flatMap(({ version, formula, also }) =>
      [
        { code, version, variant: 'main' as const, formula },
        ...(also === undefined ? [] : [{ code, version, variant: 'also' as const, formula: also.formula }]),
      ].filter((one) => sidesOf(one.formula) !== undefined),
    ),
  );
}

/** Stands for the formulas as they are written: a region rolled up by others is computed again. */
export const digestOf = (formulas: Formulas): string =>
  createHash('sha256')
    .update(JSON.stringify(namedFormulas(formulas)))
    .digest('hex')
    .slice(0, 32);

async function planOf(pool: pg.Pool, formulas: Formulas): Promise<Plan> {
  const named = namedFormulas(formulas);
  const columns = [named.map((one) => one.code), named.map((one) => one.version), named.map((one) => one.variant)];
  await pool.query(
    `insert into indicator_formula (code, version, variant) select * from unnest($1::text[], $2::int[], $3::text[]) as n (code, version, variant)
     where not exists (select 1 from indicator_formula f where (f.code, f.version, f.variant) = (n.code, n.version, n.variant)) on conflict do nothing`,
    columns,
  );
  const { rows } = await pool.query('select id, code, version, variant from indicator_formula');
  const ids = new Map(rows.map((row) => [`${row.code}/${row.version}/${row.variant}`, row.id as number]));
  const digest = digestOf(formulas);
  return {
    digest,
    statement: statementOf(
      named.map((one) => ({ id: ids.get(`${one.code}/${one.version}/${one.variant}`)!, formula: one.formula })),
      digest,
    ),
  };
}

/**
 * One statement for a batch of matters ($1 region, $2 ids): what they give now, what they gave, and the difference to the
 * days of their organ and of every place above it. A matter stays where it was opened, whatever becomes of its organ.
 */
function statementOf(formulas: readonly { id: number; formula: Formula }[], digest: string): Plan['statement'] {
  const values: unknown[] = [];
  const give = (value: unknown): string => `$${values.push(value) + 2}`;
  const fresh = formulas.flatMap(({ id, formula }) =>
    contributions(formula, 'changed', give).map((one) => `select ${id}::smallint as formula, c.* from (${one}) as c`),
  );
  const none =
    'select 0::smallint as formula, region, id as matter, 0::smallint as side, null as item, organ, path::text as place, null::date as on_day, null::date as ended_day, true as counted, null::bigint as amount from changed where false';
  const columns = 'region, matter, formula, side, item, organ, place, on_day, ended_day, counted, amount';
  // Compared as sets: the planner knows no sizes here, and would try every record against every other.
  const key = 'region, matter, formula, side, item';
  const text = `with changed as materialized (
      select region, id, line, organ, path, data from matter where region = $1 and id = any($2::uuid[])),
    fresh as materialized (
      select region, matter, formula, side, item, organ, place, on_day, ended_day, counted, amount from (${[none, ...fresh].join('\n union all ')}) as f),
    old as materialized (select ${columns} from indicator_record where region = $1 and matter = any($2::uuid[])),
    gone as (delete from indicator_record r using (select ${key} from old except select ${key} from fresh) as g
      where r.region = g.region and r.matter = g.matter and r.formula = g.formula and r.side = g.side and r.item = g.item),
    put as (insert into indicator_record (${columns}) select ${columns} from (select ${columns} from fresh except all select ${columns} from old) as n
      on conflict (region, matter, formula, side, item) do update set organ = excluded.organ, place = excluded.place, on_day = excluded.on_day,
        ended_day = excluded.ended_day, counted = excluded.counted, amount = excluded.amount),
    change as materialized (
      select formula, side, organ, place, day, bucket, sum(d.n) as n, sum(d.counted) as counted, sum(d.ended) as ended, sum(d.amount) as amount
      from (select 1 as sign, fresh.* from fresh union all select -1, old.* from old) as x
      cross join lateral (
        select x.on_day as day, x.sign as n, case when x.counted then x.sign else 0 end as counted, 0 as ended, x.sign * coalesce(x.amount, 0) as amount
        union all select x.ended_day, 0, 0, x.sign, 0 where x.ended_day is not null) as d
      cross join lateral (select case when x.formula = any(${give(formulas.filter(({ formula }) => formula.kind === 'days').map(({ id }) => id))}::int[])
        then coalesce(x.amount, 0) else 0 end as bucket) as b
      group by formula, side, organ, place, day, bucket
      having sum(d.n) <> 0 or sum(d.counted) <> 0 or sum(d.ended) <> 0 or sum(d.amount) <> 0)
    insert into indicator_day (region, formula, side, own, at, day, bucket, n, counted, ended, amount)
    select $1, formula, side, own, at, day, bucket, sum(n), sum(counted), sum(ended), sum(amount)
    from change cross join lateral (
      select true as own, organ as at
      union all select false, subltree(path, 0, length)::text from (select rtrim(place, '.')::ltree as path) as p, generate_series(1, nlevel(path)) as length) as above
    group by formula, side, own, at, day, bucket
    on conflict (formula, at, own, side, day, region, bucket) do update set n = indicator_day.n + excluded.n, counted = indicator_day.counted + excluded.counted,
      ended = indicator_day.ended + excluded.ended, amount = indicator_day.amount + excluded.amount`;
  return { name: `roll-up-${digest}`, text, values };
}

/** One transaction: at most EVENTS events of a region, or the whole region when it was not rolled up by these formulas. */
async function followRegion(client: pg.PoolClient, plan: Plan, region: string): Promise<RolledUp> {
  const mark = await lockedWatermark(client, region);
  if (mark === undefined) return NOTHING_DONE;
  if (mark.formulas !== plan.digest) return rebuildRegion(client, plan, region);
  const { rows } = await client.query<{ seq: string; matter: string }>(
    `select seq, matter from leaf where region = $1 and seq > $2 order by seq limit ${EVENTS}`,
    [region, mark.seq],
  );
  if (rows.length === 0) return NOTHING_DONE;
  const matters = [...new Set(rows.map((row) => row.matter))];
  await apply(client, plan, region, matters);
  await moveTo(client, plan, region, rows.at(-1)!.seq);
  return { events: rows.length, matters: matters.length, rebuilt: 0 };
}

async function rebuildRegion(client: pg.PoolClient, plan: Plan, region: string): Promise<RolledUp> {
  const { rows: end } = await client.query(
    'select coalesce(max(seq), -1)::text as seq, clock_timestamp() as at from leaf where region = $1',
    [region],
  );
  await client.query('delete from indicator_record where region = $1', [region]);
  await client.query('delete from indicator_day where region = $1', [region]);
  let after = '00000000-0000-0000-0000-000000000000';
  let matters = 0;
  for (;;) {
    const { rows } = await client.query<{ id: string }>(
      `select id from matter where region = $1 and id > $2 order by id limit ${MATTERS}`,
      [region, after],
    );
    if (rows.length === 0) break;
    await apply(
      client,
      plan,
      region,
      rows.map((row) => row.id),
    );
    matters += rows.length;
    after = rows.at(-1)!.id;
  }
  await moveTo(client, plan, region, end[0].seq);
  return { events: 0, matters, rebuilt: 1 };
}

async function apply(client: pg.PoolClient, plan: Plan, region: string, matters: readonly string[]): Promise<void> {
  for (let start = 0; start < matters.length; start += MATTERS) {
    const { name, text, values } = plan.statement;
    await client.query({ name, text, values: [region, matters.slice(start, start + MATTERS), ...values] });
  }
  await client.query('delete from indicator_day where region = $1 and n = 0 and ended = 0', [region]);
}

const moveTo = (client: pg.PoolClient, plan: Plan, region: string, seq: string) =>
  client.query('update indicator_watermark set seq = $2, formulas = $3, at = now() where region = $1', [
    region,
    seq,
    plan.digest,
  ]);

/** Undefined while another server rolls this region up. */
async function lockedWatermark(
  client: pg.PoolClient,
  region: string,
): Promise<{ seq: string; formulas: string } | undefined> {
  await client.query(
    "insert into indicator_watermark (region, seq, formulas) values ($1, -1, '') on conflict do nothing",
    [region],
  );
  const { rows } = await client.query(
    'select seq::text as seq, formulas from indicator_watermark where region = $1 for update skip locked',
    [region],
  );
  return rows[0];
}

async function regionsOf(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query('select region from fadu_event_regions() order by region');
  return rows.map((row) => row.region);
}
