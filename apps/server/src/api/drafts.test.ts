import type { RemoteDraft } from '@fadu/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';

let api: ApiStage;
beforeAll(async () => {
  api = await raiseApi();
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
});

const NOW = Date.parse('2024-10-09T02:00:00Z');
const keep = (person: string, at: number, draft: object | null, key = 'm1:accept') =>
  api.as(person, 'POST', '/api/drafts', { key, at, draft });
const list = async (person: string) => (await api.as(person, 'GET', '/api/drafts')).json<RemoteDraft[]>();

it('is read by the person who typed it from any computer, and by nobody else; kept encrypted', async () => {
  const draft = { values: { idNumber: '110101199003070070' }, title: '受理' };
  expect((await keep('east-handler', NOW, draft)).json()).toEqual({ kept: true });
  expect(await list('east-handler')).toEqual([{ key: 'm1:accept', at: NOW, draft }]);
  expect(await list('east-head')).toEqual([]);
  expect((await api.as(null, 'GET', '/api/drafts')).statusCode).toBe(401);
  const [row] = await api.stage.asSuperuser<{ cipher: Buffer }>('select cipher from draft');
  expect(row!.cipher.toString('latin1')).not.toContain('110101199003070070');
});

it('of two computers the newer wins; what was sent or thrown away stays so', async () => {
  expect((await keep('east-handler', NOW - 1000, { values: { old: true } })).json()).toEqual({ kept: false });
  await keep('east-handler', NOW + 1000, null);
  expect(await list('east-handler')).toEqual([{ key: 'm1:accept', at: NOW + 1000, draft: null }]);
  // A computer whose clock is a year ahead does not win for ever.
  await keep('east-handler', NOW + 365 * 86_400_000, { values: {} });
  expect((await list('east-handler'))[0]!.at).toBe(NOW + 60_000);
});

it('is forgotten after thirty days, and refused when it is no form of words', async () => {
  await keep('west-handler', NOW - 31 * 86_400_000, { values: {} });
  expect(await list('west-handler')).toEqual([]);
  expect((await keep('west-handler', NOW, { values: 'x'.repeat(600_000) })).statusCode).toBe(413);
  expect((await keep('west-handler', -1, null)).statusCode).toBe(400);
});
