import { CommandError, printJson, REFUSED, WRONG_USAGE } from './commands/io.js';

export interface Command {
  readonly usage: readonly string[];
  /** The exit code: 0 done, 1 refused or found wrong, 2 wrong usage. */
  readonly load: () => Promise<(args: readonly string[]) => Promise<number>>;
}

/** Every command; a command's own code is loaded only when it is asked for. */
const COMMANDS: Readonly<Record<string, Command>> = {
  deadline: {
    usage: [
      'fadu deadline LINE/CLOCK --from DATE [--procedure simplified] [--suspend A..B]… [--extend N] [--json]   计算期限',
      '    也可写成 LINE CLOCK；倒推的期限，--from 是事项当日；A 中止日，B 恢复日，可以给出多次',
      '    其他情形 --case 名（如 --case urgent，同 --urgent）；适用的规则由起算日定，另定的用 --rules 名',
      'fadu deadline --list [LINE] [--json]   全部期限，各有哪些情形，能否中止、延长',
    ],
    load: async () => (await import('./commands/deadline.js')).deadline,
  },
  serve: {
    usage: ['fadu serve [--port N] [--host ADDRESS] [--no-demo]   运行平台'],
    load: async () => (await import('./commands/serve.js')).serve,
  },
  demo: {
    usage: ['fadu demo load [--scale city]   载入演示数据'],
    load: async () => (await import('./commands/demo.js')).demo,
  },
  check: {
    usage: ['fadu check [--json]   由记录重算全部事项并核对'],
    load: async () => (await import('./commands/check.js')).check,
  },
  backup: {
    usage: ['fadu backup FILE [--json]   备份全部数据和附件，不含密钥；运行中也可以备份'],
    load: async () => (await import('./commands/backup.js')).backup,
  },
  restore: {
    usage: ['fadu restore FILE [--keys KEYS.json] [--json]   恢复到空的数据目录，并重算核对'],
    load: async () => (await import('./commands/backup.js')).restore,
  },
  calendar: {
    usage: ['fadu calendar add YEAR FILE --source 文号 [--json]   录入一年的放假安排，重算暂定的期限'],
    load: async () => (await import('./commands/calendar.js')).calendar,
  },
  number: {
    usage: ['fadu number void LINE/RULE ORG YEAR --reason 理由 [--json]   作废下一个序号，理由入册'],
    load: async () => (await import('./commands/number.js')).number,
  },
  ledger: {
    usage: [
      'fadu ledger verify [--witness FILE] [--json]   重算全部存证，并与外部见证的检查点核对',
      'fadu ledger export FILE [--json]   导出省级检查点，交外部见证',
      'fadu ledger new-key [--json]   换用新的签名密钥',
      'fadu ledger proof FILE [--document DOCX] [--key 公钥]… [--json]   离线核验证明包',
    ],
    load: async () => (await import('./commands/ledger.js')).ledger,
  },
  law: {
    usage: [
      'fadu law parse FILE [--json]      法律文本的结构',
      'fadu law cite FILE [--json]       文中的引用',
      'fadu law align OLD NEW [--json]   两个版本的条文对照',
      'fadu law import DIR [--json]      入库，可以反复执行',
      'fadu law search 词 [--all] [--json]   法规、条文；也可写条号，如 复议法48',
      'fadu law show 名称 [条] [--on DATE] [--json]   某日有效的文本',
      'fadu law impact 名称 [条] [--json]   引用它的条文和本平台的定义',
    ],
    load: async () => (await import('./commands/law.js')).law,
  },
  indicator: {
    usage: [
      'fadu indicator value CODE ORG PERIOD [--own] [--rows] [--json]   由记录计算指标',
      'fadu indicator rebuild [--json]                                  由事项和记录重算全部指标汇总',
      '    PERIOD：2023、2023H1、2023Q2、2023-03、2023W10（第10周，星期一至星期日）、2023-03-05、2021..2025，任意两日 2023-03-06..2023-03-12；--own 只算本机构，--rows 列出背后的记录',
    ],
    load: async () => (await import('./commands/indicator.js')).indicator,
  },
  report: {
    usage: [
      'fadu report read FILE [--json] [--explain]   读出年度报告中的数；--explain 说明理由和把握',
      'fadu report read FILE --text                 取出的文字，数的位置由此计',
      'fadu report check FILE… [--json]           核对各份年度报告中的数是否矛盾',
      'fadu report build ORG YEAR --out FILE        由记录和填报编成年度报告：.docx、.html、.xlsx、.json、.txt',
      'fadu report build ORG YEAR --json            报告的数据',
    ],
    load: async () => (await import('./commands/report.js')).report,
  },
};

function usage(names: readonly string[]): string {
  const lines = names.flatMap((name) => COMMANDS[name]!.usage).map((line) => `  ${line}`);
  return [
    '用法：',
    ...lines,
    '--json 时标准输出只有一个 JSON 值，不能办的是 {"error":{"code","message"}}；退出码 0 完成，1 不能办或发现错误，2 用法不对。',
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
    if (error.code === REFUSED && rest.includes('--json'))
      printJson({ error: { code: error.reason, message: error.message } });
    if (error.code === WRONG_USAGE) process.stderr.write(usage([name]));
    return error.code;
  }
}
