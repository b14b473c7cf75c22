import type { ClientBase } from 'pg';
import { type ListSql, whereOf } from './list-query.js';

/** Up to here a list is counted; what is more is told as about so many (约12.4万件), and counted when somebody asks. */
const COUNT_LIMIT = 10_000;
/** The planner takes the case of the view for every second row (migration 0001). */
const VIEW_FACTOR = 2;

export interface Counted {
  readonly total: number;
  /** Counted, not estimated. */
  readonly exact: boolean;
}

/**
 * How many rows a list has: counted to the limit, beyond it as the statistics of the table say.
 *
 * @param about as {@link estimateRows} says.
 */
export async function countRows(client: ClientBase, sql: ListSql, about: number): Promise<Counted> {
  // To count up to the limit would take longer than the rows themselves.
  if (about > COUNT_LIMIT) return { total: about, exact: false };
  const { rows } = await client.query(
    `select count(*)::int as n from (select 1 from matter_seen where ${whereOf(sql)} limit ${COUNT_LIMIT + 1}) n`,
    [...sql.values],
  );
  const { n } = rows[0] as { n: number };
  return { total: n, exact: n <= COUNT_LIMIT };
}

/** How many rows a list may have by the statistics of the table; of words what is known of the rarest. */
export async function estimateRows(client: ClientBase, { along, rest, words, values }: ListSql): Promise<number> {
  // Named, so that every parameter has its place.
  const named = words ? `${words.pass} is not null` : 'true';
  const { rows } = await client.query(
    `explain (format json) select 1 from matter_seen where ${along} and ${rest} and ${named}`,
    [...values],
  );
  const [{ Plan: plan }] = rows[0]['QUERY PLAN'] as [{ Plan: { 'Plan Rows': number } }];
  return Math.round(plan['Plan Rows'] * VIEW_FACTOR * (words?.share ?? 1));
}
