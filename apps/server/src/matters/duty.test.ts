import { getLine } from '@fadu/lines';
import { type Action, given, is, type Matter, not } from '@fadu/procedure';
import { expect, it } from 'vitest';
import { isDuty } from './projection.js';

const reconsideration = getLine('reconsideration');
const running = { outcome: null } as Matter['clocks'][string];
const matter = (state: string, data: Matter['data'], clocks: Matter['clocks'] = { decide: running }): Matter =>
  ({ state, data, clocks, ruleSet: 'fy2023' }) as Matter;
const duties = (one: Matter): string[] =>
  Object.entries(reconsideration.actions)
    .filter(([, action]) => isDuty(action as Action, one))
    .map(([key]) => key);

it('before the draft come the opinions, the hearing and the committee that the law asks', () => {
  expect(duties(matter('replied', { procedure: 'ordinary' }))).toEqual(['hearOpinions', 'draft']);
  expect(duties(matter('heard', { procedure: 'ordinary', opinions: [{}] }))).toEqual(['draft']);
  expect(duties(matter('replied', { procedure: 'simplified' }))).toEqual(['draft']);
  expect(duties(matter('heard', { procedure: 'ordinary', opinions: [{}], major: true }))).toEqual([
    'setHearing',
    'draft',
  ]);
  expect(duties(matter('hearingSet', { opinions: [{}], procedure: 'ordinary', major: true }))).toContain('holdHearing');
  expect(duties({ ...matter('replied', { procedure: 'ordinary' }), ruleSet: 'fy2017' })).toEqual(['draft']);
});

it('a notice to correct is served before anybody waits for the correction', () => {
  expect(duties(matter('correcting', {}, {}))).toEqual(['serveCorrection']);
  expect(duties(matter('correcting', { correctionReceivedOn: '2024-05-08' }, { correction: running }))).not.toContain(
    'serveCorrection',
  );
});

it('a duty holds by its own condition even without a clock', () => {
  const action = { from: ['a', 'b', 'c', 'd'], duty: not(given('done')) } as unknown as Action;
  expect(isDuty(action, matter('a', {}))).toBe(true);
  expect(isDuty(action, matter('a', { done: true }))).toBe(false);
  expect(isDuty({ ...action, duty: is('$ruleSet', 'fy2017') }, matter('a', {}))).toBe(false);
});
