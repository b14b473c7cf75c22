import { doneInTime, type OwnIndicators } from '@fadu/indicator';
import { GP } from './statutes.js';

const LINE = 'compensation';
const FIRST = '2017-07-01';

/** State compensation has no code of the national catalogue: what is counted of it here. */
export const own: OwnIndicators = {
  'compensation.received': {
    name: '收到行政赔偿申请数',
    english: 'Applications for state compensation received',
    unit: '件',
    kind: 'count',
    direction: 'neutral',
    domain: 'compensation',
    versions: [
      {
        version: 1,
        from: FIRST,
        formula: { kind: 'count', of: { line: LINE, day: { field: 'receivedOn' } } },
        counted: '收到的行政赔偿申请，按收到日归属',
        basis: GP(13, 1),
      },
    ],
  },
  'compensation.on_time_rate': {
    name: '行政赔偿按期决定率',
    english: 'Decisions on compensation made in time',
    unit: '%',
    kind: 'rate',
    direction: 'up',
    domain: 'compensation',
    versions: [
      {
        version: 1,
        from: FIRST,
        formula: doneInTime(LINE, ['decide']),
        counted: '不晚于届满日作出赔偿决定的',
        base: '决定期限在期内届满的赔偿申请',
        basis: GP(13, 1),
      },
    ],
  },
  'compensation.paid': {
    name: '支付行政赔偿金额',
    english: 'State compensation paid',
    unit: '元',
    kind: 'money',
    direction: 'neutral',
    domain: 'compensation',
    versions: [
      {
        version: 1,
        from: FIRST,
        formula: { kind: 'sum', of: { line: LINE, day: { field: 'paidOn' } }, amount: 'amount' },
        counted: '已经支付的赔偿金，按支付日归属',
        basis: GP(37, 3),
      },
    ],
  },
};
