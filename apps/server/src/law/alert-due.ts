import { deadline, type WorkCalendar, workdays } from '@fadu/calendar';
import { addDays, dayOf, type PlainDate } from '@fadu/kernel';
import { ALERT_WORKDAYS, type LawSeverity } from '@fadu/wire';
import type pg from 'pg';

/**
 * The last day on which an alert should be handled: the day before the change takes effect, so that what rests on the old
 * text is put right by then; at least the working days that its severity leaves after it was raised. No law gives a limit.
 * @param changesOn first day of the change; null: what was wrong already
 */
export function alertDue(
  severity: LawSeverity,
  changesOn: PlainDate | null,
  raisedOn: PlainDate,
  calendar: WorkCalendar,
): PlainDate {
  const counted = deadline({ from: raisedOn, limit: workdays(ALERT_WORKDAYS[severity]), calendar });
  if (!counted.ok) throw new Error(counted.error.message);
  const { legalDue } = counted.value;
  const before = changesOn === null ? null : addDays(changesOn, -1);
  return before !== null && before > legalDue ? before : legalDue;
}

/** Gives a last day to the alerts that have none yet. */
export async function setAlertDays(db: pg.Pool | pg.PoolClient, calendar: WorkCalendar): Promise<void> {
  const { rows } = await db.query(
    `select a.region, a.id, a.severity, a.created_at as raised,
       (case a.change when 'cited' then null when 'ended' then v.end_on when 'lapsed' then v.end_on else v.effective_on end)::text as "changesOn"
     from law_alert a left join law_version v on v.id = a.version where a.due_on is null`,
  );
  if (rows.length === 0) return;
  const due = rows.map(({ region, id, severity, raised, changesOn }) => ({
    region,
    id,
    due: alertDue(severity, changesOn, dayOf(raised), calendar),
  }));
  await db.query(
    `update law_alert a set due_on = u.due from jsonb_to_recordset($1::jsonb) as u (region text, id bigint, due date)
     where a.region = u.region and a.id = u.id`,
    [JSON.stringify(due)],
  );
}
