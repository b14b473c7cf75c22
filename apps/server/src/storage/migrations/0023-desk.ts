/** 0023: what people keep on their desk: matters they follow, and views of lists, their own or their office's. */
export const desk = /* sql */ `
create table follow (
  region text not null,
  matter uuid not null,
  person text not null references person,
  at timestamptz not null default now(),
  primary key (region, matter, person)
);
comment on table follow is '关注：某人关注的事项';
create index follow_person on follow (person);
alter table follow enable row level security;
create policy follow_scope on follow using (exists (select 1 from matter m where m.region = follow.region and m.id = follow.matter));

create table saved_view (
  id uuid primary key,
  line text not null,
  owner text not null references person,
  org text references org,
  name text not null,
  search jsonb not null,
  at timestamptz not null default now()
);
comment on table saved_view is '列表视图：org 为空的是本人的，有值的供该机构使用';
create unique index saved_view_own on saved_view (owner, line, name) where org is null;
create unique index saved_view_office on saved_view (org, line, name) where org is not null;

grant select, insert, delete on follow to fadu_app;
grant select, insert, update, delete on saved_view to fadu_app;
`;
