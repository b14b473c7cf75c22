import { dayOf, type PlainDate } from '@fadu/kernel';
import { EVERYTHING } from '../access/scope.js';
import { act, type Platform, recountMatter } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';

const BATCH = 500;

export interface Expired {
  readonly taken: number;
  /** Clocks whose step was refused or failed: they stay overdue and are tried again in the next round. */
  readonly failed: readonly { readonly matter: string; readonly clock: string; readonly why: string }[];
}

interface Due {
  readonly region: string;
  readonly matter: string;
  readonly code: string;
  readonly acts: string;
  readonly legal_due: PlainDate;
}

/**
 * Takes the actions that clocks take when they have run out (视为受理): at the end of the last day in Asia/Shanghai, so
 * from the day after on. Idempotent by matter, clock and last day, also when two servers do it at once. One that fails
 * holds up no other.
 */
export async function expireClocks(platform: Platform): Promise<Expired> {
  const today = dayOf(platform.now());
  let taken = 0;
  const failed: Expired['failed'][number][] = [];
  let after: Due | undefined;
  for (;;) {
    const batch = await dueAfter(platform, today, after);
    for (const row of batch) {
      try {
        const written = await act(platform, row.matter, null, {
          actor: { kind: 'clock' },
          scope: EVERYTHING,
          key: `${row.matter}:${row.code}:${row.legal_due}`,
          command: { action: row.acts, input: {} },
        });
        if (!written.ok) failed.push({ matter: row.matter, clock: row.code, why: JSON.stringify(written.error) });
        else if (!written.value.repeated) taken += 1;
      } catch (error) {
        failed.push({ matter: row.matter, clock: row.code, why: String(error) });
      }
    }
    if (batch.length < BATCH) return { taken, failed };
    after = batch.at(-1);
  }
}

async function dueAfter(platform: Platform, today: PlainDate, after: Due | undefined): Promise<Due[]> {
  const { rows } = await scoped(platform.pool, EVERYTHING, (client) =>
    client.query(
      // A step that leaves its clock running (an overrun goes on) has been taken when its command is known.
      `select region, matter, code, acts, legal_due from clock where acts is not null and outcome is null and not paused and legal_due < $1
       and not exists (select 1 from command c where c.region = clock.region and c.key = 'clock/' || clock.matter || ':' || clock.code || ':' || clock.legal_due)
       and ($2::date is null or (legal_due, matter, code) > ($2::date, $3::uuid, $4::text)) order by legal_due, matter, code limit ${BATCH}`,
      [today, after?.legal_due ?? null, after?.matter ?? null, after?.code ?? null],
    ),
  );
  return rows;
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
