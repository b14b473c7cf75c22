import { CommandError, WRONG_USAGE } from './commands/io.js';

export interface Command {
  readonly usage: readonly string[];
  /** The exit code: 0 done, 1 refused or found wrong, 2 wrong usage. */
  readonly load: () => Promise<(args: readonly string[]) => Promise<number>>;
}

/** Every command; a command's own code is loaded only when it is asked for. */
const COMMANDS: Readonly<Record<string, Command>> = {
  report: {
    usage: [
      'fadu report read FILE [--json] [--explain]   读出年度报告中的数',
      'fadu report check FILE… [--json]           核对各份年度报告中的数是否矛盾',
    ],
    load: async () => (await import('./commands/report.js')).report,
  },
};

function usage(names: readonly string[]): string {
  const lines = names.flatMap((name) => COMMANDS[name]!.usage).map((line) => `  ${line}`);
  return [
    '用法：',
    ...lines,
    '--json 时标准输出只有一个 JSON 值；退出码 0 完成，1 不能办或发现错误，2 用法不对。',
    '',
  ].join('\n');
}

export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(usage(Object.keys(COMMANDS)));
    return 0;
  }
  if (name === undefined || !Object.hasOwn(COMMANDS, name)) {
    if (name !== undefined) process.stderr.write(`没有命令 ${name}。\n`);
    process.stderr.write(usage(Object.keys(COMMANDS)));
    return WRONG_USAGE;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(usage([name]));
    return 0;
  }
  try {
    return await (await COMMANDS[name]!.load())(rest);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.stderr.write(`${error.message}\n`);
    if (error.code === WRONG_USAGE) process.stderr.write(usage([name]));
    return error.code;
  }
}
