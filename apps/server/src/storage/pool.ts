import pg from 'pg';

/**
 * A pool that outlives its connections: one cut by the database is replaced, and the query in hand fails by itself; without
 * listeners, here and on connections in use, the loss would end the process. Queries on one connection are sent without
 * waiting for the answer to the one before, so that beginning a transaction costs no round trip of its own.
 */
export function openPool(connectionString: string, max: number, options?: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, pipeline: true, ...(options !== undefined && { options }) });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
