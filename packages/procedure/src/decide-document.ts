import { ok, type PlainDate, type Result, refusal, statute } from '@fadu/kernel';
import { type Context, type Decision, type Decline, faulty, refused } from './context.js';
import { flagOf } from './flags.js';
import { documentsOf } from './issued.js';
import type { Line } from './line.js';
import type { Command, Matter } from './matter.js';
import { blankEvent } from './take-action.js';
import { headsOf, postFor } from './who-acts.js';

const MS = statute('中华人民共和国民事诉讼法');

export const wordsForDocuments: readonly string[] = [
  'serveDocument',
  'voidService',
  'correctDocument',
  'withdrawDocument',
];
/** Words that read the events of the matter: they are asked for only for these. */
export const wordsThatReadEvents: readonly string[] = [...wordsForDocuments, 'correct'];

/**
 * The words `withdrawDocument` (撤回) and `correctDocument` (更正). A correction issues the same paper again, from the matter
 * as it stands now, under the same number; the earlier one is withdrawn and points to it. A paper that was served can no
 * longer be withdrawn, only corrected.
 */
export function decideDocument(
  line: Line,
  matter: Matter,
  command: Command,
  context: Context,
  today: PlainDate,
): Result<Decision, Decline> {
  const word = command.action === 'correctDocument' ? '更正' : '撤回';
  const by = postFor(headsOf(line), context.actor, matter.organ, matter);
  if (!by) return refused(refusal('engine.not_yours', `不能${word}文书：由负责人办理。可以报请负责人办理。`));
  const reason = String(command.input.reason ?? '').trim();
  if (reason === '') return faulty({ field: 'reason', message: `请写明${word}的理由。` });
  const document = documentsOf(line, context.events ?? [], matter.data).find(
    (one) => one.id === command.input.document,
  );
  if (!document) return faulty({ field: 'document', message: '请选择本案的文书。' });
  if (document.state === 'withdrawn')
    return refused(refusal('document.withdrawn', `不能${word}：这份文书已经撤回。请刷新后查看。`));
  const event = { ...blankEvent(matter, context.now, today, by, 'acted', command.action), pending: matter.pending };
  // Whoever makes the paper anew, or takes it back, has looked at it.
  const settled = { settles: [flagOf.paper(document.template)] };
  if (command.action === 'withdrawDocument') {
    if (document.services.length > 0)
      return refused(
        refusal('document.served', '不能撤回：文书已经送达，对外发生效力。有笔误的，可以更正后重新送达。', MS(87)),
      );
    return ok({
      notes: [],
      events: [
        {
          ...event,
          ...settled,
          kind: 'withdrawn',
          withdraws: { document: document.id, reason },
          reasons: { withdraw: reason },
        },
      ],
    });
  }
  const { id, code, template, number, issuedOn } = document;
  return ok({
    notes: [],
    events: [
      {
        ...event,
        ...settled,
        kind: 'replaced',
        documents: [{ template, number, replaces: { document: id, code, issuedOn } }],
        reasons: { correct: reason },
      },
    ],
  });
}
