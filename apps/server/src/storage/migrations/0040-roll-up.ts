/** 0040: one record for all indicators that look at the same day of a matter, and their sums by place and month. */
export const rollUpByMonth = /* sql */ `
-- All of it can be computed again from matters and events (fadu indicator rebuild), and is, from the next round on.
drop table indicator_record, indicator_day, indicator_formula;
update indicator_watermark set seq = -1, formulas = '';

create table indicator_place (
  id integer primary key generated always as identity,
  organ text not null,
  path ltree not null,
  above integer[] not null default '{}',
  -- What a matter opened there has of its own organ and of the places above; other organizations may take part in it.
  scope text[] not null generated always as (fadu_scope_of(case when organ = '' then '{}'::text[] else array[organ] end, path)) stored,
  unique (path, organ)
);
comment on table indicator_place is '汇总的单位：立案机构及其当时的路径；organ 为空的是一个路径以下各单位的合计';
comment on column indicator_place.above is '逐级上级路径的合计（id）';
create index indicator_place_organ on indicator_place (organ) where organ <> '';

-- No references to places: each would be looked up for every record, and places are never taken away.
create table indicator_record (
  region text not null,
  matter uuid not null,
  moment smallint not null,
  item text not null,
  unit integer not null,
  on_day date not null,
  ended_day date,
  counts bigint not null,
  amount bigint,
  primary key (region, matter, moment, item)
) with (fillfactor = 90);
comment on table indicator_record is '指标背后的记录：某事项在某日（受理、结案等）计入哪些指标；counts 每一位是一项统计条件';
comment on column indicator_record.moment is '哪一种日期，编号由口径次序决定，口径变了就重算';
create index indicator_record_unit on indicator_record (unit, moment, on_day);
create index indicator_record_day on indicator_record (moment, on_day, matter);
create index indicator_record_ended on indicator_record (unit, moment, ended_day) where ended_day is not null;

-- Sums only, and asked for a place that the reader's scope covers whole: no row security, which would be tried on every sum.
create table indicator_month (
  region text not null,
  place integer not null,
  moment smallint not null,
  month integer not null,
  bucket bigint not null,
  counts bigint not null,
  n bigint not null,
  amount bigint not null,
  primary key (place, moment, month, bucket, counts, region)
) with (fillfactor = 80);
comment on table indicator_month is '按月汇总：month 如 202307；bucket 为终止之月（未终止的 999999），或者天数（供中位数和百分位），或者零';
create index indicator_month_empty on indicator_month (region) where n = 0;

create function fadu_month(p_day date) returns integer language sql immutable parallel safe as
  $$ select date_part('year', p_day)::integer * 100 + date_part('month', p_day)::integer $$;

-- For a job that sees everything, and for nobody else: row security of every row would make it look through the index of
-- scopes instead of for the matters it wants, and look every event's matter up again.
create view matter_counted as select region, id, line, organ, path, data from matter where (select fadu_seen()) @> array['^r'];
create view event_counted as select region, matter, seq, action, on_day from event where (select fadu_seen()) @> array['^r'];

alter table indicator_record enable row level security;
create policy indicator_record_scope on indicator_record using (
  (select fadu_seen()) @> array['^r']
  or unit in (select p.id from indicator_place p where p.organ <> '' and p.scope && (select fadu_seen()))
  or exists (select 1 from matter m where m.region = indicator_record.region and m.id = indicator_record.matter));
grant select, insert, update, delete on indicator_place, indicator_record, indicator_month to fadu_app;
grant select on matter_counted, event_counted to fadu_app;
`;
