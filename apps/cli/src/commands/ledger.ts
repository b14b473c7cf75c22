import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import {
  keyId,
  type ProofBundle,
  readNotes,
  type SignedCheckpoint,
  verifyBundle,
  verifyCheckpoint,
} from '@fadu/ledger';
import { nodeHasher } from '@fadu/ledger/node';
import { CommandError, DONE, files, options, print, printJson, REFUSED, readBytes, WRONG_USAGE } from './io.js';

const ACTIONS: Readonly<Record<string, (args: readonly string[]) => Promise<number> | number>> = {
  verify,
  proof,
  export: exportNotes,
  'new-key': newKey,
};

/**
 * `ledger verify`: re-computes everything. `ledger export FILE`: checkpoints for witnesses. `ledger proof FILE`: verifies a
 * proof bundle, needing neither database nor server. `ledger new-key`: signs with another key from the next start on.
 */
export async function ledger(args: readonly string[]): Promise<number> {
  const [action, ...rest] = args;
  if (action === undefined || !Object.hasOwn(ACTIONS, action))
    throw new CommandError(
      WRONG_USAGE,
      action === undefined ? '须说明做什么：verify、export、proof 或 new-key。' : `没有 ledger ${action}。`,
    );
  return ACTIONS[action]!(rest);
}

async function verify(args: readonly string[]): Promise<number> {
  const { values } = options(args, { json: { type: 'boolean' }, witness: { type: 'string' } });
  const { withPlatform } = await import('./platform.js');
  const { verifyLedger } = await import('@fadu/server');
  return withPlatform(async ({ platform }) => {
    const witnessed = values.witness === undefined ? [] : readWitnessed(values.witness, platform.publicKeys);
    const results = await verifyLedger(platform.pool, platform.publicKeys, witnessed);
    const ok = results.every(({ report, stray }) => report.fault === null && stray === 0);
    if (values.json) {
      printJson({
        ok,
        logs: results.map(({ log, report, ...more }) => ({ log, ...report, ...more })),
      });
    } else {
      for (const { log, report, waiting, stray, firstStray } of results) {
        if (report.fault) print(`${log}：▲ ${report.fault.message}`);
        else
          print(
            `${log}：✓ ${report.size}条，检查点${report.checkpoints}个${waiting > 0 ? `，另有${waiting}条排队待存证` : ''}`,
          );
        if (stray > 0)
          print(`${log}：▲ 有${stray}条没有存证，也不在排队，第一条是${firstStray}：绕过平台写入或者删除的。`);
      }
      print(ok ? '全部相符。' : '有不符，见上。');
    }
    return ok ? DONE : REFUSED;
  });
}

function readWitnessed(path: string, publicKeys: readonly string[]): SignedCheckpoint[] {
  const notes = readNotes(new TextDecoder().decode(readBytes(path)));
  if (!notes) throw new CommandError(REFUSED, `不能读取 ${path}：不是导出的检查点。`);
  const foreign = notes.find((note) => !verifyCheckpoint(note, publicKeys));
  if (foreign)
    throw new CommandError(
      REFUSED,
      `${path} 中 ${foreign.checkpoint.origin} 第${foreign.checkpoint.size}条处的检查点不是本平台签发，或者被改动。`,
    );
  return notes;
}

async function exportNotes(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, { json: { type: 'boolean' } });
  const [path] = files(positionals, ['FILE']);
  const { withPlatform } = await import('./platform.js');
  const { exportCheckpoints } = await import('@fadu/server');
  return withPlatform(async ({ platform }) => {
    const { text, count } = await exportCheckpoints(platform.pool);
    writeFileSync(path!, text);
    if (values.json) printJson({ count, publicKeys: platform.publicKeys });
    else {
      print(`已导出省级检查点${count}个。请交外部见证人保存，连同公钥：`);
      for (const key of platform.publicKeys) print(`  ${keyId(key)}  ${key}`);
    }
    return DONE;
  });
}

function proof(args: readonly string[]): number {
  const { values, positionals } = options(args, {
    json: { type: 'boolean' },
    key: { type: 'string', multiple: true },
    document: { type: 'string' },
  });
  const [path] = files(positionals, ['FILE']);
  let bundle: ProofBundle;
  const bytes = readBytes(path!);
  try {
    bundle = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as ProofBundle;
  } catch {
    throw new CommandError(REFUSED, `不能读取 ${path}：不是证明包。`);
  }
  const verdict = verifyBundle(
    bundle,
    {
      ...(values.key && { keys: values.key }),
      ...(values.document !== undefined && {
        document: createHash('sm3').update(readBytes(values.document)).digest('hex'),
      }),
    },
    nodeHasher,
  );
  if (values.json) printJson(verdict);
  else {
    print(verdict.genuine ? `✓ ${verdict.message}` : `▲ ${verdict.message}`);
    if (verdict.genuine && !values.key)
      print(`签名公钥 ${keyId(bundle.publicKey)}，请与机关公布的核对，或者用 --key 给出。`);
  }
  return verdict.genuine ? DONE : REFUSED;
}

async function newKey(args: readonly string[]): Promise<number> {
  const { values } = options(args, { json: { type: 'boolean' } });
  const { dataDir } = await import('./platform.js');
  const { changeSigningKey } = await import('@fadu/server');
  const { before, after } = changeSigningKey(dataDir());
  if (values.json) printJson({ before, after });
  else {
    print(`已换用新的签名密钥 ${keyId(after)}，重启后生效。原密钥 ${keyId(before)} 签过的仍然有效。请公布新公钥：`);
    print(after);
  }
  return DONE;
}
