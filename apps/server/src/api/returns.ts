import { type Period, parsePeriod, periodName } from '@fadu/indicator';
import { dayOf, type JsonObject } from '@fadu/kernel';
import { collection, getLine } from '@fadu/lines';
import {
  assignReturnsBody,
  beginReturnBody,
  keyBody,
  type ReturnFormRow,
  type ReturnListItem,
  type ReturnStatusView,
  type ReturnSum,
  type ReturnsDone,
  type ReturnView,
  remindReturnsBody,
  returnQuery,
  returnStatusQuery,
  returnSumQuery,
  takeOverBody,
} from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import type { Org } from '../access/directory.js';
import { act, findMatter, open, type Platform, type Unwritten } from '../matters/execute.js';
import type { MatterRecord } from '../matters/projection.js';
import { isUuid } from '../matters/uuid.js';
import { viewMatter } from '../matters/view.js';
import { assignReturns, remindReturns } from '../returns/calls.js';
import { comparedWith, returnForm } from '../returns/form.js';
import { readSheet, writeSheet } from '../returns/sheet.js';
import { listReturns, returnStatus } from '../returns/status.js';
import { sumOfPeriods, sumOfUnits } from '../returns/sums.js';
import { takeOver } from '../returns/take-over.js';
import { figuresFor, viewReturn } from '../returns/view.js';
import { checksAt, fillsAt } from '../returns/viewer.js';
import { declineProblem, HttpProblem, notFound } from './problem.js';
import { type Official, officialOf } from './session.js';

/** Returns: forms by period, who has sent theirs, sums, and the table as Excel. Steps are those of any matter. */
export function returnRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  /** @throws HttpProblem 404 */
  const orgOf = (id: string): Org => {
    const org = platform.directory.findOrg(id);
    if (org === undefined) throw notFound();
    return org;
  };
  const postsOf = ({ actor }: Official, post: string): string[] =>
    actor.posts.flatMap((one) => (one.post === post ? [one.org] : []));

  app.get('/api/returns', async (request): Promise<ReturnListItem[]> => {
    const viewer = await officialOf(platform, accounts, request);
    const [fills, checks] = [postsOf(viewer, collection.reporter), postsOf(viewer, collection.reviewer)];
    return listReturns(platform, viewer.scope, { fills, checks });
  });

  app.get('/api/returns/view', async (request): Promise<ReturnView> => {
    const viewer = await officialOf(platform, accounts, request);
    const { unit, period } = returnQuery.parse(request.query);
    const view = await viewReturn(platform, viewer, orgOf(unit), understood(period));
    if (view === undefined) throw notFound();
    return view;
  });

  app.get('/api/returns/status', async (request): Promise<ReturnStatusView> => {
    const viewer = await officialOf(platform, accounts, request);
    const query = returnStatusQuery.parse(request.query);
    const [org, period] = [orgOf(query.org), understood(query.period)];
    const within = viewer.scope.paths.some((path) => org.path === path || org.path.startsWith(`${path}.`));
    if (!within && !viewer.scope.orgs.includes(org.id)) throw notFound();
    return {
      org: { id: org.id, name: org.name },
      period: { text: period.text, name: periodName(period) },
      units: await returnStatus(platform, viewer, org, period),
      mayAssign: checksAt(viewer, org.id),
    };
  });

  app.get('/api/returns/sums', async (request): Promise<ReturnSum> => {
    const viewer = await officialOf(platform, accounts, request);
    const { unit, period, of } = returnSumQuery.parse(request.query);
    const org = orgOf(unit);
    // Whoever fills in the return of a unit is told what those below it sent up.
    if (!fillsAt(viewer, org.id) && !checksAt(viewer, org.id)) throw notFound();
    return (of === 'units' ? sumOfUnits : sumOfPeriods)(platform, org.id, understood(period));
  });

  app.post('/api/returns/begin', async (request): Promise<ReturnView> => {
    const viewer = await officialOf(platform, accounts, request);
    const { unit, to, dueOn, key, ...body } = beginReturnBody.parse(request.body);
    const [org, period] = [orgOf(unit), understood(body.period)];
    if (!fillsAt(viewer, org.id)) throw notFound();
    const before = comparedWith(period, undefined).text;
    const input = { unit: org.id, to, period: period.text, before, openedOn: dayOf(platform.now()), dueOn };
    const command = { action: collection.begin, input };
    const written = await open(platform, getLine(collection.line), org.id, { ...viewer, key, command });
    if (!written.ok) {
      if (written.error.kind === 'declined') throw declineProblem(written.error.decline);
      throw new HttpProblem(409, { code: written.error.kind, title: '这张表刚刚有人开始了。请刷新后再填。' });
    }
    return (await viewReturn(platform, viewer, org, period))!;
  });

  app.post('/api/returns/assign', async (request): Promise<ReturnsDone> => {
    const viewer = await officialOf(platform, accounts, request);
    const done = await assignReturns(platform, viewer, assignReturnsBody.parse(request.body));
    if (!done.ok) throw new HttpProblem(422, { code: done.error.code, title: done.error.message });
    return done.value;
  });

  app.post('/api/returns/remind', async (request): Promise<ReturnsDone> => {
    const viewer = await officialOf(platform, accounts, request);
    return remindReturns(platform, viewer, remindReturnsBody.parse(request.body));
  });

  /** The return as a matter, when it is this post's to read. @throws HttpProblem 404 */
  const returnOf = async (viewer: Official, id: string): Promise<MatterRecord> => {
    const found = isUuid(id) ? await findMatter(platform, viewer.scope, id) : undefined;
    if (found?.record.line !== collection.line) throw notFound();
    return found.record;
  };

  /** The rows that a return is asked for. */
  const formOf = async (viewer: Official, { data, organ }: MatterRecord): Promise<readonly ReturnFormRow[]> => {
    const period = understood(String(data[collection.period]));
    const before = comparedWith(period, data[collection.before]);
    const sections = (data[collection.sections] ?? []) as readonly string[];
    const { rows } = await returnForm(platform, viewer.scope, orgOf(organ), period, before);
    return rows.filter(({ domain }) => sections.length === 0 || sections.includes(domain));
  };

  app.post('/api/returns/:id/take-over', async (request): Promise<ReturnView> => {
    const viewer = await officialOf(platform, accounts, request);
    const record = await returnOf(viewer, (request.params as { id: string }).id);
    const { key } = takeOverBody.parse(request.body);
    if (!fillsAt(viewer, record.organ)) throw notFound();
    const done = await takeOver(platform, viewer, record, key);
    if (!done.ok) throw stepProblem(done.error);
    if (done.value === 'nothing')
      throw new HttpProblem(422, {
        code: 'returns.nothing_below',
        title: '没有可以计入的下级更正。已经计入的不再列出；不能按差额加减的，请自行更正。',
      });
    return (await viewReturn(
      platform,
      viewer,
      orgOf(record.organ),
      understood(String(record.data[collection.period])),
    ))!;
  });

  app.get('/api/returns/:id/sheet', async (request, reply) => {
    const viewer = await officialOf(platform, accounts, request);
    const record = await returnOf(viewer, (request.params as { id: string }).id);
    const form = await formOf(viewer, record);
    const known = new Set(form.flatMap(({ code, known: given }) => (given === null ? [] : [code])));
    const filled = figuresFor(viewer, record).filter(({ code }) => !known.has(code));
    const name = encodeURIComponent(
      `${platform.directory.nameOf(record.organ)}填报表${record.data[collection.period]}.xlsx`,
    );
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(await writeSheet(form, filled));
  });

  app.post('/api/returns/:id/sheet', async (request) => {
    const viewer = await officialOf(platform, accounts, request);
    const record = await returnOf(viewer, (request.params as { id: string }).id);
    const { key } = keyBody.parse(request.query);
    const part = await request.file();
    if (!part) throw new HttpProblem(400, { code: 'file.none', title: '没有收到文件，请重新选择。' });
    const form = await formOf(viewer, record);
    const rows = await readSheet(await part.toBuffer(), form);
    if (!rows.ok)
      throw new HttpProblem(422, {
        code: rows.error.code,
        title: rows.error.message,
        ...(rows.error.faults.length > 0 && { faults: rows.error.faults }),
      });
    // What was collected before records gave it is in no table, and stays.
    const asked = new Set(form.flatMap(({ code, known }) => (known === null ? [code] : [])));
    const kept = ((record.data[collection.figures] ?? []) as JsonObject[]).filter(
      ({ code }) => !asked.has(String(code)),
    );
    const command = { action: collection.save, input: { [collection.figures]: [...rows.value, ...kept] } };
    const written = await act(platform, record.id, null, { actor: viewer.actor, scope: viewer.scope, key, command });
    if (written.ok) return viewMatter(platform, viewer, written.value.matter);
    throw stepProblem(written.error);
  });
}

function stepProblem(error: Unwritten): HttpProblem {
  if (error.kind === 'declined') return declineProblem(error.decline);
  if (error.kind === 'not-found') return notFound();
  return new HttpProblem(409, { code: error.kind, title: '这张表刚刚有人办理过。请刷新后再办。' });
}

/** @throws HttpProblem 422 */
function understood(text: string): Period {
  const period = parsePeriod(text);
  if (period === undefined)
    throw new HttpProblem(422, {
      code: 'returns.period',
      title: `“${text}”不是期间。可以写2023、2023H1、2023Q2或者2023-03。`,
    });
  return period;
}
