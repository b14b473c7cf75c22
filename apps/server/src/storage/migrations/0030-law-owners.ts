/**
 * 0030: alerts reach whoever answers for what is affected; texts of an organization (documents, power items, benchmarks,
 * templates) are registered with the clauses they rest on.
 */
export const lawOwners = /* sql */ `
alter table law_alert drop column owner;
alter table law_alert
  add column owner_org text references org,
  add column owner_post text,
  add column matter uuid,
  add column handled_post text,
  add column region text not null default '000000',
  drop constraint law_alert_pkey,
  add primary key (region, id),
  drop constraint law_alert_affected_kind_check,
  add constraint law_alert_affected_kind_check check (affected_kind in
    ('law', 'definition', 'template', 'document', 'normative', 'power', 'benchmark', 'form')),
  drop constraint law_alert_law_version_locator_change_affected_kind_affected_key,
  add constraint law_alert_once unique nulls not distinct
    (law, version, locator, change, affected_kind, affected, owner_org);
comment on column law_alert.owner_org is '责任单位；平台制发的文书为承办机关';
comment on column law_alert.owner_post is '责任岗位；文书由事项的承办人负责，见 matter';
comment on column law_alert.handled_post is '处置时所用的岗位和单位';
comment on column law_alert.region is '文书所在事项的区划；其余为 000000';
create index law_alert_id on law_alert (id);
alter table law_alert enable row level security;
create policy law_alert_scope on law_alert using (matter is null
  or exists (select 1 from matter m where m.region = law_alert.region and m.id = law_alert.matter));
create index law_alert_open on law_alert (owner_org, owner_post) where handled = 'open';
create index law_alert_matter on law_alert (matter) where matter is not null;

create table law_dependent (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('normative', 'power', 'benchmark', 'form')),
  name text not null,
  number text,
  org text not null references org,
  post text not null,
  body text not null,
  created_by text not null references person,
  created_at timestamptz not null default now(),
  ended_by text references person,
  ended_at timestamptz,
  end_reason text,
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
comment on table law_dependent is '引用登记：本单位的规范性文件、权力事项、裁量权基准、文书格式，body 为依据原文';
create unique index law_dependent_once on law_dependent (org, kind, name) where ended_at is null;

create table law_dependent_citation (
  dependent integer not null references law_dependent,
  ord integer not null,
  raw text not null,
  title text not null,
  articles text[] not null,
  targets jsonb not null,
  primary key (dependent, ord)
);
comment on table law_dependent_citation is '登记的文本引用的条文；title 为全称';
create index law_dependent_citation_title on law_dependent_citation (title);

create table law_watch (documents_until timestamptz not null);
comment on table law_watch is '平台制发的文书，核验引用到哪一时刻';
insert into law_watch values (now() - interval '90 days');

grant select, insert on law_dependent, law_dependent_citation to fadu_app;
grant update (ended_by, ended_at, end_reason) on law_dependent to fadu_app;
grant update (handled_post) on law_alert to fadu_app;
`;
