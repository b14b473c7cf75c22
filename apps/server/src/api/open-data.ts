import type { OpenData } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import { openData, openDataCsv, openDataMetadata } from '../indicators/open-data.js';
import type { Platform } from '../matters/execute.js';
import { HttpProblem } from './problem.js';

const FRESH_MS = 600_000;
const limited = { config: { rateLimit: { max: 120, timeWindow: '10 minutes' } } };

/** Figures for everybody, without an account: as JSON with definitions and dictionary, and as a table. */
export function openDataRoutes(app: FastifyInstance, platform: Platform): void {
  const kept = new Map<string, { readonly until: number; readonly data: OpenData }>();
  const dataOf = async (year: string): Promise<OpenData> => {
    const before = kept.get(year);
    if (before && before.until > Date.now()) return before.data;
    const found = await openData(platform, year);
    if (!found.ok) throw new HttpProblem(404, { code: found.error.code, title: found.error.message });
    kept.set(year, { until: Date.now() + FRESH_MS, data: found.value });
    return found.value;
  };
  const yearOf = (request: { params: unknown }): string => (request.params as { year: string }).year;

  app.get('/api/public/figures/:year', limited, (request) => dataOf(yearOf(request)));
  app.get('/api/public/figures/:year/csv', limited, async (request, reply) => {
    const year = yearOf(request);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="figures-${encodeURIComponent(year)}.csv"`)
      .header('link', '<csv-metadata.json>; rel="describedby"; type="application/csvm+json"')
      .send(openDataCsv(await dataOf(year)));
  });
  app.get('/api/public/figures/:year/csv-metadata.json', limited, async (request, reply) =>
    reply
      .type('application/csvm+json; charset=utf-8')
      .send(JSON.stringify(openDataMetadata(await dataOf(yearOf(request))))),
  );
}
