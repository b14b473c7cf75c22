import { clearDays, days, months } from '@fadu/calendar';
import { type Clock, is, not } from '@fadu/procedure';
import { XS } from './statutes.js';

/** By default mediation does not stop the limit to sue (settings.ts). */
export const paused = is('$setting.suitPause', 'stops');

export const clocks = {
  mediation: {
    name: '诉前化解',
    event: '登记',
    from: 'registeredOn',
    limit: days(30),
    amountFrom: 'mediationPeriod',
    basis: XS(60),
    expiry: 'promise',
    holder: 'organ',
  },
  // Both sides are told on the fifteenth day before the end: the day after sixteen days are left. A limit that rests
  // comes near no end.
  'sue-warning': {
    name: '提示起诉期限',
    event: '起诉期限届满',
    from: '$due.sue-deadline',
    limit: clearDays(15),
    amountFrom: 'warningDays',
    when: not(paused),
    basis: XS(46, 1),
    expiry: 'backward',
    holder: 'organ',
    onExpiry: 'warn',
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
    restsOn: [{ setting: 'suitPause' }],
    suspends: true,
    excludes: XS(48, 1),
  },
} as const satisfies Readonly<Record<string, Clock>>;
