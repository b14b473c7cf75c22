import type { PlainDate } from '@fadu/kernel';
import type { Context } from './context.js';
import type { Line } from './line.js';

/** A number by one of the line's rules; the serial runs by organ and year. */
export function numbered(line: Line, key: string, organ: string, on: PlainDate, context: Context): string {
  const year = on.slice(0, 4);
  return line.numbers[key]!.template.replace('{organ}', context.organShortName)
    .replace('{year}', year)
    .replace('{serial}', String(context.serial(`${line.code}/${key}/${organ}/${year}`)));
}
