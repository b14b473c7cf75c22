import { fail, type Instant, ok, type PlainDate, type Result } from '@fadu/kernel';
import type { ActorRecord } from './actor.js';
import { type Context, type Decision, type Decline, refused } from './context.js';
import { publicFields } from './field.js';
import { judge } from './judge.js';
import type { Action, ActorRule, Line } from './line.js';
import type { ClockState, Command, IssuedDocument, Matter, MatterEvent, MatterMessage } from './matter.js';
import { messagesOf } from './messages.js';
import { numbered } from './numbering.js';
import { dayOfStep, ruleSetFlags, ruleSetOfStep } from './rule-set.js';
import { settingsOn } from './setting.js';
import { assigned, checkLaw, formOf, nextState } from './step.js';
import { taken } from './taken.js';
import { checkForm } from './validate.js';
import { postFor } from './who-acts.js';

/** Every check and effect of one action, for a decision and for an approval of a waiting request alike. */
export function takeAction(
  line: Line,
  matter: Matter | undefined,
  action: Action,
  command: Command,
  context: Context,
  by: ActorRecord,
  today: PlainDate,
  approvers: readonly ActorRule[] | undefined,
  approving = false,
): Result<Decision, Decline> {
  const before = matter?.data ?? {};
  const asked = formOf(line, action);
  const form = by.kind === 'party' ? publicFields(asked) : asked;
  const checked = checkForm(form, command.input, today, before);
  if (checked.faults.length > 0) return fail({ faults: checked.faults, refusals: [], needsReason: [] });
  const values = checked.values;
  const on = dayOfStep(action, values, today);
  const ruleSet = ruleSetOfStep(line, matter, action, values, today);
  const unknown = checkLaw(line, action, ruleSet);
  if (unknown) return refused(unknown);
  const settings = settingsOn(line, context.settings, on);
  const entered = { line, matter, action, code: command.action, by, values, on, today, ruleSet, settings };
  const { set, append, data, facts, clocks } = taken(entered, context);
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
  const moved = clocks();
  if (!moved.ok) return fail({ faults: [], refusals: [moved.error], needsReason: [] });
  const organ = matter?.organ ?? context.opening!.organ;
  const number = action.number && !matter?.number ? numbered(line, action.number, organ, on, context) : null;
  const documents = (action.documents ?? []).map((template): IssuedDocument => {
    const rule = line.documents[template]!.number;
    return { template, number: rule ? numbered(line, rule, organ, on, context) : null };
  });
  const wasEnded = matter !== undefined && line.states[matter.state]?.tone === 'ended';
  const isEnded = line.states[to]?.tone === 'ended';
  return ok({
    notes: judged.notes,
    events: [
      {
        ...base,
        kind: matter ? 'acted' : 'opened',
        to,
        set,
        append,
        clocks: moved.value,
        documents,
        number,
        // A request that waits outlives what others do meanwhile; when it is approved it is judged again.
        pending: approving ? null : (matter?.pending ?? null),
        assign: action.assigns ? assigned(form, action.assigns, data) : {},
        closes: isEnded && !wasEnded,
        ...(wasEnded && !isEnded && { reopens: true }),
        messages: messagesOf(action, matter, data),
      },
    ],
  });
}

/** An event that changes nothing yet. */
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

/** An event of one of the words every line has, to be filled in. */
export const blankEvent = (
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
