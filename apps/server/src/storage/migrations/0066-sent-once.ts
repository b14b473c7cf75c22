/** 0066: a comment and a reminder that are sent again are there once. */
export const sentOnce = /* sql */ `
alter table report_comment add column key text;
create unique index report_comment_key on report_comment (region, matter, key) where key is not null;
comment on column report_comment.key is '发送的标识，含发送人：重发只存一条';
alter table report_reminder add column key text;
create unique index report_reminder_key on report_reminder (unit, year, key) where key is not null;
comment on column report_reminder.key is '发送的标识，含发送人：重发只提醒一次';
`;
