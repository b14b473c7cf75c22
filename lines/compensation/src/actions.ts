import {
  type ActionsOf,
  dueOf,
  fieldValue,
  given,
  is,
  not,
  serviceConsented,
  serviceProven,
  today,
} from '@fadu/procedure';
import type { clocks } from './clocks.js';
import type { documents } from './documents.js';
import type { fields } from './fields.js';
import * as must from './guards.js';
import type { numbers } from './numbers.js';
import type { states } from './states.js';
import { GP } from './statutes.js';

type Parts = {
  fields: typeof fields;
  states: typeof states;
  clocks: typeof clocks;
  documents: typeof documents;
  numbers: typeof numbers;
};

const claim = ['applicants', 'harm', 'illegalAct', 'knewOn', 'request', 'facts', 'amountAsked', 'materials'] as const;

export const actions = {
  apply: {
    name: '申请行政赔偿',
    by: ['party'],
    to: 'applied',
    basis: [GP(9, 2), GP(12, 1)],
    form: claim,
    sets: { receivedOn: today },
    guards: [must.receivedInOrder, must.twoYears],
    number: 'case',
    clocks: { start: ['decide'] },
    documents: ['receipt'],
    publicText: '已收到赔偿申请',
  },
  register: {
    name: '登记赔偿申请',
    by: ['handler', 'compensationHead'],
    to: 'applied',
    basis: [GP(9, 2), GP(12, 4)],
    form: [...claim, 'receivedOn', 'suit'],
    guards: [must.receivedInOrder, must.twoYears],
    number: 'case',
    clocks: { start: ['decide'] },
    documents: ['receipt'],
    publicText: '已收到赔偿申请',
  },
  assign: {
    name: '分派',
    by: ['compensationHead'],
    from: ['applied'],
    basis: GP(13, 1),
    form: ['handlers'],
    assigns: 'handlers',
  },
  hear: {
    name: '登记听取意见',
    by: ['handler'],
    from: ['applied', 'overdue'],
    basis: GP(13, 1),
    form: ['hearingNote'],
    due: 'decide',
    // 第十三条第一款 asks it before the decision.
    duty: not(given('hearingNote')),
  },
  withdraw: {
    name: '撤回申请',
    by: ['party', 'handler'],
    from: ['applied', 'overdue'],
    to: 'withdrawn',
    basis: GP(9, 2),
    clocks: { drop: ['decide', 'sue'] },
    publicText: '已撤回申请',
    grave: true,
  },
  decide: {
    name: '作出赔偿决定',
    by: ['handler'],
    from: ['applied', 'overdue'],
    to: 'decided',
    basis: [GP(13, 1), GP(13, 2), GP(13, 3)],
    form: ['result', 'mode', 'amount', 'reasons', 'decidedOn'],
    on: 'decidedOn',
    sets: { sueFrom: fieldValue('decidedOn') },
    guards: [must.decidedInOrder, must.notHeard],
    approvedBy: ['organHead'],
    clocks: { stop: ['decide'], start: ['serve', 'sue'] },
    documents: ['decision'],
    due: 'decide',
    publicText: '已作出决定',
  },
  decisionOverdue: {
    name: '期限届满未决定',
    by: ['clock'],
    from: ['applied'],
    to: 'overdue',
    basis: GP(14, 1),
    sets: { sueFrom: dueOf('decide') },
    clocks: { start: ['sue'] },
    publicText: '法定期限内没有作出决定，可以起诉',
  },
  serve: {
    name: '登记送达',
    by: ['handler'],
    from: ['decided'],
    to: 'served',
    basis: [GP(13, 2), GP(13, 3)],
    form: ['servedOn', 'serving', 'servingConsent', 'servingProof'],
    on: 'servedOn',
    guards: [must.servedInOrder, serviceConsented, serviceProven],
    clocks: { stop: ['serve'] },
    due: 'serve',
    publicText: '决定书已送达',
  },
  askPayment: {
    name: '登记支付申请',
    by: ['handler'],
    from: ['served'],
    to: 'paying',
    when: is('result', 'pay'),
    basis: GP(37, 2),
    form: ['payAskedOn'],
    guards: [must.payAskedInOrder],
    clocks: { start: ['pay'] },
    publicText: '已收到支付申请',
  },
  askFinance: {
    name: '向财政部门提出支付申请',
    by: ['handler'],
    from: ['paying'],
    basis: GP(37, 3),
    form: ['financeAskedOn'],
    guards: [must.financeAskedInOrder],
  },
  pay: {
    name: '登记支付',
    by: ['handler'],
    from: ['paying'],
    to: 'paid',
    basis: GP(37, 3),
    form: ['paidOn'],
    on: 'paidOn',
    guards: [must.paidInOrder],
    clocks: { stop: ['pay'], drop: ['sue'] },
    due: 'pay',
    publicText: '赔偿金已支付',
  },
  close: {
    name: '办结',
    by: ['handler'],
    from: ['served', 'overdue'],
    to: 'closed',
    basis: { ...GP(14), note: '办结要求为平台制度' },
  },
} as const satisfies ActionsOf<Parts>;
