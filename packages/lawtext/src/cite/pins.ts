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
const N = NUMERAL_CLASS;
const ORDINAL = new RegExp(`第\\s?[（(]?\\s?([${N}]{1,9}|[\\d０-９]{1,4})\\s?[）)]?(分编|[编章节条款项目])`, 'y');
/** 第一、三、五项; 第（一）至（三）项; 第一百一十至一百一十二条 */
const SHARED = new RegExp(
  `第\\s?[（(]?([${N}]{1,9})[）)]?((?:(?:、|至|和|或者|及)第?[（(]?[${N}]{1,9}[）)]?)+)(分编|[编章节条款项目])`,
  'y',
);
const SUB = new RegExp(`之([${N}]{1,3})(?![${N}分以])`, 'y');
const SEPARATOR = /(?:、|以及|和|及|与|或者|或|，(?=第[^，。；]{1,9}条))/y;
const RANGE = /(?:至|到|—|－|-|~|～)/y;

/** Whether an ordinal of a unit stands at the offset (第三条, 第（一）项, 第一、三项). */
export function pinsAt(text: string, at: number, limit: number): PinList | undefined {
  const first = chainAt(text, at, limit, undefined);
  if (!first) return undefined;
  const pins = [...first.pins];
  let end = first.end;
  for (;;) {
    const range = sticky(RANGE, text, end);
    const separator = range ? null : sticky(SEPARATOR, text, end);
    const found = range ?? separator;
    if (!found) break;
    const next = chainAt(text, end + found[0].length, limit, pins.at(-1));
    if (!next) break;
    // 第三条和第一编: a larger division after articles starts a new citation
    if (RANK[next.first] < RANK[first.first]) break;
    if (range) pins.push(...between(pins.at(-1)!, next.pins[0]!), ...next.pins);
    else pins.push(...next.pins);
    end = next.end;
  }
  return { pins, end, first: first.first };
}

/** 第三条第一款第（二）项, with the levels above taken from `inherit`. */
function chainAt(text: string, at: number, limit: number, inherit: Pin | undefined): PinList | undefined {
  let end = at;
  let pin: Pin | undefined;
  let first: Unit | undefined;
  let last = -1;
  let several: Pin[] = [];
  while (end < limit && text.charCodeAt(end) === 0x7b2c) {
    const shared = sticky(SHARED, text, end);
    const single = shared ? null : sticky(ORDINAL, text, end);
    const unit = (shared?.[3] ?? single?.[2]) as Unit | undefined;
    if (!unit || RANK[unit] <= last) break;
    const value = numeralValue((shared ?? single)![1]!);
    if (value === undefined || value === 0) break;
    if (!isUnit(text, end + (shared ?? single)![0].length, unit, pin !== undefined)) break;
    pin ??= inheritAbove(inherit, unit);
    first ??= unit;
    last = RANK[unit];
    end += (shared ?? single)![0].length;
    if (shared) {
      several = expandShared(pin, unit, value, shared[2]!);
      return { pins: several, end, first };
    }
    let sub: number | undefined;
    if (unit === '条') {
      const found = sticky(SUB, text, end);
      if (found) {
        sub = numeralValue(found[1]!);
        end += found[0].length;
      }
    }
    setLevel(pin, unit, value, sub);
  }
  return pin && first ? { pins: [pin], end, first } : undefined;
}

/** 第一项目, 第一节课, 第二章程 are other words. Inside a chain every unit is meant. */
function isUnit(text: string, end: number, unit: Unit, inChain: boolean): boolean {
  const next = text[end] ?? '';
  if (unit === '项') return next !== '目' || inChain;
  if (unit === '章') return next !== '程';
  if (unit === '编') return next !== '号' && next !== '制';
  if (unit === '目') return inChain;
  if (unit === '款') return next !== '项' && next !== '式';
  if (unit === '条') return next !== '件' && next !== '款' && next !== '约';
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
  for (const match of rest.matchAll(new RegExp(`(、|至|和|或者|及)第?[（(]?([${N}]+)[）)]?`, 'g'))) {
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
