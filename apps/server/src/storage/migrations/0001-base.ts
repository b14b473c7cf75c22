/** What a scope lets through; the policy and the view of lists say the same. */
const seen = 'scope && (select fadu_seen()) or id = (select fadu_matter())';

/** 0001: the record of matters. See the comments inside; grants and row security stand in the same place as the tables. */
export const base = /* sql */ `
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
comment on column matter.refs is '其他事项据以找到本事项的值（字段=值），供关联查询用';
create index matter_id on matter (id);
create unique index matter_number on matter (number, region, line, organ) where number is not null;
create unique index matter_receipt on matter (receipt, region);
-- As lists are ordered (matters/list-query.ts).
create index matter_order on matter (line, (closed_on is not null), paused, coalesce(due_on, 'infinity'::date), id);
create index matter_opened on matter (line, opened_on, id);
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
  primary key (region, id)
);
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

-- Row security ---------------------------------------------------------------------------------------------------------
create function fadu_seen() returns text[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('fadu.scope', true), ''), '{}')::text[] $$;
create function fadu_matter() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('fadu.matter', true), '')::uuid $$;

alter table matter enable row level security;
create policy matter_scope on matter using (${seen}) with check (${seen});
-- Lists look through this view: it lets through what the policy lets through, but conditions of a list (words, posts,
-- people) may use their indexes, which row security puts off for operators that are not leak-proof.
create view matter_seen as select * from matter where ${seen};

do $$
declare t text;
begin
  foreach t in array array['event', 'clock', 'document', 'secret', 'outbox', 'ledger_queue', 'command'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (exists (select 1 from matter m where m.region = %I.region and m.id = %I.matter))', t || '_scope', t, t, t);
  end loop;
end $$;

alter table file enable row level security;
create policy file_scope on file using (exists (select 1 from matter m where m.region = file.region and m.id = file.matter));

grant usage on schema public to fadu_app;
grant select on org, region, person, post, leaf, checkpoint, tile, province_leaf, province_checkpoint, matter_seen to fadu_app;
grant insert on leaf, checkpoint, tile, province_leaf, province_checkpoint to fadu_app;
grant select, insert, update on matter, clock, document, serial, outbox to fadu_app;
grant select, insert on event, secret, command, file, serial_void, ledger_queue to fadu_app;
grant insert on access_log to fadu_app;
grant select, insert, delete on upload to fadu_app;
grant delete on ledger_queue to fadu_app;

-- Reads and writes that are one round trip ------------------------------------------------------------------------------
create function fadu_scope(p_orgs text, p_paths text, p_matter text) returns void language sql as $$
  select set_config('fadu.scope', (p_orgs::text[] || array(select '^' || path from unnest(p_paths::text[]) path))::text, true),
    set_config('fadu.matter', p_matter, true);
$$;

create function fadu_texts(p jsonb) returns text[] language sql immutable as
  $$ select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(p) $$;

-- Loads a matter in the scope given, with the effect of an earlier command under the same key.
create function fadu_load(p_orgs text, p_paths text, p_matter text, p_id uuid, p_key text)
returns table (matter jsonb, done_matter uuid, done_fingerprint text) language plpgsql as $$
begin
  perform fadu_scope(p_orgs, p_paths, p_matter);
  return query
    select to_jsonb(m) - 'words' - 'ticket' - 'refs' - 'scope', c.matter, c.fingerprint
    from matter m left join command c on c.region = m.region and c.key = p_key
    where m.id = p_id;
end $$;

-- The matter that an earlier command under this key opened. A citizen has no scope: the ticket of the request is the way in.
create function fadu_done(p_orgs text, p_paths text, p_matter text, p_region text, p_key text, p_ticket text) returns jsonb language plpgsql as $$
begin
  perform fadu_scope(p_orgs, p_paths, p_matter);
  if p_ticket is not null then
    return fadu_done_by_ticket(p_region, p_key, p_ticket);
  end if;
  return (select jsonb_build_object('matter', c.matter, 'fingerprint', c.fingerprint) from command c where c.region = p_region and c.key = p_key);
end $$;

-- Writes all that one command changed, or nothing. Raises FD409 when the matter has moved on, FD208 when the key was used,
-- FD410 when a file is neither the actor's upload nor one of the matter's.
create function fadu_commit(p_orgs text, p_paths text, p_matter text, p jsonb) returns void language plpgsql as $$
declare
  v_region text := p #>> '{matter,region}';
  v_id uuid := (p #>> '{matter,id}')::uuid;
  v_revision integer := (p ->> 'expected')::integer;
  m jsonb := p -> 'matter';
begin
  perform fadu_scope(p_orgs, p_paths, p_matter);
  if v_revision = 0 then
    insert into matter (region, id, line, line_version, rule_set, organ, path, orgs, receipt, number, state, previous_state, revision, data, clocks,
      assignees, pending, flags, title, words, opened_on, closed_on, due_on, due_clock, paused, waits_for, people, acted_by, refs, ticket)
    values (v_region, v_id, m ->> 'line', m ->> 'lineVersion', m ->> 'ruleSet', m ->> 'organ', (m ->> 'path')::ltree, fadu_texts(m -> 'orgs'),
      m ->> 'receipt', m ->> 'number', m ->> 'state', m ->> 'previousState', (m ->> 'revision')::int, m -> 'data', m -> 'clocks',
      m -> 'assignees', nullif(m -> 'pending', 'null'), m -> 'flags', m ->> 'title', to_tsvector('simple', m ->> 'words'), (m ->> 'openedOn')::date,
      (m ->> 'closedOn')::date, (m ->> 'dueOn')::date, m ->> 'dueClock', (m ->> 'paused')::boolean, fadu_texts(m -> 'waitsFor'),
      fadu_texts(m -> 'people'), fadu_texts(m -> 'actedBy'), fadu_texts(m -> 'refs'), decode(p ->> 'ticket', 'hex'));
  else
    update matter set number = m ->> 'number', state = m ->> 'state', previous_state = m ->> 'previousState', revision = (m ->> 'revision')::int,
      orgs = fadu_texts(m -> 'orgs'), data = m -> 'data', clocks = m -> 'clocks', assignees = m -> 'assignees',
      pending = nullif(m -> 'pending', 'null'), flags = m -> 'flags',
      title = m ->> 'title', words = to_tsvector('simple', m ->> 'words'), closed_on = (m ->> 'closedOn')::date, due_on = (m ->> 'dueOn')::date,
      due_clock = m ->> 'dueClock', paused = (m ->> 'paused')::boolean, waits_for = fadu_texts(m -> 'waitsFor'), people = fadu_texts(m -> 'people'),
      acted_by = fadu_texts(m -> 'actedBy'), refs = fadu_texts(m -> 'refs'), updated_at = now()
    where region = v_region and id = v_id and revision = v_revision;
    if not found then raise exception 'revision' using errcode = 'FD409'; end if;
  end if;
  begin
    insert into command (region, key, matter, fingerprint) values (v_region, p ->> 'key', v_id, p ->> 'fingerprint');
  exception when unique_violation then
    raise exception 'key' using errcode = 'FD208';
  end;
  insert into event (region, matter, seq, id, at, on_day, kind, action, body, salt)
    select v_region, v_id, (e #>> '{body,seq}')::int, (e ->> 'id')::uuid, (e #>> '{body,at}')::timestamptz, (e #>> '{body,on}')::date,
      e #>> '{body,kind}', e #>> '{body,action}', e -> 'body', e ->> 'salt'
    from jsonb_array_elements(p -> 'events') e;
  insert into ledger_queue (region, id, matter, seq)
    select v_region, (e ->> 'id')::uuid, v_id, (e #>> '{body,seq}')::int from jsonb_array_elements(p -> 'events') e;
  insert into clock (region, matter, code, line, organ, holder, started_on, legal_due, provisional, paused, stopped_on, outcome, acts)
    select v_region, v_id, c ->> 'code', m ->> 'line', m ->> 'organ', c ->> 'holder', (c ->> 'startedOn')::date, (c ->> 'legalDue')::date,
      (c ->> 'provisional')::boolean, (c ->> 'paused')::boolean, (c ->> 'stoppedOn')::date, c ->> 'outcome', c ->> 'acts'
    from jsonb_array_elements(p -> 'clocks') c
  on conflict (region, matter, code) do update set started_on = excluded.started_on, legal_due = excluded.legal_due, provisional = excluded.provisional,
    paused = excluded.paused, stopped_on = excluded.stopped_on, outcome = excluded.outcome, acts = excluded.acts;
  insert into document (region, id, matter, event_seq, template, name, number, issued_on, code, digest, content)
    select v_region, (d ->> 'id')::uuid, v_id, (d ->> 'eventSeq')::int, d ->> 'template', d ->> 'name', d ->> 'number', (d ->> 'issuedOn')::date,
      d ->> 'code', d ->> 'digest', d -> 'content'
    from jsonb_array_elements(p -> 'documents') d;
  insert into secret (region, matter, digest, salt, cipher)
    select v_region, v_id, s ->> 'digest', decode(s ->> 'salt', 'hex'), decode(s ->> 'cipher', 'hex') from jsonb_array_elements(p -> 'secrets') s;
  insert into outbox (region, id, matter, message)
    select v_region, (o ->> 'id')::uuid, v_id, o -> 'message' from jsonb_array_elements(p -> 'messages') o;
  if jsonb_array_length(p -> 'files') > 0 then
    insert into file (region, matter, id, name, type, size, digest, uploaded_by, uploaded_at)
      select v_region, v_id, u.id, u.name, u.type, u.size, u.digest, u.uploaded_by, u.uploaded_at from upload u
      where u.id in (select value::uuid from jsonb_array_elements_text(p -> 'files')) and u.uploaded_by is not distinct from p ->> 'uploader'
    on conflict do nothing;
    insert into file (region, matter, id, name, type, size, digest, uploaded_by, uploaded_at)
      select v_region, v_id, f.id, f.name, f.type, f.size, f.digest, f.uploaded_by, f.uploaded_at from file f
      where f.matter = (p ->> 'filesFrom')::uuid and f.id in (select value::uuid from jsonb_array_elements_text(p -> 'files'))
    on conflict do nothing;
    if exists (select 1 from jsonb_array_elements_text(p -> 'files') f
      where not exists (select 1 from file where region = v_region and matter = v_id and id = f.value::uuid)) then
      raise exception 'file' using errcode = 'FD410';
    end if;
  end if;
end $$;

-- For the public, without a scope: definer functions that answer one question each ---------------------------------------
create function fadu_ticket(p_receipt text, p_ticket text) returns table (region text, id uuid) language sql stable security definer
  set search_path = public as $$ select region, id from matter where receipt = p_receipt and ticket = decode(p_ticket, 'hex') $$;

create function fadu_done_by_ticket(p_region text, p_key text, p_ticket text) returns jsonb language sql stable security definer
  set search_path = public as $$
  select jsonb_build_object('matter', c.matter, 'fingerprint', c.fingerprint) from command c
  join matter m on m.region = c.region and m.id = c.matter
  where c.region = p_region and c.key = p_key and m.ticket = decode(p_ticket, 'hex') $$;

create function fadu_verify(p_code text)
returns table (region text, id uuid, matter uuid, event_seq int, name text, number text, organ_name text, issued_on date, digest text, state text, leaf bigint, at timestamptz)
language sql stable security definer set search_path = public as $$
  select d.region, d.id, d.matter, d.event_seq, d.name, d.number, o.name, d.issued_on, d.digest, d.state, l.seq, l.at
  from document d join matter m on m.region = d.region and m.id = d.matter join org o on o.id = m.organ
  left join leaf l on l.region = d.region and l.matter = d.matter and l.event_seq = d.event_seq
  where d.code = p_code $$;

-- One leaf's place and content, for its proof: holds neither fields nor people.
create function fadu_leaf(p_region text, p_matter uuid, p_seq int) returns table (seq bigint, header jsonb) language sql stable security definer
  set search_path = public as $$
  select l.seq, jsonb_build_object('region', l.region, 'matter', l.matter, 'seq', l.event_seq, 'event', l.event_id, 'at', e.body -> 'at',
    'on', e.body -> 'on', 'kind', e.body -> 'kind', 'action', e.body -> 'action', 'digest', l.body_digest, 'documents', coalesce((
      select jsonb_agg(jsonb_build_object('template', d -> 'template', 'code', coalesce(d ->> 'code', ''), 'digest', coalesce(d ->> 'digest', '')) order by o)
      from jsonb_array_elements(e.body -> 'documents') with ordinality as x (d, o)), '[]'))
  from leaf l join event e on e.region = l.region and e.matter = l.matter and e.seq = l.event_seq
  where l.region = p_region and l.matter = p_matter and l.event_seq = p_seq $$;

-- For the verification of the ledger, which must also see what no matter leads to.
create function fadu_event_regions() returns table (region text) language sql stable security definer set search_path = public as $$
  with recursive r as ((select region from event order by region limit 1)
    union all select (select e.region from event e where e.region > r.region order by e.region limit 1) from r where r.region is not null)
  select region from r where region is not null $$;
create function fadu_stray_events(p_region text) returns table (matter uuid, seq int, n bigint) language sql stable security definer
  set search_path = public as $$
  select x.matter, x.seq, count(*) over () from (
    select e.matter, e.seq from event e where e.region = p_region
      and not exists (select 1 from leaf l where l.region = e.region and l.matter = e.matter and l.event_seq = e.seq)
      and not exists (select 1 from ledger_queue q where q.region = e.region and q.matter = e.matter and q.seq = e.seq)
    union all select q.matter, q.seq from ledger_queue q where q.region = p_region
      and not exists (select 1 from event e where e.region = q.region and e.matter = q.matter and e.seq = q.seq)) x
  order by x.matter, x.seq limit 1 $$;

-- Matters a guard must know of whatever the actor's scope (the same act applied against twice); only the line decides what it looks at.
create function fadu_related(p_line text, p_not uuid, p_refs text[]) returns table (id uuid, line text, number text, state text, data jsonb)
  language sql stable security definer set search_path = public as
  $$ select id, line, number, state, data from matter where refs @> p_refs and line = p_line and cardinality(p_refs) > 0 and (p_not is null or id <> p_not)
     order by opened_on desc, id desc limit 20 $$;
-- Matters that rows name although they are not there; row security would hide exactly these.
create function fadu_strays(p_table text) returns table (matter uuid) language plpgsql stable security definer set search_path = public as $$
begin
  if p_table not in ('event', 'clock', 'document') then raise exception 'no such table: %', p_table; end if;
  return query execute format(
    'select distinct t.matter from %I t where not exists (select 1 from matter m where m.region = t.region and m.id = t.matter) limit 100', p_table);
end $$;
revoke execute on function fadu_strays, fadu_ticket, fadu_done_by_ticket, fadu_verify, fadu_leaf, fadu_event_regions, fadu_stray_events, fadu_related from public;
grant execute on function fadu_strays, fadu_ticket, fadu_done_by_ticket, fadu_verify, fadu_leaf, fadu_event_regions, fadu_stray_events, fadu_related to fadu_app;
`;
