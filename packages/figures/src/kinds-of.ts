import type { Placed } from './links.js';
import { sameMeasure } from './links.js';
import type { Figure } from './types.js';
import { unitClass } from './units.js';

/** 行政处罚类24件, 咨询类诉求1.2万件, 信息公开类数量最多，共58件: one kind of what was counted before. */
const KIND = /[\p{Script=Han}）)]类(?:案件|诉求|申请|事项|案)?(?:共计|共有|有|为|达|共)?$/u;
/** 查处食品类案件30件: an act of its own makes it no kind of the total before. */
const ACT = /办理|受理|审结|查处|查办|立案|新收|化解|办结|收到|开展|制定|审查|清理|发放|制作|建立|组织/;
/** How many figures back the whole may stand. */
const BACK = 16;

/**
 * The kinds of a list take the code of the whole before them in the paragraph, unless they have one of its own field
 * (刑事类法律援助案件): what a case was about is not what was done.
 */
export function inheritKinds(
  figures: readonly Figure[],
  placed: readonly Placed[],
  offset: number,
  paragraph: number,
  explain: boolean,
  split: boolean,
): void {
  const sum = split ? sumOfKinds(placed) : 0;
  placed.forEach(({ figure, before, other, own: beside }, place) => {
    if (other || figure.role !== 'level' || unitClass(figure.unit) === 'rate' || !KIND.test(before) || ACT.test(before))
      return;
    const own = offset + place;
    for (let index = own - 1; index >= Math.max(0, own - (sum > 0 ? 3 * BACK : BACK)); index -= 1) {
      const whole = figures[index]!;
      // 从申请事项看，行政处罚类349件…: the total may stand in another paragraph, if it is the sum of the kinds
      if (whole.start < paragraph && whole.value !== sum) {
        if (sum > 0) continue;
        return;
      }
      if (whole.role !== 'level' || unitClass(whole.unit) === 'rate' || !sameMeasure(whole.unit, figure.unit)) continue;
      // 咨询类40件、求助类30件: another kind is no whole
      if (index >= offset && KIND.test(placed[index - offset]!.before)) continue;
      if (whole.value < figure.value || whole.indicator === null) continue;
      if (beside && sameField(figure.indicator, whole.indicator)) return;
      figure.indicator = whole.indicator;
      if (explain) figure.reasons!.push(`是第${index}个数字的一类，随它的指标`);
      return;
    }
  });
}

/** 从申请事项看, 按案件类型分: a sentence that breaks a total down. */
export const SPLITS = /(?:从[^，。；]{2,12}(?:看|来看|分析)|按[^，。；]{2,12}(?:分|划分|统计))[，,：:]/;

const sumOfKinds = (placed: readonly Placed[]): number => {
  const kinds = placed.filter(({ figure, before }) => figure.role === 'level' && KIND.test(before));
  return kinds.length > 1 ? kinds.reduce((sum, { figure }) => sum + figure.value, 0) : 0;
};

/** 1006个调解组织中，派驻法院的63个: a part whose kind has a code of its own. */
export const codeOfPart = (whole: string | null, before: string): string | null =>
  whole === 'mediation.organisations' && /派驻[^，。；]{0,16}的?$/.test(before)
    ? 'mediation.embedded_organisations'
    : whole;

/** legal_aid.handled and legal_aid.criminal_cases. */
export const sameField = (one: string | null, two: string | null): boolean =>
  one !== null && two !== null && one.slice(0, one.indexOf('.')) === two.slice(0, two.indexOf('.'));

/** 2个省级、3个市级、: the level alone, its noun stands at the end of the list. */
const LEVEL = /^(?:(?:国家|自治区|省|市|州|盟|县|区|旗|镇|乡|村|社区)级|全国|国家)[、和及]$/;

/** 建成2个省级、3个市级、4个县级普法基地: what the last number of the list counts, all of them count. */
export function inheritLevels(placed: readonly Placed[], explain: boolean): void {
  for (let index = placed.length - 2; index >= 0; index -= 1) {
    const { figure, after } = placed[index]!;
    const next = placed[index + 1]!.figure;
    if (figure.indicator !== null || figure.role !== 'level' || next.role !== 'level' || !LEVEL.test(after)) continue;
    if (!sameMeasure(figure.unit, next.unit)) continue;
    figure.indicator = next.indicator;
    if (explain && next.indicator !== null) figure.reasons!.push('与后面同列的数字共用名词');
  }
}
