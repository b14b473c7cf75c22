import { chineseDate, dayOf, ok, type PlainDate, type Refusal, type Result } from '@fadu/kernel';
import { DISCLOSURE } from '@fadu/lines';
import { uuidv7 } from 'uuidv7';
import { EVERYTHING } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { isUuid } from '../matters/uuid.js';
import type { Viewer } from '../matters/view.js';
import { tellReminded } from '../notices/disclosure.js';
import { reminderKey } from '../notices/notices.js';
import { refuse } from '../reports/studio/desk.js';
import { scoped } from '../storage/scoped.js';
import { authorityOf } from './authority.js';
import { disclosureRegister } from './register.js';

export interface Remind {
  readonly org: string;
  readonly year: number;
  readonly units: readonly string[];
  /** Empty: the usual words. */
  readonly message: string;
  readonly key: string;
}

/** Reminds organizations that have not published; those that have are left out. Returns how many were reminded. */
export async function remind(
  platform: Platform,
  viewer: Viewer,
  { org, year, units, message, key }: Remind,
): Promise<Result<number, Refusal>> {
  const { actor } = viewer;
  const register = await disclosureRegister(platform, viewer, { org, year });
  if (actor.kind !== 'official' || !register?.mayRemind)
    return refuse('not_yours', '不能提醒：由统筹协调机构（司法行政部门）的年报岗位提醒。');
  const open = register.rows.filter(
    ({ unit, status }) => units.includes(unit) && (status === 'overdue' || status === 'pending'),
  );
  if (open.length === 0) return refuse('nobody_open', '所选单位都已公开，不用提醒。');
  await scoped(platform.pool, EVERYTHING, (client) =>
    client.query(
      `insert into report_reminder (id, unit, path, year, message, org, person, at, key)
       select one.id, org.id, org.path, $3, $4, $5, $6, $7, $8
       from unnest($1::uuid[], $2::text[]) as one (id, unit) join org on org.id = one.unit
       on conflict (unit, year, key) where key is not null do nothing`,
      [
        open.map(() => uuidv7()),
        open.map(({ unit }) => unit),
        year,
        message === '' ? usualReminder(year, dayOf(platform.now())) : message,
        actor.posts[0]!.org,
        actor.person,
        platform.now().toISOString(),
        `${actor.person}/${key}`,
      ],
    ),
  );
  await tellReminded(platform, year);
  return ok(open.length);
}

/** What an organization is told that has not made its report public. */
export function usualReminder(year: number, today: PlainDate): string {
  const before = DISCLOSURE.before(year);
  return today < before
    ? `${year}年度法治政府建设年度报告应当在${chineseDate(before)}之前公开，请按时公开并登记。`
    : `${year}年度法治政府建设年度报告应当在${chineseDate(before)}之前公开，现已逾期。请尽快公开并登记。`;
}

/** Somebody of the reminded organization has read it. */
export async function seeReminder(platform: Platform, viewer: Viewer, id: string): Promise<Result<void, Refusal>> {
  if (viewer.actor.kind !== 'official' || !isUuid(id)) return refuse('reminder', '没有找到这条提醒。');
  const { person } = viewer.actor;
  const now = platform.now().toISOString();
  await scoped(platform.pool, viewer.scope, async (client) => {
    await client.query(
      'update report_reminder set seen_by = $2, seen_at = $3 where id = $1 and seen_at is null and unit = any($4)',
      [id, person, now, viewer.scope.orgs],
    );
    await client.query('update notice set seen_at = coalesce(seen_at, $3) where key = $1 and person = $2', [
      reminderKey(id),
      person,
      now,
    ]);
  });
  return ok(undefined);
}

/** Whether this person sees any register at all. */
export const registerOf = (platform: Platform, viewer: Viewer): string | null =>
  authorityOf(platform, viewer).top?.id ?? null;
