/** 0025: what was taken away on the desk can be taken back: views dropped by mistake, drafts that another computer replaced. */
export const takenBack = /* sql */ `
alter table saved_view add column dropped_at timestamptz, add column dropped_by text references person;
comment on column saved_view.dropped_at is '删去的时刻；三十日内删去的人可以恢复';
drop index saved_view_own;
drop index saved_view_office;
create unique index saved_view_own on saved_view (owner, line, name) where org is null and dropped_at is null;
create unique index saved_view_office on saved_view (org, line, name) where org is not null and dropped_at is null;

alter table draft add column device text not null default '';
comment on column draft.device is '存这一份的电脑，随机编号；换了电脑存的，先前的一份留作旧版';
create table draft_version (
  person text not null references person,
  key text not null,
  at timestamptz not null,
  cipher bytea not null,
  primary key (person, key, at)
);
comment on table draft_version is '草稿的旧版：被另一台电脑存的替换下来的，本人可见，办理后删去';
grant select, insert, delete on draft_version to fadu_app;
`;
