import { months } from '@fadu/calendar';
import type { Clock } from '@fadu/procedure';
import { DC24 } from './statutes.js';

export const clocks = {
  publish: {
    name: '公开年度报告',
    event: '年度终了',
    from: 'endedOn',
    // Before the first of April whatever day that is: the last day stands in `dueOn` and does not move.
    limit: months(3),
    until: 'dueOn',
    basis: DC24,
    expiry: 'duty',
    holder: 'organ',
  },
} as const satisfies Readonly<Record<string, Clock>>;
