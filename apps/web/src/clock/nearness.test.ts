import { plainDate } from '@fadu/kernel';
import type { ClockView } from '@fadu/wire';
import { expect, it } from 'vitest';
import { groupOf } from './nearness.js';

const clock = (change: Partial<ClockView>): ClockView =>
  ({
    legalDue: '2026-11-30',
    expiry: 'duty',
    standing: { tone: 'normal', amount: 3 },
    ...change,
  }) as ClockView;

// Today is Wednesday 2026-11-25; the third working day after it is Monday 2026-11-30.
const SOON = '2026-11-30';

it('calls near what falls due by the third working day, over a weekend too', () => {
  expect(groupOf(clock({}), SOON)).toBe('soon');
  expect(groupOf(clock({ legalDue: plainDate('2026-12-01') }), SOON)).toBe('later');
});
it('puts late, today and paused in groups of their own', () => {
  expect(groupOf(clock({ standing: { tone: 'late', amount: 1 } }), SOON)).toBe('late');
  expect(groupOf(clock({ standing: { tone: 'today', amount: 0 } }), SOON)).toBe('today');
  expect(groupOf(clock({ standing: { tone: 'paused', amount: 9 } }), SOON)).toBe('paused');
  expect(groupOf(null, SOON)).toBe('none');
});
it('does not call it late when a right was not used or a wait is over', () => {
  for (const expiry of ['right', 'wait'] as const)
    expect(groupOf(clock({ expiry, standing: { tone: 'late', amount: 4 } }), SOON)).toBe('none');
});
