import { PassThrough } from 'node:stream';
import { definitions, domainName } from '@fadu/indicator';
import { dayOf, type Refusal, type Result } from '@fadu/kernel';
import { catalogue, formulas } from '@fadu/lines';
import type {
  FigureBreakdown,
  FigureByField,
  FigureWhy,
  IndicatorFigure,
  IndicatorList,
  IndicatorRow,
  IndicatorRows,
} from '@fadu/wire';
import { figureQuery } from '@fadu/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import { breakdownOf } from '../indicators/breakdown.js';
import { fieldWords, figureByField, rowsByField } from '../indicators/by-field.js';
import { writeFigureExcel } from '../indicators/excel.js';
import { type Asked, asked, figureOf, indicatorRows, type Question } from '../indicators/figure.js';
import { whyOf } from '../indicators/why.js';
import type { Platform } from '../matters/execute.js';
import { HttpProblem } from './problem.js';
import { type Official, officialOf } from './session.js';

const PAGE = 50;

/** Figures for officials, each with the records behind it; rows outside of the posts' scope are in none of them. */
export function indicatorRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  const questionOf = (viewer: Official, code: string, request: FastifyRequest): Question => {
    const { org, period, own } = figureQuery.parse(request.query);
    return {
      code,
      org: org ?? firstOrg(platform, viewer),
      period: period ?? dayOf(platform.now()).slice(0, 4),
      own: own === '1',
      upTo: 'watermark',
    };
  };
  const ask = async <T>(request: FastifyRequest, work: (one: Asked) => Promise<T>): Promise<T> => {
    const viewer = await officialOf(platform, accounts, request);
    const { code } = request.params as { code: string };
    return answered(await asked(platform, viewer.scope, questionOf(viewer, code, request), work));
  };

  app.get('/api/indicators', async (request): Promise<IndicatorList> => {
    await officialOf(platform, accounts, request);
    return indicatorList();
  });
  app.get('/api/indicators/domains/:domain', async (request): Promise<IndicatorFigure[]> => {
    const viewer = await officialOf(platform, accounts, request);
    const { domain } = request.params as { domain: string };
    const found: IndicatorFigure[] = [];
    for (const { code } of catalogue.filter((one) => one.domain === domain))
      found.push(
        answered(await asked(platform, viewer.scope, questionOf(viewer, code, request), (one) => figureOf(one))),
      );
    return found;
  });
  app.get('/api/indicators/:code/figure', (request): Promise<IndicatorFigure> => ask(request, (one) => figureOf(one)));
  app.get('/api/indicators/:code/rows', async (request): Promise<IndicatorRows> => {
    const viewer = await officialOf(platform, accounts, request);
    const { code } = request.params as { code: string };
    const { after = 0, by, is = '' } = figureQuery.parse(request.query);
    const page = { from: after, count: PAGE + 1 };
    const question = questionOf(viewer, code, request);
    if (by === undefined)
      return paged(answered(await indicatorRows(platform, viewer.scope, question, page)), after, null);
    const found = await asked(platform, viewer.scope, question, async (one) => ({
      rows: await rowsByField(one, by, is, page),
      words: fieldWords(one, by, is),
    }));
    const { rows, words } = answered(found);
    if (rows === undefined) throw notDivided(by);
    return paged(rows, after, words ?? null);
  });
  app.get('/api/indicators/:code/why', (request): Promise<FigureWhy> => ask(request, (one) => whyOf(one)));
  app.get('/api/indicators/:code/breakdown', (request): Promise<FigureBreakdown> => ask(request, breakdownOf));

  app.get('/api/indicators/:code/by/:field', async (request): Promise<FigureByField> => {
    const { field } = request.params as { field: string };
    const divided = await ask(request, (one) => figureByField(one, field));
    if (divided === undefined) throw notDivided(field);
    return divided;
  });

  app.get('/api/indicators/:code/excel', async (request, reply) => {
    const { figure, why, parts } = await ask(request, async (one) => ({
      figure: await figureOf(one, true),
      why: await whyOf(one),
      parts: await breakdownOf(one),
    }));
    const out = new PassThrough();
    writeFigureExcel(figure, why, parts, out).catch((error: Error) => out.destroy(error));
    const name = encodeURIComponent(`${figure.org.name}${figure.period.text}${figure.name}.xlsx`);
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="figure.xlsx"; filename*=UTF-8''${name}`)
      .send(out);
  });
}

const paged = (rows: readonly IndicatorRow[], after: number, only: string | null): IndicatorRows => ({
  rows: rows.slice(0, PAGE),
  next: rows.length > PAGE ? after + PAGE : null,
  only,
});

const notDivided = (by: string): HttpProblem =>
  new HttpProblem(400, {
    code: 'indicator.field',
    title: `这项指标的记录不能按“${by.slice(0, 40)}”分。可以按选择项、机构分，由填报取得的指标没有记录可分。`,
  });

/** The catalogue, with the words of the version in use. */
function indicatorList(): IndicatorList {
  const all = definitions(catalogue, formulas);
  const domains = [...new Set(all.map((one) => one.domain))];
  return {
    domains: domains.map((code) => ({ code, name: domainName(code) ?? code })),
    indicators: all.map(({ source, own, english: _english, synonyms: _synonyms, ...entry }) => {
      const latest = source.from === 'records' ? source.versions.at(-1) : undefined;
      return {
        ...entry,
        counted: latest?.counted ?? entry.counted,
        base: latest?.base ?? null,
        source: source.from,
        own: own === true,
      };
    }),
  };
}

/** Where nothing is asked: the organization of the post in use. @throws HttpProblem 403 */
export function firstOrg(platform: Platform, { actor }: Official): string {
  const [post] = actor.posts;
  if (!post) throw new HttpProblem(403, { code: 'no-post', title: '没有在任的岗位，不能查看指标。请联系系统管理员。' });
  return platform.directory.getOrg(post.org).id;
}

const STATUS: Readonly<Record<string, number>> = { 'indicator.unknown': 404, 'indicator.org': 404 };

/** @throws HttpProblem 404 for what is not there, 400 for what is not understood */
export function answered<T>(result: Result<T, Refusal>): T {
  if (result.ok) return result.value;
  const { code, message } = result.error;
  throw new HttpProblem(STATUS[code] ?? 400, { code, title: message });
}
