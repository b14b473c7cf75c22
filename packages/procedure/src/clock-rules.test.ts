import { days, nationalCalendar } from '@fadu/calendar';
import { plainDate, statute } from '@fadu/kernel';
import { expect, it } from 'vitest';
import { startClock, stopClock } from './clock-rules.js';
import type { Clock } from './line.js';

const clock: Clock = {
  name: '决定',
  event: '受理',
  from: 'acceptedOn',
  limit: days(60),
  basis: statute('测试法')(1),
  expiry: 'duty',
  holder: 'organ',
  suspends: true,
};

it('is met on its last day, late on the next, and judged by the day it came to rest', () => {
  const started = startClock('decide', clock, { acceptedOn: '2024-03-01' }, nationalCalendar);
  if (!started.ok) throw new Error(started.error.message);
  const { value: state } = started;
  expect(state.legalDue).toBe('2024-04-30');
  expect(stopClock(state, plainDate('2024-04-30')).outcome).toBe('met');
  expect(stopClock(state, plainDate('2024-05-06')).outcome).toBe('late');
  const resting = (from: string) => ({ ...state, suspensions: [{ from: plainDate(from) }] });
  expect(stopClock(resting('2024-04-10'), plainDate('2024-07-01')).outcome).toBe('met');
  expect(stopClock(resting('2024-05-06'), plainDate('2024-07-01')).outcome).toBe('late');
});
