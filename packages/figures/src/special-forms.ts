import { approxAfter, approxBefore } from './approximations.js';
import { CHINESE, classOf, isDigit } from './chars.js';
import { arabicNumeral, chineseNumeralAt } from './numerals.js';
import type { Approx, Mention, Shape } from './types.js';
import { unitAt } from './units.js';

/**
 * Forms that are not numeral + unit: 三分之二, 九成, 一半, 翻了一番, 持平, 无一件, 为零, 1:20, 第2位, 前三名.
 * Every reader takes the offset where its first character stands and returns a mention or null.
 */
const numeralAt = (text: string, at: number): { end: number; value: number } | null =>
  isDigit(text.charCodeAt(at)) ? arabicNumeral(text, at) : chineseNumeralAt(text, at);

const round = (value: number): number => Number(value.toFixed(2));

function withApprox(
  text: string,
  start: number,
  end: number,
  value: number,
  unit: string | null,
  shape: Shape,
): Mention {
  const before = approxBefore(text, start, true);
  const after = approxAfter(text, end);
  // 三分之一强, 二分之一弱
  const more =
    shape === 'fraction' && /^[强弱](?:[的为是在属]|(?![\p{Script=Han}]))/u.test(text.slice(end, end + 2))
      ? text.charAt(end)
      : '';
  const approx: Approx =
    more === '强' ? 'over' : more === '弱' ? 'under' : (after?.approx ?? before?.approx ?? 'exact');
  return {
    start: start - (before?.length ?? 0),
    end: end + (more === '' ? (after?.length ?? 0) : 1),
    numeralStart: start,
    numeralEnd: end,
    value,
    unit,
    approx,
    shape,
  };
}

/** 三分之二 66.67 %, 百分之九十 90 %, 千分之三 3 ‰, 万分之二 0.02 %. */
export function fractionAt(text: string, at: number): Mention | null {
  const small = text.charAt(at);
  // 满意率百分百
  if (text.startsWith('百分百', at))
    return /[率度比例达到为现均]$/.test(text.charAt(at - 1))
      ? withApprox(text, at, at + 3, 100, '%', 'fraction')
      : null;
  if ((small === '百' || small === '千' || small === '万') && text.startsWith('分之', at + 1)) {
    const numerator =
      numeralAt(text, at + 3) ??
      (text.charAt(at + 3) === '百' ? { end: at + 4, value: 100 } : null) ??
      (text.startsWith('零点', at + 3) ? { end: at + 4, value: 0 } : null);
    if (numerator === null) return null;
    let { end, value } = numerator;
    if (text.charAt(end) === '点') {
      let digits = '';
      let index = end + 1;
      while ('零〇一二三四五六七八九'.includes(text.charAt(index)) && index < text.length) {
        const digit = '零一二三四五六七八九'.indexOf(text.charAt(index) === '〇' ? '零' : text.charAt(index));
        digits += String(digit);
        index += 1;
      }
      if (digits !== '') {
        value = Number(`${value}.${digits}`);
        end = index;
      }
    }
    if (small === '万') return withApprox(text, at, end, Number((value / 100).toFixed(4)), '%', 'fraction');
    return withApprox(text, at, end, value, small === '百' ? '%' : '‰', 'fraction');
  }
  const denominator = numeralAt(text, at);
  if (denominator === null || !text.startsWith('分之', denominator.end) || denominator.value === 0) return null;
  const numerator = numeralAt(text, denominator.end + 2);
  if (numerator === null || numerator.value > denominator.value * 10) return null;
  return withApprox(text, at, numerator.end, round((numerator.value / denominator.value) * 100), '%', 'fraction');
}

/** 1/4左右 25 %: only after 的, 占 or an approximation, so that 3/15 stays a date. */
export function slashAt(text: string, at: number, end: number, value: number): Mention | null {
  if (text.charAt(end) !== '/' || !isDigit(text.charCodeAt(end + 1))) return null;
  const second = arabicNumeral(text, end + 1);
  if (second.value <= value || second.value > 20 || !isShare(text, at, second.end)) return null;
  return withApprox(text, at, second.end, round((value / second.value) * 100), '%', 'fraction');
}

const isShare = (text: string, at: number, end: number): boolean =>
  /[的占近约超过到为了少加达降增有仅升长]$/.test(text.charAt(at - 1)) ||
  (/^(的|左右|以上)/.test(text.slice(end, end + 2)) && !/[0-9/年月]/.test(text.charAt(at - 1)));

const NOT_TENTHS = '立为员果功本效就长都绩熟型交品份套分不';

/** 一到两成, 六至七成: the first of the two. */
const TENTHS_FROM = /([一二两三四五六七八九])[到至~～—-]$/;

/** 九成 90 %, 8成 80 %, 三成多; 七成五 75 %. 一成不变 and 成立 are none. */
export function tenthsAt(text: string, start: number, end: number, value: number): Mention | null {
  if (text.charAt(end) !== '成' || value > 10 || value <= 0 || NOT_TENTHS.includes(text.charAt(end + 1) || '。'))
    return null;
  const low = TENTHS_FROM.exec(text.slice(Math.max(0, start - 2), start))?.[1];
  const first = low === undefined ? -1 : '零一二三四五六七八九'.indexOf(low === '两' ? '二' : low);
  if (first > 0 && first < value)
    return { ...withApprox(text, start - 2, end + 1, first * 10, '%', 'fraction'), valueTo: value * 10 };
  if (text.charAt(end + 1) === '半') return withApprox(text, start, end + 2, value * 10 + 5, '%', 'fraction');
  const half = chineseNumeralAt(text, end + 1);
  if (half !== null && half.value < 10 && half.end === end + 2)
    return withApprox(text, start, half.end, value * 10 + half.value, '%', 'fraction');
  return withApprox(text, start, end + 1, round(value * 10), '%', 'fraction');
}

/** 一半, 过半 is left out; 一半以上. */
export const halfAt = (text: string, at: number): Mention | null =>
  text.startsWith('一半', at) ? withApprox(text, at, at + 2, 50, '%', 'fraction') : null;

/** 翻了一番 (span 一番), 翻两番, 翻番. */
export function doublingAt(text: string, at: number): Mention | null {
  let index = at + 1;
  if (text.charAt(index) === '了') index += 1;
  const approx = approxAfter(text, index);
  if (approx !== null && text.charAt(index) === '近') index += 1;
  if (text.charAt(index) === '番') {
    return {
      start: at,
      end: index + 1,
      numeralStart: at,
      numeralEnd: index + 1,
      value: 100,
      unit: '%',
      approx: 'exact',
      shape: 'doubling',
    };
  }
  const before = ['近', '约', '超', '将近'].find((word) => text.startsWith(word, index));
  if (before !== undefined) index += before.length;
  const numeral = numeralAt(text, index);
  if (numeral === null || numeral.value > 10) return null;
  let end = numeral.end;
  let over = false;
  if (text.charAt(end) === '多' || text.charAt(end) === '余') {
    over = true;
    end += 1;
  }
  // 两番半: nobody can say how much that is
  if (text.charAt(end) !== '番' || text.charAt(end + 1) === '半') return null;
  const mention = withApprox(text, index, end + 1, round((2 ** numeral.value - 1) * 100), '%', 'doubling');
  return over ? { ...mention, approx: 'over' } : mention;
}

/** 持平, 基本持平, 大体持平. */
export function flatAt(text: string, at: number): Mention | null {
  if (!text.startsWith('持平', at)) return null;
  const about = ['基本', '大体', '大致', '总体'].find((word) => text.startsWith(word, at - word.length));
  const start = at - (about?.length ?? 0);
  return {
    start,
    end: at + 2,
    numeralStart: start,
    numeralEnd: at + 2,
    value: 0,
    unit: null,
    approx: about === undefined ? 'exact' : 'about',
    shape: 'flat',
  };
}

const NEGATIONS = [
  '未发生过',
  '未发生',
  '未出现',
  '没有发生',
  '没有出现',
  '没有',
  '未收到',
  '未产生',
  '未接到',
  '未引发',
  '未有',
  '无',
];

/** 无一件 0 件, 未发生一起 0 起: the span starts at the negation. */
export function noneAt(text: string, at: number): Mention | null {
  for (const negation of NEGATIONS) {
    if (!text.startsWith(negation, at)) continue;
    const one = at + negation.length;
    if ((text.charAt(one) !== '一' && text.charAt(one) !== '1') || text.startsWith('一例外', one)) return null;
    if (text.charAt(one) === '1' && isDigit(text.charCodeAt(one + 1))) return null;
    const unit = unitAt(text, one + 1, true);
    if (unit === null || !/^[件起例名人家户次项宗桩个部份条所]/.test(unit.text)) return null;
    const end = one + 1 + unit.text.length;
    return {
      start: at,
      end,
      numeralStart: one,
      numeralEnd: one + 1,
      value: 0,
      unit: unit.as,
      approx: 'exact',
      shape: 'none',
    };
  }
  return null;
}

/** 重新犯罪率为零, 降至零: 0 % of a rate. 零投诉, 零距离 are slogans. */
export function zeroAt(text: string, at: number): Mention | null {
  if (!/[为是至到于持]/.test(text.charAt(at - 1))) return null;
  const next = text.charAt(at + 1);
  if (next !== '' && !/[，,。；;、）)\s]/.test(next)) return null;
  return {
    start: at,
    end: at + 1,
    numeralStart: at,
    numeralEnd: at + 1,
    value: 0,
    unit: '%',
    approx: 'exact',
    shape: 'zero',
  };
}

const RANK_AFTER = /^([，,。；;、）)\s”"]|全国|全省|全市|全区|的[城地省市县])/;

/** 第2位 2 位, 第一 (after 位居, 排名 …) without unit, 前三名, 前10%. */
export function rankAt(text: string, at: number): Mention | null {
  const sign = text.charAt(at);
  const numeral = numeralAt(text, at + 1);
  if (numeral === null || numeral.value > 3000 || numeral.value < 1) return null;
  const next = text.charAt(numeral.end);
  const build = (end: number, unit: string | null): Mention => ({
    start: at,
    end,
    numeralStart: at + 1,
    numeralEnd: numeral.end,
    value: numeral.value,
    unit,
    approx: 'exact',
    shape: 'rank',
  });
  const before = text.slice(Math.max(0, at - 8), at);
  if (next === '位' || next === '名') {
    if (/[次者人员单册]/.test(text.charAt(numeral.end + 1)) && sign === '第') return null;
    return build(numeral.end + 1, next);
  }
  const bare = text.charAt(numeral.end) === '' || RANK_AFTER.test(text.slice(numeral.end, numeral.end + 2));
  const ranked =
    /(居|列|排|名|排在|跻身|进入|全国|全省|全市|全区|获|处于|保持|荣膺|系统|取得|获评|考评|考核|评估|评价|得分|达到|升至|跃升至)$/.test(
      before,
    );
  const listed = /第[^，。]{1,4}[、和]$/.test(before) && /[居列排名获]/.test(text.slice(Math.max(0, at - 24), at));
  // 数量居中西部第一
  const place = /(位居|位列|居|列|排名|排在|名列)[^，。；、第]{1,8}$/.test(text.slice(Math.max(0, at - 12), at));
  if (bare && (ranked || listed || (place && sign === '第'))) return build(numeral.end, null);
  return null;
}

/** 全国首位, 居首位: a position without a numeral. */
export function firstAt(text: string, at: number): Mention | null {
  if (!text.startsWith('首位', at) || /[的度发]/.test(text.charAt(at + 2))) return null;
  const before = text.slice(Math.max(0, at - 4), at);
  if (
    !/(全国|全省|全市|全区|全州|居|列|排|位居|位列)$/.test(before) &&
    !/(位居|位列|均居|居|排名|名列)(全|本|[东中西]部)[^，。；、]{1,6}$/.test(text.slice(Math.max(0, at - 12), at)) &&
    !/(位居|位列|居|排名|名列)[^，。；、]{0,3}[省市县区部]$/.test(text.slice(Math.max(0, at - 10), at))
  )
    return null;
  if (/(放在|摆在|摆到|放到)$/.test(before)) return null;
  return {
    start: at,
    end: at + 2,
    numeralStart: at,
    numeralEnd: at + 1,
    value: 1,
    unit: '位',
    approx: 'exact',
    shape: 'rank',
  };
}

/** 师生比 1:20 is 0.05; only with 比 or 比例 before it, or 达到 and a side of 1. */
export function ratioAt(text: string, start: number, end: number, value: number): Mention | null {
  const sign = text.charAt(end);
  // 师生比1比20
  const spoken =
    sign === '比' && /比(?:例|值)?(?:达到|达|约为|约|为)?$/.test(text.slice(Math.max(0, start - 6), start));
  if ((!spoken && sign !== ':' && sign !== '：' && sign !== '∶') || !isDigit(text.charCodeAt(end + 1))) return null;
  const second = arabicNumeral(text, end + 1);
  if (second.value === 0) return null;
  const before = text.slice(Math.max(0, start - 12), start);
  // 达到1.3:1 without the word ratio: one side is 1, which no time of day is
  const plain = (value === 1 || second.value === 1) && second.end - end <= 4 && /(达到|达|约为|约|为)$/.test(before);
  if (
    !plain &&
    !/(比|比例|比率|比重|配比|比值)[^，。；]{0,6}$/.test(before) &&
    // 按照1:3的比例配备
    !/^的(?:比例|配比)/.test(text.slice(second.end, second.end + 4))
  )
    return null;
  const mention = withApprox(text, start, second.end, Number((value / second.value).toPrecision(6)), null, 'ratio');
  return mention;
}

/**
 * 七八件 is 7 to 8, 二三十人 20 to 30: two digits in a row that follow each other. 三五家 means a few and is left out, as is
 * what may be an ordinal (二三产业, 三四线).
 */
export function sideBySide(text: string, at: number): Mention | null {
  const DIGITS = '零一二三四五六七八九';
  const low = text.charAt(at) === '两' ? 2 : DIGITS.indexOf(text.charAt(at));
  if (low < 1 || DIGITS.indexOf(text.charAt(at + 1)) !== low + 1 || classOf(text.charCodeAt(at - 1)) === CHINESE)
    return null;
  const high = chineseNumeralAt(text, at + 1);
  if (high === null || high.value % (low + 1) !== 0 || '第同统每逐初某'.includes(text.charAt(at - 1) || '。'))
    return null;
  const unit = unitAt(text, high.end, false);
  if (unit === null || !/^(个|家|名|件|次|场|户|起|人|天|所|份|倍|元)/.test(unit.text)) return null;
  const end = high.end + unit.text.length;
  return {
    start: at,
    end,
    numeralStart: at,
    numeralEnd: high.end,
    value: (high.value / (low + 1)) * low,
    valueTo: high.value,
    unit: unit.as,
    approx: 'exact',
    shape: 'count',
  };
}
