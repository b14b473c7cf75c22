import type pg from 'pg';

/** Whether a load of matters with days of their own is unfinished: then neither clocks nor messages act by themselves. */
export async function isLoading(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query('select exists (select 1 from bulk_load where done_at is null) as loading');
  return rows[0].loading;
}
