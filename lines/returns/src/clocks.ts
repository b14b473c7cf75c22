import { days } from '@fadu/calendar';
import { type Clock, is, not } from '@fadu/procedure';
import { setting } from './statutes.js';

export const clocks = {
  report: {
    name: '报送',
    event: '布置填报',
    from: 'openedOn',
    // Only where no day is given: the day that the superior named is what counts.
    limit: days(30),
    until: 'dueOn',
    basis: setting('报送期限'),
    expiry: 'duty',
    holder: 'organ',
    // Who puts its own figures right was given no day for it.
    when: not(is('amendment', 'own')),
  },
} as const satisfies Readonly<Record<string, Clock>>;
