import type { Suspension, WorkCalendar } from '@fadu/calendar';
import {
  dayOf,
  fail,
  type Instant,
  type Json,
  type JsonObject,
  ok,
  type PlainDate,
  type Refusal,
  type Result,
  refusal,
} from '@fadu/kernel';
import type { Actor, ActorRecord } from './actor.js';
import { isPaused, isRunning, recountClock, startClock, stopClock } from './clock-rules.js';
import { holds, valueAt } from './condition.js';
import { withAppended } from './evolve.js';
import type { Fields } from './field.js';
import type { Facts, RelatedMatter } from './guard.js';
import type { Action, ActorRule, Clock, Line, SetValue } from './line.js';
import type { ClockState, Command, IssuedDocument, Matter, MatterEvent, MatterMessage } from './matter.js';
import { ruleSetAt, ruleSetFlags, ruleSetFor } from './rule-set.js';
import { checkForm, type FieldFault } from './validate.js';

/** What the engine is told about the world; it asks nothing itself. */
export interface Context {
  readonly now: Instant;
  readonly actor: Actor;
  readonly calendar: WorkCalendar;
  readonly related: Readonly<Record<string, readonly RelatedMatter[]>>;
  /** For an action that opens a matter. */
  readonly opening?: { readonly id: string; readonly region: string; readonly organ: string };
  /** Words of a number rule filled in: `{organ}` by the organ's short name. */
  readonly organShortName: string;
  /** The next serial of a numbering scope. A rehearsal may answer 0; the real decision takes it in the transaction. */
  serial(scope: string): number;
}

/** Why a command has no effect: the form is faulty, the law refuses, or a reason is asked first. */
export interface Decline {
  readonly faults: readonly FieldFault[];
  readonly refusals: readonly Refusal[];
  /** SOFT objections still without a reason: the person may go on after giving one. */
  readonly needsReason: readonly Refusal[];
}

export interface Decision {
  readonly events: readonly MatterEvent[];
  /** INFO marks and SOFT objections that were answered. */
  readonly notes: readonly Refusal[];
}

/**
 * Decides a command: events, or why not. Pure. The same function rehearses (while a person types) and decides.
 * A step refused by law, a faulty form and a missing reason are values; a command for an unknown action of the line is
 * a refusal too, since addresses can be typed.
 */
export function decide(
  line: Line,
  matter: Matter | undefined,
  command: Command,
  context: Context,
): Result<Decision, Decline> {
  const today = dayOf(context.now);
  if (matter) {
    const generic = decideGeneric(line, matter, command, context, today);
    if (generic) return generic;
  }
  const action = line.actions[command.action];
  if (!action) return refused(refusal('engine.unknown_action', `没有“${command.action}”这一操作，请刷新页面后再办。`));
  const stateRefusal = checkState(line, matter, action);
  if (stateRefusal) return refused(stateRefusal);
  const organ = matter?.organ ?? context.opening?.organ;
  if (organ === undefined) throw new Error('an action that opens a matter needs its organ');
  const post = postFor(action.by, context.actor, organ, matter);
  if (!post) return refused(notYours(line, action));
  const pending = matter?.pending;
  if (pending && action.by[0] !== 'clock' && action.by[0] !== 'message') {
    return refused(
      refusal(
        'engine.pending',
        `不能${action.name}：“${line.actions[pending.action]?.name ?? pending.action}”正在报批。可以等审批结果，或者由审批人退回。`,
      ),
    );
  }
  return take(line, matter, action, command, context, post, today, action.approvedBy);
}

/** Every check and effect of one action, for a decision and for an approval of a waiting request alike. */
function take(
  line: Line,
  matter: Matter | undefined,
  action: Action,
  command: Command,
  context: Context,
  by: ActorRecord,
  today: PlainDate,
  approvers: readonly ActorRule[] | undefined,
): Result<Decision, Decline> {
  const before = matter?.data ?? {};
  const form = formOf(line, action);
  const checked = checkForm(form, command.input, today, before);
  if (checked.faults.length > 0) return fail({ faults: checked.faults, refusals: [], needsReason: [] });
  const values = checked.values;
  const on = dateOf(action.on ? values[action.on] : undefined) ?? today;
  const step = { today: on, by, matter, data: { ...before, ...values } };
  const append = action.record
    ? { field: action.record, item: { ...values, ...takeValues(action.fills, step) } }
    : null;
  const set: Record<string, Json> = { ...(action.record ? {} : values), ...takeValues(action.sets, step) };
  const data = withAppended({ ...before, ...set }, append);
  const ruleSet = matter ? ruleSetAt(line, matter, on) : ruleSetFor(line, data, on);
  const facts: Facts = {
    matter,
    data,
    input: values,
    action: command.action,
    on,
    today,
    ruleSet,
    calendar: context.calendar,
    actor: context.actor,
    related: context.related,
    clock: (code) => matter?.clocks[code],
  };
  const judged = judge(action, facts, command.reasons ?? {});
  if (judged.refusals.length > 0 || judged.needsReason.length > 0) return fail({ faults: [], ...judged });

  const base = {
    seq: (matter?.revision ?? 0) + 1,
    at: context.now,
    on,
    actor: by,
    action: command.action,
    from: matter?.state ?? null,
    reasons: command.reasons ?? {},
    opening:
      matter || !context.opening ? null : { ...context.opening, line: line.code, lineVersion: line.version, ruleSet },
    flags: ruleSetFlags(line, matter, data, on),
  };
  if (approvers && matter && !postFor(approvers, context.actor, matter.organ, matter)) {
    const pending = {
      action: command.action,
      input: command.input,
      reasons: command.reasons ?? {},
      by,
      at: context.now,
    };
    return ok({
      notes: judged.notes,
      events: [{ ...base, ...nothing, kind: 'requested', to: matter.state, pending, opening: null }],
    });
  }
  const to = nextState(action, matter, data);
  const clocks = moveClocks(line, action, matter, { ...data, $ruleSet: ruleSet }, values, on, context.calendar);
  if (!clocks.ok) return fail({ faults: [], refusals: [clocks.error], needsReason: [] });
  const organ = matter?.organ ?? context.opening!.organ;
  const number = action.number && !matter?.number ? numbered(line, action.number, organ, on, context) : null;
  const documents = (action.documents ?? []).map((template): IssuedDocument => {
    const rule = line.documents[template]!.number;
    return { template, number: rule ? numbered(line, rule, organ, on, context) : null };
  });
  const ended = line.states[to]?.tone === 'ended' && (!matter || line.states[matter.state]?.tone !== 'ended');
  return ok({
    notes: judged.notes,
    events: [
      {
        ...base,
        kind: matter ? 'acted' : 'opened',
        to,
        set,
        append,
        clocks: clocks.value,
        documents,
        number,
        pending: null,
        assign: action.assigns ? assigned(form, action.assigns, data) : {},
        closes: ended,
        messages: messagesOf(action, matter, data),
      },
    ],
  });
}

const nothing = {
  set: {},
  append: null,
  clocks: [] as ClockState[],
  documents: [] as IssuedDocument[],
  number: null,
  assign: {},
  closes: false,
  messages: [] as MatterMessage[],
} as const;

/** Words every line has: approve, return, reassign, correct. */
function decideGeneric(
  line: Line,
  matter: Matter,
  command: Command,
  context: Context,
  today: PlainDate,
): Result<Decision, Decline> | undefined {
  const { pending } = matter;
  if (command.action === 'approve' || command.action === 'return') {
    if (!pending)
      return refused(refusal('engine.nothing_pending', '没有待审批的事项，可能已由他人处理。请刷新后查看。'));
    const action = line.actions[pending.action]!;
    const post = postFor(action.approvedBy ?? [], context.actor, matter.organ, matter);
    if (!post) return refused(notYours(line, { ...action, by: action.approvedBy ?? [] }));
    if (command.action === 'approve') {
      const agreed = {
        action: pending.action,
        input: pending.input,
        reasons: { ...pending.reasons, ...command.reasons },
      };
      return take(line, matter, action, agreed, context, post, today, undefined);
    }
    const reason = String(command.input.reason ?? '').trim();
    if (reason === '')
      return fail({ faults: [{ field: 'reason', message: '请写明退回的理由。' }], refusals: [], needsReason: [] });
    return ok({
      notes: [],
      events: [generic(matter, context, today, post, 'returned', pending.action, { reasons: { return: reason } })],
    });
  }
  if (command.action === 'reassign') {
    const post = postFor(headsOf(line), context.actor, matter.organ, matter);
    if (!post) return refused(refusal('engine.not_yours', '不能转办：只有机构负责人可以转办。请报机构负责人。'));
    const target = String(command.input.post ?? '');
    const people = command.input.persons;
    if (!(target in line.posts) || !Array.isArray(people) || people.length === 0) {
      return fail({ faults: [{ field: 'persons', message: '请选择岗位和人员。' }], refusals: [], needsReason: [] });
    }
    return ok({
      notes: [],
      events: [
        generic(matter, context, today, post, 'reassigned', 'reassign', { assign: { [target]: people.map(String) } }),
      ],
    });
  }
  if (command.action === 'correct') return decideCorrection(line, matter, command, context, today);
  return undefined;
}

/** Puts right a recorded field, keeping the old value in the record; clocks that count from it are counted again. */
function decideCorrection(
  line: Line,
  matter: Matter,
  command: Command,
  context: Context,
  today: PlainDate,
): Result<Decision, Decline> {
  const field = String(command.input.field ?? '');
  const reason = String(command.input.reason ?? '').trim();
  const spec = line.fields[field];
  const post = postFor([...headsOf(line), 'handler'], context.actor, matter.organ, matter);
  if (!post) return refused(refusal('engine.not_yours', '不能更正：只有承办人和机构负责人可以更正记录。'));
  const faults: FieldFault[] = [];
  if (!spec) faults.push({ field: 'field', message: '请选择要更正的项目。' });
  if (reason === '') faults.push({ field: 'reason', message: '请写明更正的理由。' });
  const checked = spec
    ? checkForm({ [field]: spec }, { [field]: command.input.value ?? null }, today, matter.data)
    : undefined;
  if (checked) faults.push(...checked.faults);
  if (faults.length > 0 || !checked) return fail({ faults, refusals: [], needsReason: [] });
  const data = { ...matter.data, ...checked.values, $ruleSet: matter.ruleSet };
  const clocks: ClockState[] = [];
  for (const state of Object.values(matter.clocks)) {
    const clock = line.clocks[state.code];
    if (!clock || clock.from !== field) continue;
    const startedOn = dateOf(valueAt(data, clock.from)) ?? state.startedOn;
    const counted = recountClock(state, clock, data, context.calendar, { startedOn });
    if (!counted.ok) return fail({ faults: [], refusals: [counted.error], needsReason: [] });
    clocks.push(counted.value);
  }
  return ok({
    notes: [],
    events: [
      generic(matter, context, today, post, 'corrected', 'correct', {
        set: checked.values,
        clocks,
        reasons: { correct: reason },
        pending: matter.pending,
      }),
    ],
  });
}

/** Counts provisional clocks again after an arrangement has been entered; undefined when nothing changes. */
export function recount(line: Line, matter: Matter, calendar: WorkCalendar, now: Instant): MatterEvent | undefined {
  const changed: ClockState[] = [];
  for (const state of Object.values(matter.clocks)) {
    const clock = line.clocks[state.code];
    if (!clock || !isRunning(state) || !state.provisional) continue;
    const counted = recountClock(state, clock, { ...matter.data, $ruleSet: matter.ruleSet }, calendar);
    if (counted.ok && (counted.value.legalDue !== state.legalDue || counted.value.provisional !== state.provisional))
      changed.push(counted.value);
  }
  if (changed.length === 0) return undefined;
  const by: ActorRecord = { kind: 'clock' };
  return { ...blank(matter, now, dayOf(now), by, 'recounted', 'recount'), clocks: changed, pending: matter.pending };
}

const generic = (
  matter: Matter,
  context: Context,
  on: PlainDate,
  by: ActorRecord,
  kind: MatterEvent['kind'],
  action: string,
  change: Partial<MatterEvent>,
): MatterEvent => ({ ...blank(matter, context.now, on, by, kind, action), ...change });

const blank = (
  matter: Matter,
  at: Instant,
  on: PlainDate,
  actor: ActorRecord,
  kind: MatterEvent['kind'],
  action: string,
): MatterEvent => ({
  ...nothing,
  seq: matter.revision + 1,
  at,
  on,
  actor,
  kind,
  action,
  from: matter.state,
  to: matter.state,
  pending: null,
  reasons: {},
  flags: [],
  opening: null,
});

const refused = (why: Refusal) => fail<Decline>({ faults: [], refusals: [why], needsReason: [] });

function checkState(line: Line, matter: Matter | undefined, action: Action): Refusal | undefined {
  const bases = Array.isArray(action.basis) ? action.basis : [action.basis as never];
  if (!matter) {
    return action.from === undefined
      ? undefined
      : refusal('engine.needs_matter', `不能${action.name}：请从案件页面办理。`, bases);
  }
  if (action.from === undefined || !action.from.includes(matter.state)) {
    const now = line.states[matter.state]?.name ?? matter.state;
    const wanted = (action.from ?? []).map((state) => line.states[state]?.name ?? state).join('、');
    return refusal(
      'engine.wrong_state',
      `不能${action.name}：本案现在是“${now}”。${wanted === '' ? '' : `“${wanted}”时才可以办理。`}`,
      bases,
      {
        facts: { state: matter.state },
      },
    );
  }
  if (action.when && !holds(action.when, matter.data)) {
    return refusal('engine.not_applicable', `不能${action.name}：本案不适用。`, bases);
  }
  return undefined;
}

function notYours(line: Line, action: Action): Refusal {
  const names = action.by.map((rule) => line.posts[rule.split('@')[0]!]).filter((name) => name !== undefined);
  const who = names.length > 0 ? names.join('、') : '其他岗位';
  return refusal('engine.not_yours', `不能${action.name}：由${who}办理。可以转请${who}办理。`);
}

/** Posts that lead: they may reassign. A line names them by ending in Head. */
const headsOf = (line: Line): string[] => Object.keys(line.posts).filter((post) => /Head$/.test(post));

/**
 * The post in which the actor may follow one of the rules, or undefined. A post at the matter's organ; a post at a
 * participant; where persons are assigned to a post, only those.
 */
export function postFor(
  rules: readonly ActorRule[],
  actor: Actor,
  organ: string,
  matter: Matter | undefined,
): ActorRecord | undefined {
  for (const rule of rules) {
    if (rule === 'party' || rule === 'clock' || rule === 'message') {
      if (actor.kind === rule && (actor.kind !== 'party' || actor.matter === matter?.id)) return { kind: actor.kind };
      continue;
    }
    if (actor.kind !== 'official') continue;
    const [post, participant] = rule.split('@') as [string, string?];
    const org = participant === undefined ? organ : String(matter ? (valueAt(matter.data, participant) ?? '') : '');
    const held = actor.posts.find((one) => one.post === post && one.org === org);
    if (!held) continue;
    const assigned = participant === undefined ? matter?.assignees[post] : undefined;
    if (assigned && assigned.length > 0 && !assigned.includes(actor.person)) continue;
    return { kind: 'official', person: actor.person, name: actor.name, post, org };
  }
  return undefined;
}

/** The fields an action asks. */
export function formOf(line: Line, action: Action): Fields {
  if (action.record) {
    const spec = line.fields[action.record];
    if (spec?.kind !== 'list') throw new Error(`${line.code}: ${action.record} is no list`);
    return Object.fromEntries(Object.entries(spec.of).filter(([key]) => !(key in (action.fills ?? {}))));
  }
  return Object.fromEntries((action.form ?? []).map((key) => [key, line.fields[key]!]));
}

function judge(
  action: Action,
  facts: Facts,
  reasons: Readonly<Record<string, string>>,
): Omit<Decline, 'faults'> & { notes: Refusal[] } {
  const refusals: Refusal[] = [];
  const needsReason: Refusal[] = [];
  const notes: Refusal[] = [];
  for (const one of action.guards ?? []) {
    const objection = one.check(facts);
    if (!objection) continue;
    if (one.severity === 'hard') refusals.push(objection);
    else if (one.severity === 'soft' && (reasons[one.code] ?? '').trim() === '') needsReason.push(objection);
    else notes.push(objection);
  }
  return { refusals, needsReason, notes };
}

interface Step {
  readonly today: PlainDate;
  readonly by: ActorRecord;
  readonly matter: Matter | undefined;
  readonly data: JsonObject;
}

const takeValues = (values: Action['sets'], step: Step): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([field, value]) => {
      const taken = takeValue(value, step);
      return taken === undefined ? [] : [[field, taken]];
    }),
  );

function takeValue(value: SetValue, step: Step): Json | undefined {
  if (value === null || typeof value !== 'object') return value;
  switch (value.take) {
    case 'today':
      return step.today;
    case 'actor':
      return step.by.person ?? step.by.kind;
    case 'due':
      return step.matter?.clocks[value.clock]?.legalDue;
    case 'field':
      return valueAt(step.data, value.field);
    case 'map':
      return value.map[String(valueAt(step.data, value.field))];
    case 'whether':
      return holds(value.condition, step.data);
  }
}

function nextState(action: Action, matter: Matter | undefined, data: JsonObject): string {
  const { to } = action;
  if (to === undefined) {
    if (!matter) throw new Error(`${action.name} opens a matter but names no state`);
    return matter.state;
  }
  if (typeof to === 'string') return to;
  if ('previous' in to) return matter?.previousState ?? matter!.state;
  const state = to.map[String(valueAt(data, to.byField))];
  if (state === undefined)
    throw new Error(`${action.name}: no state for ${to.byField}=${String(valueAt(data, to.byField))}`);
  return state;
}

function moveClocks(
  line: Line,
  action: Action,
  matter: Matter | undefined,
  data: JsonObject,
  input: JsonObject,
  on: PlainDate,
  calendar: WorkCalendar,
): Result<ClockState[], Refusal> {
  const moved = new Map<string, ClockState>();
  const current = (code: string): ClockState | undefined => moved.get(code) ?? matter?.clocks[code];
  const rules = action.clocks ?? {};
  for (const code of rules.stop ?? []) {
    const state = current(code);
    if (isRunning(state)) moved.set(code, stopClock(state, on));
  }
  for (const code of rules.drop ?? []) {
    const state = current(code);
    if (isRunning(state)) moved.set(code, { ...state, stoppedOn: on, outcome: 'void' });
  }
  for (const code of rules.start ?? []) {
    const clock = line.clocks[code]!;
    if (clock.when && !holds(clock.when, data)) continue;
    const started = startClock(code, clock, data, calendar);
    if (!started.ok) return started;
    moved.set(code, started.value);
  }
  const apply = (code: string, change: Parameters<typeof recountClock>[4]): Refusal | undefined => {
    const state = current(code);
    if (!isRunning(state)) return undefined;
    const counted = recountClock(state, line.clocks[code]!, data, calendar, change);
    if (!counted.ok) return counted.error;
    moved.set(code, counted.value);
    return undefined;
  };
  for (const code of rules.recount ?? []) {
    const why = apply(code, {});
    if (why) return fail(why);
  }
  if (rules.extend) {
    const clock: Clock = line.clocks[rules.extend]!;
    const asked = input.extendBy;
    const most = clock.extend?.atMost ?? 0;
    const why = apply(rules.extend, { extension: typeof asked === 'number' ? Math.min(asked, most) : most });
    if (why) return fail(why);
  }
  if ((rules.suspend || rules.resume) && matter) {
    for (const [code, clock] of Object.entries(line.clocks)) {
      const state = current(code);
      if (!clock.suspends || !isRunning(state)) continue;
      const why = apply(code, { suspensions: rules.suspend ? suspended(state, on) : resumed(state, on) });
      if (why) return fail(why);
    }
  }
  return ok([...moved.values()]);
}

const suspended = (state: ClockState, on: PlainDate): readonly Suspension[] =>
  isPaused(state) ? state.suspensions : [...state.suspensions, { from: on }];

const resumed = (state: ClockState, on: PlainDate): readonly Suspension[] =>
  state.suspensions.map((one) => (one.to === undefined ? { ...one, to: on } : one));

function numbered(line: Line, key: string, organ: string, on: PlainDate, context: Context): string {
  const year = on.slice(0, 4);
  return line.numbers[key]!.template.replace('{organ}', context.organShortName)
    .replace('{year}', year)
    .replace('{serial}', String(context.serial(`${line.code}/${key}/${organ}/${year}`)));
}

function assigned(form: Fields, field: string, data: JsonObject): Record<string, readonly string[]> {
  const spec = form[field];
  const people = valueAt(data, field);
  return spec?.kind === 'persons' && Array.isArray(people) ? { [spec.post]: people.map(String) } : {};
}

function messagesOf(action: Action, matter: Matter | undefined, data: JsonObject): MatterMessage[] {
  const carried = (carry: Readonly<Record<string, string>>): JsonObject => {
    const input: Record<string, Json> = {};
    for (const [target, source] of Object.entries(carry)) {
      const value = source === '$id' ? matter?.id : source === '$number' ? matter?.number : valueAt(data, source);
      if (value === undefined || value === null) continue;
      const [head, part] = target.split('.') as [string, string?];
      input[head] = part === undefined ? value : { ...(input[head] as JsonObject | undefined), [part]: value };
    }
    return input;
  };
  const messages: MatterMessage[] = [];
  if (action.opens) {
    const { line, action: opening, carry, linkBack } = action.opens;
    messages.push({ kind: 'open', line, action: opening, input: carried(carry), linkBack });
  }
  const target = action.tells && valueAt(data, action.tells.link);
  if (action.tells && typeof target === 'string') {
    messages.push({
      kind: 'tell',
      matter: target,
      action: action.tells.action,
      input: carried(action.tells.carry ?? {}),
    });
  }
  return messages;
}

const dateOf = (value: Json | undefined): PlainDate | undefined =>
  typeof value === 'string' && value !== '' ? (value as PlainDate) : undefined;
