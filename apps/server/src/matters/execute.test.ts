import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../access/scope.js';
import {
  freshKey,
  official,
  populate,
  raise,
  register,
  reload,
  type Stage,
  sampleInput,
  take,
} from '../testing/stage.js';
import { checkRecords } from './check.js';
import { act, open } from './execute.js';
import { RecentMatters } from './recent.js';

let stage: Stage;
beforeAll(async () => {
  stage = await raise();
  await populate(stage);
});
afterAll(() => stage.close());

const count = async (table: string, where = 'true'): Promise<number> =>
  (await stage.asSuperuser<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`))[0]!.n;

describe('a command under a key', () => {
  it('has one effect when it is sent twice, and gives the same answer', async () => {
    const { id } = await register(stage);
    const key = freshKey();
    const first = await take(stage, 'east-handler', id, 'accept', {}, key);
    const second = await take(stage, 'east-handler', id, 'accept', {}, key);
    expect([first.repeated, second.repeated]).toEqual([false, true]);
    expect(second.matter).toEqual({ ...first.matter, revision: 2 });
    expect(await count('event', `matter = '${id}'`)).toBe(2);
  });

  it('has one effect when it is sent many times at once', async () => {
    const { id } = await register(stage);
    const key = freshKey();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => take(stage, 'east-handler', id, 'note', { words: '一次' }, key)),
    );
    expect(all.filter((one) => !one.repeated)).toHaveLength(1);
    expect(await count('event', `matter = '${id}'`)).toBe(2);
  });

  it('opens one matter when it is sent many times at once', async () => {
    const key = freshKey();
    const place = { line: 'request', organ: 'east' };
    const all = await Promise.all(
      Array.from({ length: 10 }, () => take(stage, 'east-handler', place, 'register', sampleInput(), key)),
    );
    expect(new Set(all.map((one) => one.matter.id)).size).toBe(1);
    expect(all.filter((one) => !one.repeated)).toHaveLength(1);
  });

  it('is refused when the key was used for something else, or for another matter', async () => {
    const [one, two] = [await register(stage), await register(stage)];
    const key = freshKey();
    await take(stage, 'east-handler', one.id, 'note', { words: '甲' }, key);
    const asked = (action: string, input: Record<string, string>) => ({
      ...official(stage, 'east-handler'),
      key,
      command: { action, input },
    });
    for (const [id, action, input] of [
      [one.id, 'note', { words: '乙' }],
      [one.id, 'accept', {}],
      [two.id, 'note', { words: '甲' }],
    ] as const) {
      const again = await act(stage.platform, id, null, asked(action, input));
      expect(again).toEqual({ ok: false, error: { kind: 'key-reused' } });
    }
    expect((await reload(stage, two.id)).revision).toBe(1);
  });

  it('is nobody else’s: another person, or a clock, may use the same word', async () => {
    const { id } = await register(stage);
    const key = freshKey();
    await take(stage, 'east-handler', id, 'note', { words: '甲' }, key);
    expect((await take(stage, 'east-colleague', id, 'note', { words: '乙' }, key)).repeated).toBe(false);
  });

  it('opens the same application again for the citizen who sent it, with the same query code, and for nobody else', async () => {
    const { receivedOn: _, ...input } = sampleInput();
    const key = freshKey();
    const line = stage.platform.lineOf('request')!;
    const send = (more = {}, under = key) =>
      open(stage.platform, line, 'east', {
        actor: { kind: 'party' },
        scope: { orgs: [], paths: [], matter: null },
        key: under,
        command: { action: 'apply', input: { ...input, ...more } },
      });
    const all = await Promise.all([send(), send(), send()]);
    const answers = all.map((one) => (one.ok ? [one.value.matter.receipt, one.value.queryCode] : one));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toEqual([
      expect.stringMatching(/^2024-[2-9A-Z]{8}$/),
      expect.stringMatching(/^(\w{4}-){2}\w{4}$/),
    ]);
    // Changed since, as the citizen never saw the answer: what came first stands, and is said to.
    const changed = await send({ subject: '别的' });
    expect(changed.ok && [changed.value.matter.receipt, changed.value.queryCode, changed.value.differs]).toEqual([
      ...(answers[0] as string[]),
      true,
    ]);
    const other = await send({}, freshKey());
    expect(other.ok && other.value.matter.id).not.toBe(all[0]!.ok && all[0]!.value.matter.id);
  });
});

describe('a matter this process remembers', () => {
  /** Another server on the same database, with a memory of its own. */
  const elsewhere = () => ({ platform: { ...stage.platform, recent: new RecentMatters() } });
  const noting = (words: string) => ({ key: freshKey(), command: { action: 'note', input: { words } } });

  it('is loaded anew when another server has acted since', async () => {
    const { id, revision } = await register(stage);
    await take(elsewhere(), 'east-colleague', id, 'note', { words: '他处' });
    expect(stage.platform.recent.get(id)?.revision).toBe(revision);
    const stale = await act(stage.platform, id, revision, { ...official(stage, 'east-handler'), ...noting('旧') });
    expect(stale).toEqual({ ok: false, error: { kind: 'conflict', revision: revision + 1 } });
    expect((await take(stage, 'east-handler', id, 'note', { words: '新' })).matter.revision).toBe(revision + 2);
    expect(stage.platform.recent.get(id)?.revision).toBe(revision + 2);
  });

  it('is not refused on account of what was so before', async () => {
    const { id } = await register(stage);
    await take(elsewhere(), 'east-handler', id, 'accept');
    // Remembered as received, where a decision cannot be drafted.
    const decided = await take(stage, 'east-handler', id, 'decide', { decision: '准予' });
    expect(decided.matter.pending?.action).toBe('decide');
  });

  it('is not there for those who do not see it, whatever they ask', async () => {
    const { id } = await register(stage);
    for (const action of ['note', 'accept', 'unheardOf']) {
      const asked = { ...official(stage, 'west-handler'), ...noting('窥') };
      const answer = await act(stage.platform, id, null, { ...asked, command: { action, input: { words: '窥' } } });
      expect(answer).toEqual({ ok: false, error: { kind: 'not-found' } });
    }
    expect((await reload(stage, id)).revision).toBe(1);
  });
});

describe('two people at once', () => {
  it('one succeeds, the other is told the revision that came of it', async () => {
    const { id, revision } = await register(stage);
    const note = (person: string) =>
      act(stage.platform, id, revision, {
        ...official(stage, person),
        key: freshKey(),
        command: { action: 'note', input: { words: person } },
      });
    const both = await Promise.all([note('east-handler'), note('east-colleague')]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toEqual({ ok: false, error: { kind: 'conflict', revision: revision + 1 } });
    expect((await reload(stage, id)).revision).toBe(revision + 1);
  });
});

describe('numbers', () => {
  const numbersOf = async (organ: string) =>
    (
      await stage.asSuperuser<{ n: number }>(
        "select (regexp_match(number, '〕(\\d+)号'))[1]::int as n from matter where organ = $1 and number is not null order by 1",
        [organ],
      )
    ).map((row) => row.n);

  it('come without duplicate or gap when many are given at once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 24 }, () => register(stage, { agency: 'westbureau' }, 'west').then((matter) => matter.id)),
    );
    await Promise.all(ids.map((id) => take(stage, 'west-handler', id, 'accept')));
    expect(await numbersOf('west')).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
  });

  it('leave no gap when a step fails after its number was taken', async () => {
    const before = (await numbersOf('west')).length;
    const { id } = await register(stage, { agency: 'westbureau' }, 'west');
    await stage.asSuperuser(`create function fail() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
      create trigger fail before insert on document execute function fail()`);
    await expect(take(stage, 'west-handler', id, 'accept')).rejects.toThrow('no room');
    await stage.asSuperuser('drop trigger fail on document; drop function fail()');
    const { matter } = await take(stage, 'west-handler', id, 'accept');
    expect(matter.number).toBe(`west示〔2024〕${before + 1}号`);
  });
});

describe('one transaction', () => {
  const tables = [
    'matter',
    'event',
    'ledger_queue',
    'clock',
    'document',
    'secret',
    'outbox',
    'command',
    'file',
    'serial',
  ];
  const state = async () =>
    JSON.stringify(
      await Promise.all(tables.map((table) => stage.asSuperuser(`select t::text from ${table} t order by 1`))),
    );

  const breaking = async (table: string, work: () => Promise<void>) => {
    await stage.asSuperuser(`create function fail() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
      create trigger fail after insert or update on ${table} execute function fail()`);
    try {
      await work();
    } finally {
      await stage.asSuperuser(`drop trigger fail on ${table}; drop function fail()`);
    }
  };

  it.each(['matter', 'event', 'ledger_queue', 'clock', 'secret', 'command'])(
    'leaves nothing of a new matter when the statement on %s fails',
    (table) =>
      breaking(table, async () => {
        const before = await state();
        const place = { line: 'request', organ: 'east' };
        await expect(take(stage, 'east-handler', place, 'register', sampleInput())).rejects.toThrow('broken');
        expect(await state()).toBe(before);
      }),
  );

  it.each(['matter', 'event', 'ledger_queue', 'clock', 'document', 'command', 'serial'])(
    'leaves nothing of a step with number and documents when the statement on %s fails',
    async (table) => {
      const { id } = await register(stage);
      await breaking(table, async () => {
        const before = await state();
        await expect(take(stage, 'east-handler', id, 'accept')).rejects.toThrow('broken');
        expect(await state()).toBe(before);
      });
      expect((await take(stage, 'east-handler', id, 'accept')).matter.state).toBe('accepted');
    },
  );

  it('leaves nothing behind when the outbox fails, and is carried out whole afterwards', async () => {
    const { id } = await register(stage);
    await take(stage, 'east-handler', id, 'accept');
    await take(stage, 'east-handler', id, 'decide', { decision: '准予' });
    await take(stage, 'east-head', id, 'approve');
    await breaking('outbox', async () => {
      const before = await state();
      await expect(take(stage, 'east-handler', id, 'close')).rejects.toThrow('broken');
      expect(await state()).toBe(before);
    });
    expect((await take(stage, 'east-handler', id, 'close')).matter.state).toBe('closed');
  });

  it('leaves nothing behind when the payload is broken in any one part', async () => {
    const before = await state();
    const id = '01890000-0000-7000-8000-000000000001';
    const good: Record<string, unknown> = {
      expected: 0,
      key: 'person/x/broken',
      fingerprint: 'f',
      words: '样例',
      matter: {
        ...{ region: '990101', id, line: 'request', line_version: '1', rule_set: 'a', organ: 'east', path: 'r.east' },
        ...{ orgs: ['east'], receipt: 'broken', state: 'open', revision: 1, data: {}, clocks: {}, assignees: {} },
        ...{ flags: [], title: '样例', opened_on: '2024-01-01', paused: false, waits_for: [], people: [] },
        ...{ acted_by: [], refs: [] },
      },
      events: [],
      clocks: [],
      documents: [],
      secrets: [],
      messages: [],
      files: [],
    };
    const commit = async (payload: object) => {
      const client = await stage.platform.pool.connect();
      try {
        await client.query('begin');
        await client.query('select fadu_commit($1, $2, $3)', ['{east}', '', JSON.stringify(payload)]);
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    await expect(commit(good)).resolves.toBeUndefined();
    for (const part of ['expected', 'matter', 'events', 'clocks', 'documents', 'secrets', 'messages', 'files'])
      await expect(commit({ ...good, [part]: 'x' }), part).rejects.toThrow();
    expect(await state()).toBe(before);
  });
});

it('the records of all this replay to what the tables hold', async () => {
  const report = await checkRecords(stage.platform);
  expect(report.faults).toEqual([]);
  expect(report.matters).toBe(await count('matter'));
});

it('nothing of personal data is in the clear', async () => {
  await register(stage);
  for (const table of ['matter', 'event', 'document', 'outbox'])
    for (const value of ['110101199003070070', '13800000000', '王样例'])
      expect(await count(table, `${table}::text like '%${value}%'`), `${value} in ${table}`).toBe(0);
  const { rows } = await stage.platform.pool.query('select count(*)::int as n from secret');
  expect(rows[0].n).toBe(0);
  expect(EVERYTHING.paths).toEqual(['r']);
});
