import { dayOf } from '@fadu/kernel';
import { DISCLOSURE, getLine, mustPublish, reporting } from '@fadu/lines';
import { uuidv7 } from 'uuidv7';
import { EVERYTHING } from '../access/scope.js';
import { publicationsOf } from '../disclosure/publications.js';
import { dueYear } from '../disclosure/register.js';
import { usualReminder } from '../disclosure/reminders.js';
import type { Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';
import { holders, type Notice, reminderKey, tell } from './notices.js';

/** Who answers for the report of an organization: its writer; where there is none, whoever has a post of the report. */
const POSTS = [
  reporting.writer,
  ...Object.keys(getLine(reporting.line).posts).filter((one) => one !== reporting.writer),
];

/**
 * Reminds organizations that have not made the report of the year public: once when the day is near, once when it is over.
 * Who has nobody for it is not reminded, and stands in the register as before.
 */
export async function remindOfDisclosure(platform: Platform): Promise<number> {
  const year = dueYear(platform);
  const today = dayOf(platform.now());
  const late = today >= DISCLOSURE.before(year);
  if (late || today >= DISCLOSURE.soonFrom(year))
    await scoped(platform.pool, EVERYTHING, async (client) => {
      const { publications } = await publicationsOf(client, year);
      const published = new Set(publications.map(({ unit }) => unit));
      const there = await client.query<{ id: string; kind: string; name: string }>(
        `select id, kind, name from org where valid_from <= ($1 || '-12-31')::date and (valid_to is null or valid_to >= ($1 || '-12-31')::date)`,
        [String(year)],
      );
      const owing = there.rows.filter(
        (org) => mustPublish(org) && !published.has(org.id) && holders(platform, org.id, POSTS).length > 0,
      );
      await client.query(
        `insert into report_reminder (id, unit, path, year, message, at, auto)
         select one.id, org.id, org.path, $3, $4, $5, $6 from unnest($1::uuid[], $2::text[]) as one (id, unit)
         join org on org.id = one.unit on conflict (unit, year, auto) where auto is not null do nothing`,
        [
          owing.map(() => uuidv7()),
          owing.map(({ id }) => id),
          year,
          usualReminder(year, today),
          platform.now().toISOString(),
          late ? 'late' : 'near',
        ],
      );
    });
  return tellReminded(platform, year);
}

/** Brings the reminders of a year that nobody has read to those who answer for the report. */
export const tellReminded = (platform: Platform, year: number): Promise<number> =>
  scoped(platform.pool, EVERYTHING, async (client) => {
    const { rows } = await client.query<{ id: string; unit: string; message: string; org: string | null }>(
      'select id, unit, message, org from report_reminder where year = $1 and seen_at is null',
      [year],
    );
    return tell(
      platform,
      client,
      rows.map(
        ({ id, unit, message, org }): Notice => ({
          key: reminderKey(id),
          org: unit,
          persons: holders(platform, unit, POSTS),
          title: `${year}年度法治政府建设年度报告`,
          message,
          sender: org,
          link: `/reports/${unit}/${year}`,
          matter: null,
        }),
      ),
    );
  });
