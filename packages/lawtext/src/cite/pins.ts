import { articleNumber, compareArticles, NUMERAL_CLASS, numeralValue } from '../text/numeral.js';
import type { CitationTarget } from './citation.js';

/** Levels from large to small; a list member inherits every level above its own from the member before it. */
export interface Pin {
  divisions: { unit: DivisionUnit; value: number }[];
  article: string | null;
  paragraph: number | null;
  item: number | null;
  subitem: number | null;
}

type DivisionUnit = '编' | '分编' | '章' | '节';
type Unit = DivisionUnit | '条' | '款' | '项' | '目';

/** Pins read at one place, and the offset behind them. `first` is the largest level that was printed. */
export interface PinList {
  readonly pins: Pin[];
  readonly end: number;
  readonly first: Unit;
}

const RANK: Readonly<Record<Unit, number>> = { 编: 0, 分编: 1, 章: 2, 节: 3, 条: 4, 款: 5, 项: 6, 目: 7 };
/** Place of a unit in the order of levels, 编 first. */
export const rankOf = (unit: string): number => RANK[unit as Unit] ?? -1;

const N = NUMERAL_CLASS;
const ORDINAL = new RegExp(`第\\s?[（(]?\\s?([${N}]{1,9}|[\\d０-９]{1,4})\\s?[）)]?(分编|[编章节条款项目])`, 'y');
/** 第一、三、五项; 第（一）至（三）项; 第一百一十至一百一十二条 */
const SHARED = new RegExp(
  `第\\s?[（(]?([${N}]{1,9})[）)]?((?:(?:、|至|和|或者|及)\\s?第?[（(]?[${N}]{1,9}[）)]?)+)(分编|[编章节条款项目])`,
  'y',
);
/** 第三条前两款, 第二款前三项: the first ones of that unit. */
const FIRST = new RegExp(`前([${N}]{1,2})([款项])`, 'y');
/** 第二百三十六第三款 and, inside a list, 和十八条: a 条 or a 第 was left out. */
const NO_ARTICLE = new RegExp(`第([${N}]{2,9})(?=第[${N}]{1,3}[款项])`, 'y');
const NO_ORDINAL = new RegExp(`([${N}]{2,9})条`, 'y');
/** （一）、（三）项 behind 前款 or 第一款, without 第. */
const BRACKETED = new RegExp(
  `[（(]([${N}]{1,3})[）)]((?:(?:、|至|和|或者|及)\\s?第?[（(][${N}]{1,3}[）)])*)项(?!目)`,
  'y',
);
const SUB = new RegExp(`之([${N}]{1,3})(?![${N}分以])`, 'y');
const SEPARATOR = /(?:、|以及|和|及|与|或者|或|[，,](?=第[^，,。；]{1,9}条))/y;
/** ， between units of one article (第二十条第一款，第二款第三项); not where the second is changed (第二款改为第一款). */
const COMMA = new RegExp(`[，,](?=第[（(]?[${N}]{1,3}[）)]?([款项])(?!改|作为|修改|调整|删|中|后|之))`, 'y');
const RANGE = /(?:至|到|—|－|-|~|～)/y;

/** Whether an ordinal of a unit stands at the offset (第三条, 第（一）项, 第一、三项). */
export function pinsAt(text: string, at: number, limit: number): PinList | undefined {
  return listFrom(chainAt(text, at, limit, undefined), text, limit);
}

/** （一）、（三）项 directly behind a unit that has been read already (前款（一）项). */
export function bracketedAt(text: string, at: number, limit: number): PinList | undefined {
  const found = sticky(BRACKETED, text, at);
  if (!found || at + found[0].length > limit) return undefined;
  const pins = expandShared(inheritAbove(undefined, '项'), '项', numeralValue(found[1]!)!, found[2]!);
  return listFrom({ pins, end: at + found[0].length, first: '项' }, text, limit);
}

/** Articles behind a name from which 第 was left out: 本条例六十条第四款. */
export function bareArticleAt(text: string, at: number, limit: number): PinList | undefined {
  return sticky(NO_ORDINAL, text, at) ? listFrom(chainAt(text, at, limit, NOTHING), text, limit) : undefined;
}

const NOTHING: Pin = { divisions: [], article: null, paragraph: null, item: null, subitem: null };

/** The whole list or range that begins with a chain. */
function listFrom(first: PinList | undefined, text: string, limit: number): PinList | undefined {
  if (!first) return undefined;
  const pins = [...first.pins];
  let end = first.end;
  for (;;) {
    const range = sticky(RANGE, text, end);
    const separator = range ? null : (sticky(SEPARATOR, text, end) ?? commaAt(text, end, pins.at(-1)!));
    const found = range ?? separator;
    if (!found) break;
    const from = end + found[0].length;
    const next = chainAt(text, from, limit, pins.at(-1)) ?? bracketedIn(text, from, limit, pins.at(-1)!);
    if (!next) break;
    // 第三条和第一编: a larger division after articles starts a new citation
    if (RANK[next.first] < RANK[first.first]) break;
    if (range) pins.push(...between(pins.at(-1)!, next.pins[0]!), ...next.pins);
    else pins.push(...next.pins);
    end = next.end;
  }
  return { pins, end, first: first.first };
}

/** A comma before a unit of the level that the member before it ends in or above. */
function commaAt(text: string, at: number, before: Pin): RegExpExecArray | null {
  const found = sticky(COMMA, text, at);
  if (!found) return null;
  return (found[1] === '款' ? before.article !== null && before.paragraph !== null : before.item !== null)
    ? found
    : null;
}

/** A further （三）项 of a list whose member before it names an item. */
function bracketedIn(text: string, at: number, limit: number, from: Pin): PinList | undefined {
  const found = from.item === null ? null : sticky(BRACKETED, text, at);
  if (!found || at + found[0].length > limit) return undefined;
  const pins = expandShared(inheritAbove(from, '项'), '项', numeralValue(found[1]!)!, found[2]!);
  return { pins, end: at + found[0].length, first: '项' };
}

/** 第三条第一款第（二）项, with the levels above taken from `inherit`. */
function chainAt(text: string, at: number, limit: number, inherit: Pin | undefined): PinList | undefined {
  let end = at;
  let pin: Pin | undefined;
  let first: Unit | undefined;
  let last = -1;
  while (end < limit) {
    const found = ordinalAt(text, end, pin === undefined && inherit !== undefined);
    if (!found || RANK[found.unit] <= last || found.value === 0) break;
    if (!isUnit(text, end, found.end, found.unit, pin !== undefined)) break;
    pin ??= inheritAbove(inherit, found.unit);
    first ??= found.unit;
    last = RANK[found.unit];
    end = found.end;
    if (found.more !== undefined) return { pins: expandShared(pin, found.unit, found.value, found.more), end, first };
    let sub: number | undefined;
    if (found.unit === '条') {
      const inserted = sticky(SUB, text, end);
      if (inserted) {
        sub = numeralValue(inserted[1]!);
        end += inserted[0].length;
      }
    }
    setLevel(pin, found.unit, found.value, sub);
    if (found.unit === '条' && text.startsWith('的第', end) && /^的第[^，。；]{1,3}款/.test(text.slice(end, end + 6)))
      end++;
    const leading = found.unit === '条' || found.unit === '款' ? sticky(FIRST, text, end) : null;
    if (leading && RANK[leading[2] as Unit] > last && leading.index + leading[0].length <= limit) {
      const count = numeralValue(leading[1]!) ?? 1;
      const pins = expandShared(pin, leading[2] as Unit, 1, count > 1 ? `至${leading[1]}` : '');
      return { pins, end: end + leading[0].length, first };
    }
    if (found.unit === '款') {
      const bracketed = sticky(BRACKETED, text, end);
      if (bracketed)
        return {
          pins: expandShared(pin, '项', numeralValue(bracketed[1]!)!, bracketed[2]!),
          end: end + bracketed[0].length,
          first,
        };
    }
  }
  return pin && first ? { pins: [pin], end, first } : undefined;
}

interface Ordinal {
  readonly unit: Unit;
  readonly value: number;
  readonly end: number;
  /** The rest of 第一、三、五项 behind its first number. */
  readonly more?: string;
}

/** One ordinal with its unit; `inList` allows 十八条 without 第. */
function ordinalAt(text: string, at: number, inList: boolean): Ordinal | undefined {
  if (text.charCodeAt(at) !== 0x7b2c) {
    const found = inList ? sticky(NO_ORDINAL, text, at) : null;
    const value = found ? numeralValue(found[1]!) : undefined;
    return value === undefined ? undefined : { unit: '条', value, end: at + found![0].length };
  }
  const shared = sticky(SHARED, text, at);
  const found = shared ?? sticky(ORDINAL, text, at) ?? sticky(NO_ARTICLE, text, at);
  const value = found ? numeralValue(found[1]!) : undefined;
  if (!found || value === undefined) return undefined;
  const unit = ((shared ? found[3] : found[2]) ?? '条') as Unit;
  return { unit, value, end: at + found[0].length, ...(shared && { more: found[2]! }) };
}

/** 第一项目, 第一节课, 第二章程, 第一条道路 are other words. Inside a chain and behind 本项 every unit is meant. */
function isUnit(text: string, start: number, end: number, unit: Unit, inChain: boolean): boolean {
  const next = text[end] ?? '';
  if (unit === '项') return next !== '目' || inChain;
  if (unit === '章') return next !== '程';
  if (unit === '编') return next !== '号' && next !== '制';
  if (unit === '目') return inChain || text[start - 1] === '项';
  if (unit === '款') return next !== '项' && next !== '式';
  if (unit === '条') return !/^(?:[件款约街河]|城市|道路|公路|跑道|车道|航线|生产线)/.test(text.slice(end, end + 3));
  if (unit === '节') return next !== '课' && next !== '能';
  return true;
}

function inheritAbove(from: Pin | undefined, unit: Unit): Pin {
  const rank = RANK[unit];
  return {
    divisions: from ? from.divisions.filter((entry) => RANK[entry.unit] < rank) : [],
    article: from && rank > RANK.条 ? from.article : null,
    paragraph: from && rank > RANK.款 ? from.paragraph : null,
    item: from && rank > RANK.项 ? from.item : null,
    subitem: null,
  };
}

function setLevel(pin: Pin, unit: Unit, value: number, sub?: number): void {
  if (unit === '条') pin.article = articleNumber(value, sub);
  else if (unit === '款') pin.paragraph = value;
  else if (unit === '项') pin.item = value;
  else if (unit === '目') pin.subitem = value;
  else pin.divisions = [...pin.divisions, { unit, value }];
}

const copyOf = (pin: Pin): Pin => ({ ...pin, divisions: [...pin.divisions] });

function expandShared(base: Pin, unit: Unit, firstValue: number, rest: string): Pin[] {
  const pins: Pin[] = [];
  const add = (value: number): void => {
    const pin = copyOf(base);
    setLevel(pin, unit, value);
    pins.push(pin);
  };
  add(firstValue);
  let previous = firstValue;
  for (const match of rest.matchAll(new RegExp(`(、|至|和|或者|及)\\s?第?[（(]?([${N}]+)[）)]?`, 'g'))) {
    const value = numeralValue(match[2]!);
    if (value === undefined) continue;
    if (match[1] === '至')
      for (let number = previous + 1; number < value && number < previous + 400; number++) add(number);
    add(value);
    previous = value;
  }
  return pins;
}

/** Whole numbers strictly between two pins of one level; none when the levels differ or the order is wrong. */
function between(from: Pin, to: Pin): Pin[] {
  const made: Pin[] = [];
  const fill = (low: number, high: number, set: (pin: Pin, value: number) => void): Pin[] => {
    for (let value = low + 1; value < high && value < low + 1500; value++) {
      const pin = copyOf(from);
      set(pin, value);
      made.push(pin);
    }
    return made;
  };
  if (to.subitem !== null && from.subitem !== null)
    return fill(from.subitem, to.subitem, (pin, value) => {
      pin.subitem = value;
    });
  if (to.item !== null && from.item !== null)
    return fill(from.item, to.item, (pin, value) => {
      pin.item = value;
    });
  if (to.paragraph !== null && from.paragraph !== null && to.item === null)
    return fill(from.paragraph, to.paragraph, (pin, value) => {
      pin.paragraph = value;
    });
  if (to.article !== null && from.article !== null) {
    if (compareArticles(from.article, to.article) >= 0) return [];
    const [low, lowSub] = split(from.article);
    const [high, highSub] = split(to.article);
    if (low === high)
      return fill(lowSub, highSub, (pin, value) => {
        pin.article = articleNumber(low, value);
      });
    fill(low, high, (pin, value) => {
      Object.assign(pin, { article: String(value), paragraph: null, item: null });
    });
    if (highSub > 0)
      fill(-1 + high, high + 1, (pin, value) => {
        pin.article = String(value);
      });
    if (highSub > 1)
      fill(0, highSub, (pin, value) => {
        pin.article = articleNumber(high, value);
      });
    return made;
  }
  const a = from.divisions.at(-1);
  const b = to.divisions.at(-1);
  if (a && b && a.unit === b.unit) {
    return fill(a.value, b.value, (pin, value) => {
      pin.divisions = [...from.divisions.slice(0, -1), { unit: a.unit, value }];
    });
  }
  return made;
}

const split = (number: string): [number, number] => {
  const [value, sub] = number.split('-');
  return [Number(value), Number(sub ?? 0)];
};

export function targetOf(pin: Pin): CitationTarget {
  const target = { article: pin.article, paragraph: pin.paragraph, item: pin.item, subitem: pin.subitem };
  if (pin.divisions.length === 0 || pin.article !== null) return target;
  return { ...target, division: pin.divisions.map(({ unit, value }) => unit + value).join('') };
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
