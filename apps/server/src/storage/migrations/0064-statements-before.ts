/** 0064: the first version of a chapter also keeps what its statements said before, so that its change can be told. */
export const statementsBefore = /* sql */ `
alter table report_text add column figures_before jsonb;
comment on column report_text.figures_before is '本章第一版保存之前各句写的是什么；以后的各版为空';
`;
