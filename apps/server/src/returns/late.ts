import { parsePeriod } from '@fadu/indicator';
import { dayOf } from '@fadu/kernel';
import { collection, getLine } from '@fadu/lines';
import type { ReturnListItem } from '@fadu/wire';
import type { Scope } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { snapshot } from '../storage/scoped.js';
import { reportingUnits } from './lookup.js';

/** Where a unit stands with its return of a period. */
export interface ReturnStatus {
  readonly unit: string;
  readonly name: string;
  /** Name of the state; null: not begun. */
  readonly state: string | null;
  readonly dueOn: string | null;
  /** The last day is over and nothing was sent. */
  readonly late: boolean;
  readonly matter: string | null;
}

/** Returns in scope, the latest first; `orgs`: where this post fills in. */
export async function listReturns(
  platform: Platform,
  scope: Scope,
  orgs: readonly string[],
): Promise<ReturnListItem[]> {
  const today = dayOf(platform.now());
  const line = getLine(collection.line);
  return snapshot(platform.pool, scope, async (client) => {
    const { rows } = await client.query<{
      id: string;
      organ: string;
      period: string;
      state: string;
      due: string;
      running: boolean;
    }>(
      `select m.id, m.organ, m.data ->> $2 as period, m.state, m.data ->> 'dueOn' as due,
         exists (select from clock c where c.region = m.region and c.matter = m.id and c.outcome is null) as running
       from matter m where m.line = $1 order by m.opened_on desc, m.id limit 200`,
      [collection.line, collection.period],
    );
    return rows.map(({ id, organ, period, state, due, running }) => ({
      matter: id,
      unit: platform.directory.nameOf(organ),
      period,
      state: line.states[state]?.name ?? state,
      dueOn: due,
      late: running && due < today,
      open: orgs.includes(organ) && line.actions[collection.save]!.from!.includes(state),
    }));
  });
}

/** Every unit directly below that reports, in the order of the tree; undefined when the period is none. */
export async function lateReturns(
  platform: Platform,
  scope: Scope,
  org: string,
  periodText: string,
): Promise<ReturnStatus[] | undefined> {
  const period = parsePeriod(periodText);
  if (period === undefined) return undefined;
  const today = dayOf(platform.now());
  return snapshot(platform.pool, scope, async (client) => {
    const units = await reportingUnits(client, org, period);
    const { rows } = await client.query<{
      id: string;
      unit: string;
      period: string;
      state: string;
      due: string;
      running: boolean;
    }>(
      `select m.id, m.data ->> $2 as unit, m.data ->> $3 as period, m.state, m.data ->> 'dueOn' as due,
         exists (select from clock c where c.region = m.region and c.matter = m.id and c.outcome is null) as running
       from matter m where m.line = $1 and m.refs && $4::text[]`,
      [collection.line, collection.unit, collection.period, units.map(({ id }) => `${collection.unit}=${id}`)],
    );
    return units.map(({ id, name }) => {
      const row = rows.find(
        (one) =>
          one.unit === id && parsePeriod(one.period)?.from === period.from && parsePeriod(one.period)?.to === period.to,
      );
      if (!row) return { unit: id, name, state: null, dueOn: null, late: false, matter: null };
      const state = getLine(collection.line).states[row.state]?.name ?? row.state;
      return { unit: id, name, state, dueOn: row.due, late: row.running && row.due < today, matter: row.id };
    });
  });
}
