import type { Booted } from '@fadu/server';

/** A province as it may be: cities, counties, and organizations in them; with the province 3,000. */
export const CITIES = 15;
export const COUNTIES = 150;
export const DEPARTMENTS = 2834;
export const ORGANIZATIONS = 1 + CITIES + COUNTIES + DEPARTMENTS;
export const EVENTS_EACH = 10;
/** Matters in one statement. */
const AT_ONCE = 50_000;

type Owner = Pick<Booted, 'owner'>;

/** A province, its cities, their counties, each with its organizations; a county is a region of its own. */
export async function organizations({ owner, platform }: Pick<Booted, 'owner' | 'platform'>): Promise<void> {
  const add = 'insert into org (id, region, name, short, kind, parent, path)';
  await owner.query(`${add} values ('p', '990000', '样例省', '样例', 'government', null, 'r')`);
  await owner.query(
    `${add} select 'c' || c, (990100 + c)::text, '样例市' || c, '样例', 'government', 'p', ('r.c' || c)::ltree from generate_series(0, ${CITIES - 1}) c`,
  );
  await owner.query(
    `${add} select 'x' || x, (991000 + x)::text, '样例县' || x, '样例', 'government', 'c' || x % ${CITIES}, ('r.c' || x % ${CITIES} || '.x' || x)::ltree
     from generate_series(0, ${COUNTIES - 1}) x`,
  );
  await owner.query(
    `${add} select 'd' || d, (991000 + d % ${COUNTIES})::text, '样例机关' || d, '样例', 'department', 'x' || d % ${COUNTIES},
       ('r.c' || d % ${COUNTIES} % ${CITIES} || '.x' || d % ${COUNTIES} || '.d' || d)::ltree from generate_series(0, ${DEPARTMENTS - 1}) d`,
  );
  await platform.directory.refresh(true);
}

/** Lists and checks have indexes that neither roll-up nor figures look into: without them the matters are made in half the time. */
export async function dropIdleIndexes({ owner }: Owner): Promise<void> {
  await owner.query(
    'drop index matter_words, matter_refs, matter_waits, matter_opened, matter_number, event_id, leaf_event',
  );
}

/** The number `n` of a matter gives its id, place and days: few organizations have much, most have little. */
const NUMBERED = `select n, md5('m' || n)::uuid as id, d, (991000 + d % ${COUNTIES})::text as region, 'd' || d as organ,
    ('r.c' || d % ${COUNTIES} % ${CITIES} || '.x' || d % ${COUNTIES} || '.d' || d)::ltree as path,
    '2022-11-01'::date + abs(hashint4(n)) % 426 as day
  from (select n, floor(${DEPARTMENTS} * power((hashint4(n + 7) & 1048575) / 1048576.0::float8, 2))::int as d from generate_series($1::int, $1::int + $2::int - 1) n offset 0) as numbered`;

/** How far a matter has come: 1 received, 2 accepted, 3 concluded. */
export type Stage = 1 | 2 | 3;

/** Seven of ten are of reconsideration, two suits, one a dispute before a suit; the texts of each take 1.5 kB. */
const DATA = `case when n % 10 < 7 then jsonb_strip_nulls(jsonb_build_object('receivedOn', day,
      'acceptedOn', case when stage > 1 and n % 12 > 0 then day + 4 end, 'concludedOn', case when stage > 2 then day + 20 + n % 60 end,
      'outcome', case when stage > 2 then case when n % 5 = 0 then 'MEDIATION' else 'UPHOLD' end end,
      'correction', case when stage > 2 then n % 9 = 0 end, 'changedBeforeEnd', case when n % 13 = 0 then true end,
      'suedOn', case when stage > 2 and n % 17 = 0 then day + 95 end))
    when n % 10 < 9 then jsonb_strip_nulls(jsonb_build_object('copyReceivedOn', day, 'filedOn', day - 3, 'instance', 'first',
      'reconsideration', case when n % 3 = 0 then '样例' end, 'firstJudgedOn', case when stage > 2 then day + 90 end,
      'firstOutcome', case when stage > 2 then jsonb_build_array(jsonb_build_object('code', 'A1')) end, 'lostFirst', case when stage > 2 then n % 8 = 0 end,
      'appearances', case when stage > 1 then jsonb_build_array(jsonb_build_object('hearingOn', day + 40, 'courtCaseNo', '样例' || n, 'instance', 'first',
        'due', n % 4 > 0, 'appeared', n % 6 > 0, 'violation', '[]'::jsonb)) end))
    else jsonb_strip_nulls(jsonb_build_object('registeredOn', day, 'closedOn', case when stage > 2 then day + 25 end,
      'result', case when stage > 2 then case when n % 3 = 0 then 'failed' else 'resolved' end end)) end
  || jsonb_build_object('facts', repeat('样例', 250))`;

/** What the record of an event holds beside what it set; as long as those of the engine. */
const BODY = `jsonb_build_object('actor', jsonb_build_object('kind', 'official', 'person', 'n' || n % 997, 'org', 'd' || d, 'role', 'handler'), 'at', '2023-11-01T08:00:00Z', 'on', day,
    'from', 'received', 'to', 'received', 'append', null, 'clocks', '[]'::jsonb, 'documents', '[]'::jsonb, 'number', null, 'pending', null, 'assign', '{}'::jsonb,
    'reasons', '{}'::jsonb, 'flags', '[]'::jsonb, 'opening', null, 'closes', false, 'messages', '[]'::jsonb)`;

/**
 * Matters numbered from `first` on that have come to a stage, each with its events; made by SQL. `told`: the records of the
 * events say what they set, the first all of it; millions of history are made without, for nothing reads them.
 */
export async function make(
  { owner }: Owner,
  first: number,
  count: number,
  stage: Stage,
  each = EVENTS_EACH,
  told = false,
): Promise<void> {
  for (let done = 0; done < count; done += AT_ONCE) {
    const part = [first + done, Math.min(AT_ONCE, count - done)];
    await owner.query(
      `insert into matter (region, id, line, line_version, rule_set, organ, path, orgs, receipt, state, revision, data, clocks, assignees, flags, title, words, opened_on, waits_for, people)
       select region, id, case when n % 10 < 7 then 'reconsideration' when n % 10 < 9 then 'litigation' else 'prelit' end, '1', 'r1', organ, path, array[organ], 'b' || n,
         'received', 1, ${DATA}, '{}', '{}', '{}', '样例事项' || n, '', day, '{}', '{}' from (${NUMBERED}) as m, (select $3::int as stage) as s`,
      [...part, stage],
    );
    await events({ owner }, part[0]!, part[1]!, each, told ? { first: stage } : undefined);
  }
}

/** Matters that are there come to a stage, or have their days put right, each by one event. */
export async function advance({ owner }: Owner, first: number, count: number, to: Stage, later = 0): Promise<void> {
  await owner.query(
    `update matter set data = ${DATA} from (select n, id as of, region as at, day + $4::int as day from (${NUMBERED}) as m) as m, (select $3::int as stage) as s
     where region = at and id = of`,
    [first, count, to, later],
  );
  await events({ owner }, first, count, 1, { first: to });
}

/**
 * Events of matters, and their leaves at the end of each region's log: of all matters the first, then of all the second.
 * `told`: the first of a matter set all that belongs to this stage, the others a note; undefined, and nothing is said.
 */
export async function events(
  { owner }: Owner,
  first: number,
  count: number,
  each: number,
  told?: { readonly first: Stage | 'note' },
): Promise<void> {
  const note = `jsonb_build_object('note', repeat('样例', 40))`;
  const stage = told === undefined || told.first === 'note' ? undefined : told.first;
  const set = stage === undefined ? note : `case when s = 1 then ${DATA} - 'facts' else ${note} end`;
  await owner.query(
    `with size as materialized (
       select r.region, (select coalesce(max(seq) + 1, 0) from leaf where leaf.region = r.region) as size from (select distinct region from org) as r),
     made as (
       insert into event (region, matter, seq, id, at, on_day, kind, action, body, salt)
       select region, id, last + s, gen_random_uuid(), now(), day + 6 * s, 'acted',
         case when n % 10 < 7 and n % 4 = 0 and s = 3 then 'holdHearing' when n % 10 < 7 and n % 20 = 0 and s = 5 then 'issueOpinion' else 'note' end,
         ${told === undefined ? "'{}'" : `${BODY} || jsonb_build_object('set', ${set})`}, ''
       from (select m.*, (select coalesce(max(seq), 0) from event e where e.region = m.region and e.matter = m.id) as last from (${NUMBERED}) as m offset 0) as m
         cross join generate_series(1, $3::int) s cross join (select ${stage ?? 1}::int as stage) as to_stage order by s, hashint4(n) returning region, matter, seq, id)
     insert into leaf (region, seq, matter, event_seq, event_id, body_digest, hash)
     select made.region, size + row_number() over (partition by made.region order by made.seq, made.id) - 1, matter, made.seq, id, '', ''
     from made join size on size.region = made.region`,
    [first, count, each],
  );
}
