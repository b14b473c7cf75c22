import { type FindingList, findingsQuery, handleFindingBody } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import type { Platform } from '../matters/execute.js';
import { isUuid } from '../matters/uuid.js';
import { readingPost } from '../reading/access.js';
import { findingsOfFile, findingsOfText } from '../reading/findings.js';
import { handleFinding } from '../reading/handled.js';
import { ownReport } from '../reading/own-report.js';
import { HttpProblem } from './problem.js';
import { readerOf, reportNotFound } from './reading.js';
import { type Official, officialOf } from './session.js';

/** Contradictions within and between reports, and what was done about each. */
export function findingRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  const find = async (viewer: Official, of: string): Promise<FindingList> => {
    const mayHandle = readingPost(viewer.actor.posts) !== undefined;
    if (isUuid(of)) {
      const found = await findingsOfFile(platform, viewer.scope, of);
      if (!found) throw reportNotFound();
      return { ...found, mayHandle };
    }
    const [, org, year] = /^report:([\w.-]{1,64})\/(\d{4})$/.exec(of) ?? [];
    if (org === undefined) throw reportNotFound();
    const own = await ownReport(platform, viewer, org, Number(year));
    if (!own) throw reportNotFound();
    return { ...(await findingsOfText(platform, viewer.scope, own)), mayHandle };
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
    const finding = (await find(viewer, body.of)).findings.find((one) => one.key === key);
    if (!finding)
      throw new HttpProblem(409, {
        code: 'finding.gone',
        title: '没有记录：这一条已经不在了，所涉的数可能刚刚改过。请看过现在的结果再处置。',
      });
    await handleFinding(platform, reader, finding, body);
    return find(viewer, body.of);
  });
}
