import { chineseDate, type JsonObject } from '@fadu/kernel';
import { guard, inOrder, isBlank } from '@fadu/procedure';
import { fields } from './fields.js';
import { GY, SJ } from './statutes.js';

const listOf = (data: JsonObject, field: string): readonly JsonObject[] =>
  Array.isArray(data[field]) ? (data[field] as readonly JsonObject[]) : [];
const bare = (text: unknown): string => String(text ?? '').replace(/[\s，。、；：]/g, '');

/** Each suggestion of the letter has an answer that names it, with a measure or a reason. */
export const replyWithoutMeasures = guard('advice.reply_without_measures', [SJ(8, 1), GY(21, 2)], ({ data }) => {
  const answers = listOf(data, 'measures').filter((one) => !isBlank(one.measure) || !isBlank(one.reason));
  const answered = new Set(answers.map((one) => bare(one.suggestion)));
  const index = listOf(data, 'suggestions').findIndex((one) => !answered.has(bare(one.content)));
  if (index < 0) return undefined;
  return {
    message: `不能回复：第${index + 1}项建议没有回应。复函须逐条回应采纳落实情况（《综合治理类司法建议规定》第八条第一款）。可以补填这一项的措施，或者不采纳的理由。`,
    field: 'measures',
    facts: { suggestion: index + 1 },
  };
});

/** A reminder gives seven working days before the superior hears of it. */
export const reminderRunning = guard(
  'advice.reminder_running',
  { ...SJ(9), note: '通报为平台制度' },
  ({ clock, on }) => {
    const state = clock('reminder');
    return state && on > state.legalDue
      ? undefined
      : `不能通报：${state ? `催办后的回复期限${chineseDate(state.legalDue)}届满` : '没有催办'}。催办后仍不回复的才通报上级机关（《综合治理类司法建议规定》第九条）。可以在届满后办理。`;
  },
);

/** Nothing is answered, urged or reported before the letter came. */
export const repliedInOrder = inOrder('advice.date_order', fields, {
  earlier: 'receivedOn',
  later: 'repliedOn',
  basis: SJ(8, 1),
});
export const remindedInOrder = inOrder('advice.date_order', fields, {
  earlier: 'receivedOn',
  later: 'remindedOn',
  basis: SJ(9),
});
export const circulatedInOrder = inOrder('advice.date_order', fields, {
  earlier: 'remindedOn',
  later: 'circulatedOn',
  basis: SJ(9),
});
