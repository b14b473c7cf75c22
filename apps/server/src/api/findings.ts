import { type FindingList, findingsQuery, handleFindingBody } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import { findingsOfFile, findingsOfOwn } from '../findings/find.js';
import { handleFinding } from '../findings/handled.js';
import type { Platform } from '../matters/execute.js';
import { isUuid } from '../matters/uuid.js';
import { readingPost } from '../reading/access.js';
import { buildReport } from '../reports/build.js';
import { findDesk } from '../reports/studio/desk.js';
import { reportScope } from '../reports/sums.js';
import { HttpProblem } from './problem.js';
import { readerOf, reportNotFound } from './reading.js';
import { type Official, officialOf } from './session.js';

/** Contradictions within and between reports, own and read, and what was done about each. */
export function findingRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  const find = async (viewer: Official, of: string): Promise<FindingList> => {
    const mayHandle = readingPost(viewer.actor.posts) !== undefined;
    if (isUuid(of)) {
      const found = await findingsOfFile(platform, viewer.scope, of);
      if (!found) throw reportNotFound();
      return { ...found, mayHandle, mayExplain: mayHandle };
    }
    const [, org, year] = /^report:([\w.-]{1,64})\/(\d{4})$/.exec(of) ?? [];
    const scope = org && (await reportScope(platform, viewer, org, Number(year)));
    if (!org || !scope) throw reportNotFound();
    const built = await buildReport(platform, scope, { org, year: Number(year) });
    if (!built.ok) throw new HttpProblem(422, { code: built.error.code, title: built.error.message });
    const report = built.value;
    const desk = report.matter === null ? undefined : await findDesk(platform, viewer, report.matter);
    const found = await findingsOfOwn(platform, viewer.scope, report, desk);
    // What stays in a report is answered for by who writes it.
    return { ...found, mayHandle, mayExplain: mayHandle && desk?.writer === true };
  };

  app.get('/api/findings', async (request): Promise<FindingList> => {
    const viewer = await officialOf(platform, accounts, request);
    return find(viewer, findingsQuery.parse(request.query).of);
  });
  app.post('/api/findings/:key', async (request): Promise<FindingList> => {
    const viewer = await officialOf(platform, accounts, request);
    const reader = readerOf(viewer);
    const { key } = request.params as { key: string };
    const body = handleFindingBody.parse(request.body);
    const list = await find(viewer, body.of);
    if (body.state === 'explained' && !list.mayExplain)
      throw new HttpProblem(403, {
        code: 'finding.writer',
        title: '不能说明：由编制单位的年报撰稿人说明。可以列为待更正，或者退回。',
      });
    const finding = list.findings.find((one) => one.key === key);
    if (!finding)
      throw new HttpProblem(409, {
        code: 'finding.gone',
        title: '没有记录：这一条已经不在了，所涉的数可能刚刚改过。请看过现在的结果再处置。',
      });
    await handleFinding(platform, reader, finding, body);
    return find(viewer, body.of);
  });
}
