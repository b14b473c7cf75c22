import type { ClientBase } from 'pg';
import { type Counted, countRows } from './count.js';
import { type ListSql, type Page, whereOf } from './list-query.js';
import { COLUMNS } from './matter-row.js';

/** Words in more matters than this are come across sooner in the order of the list than all their matters are sorted. */
const COMMON = 0.007;
/** Rows of the order that are looked at for common words before all their matters are looked up: a fraction of the work. */
const walked = (share: number): number => 3_000 + Math.round(share * 100_000);
/** Words that are nearly everywhere are never looked up. */
const EVERYWHERE = 0.2;

export interface PageRows {
  /** With `cursor`; one more than asked for when there is another page. */
  readonly rows: readonly Record<string, unknown>[];
  readonly counted: Counted;
}

/**
 * The rows of one page. Without words the planner finds its way. Words it takes for independent of each other and of every
 * other condition: it would walk along the order through a million matters for what is nowhere, or sort a hundred thousand
 * for what is everywhere. So a stretch of the order is walked for common words, and what that does not fill is looked up.
 */
export async function pageRows(client: ClientBase, sql: ListSql, page: Page, limit: number): Promise<PageRows> {
  const { words } = sql;
  if (words && words.share <= EVERYWHERE) {
    const rows = words.share > COMMON ? await walk(client, sql, page, limit, walked(words.share)) : [];
    if (rows.length <= limit) return lookUp(client, sql, page, limit);
    return { rows, counted: await countRows(client, sql) };
  }
  const rows = await walk(client, sql, page, limit);
  const whole = page.past === '' && rows.length <= limit;
  return { rows, counted: whole ? { total: rows.length, exact: true } : await countRows(client, sql) };
}

/** @param most rows of the order to look at, if not all. */
async function walk(
  client: ClientBase,
  sql: ListSql,
  page: Page,
  limit: number,
  most?: number,
): Promise<PageRows['rows']> {
  const near = [sql.near, ...(page.past ? [page.past] : [])].join(' and ');
  const left = `${sql.rest} and ${sql.words?.pass ?? 'true'}`;
  const from =
    most === undefined
      ? `matter_seen where ${near} and ${left}`
      : `(select * from matter_seen where ${near} order by ${page.order} limit ${most}) m where ${left}`;
  const { rows } = await client.query(
    `select ${COLUMNS}, ${page.select} from ${from} order by ${page.order} limit ${limit + 1}`,
    [...sql.values, ...page.values],
  );
  return rows;
}

/** What the orders go by; whole rows are read for one page only. */
const KEYS = 'region, id, closed_on, paused, due_on, opened_on, number';

async function lookUp(client: ClientBase, sql: ListSql, page: Page, limit: number): Promise<PageRows> {
  const { rows } = await client.query(
    `with found as materialized (select ${KEYS} from matter_seen where ${whereOf(sql)}),
       page as (select region, id, (select count(*)::int from found) as found from found where ${page.past || 'true'} order by ${page.order} limit ${limit + 1})
     select ${COLUMNS}, ${page.select}, found from page join matter_seen using (region, id) order by ${page.order}`,
    [...sql.values, ...page.values],
  );
  const total = rows[0]?.found ?? 0;
  // A page behind the last row tells nothing of those before.
  return { rows, counted: rows.length > 0 || page.past === '' ? { total, exact: true } : await countRows(client, sql) };
}
