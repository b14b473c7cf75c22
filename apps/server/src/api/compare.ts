import { type FigureComparison, figureCompareFileQuery, figureCompareQuery } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import { compare } from '../compare/compare.js';
import { comparisonCsv, comparisonSheet } from '../compare/sheet.js';
import type { Platform } from '../matters/execute.js';
import { officialOf } from './session.js';

/** Figures of the platform and of reports that were read, side by side. */
export function compareRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  app.get('/api/compare', async (request): Promise<FigureComparison> => {
    const viewer = await officialOf(platform, accounts, request);
    return compare(platform, viewer, figureCompareQuery.parse(request.query));
  });
  app.get('/api/compare/file', async (request, reply) => {
    const viewer = await officialOf(platform, accounts, request);
    const { as, ...query } = figureCompareFileQuery.parse(request.query);
    const comparison = await compare(platform, viewer, query);
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`报告比对.${as}`)}`);
    if (as === 'csv') return reply.type('text/csv; charset=utf-8').send(comparisonCsv(comparison));
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .send(await comparisonSheet(comparison));
  });
}
