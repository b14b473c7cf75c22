import type { NoticeView } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import type { Platform } from '../matters/execute.js';
import { isUuid } from '../matters/uuid.js';
import { noticesOf, seeNotice } from '../notices/notices.js';
import { notFound } from './problem.js';
import { officialOf } from './session.js';

/** Reminders that have reached a person. */
export function noticeRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  app.get('/api/notices', async (request): Promise<NoticeView[]> => {
    const { actor, scope } = await officialOf(platform, accounts, request);
    return noticesOf(platform, scope, actor.person);
  });
  app.post('/api/notices/:id/seen', async (request): Promise<NoticeView[]> => {
    const { actor, scope } = await officialOf(platform, accounts, request);
    const { id } = request.params as { id: string };
    if (!isUuid(id) || !(await seeNotice(platform, scope, actor.person, id))) throw notFound();
    return noticesOf(platform, scope, actor.person);
  });
}
