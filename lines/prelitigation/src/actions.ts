import { type ActionsOf, is, today } from '@fadu/procedure';
import { type clocks, paused } from './clocks.js';
import type { documents } from './documents.js';
import type { fields } from './fields.js';
import { closedInOrder, deadlineNear, registeredInOrder, resolvedElsewhere, sessionInOrder } from './guards.js';
import type { numbers } from './numbers.js';
import type { states } from './states.js';
import { XS } from './statutes.js';

type Parts = {
  fields: typeof fields;
  states: typeof states;
  clocks: typeof clocks;
  documents: typeof documents;
  numbers: typeof numbers;
};

const mediation = { ...XS(60), note: '诉前化解为平台制度' };
const hands = ['mediator', 'responseOffice'] as const;

export const actions = {
  register: {
    name: '登记诉前争议',
    by: ['responseOffice', 'responseHead', 'mediator'],
    to: 'registered',
    basis: mediation,
    form: ['source', 'court', 'parties', 'agency', 'act', 'registeredOn', 'basisOfSuit', 'suitFrom'],
    guards: [registeredInOrder, deadlineNear],
    number: 'case',
    on: 'registeredOn',
    clocks: { start: ['mediation', 'sue-deadline', 'sue-warning'], suspend: paused },
    documents: ['suitNotice'],
  },
  assign: {
    name: '指定化解人员',
    by: ['responseOffice', 'responseHead'],
    from: ['registered', 'mediating'],
    to: 'mediating',
    basis: mediation,
    form: ['mediator'],
    assigns: 'mediator',
    due: 'mediation',
    duty: is('$state', 'registered'),
    guards: [deadlineNear],
  },
  session: {
    name: '登记化解活动',
    by: hands,
    from: ['mediating'],
    basis: mediation,
    record: 'sessions',
    guards: [sessionInOrder, deadlineNear],
  },
  warn: {
    name: '提示起诉期限将届满',
    by: ['clock'],
    from: ['registered', 'mediating'],
    basis: [XS(45), XS(46, 1)],
    sets: { warnedOn: today },
    clocks: { drop: ['sue-warning'] },
    documents: ['warning'],
    publicText: '起诉期限将届满',
  },
  resolve: {
    name: '登记化解',
    by: hands,
    from: ['mediating'],
    to: 'resolved',
    basis: XS(60),
    form: ['closedOn', 'agreement'],
    on: 'closedOn',
    guards: [closedInOrder],
    sets: { result: 'resolved' },
    clocks: { stop: ['mediation'], drop: ['sue-deadline', 'sue-warning'] },
    documents: ['agreement'],
    due: 'mediation',
  },
  close: {
    name: '登记未化解、撤回或者转出',
    by: hands,
    from: ['registered', 'mediating'],
    to: {
      byField: 'result',
      map: { failed: 'failed', withdrawn: 'withdrawn', toReconsideration: 'transferred', toSuit: 'transferred' },
    },
    basis: XS(60),
    form: ['result', 'closedOn', 'failure'],
    on: 'closedOn',
    guards: [closedInOrder, resolvedElsewhere, deadlineNear],
    clocks: { stop: ['mediation'], drop: ['sue-warning'], resume: true },
    due: 'mediation',
    duty: is('$state', 'mediating'),
  },
} as const satisfies ActionsOf<Parts>;
