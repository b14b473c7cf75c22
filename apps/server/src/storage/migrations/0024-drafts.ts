/** 0024: forms begun and not sent, so that one goes on from another computer. Encrypted: they hold what was typed. */
export const drafts = /* sql */ `
create table draft (
  person text not null references person,
  key text not null,
  at timestamptz not null,
  cipher bytea,
  primary key (person, key)
);
comment on table draft is '草稿：没有办理的表单，本人可见；cipher 为空的是已经办理或者删去的，使其他电脑不再送回';
grant select, insert, update, delete on draft to fadu_app;
`;
