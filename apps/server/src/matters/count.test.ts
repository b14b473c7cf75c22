import { afterAll, beforeAll, expect, it } from 'vitest';
import { official, populate, raise, register, type Stage } from '../testing/stage.js';
import { countMatters, listMatters } from './list.js';
import { searchEverywhere } from './search.js';

/** More than a list counts: half of them in the east, a fifth of those of another agency. */
const MANY = 70_000;

let stage: Stage;
beforeAll(async () => {
  stage = await raise();
  await populate(stage);
  const { id } = await register(stage);
  await stage.owner.query(
    `insert into matter (region, id, line, line_version, rule_set, organ, path, orgs, receipt, state, revision, data, clocks, assignees, flags, title, words, opened_on,
       closed_on, waits_for, people, refs)
     select o.region, gen_random_uuid(), m.line, m.line_version, m.rule_set, o.id, o.path, array[o.id], 'T' || n, m.state, 1, m.data, '{}', '{}', '[]', m.title, m.words,
       m.opened_on, m.opened_on, '{}', '{}', array['agency=' || case when n % 5 = 0 then 'westbureau' else 'eastbureau' end]
     from generate_series(1, ${MANY}) n join org o on o.id = case when n % 2 = 0 then 'east' else 'west' end cross join (select * from matter where id = $1) m`,
    [id],
  );
  // Words of few matters, in the last rows of the order only.
  await stage.owner.query(
    `update matter set words = words || to_tsvector('simple', '甲乙 乙丙 稀奇') where receipt ~ '^T[1-9]$' and opened_on = (select max(opened_on) from matter)`,
  );
  await stage.owner.query(
    `update matter set words = words || to_tsvector('simple', '甲乙'), opened_on = opened_on + 1 where receipt like 'T1%' and length(receipt) = 5`,
  );
  // Many, but none before the others in order.
  await stage.owner.query(
    `update matter set words = words || to_tsvector('simple', '丙丁'), opened_on = opened_on + 2 where receipt ~ '^T[34]....$'`,
  );
  await stage.owner.query('analyze matter');
});
afterAll(() => stage.close());

/** All pages of a list, by receipt. */
async function receipts(person: string, query: Parameters<typeof listMatters>[2]): Promise<string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = await list(person, { ...query, limit: 200, ...(after && { after }) });
    found.push(...page.rows.map(({ receipt }) => receipt ?? ''));
    after = page.next ?? undefined;
  } while (after);
  return found;
}

const list = (person: string, query: Parameters<typeof listMatters>[2]) =>
  listMatters(stage.platform, official(stage, person), { line: 'request', ...query });

it('tells about how many there are where counting would take long, and counts on request', async () => {
  const all = await list('city-leader', {});
  expect(all.exact).toBe(false);
  expect(Math.abs(all.total - MANY)).toBeLessThan(MANY / 10);
  expect(await countMatters(stage.platform, official(stage, 'city-leader'), { line: 'request' })).toBe(MANY + 1);
});

it('takes the scope of the viewer and the filters into account', async () => {
  const east = await list('east-handler', {});
  expect(east.exact).toBe(false);
  expect(Math.abs(east.total - MANY / 2)).toBeLessThan(MANY / 20);
  const narrow = await list('east-handler', { where: 'agency:westbureau' });
  expect(narrow).toMatchObject({ total: MANY / 10, exact: true });
  expect(narrow.rows).toHaveLength(50);
});

it('counts what fits on one page by looking at it', async () => {
  expect(await list('east-handler', { stage: 'open' })).toMatchObject({ total: 1, exact: true });
  // By the statistics this would be many: ended matters that are overdue.
  expect(await list('city-leader', { stage: 'ended', due: 'none' })).toMatchObject({ total: 0, exact: true, rows: [] });
});

it('finds common words along the order of the list, and says how many there are all the same', async () => {
  const common = await list('east-handler', { q: '示例事由' });
  expect(common.rows).toHaveLength(50);
  expect(common.exact).toBe(false);
  expect(Math.abs(common.total - MANY / 2)).toBeLessThan(MANY / 20);
  expect(await countMatters(stage.platform, official(stage, 'east-handler'), { line: 'request', q: '示例事由' })).toBe(
    MANY / 2 + 1,
  );
  expect(await list('east-handler', { q: '没有这样的词' })).toMatchObject({ total: 0, exact: true, rows: [] });
});

it('looks up what a stretch of the order does not fill, and tells how many there are', async () => {
  expect(await list('city-leader', { q: '丙丁', sort: 'opened' })).toMatchObject({ total: 20_000, exact: true });
  const first = await list('city-leader', { q: '丙丁', sort: '-opened' });
  expect(first.exact).toBe(false);
  expect(first.rows).toHaveLength(50);
  const late = { q: '甲乙', sort: 'opened' } as const;
  expect(await list('city-leader', late)).toMatchObject({ total: 1_009, exact: true });
  const all = await receipts('city-leader', late);
  expect(new Set(all).size).toBe(1_009);
  expect(all).toHaveLength(1_009);
  // Two words that were typed apart.
  expect(await list('city-leader', { q: '乙丙 稀奇', sort: 'opened' })).toMatchObject({ total: 9, exact: true });
  expect(await list('city-leader', { q: '甲乙', where: 'agency:nobody' })).toMatchObject({
    total: 0,
    exact: true,
    rows: [],
  });
  expect((await receipts('east-handler', late)).length).toBeLessThan(1_009);
});

it('searches everywhere the same way, the latest first', async () => {
  const search = async (typed: string) =>
    (await searchEverywhere(stage.platform, official(stage, 'city-leader'), typed)).groups;
  const [many] = await search('丙丁');
  expect(many).toMatchObject({ line: 'request', exact: false });
  expect(many!.rows).toHaveLength(5);
  expect(await search('乙丙 稀奇')).toMatchObject([{ line: 'request', total: 9, exact: true }]);
  expect(await search('没有这样的词')).toEqual([]);
});
