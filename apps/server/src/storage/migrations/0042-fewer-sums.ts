/** 0042: sums stand once for what is of one county, also by the values of fields; days at the ends of a period are read from the index. */
export const fewerSums = /* sql */ `
-- Places add up otherwise: all of it is computed again in the next round.
truncate indicator_record, indicator_month, indicator_place;
update indicator_watermark set seq = -1, formulas = '';
comment on table indicator_place is
  '汇总的单位：立案机构及其当时的路径；organ 为 * 的是一个路径以下同属一个县级区划的各单位的合计，再往上由各县相加；organ 为空的是县级以下各层的合计';
comment on column indicator_place.above is '计入哪些合计（id）：县级以下逐层，到县为止';

alter table indicator_record add column keys jsonb;
comment on column indicator_record.keys is '常用分项的值（类别、结案方式、被申请人等），按口径中的次序；没有分项的为空';

-- A value of a field as a number that stays the same everywhere, to stand as the bucket of a sum.
create function fadu_key(p_key text) returns bigint language sql immutable parallel safe as
  $$ select ('x' || left(md5(p_key), 15))::bit(60)::bigint $$;
-- Each value of a field: several of a list, an empty text where there is none.
create function fadu_keys(p_value jsonb) returns setof text language sql immutable parallel safe rows 1 as
  $$ select coalesce(e.key, '') from jsonb_array_elements_text(
       case when jsonb_typeof(p_value) = 'array' and jsonb_array_length(p_value) > 0 then p_value
            when jsonb_typeof(p_value) = 'array' or p_value is null then '[null]'::jsonb else jsonb_build_array(p_value) end) as e(key) $$;

-- What a sum needs of a record, and nothing that says whose matter it is: no row security, as for indicator_month.
create view indicator_counted as select moment, unit, on_day, ended_day, counts, amount, keys from indicator_record;
comment on view indicator_counted is '期间两端不满一月的各日，只供合计';
grant select on indicator_counted to fadu_app;

-- An index that looks at n is written again whenever n changes, and the other with it.
drop index indicator_month_empty;
drop index indicator_record_day, indicator_record_ended;
create index indicator_record_day on indicator_record (moment, on_day, matter, ended_day) include (counts);
create index indicator_record_ended on indicator_record (moment, ended_day, unit) include (on_day, counts) where ended_day < 'infinity';
`;
