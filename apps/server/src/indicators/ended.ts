import { chineseDate, type PlainDate } from '@fadu/kernel';
import type { FigureOrg } from './counting.js';
import type { Asked } from './figure.js';

/** Places in a list that were not there for all of the period: an order among unequal times is told as one. */
export function partOfPeriodNote(
  orgs: readonly FigureOrg[],
  { period, definition }: Pick<Asked, 'period' | 'definition'>,
): string[] {
  const words = orgs.flatMap(({ name, from, to }) => {
    const begun =
      from > period.from && from <= period.to ? [`${name}${chineseDate(from as PlainDate)}设立，只有此后的数`] : [];
    if (to === null || to >= period.to) return begun;
    const ended = `${name}${chineseDate(to as PlainDate)}撤销或者合并`;
    if (definition.source.from === 'returns') return [...begun, `${ended}，不是整个期间都在`];
    return [...begun, to < period.from ? `${ended}，只有它留下、此后办理的旧案` : `${ended}，此后的新案不在它的数里`];
  });
  return words.length === 0 ? [] : [words.join('；')];
}
