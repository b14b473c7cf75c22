import { actedText, datedText, fieldsText, type LineMoments, type Moment, NOT_ENDED, readsOf } from '@fadu/indicator';

/** A statement that is prepared once; $1… are given each time, `values` after them. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const COLUMNS = 'region, matter, moment, item, unit, on_day, ended_day, counts, amount, keys';
const KEY = 'region, matter, moment, item';
const CELL = 'place, moment, month, bucket, counts, region';

/** What a batch changes in the matters of one line, and what a region has of it from the beginning. */
export interface LineStatements {
  readonly line: string;
  /** $1 regions and $2 ids of matters, $3 the events of each that took an action that is counted. Answers with `Emptied`. */
  readonly follow: Prepared;
  /** $1 regions. */
  readonly record: Prepared;
  /** $1 regions: the actions taken; undefined where none is counted. */
  readonly recordActed: Prepared | undefined;
}

/** `digest`: eight letters of it keep the statements of different formulas apart in one connection; a name has room for 63. */
export const statementsFor = (moments: LineMoments, digest: string): LineStatements => ({
  line: moments.line,
  follow: prepared(`follow-${digest.slice(0, 8)}-${moments.line}`, 3, (give) => followText(moments, give)),
  record: prepared(
    `record-${digest.slice(0, 8)}-${moments.line}`,
    1,
    (give) =>
      `insert into indicator_record (${COLUMNS})
       select f.region, f.matter, k.moment, k.item, f.unit, k.on_day, k.ended_day, k.counts, k.amount, k.keys
       from (${fieldsText(moments, 'matter_counted m', give)} and m.region = any($1::text[])) as f cross join ${datedText(moments, give)}`,
  ),
  recordActed:
    moments.acted.length === 0
      ? undefined
      : prepared(
          `acted-${digest.slice(0, 8)}-${moments.line}`,
          1,
          (give) => `insert into indicator_record (${COLUMNS})
            select a.region, a.matter, a.moment, a.item, f.unit, a.on_day, ${actedText(moments, give)}
            from (${momentsOf(moments, '(select * from event_counted where region = any($1::text[])) as e', give)}) as a
            join (${fieldsText(moments, 'matter_counted m', give)} and m.region = any($1::text[])) as f using (region, matter)`,
        ),
});

/**
 * The matters' records now, compared as sets with those kept; what differs is written, and the difference added to the sums
 * of the unit and of every place above it. Actions taken are found in the new events only: those before are among the
 * records kept, and what is asked of their matter is asked again.
 */
function followText(moments: LineMoments, give: (value: unknown) => string): string {
  const changed = 'unnest($1::text[], $2::uuid[], $3::text[]) as c (region, id, taken)';
  const acted =
    moments.acted.length === 0
      ? ''
      : ` union all select a.region, a.matter, a.moment, a.item, f.unit, a.on_day, ${actedText(moments, give)}
      from (select region, matter, moment, item, on_day from old where moment = any(${give(moments.acted.map(({ id }) => id))}::int[])
        union ${momentsOf(
          moments,
          `${changed} cross join lateral unnest(string_to_array(c.taken, ',')::int[]) as t (seq)
        cross join ${each('event_counted o where o.region = c.region and o.matter = c.id and o.seq = t.seq')} as e`,
          give,
        )}) as a
      join fields f using (region, matter)`;
  const all = [...moments.dated, ...moments.acted];
  return `with fields as materialized (${fieldsText(moments, `${changed} cross join ${each('matter_counted o where o.region = c.region and o.id = c.id')} as m`, give)}),
    old as materialized (select ${COLUMNS.replace('region', 'r.region')} from ${changed} cross join ${each('indicator_record o where o.region = c.region and o.matter = c.id')} as r),
    fresh as (select f.region, f.matter, k.moment, k.item, f.unit, k.on_day, k.ended_day, k.counts, k.amount, k.keys from fields f cross join ${datedText(moments, give)}${acted}),
    change as materialized (select sum(sign)::int as sign, ${COLUMNS} from (select 1 as sign, ${COLUMNS} from fresh union all select -1, ${COLUMNS} from old) as compared
      group by ${COLUMNS} having sum(sign) <> 0),
    gone as (delete from indicator_record r using (select ${KEY} from change group by ${KEY} having max(sign) < 0) as g
      where r.region = g.region and r.matter = g.matter and r.moment = g.moment and r.item = g.item),
    put as (insert into indicator_record (${COLUMNS}) select ${COLUMNS} from change where sign > 0
      on conflict (${KEY}) do update set unit = excluded.unit, on_day = excluded.on_day, ended_day = excluded.ended_day, counts = excluded.counts, amount = excluded.amount, keys = excluded.keys),
    summed as (${sumsText(byUnitText(all, 'change', { n: 'sum(sign)::int', amount: 'sum(sign * coalesce(amount, 0))' }))}
      on conflict (${CELL}) do update set n = s.n + excluded.n, amount = s.amount + excluded.amount returning s.*)
    select ${CELL.split(', ')
      .map((column) => `array_agg(${column})::text as ${column}`)
      .join(', ')} from summed where n = 0`;
}

/**
 * line, regions, ids, taken, n, placed: what the events of $1 regions, $2 after and $3 up to which place of their logs changed
 * of what formulas read, each matter once. A matter is what its events made of it, so that most events, which set other
 * fields, are done with here; one that does not say what it set may have set anything.
 */
export function changedBy(lines: readonly LineMoments[], digest: string): Prepared {
  const reads = lines.map(readsOf);
  const fields = [...new Set(reads.flatMap(({ types }) => [...types.keys()]))];
  const actions = [...new Set(lines.flatMap(({ acted }) => acted.flatMap(({ at }) => at.actions)))];
  return prepared(`changed-${digest.slice(0, 8)}`, 3, (give) => {
    const [read, counted] = [`${give(fields)}::text[]`, `e.action = any(${give(actions)}::text[])`];
    return `with told as materialized (
        select e.region, e.matter, e.seq, ${counted} as taken
        from unnest($1::text[], $2::bigint[], $3::bigint[]) as w (region, after, last)
        cross join ${each('leaf o where o.region = w.region and o.seq > w.after and o.seq <= w.last')} as l
        cross join ${each('event_counted o where o.region = l.region and o.matter = l.matter and o.seq = l.event_seq')} as e
        cross join lateral jsonb_to_record(e.body) as b ("set" jsonb, append jsonb, clocks jsonb)
        where ${counted} or b.set is null or b.set ?| ${read} or b.append ->> 'field' = any(${read})${reads.some(({ clocks }) => clocks) ? " or b.clocks <> '[]'" : ''})
      select m.line, array_agg(m.region)::text as regions, array_agg(m.id)::text as ids, array_agg(c.taken)::text as taken,
        count(*)::int as n, bool_and(p.id is not null) as placed
      from (select region, matter, coalesce(string_agg(seq::text, ',') filter (where taken), '') as taken from told group by region, matter) as c
      cross join ${each('matter_counted o where o.region = c.region and o.id = c.matter', 'o.region, o.id, o.line, o.organ, o.path')} as m
      left join indicator_place p on p.organ = m.organ and p.path = m.path
      where m.line = any(${give(lines.map(({ line }) => line))}::text[]) group by m.line order by m.line`;
  });
}

/** A row of `changedBy`; lists go back as they came: they are never taken apart here. */
export interface Changed {
  readonly line: string;
  readonly regions: string;
  readonly ids: string;
  readonly taken: string;
  readonly n: number;
  readonly placed: boolean;
}

/** Takes away the cells that `follow` found empty, as it named them: an index of them would make every other change of a cell slower. */
export const EMPTIED: Prepared = {
  name: 'follow-emptied',
  text: `delete from indicator_month m using unnest($1::int[], $2::smallint[], $3::int[], $4::bigint[], $5::bigint[], $6::text[]) as e (${CELL})
    where ${CELL.split(', ')
      .map((column) => `m.${column} = e.${column}`)
      .join(' and ')} and m.n = 0`,
  values: [],
};

/** The columns of a cell in the order that EMPTIED takes them. */
export type Emptied = Readonly<Record<'place' | 'moment' | 'month' | 'bucket' | 'counts' | 'region', string | null>>;

/** The sums of the regions $1 from their records. */
export const sumsOf = (moments: readonly Moment[], digest: string): Prepared => ({
  name: `sums-${digest.slice(0, 8)}`,
  text: sumsText(
    byUnitText(moments, '(select * from indicator_record where region = any($1::text[])) as r', {
      n: 'count(*)::int',
      amount: 'coalesce(sum(amount), 0)',
    }),
  ),
  values: [],
});

/** unit, moment, month, bucket, counts, region, n, amount of records `from`; and the same again for each value of a field by which they are told apart. */
function byUnitText(
  moments: readonly Moment[],
  from: string,
  { n, amount }: { readonly n: string; readonly amount: string },
): string {
  const [total, month] = [amountsText(moments, amount), 'fadu_month(on_day) as month'];
  const sums = `${n} as n, ${total} as amount from ${from} where counts <> 0`;
  // What is taken from a sum and added to it again ends here, before it is looked at for every place.
  const changed = `having ${n} <> 0 or ${total} <> 0`;
  const whole = `select unit, moment, ${month}, ${bucketText(moments)} as bucket, counts, region, ${sums} group by 1, 2, 3, 4, 5, 6 ${changed}`;
  const by = moments.flatMap(({ id, by }) => by.map((one, index) => `(${id}, ${index}, ${one.id})`));
  if (by.length === 0) return whole;
  const divided = moments.filter((moment) => moment.by.length > 0).map(({ id }) => id);
  return `${whole} union all select unit, b.id::smallint, month, fadu_key(e.key), counts, region, sum(n)::int, sum(amount)
    from (select unit, moment, ${month}, keys, counts, region, ${sums} and moment in (${divided.join(', ')}) group by 1, 2, 3, 4, 5, 6 ${changed}) as d
    join (values ${by.join(', ')}) as b (moment, index, id) using (moment) cross join lateral fadu_keys(keys -> b.index) as e(key)
    group by 1, 2, 3, 4, 5, 6`;
}

/** Sums by unit, added up for the unit and all above; in the order of the index. */
const sumsText = (byUnit: string): string => `insert into indicator_month as s (${CELL}, n, amount)
    select ${CELL}, sum(n), sum(amount) from (${byUnit}) as u
    join indicator_place p on p.id = u.unit cross join lateral unnest(p.above || p.id) as place
    group by ${CELL} having sum(n) <> 0 or sum(amount) <> 0
    order by ${CELL}`;

/** Sums of bigints are slow numerics: only where a formula asks for them. */
const amountsText = (moments: readonly Moment[], sum: string): string =>
  moments.some(({ measure }) => measure !== undefined) ? sum : '0';

/** One by one, whatever the planner thinks of the number: it knows little of it, and would read whole tables for a batch. */
const each = (from: string, columns = 'o.*'): string => `lateral (select ${columns} from ${from} offset 0)`;

function bucketText(moments: readonly Moment[]): string {
  const idsOf = (of: readonly Moment[]): string => of.map(({ id }) => id).join(', ');
  const [stays, days] = [
    moments.filter(({ until }) => until !== undefined),
    moments.filter(({ measure }) => measure !== undefined && 'from' in measure),
  ];
  const cases = [
    ...(stays.length > 0
      ? [
          `when moment in (${idsOf(stays)}) then case when ended_day = 'infinity' then ${NOT_ENDED} else fadu_month(ended_day) end`,
        ]
      : []),
    ...(days.length > 0 ? [`when moment in (${idsOf(days)}) then coalesce(amount, 0)`] : []),
  ];
  return cases.length === 0 ? '0::bigint' : `(case ${cases.join(' ')} else 0 end)::bigint`;
}

/** The moments of actions taken, one for each that counts the action; `events`: a join in which they are `e`. */
function momentsOf(moments: LineMoments, events: string, give: (value: unknown) => string): string {
  const pairs = moments.acted.flatMap(({ id, at }) => at.actions.map((action) => [id, action] as const));
  const [ids, names] = [give(pairs.map(([id]) => id)), give(pairs.map(([, action]) => action))];
  return `select e.region, e.matter, d.moment, e.seq::text as item, e.on_day from ${events} join unnest(${ids}::smallint[], ${names}::text[]) as d (moment, action) on d.action = e.action`;
}

function prepared(name: string, given: number, text: (give: (value: unknown) => string) => string): Prepared {
  const values: unknown[] = [];
  return { name, text: text((value) => `$${values.push(value) + given}`), values };
}
