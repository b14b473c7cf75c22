import { dayOf } from '@fadu/kernel';
import type { Line } from '@fadu/procedure';
import type { LoadTally, Overview, Tally, Workload } from '@fadu/wire';
import { scopeArgs } from '../access/scope.js';
import { scoped } from '../storage/scoped.js';
import type { Platform } from './execute.js';
import { nearness, restfulClocks, threeWorkdaysOn } from './list-query.js';
import type { Viewer } from './view.js';

const DUE_LABELS = {
  late: '已超期',
  today: '今日届满',
  soon: '3个工作日内',
  later: '以后',
  paused: '已中止',
  none: '没有届满日',
} as const;

/** Counts by state, nearness, person, organ, year and month; each with the filter that shows exactly its matters. */
export async function overviewOf(platform: Platform, viewer: Viewer, line: Line): Promise<Overview> {
  const asOf = platform.now();
  const today = dayOf(asOf);
  const near = nearness('$2', '$3', '$4');
  const [scope] = scopeArgs(viewer.scope);
  const given = [line.code, today, threeWorkdaysOn(platform, today), restfulClocks([line]), scope];
  return scoped(platform.pool, viewer.scope, async (client) => {
    const rowsOf = async (sql: string, values: unknown[]) => (await client.query(sql, values)).rows;
    // One pass over all there are; the open ones, few, are looked at more closely.
    const all = (await rowsOf(
      `select state, to_char(opened_on, 'YYYY-MM') as month, count(*)::int as n from matter_seen where line = $1 and scope && $2::text[] group by 1, 2`,
      [line.code, scope],
    )) as { state: string; month: string; n: number }[];
    const sum = (of: (row: (typeof all)[number]) => boolean) =>
      all.reduce((total, row) => total + (of(row) ? row.n : 0), 0);
    const [due] = await rowsOf(
      `select count(*)::int as open, count(*) filter (where people = '{}')::int as unassigned, ${Object.entries(near)
        .map(([key, condition]) => `count(*) filter (where ${condition})::int as "${key}"`)
        .join(', ')} from matter_seen where line = $1 and closed_on is null and scope && $5::text[]`,
      given,
    );
    const load = async (key: string, from: string): Promise<{ key: string; n: number; late: number }[]> =>
      (await rowsOf(
        `select ${key} as key, count(*)::int as n, count(*) filter (where ${near.late})::int as late from ${from}
         where line = $1 and closed_on is null and $3::date is not null and scope && $5::text[] group by 1 order by n desc, 1`,
        given,
      )) as { key: string; n: number; late: number }[];
    const people = await load('p', 'matter_seen, unnest(people) p');
    const organs = await load('organ', 'matter_seen');
    const years = [...new Set(all.map((row) => row.month.slice(0, 4)))].sort().reverse();
    const named =
      (by: 'person' | 'organ') =>
      (row: { key: string; n: number; late: number }): LoadTally => ({
        key: row.key,
        label: platform.directory.nameOf(row.key),
        count: row.n,
        query: { [by]: row.key, stage: 'open' },
        late: row.late,
        lateQuery: { [by]: row.key, due: 'late' },
      });
    return {
      asOf: asOf.toISOString(),
      line: line.code,
      total: sum(() => true),
      open: due.open,
      byState: Object.entries(line.states).flatMap(([key, state]): Tally[] => {
        const count = sum((row) => row.state === key);
        return count ? [{ key, label: state.name, count, query: { state: key } }] : [];
      }),
      byDue: Object.entries(DUE_LABELS).map(
        ([key, label]): Tally => ({ key, label, count: due[key], query: { due: key } }),
      ),
      byPerson: people.map(named('person')),
      unassigned: due.unassigned,
      byOrgan: organs.map(named('organ')),
      byYear: years.map(
        (key): Tally => ({
          key,
          label: `${key}年`,
          count: sum((row) => row.month.startsWith(key)),
          query: { from: `${key}-01-01`, to: `${key}-12-31` },
        }),
      ),
      byMonth: Array.from({ length: 12 }, (_, back) => monthBefore(today, 11 - back)).map(
        (key): Tally => ({
          key,
          label: `${Number(key.slice(5))}月`,
          count: sum((row) => row.month === key),
          query: { from: `${key}-01`, to: lastDay(key) },
        }),
      ),
    };
  });
}

/** What each line has in hand that the post may see; lines with nothing open are left out. */
export async function workloadOf(platform: Platform, viewer: Viewer): Promise<Workload[]> {
  const today = dayOf(platform.now());
  const near = nearness('$1', '$2', '$3');
  const { rows } = await scoped(platform.pool, viewer.scope, (client) =>
    client.query(
      `select line, count(*)::int as open, ${Object.entries(near)
        .map(([key, condition]) => `count(*) filter (where ${condition})::int as "${key}"`)
        .join(', ')} from matter_seen where closed_on is null and scope && $4::text[] group by line`,
      [today, threeWorkdaysOn(platform, today), restfulClocks(platform.lines), scopeArgs(viewer.scope)[0]],
    ),
  );
  return platform.lines.flatMap((line): Workload[] => {
    const row = rows.find((one) => one.line === line.code);
    if (!row) return [];
    const byDue = Object.entries(DUE_LABELS).map(
      ([key, label]): Tally => ({ key, label, count: row[key], query: { due: key } }),
    );
    return [{ line: line.code, name: line.name, open: row.open, byDue }];
  });
}

/** The month so many before that of the day, as YYYY-MM. */
const monthBefore = (day: string, back: number): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 - back, 1)).toISOString().slice(0, 7);

const lastDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
