import type pg from 'pg';
import { type Scope, scopeArgs } from '../access/scope.js';

/** Runs work in one transaction within a scope; row security sees to it that nothing else is seen or touched. */
export const scoped = <T>(pool: pg.Pool, scope: Scope, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  inTransaction('begin', pool, scope, work);

/** The same, reading only, all from one moment. */
export const snapshot = <T>(pool: pg.Pool, scope: Scope, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  inTransaction('begin isolation level repeatable read read only', pool, scope, work);

/**
 * A part of the work in another scope, in the same transaction and of the same moment. Whoever asked for a second connection
 * while holding one would wait for others who do the same.
 */
export async function rescoped<T>(
  client: pg.PoolClient,
  { from, to }: { readonly from: Scope; readonly to: Scope },
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  await client.query({ ...SCOPE, values: scopeArgs(to) });
  const value = await work(client);
  await client.query({ ...SCOPE, values: scopeArgs(from) });
  return value;
}

const SCOPE = { name: 'fadu_scope', text: 'select fadu_scope($1, $2)' };

async function inTransaction<T>(
  begin: string,
  pool: pg.Pool,
  scope: Scope,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await Promise.all([client.query(begin), client.query({ ...SCOPE, values: scopeArgs(scope) })]);
    const value = await work(client);
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    // A connection that could not roll back is not given to anybody else.
    client.release(broken);
  }
}
