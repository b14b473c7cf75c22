import { days, months, workdays } from '@fadu/calendar';
import { type Clock, is } from '@fadu/procedure';
import { GY, JS, SJ } from './statutes.js';

/** One clock by kind of letter. A day the letter itself names goes before; where the law sets no period, two months are usual. */
export const clocks = {
  governance: {
    name: '回复司法建议',
    event: '收到建议书',
    from: 'receivedOn',
    limit: months(2),
    until: 'replyBy',
    basis: SJ(8, 1),
    expiry: 'duty',
    holder: 'organ',
    when: is('kind', 'governance'),
    unverified: '一般不超过两个月，没有写明的按两个月；建议书写明的，从其期限',
  },
  norm: {
    name: '答复规范性文件司法建议',
    event: '收到建议书',
    from: 'receivedOn',
    limit: days(60),
    until: 'replyBy',
    basis: JS(149, 4),
    expiry: 'duty',
    holder: 'organ',
    when: is('kind', 'norm'),
  },
  'public-interest': {
    name: '回复公益诉讼诉前检察建议',
    event: '收到建议书',
    from: 'receivedOn',
    limit: months(2),
    until: 'replyBy',
    basis: GY(21, 2),
    cases: [{ code: 'urgent', when: is('urgent', true), limit: days(15), basis: GY(21, 2) }],
    expiry: 'duty',
    holder: 'organ',
    when: is('kind', 'publicInterest'),
  },
  other: {
    name: '回复建议',
    event: '收到建议书',
    from: 'receivedOn',
    limit: months(2),
    until: 'replyBy',
    amountFrom: 'otherPeriod',
    basis: SJ(12),
    expiry: 'promise',
    holder: 'organ',
    when: is('kind', ['appearance', 'nonPerformance', 'case', 'litigationSupervision', 'social']),
  },
  reminder: {
    name: '催办后回复',
    event: '催办',
    from: 'remindedOn',
    limit: workdays(7),
    amountFrom: 'afterReminder',
    basis: SJ(9),
    expiry: 'promise',
    holder: 'organ',
  },
} as const satisfies Readonly<Record<string, Clock>>;
