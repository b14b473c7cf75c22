import { dayOf } from '@fadu/kernel';
import type { NoticeView } from '@fadu/wire';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { EVERYTHING, type Scope } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';

/** An occasion of which people are told. */
export interface Notice {
  /** The occasion: told once to each person. */
  readonly key: string;
  readonly org: string;
  readonly persons: readonly string[];
  readonly title: string;
  readonly message: string;
  /** Who reminds; null: the platform, by the day. */
  readonly sender: string | null;
  /** Address within the workbench. */
  readonly link: string;
  readonly matter: string | null;
}

/** Tells people, each once for an occasion. @returns how many were told now. */
export async function tell(platform: Platform, client: pg.ClientBase, notices: readonly Notice[]): Promise<number> {
  const rows = notices.flatMap(({ persons, ...notice }) =>
    persons.map((person) => {
      const { region, path } = platform.directory.getOrg(notice.org);
      return { ...notice, id: uuidv7(), person, region, path, at: platform.now().toISOString() };
    }),
  );
  if (rows.length === 0) return 0;
  const { rowCount } = await client.query(
    `insert into notice (region, id, key, person, org, path, title, message, sender, link, matter, at)
     select region, id, key, person, org, path::ltree, title, message, sender, link, matter, at from jsonb_to_recordset($1) as n
       (region text, id uuid, key text, person text, org text, path text, title text, message text, sender text, link text, matter uuid, at timestamptz)
     on conflict (key, person, region) do nothing`,
    [JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}

/** Who holds one of these posts in an organization today: of the first post that somebody holds. */
export function holders(platform: Platform, org: string, posts: readonly string[]): readonly string[] {
  const today = dayOf(platform.now());
  const byPost = posts.map((post) => platform.directory.holdersOf(post, org, today).map(({ person }) => person));
  return [...new Set(byPost.find((people) => people.length > 0) ?? [])];
}

/** Notices of a person that nobody has taken note of, the newest first. */
export const noticesOf = (platform: Platform, scope: Scope, person: string): Promise<NoticeView[]> =>
  scoped(platform.pool, scope, async (client) => {
    const { rows } = await client.query<Omit<NoticeView, 'from' | 'at'> & { sender: string | null; at: Date }>(
      'select id, title, message, sender, link, at from notice where person = $1 and seen_at is null order by at desc, id limit 50',
      [person],
    );
    return rows.map(({ sender, at, ...row }) => ({
      ...row,
      from: sender === null ? null : platform.directory.nameOf(sender),
      at: at.toISOString(),
    }));
  });

/** A person has taken note; what it reminded of stays open. @returns whether there was one. */
export const seeNotice = (platform: Platform, scope: Scope, person: string, id: string): Promise<boolean> =>
  scoped(platform.pool, scope, async (client) => {
    const { rows } = await client.query<{ key: string }>(
      'update notice set seen_at = coalesce(seen_at, $3) where id = $1 and person = $2 returning key',
      [id, person, platform.now().toISOString()],
    );
    const reminder = REMINDER.exec(rows[0]?.key ?? '')?.[1];
    if (reminder !== undefined)
      await client.query('update report_reminder set seen_by = $2, seen_at = $3 where id = $1 and seen_at is null', [
        reminder,
        person,
        platform.now().toISOString(),
      ]);
    return rows.length > 0;
  });

/** The occasion of a reminder that stands in the register of publications. */
export const reminderKey = (id: string): string => `reminder/${id}`;
const REMINDER = /^reminder\/([0-9a-f-]{36})$/;

/** Who was told of a matter, as names, by the matter. */
export async function toldOf(
  platform: Platform,
  matters: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await scoped(platform.pool, EVERYTHING, (client) =>
    client.query<{ matter: string; persons: string[] }>(
      'select matter, array_agg(distinct person order by person) as persons from notice where matter = any($1) group by matter',
      [matters],
    ),
  );
  return new Map(rows.map(({ matter, persons }) => [matter, persons.map(platform.directory.nameOf)]));
}
