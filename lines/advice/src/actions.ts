import { type ActionsOf, given, is } from '@fadu/procedure';
import type { clocks } from './clocks.js';
import type { documents } from './documents.js';
import type { fields } from './fields.js';
import { circulatedInOrder, remindedInOrder, reminderRunning, repliedInOrder, replyWithoutMeasures } from './guards.js';
import type { numbers } from './numbers.js';
import type { states } from './states.js';
import { GY, JS, SJ } from './statutes.js';

type Parts = {
  fields: typeof fields;
  states: typeof states;
  clocks: typeof clocks;
  documents: typeof documents;
  numbers: typeof numbers;
};

const replies = ['governance', 'norm', 'public-interest', 'other'] as const;

export const actions = {
  register: {
    name: '登记建议书',
    by: ['responseOffice', 'responseHead'],
    to: 'received',
    basis: [SJ(8, 1), JS(149, 4), GY(21, 2)],
    form: [
      'issuer',
      'issuerName',
      'letterNo',
      'kind',
      'subject',
      'letter',
      'receivedOn',
      'replyBy',
      'urgent',
      'suggestions',
      'case',
    ],
    number: 'letter',
    clocks: { start: replies },
  },
  assign: {
    name: '分派',
    by: ['responseOffice', 'responseHead'],
    from: ['received', 'assigned'],
    to: 'assigned',
    basis: SJ(8),
    form: ['assignedTo', 'instructions'],
    documents: ['handling'],
    duty: is('$state', 'received'),
  },
  proposeMeasures: {
    name: '提出措施',
    by: ['agencyHandler@assignedTo', 'responseOffice'],
    from: ['assigned', 'measures'],
    to: 'measures',
    basis: [SJ(8, 1), GY(21, 2)],
    form: ['measures', 'accepted'],
    duty: is('$state', 'assigned'),
  },
  approveMeasures: {
    name: '审批措施',
    by: ['responseHead'],
    from: ['measures'],
    to: 'approved',
    basis: SJ(8, 1),
    form: ['approvalNote'],
    guards: [replyWithoutMeasures],
  },
  reply: {
    name: '回复',
    by: ['responseOffice', 'agencyHandler@assignedTo'],
    from: ['approved'],
    to: 'replied',
    basis: [SJ(8, 1), JS(149, 4), GY(21, 2)],
    form: ['repliedOn', 'reply'],
    on: 'repliedOn',
    guards: [repliedInOrder, replyWithoutMeasures],
    clocks: { stop: [...replies, 'reminder'] },
    documents: ['reply'],
  },
  remind: {
    name: '催办',
    by: ['responseOffice', 'responseHead'],
    from: ['received', 'assigned', 'measures', 'approved'],
    basis: { ...SJ(9), note: '催办为平台制度' },
    form: ['remindedOn'],
    guards: [remindedInOrder],
    clocks: { start: ['reminder'] },
  },
  circulate: {
    name: '通报上级机关',
    by: ['responseHead'],
    from: ['received', 'assigned', 'measures', 'approved'],
    basis: { ...SJ(9), note: '催办后仍不回复的通报为平台制度' },
    form: ['circulatedOn', 'circular'],
    when: given('remindedOn'),
    on: 'circulatedOn',
    guards: [circulatedInOrder, reminderRunning],
    documents: ['circular'],
    grave: true,
  },
  continueMeasures: {
    name: '继续整改',
    by: ['responseOffice', 'responseHead'],
    from: ['replied'],
    to: 'assigned',
    basis: SJ(8, 2),
    form: ['feedback'],
  },
  close: {
    name: '办结',
    by: ['responseOffice', 'responseHead'],
    from: ['replied'],
    to: 'closed',
    basis: [SJ(8, 2), GY(21, 3)],
    form: ['feedback', 'suitFollowed', 'closedNote'],
  },
} as const satisfies ActionsOf<Parts>;
