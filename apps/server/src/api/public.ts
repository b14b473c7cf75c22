import { dayOf, daysBetween, type Json, type JsonObject, type PlainDate } from '@fadu/kernel';
import { describe, type Line, type OrgNode, type OrgTree, publicFields, withText } from '@fadu/procedure';
import {
  applyBody,
  type GuideAnswer,
  guideBody,
  type OrganChoiceView,
  organsBody,
  type PublicLine,
  type PublicLineRow,
  type PublicOrgan,
  publicActBody,
  type Receipt,
  type TrackBody,
  trackBody,
} from '@fadu/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import type { Org } from '../access/directory.js';
import type { Scope } from '../access/scope.js';
import { explanationOf } from '../matters/clock-view.js';
import { act, findMatter, open, type Platform } from '../matters/execute.js';
import { adviceOf, forPublic, nextSteps, publicMatter } from '../matters/public-matter.js';
import { ticketOf } from '../matters/query-code.js';
import { keyOf } from '../matters/request-key.js';
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
      title: '收件编号或者查询码不对。请对照回执核对；查询码里没有数字0、1和字母O、I。',
    });
  }
  return { id: rows[0].id, scope: { orgs: [], paths: [], matter: rows[0].id } };
}

/**
 * Many households reach the platform through one address (小区、乡镇和手机网络的共用出口), so a limit by address alone
 * would shut out neighbours. Tries at one receipt are few; all tries from one address are many.
 */
export const perReceipt = {
  config: {
    rateLimit: {
      max: 40,
      timeWindow: '10 minutes',
      hook: 'preHandler' as const,
      keyGenerator: (request: FastifyRequest) => {
        const { receipt } = (request.body ?? {}) as { receipt?: unknown };
        return `${request.ip} ${String(receipt).slice(0, 40)}`;
      },
    },
  },
};
const perAddress = (max: number) => ({ config: { rateLimit: { max, timeWindow: '10 minutes' } } });

/** The portal's side. Knows nothing of any one line: guide, form and tracking come from the line's public view. */
export function publicRoutes(app: FastifyInstance, platform: Platform): void {
  const open_ = platform.lines.filter((line) => line.publicView);
  const getLine = (code: string): Line => {
    const line = open_.find((one) => one.code === code);
    if (!line) throw new HttpProblem(404, { code: 'not-found', title: '没有这个事项，或者还没有开通网上办理。' });
    return line;
  };
  const lineOf = (request: FastifyRequest): Line => getLine((request.params as { code: string }).code);

  app.get(
    '/api/public/lines',
    async (): Promise<PublicLineRow[]> =>
      open_.map(({ code, name, publicView }) => ({
        code,
        name,
        publicName: publicView!.name,
        intro: publicView!.intro,
        guided: publicView!.guide !== undefined,
      })),
  );
  app.get('/api/public/lines/:code', async (request) => publicDescription(lineOf(request), dayOf(platform.now())));

  app.get('/api/public/organs', async (request) => {
    const { line = '', region = '' } = request.query as { line?: string; region?: string };
    const found = getLine(line);
    await platform.directory.refresh();
    return receivers(platform, found).filter((org) => region === '' || org.region === region);
  });
  app.get('/api/public/organizations', async (request) => {
    const { region = '', q = '' } = request.query as { region?: string; q?: string };
    return searchOrgs(platform, q.trim(), region).map(orgRow);
  });
  app.post('/api/public/lines/:code/organs', async (request): Promise<OrganChoiceView> => {
    const line = lineOf(request);
    const { input } = organsBody.parse(request.body);
    await platform.directory.refresh();
    return organsFor(platform, line, input as JsonObject);
  });

  app.post('/api/public/lines/:code/guide', async (request): Promise<GuideAnswer> => {
    const guide = lineOf(request).publicView!.guide;
    const { answers } = guideBody.parse(request.body);
    if (!guide) throw notFound();
    const today = dayOf(platform.now());
    const calendar = platform.calendar();
    const { deadline, ...result } = guide.assess(answers as JsonObject, { today, calendar });
    return {
      verdict: result.verdict,
      headline: result.headline,
      reasons: result.reasons.map(adviceOf),
      deadline: deadline
        ? {
            from: deadline.from,
            legalDue: deadline.legalDue,
            provisional: deadline.provisional,
            left: daysBetween(today, deadline.legalDue),
            how: forPublic(explanationOf('guide', deadline, calendar)),
          }
        : null,
      organ: result.organ ?? null,
      instead: result.instead ?? [],
      prefill: result.prefill ?? {},
    };
  });

  app.post('/api/public/lines/:code/applications', perAddress(120), async (request, reply): Promise<Receipt> => {
    const line = lineOf(request);
    const body = applyBody.parse(request.body);
    await platform.directory.refresh();
    const organ = organApplied(platform, line, body);
    const input = body.input as JsonObject;
    const written = await open(platform, line, organ.id, {
      actor: { kind: 'party' },
      scope: { orgs: [], paths: [], matter: null },
      key: body.key,
      command: { action: line.publicView!.apply, input, reasons: body.reasons ?? {} },
    });
    if (!written.ok && written.error.kind === 'declined') throw declineProblem(written.error.decline);
    if (!written.ok || written.value.queryCode === undefined) throw sentBefore();
    const { matter, queryCode } = written.value;
    reply.status(written.value.repeated ? 200 : 201);
    return {
      receipt: matter.receipt,
      queryCode,
      lineName: line.name,
      organName: organ.name,
      organPhone: organ.phone,
      receivedOn: matter.openedOn,
      next: nextSteps(line, matter),
      earlier: written.value.differs === true,
      // The address holds no query code: a picture can be seen over the shoulder, a code is typed.
      qrSvg: await QRCode.toString(`${platform.publicUrl}/track?receipt=${matter.receipt}`, { type: 'svg', margin: 1 }),
    };
  });

  app.post('/api/public/track', perReceipt, async (request) => {
    const { scope, id } = await ticketScope(platform, trackBody.parse(request.body));
    return publicMatter(platform, scope, (await findMatter(platform, scope, id))!.record);
  });

  app.post('/api/public/act', perReceipt, async (request) => {
    const body = publicActBody.parse(request.body);
    const { scope, id } = await ticketScope(platform, body);
    const input = body.input as JsonObject;
    for (let attempt = 0; ; attempt += 1) {
      const found = await findMatter(platform, scope, id, keyOf({ kind: 'party', matter: id }, body.key));
      if (!found) throw notFound();
      // The same key once more: what was done then stands, and nothing is added twice.
      if (found.done) return publicMatter(platform, scope, found.record);
      const line = platform.lineOf(found.record.line)!;
      const written = await act(platform, id, found.record.revision, {
        actor: { kind: 'party', matter: id },
        scope,
        key: body.key,
        command: {
          action: body.action,
          input: withEarlierItems(line, body.action, input, found.record.data),
          reasons: body.reasons ?? {},
        },
      });
      if (written.ok) return publicMatter(platform, scope, written.value.matter);
      if (written.error.kind === 'declined') throw declineProblem(written.error.decline);
      if (written.error.kind !== 'conflict' || attempt >= 5) throw sentBefore();
    }
  });
}

const sentBefore = () =>
  new HttpProblem(409, {
    code: 'sent-before',
    title: '这份申请已经提交过。请用回执上的收件编号和查询码查询，不必再次提交。',
  });

/** The applicant adds to a list and never takes from it: what was handed in stays handed in. */
function withEarlierItems(line: Line, action: string, input: JsonObject, data: JsonObject): JsonObject {
  const lists = (line.actions[action]?.form ?? []).filter((key) => line.fields[key]?.kind === 'list');
  const earlier = lists.filter((key) => Array.isArray(data[key]));
  return {
    ...input,
    ...Object.fromEntries(
      earlier.map((key) => [key, [...(data[key] as Json[]), ...(Array.isArray(input[key]) ? input[key] : [])]]),
    ),
  };
}

/** An organ can receive when the posts that handle what comes in are held there. */
function canReceive(platform: Platform, line: Line, org: Org): boolean {
  const { receivers } = line.publicView!;
  const today = dayOf(platform.now());
  const held = (post: string) => platform.directory.holdersOf(post, org.id, today).length > 0;
  return receivers ? receivers.posts.every(held) : org.kind === 'government' && held('handler');
}

const publicOrgan = ({ id, name, region, phone }: Org): PublicOrgan => ({ id, name, region, phone });

const receivers = (platform: Platform, line: Line): PublicOrgan[] =>
  [...platform.directory.allOrgs()]
    .filter((org) => canReceive(platform, line, org))
    .map(publicOrgan)
    .sort((a, b) => a.region.localeCompare(b.region));

function treeOf(platform: Platform): OrgTree {
  const { directory } = platform;
  const node = (org: Org | undefined): OrgNode | undefined => org && { id: org.id, kind: org.kind, region: org.region };
  return {
    find: (id) => node(directory.findOrg(id)),
    parentOf: (id) => node(directory.findOrg(directory.findOrg(id)?.parent ?? '')),
    governmentOf: (region) =>
      node([...directory.allOrgs()].find((org) => org.kind === 'government' && org.region === region)),
  };
}

function organsFor(platform: Platform, line: Line, input: JsonObject): OrganChoiceView {
  const choice = line.publicView!.organs?.(input, treeOf(platform));
  if (!choice) {
    const rule = line.publicView!.receivers;
    return {
      organs: receivers(platform, line),
      words: rule?.words ?? null,
      note: null,
      basis: rule?.basis ? withText(rule.basis) : null,
    };
  }
  return {
    organs: choice.ids.flatMap((id) => {
      const org = platform.directory.findOrg(id);
      return org && canReceive(platform, line, org) ? [publicOrgan(org)] : [];
    }),
    words: choice.words,
    note: choice.note ?? null,
    basis: choice.basis ? withText(choice.basis) : null,
  };
}

/** The organ named, when it is one of those offered; else the government of the region. */
function organApplied(
  platform: Platform,
  line: Line,
  { organ, region, input }: { organ?: string | undefined; region?: string | undefined; input: unknown },
): PublicOrgan {
  const offered =
    organ === undefined ? receivers(platform, line) : organsFor(platform, line, input as JsonObject).organs;
  const found = offered.find((one) => (organ === undefined ? one.region === region : one.id === organ));
  if (found) return found;
  throw new HttpProblem(422, {
    code: organ === undefined ? 'region' : 'organ',
    title:
      organ === undefined
        ? '这个地区还没有开通网上申请。可以当面或者邮寄申请，也可以拨打12348。'
        : '这件事不归所选的机关办，或者它还没有开通网上申请。请返回重选，也可以当面或者邮寄申请，或者拨打12348。',
  });
}

/** Organizations whose name has all the letters asked for in order: 市监局 finds 市场监督管理局. Exact parts first. */
function searchOrgs(platform: Platform, q: string, region: string): Org[] {
  const within = region.replace(/(00)+$/, '');
  const inOrder = (name: string): boolean => {
    let at = -1;
    return [...q].every((letter) => {
      at = name.indexOf(letter, at + 1);
      return at >= 0;
    });
  };
  return [...platform.directory.allOrgs()]
    .filter((org) => org.region.startsWith(within) && (q === '' || inOrder(org.name)))
    .sort(
      (a, b) =>
        Number(b.name.includes(q)) - Number(a.name.includes(q)) ||
        a.region.localeCompare(b.region) ||
        a.name.length - b.name.length,
    )
    .slice(0, 200);
}

/** No more than the public needs: what is asked, and the steps open to the applicant. */
function publicDescription(line: Line, today: PlainDate): PublicLine {
  const { code, name, version, publicView, actions } = describe(line, today);
  const asked = publicView!.steps.flatMap((step) => step.fields);
  return {
    code,
    name,
    version,
    publicView: publicView!,
    fields: publicFields(Object.fromEntries(asked.map((key) => [key, line.fields[key]!]))),
    actions: Object.fromEntries(
      Object.entries(actions)
        .filter(([, action]) => action.by.includes('party') && action.from !== null)
        .map(([key, { name, form, grave, partyHint }]) => [key, { name, form: publicFields(form), grave, partyHint }]),
    ),
    basis: actions[publicView!.apply]!.basis,
  };
}
