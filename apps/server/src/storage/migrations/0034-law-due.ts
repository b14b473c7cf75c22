/** 0034: an alert has a last day. Those that are there get theirs when alerts are next looked at. */
export const lawDue = /* sql */ `
alter table law_alert add column due_on date;
comment on column law_alert.due_on is '处置的内部时限（法律没有规定期限）：变动施行前一日，或者提示之日起按程度的工作日，取其后';
create index law_alert_due on law_alert (due_on) where handled = 'open';
`;
