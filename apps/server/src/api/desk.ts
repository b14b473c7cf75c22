import { headsOf, type Line } from '@fadu/procedure';
import { followBody, keepViewBody, type SavedView } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Accounts } from '../access/accounts.js';
import { findMatter, type Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';
import { HttpProblem, notFound } from './problem.js';
import { type Official, officialOf } from './session.js';

const params = z.object({ id: z.uuid() });
/** Days for which a view that was dropped can be brought back. */
const KEPT_DAYS = 30;

/** What a person keeps on the desk: matters followed, and views of lists, own ones and those of the office. */
export function deskRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  app.post('/api/matters/:id/follow', async (request): Promise<{ followed: boolean }> => {
    const { actor, scope } = await officialOf(platform, accounts, request);
    const { id } = params.parse(request.params);
    const { follow } = followBody.parse(request.body);
    const found = await findMatter(platform, scope, id);
    if (!found) throw notFound();
    const { region } = found.record;
    await scoped(platform.pool, scope, (client) =>
      follow
        ? client.query('insert into follow (region, matter, person) values ($1, $2, $3) on conflict do nothing', [
            region,
            id,
            actor.person,
          ])
        : client.query('delete from follow where region = $1 and matter = $2 and person = $3', [
            region,
            id,
            actor.person,
          ]),
    );
    return { followed: follow };
  });

  const lineOf = (code: string): Line => {
    const line = platform.lineOf(code);
    if (!line) throw new HttpProblem(404, { code: 'not-found', title: '没有这项业务。' });
    return line;
  };
  /** Offices of this person that work in the line. */
  const officesIn = ({ actor }: Official, line: Line): string[] => [
    ...new Set(actor.posts.filter(({ post }) => Object.hasOwn(line.posts, post)).map(({ org }) => org)),
  ];
  const leads = ({ actor }: Official, line: Line, org: string): boolean =>
    actor.posts.some((held) => held.org === org && headsOf(line).includes(held.post));

  async function views(official: Official, line: Line): Promise<SavedView[]> {
    const { rows } = await platform.pool.query(
      `select id, name, search, org, owner from saved_view
       where line = $1 and dropped_at is null and ((org is null and owner = $2) or org = any($3)) order by org nulls first, at`,
      [line.code, official.actor.person, officesIn(official, line)],
    );
    return rows.map(({ id, name, search, org, owner }) => ({
      id,
      name,
      search,
      office: org === null ? null : platform.directory.nameOf(org),
      mayDrop: owner === official.actor.person || (org !== null && leads(official, line, org)),
    }));
  }

  app.get('/api/views/:line', async (request) =>
    views(await officialOf(platform, accounts, request), lineOf((request.params as { line: string }).line)),
  );

  app.post('/api/views', async (request): Promise<SavedView[]> => {
    const official = await officialOf(platform, accounts, request);
    const { line: code, name, search, office } = keepViewBody.parse(request.body);
    const line = lineOf(code);
    const [org = null] = office ? officesIn(official, line) : [];
    if (office && org === null)
      throw new HttpProblem(403, {
        code: 'view.no_office',
        title: '不能存为本单位视图：本岗位不办理这项业务。可以存为自己的视图。',
      });
    const target =
      org === null
        ? '(owner, line, name) where org is null and dropped_at is null'
        : '(org, line, name) where org is not null and dropped_at is null';
    // A colleague's view of the office is replaced only by who may take it away.
    const { rowCount } = await platform.pool.query(
      `insert into saved_view as v (id, line, owner, org, name, search) values ($1, $2, $3, $4, $5, $6)
       on conflict ${target} do update set search = excluded.search, at = now() where v.owner = excluded.owner or $7`,
      [
        uuidv7(),
        code,
        official.actor.person,
        org,
        name,
        JSON.stringify(search),
        org !== null && leads(official, line, org),
      ],
    );
    if (rowCount === 0)
      throw new HttpProblem(409, {
        code: 'view.taken',
        title: `本单位已有同名视图“${name}”，由他人设置。请换一个名称。`,
      });
    return views(official, line);
  });

  app.post('/api/views/:id/drop', async (request): Promise<SavedView[]> => {
    const official = await officialOf(platform, accounts, request);
    const { id } = params.parse(request.params);
    const { rows } = await platform.pool.query('select line from saved_view where id = $1 and dropped_at is null', [
      id,
    ]);
    const line = rows[0] && platform.lineOf(rows[0].line);
    const known = line && (await views(official, line)).find((view) => view.id === id);
    if (!line || !known) throw new HttpProblem(404, { code: 'not-found', title: '没有这个视图，可能已经删去。' });
    if (!known.mayDrop)
      throw new HttpProblem(403, {
        code: 'view.not_yours',
        title: '不能删去：本单位视图由设置的人或者机构负责人删去。',
      });
    await platform.pool.query(`delete from saved_view where dropped_at < now() - interval '${KEPT_DAYS} days'`);
    await platform.pool.query('update saved_view set dropped_at = now(), dropped_by = $2 where id = $1', [
      id,
      official.actor.person,
    ]);
    return views(official, line);
  });

  // Whoever took a view away may bring it back, as it was and whose it was.
  app.post('/api/views/:id/restore', async (request): Promise<SavedView[]> => {
    const official = await officialOf(platform, accounts, request);
    const { id } = params.parse(request.params);
    const { rows } = await platform.pool.query(
      'select line, name from saved_view where id = $1 and dropped_by = $2 and dropped_at is not null',
      [id, official.actor.person],
    );
    const line = rows[0] && platform.lineOf(rows[0].line);
    if (!line)
      throw new HttpProblem(404, { code: 'not-found', title: '没有可以恢复的视图：已经恢复，或者删去超过三十日。' });
    try {
      await platform.pool.query('update saved_view set dropped_at = null, dropped_by = null where id = $1', [id]);
    } catch (error) {
      if ((error as { code?: string }).code !== '23505') throw error;
      throw new HttpProblem(409, {
        code: 'view.taken',
        title: `不能恢复：其后又存了同名视图“${rows[0].name}”。可以先删去现有的，再恢复。`,
      });
    }
    return views(official, line);
  });
}
