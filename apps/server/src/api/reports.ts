import { freezeBody, reportFileQuery } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import type { Scope } from '../access/scope.js';
import { renderDocx } from '../documents/index.js';
import type { Platform } from '../matters/execute.js';
import { isUuid } from '../matters/uuid.js';
import { viewMatter } from '../matters/view.js';
import { buildReport } from '../reports/build.js';
import { reportData } from '../reports/data.js';
import { reportDocument } from '../reports/document.js';
import { freezeReport } from '../reports/freeze.js';
import { issuedReport } from '../reports/issued.js';
import type { BuiltReport } from '../reports/model.js';
import { reportPage } from '../reports/page.js';
import { reportSheet } from '../reports/sheet.js';
import { findReportMatter } from '../reports/studio/desk.js';
import { reportScope } from '../reports/sums.js';
import { declineProblem, HttpProblem } from './problem.js';
import { type Official, officialOf } from './session.js';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const;

/** Also for one that is not there, so that nobody learns of it. */
export const noReport = () =>
  new HttpProblem(404, {
    code: 'not-found',
    title: '没有找到这份报告，或者本岗位不能查看。确需查看的，向编制单位申请。',
  });

/** Reports and returns for officials. */
export function reportRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  /** @throws HttpProblem 404 */
  const scopeOf = async (viewer: Official, org: string, year: number): Promise<Scope> => {
    const scope = await reportScope(platform, viewer, org, year);
    if (!scope) throw noReport();
    return scope;
  };
  /** @throws HttpProblem 422 */
  const yearOf = (typed: string): number => {
    if (/^\d{4}$/.test(typed)) return Number(typed);
    throw new HttpProblem(422, {
      code: 'report.year',
      title: `“${typed.slice(0, 20)}”不是年度。年度写四位数字，如2023。`,
    });
  };
  const reportFor = async (viewer: Official, org: string, year: number): Promise<BuiltReport> => {
    const built = await buildReport(platform, await scopeOf(viewer, org, year), { org, year });
    if (!built.ok) throw new HttpProblem(422, { code: built.error.code, title: built.error.message });
    return built.value;
  };

  app.get('/api/reports/:org/:year', async (request, reply) => {
    const viewer = await officialOf(platform, accounts, request);
    const { org, year } = request.params as { org: string; year: string };
    const { as } = reportFileQuery.parse({ as: 'json', ...(request.query as object) });
    const report = await reportFor(viewer, org, yearOf(year));
    reply.type(TYPES[as]);
    if (as === 'json') return reply.send(JSON.stringify(reportData(report)));
    if (as === 'html')
      return reply
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
        .send(reportPage(report, platform.publicUrl));
    const name = encodeURIComponent(`${report.unit.name}${report.title}.${as}`);
    reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`);
    if (as === 'xlsx') return reply.send(await reportSheet(report));
    const issued = await issuedReport(platform, await scopeOf(viewer, org, report.year), report);
    return reply.send(issued ?? renderDocx(reportDocument(report)));
  });

  /** The report as a matter, without its figures; null: nobody has begun it. */
  app.get('/api/reports/:org/:year/matter', async (request) => {
    const viewer = await officialOf(platform, accounts, request);
    const { org, year } = request.params as { org: string; year: string };
    await scopeOf(viewer, org, yearOf(year));
    return { matter: (await findReportMatter(platform, org, yearOf(year))) ?? null };
  });

  app.post('/api/reports/:id/freeze', async (request) => {
    const viewer = await officialOf(platform, accounts, request);
    const { id } = request.params as { id: string };
    if (!isUuid(id)) throw noReport();
    const written = await freezeReport(platform, { ...viewer, ...freezeBody.parse(request.body) }, id);
    if (written.ok) return viewMatter(platform, viewer, written.value.matter);
    const { error } = written;
    if (error.kind === 'declined') throw declineProblem(error.decline);
    if (error.kind === 'refused')
      throw new HttpProblem(422, { code: error.refusal.code, title: error.refusal.message });
    if (error.kind === 'not-found') throw noReport();
    throw new HttpProblem(409, { code: error.kind, title: '这份报告刚刚有人办理过。请刷新后再定稿。' });
  });
}
