/** 0020: what a region has settled of points the law leaves open. Rows are only added: the latest for a day is the value. */
export const settings = /* sql */ `
create table setting_value (
  region text not null,
  code text not null,
  from_day date not null,
  id uuid not null,
  value jsonb not null,
  reason text not null check (length(btrim(reason)) >= 2),
  set_by text not null references person,
  post text not null,
  org text not null references org,
  at timestamptz not null default now(),
  primary key (region, code, from_day, id)
);
comment on table setting_value is '设置：法律没有规定的口径，由有权的人按地区、自某日起定；只增不改';
comment on column setting_value.value is '设置的值；null 为不再另行规定，从上级的规定或者平台默认';
comment on column setting_value.region is '行政区划；000000 为全平台';

grant select, insert on setting_value to fadu_app;
`;
