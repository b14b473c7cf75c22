/**
 * 0065: what reaches a person beside their duties: that a return or a report is due or late, or that a superior reminds of it.
 * One for each occasion and person, whatever number of servers looks.
 */
export const notices = /* sql */ `
create table notice (
  region text not null,
  id uuid not null,
  key text not null,
  person text not null references person,
  org text not null references org,
  path ltree not null,
  scope text[] not null generated always as (fadu_scope_of(array[org], path)) stored,
  title text not null,
  message text not null,
  sender text references org,
  link text not null,
  matter uuid,
  at timestamptz not null,
  seen_at timestamptz,
  primary key (region, id)
);
comment on table notice is '提醒到人：一件事由、一人一条；key 为事由，sender 为空的是平台按期限自动提醒';
create unique index notice_once on notice (key, person, region);
create index notice_person on notice (person, seen_at);
create index notice_matter on notice (matter) where matter is not null;
alter table notice enable row level security;
create policy notice_scope on notice using (scope && (select fadu_seen()));
grant select, insert, update (seen_at) on notice to fadu_app;

alter table report_reminder alter column person drop not null;
alter table report_reminder alter column org drop not null;
alter table report_reminder add column auto text check (auto in ('near', 'late'));
alter table report_reminder add check ((auto is null) = (person is not null));
create unique index report_reminder_auto on report_reminder (unit, year, auto) where auto is not null;
comment on column report_reminder.auto is '平台按期限自动提醒：near 临近，late 逾期；每年度各一次';
`;
