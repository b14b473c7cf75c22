/** 0001, third part: what is read and written in one round trip, and the definer functions that answer one question each. */
export const functions = /* sql */ `-- Reads and writes that are one round trip ------------------------------------------------------------------------------
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
    select to_jsonb(r), c.matter, c.fingerprint
    from (select m.id, m.region, m.line, m.line_version, m.rule_set, m.organ, m.number, m.state, m.previous_state, m.revision, m.data, m.clocks,
        m.assignees, m.pending, m.opened_on, m.closed_on, m.flags, m.receipt, m.path, m.orgs, m.title, m.due_on, m.due_clock, m.paused, m.waits_for,
        m.people, m.acted_by
      from matter m where m.id = p_id) r
    left join command c on c.region = r.region and c.key = p_key;
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
    -- What it is found by, and by whom, is sent only when it changed: the indexes of these columns are the dearest.
    if m ->> 'words' is null then
      update matter set number = m ->> 'number', state = m ->> 'state', previous_state = m ->> 'previousState', revision = (m ->> 'revision')::int,
        data = m -> 'data', clocks = m -> 'clocks', assignees = m -> 'assignees', pending = nullif(m -> 'pending', 'null'), flags = m -> 'flags',
        closed_on = (m ->> 'closedOn')::date, due_on = (m ->> 'dueOn')::date, due_clock = m ->> 'dueClock', paused = (m ->> 'paused')::boolean,
        waits_for = fadu_texts(m -> 'waitsFor'), people = fadu_texts(m -> 'people'), acted_by = fadu_texts(m -> 'actedBy'), updated_at = now()
      where region = v_region and id = v_id and revision = v_revision;
    else
      update matter set number = m ->> 'number', state = m ->> 'state', previous_state = m ->> 'previousState', revision = (m ->> 'revision')::int,
        data = m -> 'data', clocks = m -> 'clocks', assignees = m -> 'assignees', pending = nullif(m -> 'pending', 'null'), flags = m -> 'flags',
        closed_on = (m ->> 'closedOn')::date, due_on = (m ->> 'dueOn')::date, due_clock = m ->> 'dueClock', paused = (m ->> 'paused')::boolean,
        waits_for = fadu_texts(m -> 'waitsFor'), people = fadu_texts(m -> 'people'), acted_by = fadu_texts(m -> 'actedBy'), updated_at = now(),
        orgs = fadu_texts(m -> 'orgs'), title = m ->> 'title', words = to_tsvector('simple', m ->> 'words'), refs = fadu_texts(m -> 'refs')
      where region = v_region and id = v_id and revision = v_revision;
    end if;
    if not found then raise exception 'revision' using errcode = 'FD409'; end if;
  end if;
  insert into command (region, key, matter, fingerprint) values (v_region, p ->> 'key', v_id, p ->> 'fingerprint') on conflict do nothing;
  if not found then raise exception 'key' using errcode = 'FD208'; end if;
  insert into event (region, matter, seq, id, at, on_day, kind, action, body, salt)
    select v_region, v_id, (e #>> '{body,seq}')::int, (e ->> 'id')::uuid, (e #>> '{body,at}')::timestamptz, (e #>> '{body,on}')::date,
      e #>> '{body,kind}', e #>> '{body,action}', e -> 'body', e ->> 'salt'
    from jsonb_array_elements(p -> 'events') e;
  insert into ledger_queue (region, id, matter, seq)
    select v_region, (e ->> 'id')::uuid, v_id, (e #>> '{body,seq}')::int from jsonb_array_elements(p -> 'events') e;
  if jsonb_array_length(p -> 'clocks') > 0 then
    insert into clock (region, matter, code, line, organ, holder, started_on, legal_due, provisional, paused, stopped_on, outcome, acts)
      select v_region, v_id, c ->> 'code', m ->> 'line', m ->> 'organ', c ->> 'holder', (c ->> 'startedOn')::date, (c ->> 'legalDue')::date,
        (c ->> 'provisional')::boolean, (c ->> 'paused')::boolean, (c ->> 'stoppedOn')::date, c ->> 'outcome', c ->> 'acts'
      from jsonb_array_elements(p -> 'clocks') c
    on conflict (region, matter, code) do update set started_on = excluded.started_on, legal_due = excluded.legal_due, provisional = excluded.provisional,
      paused = excluded.paused, stopped_on = excluded.stopped_on, outcome = excluded.outcome, acts = excluded.acts;
  end if;
  if jsonb_array_length(p -> 'documents') > 0 then
    insert into document (region, id, matter, event_seq, template, name, number, issued_on, code, digest, content)
      select v_region, (d ->> 'id')::uuid, v_id, (d ->> 'eventSeq')::int, d ->> 'template', d ->> 'name', d ->> 'number', (d ->> 'issuedOn')::date,
        d ->> 'code', d ->> 'digest', d -> 'content'
      from jsonb_array_elements(p -> 'documents') d;
  end if;
  if jsonb_array_length(p -> 'secrets') > 0 then
    insert into secret (region, matter, digest, salt, cipher)
      select v_region, v_id, s ->> 'digest', decode(s ->> 'salt', 'hex'), decode(s ->> 'cipher', 'hex') from jsonb_array_elements(p -> 'secrets') s;
  end if;
  if jsonb_array_length(p -> 'messages') > 0 then
    insert into outbox (region, id, matter, message)
      select v_region, (o ->> 'id')::uuid, v_id, o -> 'message' from jsonb_array_elements(p -> 'messages') o;
  end if;
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
