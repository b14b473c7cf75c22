import { dayOf, type PlainDate } from '@fadu/kernel';
import type { LawAlert, LawAlertList, LawHandled, LawSeverity } from '@fadu/wire';
import type pg from 'pg';
import { editsLaws, postNameOf } from '../access/posts.js';
import type { Platform } from '../matters/execute.js';
import type { Viewer } from '../matters/view.js';
import { EVERYWHERE } from '../settings/settings.js';
import { scoped } from '../storage/scoped.js';
import { alertWorkdays } from './alert-settings.js';

export type Official = Viewer & { readonly actor: Extract<Viewer['actor'], { kind: 'official' }> };

export interface AlertFilter {
  readonly handled: LawHandled | 'open';
  /** Only what the posts in use answer for. */
  readonly mine?: boolean;
  /** Only what hangs on one registered text: `power:12`. */
  readonly of?: string;
  /** null: all. */
  readonly limit?: number | null;
  /** How many are left out before. */
  readonly from?: number;
}

/** An alert of a document is seen by its organ and those above it, like the matter. $1 organizations, $2 paths */
const SEEN = `(a.matter is null or exists (select 1 from matter m where m.id = a.matter
  and (m.organ = any($1::text[]) or m.path <@ any($2::ltree[]))))`;
/** $3 posts as post:org, $4 person, $1 organizations, $5 edits laws */
const MINE = `coalesce(a.owner_post || ':' || a.owner_org = any($3::text[])
  or (a.owner_post is null and a.matter is null and $5::boolean)
  or exists (select 1 from matter m where m.id = a.matter
    and ($4 = any(m.people) or m.people = '{}' and m.organ = any($1::text[]))), false)`;

/** $8 kind and number of a registered text */
const OF = "($8::text is null or a.affected_kind || ':' || split_part(a.affected, '#', 1) = $8)";

const viewerValues = ({ actor, scope }: Official): unknown[] => [
  scope.orgs,
  scope.paths,
  actor.posts.map(({ post, org }) => `${post}:${org}`),
  actor.person,
  editsLaws(actor.posts),
];

/** Alerts in one state: open ones by their last day, the gravest first of one day, others as they were handled; with how many are open, mine, overdue. */
export async function listAlerts(
  platform: Platform,
  viewer: Official,
  { handled, mine = false, of, limit = 50, from = 0 }: AlertFilter,
): Promise<LawAlertList> {
  const editor = editsLaws(viewer.actor.posts);
  return scoped(platform.pool, viewer.scope, async (client) => {
    const values = viewerValues(viewer);
    const today = dayOf(platform.now());
    const found = await client.query({
      name: 'law_alerts',
      text: `select a.id::text, l.code, l.title, a.locator, v.effective_on::text as "effectiveOn", v.end_on::text as "endOn", a.change,
          a.affected_kind as "affectedKind", a.affected, a.affected_name as "affectedName", a.relation, a.severity,
          a.created_at as "createdAt", a.due_on::text as "dueOn", a.handled = 'open' and a.due_on < $10 as overdue, a.handled, p.name as "handledBy", a.handled_post as "handledPost",
          a.handled_at as "handledAt", a.note, a.matter, a.owner_org as "ownerOrg", a.owner_post as "ownerPost",
          (select array_agg(h.name order by h.name) from matter m join person h on h.id = any(m.people) where m.id = a.matter) as people,
          ${MINE} as mine
        from law_alert a join law l on l.id = a.law left join law_version v on v.id = a.version left join person p on p.id = a.handled_by
        where a.handled = $6 and ${SEEN} and (not $7 or ${MINE}) and ${OF}
        order by a.handled_at desc nulls first, a.due_on, array_position(array['high', 'mid', 'low'], a.severity), v.effective_on desc, a.id limit $9 offset $11`,
      values: [...values, handled, mine, of ?? null, limit, today, from],
    });
    const counted = await client.query({
      name: 'law_alert_counts',
      text: `select count(*) filter (where a.handled = $6 and (not $7 or ${MINE}) and ${OF})::int as total,
          count(*) filter (where a.handled = 'open')::int as open, count(*) filter (where a.handled = 'open' and ${MINE})::int as mine,
          count(*) filter (where a.handled = 'open' and a.due_on < $9 and ${MINE})::int as "mineOverdue",
          count(*) filter (where a.handled = 'open' and a.handled = $6 and a.due_on < $9 and (not $7 or ${MINE}) and ${OF})::int as overdue
        from law_alert a where a.handled in ('open', $6) and ${SEEN}`,
      values: [...values, handled, mine, of ?? null, today],
    });
    return {
      ...counted.rows[0],
      rows: found.rows.map((row) => viewed(platform, row)),
      mayHandle: editor,
      workdays: workdaysHere(platform, viewer, today),
    };
  });
}

function workdaysHere(
  { directory, settings }: Platform,
  { actor }: Official,
  today: PlainDate,
): Readonly<Record<LawSeverity, number>> {
  const [first] = actor.posts;
  const lookup = settings.lookupIn(first ? directory.getOrg(first.org).region : EVERYWHERE);
  const of = (severity: LawSeverity) => alertWorkdays(severity, lookup, today);
  return { high: of('high'), mid: of('mid'), low: of('low') };
}

interface Row extends Omit<LawAlert, 'owner' | 'handledAs' | 'changedOn'> {
  readonly effectiveOn: string | null;
  readonly endOn: string | null;
  readonly ownerOrg: string | null;
  readonly ownerPost: string | null;
  readonly handledPost: string | null;
  readonly people: readonly string[] | null;
}

function viewed(platform: Platform, row: Row): LawAlert {
  const { effectiveOn, endOn, ownerOrg, ownerPost, handledPost, people, ...alert } = row;
  const named = (org: string, who: string) => `${platform.directory.nameOf(org)}·${who}`;
  const [post = '', org = ''] = handledPost?.split(':') ?? [];
  return {
    ...alert,
    // Of a law that ended counts the day of its end.
    changedOn: alert.change === 'ended' || alert.change === 'lapsed' ? endOn : effectiveOn,
    owner:
      ownerOrg === null
        ? null
        : named(
            ownerOrg,
            ownerPost === null ? (people?.join('、') ?? '承办机构') : postNameOf(platform.lines, ownerPost),
          ),
    handledAs: handledPost === null ? null : named(org, postNameOf(platform.lines, post)),
  };
}

export type Settled = 'settled' | 'not-found' | 'not-owner';

/** Records what was done about an alert: by its owner, or by a law editor. */
export async function settleAlert(
  platform: Platform,
  viewer: Official,
  id: string,
  handled: LawHandled,
  note: string,
): Promise<Settled> {
  return scoped(platform.pool, viewer.scope, async (client) => {
    const values = [...viewerValues(viewer), id];
    const { rows } = await client.query(
      `select (${MINE} or $5) as may from law_alert a where a.id = $6 and a.handled = 'open' and ${SEEN} for update of a`,
      values,
    );
    if (!rows[0]) return 'not-found';
    if (!rows[0].may) return 'not-owner';
    await record(client, id, handled, note, viewer);
    return 'settled';
  });
}

async function record(
  client: pg.PoolClient,
  id: string,
  handled: LawHandled,
  note: string,
  { actor }: Official,
): Promise<void> {
  const { rows } = await client.query('select owner_org, owner_post from law_alert where id = $1', [id]);
  const owning = actor.posts.find(({ post, org }) => post === rows[0].owner_post && org === rows[0].owner_org);
  const used = owning ?? actor.posts.find(({ org }) => org === rows[0].owner_org) ?? actor.posts[0]!;
  await client.query(
    'update law_alert set handled = $2, note = $3, handled_by = $4, handled_post = $5, handled_at = now() where id = $1',
    [id, handled, note, actor.person, `${used.post}:${used.org}`],
  );
}
