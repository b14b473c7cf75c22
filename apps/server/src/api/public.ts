import { dayOf, type Json, type JsonObject, type PlainDate } from '@fadu/kernel';
import { describe, holds, type Line, postFor, printValue, specAt, valueAt } from '@fadu/procedure';
import {
  applyBody,
  guideBody,
  type PublicMatter,
  publicActBody,
  type Receipt,
  type TrackBody,
  trackBody,
} from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import QRCode from 'qrcode';
import type { Scope } from '../access/scope.js';
import { act, findMatter, open, type Platform, ticketOf } from '../matters/execute.js';
import type { MatterRecord } from '../matters/projection.js';
import { clocksOf, readRecords } from '../matters/view.js';
import { declineProblem, HttpProblem, notFound } from './problem.js';
import { orgRow } from './reference.js';

/** A citizen's way to one matter: receipt number and query code. Wrong pairs all get the same answer. */
export async function ticketScope(
  platform: Platform,
  { receipt, queryCode }: TrackBody,
): Promise<{ scope: Scope; id: string }> {
  const { rows } = await platform.pool.query('select id from fadu_ticket($1, $2)', [
    receipt.trim().toUpperCase(),
    ticketOf(queryCode),
  ]);
  if (rows.length === 0) {
    throw new HttpProblem(404, {
      code: 'ticket',
      title: '收件编号或者查询码不对。请核对回执：没有数字0、1和字母O、I。',
    });
  }
  return { id: rows[0].id, scope: { orgs: [], paths: [], matter: rows[0].id } };
}

/** The portal's side. Knows nothing of any one line: guide, form and tracking come from the line's public view. */
export function publicRoutes(app: FastifyInstance, platform: Platform): void {
  const strict = { config: { rateLimit: { max: 30, timeWindow: '10 minutes' } } };
  const open_ = platform.lines.filter((line) => line.publicView);
  const getLine = (code: string): Line => {
    const line = open_.find((one) => one.code === code);
    if (!line) throw notFound();
    return line;
  };

  app.get('/api/public/lines', async () => open_.map((line) => publicDescription(line)));
  app.get('/api/public/lines/:code', async (request) =>
    publicDescription(getLine((request.params as { code: string }).code)),
  );

  app.get('/api/public/organs', async (request) => {
    const { line = '', region = '' } = request.query as { line?: string; region?: string };
    getLine(line);
    await platform.directory.refresh();
    return [...platform.directory.allOrgs()]
      .filter(
        (org) => org.kind === 'government' && (region === '' || org.region === region) && canReceive(platform, org.id),
      )
      .map((org) => ({ id: org.id, name: org.name, region: org.region, phone: org.phone }))
      .sort((a, b) => a.region.localeCompare(b.region));
  });
  app.get('/api/public/organizations', async (request) => {
    const { region = '', q = '' } = request.query as { region?: string; q?: string };
    return [...platform.directory.allOrgs()]
      .filter(
        (org) =>
          (region === '' || org.region === region || org.region.startsWith(region.replace(/0+$/, ''))) &&
          (q === '' || org.name.includes(q)),
      )
      .slice(0, 200)
      .map(orgRow);
  });

  app.post('/api/public/lines/:code/guide', async (request) => {
    const line = getLine((request.params as { code: string }).code);
    const { answers } = guideBody.parse(request.body);
    const guide = line.publicView!.guide;
    if (!guide) throw notFound();
    return guide.assess(answers as JsonObject, { today: dayOf(platform.now()), calendar: platform.calendar() });
  });

  app.post('/api/public/lines/:code/applications', strict, async (request, reply): Promise<Receipt> => {
    const line = getLine((request.params as { code: string }).code);
    const body = applyBody.parse(request.body);
    await platform.directory.refresh();
    const organ = [...platform.directory.allOrgs()].find(
      (org) => org.kind === 'government' && org.region === body.region && canReceive(platform, org.id),
    );
    if (!organ)
      throw new HttpProblem(422, {
        code: 'region',
        title: '这个地区还没有开通网上申请。可以当面或者邮寄申请，也可以拨打12348。',
      });
    const command = {
      action: line.publicView!.apply,
      input: body.input as JsonObject,
      reasons: reasonsOf(body.input as JsonObject),
    };
    const written = await open(platform, line, organ.id, {
      actor: { kind: 'party' },
      scope: { orgs: [], paths: [], matter: null },
      key: body.key,
      command,
    });
    if (!written.ok) {
      if (written.error.kind === 'declined') throw declineProblem(written.error.decline);
      throw new HttpProblem(409, {
        code: 'sent-before',
        title: '这份申请已经提交过。请用回执上的收件编号和查询码查询，不必再次提交。',
      });
    }
    const { matter, queryCode } = written.value;
    if (queryCode === undefined)
      throw new HttpProblem(409, {
        code: 'sent-before',
        title: '这份申请已经提交过。请用回执上的收件编号和查询码查询，不必再次提交。',
      });
    reply.status(201);
    return {
      receipt: matter.receipt,
      queryCode,
      organName: organ.name,
      receivedOn: matter.openedOn,
      next: nextSteps(line, matter),
      // The address holds no query code: a picture can be seen over the shoulder, a code is typed.
      qrSvg: await QRCode.toString(`${platform.publicUrl}/track?receipt=${matter.receipt}`, { type: 'svg', margin: 1 }),
    };
  });

  app.post('/api/public/track', strict, async (request) => {
    const { scope, id } = await ticketScope(platform, trackBody.parse(request.body));
    return publicMatter(platform, scope, (await findMatter(platform, scope, id))!.record);
  });

  app.post('/api/public/act', strict, async (request) => {
    const body = publicActBody.parse(request.body);
    const { scope, id } = await ticketScope(platform, body);
    const written = await act(platform, id, null, {
      actor: { kind: 'party', matter: id },
      scope,
      key: body.key,
      command: { action: body.action, input: body.input as JsonObject, reasons: reasonsOf(body.input as JsonObject) },
    });
    if (!written.ok) {
      if (written.error.kind === 'declined') throw declineProblem(written.error.decline);
      throw notFound();
    }
    return publicMatter(platform, scope, written.value.matter);
  });
}

/** A citizen answers a SOFT objection in the form itself: what they wrote under reasons. */
const reasonsOf = (input: JsonObject): Record<string, string> => {
  const { $reasons } = input as { $reasons?: Json };
  return $reasons && typeof $reasons === 'object' && !Array.isArray($reasons)
    ? Object.fromEntries(Object.entries($reasons).map(([key, value]) => [key, String(value)]))
    : {};
};

/** An organ can receive when somebody there holds a post that handles what comes in. */
const canReceive = (platform: Platform, org: string): boolean =>
  platform.directory.holdersOf('handler', org, dayOf(platform.now())).length > 0;

const publicDescription = (line: Line) => {
  const { actions, ...description } = describe(line);
  const party = Object.fromEntries(Object.entries(actions).filter(([, action]) => action.by.includes('party')));
  return { ...description, actions: party };
};

function nextSteps(line: Line, matter: MatterRecord): { text: string; due: PlainDate | null }[] {
  return line.publicView!.next.map(({ text, clock }) => ({
    text,
    due: (clock && matter.clocks[clock]?.legalDue) || null,
  }));
}

async function publicMatter(platform: Platform, scope: Scope, record: MatterRecord): Promise<PublicMatter> {
  const line = platform.lineOf(record.line)!;
  const view = line.publicView!;
  const today = dayOf(platform.now());
  const viewer = { actor: { kind: 'party' as const, matter: record.id }, scope };
  const { events, documents } = await readRecords(platform, scope, record);
  const state = line.states[record.state]!;
  return {
    receipt: record.receipt,
    number: record.number,
    line: line.code,
    lineName: line.name,
    organName: platform.directory.nameOf(record.organ),
    state: record.state,
    stateText: state.publicText ?? state.name,
    ended: state.tone === 'ended',
    shows: view.shows.map((path) => ({
      label: specAt(line.fields, path)?.label ?? path,
      value: printValue(specAt(line.fields, path), valueAt(record.data, path), platform.directory.nameOf) || null,
    })),
    clocks: clocksOf(platform, viewer, line, record, today).filter((clock) => clock.outcome === null),
    timeline: events
      .flatMap((event) => {
        const text =
          event.kind === 'acted' || event.kind === 'opened' ? line.actions[event.action]?.publicText : undefined;
        return text ? [{ on: event.on, text }] : [];
      })
      .reverse(),
    documents: documents
      .filter((document) => line.documents[document.template]?.toParty)
      .map(({ id, name, issuedOn, code }) => ({ id, name, issuedOn, code })),
    actions: Object.entries(line.actions)
      .filter(
        ([, action]) =>
          action.from?.includes(record.state) &&
          (!action.when || holds(action.when, record.data)) &&
          !record.pending &&
          postFor(action.by, viewer.actor, record.organ, record)?.kind === 'party',
      )
      .map(([key, action]) => ({ action: key, name: action.name })),
    next: nextSteps(line, record).filter((step) => step.due !== null),
    remedy: view.remedy?.states.includes(record.state)
      ? { text: view.remedy.text, due: record.clocks[view.remedy.clock]?.legalDue ?? null }
      : null,
  };
}
