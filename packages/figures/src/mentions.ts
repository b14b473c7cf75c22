import { admits } from './admits.js';
import { approxAfter, approxBefore, approxInside } from './approximations.js';
import { CHINESE, classOf, DIGIT, isDigit, isHan, isLatin, OTHER } from './chars.js';
import { dateEnd } from './dates.js';
import { insideQuotes, isCode, isName, joined, ordinalList } from './exclusions.js';
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
  if (ordinalList(text, at)) return skip(numeral.end);
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
  if (text.charAt(at + 1) === '分' && '之百'.includes(text.charAt(at + 2) || '。')) {
    const fraction = fractionAt(text, at);
    if (fraction !== null) return take(text, fraction, fraction.end);
  }
  if (char === '一' && text.charAt(at + 1) === '半') {
    const half = halfAt(text, at);
    if (half !== null) return take(text, half, half.end);
  }
  const numeral = chineseNumeralAt(text, at) ?? loneMagnitude(text, at);
  if (numeral !== null && ordinalList(text, at)) return skip(numeral.end);
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
  if (isName(text, at) && !listBefore(text, at) && (numeral.digits > 0 || !approximate(text, at, numeral.end)))
    return skip(numeral.end);
  return finish(text, at, numeral, false);
}

/** 突破千件, 百家以上 count, 百家 in a slogan does not. */
const approximate = (text: string, at: number, end: number): boolean =>
  approxBefore(text, at, true) !== null || /^[件家](?:以上|左右|以内)/.test(text.slice(end, end + 3));

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
      const moved =
        word &&
        ((unit !== null && value >= second.value) ||
          (isMove(text, at) && !GOES_ON.test(text.slice(secondGap + (secondUnit?.text.length ?? 0), secondGap + 16))));
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

/** 由7至10个工作日压缩至3个工作日: the range itself moves on. */
const GOES_ON =
  /^(?:逐步|大幅|进一步)?(?:压缩|缩短|下降|降低|减少|提高|提升|增加|扩大|精简|压减|调整|缩|压|减|降|升|提|增)(?:至|到|为)/;

/** 由5个至15个, 从…到…: a movement, not a range. */
function isMove(text: string, at: number): boolean {
  for (let index = at - 1; index >= 0 && index > at - 16; index -= 1) {
    const char = text.charAt(index);
    // 由20天压缩到3至5天: the movement ends at a range
    if (char === '到' || char === '至' || char === '为') return false;
    if (char === '由' || char === '从' || char === '自') return true;
    if ('，,。；;、：:'.includes(char)) return false;
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
