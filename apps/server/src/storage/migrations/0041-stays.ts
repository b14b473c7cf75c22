/** 0041: what has not ended ends at infinity: one condition, which the index in the order of days can answer by itself. */
export const stays = /* sql */ `
drop index indicator_record_day, indicator_record_ended;
create index indicator_record_day on indicator_record (moment, on_day, matter, ended_day);
create index indicator_record_ended on indicator_record (unit, moment, ended_day) where ended_day < 'infinity';
comment on column indicator_record.ended_day is '在办等状态终止之日，未终止的为 infinity；没有起止的为空';
`;
