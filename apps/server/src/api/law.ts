import { dayOf, type PlainDate, parsePlainDate } from '@fadu/kernel';
import type {
  LawCatalogue,
  LawClause,
  LawComparison,
  LawFacets,
  LawImpact,
  LawRead,
  LawSearchAnswer,
  LawStatus,
  LawSuggestion,
} from '@fadu/wire';
import { articleOf, readTechnicalCode, typedPlace } from '@fadu/wire/law-reading';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Accounts } from '../access/accounts.js';
import { akomaNtoso } from '../law/akoma-ntoso.js';
import { listLaws } from '../law/catalogue.js';
import { ownDocumentsCiting } from '../law/citing.js';
import { exportAkn, exportLaws } from '../law/export.js';
import { lawTold, standingTold } from '../law/in-force.js';
import {
  clauseHistory,
  clauseOn,
  findLaw,
  impactOf,
  lawFacets,
  lawIndexOf,
  lawInForce,
  lawStatus,
  readVersion,
  searchLaws,
  suggestLaws,
  toldHistory,
  wordDifference,
} from '../law/index.js';
import { toldWrittenFor } from '../law/written-for.js';
import type { Platform } from '../matters/execute.js';
import { HttpProblem } from './problem.js';
import { officialOf } from './session.js';

export const lawSearchQuery = z.object({
  q: z.string().min(1).max(100),
  kind: z.string().length(1).optional(),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  all: z.enum(['1']).optional(),
  maker: z.string().trim().min(2).max(60).optional(),
  on: z.string().max(10).optional(),
  state: z.enum(['notYetEffective', 'inForce', 'superseded', 'repealed', 'lapsed']).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
/** Made once: a schema is compiled when it is first used, which takes longer than to suggest. */
export const lawSuggestQuery = lawSearchQuery.pick({ q: true });
export const lawListQuery = lawSearchQuery
  .pick({ kind: true, region: true, maker: true, on: true, state: true, limit: true })
  .extend({
    title: z.string().trim().min(1).max(100).optional(),
    order: z.enum(['rank', 'latest']).default('rank'),
    from: z.coerce.number().int().min(0).max(1_000_000).default(0),
  });
export const lawReadQuery = z.object({
  on: z.string().max(10).optional(),
  at: z.string().max(60).optional(),
  vs: z.string().max(10).optional(),
});

export const lawClauseQuery = lawReadQuery
  .pick({ on: true, at: true })
  .extend({ from: z.coerce.number().int().min(0).max(1_000_000).default(0) });

const NOTHING_FOUND: LawSearchAnswer = {
  exact: null,
  laws: [],
  clauses: [],
  loose: false,
  meant: [],
  corrected: null,
  missing: null,
};

/** The law base: laws are public, so reading needs no account. Times are days, Asia/Shanghai. */
export function lawRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  const { pool } = platform;
  const index = lawIndexOf(pool, platform.now);
  const today = (): PlainDate => dayOf(platform.now());
  const dayIn = (text: string | undefined): PlainDate => {
    if (text === undefined || text === '') return today();
    const day = parsePlainDate(text);
    if (!day) throw new HttpProblem(400, { code: 'law.day', title: `没有“${text}”这一天，写作2024-09-25。` });
    return day;
  };
  const unknown = (name: string) =>
    new HttpProblem(404, { code: 'law.unknown', title: `库中没有“${name}”。请核对全称，或者搜索其中几个字。` });

  app.get('/api/public/law/status', async (): Promise<LawStatus> => lawStatus(pool));

  app.get('/api/public/law/facets', async (): Promise<LawFacets> => lawFacets(pool));

  app.get('/api/public/law/search', async (request): Promise<LawSearchAnswer> => {
    const { q, ...filter } = lawSearchQuery.parse(request.query);
    const named = readTechnicalCode(q);
    const law = named ? (await findLaw(pool, named.code))?.law : undefined;
    if (law) return { ...NOTHING_FOUND, laws: [lawTold(law)] };
    const dated = filter.on !== undefined || filter.state !== undefined;
    return searchLaws(index, q, {
      ...(filter.kind && { kind: filter.kind }),
      ...(filter.region && { region: filter.region }),
      ...(filter.limit && { limit: filter.limit }),
      ...(filter.maker && { maker: filter.maker }),
      ...(dated && { standing: { on: dayIn(filter.on), state: filter.state ?? 'inForce' } }),
      all: filter.all === '1',
    });
  });

  app.get('/api/public/law/suggest', async (request): Promise<LawSuggestion[]> => {
    const { q } = lawSuggestQuery.parse(request.query);
    return suggestLaws(index, q);
  });

  /** The base as a list: by kind, place, maker, where a text stands on a day. */
  app.get('/api/public/law/works', async (request): Promise<LawCatalogue> => {
    const { kind, region, maker, title, on, state, order, limit, from } = lawListQuery.parse(request.query);
    return listLaws(pool, {
      on: dayIn(on),
      state: state ?? 'inForce',
      ...(kind && { kind }),
      ...(region && { region }),
      ...(maker && { maker }),
      ...(title && { title }),
      order,
      limit: limit ?? 50,
      from,
    });
  });

  app.get('/api/public/law/works/:name', async (request): Promise<LawRead> => {
    const { name } = request.params as { name: string };
    const on = dayIn(lawReadQuery.parse(request.query).on);
    const found = await lawInForce(pool, name, on);
    if (!found) throw unknown(name);
    const [read, history] = await Promise.all([
      readVersion(pool, found.version, on),
      toldHistory(pool, found.versions.at(-1)!.id),
    ]);
    return { ...standingTold(found), on, ...read, history };
  });

  app.get('/api/public/law/works/:name/clause', async (request): Promise<LawClause> => {
    const { name } = request.params as { name: string };
    const query = lawClauseQuery.parse(request.query);
    const on = dayIn(query.on);
    const clause = await clauseOn(pool, name, query.at ?? '', on);
    if (!clause.ok) throw new HttpProblem(404, { code: clause.error.code, title: clause.error.message });
    const { found, citations, ...told } = clause.value;
    const [history, cited] = await Promise.all([
      clauseHistory(pool, clause.value, on, query.from),
      toldWrittenFor(pool, found.version.effectiveOn, on, citations),
    ]);
    return { ...told, found: standingTold(found), citations: cited, on, ...history };
  });

  /** Two versions of one work, article by article, with the words that changed. */
  app.get('/api/public/law/works/:name/compare', async (request): Promise<LawComparison> => {
    const { name } = request.params as { name: string };
    const query = lawReadQuery.parse(request.query);
    const [newer, older] = [
      await lawInForce(pool, name, dayIn(query.on)),
      await lawInForce(pool, name, dayIn(query.vs)),
    ];
    if (!newer || !older) throw unknown(name);
    return wordDifference(pool, newer.law, older.version, newer.version);
  });

  app.get('/api/public/law/works/:name/akn', async (request, reply) => {
    const { name } = request.params as { name: string };
    const found = await lawInForce(pool, name, dayIn(lawReadQuery.parse(request.query).on));
    if (!found) throw unknown(name);
    return reply.type('application/xml; charset=utf-8').send(await akomaNtoso(pool, found));
  });

  app.get('/api/public/law/export.jsonl', async (_request, reply) =>
    reply.type('application/jsonl; charset=utf-8').send(exportLaws(pool)),
  );

  app.get('/api/public/law/export.akn.tar', async (_request, reply) =>
    reply
      .type('application/x-tar')
      .header('content-disposition', 'attachment; filename="fadu-laws.akn.tar"')
      .send(exportAkn(pool)),
  );

  app.get('/api/law/impact/:name', async (request): Promise<LawImpact> => {
    const { scope } = await officialOf(platform, accounts, request);
    const { name } = request.params as { name: string };
    const query = lawReadQuery.parse(request.query);
    const found = await findLaw(pool, name);
    if (!found) throw unknown(name);
    const on = dayIn(query.on);
    const clause = query.at ? await clauseOn(pool, name, query.at, on) : null;
    if (clause && !clause.ok && clause.error.code !== 'law.not_yet')
      throw new HttpProblem(404, { code: clause.error.code, title: clause.error.message });
    // Of a law that is to come the number is taken as it is written.
    const locator = clause?.ok ? articleOf(clause.value.locator) : query.at ? typedPlace(query.at) : null;
    const impact = await impactOf(pool, platform.lines, name, locator, on, (law) =>
      ownDocumentsCiting(platform, scope, law),
    );
    if (!impact) throw unknown(name);
    return { law: lawTold(impact.law), affected: impact.affected };
  });
}
