import { doneInTime, type Formula, type OwnIndicators, type Where } from '@fadu/indicator';
import { SJ } from './statutes.js';

const LINE = 'advice';

/** One of them by the kind of letter; after a reminder another period runs beside it. */
const REPLY = ['governance', 'norm', 'public-interest', 'other'] as const;

/** Of letters whose last day was in the period and still applied. */
function share(where: Where): Formula {
  const { whole } = doneInTime(LINE, REPLY);
  return { kind: 'cohort', whole, where: [where] };
}

const rate = (
  [name, english]: readonly [string, string],
  formula: Formula,
  counted: string,
): OwnIndicators[string] => ({
  name,
  english,
  unit: '%',
  kind: 'rate',
  direction: 'up',
  domain: 'supervision',
  versions: [
    {
      version: 1,
      from: '2017-07-01',
      formula,
      counted,
      base: '回复期限在期内届满的司法建议、检察建议',
      basis: SJ(8, 1),
    },
  ],
});

/** How letters of courts and procuratorates are answered. */
export const own: OwnIndicators = {
  'advice.reply_rate': rate(
    ['司法建议、检察建议回复率', 'Advice replied to'],
    share({ field: 'repliedOn', given: true }),
    '已经回复的，超期回复的也计入',
  ),
  'advice.on_time_rate': rate(
    ['司法建议、检察建议按期回复率', 'Advice replied to in time'],
    doneInTime(LINE, REPLY),
    '不晚于届满日回复的',
  ),
  'advice.adopted_rate': rate(
    ['司法建议、检察建议采纳率', 'Advice adopted'],
    share({ field: 'accepted', anyOf: ['yes', 'partly'] }),
    '回复采纳或者部分采纳的',
  ),
};
