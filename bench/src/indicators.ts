import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { formulas } from '@fadu/lines';
import { type Booted, boot, EVERYTHING, indicatorFigure, indicatorRows, rebuildRollUp, rollUp } from '@fadu/server';
import type { Figure, Measured } from './figure.js';
import { milliseconds, percentile } from './figure.js';

const REGIONS = 20;
const ORGANS_EACH = 25;
const EVENTS_EACH = 10;
const ASKED = 200;
/** Events of the fixed part of the incremental measurement, added to what is there. */
const LATER = 50_000;
const STEPS = [100_000, 300_000, 1_000_000] as const;
const SECONDS = Number(process.env.FADU_BENCH_SECONDS ?? 60);

/**
 * The roll-up of indicators over matters made by SQL: followed event by event, computed again, and asked for figures with
 * a page of records. Steps that would take longer than the time given (FADU_BENCH_SECONDS) are left out and said so.
 */
export async function measureIndicators(): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fadu-bench-indicators-'));
  const booted = await boot({ dataDir, publicUrl: 'http://127.0.0.1/portal', connections: 4, durable: false });
  const begin = performance.now();
  const figures: Figure[] = [];
  try {
    await organizations(booted);
    let there = 0;
    for (const step of STEPS) {
      const spent = (performance.now() - begin) / 1000;
      if (there > 0 && spent * (step / there) > SECONDS) {
        figures.push({ name: `${step.toLocaleString('en')} events`, value: `left out: more than ${SECONDS} s` });
        continue;
      }
      await make(booted, there / EVENTS_EACH, (step - there) / EVENTS_EACH);
      there = step;
      await booted.owner.query('analyze matter, event, leaf');
      const rebuilt = await timed(() => rebuildRollUp(booted.platform.pool, formulas));
      await booted.owner.query('analyze indicator_record, indicator_day');
      figures.push({
        name: `rebuild from ${step.toLocaleString('en')} events`,
        value: `${(rebuilt / 1000).toFixed(1)} s, ${rate(step, rebuilt)} events/s`,
      });
      figures.push(await asked(booted, step));
    }
    await make(booted, there / EVENTS_EACH, LATER / EVENTS_EACH);
    const followed = await timed(() => rollUp(booted.platform.pool, formulas));
    figures.unshift({
      name: `incremental, ${LATER.toLocaleString('en')} events of new matters`,
      value: `${rate(LATER, followed)} events/s`,
      budget: '≥ 20,000/s',
      kept: LATER / (followed / 1000) >= 20_000,
    });
    await correct(booted, LATER);
    const restated = await timed(() => rollUp(booted.platform.pool, formulas));
    figures.unshift({
      name: `incremental, ${LATER.toLocaleString('en')} late corrections, each of another matter where there are so many`,
      value: `${rate(LATER, restated)} events/s`,
    });
    return {
      title: 'Indicators rolled up',
      note: `${REGIONS} regions with ${ORGANS_EACH} organizations each, ${EVENTS_EACH} events a matter, all formulas of the lines; made by SQL, commits not durable.`,
      figures,
    };
  } finally {
    await booted.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

const rate = (events: number, ms: number): string => Math.round(events / (ms / 1000)).toLocaleString('en');

/** A figure of a province, city or county with the first page of its records, as the page asks for it. */
async function asked(booted: Booted, events: number): Promise<Figure> {
  const codes = ['reconsideration.received', 'reconsideration.handled', 'reconsideration.direct_correction_rate'];
  const times: number[] = [];
  for (let index = 0; index < ASKED; index += 1) {
    const question = {
      code: codes[index % codes.length]!,
      org:
        index % 4 === 0 ? 'p' : index % 2 === 0 ? `r${index % REGIONS}` : `o${index % REGIONS}x${index % ORGANS_EACH}`,
      period: String(2021 + (index % 3)),
      upTo: 'watermark' as const,
    };
    const begin = performance.now();
    const [figure, rows] = [
      await indicatorFigure(booted.platform, EVERYTHING, question),
      await indicatorRows(booted.platform, EVERYTHING, question, { from: 0, count: 50 }),
    ];
    times.push(performance.now() - begin);
    if (!figure.ok || !rows.ok) throw new Error(`no figure of ${JSON.stringify(question)}`);
  }
  times.sort((a, b) => a - b);
  const p95 = percentile(times, 0.95);
  return {
    name: `figure with comparison and first page of records, ${events.toLocaleString('en')} events`,
    value: `p50 ${milliseconds(percentile(times, 0.5))}, p95 ${milliseconds(p95)}`,
    budget: 'p95 < 100 ms',
    kept: p95 < 100,
  };
}

/** A province, its regions, and organizations in each. */
async function organizations({ owner, platform }: Booted): Promise<void> {
  const add = `insert into org (id, region, name, short, kind, parent, path)`;
  await owner.query(`${add} values ('p', '990000', '样例省', '样例省', 'government', null, 'r')`);
  await owner.query(
    `${add} select 'r' || n, (990100 + n)::text, '样例市' || n, '样例', 'government', 'p', ('r.r' || n)::ltree from generate_series(0, $1::int - 1) n`,
    [REGIONS],
  );
  await owner.query(
    `${add} select 'o' || n || 'x' || o, (990100 + n)::text, '样例机关' || n || '之' || o, '样例', 'department', 'r' || n, ('r.r' || n || '.o' || o)::ltree
     from generate_series(0, $1::int - 1) n, generate_series(0, $2::int - 1) o`,
    [REGIONS, ORGANS_EACH],
  );
  await platform.directory.refresh(true);
}

/** Matters received, accepted and concluded over three years, each with its events and their places in the ledger. */
async function make({ owner }: Booted, first: number, count: number): Promise<void> {
  await owner.query(
    `insert into matter (region, id, line, line_version, rule_set, organ, path, orgs, receipt, state, revision, data, clocks, assignees, flags, title, words, opened_on, waits_for, people)
     select region, id, 'reconsideration', '1', 'r1', organ, path, array[organ], 'b' || n, 'received', 1,
       jsonb_build_object('receivedOn', day, 'acceptedOn', day + 4, 'concludedOn', case when n % 7 > 0 then day + 50 end, 'correction', n % 9 = 0,
         'outcome', case when n % 5 = 0 then 'MEDIATION' else 'UPHOLD' end, 'facts', repeat('样例', 150)),
       '{}', '{}', '{}', '样例事项' || n, '', day, '{}', '{}'
     from (select n, (990100 + n % $3::int)::text as region, 'o' || (n % $3::int) || 'x' || (n / $3::int % $4::int) as organ,
         ('r.r' || (n % $3::int) || '.o' || (n / $3::int % $4::int))::ltree as path, ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
         '2021-01-01'::date + abs(hashint4(n)) % 1095 as day
       from generate_series($1::int, $1::int + $2::int - 1) n) as one`,
    [first, count, REGIONS, ORGANS_EACH],
  );
  await events({ owner }, first, count, EVENTS_EACH);
}

/** Events of matters from a number on, and their leaves at the end of each region's log. */
async function events({ owner }: Pick<Booted, 'owner'>, first: number, count: number, each: number): Promise<void> {
  await owner.query(
    `with made as (
       insert into event (region, matter, seq, id, at, on_day, kind, action, body, salt)
       select m.region, m.id, coalesce(last, 0) + s, gen_random_uuid(), now(), m.opened_on, 'acted', case when s = 3 then 'holdHearing' else 'note' end, '{}', ''
       from (select region, id, opened_on, (select max(seq) from event e where e.region = x.region and e.matter = x.id) as last from matter x
         where id >= ('00000000-0000-4000-8000-' || lpad(to_hex($1::int), 12, '0'))::uuid
           and id < ('00000000-0000-4000-8000-' || lpad(to_hex($1::int + $2::int), 12, '0'))::uuid) as m, generate_series(1, $3::int) s
       returning region, matter, seq, id)
     insert into leaf (region, seq, matter, event_seq, event_id, body_digest, hash)
     select made.region, coalesce(size, 0) + row_number() over (partition by made.region) - 1, matter, made.seq, id, '', ''
     from made left join (select region, max(seq) + 1 as size from leaf group by region) as l on l.region = made.region`,
    [first, count, each],
  );
}

/** The day of conclusion of many matters put right, each by one event. */
async function correct(booted: Booted, count: number): Promise<void> {
  const { rows } = await booted.owner.query('select least(count(*), $1)::int as n from matter', [count]);
  const matters = rows[0].n as number;
  await booted.owner.query(
    `update matter set data = data || jsonb_build_object('concludedOn', opened_on + 55) where id < ('00000000-0000-4000-8000-' || lpad(to_hex($1::int), 12, '0'))::uuid`,
    [matters],
  );
  await events(booted, 0, matters, Math.max(1, Math.round(count / matters)));
}
