import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../documents/index.js';
import { proofOf } from '../ledger/proofs.js';
import { sequence } from '../ledger/sequencer.js';
import { temporaryData } from '../postgres/temporary.js';
import { populate, raise, register, type Stage, take } from './stage.js';

const fadu = join(import.meta.dirname, '../../../../bin/fadu.mjs');
let stage: Stage;
let matter: string;
const path = (name: string) => join(stage.dataDir, name);
beforeAll(async () => {
  stage = await raise();
  await populate(stage);
  matter = (await register(stage)).id;
  await take(stage, 'east-handler', matter, 'accept');
  await sequence(stage.platform.pool, stage.keys.signing, stage.platform.now);
});
afterAll(() => stage.close());

/** The real command, as a process of its own. Without `dataDir` it has no platform to ask. */
async function run(
  args: readonly string[],
  dataDir = stage.dataDir,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [fadu, ...args], { env: { ...process.env, FADU_DATA: dataDir } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

describe('fadu backup and restore', () => {
  it('bring everything into another folder, where all is computed anew; a second time is refused', async () => {
    const file = path('all.fadu');
    const made = await run(['backup', file, '--json']);
    expect([made.code, JSON.parse(made.out)]).toEqual([0, expect.objectContaining({ file, files: 0 })]);
    expect(await run(['backup', file])).toMatchObject({ code: 1, err: expect.stringContaining('已经存在') });
    const other = temporaryData('fadu-restored-');
    try {
      const back = await run(['restore', file, '--keys', path('keys.json'), '--json'], other);
      // The command knows no sample lines: what does not hold is said, and is no success.
      expect([back.code, JSON.parse(back.out)]).toEqual([
        1,
        expect.objectContaining({ ok: false, logs: [], faults: [{ matter, message: '没有条线request的定义' }] }),
      ]);
      expect(await run(['restore', file], other)).toMatchObject({
        code: 1,
        err: expect.stringContaining('已经有数据'),
      });
      expect((await run(['ledger', 'verify'], other)).out).toContain('全部相符');
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
    expect((await run(['restore'])).code).toBe(2);
  });
});

describe('fadu ledger', () => {
  it('verify finds everything in order: 0, and one JSON value', async () => {
    const { code, out } = await run(['ledger', 'verify', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      logs: [{ log: '990101', size: 2, fault: null }, { log: '990000/checkpoints' }],
    });
  });

  it('verify names the first bad leaf of a log that was tampered with: 1', async () => {
    await stage.asSuperuser(
      "update event set body = jsonb_set(body, '{set,subject}', '\"改动\"') where matter = $1 and seq = 1",
      [matter],
    );
    const plain = await run(['ledger', 'verify']);
    expect([plain.code, plain.out]).toEqual([
      1,
      expect.stringContaining(`第0条（事项${matter}第1步）的内容与存证不符`),
    ]);
    await stage.asSuperuser(
      "update event set body = jsonb_set(body, '{set,subject}', '\"示例事由\"') where matter = $1 and seq = 1",
      [matter],
    );
  });

  it('export gives witnesses what verify later holds against the log', async () => {
    expect((await run(['ledger', 'export', path('witness.txt')])).code).toBe(0);
    expect((await run(['ledger', 'verify', '--witness', path('witness.txt')])).code).toBe(0);
    writeFileSync(path('forged.txt'), readFileSync(path('witness.txt'), 'utf8').replace(/^1$/m, '2'));
    expect(await run(['ledger', 'verify', '--witness', path('forged.txt')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('不是本平台签发'),
    });
  });

  it('proof verifies a record and its document with neither database nor server', async () => {
    const proof = await proofOf(stage.platform.pool, '990101', matter, 2, stage.platform.publicKey);
    writeFileSync(path('proof.json'), JSON.stringify(proof));
    const [row] = await stage.asSuperuser<{ content: never }>(
      "select content from document where matter = $1 and template = 'notice'",
      [matter],
    );
    writeFileSync(path('notice.docx'), await renderDocx(row!.content));
    const nowhere = path('no-such-folder');
    const args = [
      'ledger',
      'proof',
      path('proof.json'),
      '--key',
      stage.platform.publicKey,
      '--document',
      path('notice.docx'),
    ];
    expect(await run(args, nowhere)).toMatchObject({ code: 0, out: expect.stringContaining('文书就是记录中的文书') });
    writeFileSync(path('notice.docx'), 'another');
    expect(await run(args, nowhere)).toMatchObject({ code: 1, out: expect.stringContaining('文书与记录中的文书不符') });
    writeFileSync(path('proof.json'), JSON.stringify({ ...proof, index: 1, content: '{}' }));
    expect((await run(args.slice(0, 3), nowhere)).code).toBe(1);
    writeFileSync(path('proof.json'), 'no bundle');
    expect((await run(args.slice(0, 3), nowhere)).code).toBe(1);
    expect((await run(['ledger', 'proof'], nowhere)).code).toBe(2);
  });
});

describe('fadu check', () => {
  it('finds what no matter leads to: 1', async () => {
    await stage.asSuperuser('create table kept as select * from matter; delete from matter');
    const { code, out } = await run(['check', '--json']);
    await stage.asSuperuser('drop table kept');
    expect(code).toBe(1);
    expect(JSON.parse(out).faults.map((one: { message: string }) => one.message)).toEqual([
      '有记录而没有事项',
      '有期限而没有事项',
      '有文书而没有事项',
    ]);
  });
});

describe('fadu indicator and report', () => {
  it('value says where a figure comes from, and which kind of nothing there is', async () => {
    const { code, out } = await run(['indicator', 'value', 'mediation.cases', 'east', '1998']);
    expect(code).toBe(0);
    expect(out).toContain('人民调解案件数：尚未报送');
    expect(out).toContain('来源：填报，没有审核通过的');
    expect((await run(['indicator', 'value', 'mediation.case', 'east', '2023'])).code).toBe(1);
    expect((await run(['indicator', 'value', 'mediation.cases', 'east', '23'])).err).toContain('“23”不是期间');
  });

  it('build warns of a year of which nothing is known, and writes no number', async () => {
    const { code, out, err } = await run(['report', 'build', 'east', '2001', '--out', path('empty.txt')]);
    expect([code, out]).toEqual([0, expect.stringContaining('0个数')]);
    expect(err).toContain('2001年没有一个指标有数');
    expect(readFileSync(path('empty.txt'), 'utf8').replaceAll('2001', '')).not.toMatch(/\d/);
  });
});
