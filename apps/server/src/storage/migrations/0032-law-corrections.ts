/** 0032: what editors put right in a text at the desk, each with its reason; the text as it came stays beside it. */
export const lawCorrections = /* sql */ `
create table law_batch_correction (
  batch integer not null,
  ord integer not null,
  n integer not null check (n > 0),
  char_from integer not null check (char_from >= 0),
  was text not null,
  now text not null check (now <> was),
  reason text not null,
  created_by text not null references person,
  created_at timestamptz not null default now(),
  undone_by text references person,
  undone_at timestamptz,
  primary key (batch, ord, n),
  foreign key (batch, ord) references law_batch_text (batch, ord),
  check ((undone_by is null) = (undone_at is null))
);
comment on table law_batch_correction is
  '校正：char_from 为校正到此为止的文本中的位置；原文（law_batch_text.source）不改动，撤销的留作记录';
alter table law_version add column corrections jsonb not null default '[]';
comment on column law_version.corrections is '入库校核时的校正：原来的字、改成的字、理由、谁、何时';

grant select, insert on law_batch_correction to fadu_app;
grant update (undone_by, undone_at) on law_batch_correction to fadu_app;
grant update (digest, title, effective_on, counts, diagnostics, refusal) on law_batch_text to fadu_app;
`;
