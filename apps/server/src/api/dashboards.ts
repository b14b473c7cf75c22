import { PassThrough } from 'node:stream';
import type { Dashboard } from '@fadu/indicator';
import { dayOf } from '@fadu/kernel';
import { dashboards } from '@fadu/lines';
import { type DashboardEntry, type DashboardView, dashboardQuery } from '@fadu/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import { writeDashboardExcel } from '../dashboards/excel.js';
import { viewDashboard } from '../dashboards/view.js';
import type { Platform } from '../matters/execute.js';
import { answered, firstOrg } from './indicators.js';
import { notFound } from './problem.js';
import { officialOf } from './session.js';

/** Boards for those who lead. What a board holds is data (lines/registry); here it is only asked for. */
export function dashboardRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  const view = async (request: FastifyRequest): Promise<DashboardView> => {
    const viewer = await officialOf(platform, accounts, request);
    const { org, period, compare = 'year' } = dashboardQuery.parse(request.query);
    const board = boardOf((request.params as { key: string }).key);
    const question = {
      org: org ?? firstOrg(platform, viewer),
      period: period ?? dayOf(platform.now()).slice(0, 4),
      compare,
    };
    return answered(await viewDashboard(platform, viewer.scope, board, question));
  };

  app.get('/api/dashboards', async (request): Promise<DashboardEntry[]> => {
    await officialOf(platform, accounts, request);
    return dashboards.map(({ key, name, purpose }) => ({ key, name, purpose }));
  });

  app.get('/api/dashboards/:key', view);

  app.get('/api/dashboards/:key/excel', async (request, reply) => {
    const board = await view(request);
    const out = new PassThrough();
    writeDashboardExcel(board, out).catch((error: Error) => out.destroy(error));
    const name = encodeURIComponent(`${board.org.name}${board.name}看板${board.period.name}.xlsx`);
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="dashboard.xlsx"; filename*=UTF-8''${name}`)
      .send(out);
  });
}

/** @throws HttpProblem 404 */
function boardOf(key: string): Dashboard {
  const board = dashboards.find((one) => one.key === key);
  if (!board) throw notFound();
  return board;
}
