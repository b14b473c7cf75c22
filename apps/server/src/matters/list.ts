import { addDays, dayOf, type JsonObject } from '@fadu/kernel';
import { type Line, printValue, specAt, valueAt } from '@fadu/procedure';
import type { ListQuery, MatterList, MatterRow, Overview, Tally } from '@fadu/wire';
import { scoped } from '../storage/scoped.js';
import { type Platform, recordOf } from './execute.js';
import { isDuty, type MatterRecord } from './projection.js';
import { clocksOf, type Viewer } from './view.js';
import { queryOf } from './words.js';

const COUNT_LIMIT = 10_000;

/** Builds the conditions of a list once, for its rows, its count and its Excel file. */
function conditions(platform: Platform, viewer: Viewer, query: ListQuery): { where: string[]; values: unknown[] } {
  const values: unknown[] = [];
  const where: string[] = [];
  const add = (sql: string, value: unknown) => {
    values.push(value);
    where.push(sql.replaceAll('?', `$${values.length}`));
  };
  const today = dayOf(platform.now());
  if (query.line) add('line = ?', query.line);
  if (query.state) add('state = any(?)', query.state.split(','));
  if (query.organ) add('organ = ?', query.organ);
  if (query.person) add('people @> array[?]', query.person);
  if (query.from) add('opened_on >= ?::date', query.from);
  if (query.to) add('opened_on <= ?::date', query.to);
  if (query.q && query.q.trim() !== '') add("words @@ to_tsquery('simple', ?)", queryOf(query.q) || "''");
  if (query.due) {
    where.push('closed_on is null');
    const soon = threeWorkdaysOn(platform, today);
    if (query.due === 'paused') where.push('paused');
    else {
      where.push('not paused');
      if (query.due === 'late') add('due_on < ?::date', today);
      if (query.due === 'today') add('due_on = ?::date', today);
      if (query.due === 'soon') {
        add('due_on > ?::date', today);
        add('due_on <= ?::date', soon);
      }
      if (query.due === 'later') add('due_on > ?::date', soon);
    }
  }
  if (viewer.actor.kind === 'official' && (query.view === 'mine' || query.view === 'waiting')) {
    const { actor } = viewer;
    const places = actor.posts.map((post) => `${post.post}:${post.org}`);
    where.push('closed_on is null');
    if (query.view === 'mine') {
      add('waits_for && ?::text[]', places);
      add(
        "(people = '{}' or people @> array[?] or pending is not null or not (orgs[1] = any(select split_part(w, ':', 2) from unnest(waits_for) w)))",
        actor.person,
      );
    } else {
      add('acted_by @> array[?]', actor.person);
      add('not (waits_for && ?::text[])', places);
    }
  }
  return { where, values };
}

export const threeWorkdaysOn = (platform: Platform, today: ReturnType<typeof dayOf>) => {
  let day = today;
  for (let left = 3; left > 0; ) {
    day = addDays(day, 1);
    if (platform.calendar().isWorkday(day)) left -= 1;
  }
  return day;
};

/** A list within the viewer's scope: rows by the nearest last day, and how many there are. */
export async function listMatters(platform: Platform, viewer: Viewer, query: ListQuery): Promise<MatterList> {
  const { where, values } = conditions(platform, viewer, query);
  const limit = query.limit ?? 50;
  const offset = query.after ? Number.parseInt(query.after, 10) || 0 : 0;
  const order =
    query.sort === 'opened'
      ? 'opened_on, id'
      : query.sort === '-opened'
        ? 'opened_on desc, id desc'
        : query.sort === 'number'
          ? 'number nulls last, id'
          : '(closed_on is not null), paused, due_on nulls last, id';
  const filter = where.length > 0 ? `where ${where.join(' and ')}` : '';
  return scoped(platform.pool, viewer.scope, async (client) => {
    const { rows } = await client.query(
      `select * from matter ${filter} order by ${order} limit ${limit + 1} offset ${offset}`,
      values,
    );
    const counted = await client.query(
      `select count(*)::int as total from (select 1 from matter ${filter} limit ${COUNT_LIMIT + 1}) n`,
      values,
    );
    const total: number = counted.rows[0].total;
    return {
      rows: rows.slice(0, limit).map((row) => rowOf(platform, viewer, recordOf(row))),
      total: Math.min(total, COUNT_LIMIT),
      exact: total <= COUNT_LIMIT,
      next: rows.length > limit ? String(offset + limit) : null,
    };
  });
}

function rowOf(platform: Platform, viewer: Viewer, record: MatterRecord): MatterRow {
  const line = platform.lineOf(record.line)!;
  const today = dayOf(platform.now());
  const clocks = clocksOf(platform, viewer, line, record, today).filter((clock) => clock.outcome === null);
  return {
    id: record.id,
    line: record.line,
    number: record.number,
    receipt: record.receipt,
    title: record.title,
    state: record.state,
    organName: platform.directory.nameOf(record.organ),
    openedOn: record.openedOn,
    clock: clocks.find((clock) => clock.mine) ?? clocks[0] ?? null,
    columns: Object.fromEntries(line.list.columns.map((path) => [path, columnText(platform, line, record.data, path)])),
    handlers: record.people.map(platform.directory.nameOf),
    action: primaryOf(viewer, line, record),
  };
}

const columnText = (platform: Platform, line: Line, data: JsonObject, path: string): string =>
  printValue(specAt(line.fields, path), valueAt(data, path), platform.directory.nameOf);

function primaryOf(viewer: Viewer, line: Line, record: MatterRecord): MatterRow['action'] {
  if (viewer.actor.kind !== 'official') return null;
  const { posts } = viewer.actor;
  const holds = (rules: readonly string[]) =>
    rules.some((rule) => {
      const [post, participant] = rule.split('@') as [string, string?];
      const org = participant ? valueAt(record.data, participant) : record.organ;
      return posts.some((one) => one.post === post && one.org === org);
    });
  if (record.pending) {
    const waiting = line.actions[record.pending.action];
    return waiting && holds(waiting.approvedBy ?? [])
      ? { action: 'approve', name: `审批${waiting.name}`, approval: true }
      : null;
  }
  const duties = Object.entries(line.actions).filter(([, action]) => isDuty(action, record) && holds(action.by));
  duties.sort(([, a], [, b]) => dueText(a.due, record).localeCompare(dueText(b.due, record)));
  const first = duties[0];
  return first ? { action: first[0], name: first[1].name, approval: false } : null;
}

const dueText = (clock: string | undefined, record: MatterRecord): string =>
  (clock && record.clocks[clock]?.legalDue) || '9999';

/** Counts by state, nearness, person and organ; each with the filter that shows exactly its matters. */
export async function overviewOf(platform: Platform, viewer: Viewer, line: Line): Promise<Overview> {
  const today = dayOf(platform.now());
  const soon = threeWorkdaysOn(platform, today);
  return scoped(platform.pool, viewer.scope, async (client) => {
    const count = async (sql: string, values: unknown[] = []) => (await client.query(sql, [line.code, ...values])).rows;
    const states = await count('select state as key, count(*)::int as n from matter where line = $1 group by state');
    const [due] = await count(
      `select count(*) filter (where not paused and due_on < $2)::int as late, count(*) filter (where not paused and due_on = $2)::int as today,
        count(*) filter (where not paused and due_on > $2 and due_on <= $3)::int as soon, count(*) filter (where not paused and due_on > $3)::int as later,
        count(*) filter (where paused)::int as paused from matter where line = $1 and closed_on is null`,
      [today, soon],
    );
    const people = await count(
      `select p as key, count(*)::int as n, count(*) filter (where not paused and due_on < $2)::int as late
       from matter, unnest(people) p where line = $1 and closed_on is null group by p order by n desc limit 100`,
      [today],
    );
    const organs = await count(
      `select organ as key, count(*)::int as n, count(*) filter (where closed_on is null and not paused and due_on < $2)::int as late
       from matter where line = $1 group by organ order by n desc limit 200`,
      [today],
    );
    const years = await count(
      "select to_char(opened_on, 'YYYY') as key, count(*)::int as n from matter where line = $1 group by 1 order by 1 desc",
    );
    const open = Object.entries(line.states)
      .filter(([, state]) => state.tone !== 'ended')
      .map(([key]) => key)
      .join(',');
    const dueLabels = {
      late: '已超期',
      today: '今日届满',
      soon: '3个工作日内',
      later: '以后',
      paused: '已中止',
    } as const;
    return {
      asOf: platform.now().toISOString(),
      line: line.code,
      byState: states.map(
        (row): Tally => ({
          key: row.key,
          label: line.states[row.key]?.name ?? row.key,
          count: row.n,
          query: { state: row.key },
        }),
      ),
      byDue: Object.entries(dueLabels).map(
        ([key, label]): Tally => ({ key, label, count: due[key], query: { due: key } }),
      ),
      byPerson: people.map((row) => ({
        key: row.key,
        label: platform.directory.nameOf(row.key),
        count: row.n,
        query: { person: row.key, state: open },
        late: row.late,
        lateQuery: { person: row.key, due: 'late' },
      })),
      byOrgan: organs.map((row) => ({
        key: row.key,
        label: platform.directory.nameOf(row.key),
        count: row.n,
        query: { organ: row.key },
        late: row.late,
        lateQuery: { organ: row.key, due: 'late' },
      })),
      byYear: years.map(
        (row): Tally => ({
          key: row.key,
          label: `${row.key}年`,
          count: row.n,
          query: { from: `${row.key}-01-01`, to: `${row.key}-12-31` },
        }),
      ),
    };
  });
}
