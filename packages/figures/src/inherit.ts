import { codeOfPart, sameField } from './kinds-of.js';
import { type Placed, sameMeasure } from './links.js';
import type { Figure } from './types.js';
import { unitClass } from './units.js';

/** A part of what is counted, not its outcome: 其中民事45件, but 其中维持45件. */
const isOfOneKind = (before: string, after: string): boolean =>
  !/维持|驳回|优秀|良好|合格|终止|败诉|胜诉|不予|撤回|被申请人答复|防止|避免|制止|开庭|涉及(?!农民工|妇女|老年|残疾|未成年|[^，。；]{2,24}(?:领域|方面|行业|部门|类)的?(?:分别)?为?$)|参与|覆盖|惠及|枫桥|示范|先进|星级|(公开|提供|处理)$/.test(
    before,
  ) &&
  !/^[，,、]?(已|共|均)?(办结|审结|结案|收到|受理)$/.test(before) &&
  !/^(已|得到|被|未|(?:以|通过|经)(?:调解|和解|撤回))/.test(after);

const isOutcome = ({ figure, before }: Placed): boolean =>
  !isOfOneKind(before, '') || /\.(?:settled|corrected|losses)$/.test(figure.indicator ?? '');

/** …律师事务所2200家。其中，合伙所1530家: the parts of a whole in the sentence before. */
export function inheritBefore(
  figures: Figure[],
  placed: readonly Placed[],
  offset: number,
  paragraph: number,
  explain: boolean,
): void {
  for (const { figure, part, before, after, other } of placed) {
    if (!part || other || figure.indicator !== null || figure.of !== null || figure.role !== 'level') continue;
    if (unitClass(figure.unit) === 'rate' || unitClass(figure.unit) === 'money' || !isOfOneKind(before, after))
      continue;
    for (let index = offset - 1; index >= Math.max(0, offset - 8); index -= 1) {
      const whole = figures[index]!;
      if (whole.start < paragraph) break;
      if (whole.role !== 'level' || whole.of !== null || !sameMeasure(whole.unit, figure.unit)) continue;
      if (whole.value < figure.value) break;
      figure.indicator = whole.indicator;
      if (explain) figure.reasons!.push('是上一句整体的一部分，随整体的指标');
      break;
    }
  }
}

/** 直接纠错率降至4.96%，居全市第二: a rank without a noun of its own is of the figure before it. */
const BARE_RANK =
  /^[，,]?(?:由|从|并|均|继续|稳|持续|连续[^，。；]{1,4}|总体)?(?:位?居|位列|列|排名?|排在|处于|进入|跻身|在)?全?[国省市区县州盟旗][^，。；率度数量额]{0,6}$/;

export function inheritRank(figures: Figure[], placed: readonly Placed[], offset: number, explain: boolean): void {
  placed.forEach(({ figure, before, clauseBefore }, index) => {
    if (figure.role !== 'rank' || figure.indicator !== null || index === 0) return;
    const ranked = figures[offset + index - 1]!;
    // 由第7位跃升至第2位
    if (ranked.role === 'rank' && /^[^，。；、]{1,6}[至到]$/.test(before)) figure.indicator = ranked.indicator;
    if (!BARE_RANK.test(clauseBefore)) return;
    const level = ranked.role === 'change' && ranked.refers_to !== null ? figures[ranked.refers_to]! : ranked;
    if (level.role !== 'level') return;
    figure.indicator = level.indicator;
    if (explain) figure.reasons!.push('名次，随前一个数字的指标');
  });
}

/** Changes, previous values and parts take the code of the figure they qualify. */
export function inherit(figures: Figure[], placed: readonly Placed[], explain: boolean): void {
  for (const [index, { figure, part, before, after, inside, own, other }] of placed.entries()) {
    const target = figure.refers_to ?? null;
    // 维持88件、驳回9件、其他17件: one outcome more
    if (/^[、，,]?其[他它余]$/.test(before) && index > 0 && isOutcome(placed[index - 1]!)) continue;
    if ((figure.role === 'change' || figure.role === 'previous') && target !== null) {
      const source = figures[target]!;
      // 审批时间由原来的90多天，缩短到35天: what moves is named before the first number
      if (figure.role === 'previous' && source.indicator === null) source.indicator = figure.indicator;
      // 材料压减136份，平均办理时限压缩75%: names what moves itself
      if (own && figure.role === 'change' && figure.indicator !== source.indicator) {
        figure.refers_to = null;
        continue;
      }
      figure.indicator = source.indicator;
      figure.subject = source.subject;
      figure.verb = source.verb;
      figure.scope = source.scope;
      if (explain) figure.reasons!.push(`随第${target}个数字的指标`);
    } else if (
      (part || (inside !== null && figure.of === inside)) &&
      !other &&
      figure.of !== null &&
      figure.value <= figures[figure.of]!.value &&
      (figure.indicator === null ||
        figure.indicator === figures[figure.of]!.indicator ||
        // 其中涉企45: as the whole; 其中涉企行政复议案件45件 is named
        /^[，,（(]?(?:其中)?[，,：:]?(?:涉企|含小微企业)$/.test(before) ||
        (/(类|领域|方面|类案件|等案件|系统)$/.test(before) &&
          !(own && sameField(figure.indicator, figures[figure.of]!.indicator)))) &&
      unitClass(figure.unit) !== 'rate' &&
      isOfOneKind(before, after)
    ) {
      figure.indicator = codeOfPart(figures[figure.of]!.indicator, before);
      if (figure.unit === null) figure.unit = figures[figure.of]!.unit;
      if (explain) figure.reasons!.push('是整体的一部分，随整体的指标');
    }
  }
}
