import { openEnded } from './exclusions.js';
import type { Approx } from './types.js';

/**
 * Words that make a number approximate. `notAfter`: the word is part of another one (节约, 附近, 预约).
 * Assumption: such a word stands directly beside the number; 至少 may stand apart in the clause.
 */
interface Prefix {
  readonly text: string;
  readonly approx: Approx;
  readonly notAfter: string;
  /** Only before a lone magnitude: 上千件, 过亿元. */
  readonly magnitudeOnly?: boolean;
}

const PREFIXES: readonly Prefix[] = [
  { text: '大约', approx: 'about', notAfter: '' },
  { text: '约为', approx: 'about', notAfter: '' },
  { text: '大概', approx: 'about', notAfter: '' },
  { text: '约', approx: 'about', notAfter: '节预签制公契违履合特条誓邀赴' },
  { text: '将近', approx: 'under', notAfter: '' },
  { text: '接近', approx: 'under', notAfter: '' },
  { text: '近', approx: 'under', notAfter: '附最邻临靠相贴走亲就远' },
  { text: '不足', approx: 'under', notAfter: '' },
  { text: '不到', approx: 'under', notAfter: '' },
  { text: '不超过', approx: 'under', notAfter: '' },
  { text: '不高于', approx: 'under', notAfter: '' },
  { text: '不多于', approx: 'under', notAfter: '' },
  { text: '未超过', approx: 'under', notAfter: '' },
  { text: '至多', approx: 'under', notAfter: '' },
  { text: '最多', approx: 'under', notAfter: '' },
  { text: '超过', approx: 'over', notAfter: '' },
  { text: '突破', approx: 'over', notAfter: '新性' },
  { text: '不少于', approx: 'over', notAfter: '' },
  { text: '不低于', approx: 'over', notAfter: '' },
  { text: '不下', approx: 'over', notAfter: '' },
  { text: '不下于', approx: 'over', notAfter: '' },
  { text: '至少', approx: 'over', notAfter: '' },
  { text: '超', approx: 'over', notAfter: '高赶' },
  { text: '低于', approx: 'under', notAfter: '' },
  { text: '小于', approx: 'under', notAfter: '' },
  { text: '高于', approx: 'over', notAfter: '' },
  { text: '大于', approx: 'over', notAfter: '' },
  { text: '不高于', approx: 'under', notAfter: '' },
  { text: '不小于', approx: 'over', notAfter: '' },
  { text: '逾', approx: 'over', notAfter: '' },
  { text: '上', approx: 'over', notAfter: '', magnitudeOnly: true },
  { text: '过', approx: 'over', notAfter: '超通经', magnitudeOnly: true },
  { text: '破', approx: 'over', notAfter: '突', magnitudeOnly: true },
].sort((a, b) => b.text.length - a.text.length) as Prefix[];

const byLast = new Map<number, Prefix[]>();
for (const prefix of PREFIXES) {
  const key = prefix.text.charCodeAt(prefix.text.length - 1);
  byLast.set(key, [...(byLast.get(key) ?? []), prefix]);
}

const SUFFIXES: readonly (readonly [string, Approx])[] = [
  ['以上', 'over'],
  ['有余', 'over'],
  ['之上', 'over'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['以下', 'under'],
  ['以内', 'under'],
  ['之内', 'under'],
  ['余', 'over'],
  ['多', 'over'],
];

export interface Around {
  readonly length: number;
  readonly approx: Approx;
}

/** The approximation word that ends at `at`, or null. */
export function approxBefore(text: string, at: number, magnitude: boolean): Around | null {
  const list = byLast.get(text.charCodeAt(at - 1));
  if (list === undefined) return null;
  for (const prefix of list) {
    const start = at - prefix.text.length;
    if (prefix.magnitudeOnly === true && !magnitude) continue;
    if (!text.startsWith(prefix.text, start)) continue;
    if (prefix.text === '约' && text.startsWith('村规民', start - 3)) return null;
    if (prefix.notAfter !== '' && start > 0 && prefix.notAfter.includes(text.charAt(start - 1))) return null;
    return { length: prefix.text.length, approx: prefix.approx };
  }
  return null;
}

/** 以上, 左右 … after the unit. 多 and 余 there only before something that is not a noun (三成多, 2倍多). */
export function approxAfter(text: string, at: number): Around | null {
  const code = text.charCodeAt(at);
  if (code < 0x4e00) return null;
  for (const [word, approx] of SUFFIXES) {
    if (!text.startsWith(word, at)) continue;
    if (word.length === 1 && /[种样次方元边级年部领渠]/.test(text.charAt(at + 1))) continue;
    return { length: word.length, approx };
  }
  return null;
}

/** Between numeral and unit: 余, 多, 几, 来. */
export function approxInside(text: string, at: number): Around | null {
  const char = text.charAt(at);
  if ((char === '+' || char === '＋') && openEnded(text, at)) return { length: 1, approx: 'over' };
  if (char === '余' || char === '几') return { length: 1, approx: 'over' };
  if (char === '多' && !/[种样方边级元年部领渠次]/.test(text.charAt(at + 1))) return { length: 1, approx: 'over' };
  if (char === '多' && (/[种次年]/.test(text.charAt(at + 1)) || /^部(?![门委])/.test(text.slice(at + 1, at + 3))))
    return { length: 1, approx: 'over' };
  if (char === '多' && text.charAt(at + 1) === '元' && !/[化解调纠主共治]/.test(text.charAt(at + 2)))
    return { length: 1, approx: 'over' };
  if (char === '来' && /[个名家件项次人天条份场户起宗所部期处位]/.test(text.charAt(at + 1)))
    return { length: 1, approx: 'about' };
  return null;
}
