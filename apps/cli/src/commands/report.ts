import { figuresJson, readFigures } from '@fadu/figures';
import { CommandError, DONE, files, options, print, readText, WRONG_USAGE } from './io.js';

export async function report(args: readonly string[]): Promise<number> {
  const [action, ...rest] = args;
  if (action === 'read') return read(rest);
  throw new CommandError(WRONG_USAGE, action === undefined ? '须说明做什么：read。' : `没有 report ${action}。`);
}

function read(args: readonly string[]): number {
  const { values, positionals } = options(args, { json: { type: 'boolean' }, explain: { type: 'boolean' } });
  const [path] = files(positionals, ['FILE']);
  const figures = readFigures(readText(path!), values.explain ? { explain: true } : {});
  if (values.json) {
    process.stdout.write(figuresJson(figures));
    return DONE;
  }
  for (const figure of figures) {
    const about = [figure.scope, figure.subject, figure.indicator].filter((part) => part !== null).join(' / ');
    print(`${figure.start}\t${figure.text}\t${figure.value}${figure.unit ?? ''}\t${figure.role}\t${about}`);
    for (const reason of figure.reasons ?? []) print(`\t${reason}`);
  }
  return DONE;
}
