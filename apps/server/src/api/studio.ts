import { dayOf, type Refusal, type Result } from '@fadu/kernel';
import {
  type ChapterConflict,
  chapterAskBody,
  chapterMoveBody,
  chapterOrderBody,
  chapterTextBody,
  commentBody,
  compareQuery,
  overrideBody,
  sourceQuery,
} from '@fadu/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import type { Platform, Unwritten } from '../matters/execute.js';
import { comment, settleComment } from '../reports/studio/comments.js';
import { askForChapter, moveChapter } from '../reports/studio/contributors.js';
import { type Desk, findDesk } from '../reports/studio/desk.js';
import { overrideFigure } from '../reports/studio/overrides.js';
import { bringSource, dropSource } from '../reports/studio/sources.js';
import { arrangeChapter, saveChapter } from '../reports/studio/texts.js';
import { compareVersions, versionsOf } from '../reports/studio/versions.js';
import { postName, viewStudio } from '../reports/studio/view.js';
import { declineProblem, HttpProblem } from './problem.js';
import { noReport } from './reports.js';
import { officialOf } from './session.js';

const changed = (conflict: ChapterConflict) =>
  new HttpProblem(409, {
    code: 'report.changed',
    title: `${conflict.by.name}已经改了这一章。所写的内容没有丢，请看变化后再保存。`,
    conflict,
  });

/** The studio of a report: words, versions, comments, contributors. */
export function studioRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  /** @throws HttpProblem 404 */
  const deskOf = async (request: FastifyRequest): Promise<Desk> => {
    const viewer = await officialOf(platform, accounts, request);
    const desk = await findDesk(platform, viewer, (request.params as { id: string }).id);
    if (!desk) throw noReport();
    return desk;
  };
  const chapterOf = (request: FastifyRequest): string => (request.params as { chapter: string }).chapter;
  /** Something done in the studio; the answer is the studio as it is afterwards. @throws HttpProblem 404, 409, 422 */
  const act = (
    path: string,
    work: (desk: Desk, request: FastifyRequest) => Promise<Result<unknown, Refusal | Unwritten>>,
  ): void => {
    app.post(`/api/studio/:id${path}`, async (request) => {
      done(await work(await deskOf(request), request));
      return viewStudio(platform, await deskOf(request));
    });
  };

  app.get('/api/studio/:id', async (request) => viewStudio(platform, await deskOf(request)));

  act('/chapters/:chapter', async (desk, request) => {
    const words = { ...chapterTextBody.parse(request.body), chapter: chapterOf(request) };
    const saved = await saveChapter(platform, desk, words);
    if (saved.ok && 'conflict' in saved.value) throw changed(saved.value.conflict);
    return saved;
  });
  act('/chapters/:chapter/order', (desk, request) =>
    arrangeChapter(platform, desk, { ...chapterOrderBody.parse(request.body), chapter: chapterOf(request) }),
  );
  act('/chapters/:chapter/asked', (desk, request) =>
    askForChapter(platform, desk, chapterOf(request), chapterAskBody.parse(request.body)),
  );
  act('/chapters/:chapter/stage', (desk, request) =>
    moveChapter(platform, desk, chapterOf(request), chapterMoveBody.parse(request.body)),
  );
  act('/comments', (desk, request) => comment(platform, desk, commentBody.parse(request.body)));
  const commentAt = (request: FastifyRequest): string => (request.params as { comment: string }).comment;
  act('/comments/:comment/settle', (desk, request) => settleComment(platform, desk, commentAt(request), true));
  act('/comments/:comment/reopen', (desk, request) => settleComment(platform, desk, commentAt(request), false));
  act('/overrides', (desk, request) => overrideFigure(platform, desk, overrideBody.parse(request.body)));
  act('/sources', async (desk, request) => {
    const { role } = sourceQuery.parse(request.query);
    const part = await request.file();
    if (!part) throw new HttpProblem(400, { code: 'file.none', title: '没有收到文件，请重新选择。' });
    return bringSource(platform, desk, role, { name: part.filename, content: await part.toBuffer() });
  });
  const sourceAt = (request: FastifyRequest): string => (request.params as { source: string }).source;
  act('/sources/:source/drop', (desk, request) => dropSource(platform, desk, sourceAt(request), true));
  act('/sources/:source/restore', (desk, request) => dropSource(platform, desk, sourceAt(request), false));

  /** The posts that somebody holds at an organization: who can be asked for a chapter. */
  app.get('/api/studio/:id/posts/:org', async (request) => {
    await deskOf(request);
    const { org } = request.params as { org: string };
    const today = dayOf(platform.now());
    const posts = platform.lines.flatMap((line) => Object.keys(line.posts));
    return [...new Set(posts)].flatMap((post) => {
      const people = platform.directory
        .holdersOf(post, org, today)
        .map(({ person }) => platform.directory.nameOf(person));
      return people.length === 0 ? [] : [{ post, postName: postName(platform, post), people }];
    });
  });

  app.get('/api/studio/:id/versions', async (request) => versionsOf(platform, await deskOf(request)));
  app.get('/api/studio/:id/compare', async (request) => {
    const desk = await deskOf(request);
    const { from, to } = compareQuery.parse(request.query);
    return compareVersions(platform, desk, from, to);
  });
}

/** @throws HttpProblem 404, 409, 422: in the words of the rule. */
function done<T>(result: Result<T, Refusal | Unwritten>): T {
  if (result.ok) return result.value;
  const { error } = result;
  if (!('kind' in error)) throw new HttpProblem(422, { code: error.code, title: error.message });
  if (error.kind === 'declined') throw declineProblem(error.decline);
  if (error.kind === 'not-found') throw noReport();
  throw new HttpProblem(409, { code: error.kind, title: '这份报告刚刚有人办理过。请刷新后再办理。' });
}
