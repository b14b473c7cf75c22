/** 0002: a load of matters with days of their own, such as the demonstration. */
export const bulkLoad = /* sql */ `
-- While one is unfinished, clocks and messages wait: they would act today on what happens in another year. A load cut
-- short is taken up again under the same day.
create table bulk_load (
  name text primary key,
  as_of timestamptz not null,
  done_at timestamptz,
  notes jsonb not null default '{}'
);
comment on table bulk_load is '成批装载：未完成的，期限和消息暂不由系统办理；as_of 为装载所依据的时点';
grant select on bulk_load to fadu_app;
`;
