import type pg from 'pg';

/** A pool that tells of every statement on its connections before it is sent, and waits for the answer. */
export function watched(pool: pg.Pool, before: (statement: string) => Promise<void> | void): pg.Pool {
  const instead = <T extends object>(target: T, own: Partial<Record<keyof T, unknown>>): T =>
    new Proxy(target, {
      get: (_, key) => {
        if (key in own) return own[key as keyof T];
        const value = target[key as keyof T];
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const connect = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect();
    const query = async (statement: string | pg.QueryConfig, ...more: unknown[]) => {
      await before(typeof statement === 'string' ? statement : statement.text);
      return (client.query as (...of: unknown[]) => unknown)(statement, ...more);
    };
    return instead(client, { query });
  };
  return instead(pool, { connect });
}
