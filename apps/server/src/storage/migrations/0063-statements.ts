/**
 * 0063: a version of a chapter keeps the order of its statements, those that are left out, and what each said when it was
 * saved; a report that is no longer compared with can be taken up again.
 */
export const statements = /* sql */ `
alter table report_text add column statements text[];
alter table report_text add column left_out text[] not null default '{}';
alter table report_text add column figures jsonb;
comment on column report_text.statements is '本章各句（指标编码）的次序；空为按提纲';
comment on column report_text.left_out is '本章有数据而不写入报告的指标';
comment on column report_text.figures is '保存这一版时本章各句写的是什么：编码、名称、文字、数值、状态、来源';
alter table report_source add column dropped boolean not null default false;
comment on column report_source.dropped is '不再用来核对，可以恢复';
revoke delete on report_source from fadu_app;
grant update (dropped) on report_source to fadu_app;
`;
