import { PassThrough } from 'node:stream';
import type { Result } from '@fadu/kernel';
import { dayOf, type JsonObject, parsePlainDate } from '@fadu/kernel';
import { basesOf, decide, evolve, isSealed, type Line, ruleSetOfStep, templateOf, type valueAt } from '@fadu/procedure';
import {
  actBody,
  type CalendarEntry,
  type ClockExplanation,
  type ListQuery,
  listQuery,
  type Overview,
  openMatterBody,
  type Rehearsal,
  rehearseBody,
  revealBody,
  type SearchResult,
} from '@fadu/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Accounts } from '../access/accounts.js';
import { scopeArgs } from '../access/scope.js';
import { renderHtml } from '../documents/index.js';
import { lawIndexOf, namedInSearch } from '../law/index.js';
import { calendarOf } from '../matters/calendar.js';
import { decidersOf, explainClock, viewClock } from '../matters/clock-view.js';
import { CostlyAnswers } from '../matters/costly.js';
import { composeDocument } from '../matters/documents.js';
import { writeExcel } from '../matters/excel.js';
import { act, contextFor, findMatter, open, type Platform, type Unwritten, type Written } from '../matters/execute.js';
import { countMatters, filterChoices, listMatters } from '../matters/list.js';
import { plainNumber } from '../matters/list-query.js';
import { overviewOf, workloadOf } from '../matters/overview.js';
import type { MatterRecord } from '../matters/projection.js';
import { searchEverywhere } from '../matters/search.js';
import { decrypt } from '../matters/secrets.js';
import { cutFor } from '../matters/served.js';
import { timelineOf } from '../matters/timeline.js';
import { isUuid } from '../matters/uuid.js';
import { readRecords, type Viewer, viewMatter } from '../matters/view.js';
import { scoped } from '../storage/scoped.js';
import { declineProblem, HttpProblem, notFound, viewRefusal } from './problem.js';
import { officialOf } from './session.js';

const idParams = z.object({ id: z.uuid() });
export const everywhereQuery = z.object({ q: z.string().max(100) });

/** Matters for officials. Knows nothing of any one line. */
export function matterRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  const viewerOf = (request: FastifyRequest) => officialOf(platform, accounts, request);
  const load = async (viewer: Viewer, id: string): Promise<MatterRecord> => {
    if (!isUuid(id)) throw notFound();
    const found = await findMatter(platform, viewer.scope, id);
    if (!found) throw notFound();
    return found.record;
  };
  const getLine = (code: string): Line => {
    const line = platform.lineOf(code);
    if (!line) throw notFound();
    return line;
  };

  app.get('/api/matters', async (request) => {
    const viewer = await viewerOf(request);
    return listMatters(platform, viewer, readListQuery(request));
  });

  app.get('/api/matters/count', async (request) => {
    const viewer = await viewerOf(request);
    return { total: await countMatters(platform, viewer, readListQuery(request)) };
  });

  app.get('/api/matters.xlsx', async (request, reply) => {
    const viewer = await viewerOf(request);
    const query = readListQuery(request);
    const line = getLine(query.line ?? '');
    const name = `${line.name}案件${dayOf(platform.now())}.xlsx`;
    const out = new PassThrough();
    reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    // A fault half-way cuts the file off, and the browser says that the download failed.
    writeExcel(platform, viewer, line, query, out).catch((error: Error) => out.destroy(error));
    return reply.send(out);
  });

  app.get('/api/lines/:line/filters', async (request) => {
    const viewer = await viewerOf(request);
    return filterChoices(platform, viewer, getLine((request.params as { line: string }).line));
  });

  app.get('/api/search', async (request): Promise<SearchResult> => {
    const viewer = await viewerOf(request);
    const { q } = everywhereQuery.parse(request.query);
    const [found, laws] = await Promise.all([
      searchEverywhere(platform, viewer, q),
      namedInSearch(lawIndexOf(platform.pool, platform.now), q),
    ]);
    return { ...found, ...laws };
  });

  app.get('/api/calendar', async (request): Promise<CalendarEntry[]> => {
    const viewer = await viewerOf(request);
    const { from, to } = z.object({ from: z.string(), to: z.string() }).parse(request.query);
    if (!parsePlainDate(from) || !parsePlainDate(to) || to < from)
      throw new HttpProblem(400, { code: 'query', title: '日期不正确。' });
    return calendarOf(platform, viewer, from, to);
  });

  app.get('/api/workload', async (request) => workloadOf(platform, await viewerOf(request)));

  const overviews = new CostlyAnswers<Overview>();
  app.get('/api/overview/:line', async (request) => {
    const viewer = await viewerOf(request);
    const line = getLine((request.params as { line: string }).line);
    return overviews.of([line.code, ...scopeArgs(viewer.scope)].join(), () => overviewOf(platform, viewer, line));
  });

  app.post('/api/matters', async (request, reply) => {
    const viewer = await viewerOf(request);
    const body = openMatterBody.parse(request.body);
    const line = getLine(body.line);
    if (!viewer.actor.posts.some((post) => post.org === body.organ)) throw notFound();
    const { action, reasons } = body;
    const command = { action, input: body.input as JsonObject, ...(reasons && { reasons }) };
    const { matter, queryCode } = await unwrap(
      await open(platform, line, body.organ, { ...viewer, key: body.key, command }),
      viewer,
    );
    reply.status(201);
    return { ...(await viewMatter(platform, viewer, matter)), ...(queryCode !== undefined && { queryCode }) };
  });

  app.get('/api/matters/:id', async (request) => {
    const viewer = await viewerOf(request);
    return viewMatter(platform, viewer, await load(viewer, idParams.safeParse(request.params).data?.id ?? ''));
  });

  app.get('/api/no/:number', async (request) => {
    const viewer = await viewerOf(request);
    const { number } = request.params as { number: string };
    const plain = plainNumber(number);
    const { rows } = await scoped(platform.pool, viewer.scope, (client) =>
      client.query('select id from matter where number = $1 or receipt = upper($1) limit 1', [plain]),
    );
    if (rows.length === 0) throw notFound();
    return { id: rows[0].id };
  });

  app.post('/api/matters/:id/actions', async (request) => {
    const viewer = await viewerOf(request);
    const { id } = idParams.parse(request.params);
    const body = actBody.parse(request.body);
    const { action, reasons } = body;
    const command = { action, input: body.input as JsonObject, ...(reasons && { reasons }) };
    const written = await unwrap(
      await act(platform, id, body.revision, { ...viewer, key: body.key, command }),
      viewer,
      id,
      body.revision,
    );
    return viewMatter(platform, viewer, written.matter);
  });

  app.post('/api/matters/rehearse', async (request): Promise<Rehearsal> => {
    const viewer = await viewerOf(request);
    const body = rehearseBody.extend({ line: z.string(), organ: z.string() }).parse(request.body);
    const line = getLine(body.line);
    return rehearse(line, viewer, undefined, body.organ, body);
  });

  app.post('/api/matters/:id/rehearse', async (request): Promise<Rehearsal> => {
    const viewer = await viewerOf(request);
    const { id } = idParams.parse(request.params);
    const record = await load(viewer, id);
    const body = rehearseBody.parse(request.body);
    return rehearse(getLine(record.line), viewer, record, record.organ, body);
  });

  /** The pure decision on what was typed so far, with the documents it would produce. */
  async function rehearse(
    line: Line,
    viewer: Viewer,
    record: MatterRecord | undefined,
    organ: string,
    body: z.infer<typeof rehearseBody>,
  ): Promise<Rehearsal> {
    const input = body.input as JsonObject;
    const base = await contextFor(platform, line, record, viewer, { action: body.action, input });
    const opening = record
      ? undefined
      : { id: uuidv7(), region: platform.directory.findOrg(organ)?.region ?? '', organ };
    const decided = decide(
      line,
      record,
      { action: body.action, input, ...(body.reasons && { reasons: body.reasons }) },
      { ...base, ...(opening && { opening }) },
    );
    const taken = line.actions[body.action];
    const basis = taken ? basesOf(taken.basis, ruleSetOfStep(line, record, taken, input, dayOf(platform.now()))) : [];
    if (!decided.ok) {
      return {
        basis,
        possible: false,
        faults: decided.error.faults,
        refusals: decided.error.refusals.map(viewRefusal),
        needsReason: decided.error.needsReason.map(viewRefusal),
        notes: [],
        outcome: null,
      };
    }
    let after = record as Parameters<typeof evolve>[0];
    for (const event of decided.value.events) after = evolve(after, event);
    const today = dayOf(platform.now());
    const pending = after!.pending && !record?.pending ? line.actions[after!.pending.action] : undefined;
    const documents = await Promise.all(
      decided.value.events.flatMap((event) =>
        event.documents.map(async (issued) => ({
          template: issued.template,
          name: templateOf(line, issued.template)!.name,
          html: await renderHtml({
            ...composeDocument(
              platform,
              line,
              unnumbered(after!),
              event,
              unnumbered(issued),
              'FD-0000-0000',
              base.events,
            ),
            draft: true,
          }),
        })),
      ),
    );
    return {
      basis,
      possible: true,
      faults: [],
      refusals: [],
      needsReason: [],
      notes: decided.value.notes.map(viewRefusal),
      outcome: {
        to: after!.state,
        clocks: decided.value.events
          .flatMap((event) => event.clocks)
          .map((clock) => viewClock(line, after!, clock, today, platform.calendar(), (holder) => holder === 'organ')),
        documents,
        waitsFor: pending ? (line.posts[pending.approvedBy![0]!.split('@')[0]!] ?? null) : null,
      },
    };
  }

  app.get('/api/matters/:id/clocks/:code', async (request): Promise<ClockExplanation> => {
    const viewer = await viewerOf(request);
    const { id, code } = request.params as { id: string; code: string };
    const record = await load(viewer, id);
    const state = record.clocks[code];
    const line = getLine(record.line);
    const cut = cutFor(viewer, line, record);
    const holder = line.clocks[code]?.holder ?? '';
    if (!state || (cut && !cut.participants.includes(holder.slice(1)))) throw notFound();
    const today = dayOf(platform.now());
    return explainClock(line, record, state, platform.calendar(), today, decidersOf(platform, line, record, state));
  });

  app.post('/api/matters/:id/reveal', async (request) => {
    const viewer = await viewerOf(request);
    const { id } = idParams.parse(request.params);
    const body = revealBody.parse(request.body);
    const record = await load(viewer, id);
    const cut = cutFor(viewer, getLine(record.line), record);
    const head = body.path.split('.')[0]!;
    const token = cut && !cut.fields.has(head) ? undefined : atPath(record.data, body.path);
    if (!isSealed(token)) throw notFound();
    return scoped(platform.pool, viewer.scope, async (client) => {
      const { rows } = await client.query(
        'select cipher from secret where region = $1 and matter = $2 and digest = $3',
        [record.region, record.id, token.$sealed],
      );
      if (rows.length === 0) throw new HttpProblem(410, { code: 'erased', title: '这项信息已经依法删除，不能查看。' });
      await client.query(
        'insert into access_log (region, id, person, what, matter, detail) values ($1, $2, $3, $4, $5, $6)',
        [
          record.region,
          uuidv7(),
          viewer.actor.person,
          'reveal',
          record.id,
          JSON.stringify({ path: body.path, reason: body.reason }),
        ],
      );
      return { value: decrypt(rows[0].cipher.toString('hex'), platform.key) };
    });
  });

  /** Turns an outcome into an answer; a conflict tells what happened since. */
  async function unwrap(
    result: Result<Written, Unwritten>,
    viewer: Viewer,
    id?: string,
    revision?: number,
  ): Promise<Written> {
    if (result.ok) return result.value;
    const why = result.error;
    switch (why.kind) {
      case 'declined':
        throw declineProblem(why.decline);
      case 'not-found':
        throw notFound();
      case 'key-reused':
        throw new HttpProblem(422, {
          code: 'key-reused',
          title: '同一提交标识用于了不同的内容，没有办理。请刷新后重新填写。',
        });
      case 'conflict': {
        const record = await load(viewer, id!);
        const { events } = await readRecords(platform, viewer.scope, record);
        const line = getLine(record.line);
        const since = timelineOf(line, events, platform.directory.nameOf, cutFor(viewer, line, record)).filter(
          (entry) => entry.seq > (revision ?? 0),
        );
        const last = since[0];
        const title = last
          ? `${last.actor.name ?? '系统'}已办理“${last.name}”。所填内容已保留，请核对后接着办。`
          : '本案刚有变化，请核对后接着办。';
        throw new HttpProblem(409, { code: 'conflict', title, since });
      }
    }
  }
}

/** A rehearsal takes no serial: where it will stand there is room. */
const unnumbered = <T extends { readonly number: string | null }>(one: T): T => ({
  ...one,
  number: one.number?.replace(/〕0号$/, '〕　号') ?? null,
});

/** @throws HttpProblem 400 when a day is none */
function readListQuery(request: FastifyRequest): ListQuery {
  const query = listQuery.parse(request.query);
  for (const day of [query.from, query.to])
    if (day !== undefined && !parsePlainDate(day)) throw new HttpProblem(400, { code: 'query', title: '日期不正确。' });
  return query;
}

const atPath = (data: JsonObject, path: string): ReturnType<typeof valueAt> =>
  path.split('.').reduce<ReturnType<typeof valueAt>>((value, key) => {
    if (value === null || typeof value !== 'object') return undefined;
    return Array.isArray(value) ? value[Number(key)] : (value as JsonObject)[key];
  }, data);
