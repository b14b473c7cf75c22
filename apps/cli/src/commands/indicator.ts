import { EVERYTHING, indicatorFigure, periodWords } from '@fadu/server';
import { CommandError, DONE, options, print, printJson, REFUSED, WRONG_USAGE } from './io.js';
import { withPlatform } from './platform.js';

/** Figures of the records: fadu indicator value CODE ORG PERIOD. */
export async function indicator(args: readonly string[]): Promise<number> {
  const [action, ...rest] = args;
  if (action !== 'value') {
    throw new CommandError(WRONG_USAGE, action === undefined ? '须说明做什么：value。' : `没有 indicator ${action}。`);
  }
  const { values, positionals } = options(rest, {
    rows: { type: 'boolean' },
    own: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const [code, org, period, ...more] = positionals;
  if (code === undefined || org === undefined || period === undefined || more.length > 0)
    throw new CommandError(WRONG_USAGE, '须给出指标编码、机构和期间。');
  return withPlatform(async ({ platform }) => {
    const figure = await indicatorFigure(platform, EVERYTHING, {
      code,
      org,
      period,
      own: values.own === true,
      rows: values.rows === true,
    });
    if (!figure.ok) throw new CommandError(REFUSED, figure.error.message);
    if (values.json) {
      printJson(figure.value);
      return DONE;
    }
    const { name, text, value, counted, base, also, rows } = figure.value;
    print(`${figure.value.org.name}，${periodWords(figure.value.period)}，${name}：${text}`);
    if (value.is === 'ratio') print(`  ${value.numerator} ÷ ${value.denominator}`);
    if (also !== null) print(`  ${also.name}：${also.text}`);
    print(`  上年同期：${figure.value.before.text}，${figure.value.before.change}`);
    print(`  口径：${counted}${base === null ? '' : `；分母：${base}`}`);
    for (const row of rows ?? [])
      print(`  ${row.on}\t${row.number ?? row.receipt}\t${row.title}${row.base && !row.counted ? '\t只计入分母' : ''}`);
    return DONE;
  });
}
