import { statute } from '@fadu/kernel';
import { guard, type Line } from '@fadu/procedure';
import type { QualificationsView } from '@fadu/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { followup, request } from '../testing/sample-lines.js';
import { register, take } from '../testing/stage.js';

const rule = statute('示例规程');
/** The sample request, whose law asks a licence of who accepts it. */
const line: Line = {
  ...request,
  qualifications: { posts: ['handler'], kinds: { licence: '示例资格' }, basis: rule(9) },
  actions: {
    ...request.actions,
    accept: {
      ...request.actions.accept!,
      guards: [
        guard('request.unlicensed', rule(9), ({ actor, person }) =>
          actor.kind === 'official' && person(actor.person).qualifications.length === 0
            ? `不能受理：${person(actor.person).name}没有示例资格。`
            : undefined,
        ),
      ],
    },
  },
};

let api: ApiStage;
beforeAll(async () => {
  api = await raiseApi({ lines: [line, followup] });
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
});

const view = async (person: string) =>
  (await api.as(person, 'GET', '/api/people/qualifications')).json<QualificationsView>();
const record = (person: string, more: object = {}) =>
  api.as(person, 'POST', '/api/people/qualifications', {
    person: 'east-handler',
    line: 'request',
    kind: 'licence',
    certificate: '示例一号',
    obtainedOn: '2020-05-01',
    ...more,
  });

it('is recorded by the head of the same organization, with a day that makes sense', async () => {
  expect((await view('east-handler')).people).toMatchObject([
    { id: 'east-handler', qualified: false, records: [], mayRecord: false },
    { id: 'east-colleague', qualified: false },
  ]);
  for (const person of ['east-handler', 'west-handler', 'city-leader'])
    expect((await record(person)).json()).toMatchObject({ status: 403, type: 'urn:fadu:people.not_head' });
  expect((await record('east-head', { person: 'west-handler' })).statusCode).toBe(403);
  expect((await record('east-head', { kind: 'other' })).json()).toMatchObject({ faults: [{ field: 'kind' }] });
  expect((await record('east-head', { obtainedOn: '2024-12-01' })).json()).toMatchObject({
    faults: [{ field: 'obtainedOn' }],
  });
  expect((await record('east-head', { revokedOn: '2019-01-01' })).json()).toMatchObject({
    faults: [{ field: 'revokedOn' }],
  });
});

it('decides from then on whether the work may be given; what ends is recorded beside what began', async () => {
  const first = await register(api.stage);
  await expect(take(api.stage, 'east-handler', first.id, 'accept')).rejects.toThrow(/样例east-handler没有示例资格/);
  expect((await record('east-head')).statusCode).toBe(200);
  await take(api.stage, 'east-handler', first.id, 'accept');

  await record('east-head', { revokedOn: '2024-10-01' });
  const second = await register(api.stage);
  await expect(take(api.stage, 'east-handler', second.id, 'accept')).rejects.toThrow(/没有示例资格/);
  const [person] = (await view('east-head')).people;
  expect(person).toMatchObject({
    qualified: false,
    mayRecord: true,
    records: [{ revokedOn: null, byName: '样例east-head' }, { revokedOn: '2024-10-01' }],
  });
  await expect(api.stage.platform.pool.query('delete from qualification')).rejects.toThrow(/permission denied/);
});
