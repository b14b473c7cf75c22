import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../access/scope.js';
import { checkRecords } from '../matters/check.js';
import { decrypt } from '../matters/secrets.js';
import { scoped } from '../storage/scoped.js';
import { NOW, populate, raise, register, reload, type Stage, take } from '../testing/stage.js';
import { enterArrangement, readArrangement } from './arrangements.js';
import { expireClocks, recountProvisional } from './clocks.js';
import { deliverOutbox, MOST_TRIES, undelivered } from './outbox.js';

let stage: Stage;
beforeAll(async () => {
  stage = await raise();
  await populate(stage);
});
afterAll(() => stage.close());

describe('a clock that acts by itself', () => {
  // Received on 8 October 2024; 12 October works (调休), so the fifth working day is the 14th.
  it('waits until the last day is over in China, and then acts once', async () => {
    const { id, clocks } = await register(stage);
    expect(clocks.review?.legalDue).toBe('2024-10-14');
    stage.at('2024-10-14T15:59:59.000Z');
    expect(await expireClocks(stage.platform)).toEqual({ taken: 0, failed: [] });
    stage.at('2024-10-14T16:00:00.000Z');
    expect(await expireClocks(stage.platform)).toEqual({ taken: 1, failed: [] });
    expect(await reload(stage, id)).toMatchObject({ state: 'accepted', data: { acceptedOn: '2024-10-14' } });
    expect(await expireClocks(stage.platform)).toEqual({ taken: 0, failed: [] });
    stage.at(NOW);
  });

  it('acts once for each of many, also when two servers do it at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => register(stage).then((matter) => matter.id)));
    stage.at('2024-10-15T02:00:00.000Z');
    const both = await Promise.all([expireClocks(stage.platform), expireClocks(stage.platform)]);
    expect(both.map((one) => one.failed)).toEqual([[], []]);
    expect(both[0]!.taken + both[1]!.taken).toBe(20);
    for (const id of ids) expect((await reload(stage, id)).revision).toBe(2);
    stage.at(NOW);
  });

  it('that cannot act holds up no other, and is told of', async () => {
    const [stuck, other] = [await register(stage), await register(stage)];
    await stage.asSuperuser("update matter set state = 'decided', revision = revision + 1 where id = $1", [stuck.id]);
    stage.at('2024-10-15T02:00:00.000Z');
    const { taken, failed } = await expireClocks(stage.platform);
    expect(taken).toBe(1);
    expect(failed).toEqual([expect.objectContaining({ matter: stuck.id, clock: 'review' })]);
    expect((await reload(stage, other.id)).state).toBe('accepted');
    await stage.asSuperuser("update matter set state = 'received', revision = revision - 1 where id = $1", [stuck.id]);
    expect((await expireClocks(stage.platform)).taken).toBe(1);
    stage.at(NOW);
  });
});

describe('a year whose arrangement is not published', () => {
  it('gives provisional days, which are counted again once it is entered, exactly once', async () => {
    stage.at('2090-09-29T02:00:00.000Z');
    const { id, clocks } = await register(stage, { receivedOn: '2090-09-28' });
    expect(clocks.review).toMatchObject({ provisional: true, legalDue: '2090-10-09' });
    expect(await recountProvisional(stage.platform)).toBe(0);
    const read = readArrangement(
      2090,
      '# 示例通知\n休 2090-01-01..2090-01-03 元旦\n休 2090-05-01..2090-05-05 劳动节\n休 2090-10-01..2090-10-07 国庆节\n班 2090-09-30\n',
    );
    if (!read.ok) throw new Error(read.error.message);
    const { year, off, on } = read.value;
    await stage.owner.query("insert into arrangement values ('000000', $1, $2, $3, '示例通知')", [year, off, on]);
    await stage.reloadCalendar();
    const twice = await Promise.all([recountProvisional(stage.platform), recountProvisional(stage.platform)]);
    expect(twice[0]! + twice[1]!).toBe(1);
    expect(await reload(stage, id)).toMatchObject({
      revision: 2,
      clocks: { review: { provisional: false, legalDue: '2090-10-11' } },
    });
    expect(await recountProvisional(stage.platform)).toBe(0);
    // Put right afterwards: the day that works was another one. What is no longer provisional is not moved by itself.
    expect(await enterArrangement(stage, { year, off, on: [] }, '更正')).toBe(0);
    expect(await stage.asSuperuser('select source, on_days from arrangement')).toEqual([
      { source: '更正', on_days: [] },
    ]);
    stage.at(NOW);
  });

  it.each([
    ['休 2090-02-30', '的日期不对'],
    ['休 2090-10-07..2090-10-01', '的起止日期不对'],
    ['班 2090-10-11', '不是周六或者周日'],
    ['休 2088-10-01', '不在2090年前后'],
    ['休 2090-10-01\n班 2090-10-01', '前面已经写过'],
    ['国庆节放假', '看不懂'],
    ['休 2090-01-01', '2090-05-01应当放假而没有写'],
  ])('is not entered from a faulty notice: %s', (text, why) => {
    const read = readArrangement(2090, text);
    expect(read.ok ? '' : read.error.message).toContain(why);
  });

  it('refuses no date of the far future, and takes a day in 9999 for none', async () => {
    stage.at('2198-12-30T02:00:00.000Z');
    const { clocks } = await register(stage, { receivedOn: '2198-12-29' });
    expect(clocks.review?.provisional).toBe(true);
    stage.at(NOW);
    await expect(register(stage, { receivedOn: '9999-12-31' })).rejects.toThrow('不是有效的日期');
  });
});

describe('messages between matters', () => {
  const closed = async (): Promise<string> => {
    const { id } = await register(stage);
    await take(stage, 'east-handler', id, 'accept');
    await take(stage, 'east-handler', id, 'decide', { decision: '准予' });
    await take(stage, 'east-head', id, 'approve');
    await take(stage, 'east-handler', id, 'close');
    return id;
  };
  const followUps = (request: string) =>
    stage.asSuperuser<{ id: string; data: Record<string, never> }>(
      "select id, data from matter where line = 'followup' and data ->> 'request' = $1",
      [request],
    );

  it('arrive exactly once, also when two servers deliver at the same moment', async () => {
    const ids = await Promise.all([closed(), closed(), closed()]);
    const delivered = await Promise.all([deliverOutbox(stage.platform), deliverOutbox(stage.platform)]);
    expect(delivered[0]! + delivered[1]!).toBeGreaterThanOrEqual(3);
    for (const id of ids) expect(await followUps(id)).toHaveLength(1);
    expect(await deliverOutbox(stage.platform)).toBe(0);
  });

  it('carry personal data sealed, and readable at the other end', async () => {
    const id = await closed();
    await deliverOutbox(stage.platform);
    const [{ id: other, data }] = (await followUps(id)) as [{ id: string; data: Record<string, never> }];
    expect(JSON.stringify(data)).not.toContain('13800000000');
    const digests = [...JSON.stringify(data).matchAll(/"\$sealed":"([0-9a-f]{64})"/g)].map((match) => match[1]);
    expect(digests).toHaveLength(3);
    const { rows } = await scoped(stage.platform.pool, EVERYTHING, (client) =>
      client.query('select cipher from secret where matter = $1', [other]),
    );
    const plain = rows.map((row) => decrypt(row.cipher.toString('hex'), stage.platform.key));
    expect(plain.sort()).toEqual(['110101199003070070', '13800000000', '王样例']);
  });

  it('are told back to the matter they came from, which first hears what was opened for it', async () => {
    const id = await closed();
    await deliverOutbox(stage.platform);
    const [{ id: other }] = (await followUps(id)) as unknown as [{ id: string }];
    expect((await reload(stage, id)).data.followup).toBe(other);
    await take(stage, 'east-handler', other, 'visit', { visitedOn: '2024-10-09' });
    expect(await deliverOutbox(stage.platform)).toBe(1);
    expect((await reload(stage, id)).data.followedUp).toBe('2024-10-09');
  });

  it('that the other line refuses are kept with the reason, in words, for a person', async () => {
    const id = await closed();
    await deliverOutbox(stage.platform);
    const [{ id: other }] = (await followUps(id)) as unknown as [{ id: string }];
    await take(stage, 'east-handler', other, 'visit', { visitedOn: '2024-10-09' });
    // As if somebody had taken it further; a state is a state of its revision.
    await stage.asSuperuser("update matter set state = 'received', revision = revision + 1 where id = $1", [id]);
    expect(await deliverOutbox(stage.platform)).toBe(0);
    await stage.asSuperuser("update matter set state = 'closed', revision = revision - 1 where id = $1", [id]);
    expect(await undelivered(stage.platform)).toEqual([
      { matter: other, action: 'noteFollowUp', failure: expect.stringContaining('不能登记回访结果') },
    ]);
    const { faults, notices } = await checkRecords(stage.platform);
    expect(faults).toEqual([]);
    expect(notices).toEqual([{ matter: other, message: expect.stringContaining('不能登记回访结果') }]);
  });

  it('that fail are tried again, hold up no other matter, and are given up in the end with the failure', async () => {
    const poisoned = await closed();
    const good = await closed();
    await stage.asSuperuser(
      `update outbox set message = jsonb_set(message, '{input}', '"no object"') where matter = $1 and done_at is null`,
      [poisoned],
    );
    await stage.asSuperuser(`create function poison() returns trigger language plpgsql as $$ begin
      if new.data ->> 'request' = '${poisoned}' then raise exception 'poison'; end if; return new; end $$;
      create trigger poison before insert on matter for each row execute function poison();
      update outbox set message = jsonb_set(message, '{input}', (select jsonb_set(o.message -> 'input', '{request}', to_jsonb('${poisoned}'::text)) from outbox o where o.matter = '${good}' and o.done_at is null)) where matter = '${poisoned}' and done_at is null`);
    await deliverOutbox(stage.platform);
    expect(await followUps(good)).toHaveLength(1);
    const state = async () =>
      (
        await stage.asSuperuser(
          'select tries, done_at is not null as given_up, failure from outbox where matter = $1 order by id desc limit 1',
          [poisoned],
        )
      )[0];
    expect(await state()).toEqual({ tries: 1, given_up: false, failure: 'poison' });
    expect(await deliverOutbox(stage.platform)).toBe(0);
    expect(await state()).toMatchObject({ tries: 1 });
    for (let round = 1; round < MOST_TRIES; round += 1) {
      await stage.asSuperuser('update outbox set next_at = now() where matter = $1', [poisoned]);
      await deliverOutbox(stage.platform);
    }
    expect(await state()).toEqual({ tries: MOST_TRIES, given_up: true, failure: 'poison' });
    await stage.asSuperuser('drop trigger poison on matter; drop function poison()');
  });
});
