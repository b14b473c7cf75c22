import {
  addDays,
  chineseDate,
  fail,
  type Json,
  type JsonObject,
  type LegalBasis,
  ok,
  type PlainDate,
  type Refusal,
  type Result,
  refusal,
  statute,
} from '@fadu/kernel';
import type { ActorRecord } from './actor.js';
import { isBlank } from './condition.js';
import { type Context, type Decision, type Decline, faulty, refused } from './context.js';
import { flagOf } from './flags.js';
import { type DocumentState, documentsOf } from './issued.js';
import type { Line } from './line.js';
import type { ClockState, Command, Matter, MatterEvent } from './matter.js';
import {
  NOTICE_DAYS,
  type Recipient,
  recipientsOf,
  type ServiceEffect,
  type ServiceMethod,
  type ServiceRecord,
  serviceFields,
  serviceMethods,
} from './service.js';
import { checkState } from './step.js';
import { blankEvent, takeAction } from './take-action.js';
import { checkForm } from './validate.js';
import { headsOf, postFor } from './who-acts.js';

const MS = statute('中华人民共和国民事诉讼法');

/** Posts that serve: those that handle the matter, and those that lead. */
export const serversOf = (line: Pick<Line, 'posts'>): string[] => [
  ...['handler', 'clerk', 'legalStaff', 'mediator'].filter((post) => post in line.posts),
  ...headsOf(line),
];

/**
 * The word `serveDocument` (送达) of every line: one document on one recipient. When with it everybody the template names has been
 * served, the line's own action follows in the same step, and with it states, fields and clocks.
 */
export function decideService(
  line: Line,
  matter: Matter,
  command: Command,
  context: Context,
  today: PlainDate,
): Result<Decision, Decline> {
  const by = postFor(serversOf(line), context.actor, matter.organ, matter);
  if (!by) return refused(refusal('engine.not_yours', '不能登记送达：由承办人办理。可以转请承办人办理。'));
  const checked = checkForm(serviceFields, command.input, today);
  if (checked.faults.length > 0) return faulty(...checked.faults);
  const form = checked.values;
  const all = documentsOf(line, context.events ?? [], matter.data);
  const document = all.find((one) => one.id === form.document);
  if (!document) return faulty({ field: 'document', message: '请选择本案的文书。' });
  const recipients = recipientsOf(line, document.template, matter.data);
  const recipient = recipients.find(({ path }) => path === form.recipient);
  if (!recipient) return faulty({ field: 'recipient', message: '请选择这份文书的受送达人。' });
  const method = form.method as ServiceMethod;
  const servedOn =
    method === 'notice'
      ? addDays(form.publishedOn as PlainDate, recipient.target.noticeDays ?? NOTICE_DAYS)
      : (form.servedOn as PlainDate);
  const agreed = all
    .flatMap(({ services }) => services)
    .find((one) => one.recipient === recipient.path && !isBlank(one.form.consent))?.form.consent;
  const refusals = objections(document, recipient, method, form, {
    servedOn,
    today,
    agreed: agreed !== undefined,
  });
  if (refusals.length > 0) return fail({ faults: [], refusals, needsReason: [] });

  const { document: _, recipient: __, method: ___, servedOn: ____, ...rest } = form;
  const record: ServiceRecord = {
    id: `s${matter.revision + 1}`,
    document: document.id,
    recipient: recipient.path,
    method,
    servedOn,
    form: rest,
    effect: null,
  };
  const documents = [{ template: 'serviceReturn', number: null }];
  const followed = follow(line, matter, document, recipients, recipient, record, agreed, context, by, today);
  if (followed && !followed.ok) return followed;
  if (followed?.ok) {
    const [event] = followed.value.events as [MatterEvent];
    const service = { ...record, effect: effectOf(matter, event) };
    return ok({ ...followed.value, events: [{ ...event, service, documents: [...documents, ...event.documents] }] });
  }
  const event = blankEvent(matter, context.now, servedOn, by, 'served', 'serveDocument');
  return ok({ notes: [], events: [{ ...event, service: record, documents, pending: matter.pending }] });
}

/** What speaks against a service, each with its article. */
function objections(
  document: DocumentState,
  recipient: Recipient,
  method: ServiceMethod,
  form: JsonObject,
  { servedOn, today, agreed }: { servedOn: PlainDate; today: PlainDate; agreed: boolean },
): Refusal[] {
  const { name, proof, basis } = serviceMethods[method];
  const found: Refusal[] = [];
  const object = (code: string, message: string, article: LegalBasis, field: string) =>
    found.push(refusal(`service.${code}`, message, article, { field }));
  if (document.state === 'withdrawn')
    object('withdrawn', '不能送达：这份文书已经撤回。请送达代替它的文书。', MS(87), 'document');
  if (document.services.some((one) => one.recipient === recipient.path))
    object(
      'already',
      '不能再次登记：已经登记了向该受送达人的送达。原送达无效的，请先登记送达无效。',
      MS(87),
      'recipient',
    );
  if ((method === 'notice' ? (form.publishedOn as PlainDate) : servedOn) < document.issuedOn)
    object(
      'before_document',
      `不能登记送达：送达日期${chineseDate(servedOn)}早于文书日期${chineseDate(document.issuedOn)}。请核对送达回证。`,
      MS(87),
      method === 'notice' ? 'publishedOn' : 'servedOn',
    );
  // Consent once signed holds for the whole matter.
  if (method === 'electronic' && isBlank(form.consent) && !agreed)
    object(
      'consent_missing',
      '不能电子送达：没有受送达人事先签署的确认书。请补交确认书，或者改用其他方式送达（《民事诉讼法》第九十条第一款）。',
      MS(90, 1),
      'consent',
    );
  if (method === 'notice' && isBlank(form.reason))
    object(
      'notice_reason_missing',
      '不能公告送达：没有写明原因和经过。受送达人下落不明，或者用其他方式无法送达的，才可以公告送达，并在案卷中记明（《民事诉讼法》第九十五条）。',
      MS(95),
      'reason',
    );
  if (servedOn > today)
    object(
      'notice_running',
      `不能登记送达：公告期到${chineseDate(servedOn)}才满（《民事诉讼法》第九十五条第一款）。请在期满后登记。`,
      MS(95, 1),
      'publishedOn',
    );
  if (isBlank(form.proof))
    object('proof_missing', `不能登记送达：没有送达证明。${name}应当附${proof}，请上传。`, basis, 'proof');
  return found;
}

/** The line's action that service brings about, when this was the last recipient of its target; undefined when none. */
function follow(
  line: Line,
  matter: Matter,
  document: DocumentState,
  recipients: readonly Recipient[],
  { target }: Recipient,
  record: ServiceRecord,
  agreed: Json | undefined,
  context: Context,
  by: ActorRecord,
  today: PlainDate,
): Result<Decision, Decline> | undefined {
  const action = target.takes ? line.actions[target.takes] : undefined;
  if (!target.takes || !action) return undefined;
  const served = [...document.services, record];
  const own = recipients
    .filter((one) => one.target.takes === target.takes)
    .map(({ path }) => served.find((one) => one.recipient === path));
  if (own.some((one) => one === undefined) || checkState(line, matter, action, today)) return undefined;
  // Several recipients: the last service counts, so that no period runs out for one who did not have the paper yet.
  const last = own.map((one) => one!.servedOn).reduce((a, b) => (a > b ? a : b));
  const input: Record<string, Json> = { ...(action.on !== undefined && { [action.on]: last }) };
  for (const [field, part] of Object.entries(target.carry ?? {})) {
    // Consent once signed holds for the whole matter.
    const signed = part === 'consent' && record.method === 'electronic' ? agreed : undefined;
    const value = part === 'method' ? record.method : (record.form[part] ?? signed);
    if (value !== undefined) input[field] = value;
  }
  return takeAction(line, matter, action, { action: target.takes, input }, context, by, today, undefined);
}

function effectOf(matter: Matter, event: MatterEvent): ServiceEffect {
  const moved = event.clocks.map((after) => ({ after, before: matter.clocks[after.code] }));
  return {
    action: event.action,
    from: matter.state,
    to: event.to,
    started: moved
      .filter(({ after, before }) => after.outcome === null && after.startedOn !== before?.startedOn)
      .map(({ after: { code, startedOn } }) => ({ code, startedOn })),
    stopped: moved.flatMap(({ after, before }) =>
      before && before.outcome === null && after.outcome !== null ? [before] : [],
    ),
    before: Object.fromEntries(Object.keys(event.set).map((field) => [field, matter.data[field] ?? null])),
  };
}

/**
 * The word `voidService`: a service later proved invalid. Clocks it started are void, clocks it stopped run again, what it
 * set is unset and the state returns, unless the matter has gone on meanwhile: then a person is asked to look. A new
 * service starts everything anew.
 */
export function decideVoidService(
  line: Line,
  matter: Matter,
  command: Command,
  context: Context,
  today: PlainDate,
): Result<Decision, Decline> {
  const by = postFor(serversOf(line), context.actor, matter.organ, matter);
  if (!by) return refused(refusal('engine.not_yours', '不能登记送达无效：由承办人办理。可以转请承办人办理。'));
  const reason = String(command.input.reason ?? '').trim();
  if (reason === '') return faulty({ field: 'reason', message: '请写明送达无效的事实和依据。' });
  const found = documentsOf(line, context.events ?? [], matter.data)
    .flatMap((document) => document.services)
    .find((one) => one.id === command.input.service);
  if (!found) return faulty({ field: 'service', message: '请选择一次有效的送达。' });
  const { effect } = found;
  const event = blankEvent(matter, context.now, today, by, 'serviceVoided', 'voidService');
  const base = {
    ...event,
    voids: { document: found.document, service: found.id },
    reasons: { void: reason },
    pending: matter.pending,
  };
  if (!effect) return ok({ notes: [], events: [base] });
  const clocks: ClockState[] = [
    ...effect.started.flatMap(({ code, startedOn }) => {
      const state = matter.clocks[code];
      return state?.startedOn === startedOn ? [{ ...state, stoppedOn: today, outcome: 'void' as const }] : [];
    }),
    ...effect.stopped,
  ];
  const stands = matter.state === effect.to;
  const ended = (state: string) => line.states[state]?.tone === 'ended';
  return ok({
    notes: [],
    events: [
      {
        ...base,
        clocks,
        set: effect.before,
        to: stands ? effect.from : matter.state,
        ...(stands && ended(effect.to) && !ended(effect.from) && { reopens: true }),
        flags: stands ? [] : [flagOf.voidedService],
      },
    ],
  });
}
