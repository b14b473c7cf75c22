import {
  addFigureBody,
  confirmManyBody,
  type DeskFigure,
  describeBody,
  deskFigureQuery,
  type FigureStepped,
  figureStepBody,
  placesQuery,
  type ReadingDesk,
  type ReadingPart,
  type ReadingQueue,
  type ReadingReceived,
  type ReadingStep,
  type ReadReport,
  readingListQuery,
  readingQueueQuery,
  type WordsPlace,
} from '@fadu/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import type { Platform } from '../matters/execute.js';
import { isUuid } from '../matters/uuid.js';
import { readingPost, readingPostNames } from '../reading/access.js';
import { findFigure, findPlaces, openDesk, openFigure, openPart, openQueue } from '../reading/desk.js';
import { stepsOf } from '../reading/history.js';
import { originalOf, receiveReport } from '../reading/receive.js';
import { addFigure, confirmSure, describeAs, type Reader, type StepFailure, takeStep } from '../reading/steps.js';
import { findReport, listReports } from '../reading/view.js';
import { scoped } from '../storage/scoped.js';
import { tidyName } from './files.js';
import { HttpProblem } from './problem.js';
import { type Official, officialOf } from './session.js';

export const reportNotFound = () =>
  new HttpProblem(404, {
    code: 'not-found',
    title: '没有找到这份报告，或者本岗位不能查看。请从读报列表进入。',
  });

/** Who is at the desk, with the post that lets them work there. @throws HttpProblem 403 */
export function readerOf(viewer: Official): Reader & { readonly org: string } {
  const post = readingPost(viewer.actor.posts);
  if (!post)
    throw new HttpProblem(403, {
      code: 'reading.post',
      title: `不能读报：只有${readingPostNames()}可以上传和核对。请切换到这些岗位。`,
    });
  return { person: viewer.actor.person, post: post.post, org: post.org, scope: viewer.scope };
}

/** The reading desk: reports that others have published, their figures, and what people correct. */
export function readingRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts, filesDir: string): void {
  const viewerOf = (request: FastifyRequest) => officialOf(platform, accounts, request);
  const idOf = (request: FastifyRequest): string => {
    const { id } = request.params as { id: string };
    if (!isUuid(id)) throw reportNotFound();
    return id;
  };
  const numberOf = (request: FastifyRequest): number => {
    const { n } = request.params as { n: string };
    if (!/^\d{1,6}$/.test(n)) throw reportNotFound();
    return Number(n);
  };
  const desk = async (viewer: Official, id: string): Promise<ReadingDesk> => {
    const found = await openDesk(platform, viewer, id);
    if (!found) throw reportNotFound();
    return found;
  };
  const done = async (viewer: Official, id: string, outcome: { ok: boolean; error?: StepFailure }) => {
    if (outcome.ok) return desk(viewer, id);
    throw failureProblem(outcome.error!);
  };

  app.get('/api/reading', async (request): Promise<ReadReport[]> => {
    const viewer = await viewerOf(request);
    return listReports(platform, viewer, readingListQuery.parse(request.query));
  });
  app.post('/api/reading', async (request, reply): Promise<ReadingReceived> => {
    const viewer = await viewerOf(request);
    const { person, org, scope } = readerOf(viewer);
    const part = await request.file();
    if (!part) throw new HttpProblem(400, { code: 'file.none', title: '没有收到文件，请重新选择。' });
    const name = tidyName(part.filename);
    const received = await receiveReport(platform, filesDir, { person, org, scope }, name, part.file);
    if (!received.ok) throw new HttpProblem(422, { code: received.error.code, title: received.error.message });
    return reply.status(received.value.again ? 200 : 201).send(received.value);
  });

  app.get('/api/reading/:id', async (request): Promise<ReadingDesk> => {
    const viewer = await viewerOf(request);
    return desk(viewer, idOf(request));
  });
  /** @throws HttpProblem 404 */
  const there = <T>(found: T | undefined): T => {
    if (found === undefined) throw reportNotFound();
    return found;
  };
  app.get('/api/reading/:id/parts/:n', async (request): Promise<ReadingPart> => {
    const viewer = await viewerOf(request);
    return there(await openPart(platform, viewer, idOf(request), numberOf(request)));
  });
  app.get('/api/reading/:id/figures', async (request): Promise<ReadingQueue> => {
    const viewer = await viewerOf(request);
    return there(await openQueue(platform, viewer, idOf(request), readingQueueQuery.parse(request.query)));
  });
  app.get('/api/reading/:id/figures/:n', async (request): Promise<DeskFigure> => {
    const viewer = await viewerOf(request);
    const { show } = deskFigureQuery.parse(request.query);
    return there(await openFigure(platform, viewer, idOf(request), numberOf(request), show));
  });
  app.get('/api/reading/:id/places', async (request): Promise<readonly WordsPlace[]> => {
    const viewer = await viewerOf(request);
    return there(await findPlaces(platform, viewer, idOf(request), placesQuery.parse(request.query).words));
  });
  /** Without text and figures: asked again and again while a file is being read. */
  app.get('/api/reading/:id/progress', async (request): Promise<ReadReport> => {
    const viewer = await viewerOf(request);
    const id = idOf(request);
    const report = await scoped(platform.pool, viewer.scope, (client) => findReport(platform, viewer, client, id));
    if (!report) throw reportNotFound();
    return report;
  });
  app.get('/api/reading/:id/original', async (request, reply) => {
    const viewer = await viewerOf(request);
    const id = idOf(request);
    const report = await scoped(platform.pool, viewer.scope, (client) => findReport(platform, viewer, client, id));
    if (!report) throw reportNotFound();
    const bytes = await originalOf(filesDir, report.digest);
    if (!bytes)
      throw new HttpProblem(409, {
        code: 'reading.digest',
        title: '不能下载：保存的原件与登记的摘要不符，可能被改动过。请联系系统管理员核查，或者重新上传。',
      });
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(report.name)}`)
      .send(bytes);
  });
  app.get('/api/reading/:id/steps', async (request): Promise<ReadingStep[]> => {
    const viewer = await viewerOf(request);
    return stepsOf(platform, viewer.scope, idOf(request), 'all');
  });
  app.get('/api/reading/:id/figures/:n/steps', async (request): Promise<ReadingStep[]> => {
    const viewer = await viewerOf(request);
    return stepsOf(platform, viewer.scope, idOf(request), numberOf(request));
  });

  app.post('/api/reading/:id/describe', async (request): Promise<ReadingDesk> => {
    const viewer = await viewerOf(request);
    const [reader, id] = [readerOf(viewer), idOf(request)];
    return done(viewer, id, await describeAs(platform, reader, id, describeBody.parse(request.body)));
  });
  app.post('/api/reading/:id/confirm', async (request): Promise<ReadingDesk> => {
    const viewer = await viewerOf(request);
    const [reader, id] = [readerOf(viewer), idOf(request)];
    return done(viewer, id, await confirmSure(platform, reader, id, confirmManyBody.parse(request.body).least));
  });
  const stepped = async (viewer: Official, id: string, n: number): Promise<FigureStepped> => {
    const found = await findFigure(platform, viewer, id, n);
    if (!found) throw reportNotFound();
    return found;
  };
  app.post('/api/reading/:id/figures', async (request): Promise<FigureStepped> => {
    const viewer = await viewerOf(request);
    const [reader, id] = [readerOf(viewer), idOf(request)];
    const added = await addFigure(platform, reader, id, addFigureBody.parse(request.body));
    if (!added.ok) throw failureProblem(added.error);
    return stepped(viewer, id, added.value);
  });
  app.post('/api/reading/:id/figures/:n', async (request): Promise<FigureStepped> => {
    const viewer = await viewerOf(request);
    const [reader, id, n] = [readerOf(viewer), idOf(request), numberOf(request)];
    const taken = await takeStep(platform, reader, id, n, figureStepBody.parse(request.body));
    if (!taken.ok) throw failureProblem(taken.error);
    return stepped(viewer, id, n);
  });
}

function failureProblem(failure: StepFailure): HttpProblem {
  switch (failure.kind) {
    case 'gone':
      return reportNotFound();
    case 'moved':
      return new HttpProblem(409, { code: 'reading.moved', title: failure.message });
    case 'refused':
      return new HttpProblem(422, { code: failure.refusal.code, title: failure.refusal.message });
  }
}
