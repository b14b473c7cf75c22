/** 0001, third part: what is read and written in one round trip, and the definer functions that answer one question each. */
export const functions = /* sql */ `-- Reads and writes that are one round trip ------------------------------------------------------------------------------
create function fadu_scope(p_seen text, p_own text) returns void language plpgsql as $$
declare v_set text;
begin
  -- An assignment is evaluated in place; PERFORM, and a function in SQL, would be statements of their own.
  v_set := set_config('fadu.scope', p_seen, true);
  v_set := set_config('fadu.matter', p_own, true);
end $$;

-- Loads a matter in the scope given, with the effect of an earlier command under the same key.
create function fadu_load(p_seen text, p_own text, p_id uuid, p_key text)
returns table (matter jsonb, done_matter uuid, done_fingerprint text) language plpgsql as $$
begin
  perform fadu_scope(p_seen, p_own);
  return query
    select to_jsonb(r), c.matter, c.fingerprint
    from (select m.id, m.region, m.line, m.line_version, m.rule_set, m.organ, m.number, m.state, m.previous_state, m.revision, m.data, m.clocks,
        m.assignees, m.pending, m.opened_on, m.closed_on, m.flags, m.receipt, m.path, m.orgs, m.title, m.due_on, m.due_clock, m.paused, m.waits_for,
        m.people, m.acted_by
      from matter m where m.id = p_id) r
    left join command c on c.region = r.region and c.key = p_key;
end $$;

-- The matter that an earlier command under this key opened. A citizen has no scope: the ticket of the request is the way in.
create function fadu_done(p_seen text, p_own text, p_region text, p_key text, p_ticket text) returns jsonb language plpgsql as $$
begin
  perform fadu_scope(p_seen, p_own);
  if p_ticket is not null then
    return fadu_done_by_ticket(p_region, p_key, p_ticket);
  end if;
  return (select jsonb_build_object('matter', c.matter, 'fingerprint', c.fingerprint) from command c where c.region = p_region and c.key = p_key);
end $$;

-- The unique index on (region, code) sees one region. A code is read aloud without its region, so it must be the only one.
create function fadu_code_taken(p_codes text[], p_region text) returns boolean language plpgsql stable security definer set search_path = public as
  $$ begin return exists (select 1 from unnest(p_codes) c, lateral (select 1 from document d where d.code = c and d.region <> p_region limit 1) other); end $$;

-- Writes all that one command changed, or nothing. p holds the rows under the names of their tables and columns. Raises FD409
-- when the matter has moved on or is out of scope, a unique violation of command_pkey when the key was used, FD410 when a file
-- is neither the actor's upload nor one of the matter's. Few statements, and simple ones: to begin a statement costs more
-- than what it writes.
create function fadu_commit(p_seen text, p_own text, p jsonb) returns void language plpgsql as $$
declare
  m matter := jsonb_populate_record(null::matter, p -> 'matter');
  v_set text;
begin
  v_set := set_config('fadu.scope', p_seen, true);
  v_set := set_config('fadu.matter', p_own, true);
  if (p ->> 'expected')::integer = 0 then
    insert into matter (region, id, line, line_version, rule_set, organ, path, orgs, receipt, number, state, previous_state, revision, data, clocks,
      assignees, pending, flags, title, words, opened_on, closed_on, due_on, due_clock, paused, waits_for, people, acted_by, refs, ticket)
    values (m.region, m.id, m.line, m.line_version, m.rule_set, m.organ, m.path, m.orgs, m.receipt, m.number, m.state, m.previous_state, m.revision,
      m.data, m.clocks, m.assignees, m.pending, m.flags, m.title, to_tsvector('simple', p ->> 'words'), m.opened_on, m.closed_on, m.due_on,
      m.due_clock, m.paused, m.waits_for, m.people, m.acted_by, m.refs, decode(p ->> 'ticket', 'hex'));
  else
    -- What it is found by, and by whom, is sent only when it changed: the indexes of these columns are the dearest. Clocks, too.
    if m.refs is null then
      update matter t set number = m.number, state = m.state, previous_state = m.previous_state, revision = m.revision, data = m.data,
        clocks = coalesce(m.clocks, t.clocks), assignees = m.assignees, pending = m.pending, flags = m.flags, closed_on = m.closed_on, due_on = m.due_on,
        due_clock = m.due_clock, paused = m.paused, waits_for = m.waits_for, people = m.people, acted_by = m.acted_by, updated_at = now()
      where t.region = m.region and t.id = m.id and t.revision = (p ->> 'expected')::integer;
    else
      update matter t set number = m.number, state = m.state, previous_state = m.previous_state, revision = m.revision, data = m.data,
        clocks = coalesce(m.clocks, t.clocks), assignees = m.assignees, pending = m.pending, flags = m.flags, closed_on = m.closed_on, due_on = m.due_on,
        due_clock = m.due_clock, paused = m.paused, waits_for = m.waits_for, people = m.people, acted_by = m.acted_by, updated_at = now(),
        orgs = m.orgs, title = m.title, words = to_tsvector('simple', p ->> 'words'), refs = m.refs
      where t.region = m.region and t.id = m.id and t.revision = (p ->> 'expected')::integer;
    end if;
    if not found then raise exception 'revision' using errcode = 'FD409'; end if;
  end if;
  -- Row security let the matter through: what belongs to it may now be written.
  v_set := set_config('fadu.matter', m.id::text, true);
  with e as (select * from jsonb_populate_recordset(null::event, p -> 'events')),
    c as (insert into command (region, key, matter, fingerprint) values (m.region, p ->> 'key', m.id, p ->> 'fingerprint')),
    q as (insert into ledger_queue (region, id, matter, seq) select e.region, e.id, e.matter, e.seq from e)
  insert into event (region, matter, seq, id, at, on_day, kind, action, body, salt)
    select e.region, e.matter, e.seq, e.id, e.at, e.on_day, e.kind, e.action, e.body, e.salt from e;
  if p ? 'clocks' then
    insert into clock (region, matter, code, line, organ, holder, started_on, legal_due, provisional, paused, stopped_on, outcome, acts)
      select m.region, m.id, c.code, m.line, m.organ, c.holder, c.started_on, c.legal_due, c.provisional, c.paused, c.stopped_on, c.outcome, c.acts
      from jsonb_populate_recordset(null::clock, p -> 'clocks') c
    on conflict (region, matter, code) do update set started_on = excluded.started_on, legal_due = excluded.legal_due, provisional = excluded.provisional,
      paused = excluded.paused, stopped_on = excluded.stopped_on, outcome = excluded.outcome, acts = excluded.acts;
  end if;
  if p ? 'documents' then
    insert into document (region, id, matter, event_seq, template, name, number, issued_on, code, digest, content)
      select m.region, d.id, m.id, d.event_seq, d.template, d.name, d.number, d.issued_on, d.code, d.digest, d.content
      from jsonb_populate_recordset(null::document, p -> 'documents') d;
    if fadu_code_taken(array(select d ->> 'code' from jsonb_array_elements(p -> 'documents') d), m.region) then
      raise exception 'code' using errcode = '23505', constraint = 'document_code';
    end if;
  end if;
  if p ? 'documentStates' then
    update document d set state = s.state, successor = s.successor from jsonb_populate_recordset(null::document, p -> 'documentStates') s
    where d.region = m.region and d.matter = m.id and d.id = s.id;
  end if;
  if p ? 'secrets' then
    insert into secret (region, matter, digest, salt, cipher)
      select m.region, m.id, s ->> 'digest', decode(s ->> 'salt', 'hex'), decode(s ->> 'cipher', 'hex') from jsonb_array_elements(p -> 'secrets') s;
  end if;
  if p ? 'messages' then
    insert into outbox (region, id, matter, message)
      select m.region, (o ->> 'id')::uuid, m.id, o -> 'message' from jsonb_array_elements(p -> 'messages') o;
  end if;
  if p ? 'files' then
    insert into file (region, matter, id, name, type, size, digest, uploaded_by, uploaded_at)
      select m.region, m.id, u.id, u.name, u.type, u.size, u.digest, u.uploaded_by, u.uploaded_at from upload u
      where u.id in (select value::uuid from jsonb_array_elements_text(p -> 'files')) and u.uploaded_by is not distinct from p ->> 'uploader'
    on conflict do nothing;
    insert into file (region, matter, id, name, type, size, digest, uploaded_by, uploaded_at)
      select m.region, m.id, f.id, f.name, f.type, f.size, f.digest, f.uploaded_by, f.uploaded_at from file f
      where f.matter = (p ->> 'filesFrom')::uuid and f.id in (select value::uuid from jsonb_array_elements_text(p -> 'files'))
    on conflict do nothing;
    if exists (select 1 from jsonb_array_elements_text(p -> 'files') f
      where not exists (select 1 from file where region = m.region and matter = m.id and id = f.value::uuid)) then
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
returns table (region text, id uuid, matter uuid, event_seq int, name text, number text, organ_name text, issued_on date, digest text, state text, successor text,
  leaf bigint, at timestamptz)
language sql stable security definer set search_path = public as $$
  select d.region, d.id, d.matter, d.event_seq, d.name, d.number, o.name, d.issued_on, d.digest, d.state, d.successor, l.seq, l.at
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
-- The words that stand in many matters and in how many of a hundred per cent, as the statistics of the table have them.
create function fadu_common_words() returns table (word text, share real) language sql stable security definer set search_path = public as $$
  select word, share from pg_stats, lateral (select unnest(most_common_elems::text::text[]) as word, unnest(most_common_elem_freqs) as share) common
  where schemaname = 'public' and tablename = 'matter' and attname = 'words' and word is not null $$;
-- Matters that rows name although they are not there; row security would hide exactly these.
create function fadu_strays(p_table text) returns table (matter uuid) language plpgsql stable security definer set search_path = public as $$
begin
  if p_table not in ('event', 'clock', 'document') then raise exception 'no such table: %', p_table; end if;
  return query execute format(
    'select distinct t.matter from %I t where not exists (select 1 from matter m where m.region = t.region and m.id = t.matter) limit 100', p_table);
end $$;
revoke execute on function fadu_code_taken, fadu_strays, fadu_ticket, fadu_done_by_ticket, fadu_verify, fadu_leaf, fadu_event_regions, fadu_stray_events, fadu_related, fadu_common_words from public;
grant execute on function fadu_code_taken, fadu_strays, fadu_ticket, fadu_done_by_ticket, fadu_verify, fadu_leaf, fadu_event_regions, fadu_stray_events, fadu_related, fadu_common_words to fadu_app;
`;
