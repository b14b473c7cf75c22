import type { Formulas } from '@fadu/indicator';
import type pg from 'pg';
import { EVERYTHING } from '../access/scope.js';
import { scoped } from '../storage/scoped.js';
import { knowPlaces, placesOfMatters } from './places.js';
import { type RollUpPlan, rollUpPlan } from './roll-up-plan.js';
import { type Changed, EMPTIED, type Emptied, type Prepared } from './roll-up-sql.js';

/** Events of one transaction: enough that a sum changes once for many of them, few enough to be in soon. */
const EVENTS = 50_000;
/** Events of the regions that are computed anew in one transaction. */
const EVENTS_ANEW = 2_000_000;
/** Groups of regions worked on at once; a server that has kept up has one small group. */
const AT_ONCE = 2;
/** For each sorting and hashing; beyond it PostgreSQL uses the disk. */
const MEMORY = '64MB';

/** What a roll-up did. */
export interface RolledUp {
  /** Events followed, and matters whose records were compared for them. */
  readonly events: number;
  readonly matters: number;
  /** Regions that were computed from the beginning: new ones, and all when a formula changed; and the records made there. */
  readonly rebuilt: number;
  readonly records: number;
}

/** A region's log: how long it is, and how much of it the roll-up has not seen. */
interface Log {
  readonly region: string;
  /** Whether it was rolled up by these formulas. */
  readonly known: boolean;
  readonly events: number;
  readonly waiting: number;
}

const NOTHING_DONE: RolledUp = { events: 0, matters: 0, rebuilt: 0, records: 0 };

/**
 * Brings the roll-up to the end of the ledger: each batch reads the matters of which the next events of some regions set what
 * formulas read, compares their records with those kept, and adds the difference to the months. A late correction so restates
 * its earlier month. The watermarks move in the same transaction; two servers do not meet.
 */
export async function rollUp(pool: pg.Pool, formulas: Formulas): Promise<RolledUp> {
  const plan = rollUpPlan(formulas);
  const logs = await logsOf(pool, plan);
  const behind = logs.filter(({ known, waiting }) => known && waiting > 0);
  const anew = logs.filter(({ known }) => !known);
  if (anew.length > 0) await knowPlaces(pool);
  return together([
    ...grouped(anew, EVENTS_ANEW, ({ events }) => events).map((regions) => () => rebuild(pool, plan, regions)),
    ...grouped(behind, EVENTS, ({ waiting }) => waiting).map((regions) => () => follow(pool, plan, regions)),
  ]);
}

/** Computes everything again from matters and events; figures stay as they were until a group of regions is done. */
export async function rebuildRollUp(pool: pg.Pool, formulas: Formulas): Promise<RolledUp> {
  const plan = rollUpPlan(formulas);
  const logs = await logsOf(pool, plan);
  await knowPlaces(pool);
  return together(
    grouped(logs, EVENTS_ANEW, ({ events }) => events).map((regions) => () => rebuild(pool, plan, regions)),
  );
}

/** Works off the tasks, some at once; all that began have ended before a failure is told. */
async function together(tasks: readonly (() => Promise<RolledUp>)[]): Promise<RolledUp> {
  const waiting = [...tasks];
  const work = async (): Promise<RolledUp> => {
    let total = NOTHING_DONE;
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) total = both(total, await task());
    return total;
  };
  const done = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  return done.reduce((total, one) => {
    if (one.status === 'rejected') throw one.reason;
    return both(total, one.value);
  }, NOTHING_DONE);
}

const both = (one: RolledUp, other: RolledUp): RolledUp => ({
  events: one.events + other.events,
  matters: one.matters + other.matters,
  rebuilt: one.rebuilt + other.rebuilt,
  records: one.records + other.records,
});

/** Regions together in groups that have about as much to do as each other and at most as one transaction does, so that all workers end at once. */
function grouped(logs: readonly Log[], atMost: number, size: (log: Log) => number): string[][] {
  const all = logs.reduce((sum, log) => sum + size(log), 0);
  const most = all / (AT_ONCE * Math.ceil(all / (AT_ONCE * atMost)));
  const groups: string[][] = [];
  let room = 0;
  for (const log of logs) {
    // A region goes where more than half of it has room.
    if (groups.length === 0 || room < size(log) / 2) {
      groups.push([]);
      room = most;
    }
    groups.at(-1)!.push(log.region);
    room -= size(log);
  }
  return groups;
}

async function logsOf(pool: pg.Pool, { digest }: RollUpPlan): Promise<Log[]> {
  const { rows } = await pool.query<{ region: string; known: boolean; events: string; waiting: string }>(
    `select r.region, coalesce(w.formulas, '') = $1 as known, l.last + 1 as events, l.last - coalesce(w.seq, -1) as waiting
     from fadu_event_regions() r left join indicator_watermark w on w.region = r.region
     cross join lateral (select coalesce(max(seq), -1) as last from leaf where leaf.region = r.region) as l order by r.region`,
    [digest],
  );
  return rows.map((row) => ({ ...row, events: Number(row.events), waiting: Number(row.waiting) }));
}

/** One transaction after another, each at most EVENTS events of these regions, until none are left. */
async function follow(pool: pg.Pool, plan: RollUpPlan, regions: readonly string[]): Promise<RolledUp> {
  let total = NOTHING_DONE;
  for (;;) {
    const done = await working(pool, async (client) => {
      const marks = (await lockedMarks(client, regions)).filter(({ formulas }) => formulas === plan.digest);
      return followMarks(client, plan, marks);
    });
    total = both(total, done);
    if (done.events === 0) return total;
  }
}

async function followMarks(client: pg.PoolClient, plan: RollUpPlan, marks: readonly Mark[]): Promise<RolledUp> {
  if (marks.length === 0) return NOTHING_DONE;
  const { rows: next } = await client.query<{ region: string; after: string; last: string; events: string }>(
    `select w.region, w.after, max(l.seq) as last, count(*) as events from unnest($1::text[], $2::bigint[]) as w (region, after)
     cross join lateral (select seq from leaf where leaf.region = w.region and leaf.seq > w.after order by seq limit $3) as l group by w.region, w.after`,
    [marks.map(({ region }) => region), marks.map(({ seq }) => seq), Math.ceil(EVENTS / marks.length)],
  );
  if (next.length === 0) return NOTHING_DONE;
  const logs = [next.map(({ region }) => region), next.map(({ after }) => after), next.map(({ last }) => last)];
  let matters = 0;
  for (const { line, regions, ids, taken, n, placed } of (await run<Changed>(client, plan.changed, logs)).rows) {
    if (!placed) await placesOfMatters(client, regions);
    const { follow: statement } = plan.lines.find((one) => one.line === line)!;
    const { place, moment, month, bucket, counts, region } = (
      await run<Emptied>(client, statement, [regions, ids, taken])
    ).rows[0]!;
    if (place !== null) await run(client, EMPTIED, [place, moment, month, bucket, counts, region]);
    matters += n;
  }
  await client.query(
    'update indicator_watermark w set seq = n.last, at = now() from unnest($1::text[], $2::bigint[]) as n (region, last) where w.region = n.region',
    [logs[0], logs[2]],
  );
  return { events: next.reduce((sum, { events }) => sum + Number(events), 0), matters, rebuilt: 0, records: 0 };
}

/** One transaction: whole regions from their matters and events. */
const rebuild = (pool: pg.Pool, plan: RollUpPlan, regions: readonly string[]): Promise<RolledUp> =>
  working(pool, async (client) => {
    await client.query(
      "insert into indicator_watermark (region, seq, formulas) select region, -1, '' from unnest($1::text[]) as r (region) order by 1 on conflict do nothing",
      [regions],
    );
    const mine = (await lockedMarks(client, regions)).map(({ region }) => region);
    // What comes in meanwhile is followed afterwards, even where it has been seen here.
    await client.query(
      `update indicator_watermark w set formulas = $2, at = clock_timestamp(), seq = (select coalesce(max(seq), -1) from leaf l where l.region = w.region)
       where region = any($1)`,
      [mine, plan.digest],
    );
    await placesOfMatters(client, mine);
    await client.query('delete from indicator_record where region = any($1)', [mine]);
    await client.query('delete from indicator_month where region = any($1)', [mine]);
    let records = 0;
    for (const { record, recordActed } of plan.lines)
      for (const statement of [record, ...(recordActed ? [recordActed] : [])])
        records += (await run(client, statement, [mine])).rowCount ?? 0;
    await run(client, plan.sums, [mine]);
    return { events: 0, matters: 0, rebuilt: mine.length, records };
  });

const run = <Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  { name, text, values }: Prepared,
  given: readonly unknown[],
) => client.query<Row>({ name, text, values: [...given, ...values] });

const working = <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  scoped(pool, EVERYTHING, async (client) => {
    // Many rows through many expressions: compiling them takes longer than they do; and hashing is quicker than sorting texts.
    await client.query(
      "select set_config('jit', 'off', true), set_config('enable_sort', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('work_mem', $1, true)",
      [MEMORY],
    );
    return work(client);
  });

interface Mark {
  readonly region: string;
  readonly seq: string;
  readonly formulas: string;
}

/** Those that no other server rolls up at the moment. */
async function lockedMarks(client: pg.PoolClient, regions: readonly string[]): Promise<Mark[]> {
  const { rows } = await client.query<Mark>(
    'select region, seq, formulas from indicator_watermark where region = any($1) order by region for update skip locked',
    [regions],
  );
  return rows;
}
