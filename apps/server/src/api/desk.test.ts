import type { MatterList, MatterView, SavedView } from '@fadu/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { register } from '../testing/stage.js';

let api: ApiStage;
beforeAll(async () => {
  api = await raiseApi({}, [['east-colleague', 'observer', 'east']]);
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
});

describe('a matter followed', () => {
  const followedBy = async (person: string) =>
    (await api.as(person, 'GET', '/api/matters?view=followed')).json<MatterList>().rows.map((row) => row.id);
  const follow = (person: string, id: string, on: boolean) =>
    api.as(person, 'POST', `/api/matters/${id}/follow`, { follow: on });

  it('stands on the list of who follows it and of nobody else, until let go; twice is once', async () => {
    const { id } = await register(api.stage);
    await register(api.stage);
    expect((await follow('east-handler', id, true)).json()).toEqual({ followed: true });
    await follow('east-handler', id, true);
    expect(await followedBy('east-handler')).toEqual([id]);
    expect(await followedBy('east-head')).toEqual([]);
    const view = async (person: string) => (await api.as(person, 'GET', `/api/matters/${id}`)).json<MatterView>();
    expect((await view('east-handler')).followed).toBe(true);
    expect((await view('east-head')).followed).toBe(false);
    await follow('east-handler', id, false);
    expect(await followedBy('east-handler')).toEqual([]);
  });

  it('must be in scope, also as row security sees it', async () => {
    const { id, region } = await register(api.stage);
    expect((await follow('west-handler', id, true)).statusCode).toBe(404);
    await follow('city-leader', id, true);
    expect(await followedBy('city-leader')).toEqual([id]);
    const { rows } = await api.stage.platform.pool.query('select * from follow where region = $1', [region]);
    expect(rows).toEqual([]);
  });
});

describe('a view of a list', () => {
  const views = async (person: string) => (await api.as(person, 'GET', '/api/views/request')).json<SavedView[]>();
  const keep = (person: string, name: string, office: boolean, search: object = { due: 'late' }) =>
    api.as(person, 'POST', '/api/views', { line: 'request', name, search, office });
  const drop = (person: string, id: string) => api.as(person, 'POST', `/api/views/${id}/drop`, {});

  it('is one’s own, wherever one signs in; the same name replaces it', async () => {
    await keep('east-handler', '我的超期', false);
    await keep('east-handler', '我的超期', false, { due: 'today' });
    expect(await views('east-handler')).toMatchObject([
      { name: '我的超期', search: { due: 'today' }, office: null, mayDrop: true },
    ]);
    expect(await views('east-colleague')).toEqual([]);
    const [own] = (await views('east-handler')) as [SavedView];
    expect((await drop('east-colleague', own.id)).statusCode).toBe(404);
    expect((await drop('east-handler', own.id)).json()).toEqual([]);
  });

  it('or the office’s: all of it use it, its maker and the head may take it away', async () => {
    await keep('east-handler', '科里在办', true);
    expect(await views('east-colleague')).toMatchObject([{ name: '科里在办', office: 'east机关', mayDrop: false }]);
    expect(await views('west-handler')).toEqual([]);
    const [shared] = (await views('east-colleague')) as [SavedView];
    expect((await keep('east-colleague', '科里在办', true)).json()).toMatchObject({ type: 'urn:fadu:view.taken' });
    expect((await drop('east-colleague', shared.id)).json()).toMatchObject({ type: 'urn:fadu:view.not_yours' });
    expect((await drop('west-handler', shared.id)).statusCode).toBe(404);
    expect((await keep('city-leader', '全市', true)).json()).toMatchObject({ type: 'urn:fadu:view.no_office' });
    expect((await drop('east-head', shared.id)).json()).toEqual([]);
    expect((await api.as('east-handler', 'GET', '/api/views/nothing')).statusCode).toBe(404);
    expect((await keep('east-handler', ' ', false)).statusCode).toBe(400);
  });

  it('taken away, comes back as it was and whose it was, by whoever took it away', async () => {
    const restore = (person: string, id: string) => api.as(person, 'POST', `/api/views/${id}/restore`, {});
    await keep('east-handler', '科里超期', true);
    const [shared] = (await views('east-handler')) as [SavedView];
    await drop('east-head', shared.id);
    expect((await restore('east-handler', shared.id)).statusCode).toBe(404);
    expect((await restore('east-head', shared.id)).json()).toMatchObject([{ id: shared.id, name: '科里超期' }]);
    expect(await views('east-handler')).toMatchObject([{ id: shared.id, mayDrop: true, office: 'east机关' }]);
    expect((await restore('east-head', shared.id)).statusCode).toBe(404);
    // Another of the name was kept meanwhile.
    await drop('east-handler', shared.id);
    await keep('east-handler', '科里超期', true);
    expect((await restore('east-handler', shared.id)).json()).toMatchObject({ type: 'urn:fadu:view.taken' });
  });
});
