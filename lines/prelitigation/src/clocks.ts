import { clearDays, days, months } from '@fadu/calendar';
import { type Clock, is } from '@fadu/procedure';
import { XS } from './statutes.js';

/** Both sides are warned from so many days before the party's limit to sue ends (setting). */
export const WARNING_DAYS = 15;

export const clocks = {
  mediation: {
    name: '诉前化解',
    event: '登记',
    from: 'registeredOn',
    limit: days(30),
    basis: { ...XS(60), note: '三十日为平台设置' },
    expiry: 'promise',
    holder: 'organ',
    unverified: '诉前化解的期间法律没有规定，按三十日设置',
  },
  // Both sides are told on the fifteenth day before the end: the day after sixteen days are left.
  'sue-warning': {
    name: '提示起诉期限',
    event: '起诉期限届满',
    from: '$due.sue-deadline',
    limit: clearDays(WARNING_DAYS),
    basis: { ...XS(46, 1), note: '届满前十五日提示为平台设置' },
    expiry: 'backward',
    holder: 'organ',
    onExpiry: 'warn',
    unverified: '届满前十五日提示双方，法律没有规定，为平台设置',
  },
  'sue-deadline': {
    name: '起诉期限',
    event: '知道行政行为，或者收到复议决定书',
    from: 'suitFrom',
    limit: months(6),
    basis: XS(46, 1),
    cases: [{ code: 'reconsidered', when: is('basisOfSuit', 'reconsidered'), limit: days(15), basis: XS(45) }],
    expiry: 'right',
    holder: 'party',
    unverified: '诉前化解是否停止计算起诉期限，法律没有规定，按不停止计算',
    excludes: XS(48, 1),
  },
} as const satisfies Readonly<Record<string, Clock>>;
