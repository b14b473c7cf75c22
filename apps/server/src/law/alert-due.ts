import { deadline, type WorkCalendar, workdays } from '@fadu/calendar';
import { addDays, dayOf, type PlainDate } from '@fadu/kernel';
import type { LawSeverity } from '@fadu/wire';
import type pg from 'pg';
import type { Platform } from '../matters/execute.js';
import { EVERYWHERE } from '../settings/settings.js';
import { alertWorkdays } from './alert-settings.js';

/**
 * The last day on which an alert should be handled: the day before the change takes effect, so that what rests on the old
 * text is put right by then; at least the working days that its severity leaves after it was raised. No law gives a limit.
 * @param workdaysLeft what the region of the owner has settled for the severity
 * @param changesOn first day of the change; null: what was wrong already
 */
export function alertDue(
  workdaysLeft: number,
  changesOn: PlainDate | null,
  raisedOn: PlainDate,
  calendar: WorkCalendar,
): PlainDate {
  const counted = deadline({ from: raisedOn, limit: workdays(workdaysLeft), calendar });
  if (!counted.ok) throw new Error(counted.error.message);
  const { legalDue } = counted.value;
  const before = changesOn === null ? null : addDays(changesOn, -1);
  return before !== null && before > legalDue ? before : legalDue;
}

/**
 * Gives a last day to the alerts that have none yet, by what the region of the owner has settled for the day on which each
 * was raised. A day once given stays when the region settles otherwise.
 */
export async function setAlertDays(
  db: pg.Pool | pg.PoolClient,
  { calendar, settings }: Pick<Platform, 'calendar' | 'settings'>,
): Promise<void> {
  const { rows } = await db.query(
    `select a.region, a.id, a.severity, coalesce(o.region, '${EVERYWHERE}') as place, a.created_at as raised,
       (case a.change when 'cited' then null when 'ended' then v.end_on when 'lapsed' then v.end_on else v.effective_on end)::text as "changesOn"
     from law_alert a left join law_version v on v.id = a.version left join org o on o.id = a.owner_org where a.due_on is null`,
  );
  if (rows.length === 0) return;
  await settings.refresh();
  const days = calendar();
  const due = rows.map(({ region, id, severity, place, raised, changesOn }) => {
    const raisedOn = dayOf(raised);
    const left = alertWorkdays(severity as LawSeverity, settings.lookupIn(place), raisedOn);
    return { region, id, due: alertDue(left, changesOn, raisedOn, days) };
  });
  await db.query(
    `update law_alert a set due_on = u.due from jsonb_to_recordset($1::jsonb) as u (region text, id bigint, due date)
     where a.region = u.region and a.id = u.id`,
    [JSON.stringify(due)],
  );
}
