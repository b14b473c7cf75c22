import type { LawBatch, LawBatchAdded, LawBatchComparison, LawBatchSource, LawBatchView } from '@fadu/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Accounts } from '../access/accounts.js';
import { editsLaws } from '../access/posts.js';
import {
  addText,
  answerText,
  listBatches,
  openBatch,
  releaseBatch,
  sourceOf,
  viewBatch,
  withdrawBatch,
} from '../law/desk.js';
import { compareAtDesk } from '../law/desk-compare.js';
import { correctText, undoCorrection } from '../law/desk-corrections.js';
import type { Platform } from '../matters/execute.js';
import { HttpProblem, notFound } from './problem.js';
import { officialOf } from './session.js';

export const openBody = z.strictObject({ name: z.string().trim().min(2).max(100) });
export const answerBody = z.strictObject({ note: z.string().trim().min(2).max(500) });
export const correctionBody = z.strictObject({
  from: z.number().int().min(0),
  was: z.string().max(20_000),
  now: z.string().max(20_000),
  reason: z.string().trim().min(2).max(500),
});
const TEXTS = /\.(md|txt|html?|docx)$/i;
/** A path inside the folder that was chosen: no way out of it. */
const SAFE_PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^/\0\\][^\0\\]{0,299}$/;

/** The editors' desk: only for posts of 法规编辑. */
export function lawDeskRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  const { pool } = platform;
  const editor = async (request: FastifyRequest): Promise<string> => {
    const { actor } = await officialOf(platform, accounts, request);
    if (!editsLaws(actor.posts))
      throw new HttpProblem(403, {
        code: 'law.editor',
        title: '不能入库校核：只有法规编辑可以送校和放行。请转告本机关的法规编辑，或者切换到该岗位。',
      });
    return actor.person;
  };
  const numbers = (request: FastifyRequest): { id: number; ord: number } => {
    const { id, ord = '0' } = request.params as { id: string; ord?: string };
    if (!/^\d{1,9}$/.test(id) || !/^\d{1,6}$/.test(ord)) throw notFound();
    return { id: Number(id), ord: Number(ord) };
  };
  const refused = (title: string) => new HttpProblem(409, { code: 'law.desk', title });
  const view = async (id: number, person: string): Promise<LawBatchView> => {
    const found = await viewBatch(pool, id, person);
    if (!found) throw notFound();
    return found;
  };

  app.get('/api/law/desk', async (request): Promise<LawBatch[]> => {
    await editor(request);
    return listBatches(pool);
  });
  app.post('/api/law/desk', async (request, reply) => {
    const person = await editor(request);
    const { name } = openBody.parse(request.body);
    const id = await openBatch(pool, name, person);
    return reply.status(201).send(await view(id, person));
  });
  app.get('/api/law/desk/:id', async (request): Promise<LawBatchView> => {
    const person = await editor(request);
    return view(numbers(request).id, person);
  });
  app.get('/api/law/desk/:id/texts/:ord', async (request): Promise<LawBatchSource> => {
    const person = await editor(request);
    const { id, ord } = numbers(request);
    const found = await sourceOf(pool, id, ord, person);
    if (!found) throw notFound();
    return found;
  });
  /** What a text changes in the version that it follows. */
  app.get('/api/law/desk/:id/texts/:ord/compare', async (request): Promise<LawBatchComparison> => {
    await editor(request);
    const { id, ord } = numbers(request);
    const found = await compareAtDesk(pool, id, ord);
    if (!found) throw notFound();
    return found;
  });
  /** One file; its path inside the chosen folder stands in the query, since browsers send only the last part. */
  app.post('/api/law/desk/:id/texts', async (request): Promise<LawBatchAdded> => {
    const person = await editor(request);
    const part = await request.file();
    const path = String((request.query as { path?: string }).path ?? part?.filename ?? '');
    if (!part || !SAFE_PATH.test(path) || !TEXTS.test(path))
      throw new HttpProblem(400, {
        code: 'law.file',
        title: `“${path}”不能送校。请选md、txt、html或者docx文件。`,
      });
    const added = await addText(platform, numbers(request).id, path, await part.toBuffer(), person);
    if (!added.ok) throw refused(added.error);
    return added.value;
  });
  app.post('/api/law/desk/:id/texts/:ord', async (request): Promise<LawBatchView> => {
    const person = await editor(request);
    const { id, ord } = numbers(request);
    const { note } = answerBody.parse(request.body);
    if (!(await answerText(pool, id, ord, note))) throw refused('没有记录：批次已经放行或者撤回。');
    return view(id, person);
  });
  /** A line split or joined, a label or a word put right: recorded with its reason, the text as it came stays. */
  app.post('/api/law/desk/:id/texts/:ord/corrections', async (request): Promise<LawBatchView> => {
    const person = await editor(request);
    const { id, ord } = numbers(request);
    const done = await correctText(platform, id, ord, correctionBody.parse(request.body), person);
    if (!done.ok) throw refused(done.error);
    return view(id, person);
  });
  app.post('/api/law/desk/:id/texts/:ord/corrections/undo', async (request): Promise<LawBatchView> => {
    const person = await editor(request);
    const { id, ord } = numbers(request);
    const done = await undoCorrection(platform, id, ord, person);
    if (!done.ok) throw refused(done.error);
    return view(id, person);
  });
  app.post('/api/law/desk/:id/release', async (request): Promise<LawBatchView> => {
    const person = await editor(request);
    const { id } = numbers(request);
    const done = await releaseBatch(pool, id, person);
    if (!done.ok) throw refused(done.error);
    return view(id, person);
  });
  app.post('/api/law/desk/:id/withdraw', async (request): Promise<LawBatchView> => {
    const person = await editor(request);
    const { id } = numbers(request);
    if (!(await withdrawBatch(pool, id, person))) throw refused('不能撤回：只有送校人可以撤回，放行以后不能撤回。');
    return view(id, person);
  });
}
