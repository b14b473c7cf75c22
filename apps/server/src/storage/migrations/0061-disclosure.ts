/** 0061: who made the yearly report public where and when, and who was reminded. */
export const disclosure = /* sql */ `
create table report_disclosure (
  id uuid primary key,
  unit text not null references org,
  path ltree not null,
  scope text[] not null generated always as (fadu_scope_of(array[unit], path)) stored,
  year integer not null check (year between 2000 and 2100),
  published_on date not null,
  place text not null check (place in ('site', 'press', 'both')),
  address text not null,
  digest text,
  file_name text,
  org text not null references org,
  person text not null references person,
  at timestamptz not null
);
comment on table report_disclosure is '年度报告公开登记：没有在平台公开的，登记网址、日期和文件摘要；更正另登一条，以后登的为准，先登的留着';
create index report_disclosure_year on report_disclosure (year, unit, at desc);

create table report_reminder (
  id uuid primary key,
  unit text not null references org,
  path ltree not null,
  scope text[] not null generated always as (fadu_scope_of(array[unit], path)) stored,
  year integer not null,
  message text not null,
  org text not null references org,
  person text not null references person,
  at timestamptz not null,
  seen_by text references person,
  seen_at timestamptz
);
comment on table report_reminder is '提醒公开年度报告：谁提醒、说了什么、谁看到了';
create index report_reminder_unit on report_reminder (unit, year);

alter table report_disclosure enable row level security;
create policy report_disclosure_scope on report_disclosure using (scope && (select fadu_seen()));
alter table report_reminder enable row level security;
create policy report_reminder_scope on report_reminder using (scope && (select fadu_seen()));
grant select, insert on report_disclosure to fadu_app;
grant select, insert, update (seen_by, seen_at) on report_reminder to fadu_app;
`;
