import type { LawCitationCheck, LawDependentList } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Accounts } from '../access/accounts.js';
import { checkText, endDependent, listDependents, registerDependent, registerPlaces } from '../law/dependents.js';
import type { Platform } from '../matters/execute.js';
import { HttpProblem, notFound } from './problem.js';
import { officialOf } from './session.js';

const text = z.string().trim().min(2).max(50_000);
export const checkBody = z.strictObject({ text });
export const registerBody = z.strictObject({
  kind: z.enum(['normative', 'power', 'benchmark', 'form']),
  name: z.string().trim().min(2).max(200),
  number: z.string().trim().max(100).default(''),
  org: z.string().min(1).max(100),
  post: z.string().min(1).max(100),
  text,
});
export const endBody = z.strictObject({ reason: z.string().trim().min(2).max(500) });

/** Texts of organizations that rest on laws: documents, power items, benchmarks, forms. */
export function lawDependentRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  app.get('/api/law/dependents', async (request): Promise<LawDependentList> => {
    const viewer = await officialOf(platform, accounts, request);
    return { rows: await listDependents(platform, viewer), places: registerPlaces(platform, viewer) };
  });

  /** Before it is registered: what was read of the text. */
  app.post('/api/law/dependents/check', async (request): Promise<LawCitationCheck[]> => {
    await officialOf(platform, accounts, request);
    return checkText(platform, checkBody.parse(request.body).text);
  });

  app.post('/api/law/dependents', async (request, reply) => {
    const viewer = await officialOf(platform, accounts, request);
    const done = await registerDependent(platform, viewer, registerBody.parse(request.body));
    if (!done.ok) throw new HttpProblem(409, { code: 'law.dependent', title: done.error });
    return reply.status(201).send({ id: done.value });
  });

  app.post('/api/law/dependents/:id/end', async (request): Promise<{ ok: true }> => {
    const viewer = await officialOf(platform, accounts, request);
    const { id } = request.params as { id: string };
    const { reason } = endBody.parse(request.body);
    if (!/^\d{1,9}$/.test(id)) throw notFound();
    if (!(await endDependent(platform, viewer, Number(id), reason)))
      throw new HttpProblem(409, {
        code: 'law.dependent',
        title: '不能停用：不是本单位登记的，或者已经停用。请刷新后再看。',
      });
    return { ok: true };
  });
}
