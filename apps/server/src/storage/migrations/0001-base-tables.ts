/** 0001, first part: the tables of the record and of the ledger, with their comments and indexes. */
export const tables = /* sql */ `
-- The record of matters: what the foundation needs. Every row that grows with use carries its region in the primary key,
-- so that the schema distributes by region as it stands. The application role neither owns nor by-passes row security.

create table org (
  id text primary key,
  region text not null,
  name text not null,
  short text not null,
  kind text not null,
  parent text references org,
  path ltree not null,
  phone text,
  valid_from date not null default '1949-10-01',
  valid_to date
);
comment on table org is '机构：一棵树，path 为自根而下的机构标识';
create index org_path on org using gist (path);
create index org_region on org (region);

create table region (code text primary key, name text not null, parent text);
comment on table region is '行政区划（GB/T 2260，乡镇九位）';

create table person (id text primary key, name text not null, user_id text unique);
create table post (
  id text primary key,
  person text not null references person,
  post text not null,
  org text not null references org,
  covers text not null default 'own' check (covers in ('own', 'subtree')),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
comment on table post is '岗位：某人在某机构的某岗，有起止；权利只来自岗位';
create index post_person on post (person);
create index post_org on post (org, post);

-- Under which scopes a matter is seen: its organizations by id, and every ancestor of its organ as ^path.
create function fadu_scope_of(p_orgs text[], p_path ltree) returns text[] language sql immutable parallel safe
  set search_path = public as
  $$ select p_orgs || array(select '^' || ltree2text(subltree(p_path, 0, n)) from generate_series(1, nlevel(p_path)) n) $$;

create table matter (
  region text not null,
  id uuid not null,
  line text not null,
  line_version text not null,
  rule_set text not null,
  organ text not null references org,
  path ltree not null,
  orgs text[] not null,
  scope text[] not null generated always as (fadu_scope_of(orgs, path)) stored,
  receipt text not null,
  number text,
  state text not null,
  previous_state text,
  revision integer not null,
  data jsonb not null,
  clocks jsonb not null,
  assignees jsonb not null,
  pending jsonb,
  flags jsonb not null,
  title text not null,
  words tsvector not null,
  opened_on date not null,
  closed_on date,
  due_on date,
  due_clock text,
  paused boolean not null default false,
  waits_for text[] not null,
  people text[] not null,
  acted_by text[] not null default '{}',
  refs text[] not null default '{}',
  ticket bytea,
  updated_at timestamptz not null default now(),
  primary key (region, id)
) with (fillfactor = 80);
comment on table matter is '事项：记录（event）的投影，可由记录重算；orgs 为承办机关和参加机关，people 为承办的人';
comment on column matter.ticket is '查询码的 SM3 摘要；查询码本身不存';
comment on column matter.refs is '据以找到本事项的值（字段=值）：供其他事项的关联查询和列表筛选用';
create index matter_id on matter (id);
create unique index matter_number on matter (number, region, line, organ) where number is not null;
create unique index matter_receipt on matter (receipt, region);
-- As lists are ordered (matters/list-query.ts).
create index matter_order on matter (line, (closed_on is not null), paused, coalesce(due_on, 'infinity'::date), id);
create index matter_opened on matter (line, opened_on, id);
create index matter_by_number on matter (line, (coalesce(number, '~')), id);
create index matter_scope on matter using gin (scope);
create index matter_refs on matter using gin (refs);
create index matter_waits on matter using gin (waits_for) where closed_on is null;
create index matter_words on matter using gin (words);

create table event (
  region text not null,
  matter uuid not null,
  seq integer not null check (seq > 0),
  id uuid not null,
  at timestamptz not null,
  on_day date not null,
  kind text not null,
  action text not null,
  body jsonb not null,
  salt text not null,
  primary key (region, matter, seq)
);
comment on table event is '记录：只增不改；body 为完整内容，个人信息只有加盐摘要；salt 使存证中的摘要猜不出来';
create unique index event_id on event (region, id);

create table clock (
  region text not null,
  matter uuid not null,
  code text not null,
  line text not null,
  organ text not null,
  holder text not null,
  started_on date not null,
  legal_due date not null,
  provisional boolean not null,
  paused boolean not null,
  stopped_on date,
  outcome text,
  acts text,
  primary key (region, matter, code)
);
comment on column clock.acts is '届满时由系统办理的操作（视为受理）';
create index clock_acts on clock (legal_due, matter, code) where acts is not null and outcome is null and not paused;
create index clock_provisional on clock (region) where provisional and outcome is null;

create table document (
  region text not null,
  id uuid not null,
  matter uuid not null,
  event_seq integer not null,
  template text not null,
  name text not null,
  number text,
  issued_on date not null,
  code text not null,
  digest text not null,
  content jsonb not null,
  state text not null default 'issued' check (state in ('issued', 'served', 'withdrawn')),
  successor text,
  primary key (region, id)
);
comment on column document.state is '已签发、已送达、已撤回：记录的投影';
comment on column document.successor is '更正后代替它的文书的核验码';
create unique index document_code on document (code, region);
create index document_number on document (number) where number is not null;
create index document_matter on document (region, matter);
create index document_id on document (id);

create table secret (
  region text not null,
  matter uuid not null,
  digest text not null,
  salt bytea not null,
  cipher bytea not null,
  primary key (region, matter, digest)
);
comment on table secret is '个人信息：SM4 加密保存；删除一行不影响任何存证';

-- Uploaded and not yet part of a matter: seen by the one who sent it, taken away after some days.
create table upload (
  id uuid primary key,
  name text not null,
  type text not null,
  size bigint not null,
  digest text not null,
  uploaded_by text,
  uploaded_at timestamptz not null default now()
);
comment on table upload is '已上传、尚未用于任何事项的附件；uploaded_by 为空的由公众上传';
create index upload_at on upload (uploaded_at);

create table file (
  region text not null,
  matter uuid not null,
  id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  digest text not null,
  uploaded_by text,
  uploaded_at timestamptz not null default now(),
  primary key (region, matter, id)
);
comment on table file is '事项的附件；同一附件可以随文转到另一事项';
create index file_id on file (id);
create index file_digest on file (digest);

create table command (
  region text not null,
  key text not null,
  matter uuid not null,
  fingerprint text not null,
  at timestamptz not null default now(),
  primary key (region, key)
);
comment on table command is '已执行的命令：同一键再来，不再执行';

create table serial (region text not null, scope text not null, value integer not null, primary key (region, scope));
create table serial_void (region text not null, scope text not null, value integer not null, reason text not null, at timestamptz not null default now(), primary key (region, scope, value));
comment on table serial_void is '作废的序号及理由：文号不重不漏';

create table outbox (
  region text not null,
  id uuid not null,
  matter uuid not null,
  message jsonb not null,
  created_at timestamptz not null default now(),
  tries integer not null default 0,
  next_at timestamptz not null default now(),
  done_at timestamptz,
  failure text,
  primary key (region, id)
);
comment on column outbox.failure is '没有办成的原因；done_at 有值的不再重试，由人处理';
create index outbox_open on outbox (matter, id) where done_at is null;
create index outbox_failed on outbox (region, matter) where done_at is not null and failure is not null;

create table access_log (
  region text not null,
  id uuid not null,
  at timestamptz not null default now(),
  person text,
  what text not null,
  matter uuid,
  detail jsonb not null default '{}',
  primary key (region, id)
);
comment on table access_log is '查阅和敏感查看，只增不改';

create table ledger_queue (
  region text not null,
  id uuid not null,
  matter uuid not null,
  seq integer not null,
  primary key (region, id)
);
create table leaf (
  region text not null,
  seq bigint not null,
  matter uuid not null,
  event_seq integer not null,
  event_id uuid not null,
  body_digest text not null,
  hash text not null,
  at timestamptz not null default now(),
  primary key (region, seq)
);
create unique index leaf_event on leaf (region, matter, event_seq);
create table checkpoint (
  region text not null,
  size bigint not null,
  note text not null,
  edge text[] not null,
  at timestamptz not null default now(),
  primary key (region, size)
);
comment on table checkpoint is '签名的检查点（SM2），逐个相连；edge 为默克尔树右缘，供续写，由根核对';
-- Roots of complete subtrees of 256, 65536 … leaves: a proof reads some hundreds of hashes, not the whole log.
create table tile (
  region text not null,
  level integer not null,
  index bigint not null,
  hash text not null,
  primary key (region, level, index)
);

-- The provincial log: its leaves are the regions' checkpoints. Small, and one for the province: not distributed.
create table province_leaf (
  province text not null,
  seq bigint not null,
  region text not null,
  size bigint not null,
  hash text not null,
  primary key (province, seq)
);
create unique index province_leaf_of on province_leaf (region, size);
create table province_checkpoint (
  province text not null,
  size bigint not null,
  note text not null,
  edge text[] not null,
  at timestamptz not null default now(),
  primary key (province, size)
);
comment on table province_checkpoint is '省级日志的检查点：各地检查点依次记入，签名后供外部见证';

create table sign_in_failure (name text primary key, tries integer not null, at timestamptz not null default now(), until timestamptz);
grant select, insert, update, delete on sign_in_failure to fadu_app;

create table arrangement (region text not null, year integer not null, off_days date[] not null, on_days date[] not null, source text not null, primary key (region, year));
comment on table arrangement is '放假安排：公布后录入，暂定的期限随之重算';
grant select on arrangement to fadu_app;

`;
