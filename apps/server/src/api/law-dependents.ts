import {
  type LawCitationCheck,
  type LawDependentList,
  type LawDependentPlace,
  type LawDependentRow,
  type LawJudgedDependent,
  MOST_DEPENDENTS,
} from '@fadu/wire';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Accounts } from '../access/accounts.js';
import type { Official } from '../law/alert-list.js';
import { knownTitles } from '../law/citing.js';
import { checkText, endDependent, listDependents, registerDependent, registerPlaces } from '../law/dependents.js';
import { registerMany } from '../law/dependents-many.js';
import { readDependents } from '../law/dependents-read.js';
import { dependentTable } from '../law/dependents-table.js';
import type { Platform } from '../matters/execute.js';
import { EXCEL } from './openapi-route.js';
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
const words = (most: number) => z.string().max(most);
export const manyBody = z.strictObject({
  org: z.string().min(1).max(100),
  rows: z
    .array(
      z.strictObject({
        row: z.number().int().min(1).max(1_000_000),
        kind: words(100),
        name: words(1000),
        number: words(1000),
        post: words(100),
        text: words(200_000),
      }),
    )
    .min(1)
    .max(MOST_DEPENDENTS),
  /** Without it nothing is written. `all`: all or none; `ready`: those in order. */
  confirm: z.enum(['all', 'ready']).optional(),
});
export const tableQuery = z.object({ org: z.string().min(1).max(100) });
export const readQuery = tableQuery.extend({ kind: words(100).default(''), post: words(100).default('') });
/** Five hundred rows with their words. */
const MOST_BYTES = 20 * 1024 * 1024;

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

  const placeOf = (viewer: Official, org: string): LawDependentPlace => {
    const place = registerPlaces(platform, viewer).find((one) => one.org === org);
    if (!place) throw notFound();
    return place;
  };
  const many = async (viewer: Official, body: unknown): Promise<LawJudgedDependent[]> => {
    const { org, rows, confirm } = manyBody.parse(body);
    const done = await registerMany(platform, viewer, org, rows, confirm);
    if (!done.ok) throw new HttpProblem(409, { code: 'law.dependent', title: done.error });
    return done.value;
  };
  const sendTable = (reply: FastifyReply, table: Buffer, name: string) =>
    reply
      .type(EXCEL)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(table);

  /** The table in which many are registered at once. */
  app.get('/api/law/dependents/table.xlsx', async (request, reply) => {
    const viewer = await officialOf(platform, accounts, request);
    const place = placeOf(viewer, tableQuery.parse(request.query).org);
    return sendTable(reply, await dependentTable(place), '引用登记表.xlsx');
  });

  /** The rows that are to be put right, with what is wrong beside them. */
  app.post('/api/law/dependents/table.xlsx', { bodyLimit: MOST_BYTES }, async (request, reply) => {
    const viewer = await officialOf(platform, accounts, request);
    const body = { ...manyBody.parse(request.body), confirm: undefined };
    const place = placeOf(viewer, body.org);
    const faulty = (await many(viewer, body)).filter(({ standing }) => standing === 'faulty');
    return sendTable(reply, await dependentTable(place, faulty), '引用登记表（要改的行）.xlsx');
  });

  /** A filled-in table, or a document: what would be registered of it. Nothing is written. */
  app.post('/api/law/dependents/read', async (request): Promise<LawDependentRow[]> => {
    const viewer = await officialOf(platform, accounts, request);
    const { org, kind, post } = readQuery.parse(request.query);
    placeOf(viewer, org);
    const part = await request.file();
    if (!part) throw new HttpProblem(400, { code: 'file.none', title: '没有收到文件，请重新选择。' });
    const titles = await knownTitles(platform.pool);
    const read = await readDependents(await part.toBuffer(), part.filename, { kind, post }, titles);
    if (!read.ok) throw new HttpProblem(422, { code: 'law.file', title: read.error });
    return read.value;
  });

  /** Many at once: judged, and when confirmed registered. */
  app.post(
    '/api/law/dependents/many',
    { bodyLimit: MOST_BYTES },
    async (request): Promise<LawJudgedDependent[]> => many(await officialOf(platform, accounts, request), request.body),
  );

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
