import { getLine } from '@fadu/lines';
import { type Action, given, is, type Matter, not } from '@fadu/procedure';
import { expect, it } from 'vitest';
import { isDuty } from './projection.js';

const reconsideration = getLine('reconsideration');
const running = { outcome: null } as Matter['clocks'][string];
const matter = (state: string, data: Matter['data'], clocks: Matter['clocks'] = { decide: running }): Matter =>
  ({ state, data, clocks, ruleSet: 'fy2023' }) as Matter;
const duties = (one: Matter, line = reconsideration): string[] =>
  Object.entries(line.actions)
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

it('the response office is led to what comes next, and to no right as if it were a duty', () => {
  const [litigation, advice, prelit] = ['litigation', 'advice', 'prelit'].map(getLine);
  const respond = { respond: running, 'evidence-extension': running };
  expect(duties(matter('received', {}, respond), litigation)).toEqual(['assign']);
  expect(duties(matter('assigned', { legalStaff: ['p1'] }, respond), litigation)).toEqual(['submitDefence']);
  expect(duties(matter('submitted', { hearingOn: '2024-10-22' }, {}), litigation)).toEqual(['planAppearance']);
  const appeal = { 'appeal-judgment': running };
  expect(duties(matter('judged', { lost: true, instance: 'first' }, appeal), litigation)).toContain('appeal');
  expect(duties(matter('judged', { lost: false, instance: 'first' }, appeal), litigation)).not.toContain('appeal');
  expect(duties(matter('effective', { lost: false }, { retrial: running }), litigation)).toEqual(['archive']);
  expect(duties(matter('effective', { lost: true }, { retrial: running }), litigation)).toEqual(['perform', 'review']);
  expect(duties(matter('measures', {}, { governance: running }), advice)).toEqual(['approveMeasures']);
  // A letter on a norm has another clock than one on governance; it is answered all the same.
  expect(duties(matter('approved', {}, { norm: running }), advice)).toEqual(['reply']);
  expect(duties(matter('registered', {}, { mediation: running }), prelit)).toEqual(['assign']);
});
