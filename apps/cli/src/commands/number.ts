import { CommandError, DONE, options, print, printJson, REFUSED, WRONG_USAGE } from './io.js';

/**
 * `number void LINE/RULE ORG YEAR --reason 理由`: takes the next number out of use and keeps the reason, e.g. for a number
 * given on paper while the platform could not be reached. The series has no unexplained gap then.
 */
export async function number(args: readonly string[]): Promise<number> {
  const [action, ...rest] = args;
  if (action !== 'void')
    throw new CommandError(WRONG_USAGE, action === undefined ? '须说明做什么：void。' : `没有 number ${action}。`);
  const { values, positionals } = options(rest, { json: { type: 'boolean' }, reason: { type: 'string' } });
  const [series, organ, year] = positionals;
  if (positionals.length !== 3 || !/^[\w-]+\/[\w-]+$/.test(series!) || !/^\d{4}$/.test(year!))
    throw new CommandError(
      WRONG_USAGE,
      '须给出条线和编号规则、机构、年份：number void reconsideration/case 机构标识 2026。',
    );
  const reason = values.reason?.trim() ?? '';
  if (reason === '') throw new CommandError(WRONG_USAGE, '须用 --reason 写明作废的理由。');
  const { withPlatform } = await import('./platform.js');
  const { voidSerial } = await import('@fadu/server');
  return withPlatform(async ({ platform }) => {
    const [code, rule] = series!.split('/') as [string, string];
    const org = platform.directory.findOrg(organ!);
    if (!org) throw new CommandError(REFUSED, `没有机构 ${organ}。`);
    if (!platform.lineOf(code)?.numbers[rule]) throw new CommandError(REFUSED, `没有编号规则 ${series}。`);
    const value = await voidSerial(platform, {
      region: org.region,
      scope: `${code}/${rule}/${organ}/${year}`,
      reason,
    });
    if (values.json) printJson({ series, organ, year: Number(year), value, reason });
    else print(`${org.name}${year}年第${value}号已作废：${reason}`);
    return DONE;
  });
}
