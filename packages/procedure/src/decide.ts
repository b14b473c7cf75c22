import { dayOf, type Result, refusal } from '@fadu/kernel';
import { type Context, type Decision, type Decline, refused } from './context.js';
import { decideGeneric } from './generic-actions.js';
import type { Line } from './line.js';
import type { Command, Matter } from './matter.js';
import { checkState } from './step.js';
import { takeAction } from './take-action.js';
import { notYours, postFor } from './who-acts.js';

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
  const action = Object.hasOwn(line.actions, command.action) ? line.actions[command.action] : undefined;
  if (!action) return refused(refusal('engine.unknown_action', `没有“${command.action}”这一操作，请刷新页面后再办。`));
  const stateRefusal = checkState(line, matter, action, today);
  if (stateRefusal) return refused(stateRefusal);
  const organ = matter?.organ ?? context.opening?.organ;
  if (organ === undefined) throw new Error('an action that opens a matter needs its organ');
  const post = postFor(action.by, context.actor, organ, matter, command.input);
  if (!post) return refused(notYours(line, action));
  const pending = matter?.pending;
  // Only officials wait for one another: a citizen, a clock or another matter is never kept waiting.
  if (pending && context.actor.kind === 'official') {
    return refused(
      refusal(
        'engine.pending',
        `不能${action.name}：“${line.actions[pending.action]?.name ?? pending.action}”正在报批。可以等审批结果，或者由审批人退回。`,
      ),
    );
  }
  return takeAction(line, matter, action, command, context, post, today, action.approvedBy);
}
