import { handleMessageBody, type MatterView, type UndeliveredMessage } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Accounts } from '../access/accounts.js';
import { findMatter, type Platform } from '../matters/execute.js';
import { handleUndelivered, undeliveredIn } from '../matters/undelivered.js';
import { viewMatter } from '../matters/view.js';
import { scoped } from '../storage/scoped.js';
import { HttpProblem, notFound } from './problem.js';
import { officialOf } from './session.js';

const params = z.object({ id: z.uuid(), message: z.uuid() });

/** Messages between matters that another line refused: shown to who handles the matter, and dealt with by them. */
export function messageRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  app.get('/api/undelivered', async (request): Promise<UndeliveredMessage[]> => {
    const { actor, scope } = await officialOf(platform, accounts, request);
    const organs = [...new Set(actor.posts.map(({ org }) => org))];
    return scoped(platform.pool, scope, (client) => undeliveredIn(client, platform, { organs }));
  });

  app.post('/api/matters/:id/messages/:message', async (request): Promise<MatterView> => {
    const viewer = await officialOf(platform, accounts, request);
    const { id, message } = params.parse(request.params);
    const body = handleMessageBody.parse(request.body);
    const found = await findMatter(platform, viewer.scope, id);
    if (!found) throw notFound();
    const line = platform.lineOf(found.record.line)!;
    const { actor } = viewer;
    if (!actor.posts.some(({ post, org }) => org === found.record.organ && Object.hasOwn(line.posts, post)))
      throw new HttpProblem(403, {
        code: 'message.not_yours',
        title: '不能处理：由办理本案的机关处理。可以转告承办人。',
      });
    const done = await scoped(platform.pool, viewer.scope, (client) =>
      handleUndelivered(
        client,
        id,
        message,
        body.how === 'again' ? { again: true } : { again: false, by: actor.person, note: body.note },
      ),
    );
    if (!done) throw new HttpProblem(409, { code: 'message.handled', title: '这件事已经由他人处理。请刷新后查看。' });
    return viewMatter(platform, viewer, found.record);
  });
}
