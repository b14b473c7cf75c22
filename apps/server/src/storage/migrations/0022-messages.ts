/** 0022: a message that another line refused is shown to people until one of them has dealt with it. */
export const messages = /* sql */ `
alter table outbox add column handled_by text references person, add column handled_at timestamptz, add column handled_note text;
comment on column outbox.handled_by is '由谁处理了没有办成的消息；处理前在案件页和待办里一直显示';
create index outbox_unhandled on outbox (matter) where done_at is not null and failure is not null and handled_at is null;
`;
