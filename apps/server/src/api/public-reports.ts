import type { FastifyInstance } from 'fastify';
import {
  publicHoldings,
  publicIndicator,
  publicIndicators,
  publicReport,
  publicReports,
} from '../disclosure/public-reports.js';
import type { Platform } from '../matters/execute.js';
import { HttpProblem } from './problem.js';

const limited = { config: { rateLimit: { max: 300, timeWindow: '10 minutes' } } };

const none = (title: string) => new HttpProblem(404, { code: 'not-found', title });

/** Published reports and the definitions of their figures, for everybody and without an account. */
export function publicReportRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/api/public/reports', limited, () => publicReports(platform));

  app.get('/api/public/reports/:unit/:year', limited, async (request) => {
    const { unit, year } = request.params as { unit: string; year: string };
    const found = await publicReport(platform, unit, Number(year));
    if (!found) throw none('没有这份报告，或者还没有公开。可以在年度报告列表里查找。');
    return found;
  });

  app.get('/api/public/indicators', limited, async () => publicIndicators());
  app.get('/api/public/indicators/:code', limited, async (request) => {
    const { code } = request.params as { code: string };
    const found = await publicIndicator(platform, code);
    if (!found) throw none(`没有指标“${code.slice(0, 80)}”。可以在指标目录里查找。`);
    return found;
  });
  app.get('/api/public/figures', limited, () => publicHoldings(platform));
}
