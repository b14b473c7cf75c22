import { type Line, postFor } from '@fadu/procedure';
import { type BulkView, bulkQuery } from '@fadu/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import { enterTable, type JudgedTable, judgeTable } from '../bulk/enter.js';
import { writeFaults } from '../bulk/faults.js';
import { writeTemplate } from '../bulk/template.js';
import type { Platform } from '../matters/execute.js';
import { HttpProblem, notFound } from './problem.js';
import { type Official, officialOf } from './session.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Matters entered from a table: the table to fill in, the table judged, and then written. */
export function bulkRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  /** @throws HttpProblem 404, and 403 for whoever does not open such matters there. */
  const opening = (
    request: FastifyRequest,
    viewer: Official,
  ): { line: Line; action: string; organ: string; confirm: 'all' | 'ready' | undefined } => {
    const { code, action } = request.params as { code: string; action: string };
    const { organ, confirm } = bulkQuery.parse(request.query);
    const line = platform.lineOf(code);
    const found = line && Object.hasOwn(line.actions, action) ? line.actions[action] : undefined;
    if (!line || !found || found.from !== undefined || !platform.directory.findOrg(organ)) throw notFound();
    if (!postFor(found.by, viewer.actor, organ, undefined)) {
      const who = found.by.map((rule) => line.posts[rule] ?? '').filter((name) => name !== '');
      throw new HttpProblem(403, {
        code: 'engine.not_yours',
        title: `不能批量${found.name}：由${who.join('、') || '其他岗位'}办理。可以转请办理，或者换用本人的岗位。`,
      });
    }
    return { line, action, organ, confirm };
  };
  /** @throws HttpProblem 400, 422 */
  const judged = async (
    request: FastifyRequest,
  ): Promise<{ line: Line; organ: string; table: JudgedTable; confirm: 'all' | 'ready' | undefined }> => {
    const viewer = await officialOf(platform, accounts, request);
    const { line, action, organ, confirm } = opening(request, viewer);
    const part = await request.file();
    if (!part) throw new HttpProblem(400, { code: 'file.none', title: '没有收到文件，请重新选择。' });
    const { actor, scope } = viewer;
    const table = await judgeTable(platform, line, action, organ, { actor, scope }, await part.toBuffer());
    if (!table.ok) throw new HttpProblem(422, { code: table.error.code, title: table.error.message });
    return { line, organ, table: table.value, confirm };
  };

  app.get('/api/lines/:code/bulk/:action', async (request, reply) => {
    const viewer = await officialOf(platform, accounts, request);
    const { line, action } = opening(request, viewer);
    const name = encodeURIComponent(`${line.name}${line.actions[action]!.name}表.xlsx`);
    return reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(await writeTemplate(line, action));
  });

  app.post('/api/lines/:code/bulk/:action', async (request): Promise<BulkView> => {
    const { line, organ, table, confirm } = await judged(request);
    const faulty = table.rows.filter(({ view }) => view.standing === 'faulty').length;
    if (confirm === undefined || (confirm === 'all' && faulty > 0)) return { rows: table.rows.map(({ view }) => view) };
    return { rows: await enterTable(platform, line, organ, table) };
  });

  app.post('/api/lines/:code/bulk/:action/faults', async (request, reply) => {
    const { line, table } = await judged(request);
    const name = encodeURIComponent(`${line.name}登记表（要改的行）.xlsx`);
    return reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(await writeFaults(table));
  });
}
