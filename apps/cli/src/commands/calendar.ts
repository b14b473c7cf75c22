import { CommandError, DONE, options, print, printJson, REFUSED, readBytes, WRONG_USAGE } from './io.js';

/** `calendar add YEAR FILE --source 文号`: enters the holiday arrangement of a year; provisional days are counted again. */
export async function calendar(args: readonly string[]): Promise<number> {
  const [action, ...rest] = args;
  if (action !== 'add')
    throw new CommandError(WRONG_USAGE, action === undefined ? '须说明做什么：add。' : `没有 calendar ${action}。`);
  const { values, positionals } = options(rest, { json: { type: 'boolean' }, source: { type: 'string' } });
  const [yearText, path] = positionals;
  if (positionals.length !== 2 || !/^(19|20|21)\d\d$/.test(yearText ?? ''))
    throw new CommandError(WRONG_USAGE, '须给出年份和一个文件：calendar add 2027 arrangement.txt --source 文号。');
  if (values.source === undefined || values.source.trim() === '')
    throw new CommandError(WRONG_USAGE, '须用 --source 写明放假通知的文号。');
  const { enterArrangement, readArrangement } = await import('@fadu/server');
  const read = readArrangement(Number(yearText), new TextDecoder().decode(readBytes(path!)));
  if (!read.ok) throw new CommandError(REFUSED, read.error.message, read.error.code);
  const { withPlatform } = await import('./platform.js');
  return withPlatform(async (booted) => {
    const changed = await enterArrangement(booted, read.value, values.source!.trim());
    const { year, off, on } = read.value;
    if (values.json) printJson({ year, off: off.length, on: on.length, recounted: changed });
    else print(`已录入${year}年放假安排：放假${off.length}天，调休上班${on.length}天。重算期限${changed}件。`);
    return DONE;
  });
}
