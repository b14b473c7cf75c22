import { readFileSync } from 'node:fs';
import { type ProofBundle, verifyBundle } from '@fadu/ledger';
import { verifyLedger } from '@fadu/server';
import { CommandError, DONE, options, print, printJson, REFUSED, WRONG_USAGE } from './io.js';
import { withPlatform } from './platform.js';

/** `ledger verify`: re-computes everything. `ledger proof FILE`: verifies a proof bundle, needing neither database nor server. */
export async function ledger(args: readonly string[]): Promise<number> {
  const [action, ...rest] = args;
  if (action === 'verify') return verify(rest);
  if (action === 'proof') return proof(rest);
  throw new CommandError(
    WRONG_USAGE,
    action === undefined ? '须说明做什么：verify 或 proof。' : `没有 ledger ${action}。`,
  );
}

async function verify(args: readonly string[]): Promise<number> {
  const { values } = options(args, { json: { type: 'boolean' } });
  return withPlatform(async ({ platform }) => {
    const results = await verifyLedger(platform.pool, platform.publicKey);
    const bad = results.filter(({ report, stray }) => report.fault !== null || stray > 0);
    if (values.json) {
      printJson({
        ok: bad.length === 0,
        logs: results.map(({ region, report, stray }) => ({ region, ...report, stray })),
      });
    } else {
      for (const { region, report, stray } of results) {
        if (report.fault) print(`${region}：▲ ${report.fault.message}`);
        else
          print(
            `${region}：✓ ${report.size}条，检查点${report.checkpoints}个${report.unsigned > 0 ? `，${report.unsigned}条待签` : ''}`,
          );
        if (stray > 0) print(`${region}：▲ 有${stray}条记录没有存证，也不在排队：绕过平台插入的。`);
      }
      print(bad.length === 0 ? '全部相符。' : '有不符，见上。');
    }
    return bad.length === 0 ? DONE : REFUSED;
  });
}

async function proof(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, { json: { type: 'boolean' }, key: { type: 'string' } });
  const [path] = positionals;
  if (path === undefined || positionals.length !== 1) throw new CommandError(WRONG_USAGE, '须给出一个证明包文件。');
  let bundle: ProofBundle;
  try {
    bundle = JSON.parse(readFileSync(path, 'utf8')) as ProofBundle;
  } catch {
    throw new CommandError(REFUSED, `不能读取 ${path}：文件不存在，或者不是证明包。`);
  }
  const verdict = verifyBundle(bundle, values.key);
  if (values.json) printJson(verdict);
  else print(verdict.genuine ? `✓ ${verdict.message}` : `▲ ${verdict.message}`);
  return verdict.genuine ? DONE : REFUSED;
}
