import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';

export const DONE = 0;
/** Refused, or something checked was found wrong. */
export const REFUSED = 1;
export const WRONG_USAGE = 2;

/** Ends the command with a message on stderr and an exit code; what is refused is with --json a value on stdout too. */
export class CommandError extends Error {
  constructor(
    readonly code: number,
    message: string,
    /** What happened, for a program: `law.empty`. */
    readonly reason = 'refused',
  ) {
    super(message);
  }
}

/** Exactly one value on stdout, on one line. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** One array on stdout, its rows written as they come: a list of millions does not fit into one string. */
export async function printJsonRows(rows: Iterable<unknown>): Promise<void> {
  let chunk = '[';
  let first = true;
  for (const row of rows) {
    chunk += (first ? '' : ',') + JSON.stringify(row);
    first = false;
    if (chunk.length < 1 << 20) continue;
    if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    chunk = '';
  }
  process.stdout.write(`${chunk}]\n`);
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** parseArgs with messages a person can use; unknown options are wrong usage. */
export function options<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], known: T) {
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    const name = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new CommandError(WRONG_USAGE, `没有选项 ${name}。`);
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new CommandError(WRONG_USAGE, `选项 ${name} 的值不对。`);
    throw error;
  }
}

/** The named files, as many as wanted; fewer or more is wrong usage. */
export function files(positionals: readonly string[], names: readonly string[]): readonly string[] {
  if (positionals.length !== names.length) {
    throw new CommandError(
      WRONG_USAGE,
      `须给出 ${names.length} 个文件（${names.join('、')}），给了 ${positionals.length} 个。`,
    );
  }
  return positionals;
}

export function readBytes(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const fact =
      code === 'ENOENT'
        ? '文件不存在'
        : code === 'EISDIR'
          ? '这是目录'
          : code === 'EACCES'
            ? '没有读取权限'
            : String(code);
    throw new CommandError(REFUSED, `不能读取 ${path}：${fact}。`, 'file.unreadable');
  }
}
