import { days, months, thenLimit } from '@fadu/calendar';
import type { Clock } from '@fadu/procedure';
import { GP } from './statutes.js';

export const clocks = {
  decide: {
    name: '作出赔偿决定',
    event: '收到申请',
    from: 'receivedOn',
    limit: months(2),
    basis: GP(13, 1),
    expiry: 'duty',
    holder: 'organ',
    onExpiry: 'decisionOverdue',
  },
  serve: {
    name: '送达决定',
    event: '作出决定',
    from: 'decidedOn',
    limit: days(10),
    basis: GP(13, 2),
    expiry: 'duty',
    holder: 'organ',
  },
  /** From the decision, or from the end of the period for it when there is none. */
  sue: {
    name: '向人民法院起诉',
    event: '作出决定，或者决定期限届满',
    from: 'sueFrom',
    limit: months(3),
    basis: GP(14),
    expiry: 'right',
    holder: 'party',
  },
  pay: {
    name: '支付赔偿金',
    event: '收到支付申请',
    from: 'payAskedOn',
    limit: thenLimit(days(7), days(15)),
    basis: GP(37, 3),
    expiry: 'duty',
    holder: 'organ',
  },
} as const satisfies Readonly<Record<string, Clock>>;
