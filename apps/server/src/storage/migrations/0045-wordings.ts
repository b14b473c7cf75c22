/** 0045: a version of a chapter keeps which statements are told as a movement, 由…下降至…, and not by the difference. */
export const wordings = /* sql */ `
alter table report_text add column movements text[] not null default '{}';
comment on column report_text.movements is '本章写作“由…上升（下降）至…”的指标，其余写同比';
`;
