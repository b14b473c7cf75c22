import type { ClientBase } from 'pg';
import { type Counted, countRows, estimateRows } from './count.js';
import { type ListSql, type Page, whereOf } from './list-query.js';
import { COLUMNS } from './matter-row.js';

/** Of a million matters, as many as this are looked up and sorted as soon as one page of them is come across in order. */
const FEW = 7_000;

export interface PageRows {
  /** With `cursor`; one more than asked for when there is another page. */
  readonly rows: readonly Record<string, unknown>[];
  readonly counted: Counted;
}

/**
 * The rows of one page. Without words the planner finds its way. Words it takes for independent of each other and of every
 * other condition: it would walk along the order through a million matters for what is nowhere, or sort a hundred thousand
 * for what is everywhere. So few are looked up; for many the order is walked, no farther than there may be matters, and
 * what this does not fill is looked up after all.
 */
export async function pageRows(client: ClientBase, sql: ListSql, page: Page, limit: number): Promise<PageRows> {
  if (!sql.words) {
    const rows = await walk(client, sql, page, limit);
    const whole = page.past === '' && rows.length <= limit;
    const counted = whole
      ? { total: rows.length, exact: true }
      : await countRows(client, sql, await estimateRows(client, sql));
    return { rows, counted };
  }
  const about = await estimateRows(client, sql);
  const rows = about > FEW && sql.along !== 'true' ? await walk(client, sql, page, limit, about) : [];
  if (rows.length <= limit) return lookUp(client, sql, page, limit, about);
  return { rows, counted: await countRows(client, sql, about) };
}

/** @param most rows of the order to look at, if not all. */
async function walk(
  client: ClientBase,
  { along, rest, words, values }: ListSql,
  page: Page,
  limit: number,
  most?: number,
): Promise<PageRows['rows']> {
  const from = page.past ? `${along} and ${page.past}` : along;
  // Keys as columns keep the order of the inner rows, which are then taken one by one until the page is full.
  const text =
    most === undefined
      ? `select ${COLUMNS}, ${page.select} from matter_seen where ${from} and ${rest} order by ${page.order} limit ${limit + 1}`
      : `select ${COLUMNS}, ${page.select} from
           (select *, ${page.keys} from matter_seen where ${from} order by ${page.order} limit ${most}) m
         where ${rest} and ${words?.pass ?? 'true'} order by ${page.orderByKeys} limit ${limit + 1}`;
  return (await client.query(text, [...values, ...page.values])).rows;
}

/** What the orders go by; whole rows are read for one page only. */
const KEYS = 'region, id, closed_on, paused, due_on, opened_on, number';

async function lookUp(client: ClientBase, sql: ListSql, page: Page, limit: number, about: number): Promise<PageRows> {
  const { rows } = await client.query(
    `with found as materialized (select ${KEYS} from matter_seen where ${whereOf(sql)}),
       page as (select region, id, (select count(*)::int from found) as found from found where ${page.past || 'true'} order by ${page.order} limit ${limit + 1})
     select ${COLUMNS}, ${page.select}, found from page join matter_seen using (region, id) order by ${page.order}`,
    [...sql.values, ...page.values],
  );
  const total = rows[0]?.found ?? 0;
  // A page behind the last row tells nothing of those before.
  const known = rows.length > 0 || page.past === '';
  return { rows, counted: known ? { total, exact: true } : await countRows(client, sql, about) };
}
