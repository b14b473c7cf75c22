import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { populate, raise, register, type Stage, take } from '../testing/stage.js';
import { checkRecords } from './check.js';
import { voidSerial } from './check-serials.js';

let stage: Stage;
let id: string;
beforeAll(async () => {
  stage = await raise();
  await populate(stage);
  for (let one = 0; one < 3; one += 1) {
    ({ id } = await register(stage, { paper: `样函〔2024〕${one + 1}号` }));
    await take(stage, 'east-handler', id, 'accept');
  }
});
afterAll(() => stage.close());

const faults = async () => (await checkRecords(stage.platform)).faults;

it('finds nothing where everything was done through the platform', async () => {
  expect(await checkRecords(stage.platform)).toEqual({ matters: 3, events: 6, faults: [], notices: [] });
});

describe('finds', () => {
  it.each([
    ['a state that was changed', "update matter set state = 'closed' where id = $1", '“state”与重算的结果不符'],
    [
      'a field that was changed',
      "update matter set data = jsonb_set(data, '{subject}', '\"x\"') where id = $1",
      '“data”与重算的结果不符',
    ],
    ['a title that was changed', "update matter set title = 'x' where id = $1", '“title”与重算的结果不符'],
    ['a due day that was moved', 'update matter set due_on = due_on + 1 where id = $1', '“dueOn”与重算的结果不符'],
    [
      'a matter moved to another place',
      "update matter set path = 'r.city.west' where id = $1",
      '“path”与重算的结果不符',
    ],
    ['a matter shown to others', "update matter set orgs = orgs || '{west}' where id = $1", '“orgs”与重算的结果不符'],
    ['a to-do taken away', "update matter set waits_for = '{}' where id = $1", '“waitsFor”与重算的结果不符'],
    ['what guards find it by', "update matter set refs = '{}' where id = $1", '关联查询用的值与重算的结果不符'],
    [
      'a clock that was moved',
      "update clock set legal_due = legal_due + 1 where matter = $1 and code = 'decide'",
      '期限decide与记录不符',
    ],
    [
      'a clock that was stopped',
      "update clock set outcome = 'met' where matter = $1 and code = 'decide'",
      '期限decide与记录不符',
    ],
    ['a clock too few', "delete from clock where matter = $1 and code = 'decide'", '期限应有3个，实有2个'],
    ['a document too few', "delete from document where matter = $1 and template = 'notice'", '文书与记录不符'],
    [
      'a document exchanged',
      "update document set digest = repeat('a', 64) where matter = $1 and template = 'notice'",
      '文书与记录不符',
    ],
    ['an event too few', 'delete from event where matter = $1 and seq = 2', '“state”与重算的结果不符'],
    [
      'an event too many',
      "insert into event select region, matter, 4, gen_random_uuid(), at, on_day, kind, action, jsonb_set(body, '{seq}', '4'), salt from event where matter = $1 and seq = 2",
      '记录不能重算',
    ],
  ])('%s', async (_, sql, message) => {
    const tables = ['matter', 'clock', 'document', 'event'];
    for (const table of tables) await stage.asSuperuser(`create table kept_${table} as table ${table}`);
    await stage.asSuperuser(sql, [id]);
    const found = await faults();
    for (const table of [...tables].reverse()) {
      const columns = (
        await stage.asSuperuser<{ name: string }>(
          "select column_name as name from information_schema.columns where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER'",
          [table],
        )
      ).map((row) => row.name);
      await stage.asSuperuser(
        `delete from ${table}; insert into ${table} (${columns}) select ${columns} from kept_${table}; drop table kept_${table}`,
      );
    }
    expect(found.map((fault) => [fault.matter, fault.message])).toContainEqual([id, expect.stringContaining(message)]);
    expect(await faults()).toEqual([]);
  });

  it('a number given twice, and the gap it leaves', async () => {
    const [{ number }] = (await stage.asSuperuser<{ number: string }>('select number from matter where id = $1', [
      id,
    ])) as [{ number: string }];
    await stage.asSuperuser('drop index matter_number');
    await stage.asSuperuser("update matter set number = 'east示〔2024〕1号' where id = $1", [id]);
    const found = (await faults()).map((fault) => fault.message);
    expect(found).toContain('文号east示〔2024〕1号重复2次');
    expect(found).toContain('序号3没有使用，也没有作废的理由');
    await stage.asSuperuser('update matter set number = $2 where id = $1', [id, number]);
    await stage.asSuperuser(
      'create unique index matter_number on matter (number, region, line, organ) where number is not null',
    );
  });

  it('a gap without a reason, of matters and of documents; a recorded reason explains it', async () => {
    const scope = 'request/case/east/2024';
    expect(await voidSerial(stage.platform, { region: '990101', scope, reason: '停电期间手工编号' })).toBe(4);
    expect(await faults()).toEqual([]);
    expect((await take(stage, 'east-handler', (await register(stage)).id, 'accept')).matter.number).toBe(
      'east示〔2024〕5号',
    );
    await stage.asSuperuser('delete from serial_void');
    expect(await faults()).toEqual([{ matter: scope, message: '序号4没有使用，也没有作废的理由' }]);
    await stage.asSuperuser("update serial set value = value + 1 where scope = 'request/letter/east/2024'");
    expect((await faults()).map((fault) => fault.matter)).toEqual([scope, 'request/letter/east/2024']);
  });
});

it('a guard finds related matters whatever the scope of the one who acts, and only by equal values', async () => {
  await expect(register(stage, { paper: '样函〔2024〕1号' })).rejects.toThrow('request.twice');
  await expect(register(stage, { paper: '样函[2024]1号' })).rejects.toThrow('request.twice');
  await expect(register(stage, { paper: '样函〔2024〕1号', agency: 'eastbureau' }, 'west')).rejects.toThrow(
    'request.twice',
  );
  expect((await register(stage, { paper: '样函〔2024〕1号', agency: 'westbureau' })).state).toBe('received');
  expect((await register(stage)).state).toBe('received');
});
