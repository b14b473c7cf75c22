import type { Figure } from './types.js';
import { unitClass } from './units.js';

/** A figure with what the linker needs to know of its place. */
export interface Placed {
  readonly figure: Figure;
  readonly before: string;
  readonly after: string;
  /** The code was chosen from a noun beside the number itself. */
  readonly own: boolean;
  /** A noun of its own follows the number: 113个看守所. */
  readonly other: boolean;
  readonly clauseBefore: string;
  readonly clauseStart: number;
  /** 其中 or an opening bracket with 其中 governs it. */
  readonly part: boolean;
  /** Index in the whole array of the figure whose bracket it stands in: 纠错6件（部门2件、乡镇4件）. */
  readonly inside: number | null;
  /** Where the bracket opens that it stands in, or -1. */
  readonly bracket: number;
  /** A dash or a colon follows at once, and then the parts: 6件——民事4件、刑事2件. */
  readonly opens: boolean;
  /** It stands in a list that such a figure opens. */
  readonly listed: boolean;
}

const GENERIC =
  /^(案件|件数|数量|总量|总数|总人数|人数|受理量|收案|收案量|案件数|案件量|业务量|办件量|占比|比例|较|比|与|同|和|，|数|量|总体|整体|均|分别|后者|总额|金额|指标|该|其|上一?年度?|去年|比上年|较上年|同期|在|已|又|再|的基础上)*$/;
const OUTCOME =
  /受理|立案|审结|办结|结案|化解|成功|保留|继续有效|调解结案|和解|撤回|维持|驳回|纠错|纠正|撤销|变更|确认违法|整改|修改|废止|失效|履行|合格|优秀|良好|优良|通过|采纳|败诉|胜诉|答复|办复|解决|达成|审查通过|不予受理/;

/** Fills refers_to and of among the figures of one sentence; `offset` is the index of the first of them. */
export function link(sentence: readonly Placed[], offset: number): void {
  sentence.forEach((placed, index) => {
    const { figure } = placed;
    if (figure.role === 'previous') figure.refers_to = later(sentence, index, offset);
    else if (figure.role === 'change') figure.refers_to = qualified(sentence, index, offset);
    else if (figure.role === 'level' || figure.role === 'share') figure.of = whole(sentence, index, offset);
  });
}

const isLevel = (figure: Figure): boolean =>
  figure.role === 'level' || figure.role === 'target' || figure.role === 'share';

function later(sentence: readonly Placed[], index: number, offset: number): number | null {
  // 22件（上年27件），同比减少5件
  const own = sentence[index]!.inside;
  if (own !== null && isLevel(sentence[own - offset]!.figure)) return own;
  // 37件，同比增长76%（2023年21件）: the number the bracket goes with stands before it
  const behind = /^[（(]20\d\d年度?$/.test(sentence[index]!.before);
  const next = behind
    ? -1
    : sentence.findIndex(
        (placed, other) =>
          other > index && isLevel(placed.figure) && placed.figure.unit === sentence[index]!.figure.unit,
      );
  if (next >= 0) return offset + next;
  for (let other = index - 1; other >= 0; other -= 1)
    if (isLevel(sentence[other]!.figure) && sentence[other]!.figure.unit === sentence[index]!.figure.unit)
      return offset + other;
  return null;
}

function qualified(sentence: readonly Placed[], index: number, offset: number): number | null {
  const { figure, before, clauseBefore, clauseStart, bracket } = sentence[index]!;
  // 居全省第4位，前进5位
  if (/(前进|上升|提升|前移|后退|下降)(了)?$/.test(before) && /[位名]$/.test(figure.unit ?? '')) {
    const rank = sentence.findLastIndex((placed, other) => other < index && placed.figure.role === 'rank');
    if (rank >= 0) return offset + rank;
  }
  const isRate = figure.unit === '个百分点' || figure.unit === '百分点';
  const levels = sentence
    .map((placed, other) => ({ placed, other }))
    .filter(({ placed, other }) => other < index && isLevel(placed.figure))
    // 87份（涉及金额30亿元），同比增加2倍: outside the bracket speaks of what stands outside
    .filter(({ placed }, _, all) => placed.bracket === bracket || all.every((one) => one.placed.bracket !== bracket));
  const fits = levels.filter(({ placed }) =>
    isRate
      ? unitClass(placed.figure.unit) === 'rate'
      : figure.unit === '%' ||
        figure.unit === '‰' ||
        figure.unit === null ||
        sameMeasure(figure.unit, placed.figure.unit),
  );
  const noun = before
    .replace(/(同比|环比|相?较|相?比|与|同).*$/, '')
    .replace(
      /(增长|上升|提高|提升|增加|下降|降低|减少|缩短|压缩|压减|回落|高于|低于|增幅|降幅|减幅|压缩比例|平均)(.*)$/,
      '',
    )
    .replace(/[，、（(]/g, '');
  const inSameClause = fits.filter(({ placed }) => placed.clauseStart === clauseStart);
  if (/分别/.test(clauseBefore)) {
    const changes = sentence.filter(
      (placed, other) => placed.figure.role === 'change' && placed.clauseStart === clauseStart && other <= index,
    ).length;
    const run = sentence.filter(
      (placed) => placed.figure.role === 'change' && placed.clauseStart === clauseStart,
    ).length;
    const pool = fits.slice(-run);
    const match = pool[changes - 1];
    // 事故起数、死亡人数同比分别下降: the clause names things of its own
    const named = clauseBefore.replace(/(同比|环比|较|比|与|分别).*$/, '').replace(/[，、和及均]/g, '');
    const strange =
      named.length > 1 &&
      !GENERIC.test(named) &&
      !pool.some(({ placed }) => sharesWord(named, `${placed.figure.subject ?? ''}${placed.figure.verb ?? ''}`));
    if (strange) return null;
    if (match !== undefined && pool.length === run) return offset + match.other;
  }
  const next = sentence[index + 1];
  if (
    fits.length === 0 &&
    next !== undefined &&
    next.figure.role === 'level' &&
    /^(达|达到|为|至|共)$/.test(next.before)
  )
    return offset + index + 1;
  if (GENERIC.test(noun) || /^(是|为|相当于|约为|达到)/.test(before) || /^(同比|环比)/.test(before)) {
    // 2203件（含旧存245件），同比增长33%: outside the bracket speaks of what stands outside
    const open = sentence[index]!.inside === null ? fits.filter(({ placed }) => placed.inside === null) : fits;
    const match = inSameClause.at(-1) ?? open.at(-1) ?? fits.at(-1);
    if (match !== undefined) return offset + match.other;
    return null;
  }
  const rateNamed = /(率|度|比例|占比)$/.test(noun);
  const same = fits.filter(
    ({ placed }) =>
      (!rateNamed || unitClass(placed.figure.unit) === 'rate') &&
      placed.figure.subject !== null &&
      (placed.figure.subject.includes(noun) || noun.includes(placed.figure.subject)),
  );
  const match = same.at(-1) ?? fits.findLast(({ placed }) => sameCode(placed.figure, figure));
  return match === undefined ? null : offset + match.other;
}

const sameCode = (one: Figure, two: Figure): boolean => one.indicator !== null && one.indicator === two.indicator;

/** What one decision of many was: none is the whole of another. */
const DECIDED = /(维持|驳回|撤销|变更|确认违法|确认无效|终止|责令履行|撤回|不予受理|直接纠错|和解)[^，、]{0,4}$/;

function whole(sentence: readonly Placed[], index: number, offset: number): number | null {
  const { figure, part, before, after, inside } = sentence[index]!;
  if (inside !== null && sentence[inside - offset]?.figure.role === 'level') return inside;
  const kind = unitClass(figure.unit);
  const earlier = sentence
    .map((placed, other) => ({ placed, other }))
    .filter(
      ({ placed, other }) =>
        other < index &&
        placed.figure.role === 'level' &&
        unitClass(placed.figure.unit) !== 'rate' &&
        unitClass(placed.figure.unit) !== 'money',
    );
  if (kind === 'rate') return baseOf(sentence, index, offset, earlier);
  if (kind === 'money' || kind === 'time') return null;
  // 受理1205件，结案1118件：维持471件，驳回203件: of what was decided, not of what came in
  if (DECIDED.test(before) || /(调解|和解|纠错|调撤)[^，、]{0,4}$/.test(before)) {
    const closed = earlier.findLast(({ placed }) => /(审结|结案|办结)[^，、调和]{0,3}$/.test(placed.before));
    if (
      closed !== undefined &&
      !/(调解|和解)[^，、]*$/.test(closed.placed.before) &&
      figure.value <= closed.placed.figure.value
    )
      return offset + closed.other;
  }
  const first = earlier.filter(
    ({ placed }) =>
      placed.figure.of === null &&
      !(DECIDED.test(placed.before) && DECIDED.test(before)) &&
      (placed.figure.unit === figure.unit || figure.unit === null || unitClass(placed.figure.unit) === kind),
  );
  if (sentence[index]!.listed) {
    const opener = earlier.findLast(({ placed }) => placed.opens);
    if (opener !== undefined && sameMeasure(opener.placed.figure.unit, figure.unit))
      return figure.value <= opener.placed.figure.value ? offset + opener.other : null;
  }
  if (part) {
    // 派驻调解室100个，…其中专职206人，…调处纠纷3508宗: what is counted alike
    const alike = first.filter(
      ({ placed }) => !placed.part && (figure.unit === null || sameMeasure(placed.figure.unit, figure.unit)),
    );
    // 查处2134件，移送16件，其中食品案件742件: a part is no larger than its whole, so it is of one before
    const large = alike.filter(({ placed }) => figure.value <= placed.figure.value);
    const found = large.at(-1) ?? alike.at(-1);
    return found === undefined ? null : offset + found.other;
  }
  if (
    (OUTCOME.test(before) || /^(合格|通过|及格|达标)/.test(after)) &&
    first.length > 0 &&
    figure.value <= first.at(-1)!.placed.figure.value
  ) {
    const root = first.at(-1)!;
    if (/废止|失效|修改|保留/.test(before) && !/清理|梳理|审查/.test(root.placed.before)) return null;
    const noun = before.replace(OUTCOME, '').replace(/复议机关|人民法院|法院|宣布|[，、已均了共全部依法成功]/g, '');
    if (noun === '' || noun.length <= 2 || (root.placed.figure.subject ?? '').includes(noun))
      return offset + root.other;
  }
  return null;
}

interface Earlier {
  readonly placed: Placed;
  readonly other: number;
}

/** The whole that a rate or a share is of. */
function baseOf(
  sentence: readonly Placed[],
  index: number,
  offset: number,
  earlier: readonly Earlier[],
): number | null {
  const { figure, before, clauseBefore, clauseStart } = sentence[index]!;
  const name = before + (figure.subject ?? '');
  const beside = sentence[index - 1];
  if (figure.role === 'share') {
    const named = /占(?:到|了)?([^，。、0-9占]{2,20}?)(?:总数|总量|总额|数量|数|的|比例|比|近|约|超|达)*$/.exec(
      clauseBefore,
    );
    const noun = named?.[1]?.replace(/案件|全部|全市|全省|全县|全区|同期|总/g, '') ?? '';
    if (noun.length > 1) {
      const whole = earlier.findLast(({ placed }) =>
        sharesWord(noun, `${placed.before}${placed.figure.verb ?? ''}${placed.figure.subject ?? ''}`),
      );
      if (whole !== undefined) return offset + whole.other;
    } else if (/^[，,]?(?:约|近|超|各|共)?占(?:比)?(?:约|近|超)?$/.test(before) && beside !== undefined) {
      // 受理100件，其中涉企45件，占45%: of what the part before it is of
      if (beside.figure.of !== null) return beside.figure.of;
      const larger = earlier.findLast(
        ({ placed, other }) =>
          other < index - 1 &&
          placed.figure.of === null &&
          sameMeasure(placed.figure.unit, beside.figure.unit) &&
          placed.figure.value >= beside.figure.value &&
          !(DECIDED.test(placed.before) && DECIDED.test(beside.before)),
      );
      return larger === undefined ? null : offset + larger.other;
    }
  }
  // 审结300件，直接纠错30件，直接纠错率10%: the part beside it tells the base
  const act = beside?.before.replace(/[，、]/g, '') ?? '';
  if (beside !== undefined && beside.figure.of !== null && act.length > 1 && name.startsWith(act))
    return beside.figure.of;
  if (/满意|纠错率|复议后|抽查比例|联合|比例/.test(name)) return null;
  const bases = earlier.filter(({ placed }) => placed.figure.of === null);
  const roots = bases.filter(({ placed }) => placed.figure.value > 0 && !isNumerator(placed, name));
  // 受理0件，审结率100%: nothing else there to be a rate of
  if (bases.length === 1 && bases[0]!.placed.figure.value === 0) return offset + bases[0]!.other;
  const near = roots.filter(({ placed }) => placed.clauseStart === clauseStart).at(-1);
  if (near !== undefined) return offset + near.other;
  if (roots.length <= 1 || figure.role === 'share') return roots.length === 0 ? null : offset + roots.at(-1)!.other;
  // 3020个调解组织调解纠纷4.4万件，成功率99%: what is done, not who does it; and of the rate's own field
  const field = figure.indicator?.split('.')[0];
  const own = roots.filter(
    ({ placed }) =>
      field !== undefined &&
      placed.figure.indicator?.startsWith(`${field}.`) === true &&
      !/^[个家名位所处]$/.test(placed.figure.unit ?? ''),
  );
  return own.length === 1 ? offset + own[0]!.other : null;
}

/** 出庭应诉860人次，出庭应诉率100%: what came of it is no base. */
function isNumerator({ before }: Placed, name: string): boolean {
  const rate = /([^，、]{2,})率/.exec(name)?.[1];
  if (rate === undefined) return false;
  const stem = rate.includes('出庭') ? '出庭' : rate.slice(-2);
  return before.includes(stem) && !before.includes(`应${stem}`);
}

const MEASURES = [
  ['件', '起', '宗', '例', '件次', '案'],
  ['人', '名', '位', '人次'],
  ['个', '家', '处', '户', '所'],
  ['份', '本', '册', '卷', '宗', '件'],
  ['部', '件'],
  ['场', '场次', '次', '期'],
];

/** 其中3起 of 12件 counts alike, 3508宗 of 100个 does not. */
export const sameMeasure = (one: string | null, two: string | null): boolean =>
  one === null || one === two || MEASURES.some((group) => group.includes(one) && group.includes(two ?? ''));

/** Two characters in a row that both have. */
function sharesWord(one: string, two: string): boolean {
  for (let index = 0; index + 2 <= two.length; index += 1) if (one.includes(two.slice(index, index + 2))) return true;
  return false;
}
