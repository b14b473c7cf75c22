import type pg from 'pg';
import { type Scope, scopeArgs } from '../access/scope.js';

/** Runs work in one transaction within a scope; row security sees to it that nothing else is seen or touched. */
export async function scoped<T>(pool: pg.Pool, scope: Scope, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select fadu_scope($1, $2, $3)', scopeArgs(scope));
    const value = await work(client);
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
