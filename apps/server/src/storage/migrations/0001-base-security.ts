/** What a scope lets through; the policy and the view of lists say the same. */
const seen = 'scope && (select fadu_seen()) or id = (select fadu_matter())';

/** 0001, second part: row security on every table with data of matters, and the rights of the application role. */
export const security = /* sql */ `-- Row security ---------------------------------------------------------------------------------------------------------
create function fadu_seen() returns text[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('fadu.scope', true), ''), '{}')::text[] $$;
-- The scope is the whole tree, whose root has the path r: then no matter need be looked up.
create function fadu_all() returns boolean language sql stable parallel safe as $$ select fadu_seen() @> '{^r}' $$;
create function fadu_matter() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('fadu.matter', true), '')::uuid $$;

alter table matter enable row level security;
create policy matter_scope on matter using (${seen}) with check (${seen});
-- Lists look through this view: it lets through what the policy lets through, but conditions of a list (words, posts,
-- people) may use their indexes, which row security puts off for operators that are not leak-proof. Written as a case
-- because the planner takes the scope of a setting for one row in a hundred; lists say their scope once more as a value,
-- of which it knows how common it is, and by which it may look up.
create view matter_seen as select * from matter where case when scope && (select fadu_seen()) then true else id = (select fadu_matter()) end;

do $$
declare t text;
begin
  foreach t in array array['secret', 'outbox'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (exists (select 1 from matter m where m.region = %I.region and m.id = %I.matter))', t || '_scope', t, t, t);
  end loop;
  -- Written by steps only: here it is enough, and cheaper to ask, that the row belongs to the one matter the step is in.
  foreach t in array array['event', 'ledger_queue', 'command', 'clock', 'document'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for select using (matter = (select fadu_matter()) or (select fadu_all()) or exists (select 1 from matter m where m.region = %I.region and m.id = %I.matter))', t || '_scope', t, t, t);
    execute format('create policy %I on %I for insert with check (matter = fadu_matter())', t || '_written', t);
  end loop;
end $$;
create policy clock_changed on clock for update using (matter = fadu_matter());
create policy document_changed on document for update using (matter = fadu_matter());
create policy ledger_queue_done on ledger_queue for delete
  using ((select fadu_all()) or exists (select 1 from matter m where m.region = ledger_queue.region and m.id = ledger_queue.matter));

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

`;
