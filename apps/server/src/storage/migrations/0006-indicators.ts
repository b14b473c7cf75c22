/** 0006: records of indicators and their sums by place and day, following the ledger. */
export const indicators = /* sql */ `
-- All of it can be computed again from matters and events (fadu indicator rebuild).
create table indicator_formula (
  id smallint primary key generated always as identity,
  code text not null,
  version integer not null,
  variant text not null check (variant in ('main', 'also')),
  unique (code, version, variant)
);
comment on table indicator_formula is '已汇总的口径：指标、版本，主口径或者另一口径';

create table indicator_watermark (
  region text primary key,
  seq bigint not null,
  formulas text not null,
  at timestamptz not null default now()
);
comment on table indicator_watermark is '汇总到哪一条记录：本地区存证日志的序号；formulas 为所用口径的摘要，变了就重算';

create table indicator_record (
  region text not null,
  matter uuid not null,
  formula smallint not null references indicator_formula,
  side smallint not null,
  item text not null,
  organ text not null,
  place text collate "C" not null,
  on_day date not null,
  ended_day date,
  counted boolean not null,
  amount bigint,
  primary key (region, matter, formula, side, item)
);
comment on table indicator_record is '指标背后的记录：归属哪一天，计不计入；place 为立案时机构的路径，后加一点';
create index indicator_record_place on indicator_record (formula, place, on_day);
create index indicator_record_organ on indicator_record (formula, organ, on_day);
create index indicator_record_day on indicator_record (formula, on_day, matter);

-- Sums only, and asked for a place that the reader's scope covers whole: no row security, which would be tried on every day.
create table indicator_day (
  region text not null,
  formula smallint not null,
  side smallint not null,
  own boolean not null,
  at text collate "C" not null,
  day date not null,
  bucket bigint not null,
  n bigint not null,
  counted bigint not null,
  ended bigint not null,
  amount bigint not null,
  primary key (formula, at, own, side, day, region, bucket)
);
comment on table indicator_day is '按日汇总：at 为机构（own）或者机构路径（连同下级）；bucket 为天数，供中位数和百分位';
create index indicator_day_empty on indicator_day (region) where n = 0 and ended = 0;

alter table indicator_record enable row level security;
create policy indicator_record_scope on indicator_record using (
  (select fadu_seen()) @> array['^r']
  or exists (select 1 from matter m where m.region = indicator_record.region and m.id = indicator_record.matter));
grant select, insert, update, delete on indicator_formula, indicator_watermark, indicator_record, indicator_day to fadu_app;
`;
