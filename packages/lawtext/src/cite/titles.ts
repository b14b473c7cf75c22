import { NATIONAL_TITLES, REPEALED_TITLES } from './names/national-titles.js';

const STATE = '中华人民共和国';

const NATIONAL: ReadonlySet<string> = new Set(NATIONAL_TITLES.trim().split('\n'));
const REPEALED: ReadonlyMap<string, string> = new Map(
  REPEALED_TITLES.trim()
    .split('\n')
    .map((line) => [STATE + line.split('|')[0]!, line.split('|')[1]!] as const),
);

/** Lengths of known bare names that end in 法 (宪法 … ), longest first, by their last two characters. */
const LAWS_BY_END = new Map<string, string[]>();
for (const name of NATIONAL) {
  if (!name.endsWith('法') || name.length < 2) continue;
  const list = LAWS_BY_END.get(name.slice(-2)) ?? [];
  list.push(name);
  LAWS_BY_END.set(name.slice(-2), list);
}
for (const list of LAWS_BY_END.values()) list.sort((a, b) => b.length - a.length);

/** The longest known law name that ends at `end` (exclusive) and begins at `from` or later. */
export function nationalLawEndingAt(text: string, from: number, end: number): string | undefined {
  const list = end - 2 >= from ? LAWS_BY_END.get(text.slice(end - 2, end)) : undefined;
  return list?.find((name) => end - name.length >= from && text.startsWith(name, end - name.length));
}

/** Known bare names of regulations (土地管理法实施条例, 电信条例, 民法通则), by their last five characters. */
const RULES_BY_END = new Map<string, string[]>();
for (const name of [...NATIONAL, '民法通则', '民法总则']) {
  if (!/(?:条例|细则|通则|总则)$/.test(name)) continue;
  const list = RULES_BY_END.get(name.slice(-4)) ?? [];
  list.push(name);
  RULES_BY_END.set(name.slice(-4), list);
}
for (const list of RULES_BY_END.values()) list.sort((a, b) => b.length - a.length);

/** The longest known name of a regulation that ends at `end` (exclusive) and begins at `from` or later. */
export function nationalRuleEndingAt(text: string, from: number, end: number): string | undefined {
  const list = end - 4 >= from ? RULES_BY_END.get(text.slice(end - 4, end)) : undefined;
  return list?.find((name) => end - name.length >= from && text.startsWith(name, end - name.length));
}

/** Names with which a title begins that cannot stand after 中华人民共和国. */
const LOCAL =
  /^(北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|最高人民|全国人民|国务院|.{2,6}[省市县州])/;

/** Titles known to the caller: official names, each with or without 中华人民共和国. */
export class TitleIndex {
  readonly #titles: ReadonlySet<string>;
  constructor(titles: Iterable<string> = []) {
    this.#titles = titles instanceof Set ? titles : new Set(titles);
  }

  /** Official title when the name is known, with or without 中华人民共和国; undefined for any other words. */
  known(name: string): string | undefined {
    if (this.#titles.has(name)) return name;
    const short = name.startsWith(STATE) ? name.slice(STATE.length) : name;
    if (NATIONAL.has(short) || this.#titles.has(STATE + short)) return STATE + short;
    return /^刑法修正案（.{1,3}）$/.test(short) ? STATE + short : undefined;
  }

  /** The one national title that ends in the words given (调解仲裁法: 劳动争议调解仲裁法), undefined when there are several. */
  byEnding(words: string): string | undefined {
    let only: string | undefined;
    for (const name of NATIONAL) {
      if (!name.endsWith(words)) continue;
      if (only !== undefined) return undefined;
      only = name;
    }
    return only === undefined ? undefined : STATE + only;
  }

  /**
   * Official title of a name as cited, 〈〉 inside written 《》.
   * A name known to the index is taken as it is, else with 中华人民共和国 when that is known, else a name ending in 法
   * without a place or maker in front gets 中华人民共和国 because only national statutes are called so.
   */
  official(cited: string): string {
    const name = cited
      .replace(/[\s\u200b]/g, '')
      .replaceAll('〈', '《')
      .replaceAll('〉', '》')
      .replaceAll('＜', '《')
      .replaceAll('＞', '》')
      .replaceAll('<', '《')
      .replaceAll('>', '》')
      .replaceAll('(', '（')
      .replaceAll(')', '）');
    if (name.startsWith(STATE) || this.#titles.has(name)) return name;
    if (this.#titles.has(STATE + name) || NATIONAL.has(name)) return STATE + name;
    if (/^(刑法|宪法)修正案/.test(name)) return STATE + name;
    if (/(法|法典)(（试行）)?$/.test(name) && !LOCAL.test(name) && !/[办方]法$/.test(name) && !name.includes('关于'))
      return STATE + name;
    return name;
  }
}

/** Repeal of a title, as far as the repeal clauses of the known texts tell. */
export function repealOf(title: string): { status: 'repealed'; successor: string } | undefined {
  const successor = REPEALED.get(title);
  return successor === undefined ? undefined : { status: 'repealed', successor };
}

/**
 * Names in 《》 that are no legal texts: certificates, forms, letters, newspapers, songs. Told by the last character; a
 * title of another kind that ends so (《…收费标准表》) is missed unless a unit follows.
 */
export function isDocumentName(name: string): boolean {
  return (
    !/([证书报曲单卡函票簿册照件刊歌签牌档]|表|证明|合同|合同文本|申请|日报|杂志|文集|公报|宝典|年鉴|电文|遗嘱|协议|进行曲)$/.test(
      name,
    ) || /(公约|税目税额表|税率表|税则|议定书|白皮书|任务书|管制清单|负面清单|准入清单)$/.test(name)
  );
}
