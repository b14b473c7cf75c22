import { addDays, addMonths, type PlainDate } from '@fadu/kernel';
import { type LawDocument, termOf } from '@fadu/lawtext';
import type pg from 'pg';

/**
 * First day on which a text no longer holds by its own words; null when it says nothing of its end. 有效期五年 from 1 May ends
 * with 30 April: the day of effect is counted in.
 */
export function lapseOf(documents: readonly LawDocument[], effectiveOn: string): PlainDate | null {
  const term = documents.map(termOf).find((one) => one !== null);
  if (!term) return null;
  const end =
    term.kind === 'until' ? addDays(term.day as PlainDate, 1) : monthsAfter(effectiveOn as PlainDate, term.months);
  return end > effectiveOn ? end : null;
}

/** Of 29 February the day after five years is 1 March, not 28 February. */
function monthsAfter(day: PlainDate, months: number): PlainDate {
  const end = addMonths(day, months);
  return end.slice(8) === day.slice(8) ? end : addDays(end, 1);
}

/** Texts whose last day is over are looked at for what rests on them, once. */
export async function noteLapses(db: pg.Pool | pg.PoolClient, today: PlainDate): Promise<void> {
  await db.query(
    `update law_version set lapse_told = true, end_alerts = end_alerts or end_kind = 'lapsed'
     where not lapse_told and (end_on <= $1 or end_kind <> 'lapsed')`,
    [today],
  );
}
