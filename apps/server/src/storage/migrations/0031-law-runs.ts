/** 0031: what an import has still to do stands in the base, so that one that is cut short goes on where it stopped. */
export const lawRuns = /* sql */ `
alter table law_version
  add column linked boolean not null default false,
  add column change_alerts boolean not null default false,
  add column end_alerts boolean not null default false;
update law_version set linked = true;
comment on column law_version.linked is '引用已经连接到法规；入库中断的为否，下次接着连接';
comment on column law_version.change_alerts is '改了库中已有的法规，影响提示还没有发出';
comment on column law_version.end_alerts is '库中已有的文本被废止，影响提示还没有发出';
create index law_version_unfinished on law_version (id) where not linked or change_alerts or end_alerts;

create table law_fill (folder text primary key, digest text not null, at timestamptz not null default now());
comment on table law_fill is '启动时入过库的文件夹：其中的文件没有增减改动的，不再读';
`;
