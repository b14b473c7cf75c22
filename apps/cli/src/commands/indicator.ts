import { formulas } from '@fadu/lines';
import { EVERYTHING, type IndicatorFigure, indicatorFigure, periodWords, rebuildRollUp, sequence } from '@fadu/server';

import { CommandError, DONE, options, print, printJson, REFUSED, WRONG_USAGE } from './io.js';
import { withPlatform } from './platform.js';

/** Figures of the records: fadu indicator value CODE ORG PERIOD; fadu indicator rebuild. */
export async function indicator(args: readonly string[]): Promise<number> {
  const [action, ...rest] = args;
  if (action === 'rebuild') return rebuild(rest);
  if (action !== 'value') {
    throw new CommandError(
      WRONG_USAGE,
      action === undefined ? '须说明做什么：value 或者 rebuild。' : `没有 indicator ${action}。`,
    );
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
    if (!figure.ok) throw new CommandError(REFUSED, figure.error.message, figure.error.code);
    if (values.json) {
      printJson(figure.value);
      return DONE;
    }
    const { name, text, value, counted, base, also, rows, notes } = figure.value;
    print(`${figure.value.org.name}，${periodWords(figure.value.period)}，${name}：${text}`);
    if (value.is === 'ratio' && figure.value.unit === '%') print(`  ${value.numerator} ÷ ${value.denominator}`);
    if (also !== null) print(`  ${also.name}：${also.text}`);
    print(`  ${figure.value.before.name}：${figure.value.before.text}，${figure.value.before.change}`);
    print(`  口径：${counted}${base === null ? '' : `；分母：${base}`}`);
    print(`  来源：${sourceWords(figure.value)}`);
    for (const note of notes) print(`  注意：${note}`);
    for (const row of rows ?? [])
      print(`  ${row.on}\t${row.number ?? row.receipt}\t${row.title}${row.base && !row.counted ? '\t只计入分母' : ''}`);
    return DONE;
  });
}

/** Where the figure comes from, and of a sum of returns who has not reported. */
function sourceWords({ source, collected, value }: IndicatorFigure): string {
  if (source === 'records') return '平台记录';
  if (collected === null || value.is === 'missing')
    return `填报，没有审核通过的${collected?.waiting.length ? `，还没有报的：${collected.waiting.join('、')}` : ''}`;
  return `填报，取自${collected.from.length}份审核通过的`;
}

/** Computes all sums again from matters and events; the server may run meanwhile. */
async function rebuild(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, { json: { type: 'boolean' } });
  if (positionals.length > 0) throw new CommandError(WRONG_USAGE, 'indicator rebuild 不带别的参数。');
  return withPlatform(async ({ platform, keys }) => {
    await sequence(platform.pool, keys.signing, platform.now);
    const done = await rebuildRollUp(platform.pool, formulas);
    if (values.json) printJson(done);
    else print(`已重算${done.rebuilt}个地区的指标汇总，共${done.records}条记录。`);
    return DONE;
  });
}
