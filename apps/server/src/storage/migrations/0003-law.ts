/**
 * 0003: the law base. Reference tables: the same for every region, no personal data, read by everyone, written only by an
 * import (as the owner) and by the editors' desk.
 */
export const lawBase = /* sql */ `
create table law (
  id integer generated always as identity primary key,
  code text not null unique,
  title text not null,
  kind text not null,
  rank smallint not null,
  region text not null,
  maker text,
  unique (title, region)
);
comment on table law is '法规：身份不随修改变；code 为法规编码（类别字母、适用区域、序号）';
comment on column law.rank is '效力位阶，1 最高；只在可比的类别之间比较（立法法第九十八条至第一百零二条）';

create table law_version (
  id integer generated always as identity primary key,
  law integer not null references law,
  effective_on date not null,
  effective_basis text not null check (effective_basis in ('stated', 'promulgation', 'amendment', 'file')),
  published_on date,
  end_on date check (end_on > effective_on),
  end_kind text check (end_kind in ('superseded', 'repealed')),
  ended_by text,
  title text not null,
  header jsonb not null,
  counts jsonb not null,
  diagnostics jsonb not null,
  digest text not null,
  source text not null,
  imported_at timestamptz not null default now(),
  unique (law, effective_on)
);
comment on table law_version is '版本：施行日一致的只有一个；end_on 不含当日';
comment on column law_version.effective_basis is '施行日的来源：条文写明、自公布之日、修改决定之日（正文末条仍写旧日期）、文件名';
create index law_version_digest on law_version (digest);

create table law_clause (
  version integer not null references law_version,
  ord integer not null,
  locator text not null,
  identity text not null,
  law integer not null references law,
  rank smallint not null,
  current boolean not null,
  label text not null,
  outline text not null,
  body text not null,
  inner_places jsonb not null,
  char_from integer not null,
  char_to integer not null,
  words tsvector not null,
  primary key (version, ord)
);
comment on table law_clause is '条款：条、点、序言段、附件各一行；款、项、目在 inner_places 中，为 [定位码, 起, 止]（相对于 body 的码元，含头不含尾）';
comment on column law_clause.identity is '条款恒定标识：法规编码~序号，沿沿革带到后面的版本';
-- Rows stay whole and as they are: to pack and unpack them would cost an import and every search more than the space.
alter table law_clause set (toast_tuple_target = 8160);
alter table law_clause alter column words set storage external, alter column body set storage external;
alter table law_version alter column source set storage external;
create unique index law_clause_locator on law_clause (version, locator);
create index law_clause_words on law_clause using gin (words);
create index law_clause_identity on law_clause (identity);

create table law_lineage (
  from_version integer not null references law_version,
  from_locator text not null,
  to_version integer not null references law_version,
  to_locator text,
  change text not null check (change in ('same', 'moved', 'modified', 'new', 'deleted')),
  similarity real not null
);
comment on table law_lineage is '沿革：相邻两个版本的条与条；新增的 from_locator 为空串';
create index law_lineage_from on law_lineage (from_version, from_locator);
create index law_lineage_to on law_lineage (to_version, to_locator);

create table law_citation (
  id bigint generated always as identity primary key,
  version integer not null references law_version,
  locator text not null,
  char_from integer not null,
  char_to integer not null,
  raw text not null,
  kind text not null,
  title text not null,
  target integer references law,
  articles text[] not null,
  targets jsonb not null,
  repeals boolean not null,
  unresolved text
);
comment on table law_citation is '引用：title 为写明的名称，target 为解析到的法规（库中没有的为空，不猜）；articles 为所引各条的定位码';
create index law_citation_from on law_citation (version, locator);
create index law_citation_target on law_citation (target);
create index law_citation_articles on law_citation using gin (articles) where target is not null;
create index law_citation_waiting on law_citation (title) where target is null;

create table law_word (word text primary key, clauses integer not null);
comment on table law_word is '词在多少条款中出现：越少的词，检索时越重';

create table law_source (
  path text primary key,
  digest text not null,
  outcome text not null check (outcome in ('stored', 'same_text', 'refused')),
  version integer references law_version,
  note text,
  at timestamptz not null default now()
);
comment on table law_source is '入库的文件和结果：同一文本再来不再入库';

create table law_alert (
  id bigint generated always as identity primary key,
  law integer not null references law,
  version integer references law_version,
  locator text,
  change text not null,
  affected_kind text not null check (affected_kind in ('law', 'definition', 'document')),
  affected text not null,
  affected_name text not null,
  relation text not null,
  severity text not null check (severity in ('high', 'mid', 'low')),
  owner text,
  created_at timestamptz not null default now(),
  handled text not null default 'open' check (handled in ('open', 'noChange', 'changed', 'repealed')),
  handled_by text,
  handled_at timestamptz,
  note text,
  unique (law, version, locator, change, affected_kind, affected)
);
comment on table law_alert is '影响提示：一个变动涉及谁、什么关系、是否已处置';

-- Which transactions changed what is searched: whoever keeps something of the base sees by it that it must be read again.
create table law_change (tx xid8 primary key default pg_current_xact_id());
comment on table law_change is '改变法规、版本或条款的事务：据以知道缓存的内容是否还新';
create function fadu_law_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into law_change default values on conflict do nothing;
  return null;
end $$;
create trigger law_changed after insert or update or delete on law for each statement execute function fadu_law_changed();
create trigger law_version_changed after insert or update or delete on law_version for each statement execute function fadu_law_changed();
create trigger law_clause_changed after insert or update or delete on law_clause for each statement execute function fadu_law_changed();

grant select on law_change, law_word, law, law_version, law_clause, law_lineage, law_citation, law_source, law_alert to fadu_app;
grant update (handled, handled_by, handled_at, note) on law_alert to fadu_app;
`;
