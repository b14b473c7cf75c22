/** 0008: texts that wait at the editors' desk. One person brings a batch, another releases it: the table itself asks for two. */
export const lawDesk = /* sql */ `
create table law_batch (
  id integer generated always as identity primary key,
  name text not null,
  state text not null default 'open' check (state in ('open', 'released', 'stored', 'withdrawn')),
  created_by text not null references person,
  created_at timestamptz not null default now(),
  released_by text references person,
  released_at timestamptz,
  report jsonb,
  constraint law_batch_two_persons check (released_by is distinct from created_by or released_by is null)
);
comment on table law_batch is '入库批次：一人送校，另一人放行，放行后由平台入库';

create table law_batch_text (
  batch integer not null references law_batch,
  ord integer not null,
  path text not null,
  digest text not null,
  source text not null,
  title text,
  effective_on date,
  counts jsonb not null,
  diagnostics jsonb not null,
  refusal text,
  note text,
  primary key (batch, ord),
  unique (batch, path)
);
comment on table law_batch_text is '批次中的文本：原文不改动；refusal 为不能入库的原因，有一件就不能放行；note 为须改的问题经核对属原文如此的说明';

grant select, insert, update on law_batch to fadu_app;
grant select, insert, delete, update (note) on law_batch_text to fadu_app;
`;
