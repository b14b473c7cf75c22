import type { Line } from '@fadu/procedure';
import { actions } from './actions.js';
import { clocks } from './clocks.js';
import { documents } from './documents.js';
import { fields } from './fields.js';
import { numbers } from './numbers.js';
import { states } from './states.js';
import { GP } from './statutes.js';

export const compensation: Line = {
  code: 'compensation',
  name: '行政赔偿',
  version: '2026-1',
  kind: 'case',
  ruleSets: [{ code: 'gp2012', name: '2012年国家赔偿法', from: '2013-01-01', chosenBy: 'receivedOn', basis: GP() }],
  posts: { handler: '承办人', compensationHead: '赔偿机构负责人', organHead: '机关负责人' },
  keeper: 'compensationHead',
  fields,
  states,
  clocks,
  actions,
  documents,
  numbers,
  list: {
    title: '{applicants.name}请求行政赔偿',
    columns: ['harm', 'amountAsked', 'receivedOn', 'result'],
    filters: ['harm', 'result'],
  },
  publicView: {
    apply: 'apply',
    name: '申请行政赔偿',
    intro: '行政机关违法行使职权，侵犯您的人身权、财产权造成损害的，您可以请求赔偿。不收费。',
    steps: [
      { title: '申请人', fields: ['applicants'] },
      { title: '受到的侵害', hint: '写明什么机关、什么时间、做了什么', fields: ['harm', 'illegalAct', 'knewOn'] },
      { title: '要求和理由', fields: ['request', 'amountAsked', 'facts', 'materials'] },
    ],
    receivers: {
      posts: ['handler', 'compensationHead'],
      words: '侵犯您权利的那个机关（赔偿义务机关）',
      basis: GP(7, 1),
    },
    shows: ['receivedOn', 'decidedOn', 'result', 'servedOn', 'paidOn'],
    next: [
      { text: '我们在两个月内作出是否赔偿的决定', clock: 'decide' },
      { text: '决定书在作出后十日内送达', clock: 'serve' },
    ],
    remedy: {
      text: '您对决定有异议，或者到期没有收到决定的，可以向人民法院起诉',
      clock: 'sue',
      states: ['decided', 'served', 'overdue'],
    },
  },
};
