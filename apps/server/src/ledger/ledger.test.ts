import { createHash } from 'node:crypto';
import { readNotes, verifyBundle, verifyConsistency } from '@fadu/ledger';
import { nodeHasher } from '@fadu/ledger/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { populate, raise, register, type Stage, take } from '../testing/stage.js';
import { provinceLog, regionLog } from './log-store.js';
import { consistencyOf, exportCheckpoints, proofOf } from './proofs.js';
import { sequence } from './sequencer.js';
import { verifyLedger } from './verify-ledger.js';

let stage: Stage;
let first: string;
beforeAll(async () => {
  stage = await raise();
  await populate(stage);
  first = (await register(stage)).id;
  await take(stage, 'east-handler', first, 'accept');
  await sequenced();
  for (let one = 0; one < 4; one += 1) {
    const { id } = await register(stage);
    await take(stage, 'east-handler', id, 'note', { words: '意见' });
    await register(stage, { agency: 'westbureau' }, 'west');
    await sequenced();
  }
});
afterAll(() => stage.close());

const sequenced = () => sequence(stage.platform.pool, stage.keys.signing, stage.platform.now);
const verify = (witnessed = '') =>
  verifyLedger(stage.platform.pool, stage.platform.publicKeys, readNotes(witnessed) ?? []);
const logOf = async (log: string, witnessed = '') => (await verify(witnessed)).find((one) => one.log === log)!;
/** Runs a tampering, looks, and puts everything back as it was. */
async function tampered<T>(sql: string, look: () => Promise<T>): Promise<T> {
  const tables = ['event', 'leaf', 'checkpoint', 'province_leaf', 'province_checkpoint', 'ledger_queue'];
  for (const table of tables) await stage.asSuperuser(`create table kept_${table} as table ${table}`);
  try {
    await stage.asSuperuser(sql);
    return await look();
  } finally {
    for (const table of tables)
      await stage.asSuperuser(
        `begin; delete from ${table}; insert into ${table} select * from kept_${table}; drop table kept_${table}; commit`,
      );
  }
}

const EAST = '990101';
const eventAt = (seq: number) => `(select event_id from leaf where region = '${EAST}' and seq = ${seq})`;

describe('the ledger', () => {
  it('holds every event of each region, and every checkpoint in the log of the province', async () => {
    const logs = await verify();
    expect(logs.map(({ log, report, stray }) => [log, report.size, report.checkpoints, report.fault, stray])).toEqual([
      ['990101', 10, 5, null, 0],
      ['990102', 4, 4, null, 0],
      ['990000/checkpoints', 9, 5, null, 0],
    ]);
  });

  it('says of how many events nothing is proved as yet', async () => {
    await register(stage);
    expect(await logOf(EAST)).toMatchObject({ waiting: 1, stray: 0, report: { size: 10, fault: null } });
    await sequenced();
    expect(await logOf(EAST)).toMatchObject({ waiting: 0, report: { size: 11 } });
  });

  it('leaves the fields and people of a matter out of its leaves', async () => {
    const bundle = await proofOf(stage.platform.pool, EAST, first, 2, stage.platform.publicKey);
    expect(Object.keys(JSON.parse(bundle!.content)).sort()).toEqual([
      'action',
      'at',
      'digest',
      'documents',
      'event',
      'format',
      'kind',
      'matter',
      'on',
      'region',
      'seq',
    ]);
    expect(bundle!.content).not.toContain('示例');
  });

  it('proves a record from the leaf to the log of the province, and the file of its document', async () => {
    const bundle = (await proofOf(stage.platform.pool, EAST, first, 2, stage.platform.publicKey))!;
    const read = JSON.parse(JSON.stringify(bundle));
    const [{ digest }] = (await stage.asSuperuser<{ digest: string }>('select digest from document where matter = $1', [
      first,
    ])) as [{ digest: string }];
    expect(verifyBundle(read, { keys: [stage.platform.publicKey], document: digest }).genuine).toBe(true);
    const other = createHash('sm3').update('another file').digest('hex');
    expect(verifyBundle(read, { document: other }).genuine).toBe(false);
  });

  it('makes the same proof of a long log, of which it reads a part only', async () => {
    for (const [from, to] of [
      [3, 122],
      [123, 242],
      [243, 362],
    ]) {
      await stage.asSuperuser(
        `with copied as (insert into event select region, matter, n, gen_random_uuid(), at, on_day, kind, action, jsonb_set(body, '{seq}', to_jsonb(n)), salt
           from event, generate_series(${from}, ${to}) n where matter = '${first}' and seq = 2 returning region, id, matter, seq)
         insert into ledger_queue select * from copied`,
      );
      await sequenced();
    }
    expect(await stage.asSuperuser("select level, index::int from tile where region = '990101'")).toEqual([
      { level: 8, index: 0 },
    ]);
    for (const seq of [1, 2, 100, 240, 250, 260, 361, 362]) {
      const bundle = (await proofOf(stage.platform.pool, EAST, first, seq, stage.platform.publicKey))!;
      expect(verifyBundle(bundle).genuine, `step ${seq}`).toBe(true);
    }
  });

  it('proves that a log has only grown between two checkpoints', async () => {
    for (const log of [regionLog(EAST), provinceLog('990000')]) {
      const sizes = (
        await stage.asSuperuser<{ size: string }>(
          `select size from ${log.checkpoints} where ${log.column} = $1 order by size`,
          [log.key],
        )
      ).map((row) => Number(row.size));
      for (const from of sizes) {
        const to = sizes.at(-1)!;
        const proof = (await consistencyOf(stage.platform.pool, log, from, to))!;
        const { root: firstRoot } = proof.first.checkpoint;
        const { root } = proof.second.checkpoint;
        expect(verifyConsistency({ first: from, size: to, firstRoot, root, path: proof.path }, nodeHasher)).toBe(true);
      }
    }
    expect(await consistencyOf(stage.platform.pool, regionLog(EAST), 1, 3)).toBeUndefined();
  });

  it('gives nothing to two sequencers twice', async () => {
    const { id } = await register(stage);
    const added = await Promise.all([sequenced(), sequenced(), sequenced()]);
    expect(added.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect((await logOf(EAST)).report.fault).toBeNull();
    expect(await proofOf(stage.platform.pool, EAST, id, 1, stage.platform.publicKey)).toBeDefined();
  });
});

describe('a superuser of the database who', () => {
  it.each([
    ['the body', "body = jsonb_set(body, '{to}', '\"closed\"')"],
    ['a field', 'body = jsonb_set(body, \'{set}\', \'{"subject":"别的"}\')'],
    ['the person', "body = jsonb_set(body, '{actor,name}', '\"别人\"')"],
    ['the day', 'on_day = on_day - 1'],
    ['the time', "at = at - interval '1 hour'"],
    ['the action', "action = 'other'"],
    ['the kind', "kind = 'corrected'"],
    ['the salt', "salt = repeat('0', 32)"],
  ])('changes %s of an event is found at its leaf', async (_, change) => {
    const { report } = await tampered(`update event set ${change} where id = ${eventAt(4)}`, () => logOf(EAST));
    expect(report.fault).toMatchObject({ kind: 'changed', seq: 4 });
  });

  it('changes the id of an event is found', async () => {
    const { report } = await tampered(`update event set id = gen_random_uuid() where id = ${eventAt(4)}`, () =>
      logOf(EAST),
    );
    expect(report.fault).toMatchObject({ kind: 'changed', seq: 4 });
  });

  it('deletes an event is found at its leaf', async () => {
    const { report } = await tampered(`delete from event where id = ${eventAt(3)}`, () => logOf(EAST));
    expect(report.fault).toMatchObject({ kind: 'missing', seq: 3 });
  });

  it('swaps the events of two matters is found at the first of them', async () => {
    const swap = `update event e set body = o.body, salt = o.salt from event o
      where (e.id = ${eventAt(2)} and o.id = ${eventAt(4)}) or (e.id = ${eventAt(4)} and o.id = ${eventAt(2)})`;
    expect((await tampered(swap, () => logOf(EAST))).report.fault).toMatchObject({ kind: 'changed', seq: 2 });
  });

  it('inserts an event, also in a region that has none, is told which', async () => {
    const copy = (region: string, seq: number) =>
      `insert into event select '${region}', matter, ${seq}, gen_random_uuid(), at, on_day, kind, action, body, salt from event where id = ${eventAt(0)}`;
    const inserted = await tampered(copy(EAST, 999), () => logOf(EAST));
    expect(inserted).toMatchObject({ stray: 1, firstStray: `事项${first}第999步` });
    expect(await tampered(copy('990199', 1), () => logOf('990199'))).toMatchObject({ stray: 1 });
  });

  it('deletes an event that waits for its leaf is told which', async () => {
    const { id } = await register(stage);
    const found = await tampered(`delete from event where matter = '${id}'`, () => logOf(EAST));
    expect(found).toMatchObject({ stray: 1, firstStray: `事项${id}第1步` });
    await sequenced();
  });

  it.each([
    ['changes a leaf', `update leaf set hash = repeat('a', 64) where region = '${EAST}' and seq = 5`, 'changed', 5],
    ['deletes a leaf', `delete from leaf where region = '${EAST}' and seq = 5`, 'missing', 5],
    [
      'swaps two leaves',
      `update leaf l set matter = o.matter, event_seq = o.event_seq + 100000, event_id = o.event_id, body_digest = o.body_digest from leaf o
       where l.region = '${EAST}' and o.region = '${EAST}' and ((l.seq = 5 and o.seq = 7) or (l.seq = 7 and o.seq = 5));
       update leaf set event_seq = event_seq - 100000 where event_seq > 100000`,
      'changed',
      5,
    ],
    [
      'appends a leaf with an event of its own',
      `insert into leaf select region, (select max(seq) + 1 from leaf where region = '${EAST}'), matter, 999, gen_random_uuid(), body_digest, repeat('b', 64) from leaf where region = '${EAST}' and seq = 0`,
      'missing',
      undefined,
    ],
    ['deletes a checkpoint', `delete from checkpoint where region = '${EAST}' and size = 4`, 'checkpoint', 2],
    [
      'changes a checkpoint',
      `update checkpoint set note = replace(note, 'fadu', 'dufa') where region = '${EAST}' and size = 4`,
      'checkpoint',
      2,
    ],
    ['renames a checkpoint', `update checkpoint set size = 3 where region = '${EAST}' and size = 4`, 'checkpoint', 2],
  ])('%s is found there', async (_, sql, kind, seq) => {
    const { report } = await tampered(sql, () => logOf(EAST));
    expect(report.fault).toMatchObject({ kind, ...(seq !== undefined && { seq }) });
  });

  it('touches the log of the province is found there', async () => {
    const log = () => logOf('990000/checkpoints');
    const changed = await tampered("update province_leaf set hash = repeat('a', 64) where seq = 2", log);
    expect(changed.report.fault).toMatchObject({ kind: 'changed', seq: 2 });
    const missing = await tampered('delete from province_leaf where seq = 2', log);
    expect(missing.report.fault).toMatchObject({ kind: 'missing', seq: 2 });
    expect(missing.stray).toBe(1);
    const forged = await tampered("update province_checkpoint set note = replace(note, 'fadu', 'dufa')", log);
    expect(forged.report.fault).toMatchObject({ kind: 'checkpoint' });
  });

  it('cuts every log short together with its checkpoints is found by what a witness kept', async () => {
    const { text } = await exportCheckpoints(stage.platform.pool);
    const cut = `delete from leaf where region = '${EAST}' and seq >= 4; delete from checkpoint where region = '${EAST}' and size > 4;
      delete from event e where region = '${EAST}' and not exists (select 1 from leaf l where l.region = e.region and l.matter = e.matter and l.event_seq = e.seq);
      delete from province_leaf where seq >= 3; delete from province_checkpoint where size > 3; delete from checkpoint where region = '990102' and size > 1;
      delete from leaf where region = '990102' and seq > 0; delete from event e where region = '990102' and not exists (select 1 from leaf l where l.matter = e.matter)`;
    const [alone, witnessed] = await tampered(cut, async () => [await verify(), await verify(text)]);
    expect(alone!.every(({ report, stray }) => report.fault === null && stray === 0)).toBe(true);
    expect(witnessed!.find((one) => one.log === '990000/checkpoints')!.report.fault).toMatchObject({
      kind: 'missing',
      seq: 3,
    });
  });

  it('has put nothing wrong by these tests', async () => {
    expect((await verify()).every(({ report, stray }) => report.fault === null && stray === 0)).toBe(true);
  });

  it('cannot make the sequencer go on from a log that was changed', async () => {
    await register(stage);
    await tampered("update checkpoint set edge = array_fill('a'::text, array[cardinality(edge)])", async () => {
      await expect(sequenced()).rejects.toThrow('run: npx fadu ledger verify');
    });
    expect(await sequenced()).toBe(1);
  });
});
