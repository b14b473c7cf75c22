import { chineseWeekday, dayOf, type PlainDate, parsePlainDate } from '@fadu/kernel';
import { collection, getLine, reporting } from '@fadu/lines';
import { describe, headsOf } from '@fadu/procedure';
import type { Me, OrgRow, PersonRow } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import type { Org } from '../access/directory.js';
import { postNameOf, settlesRules } from '../access/posts.js';
import { waitingReports } from '../disclosure/my-reports.js';
import { registerOf } from '../disclosure/reminders.js';
import type { Platform } from '../matters/execute.js';
import { threeWorkdaysOn } from '../matters/list-query.js';
import { scoped } from '../storage/scoped.js';
import { notFound } from './problem.js';
import { officialOf } from './session.js';

const RETURN_POSTS = new Set(Object.keys(getLine(collection.line).posts));
const REPORT_POSTS = new Set(Object.keys(getLine(reporting.line).posts));

export const orgRow = ({ id, name, short, region, kind, parent }: Org): OrgRow => ({
  id,
  name,
  short,
  region,
  kind,
  parent,
});

/** Lines, people and organizations: what forms are drawn from. */
export function referenceRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  const dayKindOf = (day: PlainDate): string => {
    const kind = platform.calendar().describe(day);
    return { workday: '工作日', makeup: '调休上班', weekend: '休息日', holiday: kind.name ?? '法定休假日' }[kind.kind];
  };

  app.get('/api/me', async (request): Promise<Me> => {
    const viewer = await officialOf(platform, accounts, request);
    const { actor, held, acting } = viewer;
    const { directory } = platform;
    const today = dayOf(platform.now());
    const inUse = new Set(actor.posts.map((post) => post.post));
    const described = ({ post, org }: { post: string; org: string }): Me['posts'][number] => ({
      post,
      postName: postNameOf(platform.lines, post),
      org,
      orgName: directory.nameOf(org),
      region: directory.getOrg(org).region,
    });
    const leading = new Set(platform.lines.flatMap(headsOf));
    return {
      person: { id: actor.person, name: actor.name },
      posts: actor.posts.map(described),
      held: held.map(described),
      acting,
      leads: inUse.size > 0 && [...inUse].every((post) => leading.has(post)),
      reportsOf: actor.posts.find(({ post }) => REPORT_POSTS.has(post))?.org ?? null,
      keepsRules: actor.posts.some(({ post }) => settlesRules(post)),
      reportsWaiting: await waitingReports(platform, viewer),
      seesRegister: registerOf(platform, viewer) !== null,
      returns: actor.posts.some(({ post }) => RETURN_POSTS.has(post))
        ? {
            fills: actor.posts.flatMap(({ post, org }) => (post === collection.reporter ? [org] : [])),
            checks: actor.posts.flatMap(({ post, org }) => (post === collection.reviewer ? [org] : [])),
          }
        : null,
      lines: platform.lines
        .filter((line) => Object.keys(line.posts).some((post) => inUse.has(post)))
        .map((line) => ({
          code: line.code,
          name: line.name,
          opens: Object.entries(line.actions)
            .filter(([, action]) => action.from === undefined && action.by.some((rule) => inUse.has(rule)))
            .map(([action, { name }]) => ({ action, name })),
          calendar: (line.calendar ?? []).length > 0,
        })),
      today,
      soonUntil: threeWorkdaysOn(platform, today),
      dayKind: `${chineseWeekday(today)} · ${dayKindOf(today)}`,
    };
  });

  /** What kind of day it is, for the echo beside a date that is typed. */
  app.get('/api/days/:day', async (request) => {
    await officialOf(platform, accounts, request);
    const day = parsePlainDate((request.params as { day: string }).day);
    if (!day) throw notFound();
    return { day, weekday: chineseWeekday(day), kind: dayKindOf(day) };
  });

  app.get('/api/lines', async (request) => {
    await officialOf(platform, accounts, request);
    return platform.lines.map(({ code, name, kind }) => ({ code, name, kind }));
  });
  app.get('/api/lines/:code', async (request) => {
    await officialOf(platform, accounts, request);
    const line = platform.lineOf((request.params as { code: string }).code);
    if (!line) throw notFound();
    return describe(line, dayOf(platform.now()));
  });

  app.get('/api/organizations', async (request) => {
    await officialOf(platform, accounts, request);
    const { q = '', region = '' } = request.query as { q?: string; region?: string };
    const found: OrgRow[] = [];
    for (const org of platform.directory.allOrgs()) {
      if (region !== '' && org.region !== region) continue;
      if (q !== '' && !org.name.includes(q) && !org.short.includes(q) && org.id !== q) continue;
      found.push(orgRow(org));
    }
    return found.sort((a, b) => a.name.length - b.name.length || a.name.localeCompare(b.name)).slice(0, 50);
  });

  app.get('/api/people', async (request): Promise<PersonRow[]> => {
    const { scope } = await officialOf(platform, accounts, request);
    const { post = '', org = '', q = '' } = request.query as { post?: string; org?: string; q?: string };
    const today = dayOf(platform.now());
    const holders = platform.directory.holdersOf(post, org, today);
    const { rows } = await scoped(platform.pool, scope, (client) =>
      client.query(
        'select p, count(*)::int as n from matter, unnest(people) p where closed_on is null and p = any($1) group by p',
        [holders.map((one) => one.person)],
      ),
    );
    const open = new Map(rows.map((row) => [row.p, row.n]));
    const postName = postNameOf(platform.lines, post);
    return holders
      .map((one) => ({
        id: one.person,
        name: platform.directory.nameOf(one.person),
        post,
        postName,
        org,
        open: open.get(one.person) ?? 0,
      }))
      .filter((one) => q === '' || one.name.includes(q));
  });
}
