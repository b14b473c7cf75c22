import { CATALOGUE } from '@fadu/catalogue';
import type { Placed } from './links.js';
import { sameMeasure } from './links.js';
import type { Figure } from './types.js';
import { unitClass } from './units.js';

/** What stands at the end of the year; a count of the year has no such sum. */
const STOCK: ReadonlySet<string> = new Set(CATALOGUE.filter(({ kind }) => kind === 'stock').map(({ code }) => code));

/** ，总数达26个: the clause names nothing but the sum. */
const SUM =
  /^[，,]?(?:目前|现|全[省市县区]|至此|截至目前)?(?:累计|总数量?|总量|总计|总数累计|数量)?(?:已|现已)?(?:达到|达|增至|增加到|增加至|扩大到|扩大至|扩充到|扩充至|发展到)$|^[，,]?(?:目前|当前|现)累计(?:已|现已)?(?:推出|建成|建立|设立|上线|打造)$/;

/**
 * 登记、抵押的办理时限压减至3天、2天: a number after nothing but a sign of listing measures what the one before it does.
 * With 分别 each number has a noun of its own.
 */
export function inheritListed(
  figures: readonly Figure[],
  placed: readonly Placed[],
  offset: number,
  explain: boolean,
): void {
  placed.forEach(({ figure, before, other, clauseBefore }, place) => {
    if (place === 0 || other || figure.indicator !== null || !/^[、和及]$/.test(before) || /分别/.test(clauseBefore))
      return;
    const first = figures[offset + place - 1]!;
    if (first.indicator === null || first.role !== figure.role || first.unit !== figure.unit) return;
    if (unitClass(figure.unit) !== 'time') return;
    figure.indicator = first.indicator;
    if (explain) figure.reasons!.push(`与第${offset + place - 1}个数字并列，随它的指标`);
  });
}

/** 新设立法联系点10个，总数达26个: the sum of what the number before added has its code, if the code is of a stock. */
export function inheritTotals(
  figures: readonly Figure[],
  placed: readonly Placed[],
  offset: number,
  explain: boolean,
): void {
  placed.forEach(({ figure, before, other }, place) => {
    if (place === 0 || other || figure.indicator !== null || figure.role !== 'level' || !SUM.test(before)) return;
    const added = figures[offset + place - 1]!;
    if (added.role !== 'level' || added.indicator === null) return;
    // 每村培育4名，总数达2.3万名: the mean is of the sum
    const code = added.indicator.replace(/_per_[a-z]+$/, '');
    if (!STOCK.has(code)) return;
    if (!sameMeasure(added.unit, figure.unit) || figure.value < added.value) return;
    figure.indicator = code;
    if (explain) figure.reasons!.push(`是第${offset + place - 1}个数字的总数，随它的指标`);
  });
}
