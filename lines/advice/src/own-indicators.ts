import { clockField, type OwnIndicators, type Selection, type Where } from '@fadu/indicator';
import { SJ } from './statutes.js';

/** One of them by the kind of letter; after a reminder another period runs beside it. */
const REPLY = ['governance', 'norm', 'public-interest', 'other'] as const;
const due: Selection = { line: 'advice', day: { field: clockField(REPLY, 'legalDue') } };

const rate = ([name, english]: readonly [string, string], where: Where, counted: string): OwnIndicators[string] => ({
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
      formula: { kind: 'cohort', whole: due, where: [where] },
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
    { field: 'repliedOn', given: true },
    '已经回复的，超期回复的也计入',
  ),
  'advice.on_time_rate': rate(
    ['司法建议、检察建议按期回复率', 'Advice replied to in time'],
    { field: clockField(REPLY, 'outcome'), anyOf: ['met'] },
    '不晚于届满日回复的',
  ),
  'advice.adopted_rate': rate(
    ['司法建议、检察建议采纳率', 'Advice adopted'],
    { field: 'accepted', anyOf: ['yes', 'partly'] },
    '回复采纳或者部分采纳的',
  ),
};
