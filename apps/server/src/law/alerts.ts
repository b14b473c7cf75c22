import type { PlainDate } from '@fadu/kernel';
import type { Line } from '@fadu/procedure';
import type { LawAlert, LawHandled } from '@fadu/wire';
import type pg from 'pg';
import { type Change, impactOf } from './impact.js';

/**
 * Writes an alert for everything that hangs on what new versions changed and ended. Run after an import that brought a change
 * to laws the base held; doing it again adds nothing.
 * @returns how many alerts are new.
 */
export async function raiseAlerts(
  owner: pg.Pool,
  lines: readonly Line[],
  versions: readonly number[],
  today: PlainDate,
): Promise<number> {
  let added = 0;
  for (const version of versions) {
    const { rows } = await owner.query(
      `select l.id as law, l.code, e.from_locator as "from", e.change from law_lineage e
       join law_version v on v.id = e.to_version join law l on l.id = v.law
       where e.to_version = $1 and e.change in ('modified', 'moved', 'deleted')`,
      [version],
    );
    for (const row of rows) {
      const impact = await impactOf(owner, lines, row.code, row.from, today, row.change as Change);
      const values = (impact?.affected ?? [])
        // A whole-law reference is told once, with the law, not with each of its articles.
        .filter((one) => one.relation !== 'container')
        .map((one) => ({ ...one, affected: `${one.id}${one.place === '' ? '' : `#${one.place}`}` }));
      if (values.length === 0) continue;
      const done = await owner.query(
        `insert into law_alert (law, version, locator, change, affected_kind, affected, affected_name, relation, severity)
         select $1, $2, $3, $4, kind, affected, name || ' ' || place, relation, severity
         from jsonb_to_recordset($5::jsonb) as u (kind text, affected text, name text, place text, relation text, severity text)
         on conflict do nothing`,
        [row.law, version, row.from, row.change, JSON.stringify(values)],
      );
      added += done.rowCount ?? 0;
    }
  }
  return added;
}

/** Alerts in one state, the gravest first; `limit` null: all of them. */
export async function listAlerts(
  pool: pg.Pool,
  handled: LawHandled | 'open',
  limit: number | null = 200,
): Promise<{ rows: LawAlert[]; total: number; open: number }> {
  const [found, counted] = await Promise.all([
    pool.query({
      name: 'law_alerts',
      text: `select a.id::text, l.code, l.title, a.locator, v.effective_on::text as "changedOn", a.change, a.affected_kind as "affectedKind", a.affected,
          a.affected_name as "affectedName", a.relation, a.severity, a.created_at as "createdAt", a.handled, p.name as "handledBy",
          a.handled_at as "handledAt", a.note
        from law_alert a join law l on l.id = a.law left join law_version v on v.id = a.version left join person p on p.id::text = a.handled_by
        where a.handled = $1
        order by array_position(array['high', 'mid', 'low'], a.severity), v.effective_on desc, a.id limit $2`,
      values: [handled, limit],
    }),
    pool.query(
      "select count(*) filter (where handled = $1)::int as total, count(*) filter (where handled = 'open')::int as open from law_alert",
      [handled],
    ),
  ]);
  return { rows: found.rows, ...counted.rows[0] };
}

/** Records how an alert was handled and by whom; false when it is not open. */
export async function settleAlert(
  pool: pg.Pool,
  id: string,
  handled: LawHandled,
  note: string,
  person: string,
): Promise<boolean> {
  const done = await pool.query(
    "update law_alert set handled = $2, note = $3, handled_by = $4, handled_at = now() where id = $1 and handled = 'open'",
    [id, handled, note, person],
  );
  return done.rowCount === 1;
}
