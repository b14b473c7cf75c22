import { ok, type PlainDate, type Result, refusal } from '@fadu/kernel';
import { type Context, type Decision, type Decline, faulty, refused } from './context.js';
import { openFlags, settledAs } from './flags.js';
import type { Line } from './line.js';
import type { Command, Matter } from './matter.js';
import { blankEvent } from './take-action.js';
import { headsOf, postFor } from './who-acts.js';

/** The word `settle` (核对): a flag was looked at; what was found stays in the record. Input: `flag`, `note`. */
export function decideSettle(
  line: Line,
  matter: Matter,
  command: Command,
  context: Context,
  today: PlainDate,
): Result<Decision, Decline> {
  const post = postFor([...headsOf(line), 'handler'], context.actor, matter.organ, matter);
  if (!post) return refused(refusal('engine.not_yours', '不能登记核对：由承办人或者机构负责人核对。'));
  const flag = String(command.input.flag ?? '');
  if (!openFlags(matter.flags).includes(flag))
    return refused(refusal('engine.no_flag', '没有这项提醒，可能已由他人核对。请刷新后查看。'));
  const note = String(command.input.note ?? '').trim();
  if (note === '') return faulty({ field: 'note', message: '请写明核对的情况。' });
  return ok({
    notes: [],
    events: [
      {
        ...blankEvent(matter, context.now, today, post, 'settled', 'settle'),
        settles: [flag],
        flags: settledAs(flag),
        reasons: { settle: note },
        pending: matter.pending,
      },
    ],
  });
}
