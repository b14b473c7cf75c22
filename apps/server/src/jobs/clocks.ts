import { dayOf } from '@fadu/kernel';
import { EVERYTHING } from '../access/scope.js';
import { act, type Platform, recountMatter } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';

/**
 * Takes the actions that clocks take when they have run out (视为受理): at the end of the last day, so from the day
 * after on. The step is dated on the last day itself. Idempotent by matter, clock and last day.
 * @returns how many were taken.
 */
export async function expireClocks(platform: Platform): Promise<number> {
  const today = dayOf(platform.now());
  const { rows } = await scoped(platform.pool, EVERYTHING, (client) =>
    client.query(
      'select matter, code, acts, legal_due from clock where acts is not null and outcome is null and not paused and legal_due < $1 order by legal_due limit 500',
      [today],
    ),
  );
  let taken = 0;
  for (const row of rows) {
    const written = await act(platform, row.matter, null, {
      actor: { kind: 'clock' },
      scope: EVERYTHING,
      key: `clock:${row.matter}:${row.code}:${row.legal_due}`,
      command: { action: row.acts, input: {} },
    });
    if (written.ok && !written.value.repeated) taken += 1;
  }
  return taken;
}

/** Counts provisional clocks again after an arrangement was entered. @returns how many matters changed. */
export async function recountProvisional(platform: Platform): Promise<number> {
  const { rows } = await scoped(platform.pool, EVERYTHING, (client) =>
    client.query('select distinct matter from clock where provisional and outcome is null'),
  );
  let changed = 0;
  for (const row of rows) if (await recountMatter(platform, EVERYTHING, row.matter)) changed += 1;
  return changed;
}
