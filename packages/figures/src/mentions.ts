import { approxAfter, approxBefore, approxInside } from './approximations.js';
import { CHINESE, classOf, DIGIT, isDigit, isHan, isLatin, isSpace, OTHER } from './chars.js';
import { dateEnd } from './dates.js';
import {
  excludedAfter,
  excludedBare,
  excludedBefore,
  insideQuotes,
  isCode,
  isName,
  joined,
  vagueBefore,
} from './exclusions.js';
import { skipGap } from './gaps.js';
import { arabicNumeral, chineseNumeralAt, magnitudeAt, type Numeral, times } from './numerals.js';
import {
  doublingAt,
  firstAt,
  flatAt,
  fractionAt,
  halfAt,
  noneAt,
  rankAt,
  ratioAt,
  sideBySide,
  slashAt,
  tenthsAt,
  zeroAt,
} from './special-forms.js';
import type { Approx, Mention } from './types.js';
import { bigUnit, unitAt, withBracket } from './units.js';

/** Longer numbers lose digits in a double and are left out rather than read wrong. */
const MAX_DIGITS = 15;

/** Characters looked through between two steps: about a millisecond. */
const STEP = 4096;

/** All numbers of a text that may be figures, in text order, without overlap; stops for a moment every few pages. */
export function* findMentions(text: string): Generator<void, Mention[]> {
  const found: Mention[] = [];
  let at = findUntil(text, 0, STEP, found);
  while (at < text.length) {
    yield;
    at = findUntil(text, at, at + STEP, found);
  }
  return found;
}

/** @returns where to go on: at `until` or, after a number that reaches beyond it, a little later. */
function findUntil(text: string, from: number, until: number, found: Mention[]): number {
  const stop = Math.min(until, text.length);
  let at = from;
  while (at < stop) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === OTHER) {
      at += 1;
      continue;
    }
    const step =
      kind === DIGIT ? readArabic(text, at) : kind === CHINESE ? readChinese(text, at) : readOpener(text, at);
    if (step.mention !== null) {
      const last = found[found.length - 1];
      if (last === undefined || step.mention.start >= last.end) found.push(step.mention);
    }
    at = Math.max(step.next, at + 1);
  }
  return at;
}

interface Step {
  readonly mention: Mention | null;
  readonly next: number;
}
const skip = (next: number): Step => ({ mention: null, next });
const take = (text: string, mention: Mention | null, next: number): Step =>
  mention === null || insideQuotes(text, mention.start) ? skip(next) : { mention, next: Math.max(next, mention.end) };

function readOpener(text: string, at: number): Step {
  const char = text.charAt(at);
  if (char === '持') return take(text, flatAt(text, at), at + 1);
  if (char === '翻') return take(text, doublingAt(text, at), at + 1);
  if (char === '首') return take(text, firstAt(text, at), at + 1);
  return take(text, noneAt(text, at), at + 1);
}

const DASHES = '-—－–~～至到';

/** After the first number of a range: the offset of the second, or -1. Two dashes count as one sign. */
function rangeSecond(text: string, at: number): number {
  if (!DASHES.includes(text.charAt(at)) || text.charAt(at) === '') return -1;
  let index = at + 1;
  while (index < at + 2 && DASHES.includes(text.charAt(index)) && text.charAt(index) !== '') index += 1;
  return classOf(text.charCodeAt(index)) === DIGIT || classOf(text.charCodeAt(index)) === CHINESE ? index : -1;
}

function readArabic(text: string, at: number): Step {
  if (text.charAt(at) === '0' && !isDigit(text.charCodeAt(at + 1)) && text.charAt(at + 1) !== '.') {
    const zero = zeroAt(text, at);
    if (zero !== null) return take(text, zero, at + 1);
  }
  const numeral = arabicNumeral(text, at);
  const previous = text.charCodeAt(at - 1);
  if (numeral.digits > MAX_DIGITS) return skip(numeral.end);
  if (isCode(text, at, numeral.end)) return skip(numeral.end);
  if (isLatin(previous) || (isLatin(text.charCodeAt(numeral.end)) && unitAt(text, numeral.end, true) === null)) {
    let index = numeral.end;
    while (isLatin(text.charCodeAt(index)) || isDigit(text.charCodeAt(index))) index += 1;
    return skip(index);
  }
  let bareEnd = at;
  while (isDigit(text.charCodeAt(bareEnd))) bareEnd += 1;
  const date = dateEnd(text, at, bareEnd);
  if (date > 0) return skip(date);
  if (text.charAt(at - 1) === '第' || text.charAt(at - 1) === '前') {
    const rank = rankAt(text, at - 1);
    if (rank !== null) return take(text, rank, rank.end);
    if (text.charAt(at - 1) === '第') return skip(numeral.end);
  }
  const special =
    slashAt(text, at, numeral.end, numeral.value) ??
    ratioAt(text, at, numeral.end, numeral.value) ??
    (text.startsWith('分之', numeral.end) ? fractionAt(text, at) : null) ??
    tenthsAt(text, at, numeral.end, numeral.value);
  if (special !== null) return take(text, special, special.end);
  if (joined(text, at, numeral.end) || isName(text, at)) return skip(skipCode(text, numeral.end));
  return finish(text, at, numeral, true);
}

/** Past the rest of a code such as 1+1+N or 192.168.1.1. */
function skipCode(text: string, at: number): number {
  let index = at;
  while (
    isDigit(text.charCodeAt(index)) ||
    ('+＋×·._-/:'.includes(text.charAt(index)) && isDigit(text.charCodeAt(index + 1)))
  )
    index += 1;
  return index;
}

function readChinese(text: string, at: number): Step {
  const char = text.charAt(at);
  if (char === '零' || char === '〇') {
    if (!/[一二三四五六七八九]/.test(text.charAt(at - 1))) return take(text, zeroAt(text, at), at + 1);
    return skip(at + 1);
  }
  if (text.charAt(at + 1) === '分' && text.charAt(at + 2) === '之') {
    const fraction = fractionAt(text, at);
    if (fraction !== null) return take(text, fraction, fraction.end);
  }
  if (char === '一' && text.charAt(at + 1) === '半') {
    const half = halfAt(text, at);
    if (half !== null) return take(text, half, half.end);
  }
  const numeral = chineseNumeralAt(text, at) ?? loneMagnitude(text, at);
  if (numeral === null) {
    const side = sideBySide(text, at);
    if (side !== null) return take(text, side, side.end);
    let index = at + 1;
    while (classOf(text.charCodeAt(index)) === CHINESE) index += 1;
    return skip(index);
  }
  if (text.startsWith('分之', numeral.end)) {
    const fraction = fractionAt(text, at);
    if (fraction !== null) return take(text, fraction, fraction.end);
  }
  const previous = text.charAt(at - 1);
  if (previous === '第' || previous === '前') {
    const rank = rankAt(text, at - 1);
    return take(text, rank, rank?.end ?? numeral.end);
  }
  const tenths = tenthsAt(text, at, numeral.end, numeral.value);
  if (tenths !== null) return take(text, tenths, tenths.end);
  // 突破千件 counts, 千件 in a slogan does not
  if (isName(text, at) && !listBefore(text, at) && (numeral.digits > 0 || approxBefore(text, at, true) === null))
    return skip(numeral.end);
  return finish(text, at, numeral, false);
}

/** “以案定补”“以村为主”三项机制: the list that is counted stands before, so that it is no name. */
const listBefore = (text: string, at: number): boolean => '”」'.includes(text.charAt(at - 1)) && at > 0;

/** 近亿元, 百余件, 亿元以上: a magnitude without a digit, admitted only with an approximation (checked by the caller). */
function loneMagnitude(text: string, at: number): Numeral | null {
  const { factor, length } = magnitudeAt(text, at);
  if (length === 0) return null;
  return { end: at + length, value: factor, chinese: true, raw: factor, magnitude: 1, vague: '', digits: 0 };
}

function finish(text: string, at: number, first: Numeral, arabic: boolean): Step {
  let { end, value } = first;
  let valueTo: number | undefined;
  let approx: Approx = first.vague === '' ? 'exact' : first.vague;
  let marked = first.vague !== '' || first.magnitude > 1;
  const lone = first.digits === 0;
  const inside = approxInside(text, end);
  if (inside !== null && (arabic || lone || first.chinese)) {
    approx = inside.approx;
    end += inside.length;
    marked = true;
  }
  let gap = skipGap(text, end);
  const lasting = text.charAt(gap) === '年' && text.startsWith('连续', at - 2);
  let unit = unitAt(text, gap, arabic || marked || lone || lasting);
  if (unit === null && !arabic && text.charAt(gap) === '大' && value >= 3 && value < 10) unit = bigUnit(text, gap);
  // a unit may stand on both sides of a range: 97%—98%, 3天至5天
  const between = unit === null ? rangeSecond(text, end) : rangeSecond(text, gap + unit.text.length);
  if (between > 0) {
    const second = isDigit(text.charCodeAt(between)) ? arabicNumeral(text, between) : chineseNumeralAt(text, between);
    if (second !== null) {
      const inner = approxInside(text, second.end);
      const secondEnd = second.end + (inner?.length ?? 0);
      const secondGap = skipGap(text, secondEnd);
      const secondUnit = unitAt(text, secondGap, arabic);
      const low =
        second.magnitude > 1 && first.magnitude === 1 && first.value < second.raw
          ? times(first.value, second.magnitude)
          : value;
      const word = text.charAt(between - 1) === '至' || text.charAt(between - 1) === '到';
      const moved = word && ((unit !== null && value >= second.value) || isMove(text, at));
      if (secondUnit !== null && (unit === null || unit.as === secondUnit.as) && low < second.value && !moved) {
        value = low;
        valueTo = second.value;
        end = secondEnd;
        gap = secondGap;
        unit = secondUnit;
        if (inner !== null) approx = inner.approx;
      } else if (unit === null) {
        return skip(second.end);
      }
    }
  }
  unit = withBracket(text, gap, unit);
  const stop = unit === null ? end : gap + unit.text.length;
  const prefix = approxBefore(text, at, lone || (!arabic && first.magnitude > 1));
  const suffix = unit !== null || marked || arabic ? approxAfter(text, stop) : null;
  if (prefix !== null) approx = prefix.approx;
  if (suffix !== null) approx = suffix.approx;
  if (prefix !== null || suffix !== null) marked = true;
  const start = at - (prefix?.length ?? 0);
  if (
    !admits(text, at, first, unit?.text ?? null, gap, stop, {
      arabic,
      marked,
      lone,
      inside: inside !== null,
      prefix: prefix !== null,
      suffix: suffix !== null,
    })
  )
    return skip(first.end);
  const shape =
    unit === null && !marked
      ? 'bare'
      : unit?.text === '倍'
        ? 'times'
        : unit !== null && (unit.as === '%' || unit.as === '‰')
          ? 'percent'
          : 'count';
  if (shape === 'bare' && !standsAlone(text, at, stop)) return skip(stop);
  const mention: Mention = {
    start,
    end: stop + (suffix?.length ?? 0),
    numeralStart: at,
    numeralEnd: end,
    value,
    unit: unit?.as ?? null,
    approx,
    shape,
    ...(valueTo === undefined ? {} : { valueTo }),
  };
  return take(text, mention, mention.end);
}

/** 由5个至15个, 从…到…: a movement, not a range. */
function isMove(text: string, at: number): boolean {
  for (let index = at - 1; index >= 0 && index > at - 16; index -= 1) {
    const char = text.charAt(index);
    // 由20天压缩到3至5天: the movement ends at a range
    if (char === '到' || char === '至' || char === '为') return false;
    if (char === '由' || char === '从' || char === '自') return true;
    if ('，,。；;、'.includes(char)) return false;
  }
  return false;
}

/** A number without unit can only be a table cell or a list item: nothing but a separator may follow it. */
function standsAlone(text: string, start: number, end: number): boolean {
  const next = text.charAt(end);
  if (next !== '' && !/[\s，,。；;、|）)]/.test(next) && !/^[和及与][\d０-９]/.test(text.slice(end, end + 2)))
    return false;
  const previous = text.charAt(start - 1);
  return previous === '' || /[\s|:：＋+\-－（(↑↓、和]/.test(previous) || isHan(text.charCodeAt(start - 1));
}

interface Marks {
  readonly arabic: boolean;
  readonly marked: boolean;
  readonly lone: boolean;
  readonly inside: boolean;
  readonly prefix: boolean;
  readonly suffix: boolean;
}

const COUNTED =
  /^(个|项|类|种|条|家|名|部|件|宗|卷|张|次|场|期|起|人|位|支|所|批|轮|套|天|份|户|元|大|倍|处|门|座|篇|本|堂|册|例|块|人次|场次|件次|工作日|个月|小时|分钟|个百分点|%)/;

/** 七个必须, 四个到位: what follows is an act or a quality, no thing. */
const SLOGAN =
  /^(必须|坚持|明确|意识|自信|确立|维护|结合|到位|转变|聚焦|突出|强化|着力|一律|不准|严禁|优先|带头|做到|紧盯|先行|表率|务必|有之|服从|绝对|决不|不得|不放松|不动摇|毫不)/;

/** Is it a count of something at all? See exclusions.ts for the lists. */
function admits(
  text: string,
  at: number,
  numeral: Numeral,
  unit: string | null,
  gap: number,
  stop: number,
  marks: Marks,
): boolean {
  const context = marks.prefix ? at - (approxBefore(text, at, true)?.length ?? 0) : at;
  if (marks.lone && !(marks.inside || marks.prefix || marks.suffix)) return false;
  if (marks.lone && unit === null) return false;
  if (!marks.arabic && vagueBefore(text, at)) return false;
  if (unit === null && excludedBare(text, context)) return false;
  if (excludedBefore(text, context) && unit !== '%') return false;
  // 每10万人: the base of a rate
  if (text.charAt(context - 1) === '每' && numeral.magnitude > 1) return false;
  if (isSpace(text.charCodeAt(context - 1)) && text.charAt(context - 2) === '第') return false;
  if (unit === null || unit === '日' || unit === '年') {
    if (excludedAfter(text, numeral.end)) return false;
  }
  if (unit !== null && excludedAfter(text, gap) && unit !== '天' && !text.startsWith(unit, gap)) return false;
  if (unit === '年') return /(连续|连年)[^，,。；;0-9]{0,8}$/.test(text.slice(Math.max(0, context - 10), context));
  if (unit === '个月' && /[前近]$/.test(text.slice(Math.max(0, at - 1), at))) return false;
  if (/[:="'>]/.test(text.charAt(at - 1)) && isLatin(text.charCodeAt(at - 2))) return false;
  if (
    unit !== null &&
    /^(分钟|小时|米|公里|千米)$/.test(unit) &&
    /^[^，。；、]{0,12}圈/.test(text.slice(stop, stop + 14))
  )
    return false;
  // 吉0802行初12号: the number of a court in a case number; 9时30分: a time of day
  if (unit === '行' && /^[初终再申审赔]/.test(text.slice(stop, stop + 1))) return false;
  // 1条记录 1/1页: the foot of a web page
  if (unit === '条' && /^\s*记录\s*\d+\/\d+/.test(text.slice(stop, stop + 12))) return false;
  // 方案7.0版
  if (unit === '版' && text.slice(at, numeral.end).includes('.')) return false;
  if (unit === '分' && /[时点:：]$/.test(text.slice(Math.max(0, at - 1), at))) return false;
  // 两个“百日攻坚”: the name of a campaign
  if (unit === '个' && !marks.arabic && text.charAt(stop) === '“') return false;
  if (unit === '个' && !marks.arabic && SLOGAN.test(text.slice(stop, stop + 4))) return false;
  if (unit === '岁' || unit === '级' || unit === '字' || unit === '国') return false;
  // 记者20日从省司法厅获悉
  if (unit === '日' && /^(从|在|上午|下午|晚|召开|举行|讯|电)/.test(text.slice(stop, stop + 2))) return false;
  if (unit === '日')
    return (
      /[于在至到为过内]$/.test(text.slice(Math.max(0, context - 1), context)) ||
      text.charAt(stop) === '内' ||
      marks.prefix ||
      marks.suffix ||
      (isHan(text.charCodeAt(context - 1)) && text.charAt(context - 1) !== '月')
    );
  if (
    unit === '条' &&
    /(条例|办法|规定|规章|草案|章|法)[^，。；]{0,4}$/.test(text.slice(Math.max(0, context - 8), context)) &&
    /(共|第)$/.test(text.slice(Math.max(0, context - 1), context))
  )
    return false;
  // 七章六十八条, while 规章273条 counts
  if (unit === '条' && /[\d０-９一二三四五六七八九十]章$/.test(text.slice(Math.max(0, context - 2), context)))
    return false;
  // 本报告包括四个部分
  if (unit === '个' && numeral.value < 13 && /^(部分|章节|篇章)/.test(text.slice(stop, stop + 2))) return false;
  if (!marks.arabic && !marks.lone) {
    if (unit === null)
      return marks.marked && (marks.inside || numeral.magnitude > 1) && (marks.prefix || isHan(text.charCodeAt(stop)));
    if (!COUNTED.test(unit) && unit !== '年') return false;
    const previous = text.charAt(context - 1);
    // 周三 is a day, 每周三次 a count
    const weekly = previous === '周' && text.charAt(context - 2) === '每';
    if ('之周某这那每该哪初第'.includes(previous) && previous !== '' && !weekly) return false;
    // 统一, 唯一, 其一; but 系统三名干部, 其四个小组
    if ('同统唯专单另其逐'.includes(previous) && previous !== '' && '一二'.includes(text.charAt(at))) return false;
    if (unit === '倍') return true;
    if (numeral.value === 1 && !marks.inside)
      return (
        /(至少|不少于|仅有|仅|只有)[^，。；]{0,6}$/.test(text.slice(Math.max(0, at - 9), at)) &&
        text.charAt(stop) !== '一'
      );
    if (numeral.value === 2 && text.charAt(at) === '二') return false;
    // 委员会三次会议, 七届四次全会: ordinals without 第
    if (
      unit === '次' &&
      /[会届]$/.test(text.slice(context - 1, context)) &&
      /^(全体)?(会议|全会)/.test(text.slice(stop, stop + 4))
    )
      return false;
    if (unit === '大' && /^(代表|精神|报告|以来|召开|胜利|会)/.test(text.slice(stop, stop + 3))) return false;
    if (unit === '大' && (numeral.value >= 10 || text.charAt(context - 1) === '十')) return false;
    if (text.charAt(stop) === '一' && unit === '个') return false;
  }
  return true;
}
