import { dayOf, toInstant } from '@fadu/kernel';
import { applies, basesOf, decide, isRunning, type Line, postFor, ruleSetAt } from '@fadu/procedure';
import type { ActionView } from '@fadu/wire';
import type { Platform } from './execute.js';
import { isDuty, type MatterRecord } from './projection.js';
import type { Viewer } from './view.js';

/** Actions of the present state, and whether this viewer may take them; guards that need no form are asked already. */
export function actionsOf(platform: Platform, viewer: Viewer, line: Line, record: MatterRecord): ActionView[] {
  const views: ActionView[] = [];
  let primaryTaken = false;
  const entries = Object.entries(line.actions).filter(
    ([, action]) =>
      action.from?.includes(record.state) &&
      applies(line, action, record, dayOf(platform.now())) &&
      !action.by.every((rule) => rule === 'clock' || rule === 'message'),
  );
  // Duties first, by their clock's last day.
  const dueOf = (clock: string | undefined) =>
    clock && isRunning(record.clocks[clock]) ? record.clocks[clock].legalDue : '9999';
  entries.sort(
    ([, a], [, b]) => Number(isDuty(b, record)) - Number(isDuty(a, record)) || dueOf(a.due).localeCompare(dueOf(b.due)),
  );
  for (const [key, action] of entries) {
    const base = {
      action: key,
      name: action.name,
      basis: basesOf(action.basis, ruleSetAt(line, record, dayOf(platform.now()))),
      due: action.due && isRunning(record.clocks[action.due]) ? record.clocks[action.due]!.legalDue : null,
    };
    const post = postFor(action.by, viewer.actor, record.organ, record);
    const approver =
      action.approvedBy && !postFor(action.approvedBy, viewer.actor, record.organ, record)
        ? (line.posts[action.approvedBy[0]!.split('@')[0]!] ?? null)
        : null;
    if (!post) {
      const who = action.by
        .map((rule) => (rule === 'party' ? '申请人' : line.posts[rule.split('@')[0]!]))
        .filter((name) => name !== undefined);
      views.push({
        ...base,
        status: 'others',
        note: [...new Set(who)].join('、') || null,
        approver: null,
        primary: false,
      });
      continue;
    }
    const why = record.pending
      ? `“${line.actions[record.pending.action]?.name ?? ''}”正在报批`
      : formless(platform, viewer, line, record, key);
    if (why) {
      views.push({ ...base, status: 'impossible', note: why, approver, primary: false });
      continue;
    }
    const primary: boolean = !primaryTaken && isDuty(action, record) && action.grave !== true;
    primaryTaken = primaryTaken || primary;
    views.push({ ...base, status: 'possible', note: null, approver, primary });
  }
  return views;
}

/** A refusal that no form could change: the law or the record forbids it as things stand. */
function formless(platform: Platform, viewer: Viewer, line: Line, record: MatterRecord, key: string): string | null {
  const action = line.actions[key]!;
  if ((action.form?.length ?? 0) > 0 || action.record) return null;
  const decided = decide(
    line,
    record,
    { action: key, input: {} },
    {
      now: toInstant(platform.now()),
      actor: viewer.actor,
      calendar: platform.calendar(),
      related: {},
      organShortName: '',
      serial: () => 0,
    },
  );
  return decided.ok ? null : (decided.error.refusals[0]?.message ?? null);
}
