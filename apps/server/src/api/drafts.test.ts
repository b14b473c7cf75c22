import type { DraftVersion, RemoteDraft } from '@fadu/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';

let api: ApiStage;
beforeAll(async () => {
  api = await raiseApi({}, [['east-colleague', 'observer', 'east']]);
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

describe('what another computer replaced', () => {
  const from = (device: string, at: number, values: object, key = 'm9:accept') =>
    api.as('east-colleague', 'POST', '/api/drafts', { key, at, device, draft: { values, reasons: {}, title: '受理' } });
  const versions = async (person = 'east-colleague') =>
    (await api.as(person, 'GET', '/api/drafts/versions')).json<DraftVersion[]>();

  it('is kept and can be looked at, by the person alone; one computer alone makes no versions', async () => {
    await from('office', NOW, { facts: '办公室写的' });
    await from('office', NOW + 1000, { facts: '办公室接着写的' });
    expect(await versions()).toEqual([]);
    expect((await from('home', NOW + 2000, { facts: '家里写的' })).json()).toEqual({ kept: true });
    expect(await versions()).toMatchObject([
      { key: 'm9:accept', at: NOW + 1000, draft: { values: { facts: '办公室接着写的' } } },
    ]);
    // What comes late, typed without a connection, does not win, and is not lost either.
    expect((await from('office', NOW + 1500, { facts: '没有联网时写的' })).json()).toEqual({ kept: false });
    expect((await versions()).map(({ at }) => at)).toEqual([NOW + 1500, NOW + 1000]);
    // The same words are no other version.
    await from('office', NOW + 3000, { facts: '家里写的' });
    expect(await versions()).toHaveLength(2);
    expect(await versions('east-handler')).toEqual([]);
    const [row] = await api.stage.asSuperuser<{ cipher: Buffer }>('select cipher from draft_version');
    expect(row!.cipher.toString('utf8')).not.toContain('办公室');
  });

  it('takes the place of the present one, which is put aside in turn', async () => {
    const body = { key: 'm9:accept', at: NOW + 1000, device: 'office' };
    const restored = await api.as('east-colleague', 'POST', '/api/drafts/restore', body);
    expect(restored.json()).toMatchObject({ draft: { values: { facts: '办公室接着写的' } } });
    const own = (await list('east-colleague')).find(({ key }) => key === 'm9:accept')!;
    expect(own).toMatchObject({ at: restored.json().at, draft: { values: { facts: '办公室接着写的' } } });
    expect((await versions()).map(({ draft }) => (draft.values as { facts: string }).facts)).toEqual([
      '家里写的',
      '没有联网时写的',
    ]);
    expect((await api.as('east-colleague', 'POST', '/api/drafts/restore', body)).statusCode).toBe(404);
    expect((await api.as('east-handler', 'POST', '/api/drafts/restore', { ...body, at: NOW + 1500 })).statusCode).toBe(
      404,
    );
  });

  it('is at most five, and goes when the form is sent', async () => {
    for (let turn = 0; turn < 8; turn += 1) await from(`d${turn}`, NOW + 10_000 + turn, { turn }, 'm8:accept');
    expect((await versions()).filter(({ key }) => key === 'm8:accept').map(({ at }) => at - NOW - 10_000)).toEqual([
      6, 5, 4, 3, 2,
    ]);
    await api.as('east-colleague', 'POST', '/api/drafts', { key: 'm8:accept', at: NOW + 20_000, draft: null });
    expect((await versions()).filter(({ key }) => key === 'm8:accept')).toEqual([]);
  });
});
