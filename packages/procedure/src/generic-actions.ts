import type { WorkCalendar } from '@fadu/calendar';
import { dayOf, fail, type Instant, ok, type PlainDate, type Result, refusal } from '@fadu/kernel';
import type { ActorRecord } from './actor.js';
import { isRunning, recountClock } from './clock-rules.js';
import { type Context, type Decision, type Decline, refused } from './context.js';
import { decideCorrection } from './decide-correction.js';
import { decideDocument } from './decide-document.js';
import { decideService, decideVoidService } from './decide-service.js';
import { decideSettle } from './decide-settle.js';
import type { Line } from './line.js';
import type { ClockState, Command, Matter, MatterEvent } from './matter.js';
import { checkState } from './step.js';
import { blankEvent, takeAction } from './take-action.js';
import { headsOf, notYours, postFor } from './who-acts.js';

/** Words every line has: approve, return, reassign, correct, settle, and those for its documents. */
export function decideGeneric(
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
      const impossible = checkState(line, matter, action, today);
      if (impossible) return refused(impossible);
      const agreed = {
        action: pending.action,
        input: pending.input,
        reasons: { ...pending.reasons, ...command.reasons },
      };
      return takeAction(line, matter, action, agreed, context, post, today, undefined, true);
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
  if (command.action === 'settle') return decideSettle(line, matter, command, context, today);
  if (command.action === 'serveDocument') return decideService(line, matter, command, context, today);
  if (command.action === 'voidService') return decideVoidService(line, matter, command, context, today);
  if (command.action === 'correctDocument' || command.action === 'withdrawDocument')
    return decideDocument(line, matter, command, context, today);
  return undefined;
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
  return {
    ...blankEvent(matter, now, dayOf(now), by, 'recounted', 'recount'),
    clocks: changed,
    pending: matter.pending,
  };
}

const generic = (
  matter: Matter,
  context: Context,
  on: PlainDate,
  by: ActorRecord,
  kind: MatterEvent['kind'],
  action: string,
  change: Partial<MatterEvent>,
): MatterEvent => ({ ...blankEvent(matter, context.now, on, by, kind, action), ...change });
