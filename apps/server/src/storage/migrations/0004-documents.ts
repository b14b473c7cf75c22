/** 0004: documents served, replaced and withdrawn; codes unique in the whole province. */
export const documents = /* sql */ `
alter table document add column successor text;
comment on column document.state is '已签发、已送达、已撤回：记录的投影';
comment on column document.successor is '更正后代替它的文书的核验码';

-- The unique index on (region, code) sees one region. A code is read aloud without its region, so it must be the only one.
create function fadu_code_taken(p_code text, p_region text) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select 1 from document where code = p_code and region <> p_region) $$;

-- What a step changed in documents already there; runs in the statement of fadu_commit, after it.
create function fadu_documents(p jsonb) returns void language plpgsql as $$
declare v_region text := p #>> '{matter,region}';
begin
  if exists (select 1 from jsonb_array_elements(p -> 'documents') d where fadu_code_taken(d ->> 'code', v_region)) then
    raise exception 'code' using errcode = '23505', constraint = 'document_code';
  end if;
  update document d set state = s ->> 'state', successor = s ->> 'successor' from jsonb_array_elements(p -> 'documentStates') s
  where d.region = v_region and d.matter = (p #>> '{matter,id}')::uuid and d.id = (s ->> 'id')::uuid;
end $$;

drop function fadu_verify(text);
create function fadu_verify(p_code text)
returns table (region text, id uuid, matter uuid, event_seq int, name text, number text, organ_name text, issued_on date, digest text, state text, successor text,
  leaf bigint, at timestamptz)
language sql stable security definer set search_path = public as $$
  select d.region, d.id, d.matter, d.event_seq, d.name, d.number, o.name, d.issued_on, d.digest, d.state, d.successor, l.seq, l.at
  from document d join matter m on m.region = d.region and m.id = d.matter join org o on o.id = m.organ
  left join leaf l on l.region = d.region and l.matter = d.matter and l.event_seq = d.event_seq
  where d.code = p_code $$;
revoke execute on function fadu_code_taken, fadu_verify from public;
grant execute on function fadu_code_taken, fadu_verify to fadu_app;
`;
