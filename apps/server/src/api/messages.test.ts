import type { MatterView, UndeliveredMessage } from '@fadu/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliverOutbox, undelivered } from '../jobs/outbox.js';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { register, reload, take } from '../testing/stage.js';

let api: ApiStage;
beforeAll(async () => {
  api = await raiseApi();
});
afterAll(async () => {
  expect(api.faults).toEqual([]);
  await api.close();
});

/** A follow-up visited while its request had been taken back to a state that does not take the result. */
async function refused(): Promise<{ request: string; followUp: string }> {
  const { stage } = api;
  const { id: request } = await register(stage);
  await take(stage, 'east-handler', request, 'accept');
  await take(stage, 'east-handler', request, 'decide', { decision: '准予' });
  await take(stage, 'east-head', request, 'approve');
  await take(stage, 'east-handler', request, 'close');
  await deliverOutbox(stage.platform);
  const followUp = String((await reload(stage, request)).data.followup);
  await take(stage, 'east-handler', followUp, 'visit', { visitedOn: '2024-10-09' });
  await stage.asSuperuser("update matter set state = 'received', revision = revision + 1 where id = $1", [request]);
  await deliverOutbox(stage.platform);
  await stage.asSuperuser("update matter set state = 'closed', revision = revision - 1 where id = $1", [request]);
  return { request, followUp };
}
const waiting = async (person: string) =>
  (await api.as(person, 'GET', '/api/undelivered')).json<UndeliveredMessage[]>();
const handle = (person: string, matter: string, message: string, body: object) =>
  api.as(person, 'POST', `/api/matters/${matter}/messages/${message}`, body);

it('a refused message stands in the to-do and on the matter of who handles it, with the reason; nobody else sees it', async () => {
  const { followUp } = await refused();
  expect(await waiting('east-handler')).toMatchObject([
    {
      matter: followUp,
      lineName: '示例请求',
      actionName: '登记回访结果',
      failure: expect.stringContaining('不能登记回访结果'),
    },
  ]);
  expect(await waiting('west-handler')).toEqual([]);
  const view = (await api.as('east-handler', 'GET', `/api/matters/${followUp}`)).json<MatterView>();
  expect(view.undelivered).toHaveLength(1);
});

it('is sent again once what stood against it is gone', async () => {
  const [message] = (await waiting('east-handler')) as [UndeliveredMessage];
  expect((await handle('west-handler', message.matter, message.id, { how: 'again' })).statusCode).toBe(404);
  const sent = await handle('east-handler', message.matter, message.id, { how: 'again' });
  expect(sent.json<MatterView>().undelivered).toEqual([]);
  expect(await deliverOutbox(api.stage.platform)).toBe(1);
  expect(await waiting('east-handler')).toEqual([]);
  expect((await handle('east-handler', message.matter, message.id, { how: 'again' })).json()).toMatchObject({
    type: 'urn:fadu:message.handled',
  });
});

it('or was dealt with otherwise, with words and a name; the check of the records no longer lists it', async () => {
  const { followUp } = await refused();
  const [message] = (await waiting('east-handler')) as [UndeliveredMessage];
  expect((await handle('city-leader', followUp, message.id, { how: 'otherwise', note: '电话' })).json()).toMatchObject({
    status: 403,
  });
  expect((await handle('east-handler', followUp, message.id, { how: 'otherwise', note: ' ' })).statusCode).toBe(400);
  await handle('east-handler', followUp, message.id, { how: 'otherwise', note: '已当面告知承办人。' });
  expect(await waiting('east-handler')).toEqual([]);
  expect(await undelivered(api.stage.platform)).toEqual([]);
  const rows = await api.stage.asSuperuser('select handled_by, handled_note from outbox where id = $1', [message.id]);
  expect(rows).toEqual([{ handled_by: 'east-handler', handled_note: '已当面告知承办人。' }]);
});
