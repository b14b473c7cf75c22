/** 0035: a text may end by its own words (有效期五年). What rests on it is told on the day it has ended. */
export const lawLapse = /* sql */ `
alter table law_version
  drop constraint law_version_end_kind_check,
  add constraint law_version_end_kind_check check (end_kind in ('superseded', 'repealed', 'lapsed')),
  add column lapse_told boolean not null default true;
comment on column law_version.lapse_told is '按自身规定的有效期失效的，失效之日起发出影响提示；为否的还没有到失效日';
create index law_version_lapsing on law_version (end_on) where not lapse_told;
`;
