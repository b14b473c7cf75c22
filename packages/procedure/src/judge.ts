import type { Refusal } from '@fadu/kernel';
import type { Decline } from './context.js';
import type { Facts } from './guard.js';
import type { Action } from './line.js';

/** What the guards of an action say: refused, a reason asked first, or only noted. */
export function judge(
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
