import { type Booted, wordsOf } from '@fadu/server';
import pg from 'pg';

/** Matters in one statement. */
const AT_ONCE = 100_000;

/** Indexes that are made again afterwards, in a fraction of the time that keeping them up would take. */
const SLOW = ['matter_words', 'matter_refs', 'matter_scope', 'matter_waits'];

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'];
const TRADES = [
  '样例商贸有限公司',
  '示例运输有限公司',
  '样例农机服务部',
  '示例餐饮店',
  '举例',
  '样例',
  '示例建材有限公司',
];
const ACTS = ['行政处罚决定', '责令限期拆除决定', '工伤认定决定', '政府信息公开答复', '不予许可决定', '行政强制措施'];
const PLACES = [
  '城东',
  '城西',
  '河南街',
  '河北街',
  '新立屯',
  '开发区',
  '草原路',
  '幸福大街',
  '团结路',
  '明仁街',
  '铁东',
  '铁西',
];

/** Titles as lists show them, each some hundred times in a million. */
const TITLES = SURNAMES.flatMap((surname) =>
  TRADES.flatMap((trade) =>
    ACTS.flatMap((act) => PLACES.map((place) => `${surname}${place}${trade}不服白城市市场监督管理局${act}`)),
  ),
);

/**
 * Fills the base with ended and open matters of all governments of the province, written by SQL after the pattern of one
 * that was played through the engine: nine of ten are ended.
 */
export async function fillMatters(
  { owner, database }: Pick<Booted, 'owner' | 'database'>,
  pattern: string,
  count: number,
): Promise<void> {
  const { rows } = await owner.query('select indexdef from pg_indexes where indexname = any($1)', [SLOW]);
  await owner.query(`drop index ${SLOW.join(', ')}`);
  for (let first = 0; first < count; first += AT_ONCE) {
    await owner.query(
      `with place as materialized (select row_number() over (order by id) - 1 as at, count(*) over () as of, id, region, path from org where kind = 'government'),
         word as materialized (select title, to_tsvector('simple', words) as words, at - 1 as at from unnest($1::text[], $2::text[]) with ordinality as w (title, words, at))
       insert into matter (region, id, line, line_version, rule_set, organ, path, orgs, receipt, number, state, previous_state, revision, data, clocks, assignees, pending,
         flags, title, words, opened_on, closed_on, due_on, due_clock, paused, waits_for, people, acted_by, refs)
       select place.region, gen_random_uuid(), m.line, m.line_version, m.rule_set, place.id, place.path, array[place.id], 'B' || n, '样复〔' || 2016 + year || '〕' || n || '号',
         case when ended then 'archived' else m.state end, m.state, m.revision,
         m.data || jsonb_build_object('procedure', case when simplified then 'simplified' else 'ordinary' end,
           'act', m.data -> 'act' || jsonb_build_object('kind', case when licence then 'licence' else 'penalty' end)),
         m.clocks, m.assignees, null, m.flags, word.title, word.words, current_date - day, case when ended then current_date - day + 50 end,
         case when not ended then current_date + day % 60 - 5 end, case when not ended then m.due_clock end, false,
         case when not ended then array['handler:' || place.id] else '{}' end, '{}', '{}',
         array['procedure=' || case when simplified then 'simplified' else 'ordinary' end, 'act.kind=' || case when licence then 'licence' else 'penalty' end, 'respondent=' || (m.data ->> 'respondent')]
       from generate_series($3::int, $3::int + $4::int - 1) n
       cross join lateral (select (hashint4extended(n, 1) & 65535)::int % 10 > 0 as ended, (hashint4extended(n, 2) & 65535)::int % 4 = 0 as simplified, (hashint4extended(n, 3) & 65535)::int % 3 = 0 as licence, (hashint4extended(n, 4) & 65535)::int % 3600 as day, (hashint4extended(n, 5) & 65535)::int % 10 as year) as drawn
       join place on place.at = n % place.of join word on word.at = n % $5::int
       cross join (select * from matter where id = $6) m`,
      [
        TITLES,
        TITLES.map((title) => wordsOf([title])),
        first,
        Math.min(AT_ONCE, count - first),
        TITLES.length,
        pattern,
      ],
    );
  }
  for (const { indexdef } of rows) await owner.query(indexdef);
  await owner.query('vacuum analyze matter');
  // What was written by the million would else be put on disk while the people are at work.
  if (!database.server) return;
  const superuser = new pg.Client(database.server.superuserUrl);
  await superuser.connect();
  await superuser.query('checkpoint');
  await superuser.end();
}
